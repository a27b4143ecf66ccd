package docs

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/internal/texts"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/detect"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// make makes what a document asks for.
func (d *document) make(t *testing.T, what string) string {
	words := strings.Fields(what)
	switch words[0] {
	case "faults": // of the policy that stands before
		return d.faults(t)
	case "masked": // the dump that stands before, by the policy before that
		return d.masked(t)
	case "help": // of a verb
		return d.help(t, words[1:]...)
	case "maskers":
		return maskers(t)
	case "kinds": // of personal data
		return kinds()
	case "sample":
		return sample(t)
	case "recall":
		return recall(t)
	case "editions": // of the locales
		return editions(t)
	case "names":
		return names(t)
	case "licences": // of what others have written that is in the command
		out, err := exec.Command(filepath.Join(d.commands, "licences")).Output()
		require.NoError(t, err)
		return string(out)
	case "source": // FILE FUNCTION: its body
		return source(t, words[1], words[2])
	}
	t.Fatalf("nobody knows how to make %s", what)
	return ""
}

// editions lists those of the locales, with the digests that their vectors have.
func editions(t *testing.T) string {
	var b strings.Builder
	b.WriteString("| locale | edition | digest of its lists |\n|---|---|---|\n")
	for _, l := range locales.All() {
		vectors, err := os.ReadFile(filepath.Join(root, "fake/testdata/vectors", l.Tag+".txt"))
		require.NoError(t, err)
		digest := regexp.MustCompile(`(?m)^# Lists: ([0-9a-f]+)$`).FindSubmatch(vectors)
		require.NotNil(t, digest, l.Tag)
		fmt.Fprintf(&b, "| `%s` | %d | `%.16s…` |\n", l.Tag, l.Edition, digest[1])
	}
	return b.String()
}

// kinds lists the words for kinds of data.
func kinds() string {
	var b strings.Builder
	for _, k := range detect.Kinds {
		b.WriteString("`" + string(k) + "` ")
	}
	return strings.TrimSpace(b.String()) + "\n"
}

func fenced(language, text string) string {
	return "```" + language + "\n" + strings.TrimRight(text, "\n") + "\n```\n"
}

func (d *document) faults(t *testing.T) string {
	err := compile(t, d.policy)
	var faults mask.Faults
	require.True(t, errors.As(err, &faults), "a policy with faults: %v", err)
	var b strings.Builder
	for _, f := range faults {
		fmt.Fprintln(&b, f.Error())
		for line := range strings.Lines(policyfile.Excerpt([]byte(d.policy), f.At)) {
			b.WriteString("    " + strings.TrimSuffix(line, "\n") + "\n")
		}
		if f.Hint != "" {
			fmt.Fprintln(&b, "hint: "+f.Hint)
		}
	}
	return fenced("text", b.String())
}

func (d *document) masked(t *testing.T) string {
	p, err := plan(t, d.policy)
	require.NoError(t, err)
	var out bytes.Buffer
	_, err = mask.Copy(context.Background(), &out, strings.NewReader(d.dump), mysql.Dialect, p)
	require.NoError(t, err)
	return fenced("sql", out.String())
}

func (d *document) help(t *testing.T, verb ...string) string {
	out, err := exec.Command(filepath.Join(d.commands, "migawari"), append(verb, "--help")...).Output()
	require.NoError(t, err)
	return fenced("text", string(out))
}

// maskers describes them all, with fakes under the key for tests.
func maskers(t *testing.T) string {
	var b strings.Builder
	english := builtin.Docs(en.Locale)
	b.WriteString("| masker | does |\n|---|---|\n")
	for _, d := range english {
		fmt.Fprintf(&b, "| [`%s`](#%s) | %s |\n", d.Name, strings.ToLower(strings.ReplaceAll(d.Name, ".", "")), d.Does)
	}
	for i, d := range builtin.Docs(ja.Locale) {
		fmt.Fprintf(&b, "\n### %s\n\n%s%s.", d.Name, strings.ToUpper(d.Does[:1]), d.Does[1:])
		if d.More != "" {
			b.WriteString(" " + d.More)
		}
		longest := d.Longest
		if other := english[i].Longest; other != longest {
			longest += " (ja), " + other + " (en)"
		}
		b.WriteString("\n\n| | |\n|---|---|\n")
		for _, row := range [][2]string{
			{"keyed by", d.KeyedBy}, {"domain", d.Domain}, {"equal", d.Equal}, {"keeps values apart", d.Apart},
			{"longest fake", longest}, {"column types", d.Types},
		} {
			if row[1] != "" {
				fmt.Fprintf(&b, "| %s | %s |\n", row[0], row[1])
			}
		}
		if len(d.Params) > 0 {
			b.WriteString("\n| parameter | |\n|---|---|\n")
			for _, p := range d.Params {
				fmt.Fprintf(&b, "| `%s` | %s |\n", p.Name, p.Does)
			}
		}
		b.WriteString("\n" + fenced("text", shown(t, d)))
	}
	return b.String()
}

// shown masks the values of a Doc by its example.
func shown(t *testing.T, d builtin.Doc) string {
	p, err := plan(t, "{version: 1, tables: {t: {person: id, columns: {id: keep, column: "+d.Rule()+"}}}}")
	require.NoError(t, err)
	row, err := p.Row("t", []string{"id", "column"})
	require.NoError(t, err)
	var b strings.Builder
	fmt.Fprintf(&b, "column: %s\n\n", d.Rule())
	for _, v := range d.Values {
		vals := []any{int64(1), v}
		_, err := row.Mask(vals)
		require.NoError(t, err)
		if vals[1] == nil {
			vals[1] = "NULL"
		}
		oneLine := strings.NewReplacer("\n", "⏎")
		fmt.Fprintf(&b, "%s  →  %s\n", oneLine.Replace(v), oneLine.Replace(vals[1].(string)))
	}
	return b.String()
}

// sample shows what becomes of one pupil of the sample, under the key for tests.
func sample(t *testing.T) string {
	policy, err := os.ReadFile(filepath.Join(root, "examples/classpad/policy.yaml"))
	require.NoError(t, err)
	raw, err := os.ReadFile(filepath.Join(root, "testdata/classpad/mariadb.sql"))
	require.NoError(t, err)
	p, err := plan(t, string(policy))
	require.NoError(t, err)
	var out bytes.Buffer
	_, err = mask.Copy(context.Background(), &out, bytes.NewReader(raw), mysql.Dialect, p)
	require.NoError(t, err)
	before := dialecttest.Records(t, mysql.Dialect, raw, dialects.ScanOptions{})
	after := dialecttest.Records(t, mysql.Dialect, out.Bytes(), dialects.ScanOptions{})
	var b strings.Builder
	b.WriteString("| table | column | before | after |\n|---|---|---|---|\n")
	for _, c := range []string{
		"students.full_name", "students.name_kana", "students.name_half", "students.name_romaji", "students.gender", "students.birth_date",
		"students.student_no", "accounts.login_id", "students.email", "accounts.email", "students.phone", "students.postal_code", "students.address",
		"students.memo", "guardians.name", "guardians.phone", "orders.buyer_name", "orders.buyer_kana", "orders.amount", "orders.ordered_at", "orders.paid_at",
	} {
		table, column, _ := strings.Cut(c, ".")
		fmt.Fprintf(&b, "| %s | %s | %v | %v |\n", table, column, before[table][0][column], after[table][0][column])
	}
	return b.String()
}

// recall measures what is found in the marked texts.
func recall(t *testing.T) string {
	sets := []string{"ja", "ja.unseen", "en", "en.unseen"}
	of := map[string]map[string]texts.Score{} // by kind and set
	var kinds []string
	for _, set := range sets {
		lines, err := texts.Read(root, set)
		require.NoError(t, err)
		for _, s := range texts.Measure(lines) {
			if of[s.Kind] == nil {
				of[s.Kind] = map[string]texts.Score{}
				kinds = append(kinds, s.Kind)
			}
			of[s.Kind][set] = s
		}
	}
	var b strings.Builder
	b.WriteString("| kind | Japanese | Japanese, unseen | English | English, unseen |\n|---|---|---|---|---|\n")
	row := func(name string, cell func(set string) string) {
		b.WriteString("| " + name)
		for _, set := range sets {
			b.WriteString(" | " + cell(set))
		}
		b.WriteString(" |\n")
	}
	for _, kind := range kinds {
		row(kind, func(set string) string {
			if s := of[kind][set]; s.Marked > 0 {
				return fmt.Sprintf("%d of %d", s.Found, s.Marked)
			}
			return ""
		})
	}
	row("persons, recall", func(set string) string { return fmt.Sprintf("%.0f %%", 100*of["person"][set].Recall()) })
	row("persons, precision", func(set string) string { return fmt.Sprintf("%.0f %%", 100*of["person"][set].Precision()) })
	return b.String()
}

// names measures what verify takes for names of persons.
func names(t *testing.T) string {
	var b strings.Builder
	b.WriteString("| texts | | a name is found wrongly in | names found |\n|---|---|---|---|\n")
	for _, set := range []struct{ file, what string }{
		{"kept", "that are mostly kept: user agents, headers, logs, products, courses, songs, places, code"}, {"kept.unseen", "likewise, unseen"},
		{"people", "that name people in passing, in English and Japanese"}, {"people.unseen", "likewise, unseen"},
		{"ja", "Japanese, of all kinds"}, {"ja.unseen", "likewise, unseen"}, {"en", "English, of all kinds"}, {"en.unseen", "likewise, unseen"},
	} {
		lines, err := texts.Read(root, set.file)
		require.NoError(t, err)
		s, wrong := texts.Names(lines)
		found := ""
		if s.Marked > 0 {
			found = fmt.Sprintf("%d of %d", s.Found, s.Marked)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %d of %d | %s |\n", set.file, set.what, wrong, len(lines), found)
	}
	return b.String()
}

// source prints the body of a function, which the compiler has seen.
func source(t *testing.T, file, function string) string {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, filepath.Join(root, file), nil, parser.ParseComments)
	require.NoError(t, err)
	for _, decl := range f.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Name.Name != function {
			continue
		}
		var b bytes.Buffer
		body := &printer.CommentedNode{Node: fn.Body, Comments: f.Comments}
		require.NoError(t, (&printer.Config{Mode: printer.TabIndent | printer.UseSpaces, Tabwidth: 4}).Fprint(&b, fset, body))
		text := strings.TrimSuffix(strings.TrimPrefix(b.String(), "{\n"), "\n}")
		text = regexp.MustCompile(`(?m)^\t`).ReplaceAllString(text, "")
		text, _, _ = strings.Cut(text, "// Output:")
		return fenced("go", text)
	}
	t.Fatalf("%s has no function %s", file, function)
	return ""
}
