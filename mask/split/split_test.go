package split_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/csv"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/mysql/mysqlxml"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/internal/corpora"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/masktest"
	"github.com/migawari-dev/migawari/mask/policyfile"
	"github.com/migawari-dev/migawari/mask/split"
)

// counts are the numbers of parts with which the same bytes must come out.
var counts = []int{1, 2, 7, 64}

// fewer are some of them, where there is much to mask.
func fewer() []int {
	if testing.Short() {
		return []int{7}
	}
	return counts
}

// A sample is a dump with its dialect.
type sample struct {
	name    string
	text    []byte
	dialect dialects.Dialect
	scan    dialects.ScanOptions
}

// samples are the dumps of testdata.
func samples(t testing.TB) []sample {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/classpad/*.sql")
	require.NoError(t, err)
	require.Greater(t, len(paths), 4)
	var all []sample
	for _, path := range paths {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		d, err := dialects.Detect(text[:min(len(text), dialects.DetectSize)], mysql.Dialect, postgres.Dialect, sqlite.Dialect)
		require.NoError(t, err, path)
		all = append(all, sample{name: filepath.Base(path), text: text, dialect: d})
	}
	return all
}

// policy compiles a policy file.
func policy(t testing.TB, text string) *mask.Plan {
	t.Helper()
	p, err := policyfile.Compile([]byte(text), masktest.Key(t), func(string) (mask.Set, error) { return builtin.Set(ja.Locale), nil })
	require.NoError(t, err)
	return p
}

// keepAll gives back its input.
func keepAll(t testing.TB) *mask.Plan {
	return policy(t, `{version: 1, ddl: keep, large_objects: keep, tables: {"*": keep}}`)
}

// classpad is the policy of the sample.
func classpad(t testing.TB) *mask.Plan {
	t.Helper()
	text, err := os.ReadFile("../../examples/classpad/policy.yaml")
	require.NoError(t, err)
	return policy(t, string(text))
}

// schemaOf is what a dump declares.
func schemaOf(t testing.TB, s sample) *schema.Schema {
	t.Helper()
	d, err := dialects.ReadSchema(context.Background(), s.dialect, bytes.NewReader(s.text), s.scan)
	require.NoError(t, err)
	return d
}

// indexed makes the index of a text.
func indexed(t testing.TB, s sample, text []byte, every int64) (split.Source, *split.Index) {
	t.Helper()
	src := split.At(bytes.NewReader(text), int64(len(text)))
	x, err := split.Make(context.Background(), src, s.dialect, split.Options{Scan: s.scan, Every: every})
	require.NoError(t, err)
	require.Equal(t, int64(len(s.text)), x.Size)
	var b bytes.Buffer
	require.NoError(t, x.Write(&b))
	again, err := split.ReadIndex(&b)
	require.NoError(t, err)
	require.Equal(t, x, again)
	return src, x
}

// joins masks all parts, in an order that is not theirs, and gives what they join to and the
// sum of their audits.
func joins(t testing.TB, s sample, src split.Source, x *split.Index, p *mask.Plan, of int) (string, *mask.Audit) {
	t.Helper()
	outs, audits := make([]string, of), make([]*mask.Audit, of)
	for i := range of {
		n := (i*5 + 3) % of // 5 divides no number of parts here
		var out bytes.Buffer
		a, err := split.Copy(context.Background(), &out, src, split.Job{
			Index: x, Number: n + 1, Of: of, Dialect: s.dialect, Plan: p, Scan: s.scan, Options: []mask.Option{mask.Workers(1 + n%2)},
		})
		require.NoError(t, err)
		outs[n], audits[n] = out.String(), a
	}
	sum := audits[0]
	for _, a := range audits[1:] {
		require.NoError(t, sum.Add(a))
	}
	return strings.Join(outs, ""), sum
}

// alike says that two audits are, but for persons of whom a part has too few to count.
func alike(t testing.TB, want, got *mask.Audit) {
	t.Helper()
	require.Equal(t, len(want.Tables), len(got.Tables))
	for name, w := range want.Tables {
		w.Persons = nil
		require.NotNil(t, got.Tables[name], name)
		got.Tables[name].Persons = nil
	}
	require.Equal(t, want, got)
}

// masked masks a dump in one run.
func masked(t testing.TB, s sample, p *mask.Plan) (string, *mask.Audit) {
	t.Helper()
	opts := []mask.Option{mask.Scan(s.scan), mask.Workers(1)}
	if p.Surveys() {
		open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(s.text)), nil }
		known, err := mask.NewSurvey(context.Background(), open, s.dialect, p, opts...)
		require.NoError(t, err)
		opts = append(opts, mask.Surveyed(known))
	}
	var want bytes.Buffer
	audit, err := mask.Copy(context.Background(), &want, bytes.NewReader(s.text), s.dialect, p, opts...)
	require.NoError(t, err)
	return want.String(), audit
}

// holds masks a dump in parts and holds the whole against one run.
func holds(t testing.TB, s sample, p *mask.Plan, every int64, counts ...int) {
	t.Helper()
	want, audit := masked(t, s, p)
	src, x := indexed(t, s, s.text, every)
	for _, of := range counts {
		got, sum := joins(t, s, src, x, p, of)
		require.True(t, want == got, "%d parts", of)
		alike(t, audit, sum)
	}
}

// TestSameBytes: the same comes out, in however many parts.
func TestSameBytes(t *testing.T) {
	for _, s := range samples(t) {
		for name, p := range map[string]*mask.Plan{"keep": keepAll(t), "mask": classpad(t)} {
			for _, every := range []int64{1, 1000, 0} {
				t.Run(fmt.Sprintf("%s/%s/%d", s.name, name, every), func(t *testing.T) { holds(t, s, p, every, fewer()...) })
			}
		}
	}
}

// TestOnly: a part needs of the index what is its own.
func TestOnly(t *testing.T) {
	for _, s := range samples(t) {
		for _, every := range []int64{1000, 0} {
			src, x := indexed(t, s, s.text, every)
			for _, of := range append(counts, len(x.Points)*2) {
				for n := 1; n <= of; n++ {
					part, err := x.Part(n, of, nil)
					require.NoError(t, err)
					var b bytes.Buffer
					require.NoError(t, x.Only(part).Write(&b))
					own, err := split.ReadIndex(&b)
					require.NoError(t, err)
					got, err := own.Part(n, of, nil)
					require.NoError(t, err)
					require.Equal(t, fmt.Sprintf("%+v", public(part)), fmt.Sprintf("%+v", public(got)), "%d of %d", n, of)
					if of != 7 {
						continue
					}
					var want, out bytes.Buffer
					job := split.Job{Index: x, Number: n, Of: of, Dialect: s.dialect, Plan: keepAll(t), Scan: s.scan}
					_, err = split.Copy(context.Background(), &want, src, job)
					require.NoError(t, err)
					job.Index = own
					_, err = split.Copy(context.Background(), &out, src, job)
					require.NoError(t, err)
					require.True(t, want.String() == out.String(), "%d of %d", n, of)
				}
			}
		}
	}
}

// public is what a part tells.
func public(p split.Part) split.Part {
	return split.Part{Number: p.Number, Of: p.Of, From: p.From, To: p.To, Line: p.Line, Inside: p.Inside, Tables: p.Tables}
}

// TestCorpus: likewise for real dumps.
func TestCorpus(t *testing.T) {
	columns, met := policy(t, `{version: 1, ddl: keep, large_objects: keep, tables: {"*": {columns: {"*": keep}}}}`), 0
	grammars := map[string]dialects.Dialect{"mysql": mysql.Dialect, "postgres": postgres.Dialect, "sqlite": sqlite.Dialect}
	for _, f := range corpora.Files(t) {
		if f.Refused != "" || f.Uncut != "" || testing.Short() && len(f.Data) > 1<<20 {
			continue
		}
		s := sample{f.Name, f.Data, grammars[f.Dialect()], f.Options}
		for name, p := range map[string]*mask.Plan{"whole": keepAll(t), "by columns": columns} {
			_, err := mask.Copy(context.Background(), io.Discard, bytes.NewReader(s.text), s.dialect, p, mask.Scan(s.scan))
			if err != nil { // a script with more in it than a dump, or without names of columns
				require.True(t, strings.HasPrefix(s.name, "public/") || name != "whole", s.name)
				continue
			}
			met++
			t.Run(s.name+" "+name, func(t *testing.T) {
				holds(t, s, p, max(1, int64(len(f.Data)/200)), fewer()...)
			})
		}
	}
	require.Greater(t, met, 300)
}

// TestXML: likewise for XML.
func TestXML(t *testing.T) {
	paths, err := filepath.Glob("../../dialects/mysql/mysqlxml/testdata/*.xml")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	drops := policy(t, `{version: 1, ddl: keep, tables: {"*": {rows: drop}}}`)
	for _, path := range paths {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		s := sample{name: path, text: text, dialect: mysqlxml.Dialect}
		if strings.Contains(path, "cp932") {
			s.scan.Charset = "cp932"
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			holds(t, s, keepAll(t), 1, counts...)
			holds(t, s, drops, 1, counts...)
		})
	}
}

// TestCSV: likewise for CSV, whose rows end with the file.
func TestCSV(t *testing.T) {
	var b strings.Builder
	b.WriteString("id,name\n")
	for i := range 500 {
		fmt.Fprintf(&b, "%d,\"somebody, of\nname %d\"\n", i, i)
	}
	for _, text := range []string{b.String(), "id,name\n", "id,name\n1,x\n"} {
		s := sample{name: "csv", text: []byte(text), dialect: csv.File{Table: "t", Format: csv.Comma}}
		holds(t, s, keepAll(t), 1, counts...)
		holds(t, s, policy(t, `{version: 1, tables: {t: {rows: {where: "id > 3"}, person: id, columns: {id: keep, name: person.name}}}}`), 1, counts...)
	}
}
