package e2e

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"image/png"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestBlobs masks files in the forms in which dumps write them; what the servers
// hold then are placeholders, whole.
func TestBlobs(t *testing.T) {
	photo := append([]byte("\x89PNG\r\n\x1a\n\x00'\"\\\n\xff"), bytes.Repeat([]byte("canary"), 1000)...)
	letter := []byte("%PDF-1.7 canary")
	for name, tt := range map[string]struct {
		create, literal, hex string
		args                 []string
	}{
		"mysql":    {"CREATE TABLE f (id int PRIMARY KEY, v mediumblob, w varbinary(3000))", "x'%x'", "hex(%s)", []string{"", "--hex-blob", "--skip-extended-insert"}},
		"postgres": {"CREATE TABLE f (id int PRIMARY KEY, v bytea, w bytea)", `'\x%x'`, "encode(%s, 'hex')", []string{"", "--inserts", "--column-inserts"}},
		"sqlite":   {"CREATE TABLE f (id INTEGER PRIMARY KEY, v BLOB, w BLOB)", "x'%x'", "hex(%s)", []string{""}},
	} {
		p := compile(t, parse(t, `{version: 1, tables: {f: {columns: {id: keep, v: {mask: blob, size: class}, w: {mask: blob, else: {mask: blob, placeholder: pdf}}}}}}`))
		raw := newStore(t, name)
		raw.load(t, fmt.Appendf(nil, "%s;\nINSERT INTO f VALUES (1, "+tt.literal+", "+tt.literal+");\nINSERT INTO f VALUES (2, NULL, "+tt.literal+");\n", tt.create, photo, letter, "canary"))
		for _, args := range tt.args {
			dump := masked(t, dumpOf(t, raw, args), p)
			require.NotContains(t, string(dump), "canary")
			require.NotContains(t, strings.ToLower(string(dump)), hex.EncodeToString([]byte("canary")))
			s := newStore(t, name)
			s.load(t, dump)
			content := func(column, id string) []byte {
				b, err := hex.DecodeString(count(t, s, "SELECT "+fmt.Sprintf(tt.hex, column)+" FROM f WHERE id = "+id))
				require.NoError(t, err)
				return b
			}
			v := content("v", "1")
			require.Len(t, v, 4096)
			_, err := png.Decode(bytes.NewReader(v))
			require.NoError(t, err)
			require.True(t, bytes.HasPrefix(content("w", "1"), []byte("%PDF-1.4\n")))
			require.Equal(t, content("w", "1"), content("w", "2"))
			require.Equal(t, "1", count(t, s, "SELECT count(*) FROM f WHERE v IS NULL"))
		}
	}
}
