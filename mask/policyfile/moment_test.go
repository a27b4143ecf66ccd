package policyfile

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestMoments(t *testing.T) {
	for text, want := range map[string]bool{
		"2026-04-01": true, "2026-04-01 08:30": true, "2026-04-01T08:30:00": true, "2026-04-01 08:30:00.123456": true, "2026-04-01 08:30:00+09": true,
		"2026-04-01 08:30:00-03:30": true, "2026-04-01 08:30:00+09:00:30": true, "2026-04-01T08:30Z": true, "0000-00-00 00:00:00": true, "08:30": true, "08:30:00.5": true, "08:30:00+09": true,
		"": false, "2026": false, "2026-4-1": false, "2026/04/01": false, "2026-04-01 ": false, "2026-04-01 8:30": false, "2026-04-01x08:30": false, "2026-04-01 08:30:": false,
		"2026-04-01 08:30:00.": false, "2026-04-01 08:30:00+": false, "2026-04-01 08:30:00+9": false, "2026-04-01 08:30:00+09:": false, "2026-04-01 08:30:00ZZ": false,
		"2026-04-01 BC": false, "12026-04-01": false, "infinity": false, "838:59:59": false, "-08:30": false, "20260401": false, "２026-04-01": false,
	} {
		_, ok := parseMoment([]byte(text))
		require.Equal(t, want, ok, text)
	}
}

// TestMomentsCompare holds comparison of texts against time itself.
func TestMomentsCompare(t *testing.T) {
	layouts := []string{"2006-01-02", "2006-01-02 15:04", "2006-01-02T15:04:05", "2006-01-02 15:04:05.000", "2006-01-02 15:04:05.000000"}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) (time.Time, moment) {
			at := time.Unix(rapid.Int64Range(0, 40).Draw(t, name)*43200+rapid.Int64Range(0, 2).Draw(t, name+" seconds"), rapid.Int64Range(0, 1).Draw(t, name+" fraction")*5e8).UTC()
			text := at.Format(rapid.SampledFrom(layouts).Draw(t, name+" layout"))
			m, ok := parseMoment([]byte(text))
			require.True(t, ok, text)
			for _, layout := range layouts {
				if parsed, err := time.Parse(layout, text); err == nil {
					at = parsed
				}
			}
			return at, m
		}
		a, x := draw("a")
		b, y := draw("b")
		order, ok := x.compare(y)
		require.True(t, ok)
		require.Equal(t, a.Compare(b), order)
	})
}
