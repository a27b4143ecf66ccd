package draft_test

import (
	"bytes"
	"context"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/detect"
	"github.com/migawari-dev/migawari/mask/draft"
)

// FuzzDraft: for any schema that is read, a policy comes out that compiles, decides
// everything and has no control character in it.
func FuzzDraft(f *testing.F) {
	for _, ddl := range []string{
		today, "CREATE TABLE `\x1b[31m` (`a\u202eb` text, `*` int, `a*b` text, `null` int, `1` text, `'\"#` varchar(3));\n",
		"CREATE TABLE a (id int PRIMARY KEY, name text, boss int REFERENCES a (id), mail varchar(9) UNIQUE, d date, j json, b bit(3), e enum('x','y'), s set('x'), bl blob, dec_col decimal(3,1));\n",
		"CREATE TABLE p (id int, tel01 varchar(4), tel02 varchar(4), tel03 varchar(4), KEY (id)) PARTITION BY LIST (id) (PARTITION x VALUES IN (1));\n",
		"CREATE TABLE `0`;", "CREATE TABLE `x\xe3` (`a\xff` text, `b` int);\n", "CREATE TABLE t (a uuid, b inet, c text[], d jsonb, e timestamptz, f money, UNIQUE (a, c));\n",
		"CREATE TABLE students (id serial PRIMARY KEY, family_id int, name text, email text UNIQUE, birthday date, phone varchar(5) NOT NULL);\n",
	} {
		f.Add(ddl, false)
		f.Add(ddl, true)
	}
	f.Fuzz(func(t *testing.T, ddl string, pg bool) {
		d := grammars["mysql"]
		if pg {
			d = grammars["postgres"]
		}
		r, err := detect.Sample(context.Background(), bytes.NewReader([]byte(ddl)), d, dialects.ScanOptions{NoEndMark: true}, detect.Options{})
		if err != nil {
			return
		}
		p, err := draft.New(r, mask.Undecided{Definitions: []mask.Object{{Name: ddl[:min(len(ddl), 20)], Kind: "phone"}}, Databases: []string{ddl[:min(len(ddl), 9)]}}, "en", builtin.Set(en.Locale))
		if err != nil {
			require.ErrorContains(t, err, "no rule suits")
			return
		}
		text := p.YAML()
		require.True(t, utf8.Valid(text))
		require.Equal(t, -1, bytes.IndexFunc(text, func(c rune) bool { return c != '\n' && !unicode.IsPrint(c) }), "%q", text)
		for _, found := range compile(t, text).Check(r.Schema) {
			require.ErrorIs(t, found.Err, mask.ErrDraft, "%s", text)
		}
	})
}
