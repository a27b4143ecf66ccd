package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
)

// canaries are strings of one person of the sample.
func canaries(t testing.TB) []string {
	t.Helper()
	list := strings.Fields(string(sample(t, "canaries.txt")))
	require.Greater(t, len(list), 20)
	return list
}

// TestCanaries looks for one person in the sample, raw and masked: the finder
// finds every face of it before, and none after.
func TestCanaries(t *testing.T) {
	f := newFinder(canaries(t))
	p := compile(t, samplePolicy(t))
	for _, d := range sampleDumps {
		t.Run(d.file, func(t *testing.T) {
			raw := sample(t, d.file)
			found := f.find(raw)
			for _, c := range canaries(t) {
				require.NotEmpty(t, found[c], "the finder must find %s in the raw dump", c)
			}
			out, audit, err := copyDump(raw, p)
			require.NoError(t, err)
			require.Empty(t, f.find(out))
			text, err := json.Marshal(audit)
			require.NoError(t, err)
			require.Empty(t, f.find(text))
		})
	}
}

// damage is what is written over the bytes of a dump. The beginning of a comment
// is not there: what follows is a comment then, and comments pass.
var damage = []string{"'", "\\", "\x00", "(", ")", ",", ";", "\n", "\"", "`", "\xff", "$$", "\t", "NULL", ");\n"}

// TestDamaged cuts dumps and damages them in every region. What comes out before
// the run stops holds nothing of the canary, nor does the error; what was cut
// never counts as complete.
func TestDamaged(t *testing.T) {
	f := newFinder(canaries(t))
	p := compile(t, samplePolicy(t))
	const regions = 12
	for _, d := range sampleDumps {
		t.Run(d.file, func(t *testing.T) {
			raw := sample(t, d.file)
			r := rand.New(rand.NewPCG(1, uint64(len(raw))))
			grammar, err := recognise(raw)
			require.NoError(t, err)
			try := func(kind string, in []byte) error {
				out, _, err := copyAs(grammar, in, p)
				if err != nil {
					require.Contains(t, string(out[max(0, len(out)-200):]), mask.Incomplete, kind)
					require.Empty(t, f.find(fmt.Appendf(nil, "%v %+v %q", err, err, err)), kind)
				}
				require.Empty(t, f.find(out), kind)
				return err
			}
			for i := range regions {
				at := len(raw)*i/regions + r.IntN(len(raw)/regions-10)
				require.Error(t, try(fmt.Sprint("cut at ", at), raw[:at]))
				for _, c := range damage {
					_ = try(fmt.Sprintf("%q at %d", c, at), bytes.Join([][]byte{raw[:at], raw[at+len(c):]}, []byte(c))) // may still be a dump
				}
				_ = try(fmt.Sprint("left out at ", at), append(bytes.Clone(raw[:at]), raw[min(len(raw), at+1+r.IntN(40)):]...))
			}
		})
	}
}

// TestNoValueSurvives takes every value of the columns that are masked, of all
// persons: none that is long enough to tell of anybody stands anywhere in the
// masked dump.
func TestNoValueSurvives(t *testing.T) {
	p := compile(t, samplePolicy(t))
	told := map[string]bool{ // not the columns of common names, dates and few values
		"email": true, "login_id": true, "phone": true, "address": true, "password_hash": true, "sns_id": true, "sso_mail": true, "reset_token": true, "memo": true,
		"body": true, "licence_code": true, "order_no": true, "token": true, "device_id": true, "attachment": true, "staff_no": true, "mext_code": true, "line": true,
		"mail_domain": true, "user_agent": true,
	}
	raw := newStore(t, "sqlite")
	raw.load(t, sample(t, "sqlite.sql"))
	var values []string
	for table, columns := range raw.columns(t) {
		for _, c := range columns {
			if !told[c] {
				continue
			}
			for _, r := range contents(t, raw, table, []string{c}) {
				if r[0] != nil && len(*r[0]) >= 8 && !strings.Contains(*r[0], "\n") {
					values = append(values, *r[0])
				}
			}
		}
	}
	require.Greater(t, len(values), 1000)
	for _, d := range sampleDumps {
		if d.load != nil {
			continue // in other bytes; TestCanaries looks there
		}
		out := masked(t, sample(t, d.file), p)
		for _, v := range values {
			require.False(t, bytes.Contains(out, []byte(v)), "%s holds %q", d.file, v)
		}
	}
}
