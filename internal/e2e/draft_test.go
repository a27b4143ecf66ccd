package e2e

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/detect"
	"github.com/migawari-dev/migawari/mask/draft"
)

// TestDraftRestores: the draft for the sample, once somebody has said that what it keeps
// may stay, masks a dump that the real servers take, with the same rows and joins.
func TestDraftRestores(t *testing.T) {
	for _, d := range sampleDumps {
		t.Run(d.file, func(t *testing.T) {
			dump := sample(t, d.file)
			nothing := compile(t, parse(t, `{version: 1, tables: {"*": keep}}`))
			w := nothing.Watch(nil)
			r, err := detect.Sample(context.Background(), bytes.NewReader(dump), dialect(t, d.dialect), dialects.ScanOptions{}, detect.Options{Watch: w.Item})
			require.NoError(t, err)
			drafted, err := draft.New(r, w.Undecided(), "ja", builtin.Set(ja.Locale))
			require.NoError(t, err)
			text := drafted.YAML()
			for _, f := range compile(t, parse(t, string(text))).Check(r.Schema) {
				require.ErrorIs(t, f.Err, mask.ErrDraft)
			}
			policy := bytes.ReplaceAll(text, []byte("{mask: keep, draft: true}"), []byte("keep"))

			raw, dev := rawStore(t, d.dialect, dump, d.load...), newStore(t, d.dialect)
			dev.load(t, masked(t, dump, compile(t, parse(t, string(policy)))), d.load...)
			require.Equal(t, raw.columns(t), dev.columns(t))
			gone := map[string]bool{}
			for _, e := range drafted.Policy.Tables {
				gone[e.Pattern[strings.LastIndexByte(e.Pattern, '.')+1:]] = e.Drop
			}
			for table := range raw.columns(t) {
				if !gone[table] {
					require.Equal(t, count(t, raw, "SELECT count(*) FROM "+table), count(t, dev, "SELECT count(*) FROM "+table), table)
				}
			}
			keys := raw.foreignKeys(t)
			require.Equal(t, keys, dev.foreignKeys(t))
			for _, k := range keys {
				if gone[*k[0]] {
					continue
				}
				joined := fmt.Sprintf("SELECT count(*) FROM %s c JOIN %s p ON c.%s = p.%s", *k[0], *k[2], *k[1], *k[3])
				require.Equal(t, count(t, raw, joined), count(t, dev, joined), joined)
			}
			for _, join := range []string{"students s JOIN accounts a ON lower(a.email) = lower(s.email)", "students a JOIN students b ON a.id < b.id AND a.family_id = b.family_id AND a.family_name = b.family_name"} {
				require.Equal(t, count(t, raw, "SELECT count(*) FROM "+join), count(t, dev, "SELECT count(*) FROM "+join), join)
			}
		})
	}
}
