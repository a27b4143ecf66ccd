package draft_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/internal/corpora"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/detect"
	"github.com/migawari-dev/migawari/mask/draft"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

var grammars = map[string]dialects.Dialect{"mysql": mysql.Dialect, "postgres": postgres.Dialect, "sqlite": sqlite.Dialect}

func locale(tag string) *fake.Locale {
	if tag == "ja" {
		return ja.Locale
	}
	return en.Locale
}

// compile reads a policy as the command does.
func compile(t testing.TB, text []byte) *mask.Plan {
	p, err := policyfile.Compile(text, mask.EphemeralKey(), func(tag string) (mask.Set, error) { return builtin.Set(locale(tag)), nil })
	require.NoError(t, err, "%s", text)
	return p
}

// drafted drafts a policy for a dump.
func drafted(t testing.TB, d dialects.Dialect, dump []byte, o dialects.ScanOptions) (*detect.Result, []byte) {
	empty, err := mask.Compile(&mask.Policy{Tables: []mask.Table{{Pattern: "*", Keep: true}}}, mask.EphemeralKey(), nil)
	require.NoError(t, err)
	w := empty.Watch(detect.NamesOfPersons)
	r, err := detect.Sample(context.Background(), bytes.NewReader(dump), d, o, detect.Options{Watch: w.Item})
	require.NoError(t, err)
	l := locale(draft.Language(r))
	p, err := draft.New(r, w.Undecided(), l.Tag, builtin.Set(l))
	require.NoError(t, err)
	return r, p.YAML()
}

// decided is a draft behind which somebody has said that what it keeps may stay.
func decided(text []byte) []byte {
	return bytes.ReplaceAll(text, []byte("{mask: keep, draft: true}"), []byte("keep"))
}

// unread are scripts of MySQL's tests that no dialect reads.
var unread = map[string]bool{
	"public/mysql__mysql-shell/unittest/data/sql/create_triggers.sql":                    true,
	"public/mysql__mysql-shell/unittest/data/sql/double_encoded_utf8mb4_with_latin1.sql": true,
}

// beyond is what a policy does not decide: what a character set cannot write or was
// declared wrongly, and statements of scripts that are no dumps.
var beyond = []error{mask.ErrAlphabet, dialects.ErrCharset, dialects.ErrNoCharset, mask.ErrChange, dialects.ErrForm}

// TestCorpora: the draft for every real dump stops for what nobody has decided; once it
// is, nothing is found and the dump is masked.
func TestCorpora(t *testing.T) {
	for _, f := range corpora.Files(t) {
		if f.Refused != "" || f.Uncut != "" {
			continue
		}
		t.Run(f.Name, func(t *testing.T) {
			d := grammars[f.Dialect()]
			if unread[f.Name] {
				t.Skip("a script whose statements nobody knows")
			}
			r, text := drafted(t, d, f.Data, f.Options)
			if len(r.Tables) == 0 {
				return
			}
			for _, found := range compile(t, text).Check(r.Schema) {
				require.ErrorIs(t, found.Err, mask.ErrDraft, "%s.%s", found.Table, found.Column)
			}
			plan := compile(t, decided(text))
			require.Empty(t, plan.Check(r.Schema))
			_, err := mask.Copy(context.Background(), io.Discard, bytes.NewReader(f.Data), d, plan, mask.Scan(f.Options), mask.Workers(1), mask.Detect(detect.NamesOfPersons))
			for _, e := range beyond {
				if errors.Is(err, e) {
					t.Skipf("beyond a policy: %v", e)
				}
			}
			require.NoError(t, err)
		})
	}
}

func TestDraftedKeepStops(t *testing.T) {
	dump := []byte("CREATE TABLE `t` (`id` int NOT NULL AUTO_INCREMENT, `code` varchar(9), `mail` varchar(90), PRIMARY KEY (`id`));\nINSERT INTO `t` VALUES (1,'x','a@corp.test');\n")
	_, text := drafted(t, mysql.Dialect, dump, dialects.ScanOptions{})
	_, err := mask.Copy(context.Background(), io.Discard, bytes.NewReader(dump), mysql.Dialect, compile(t, text))
	require.ErrorIs(t, err, mask.ErrDraft)
	var e *mask.Error
	require.True(t, errors.As(err, &e))
	require.Equal(t, "code", e.Column)

	var out strings.Builder
	_, err = mask.Copy(context.Background(), &out, bytes.NewReader(dump), mysql.Dialect, compile(t, decided(text)))
	require.NoError(t, err)
	require.NotContains(t, out.String(), "corp.test")
	require.Contains(t, out.String(), "(1,'x',")
}

// TestHouseholds: persons live together where every table that says something of them
// knows with whom.
func TestHouseholds(t *testing.T) {
	const students = "CREATE TABLE `students` (`id` int AUTO_INCREMENT PRIMARY KEY, `family_id` int, `name` varchar(60));\n"
	for ddl, want := range map[string]bool{
		students: true,
		"CREATE TABLE `児童` (`児童番号` int PRIMARY KEY, `世帯番号` int, `氏名` varchar(60));\n":              true,
		students + "CREATE TABLE `visits` (`student_id` int, `note` text);\n":                      true,
		students + "CREATE TABLE `cards` (`student_id` int, `student_name` varchar(60));\n":        false,
		"CREATE TABLE `products` (`id` int PRIMARY KEY, `family_id` int, `name` varchar(60));\n":   false,
		"CREATE TABLE `families` (`family_id` int PRIMARY KEY, `family_name` varchar(60));\n":      false,
		"CREATE TABLE `students` (`id` int PRIMARY KEY, `family_size` int, `name` varchar(60));\n": false,
	} {
		_, text := drafted(t, mysql.Dialect, []byte(ddl), dialects.ScanOptions{})
		compile(t, text)
		require.Equal(t, want, bytes.Contains(text, []byte("household: ")), "%s", text)
	}
}
