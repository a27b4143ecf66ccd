package split_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/split"
)

// TestRowsLeftOut: rows that are left out, one by one, with those that go with them, or all of
// a table, are left out in parts as in one run. Persons who are kept stay.
func TestRowsLeftOut(t *testing.T) {
	for name, rules := range map[string]string{
		"where":   `guardians: {rows: {where: "id <= 30"}, columns: {"*": keep}}, "*": keep`,
		"none":    `guardians: {rows: {where: "id < 0"}, columns: {"*": keep}}, "*": keep`,
		"drop":    `guardians: {rows: drop}, "*": keep`,
		"persons": `students: {person: {by: id}, rows: {where: "id != 3"}, columns: {"*": keep}}, "*": keep`,
		"schools": `schools: {rows: {where: "id == 1"}, columns: {"*": keep}}, "*": keep`,
	} {
		p := policy(t, `{version: 1, ddl: keep, tables: {`+rules+`}}`)
		for _, s := range samples(t) {
			for _, every := range []int64{1, 3000} {
				t.Run(fmt.Sprintf("%s/%s/%d", name, s.name, every), func(t *testing.T) { holds(t, s, p, every, 2, 7) })
			}
		}
	}
}

// TestKnownPersons: likewise where a list says which persons are left out.
func TestKnownPersons(t *testing.T) {
	p := policy(t, `{version: 1, ddl: keep, tables: {students: {person: id, columns: {"*": keep}}, "*": keep}}`)
	gone, err := p.LeaveOut(mask.Persons{Keys: func(yield func([]string) bool) { _ = yield([]string{"3"}) && yield([]string{"7"}) }})
	require.NoError(t, err)
	require.True(t, mask.Loses(p, mask.Surveyed(gone)))
	for _, s := range samples(t) {
		known, err := mask.NewSurvey(context.Background(), func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(s.text)), nil }, s.dialect, p, mask.Surveyed(gone))
		require.NoError(t, err)
		var want, got bytes.Buffer
		audit, err := mask.Copy(context.Background(), &want, bytes.NewReader(s.text), s.dialect, p, mask.Surveyed(known))
		require.NoError(t, err)
		require.Less(t, want.Len(), len(s.text))
		src, x := indexed(t, s, s.text, 500)
		sum := &mask.Audit{}
		for n := 1; n <= 9; n++ {
			out, a, err := part(s, src, x, p, n, 9, mask.Surveyed(gone))
			require.NoError(t, err)
			got.WriteString(out)
			if n == 1 {
				sum = a
			} else {
				require.NoError(t, sum.Add(a))
			}
		}
		require.True(t, want.String() == got.String(), s.name)
		alike(t, audit, sum)
	}
}

// TestWithoutRows: a dump that has none, or of which more parts are made than there are
// places, has empty parts.
func TestWithoutRows(t *testing.T) {
	for _, text := range []string{
		"CREATE TABLE `t` (`id` int);\n", "SET NAMES utf8mb4;\n", "INSERT INTO `t` (`id`) VALUES (1);\n", "\ufeffCREATE TABLE `t` (`id` int);\nINSERT INTO `t` VALUES (1);", "\n", ";",
	} {
		s := sample{name: "small", text: []byte(text), dialect: mysql.Dialect}
		holds(t, s, keepAll(t), 1, 1, 2, 64)
		src, x := indexed(t, s, s.text, 0)
		empty := 0
		for n := 1; n <= 5; n++ {
			out, a, err := part(s, src, x, keepAll(t), n, 5)
			require.NoError(t, err)
			if out == "" {
				empty++
				require.Equal(t, &mask.Audit{KeyID: a.KeyID, PolicyID: a.PolicyID, Policy: a.Policy, Tables: map[string]*mask.TableAudit{}}, a)
			}
		}
		require.Equal(t, 4, empty, text)
	}
}

// TestAcross: rows of one statement that spans all parts.
func TestAcross(t *testing.T) {
	insert, lines := &strings.Builder{}, &strings.Builder{}
	insert.WriteString("CREATE TABLE t (id int, name text);\nINSERT INTO t VALUES ")
	lines.WriteString("CREATE TABLE t (id int, name text);\nCOPY t (id, name) FROM stdin;\n")
	for i := range 4000 {
		fmt.Fprintf(insert, "%s(%d,'name %d')", []string{",", ",\n"}[i%2], i, i)
		fmt.Fprintf(lines, "%d\tname %d\n", i, i)
	}
	text := strings.Replace(insert.String(), "VALUES ,", "VALUES ", 1)
	p := policy(t, `{version: 1, tables: {t: {person: id, columns: {id: keep, name: person.name}}}}`)
	for _, s := range []sample{
		{name: "mysql", text: []byte(text + " ON DUPLICATE KEY UPDATE name = VALUES(name);\n-- end\n"), dialect: mysql.Dialect},
		{name: "inserts", text: []byte(text + "\nON CONFLICT DO NOTHING;\n"), dialect: postgres.Dialect},
		{name: "sqlite", text: []byte(text + ";\n"), dialect: sqlite.Dialect},
		{name: "copy", text: []byte(lines.String() + "\\.\n"), dialect: postgres.Dialect},
	} {
		t.Run(s.name, func(t *testing.T) {
			holds(t, s, p, 100, counts...)
			_, x := indexed(t, s, s.text, 100)
			inside := 0
			for n := 1; n <= 64; n++ {
				part, err := x.Part(n, 64, p)
				require.NoError(t, err)
				require.Equal(t, []string{"t"}, part.Tables)
				if part.Inside {
					inside++
				}
			}
			require.Equal(t, 63, inside)
		})
	}
}

// TestAnyDump draws a dump, where it is cut, and how it is read.
func TestAnyDump(t *testing.T) {
	plans := []*mask.Plan{
		keepAll(t),
		policy(t, `{version: 1, tables: {"*": {person: id, columns: {id: keep, name: person.name, memo: text}}}}`),
		policy(t, `{version: 1, ddl: keep, tables: {t1: {rows: {where: "id <= 4 or id == 6 or id >= 11"}, columns: {id: keep, name: shape, memo: keep}}, "*": keep}}`),
		policy(t, `{version: 1, ddl: keep, tables: {t1: {rows: drop}, "*": {columns: {id: keep, name: hash, memo: keep}}}}`),
	}
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.SampledFrom([]dialects.Dialect{mysql.Dialect, postgres.Dialect, sqlite.Dialect}).Draw(t, "dialect")
		s := sample{name: "drawn", text: []byte(drawnDump(t, d)), dialect: d, scan: dialects.ScanOptions{NoEndMark: true, ChunkSize: rapid.IntRange(1, 300).Draw(t, "chunk")}}
		p := rapid.SampledFrom(plans).Draw(t, "plan")
		want := oneRun(t, s, p)
		src := split.At(bytes.NewReader(s.text), int64(len(s.text)))
		x, err := split.Make(context.Background(), src, d, split.Options{Scan: s.scan, Every: rapid.Int64Range(1, 200).Draw(t, "every")})
		require.NoError(t, err)
		of := rapid.IntRange(1, 12).Draw(t, "parts")
		var got strings.Builder
		for n := 1; n <= of; n++ {
			out, _, err := part(s, src, x, p, n, of, mask.Workers(rapid.IntRange(1, 3).Draw(t, "workers")))
			require.NoError(t, err)
			got.WriteString(out)
		}
		require.Equal(t, want, got.String())
	})
}

// oneRun masks a dump that is read before, where that is needed.
func oneRun(t require.TestingT, s sample, p *mask.Plan) string {
	opts := []mask.Option{mask.Scan(s.scan)}
	if p.Surveys() {
		known, err := mask.NewSurvey(context.Background(), func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(s.text)), nil }, s.dialect, p, opts...)
		require.NoError(t, err)
		opts = append(opts, mask.Surveyed(known))
	}
	var want bytes.Buffer
	_, err := mask.Copy(context.Background(), &want, bytes.NewReader(s.text), s.dialect, p, opts...)
	require.NoError(t, err)
	return want.String()
}

// drawnDump is a dump with all that stands between rows and in them.
func drawnDump(t *rapid.T, d dialects.Dialect) string {
	var b strings.Builder
	for _, name := range []string{"t1", "t2", "t3"} {
		fmt.Fprintf(&b, "CREATE TABLE %s (id int PRIMARY KEY, name varchar(200), memo text);\n", name)
	}
	id := 0
	value := rapid.SampledFrom([]string{"NULL", "''", "'a'", "'it''s'", "'; INSERT INTO t2 VALUES (1,2,3);'", "'),(9,9,9)'", "'line\nline'", "'日本語'", "'-- no comment'", "'\\.'"})
	row := func() string {
		id++
		return fmt.Sprintf("(%d,%s,%s)", id, value.Draw(t, "name"), value.Draw(t, "memo"))
	}
	for range rapid.IntRange(0, 12).Draw(t, "statements") {
		table := rapid.SampledFrom([]string{"t1", "t2", "t3"}).Draw(t, "table")
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			b.WriteString(rapid.SampledFrom([]string{"\n", "-- a comment\n", "/* one; */ ", ";\n", "  \n\n"}).Draw(t, "between"))
		case 1:
			if d.Name() == postgres.Dialect.Name() {
				fmt.Fprintf(&b, "COPY %s (id, name, memo) FROM stdin;\n", table)
				for range rapid.IntRange(0, 6).Draw(t, "lines") {
					id++
					fmt.Fprintf(&b, "%d\t%s\t%s\n", id, rapid.SampledFrom([]string{`\N`, "", "x", `a\tb`, `\\.`}).Draw(t, "field"), "memo")
				}
				b.WriteString("\\.\n")
				continue
			}
			b.WriteString("BEGIN;\n")
		case 2:
			fmt.Fprintf(&b, "CREATE INDEX i%d ON %s (name);\n", id, table)
			id++
		default:
			fmt.Fprintf(&b, "INSERT INTO %s%s VALUES%s", table, rapid.SampledFrom([]string{"", " (id, name, memo)"}).Draw(t, "list"), rapid.SampledFrom([]string{" ", "\n"}).Draw(t, "space"))
			for i := range rapid.IntRange(1, 7).Draw(t, "rows") {
				if i > 0 {
					b.WriteString(rapid.SampledFrom([]string{",", ",\n", " , ", "\n,\n"}).Draw(t, "comma"))
				}
				b.WriteString(row())
			}
			b.WriteString(rapid.SampledFrom([]string{";\n", ";", "\n;\n"}).Draw(t, "end"))
		}
	}
	return b.String()
}

// TestDatabases: rows of one table in two databases are two tables, without definitions too.
// Where nothing says where each goes, every part stops.
func TestDatabases(t *testing.T) {
	var b strings.Builder
	for i := range 6 {
		fmt.Fprintf(&b, "USE `d%d`;\n", i%2)
		for k := range 5 {
			fmt.Fprintf(&b, "INSERT INTO `t` (`id`, `name`) VALUES (%d,'x'),(%d,'y'),(%d,'z');\n", k, k+10, k+20)
		}
	}
	s := sample{name: "databases", text: []byte(b.String()), dialect: mysql.Dialect}
	holds(t, s, policy(t, `{version: 1, databases: {d0: a, d1: b}, tables: {t: {person: id, columns: {id: keep, name: person.name}}}}`), 1, counts...)
	p := policy(t, `{version: 1, tables: {t: {columns: {id: keep, name: hash}}}}`)
	_, want := mask.Copy(context.Background(), io.Discard, bytes.NewReader(s.text), s.dialect, p)
	require.ErrorIs(t, want, mask.ErrDatabases)
	src, x := indexed(t, s, s.text, 1)
	for n := 1; n <= 7; n++ {
		_, _, err := part(s, src, x, p, n, 7)
		require.EqualError(t, err, fmt.Sprintf("part %d of 7: %s", n, want))
	}
}
