package builtin

import (
	"encoding/hex"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
)

// points are Tokyo as the servers write it.
var points = map[string]string{
	"MySQL":                       "E6100000" + "0101000000" + "9A95926222766140" + "AEA64671E9D74140",
	"MySQL, big endian":           "00000000" + "0000000001" + "406176226292959A" + "4041D7E97146A6AE",
	"PostGIS":                     "0101000000" + "9A95926222766140" + "AEA64671E9D74140",
	"PostGIS, with its reference": "0101000020" + "E6100000" + "9A95926222766140" + "AEA64671E9D74140",
}

// notPoints are other geometries, other planes and other bytes.
var notPoints = map[string]string{
	"a line":           "0102000000" + "9A95926222766140" + "AEA64671E9D74140",
	"three dimensions": "0101000080" + "9A95926222766140" + "AEA64671E9D74140" + "0000000000000000",
	"no byte order":    "0201000000" + "9A95926222766140" + "AEA64671E9D74140",
	"short":            "0101000000" + "9A95926222766140",
	"metres":           "0101000000" + "00000000D01267C1" + "00000000F0694041",
	"empty":            "0101000000" + "000000000000F87F" + "000000000000F87F",
}

func TestPoints(t *testing.T) {
	for name, text := range points {
		t.Run(name, func(t *testing.T) {
			v, err := hex.DecodeString(text)
			require.NoError(t, err)
			if strings.HasPrefix(name, "PostGIS") {
				v = []byte(text)
			}
			got := fakes(t, rule("geo"), string(v))[0]
			require.Len(t, got, len(v))
			was, ok := parsePoint(v)
			require.True(t, ok)
			is, ok := parsePoint([]byte(got))
			require.True(t, ok)
			require.Equal(t, was.bytes[:was.x], is.bytes[:is.x], "kind, order and reference stay")
			require.Equal(t, fake.Ours, geoMasker{}.Recognise([]byte(got)))
			require.Equal(t, fake.NotOurs, geoMasker{}.Recognise(v))
			require.NotContains(t, string(is.bytes), string(was.bytes[was.x:was.x+8]))
			require.NotContains(t, string(is.bytes), string(was.bytes[was.x+8:]))
			require.Equal(t, got, fakes(t, rule("geo"), string(v))[0])
		})
	}
	for name, text := range notPoints {
		t.Run(name, func(t *testing.T) {
			v, err := hex.DecodeString(text)
			require.NoError(t, err)
			for _, v := range []string{text, string(v)} {
				p, ok := parsePoint([]byte(v))
				if ok {
					_, ok = p.appendFake(nil, fake.Seed{})
				}
				require.False(t, ok)
			}
		})
	}
}

func FuzzPoint(f *testing.F) {
	for _, all := range []map[string]string{points, notPoints} {
		for _, text := range all {
			f.Add([]byte(text))
			v, _ := hex.DecodeString(text)
			f.Add(v)
		}
	}
	f.Fuzz(func(t *testing.T, v []byte) {
		p, ok := parsePoint(v)
		if !ok {
			return
		}
		b, ok := p.appendFake(nil, fake.Seed{})
		if !ok {
			require.Empty(t, b)
			return
		}
		require.Len(t, b, len(v))
		_, ok = parsePoint(b)
		require.True(t, ok)
	})
}
