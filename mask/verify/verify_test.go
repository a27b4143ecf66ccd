package verify_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/masktest"
	"github.com/migawari-dev/migawari/mask/policyfile"
	"github.com/migawari-dev/migawari/mask/verify"
)

// dumps are those of the sample.
var dumps = []struct {
	file    string
	dialect dialects.Dialect
}{
	{"mariadb.sql", mysql.Dialect}, {"mariadb-cp932.sql", mysql.Dialect},
	{"postgres.sql", postgres.Dialect}, {"postgres-inserts.sql", postgres.Dialect}, {"sqlite.sql", sqlite.Dialect},
}

func read(t testing.TB, path ...string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(append([]string{"..", ".."}, path...)...))
	require.NoError(t, err)
	return b
}

func plan(t testing.TB, policy []byte) *mask.Plan {
	t.Helper()
	p, err := policyfile.Parse(policy)
	require.NoError(t, err)
	compiled, err := mask.Compile(p, masktest.Key(t), builtin.Set(ja.Locale))
	require.NoError(t, err)
	return compiled
}

func masked(t testing.TB, dump []byte, d dialects.Dialect, p *mask.Plan) []byte {
	t.Helper()
	var out bytes.Buffer
	_, err := mask.Copy(context.Background(), &out, bytes.NewReader(dump), d, p)
	require.NoError(t, err)
	return out.Bytes()
}

func options() verify.Options { return verify.Options{Locales: []*fake.Locale{ja.Locale}, Workers: 2} }

func run(t testing.TB, dump []byte, d dialects.Dialect, p *mask.Plan) *verify.Verdict {
	t.Helper()
	v, err := verify.Run(context.Background(), bytes.NewReader(dump), d, p, options())
	require.NoError(t, err)
	return v
}

// TestSampleIsOurs finds nothing in the masked sample, and says of which columns it can
// say nothing.
func TestSampleIsOurs(t *testing.T) {
	p := plan(t, read(t, "examples", "classpad", "policy.yaml"))
	for _, d := range dumps {
		t.Run(d.file, func(t *testing.T) {
			raw := read(t, "testdata", "classpad", d.file)
			v := run(t, masked(t, raw, d.dialect, p), d.dialect, p)
			require.Empty(t, v.Findings)
			require.True(t, v.Clean())
			require.Greater(t, len(v.In(verify.Judged)), 20)
			for _, c := range v.In(verify.CannotTell) {
				require.Zero(t, c.Ours+c.NotOurs)
			}
			unknown := columnsOf(v.In(verify.CannotTell))
			for _, c := range []string{"family_name", "birth_date", "token", "device_id", "profile", "login_id"} {
				require.Contains(t, unknown, c)
			}
			found := run(t, raw, d.dialect, p).Findings
			require.Greater(t, len(found), 15, "the raw dump")
		})
	}
}

func columnsOf(columns []verify.Column) (names []string) {
	for _, c := range columns {
		names = append(names, c.Column)
	}
	return names
}

// people is a dump of n rows of people who could be somebody.
func people(from, n int) (rows []string) {
	for i := from; i < from+n; i++ {
		rows = append(rows, fmt.Sprintf("(%d,'埜河原 圭燈','taro%d@mail.migawari','090-%04d-%04d','93.184.%d.%d','4%015d','memo')", i, i, 1000+i, 2000+i*3, i%200, i%99, i))
	}
	return rows
}

const (
	peopleDDL = "CREATE TABLE `people` (`id` int NOT NULL, `name` varchar(40), `email` varchar(80), `phone` varchar(20), `ip` varchar(45), `card` varchar(30), `memo` text, PRIMARY KEY (`id`));\n"
	insert    = "INSERT INTO `people` VALUES\n"
	policy    = `{version: 1, locale: ja, tables: {people: {person: id, columns: {id: keep, name: person.name, email: email, phone: phone, ip: ip, card: card, memo: text}}}}`
)

// TestRowsMixedIn puts rows that were not masked among masked ones: each is found in each
// column that can be judged.
func TestRowsMixedIn(t *testing.T) {
	p := plan(t, []byte(policy))
	clean := string(masked(t, []byte(peopleDDL+insert+strings.Join(people(0, 300), ",\n")+";\n"), mysql.Dialect, p))
	require.Empty(t, run(t, []byte(clean), mysql.Dialect, p).Findings)
	for _, k := range []int{1, 2, 7} {
		dump := strings.Replace(clean, ";\n", ";\n-- x\n", 1)
		lines := strings.SplitAfter(dump, "\n")
		at := len(lines) / 2
		for i, row := range people(1000, k) {
			lines = slices.Insert(lines, at+3*i-1, row+",\n")
		}
		v := run(t, []byte(strings.Join(lines, "")), mysql.Dialect, p)
		require.False(t, v.Clean())
		count := map[string]int64{}
		for _, f := range v.Findings {
			require.Equal(t, verify.NotOurs, f.What)
			require.EqualValues(t, at, f.First.Line, f.Column)
			count[f.Column] = f.Count
		}
		for _, c := range []string{"name", "email", "phone", "ip", "card", "memo"} {
			require.EqualValues(t, k, count[c], c)
		}
	}
}

// TestPersonalWhereKept finds values of somebody in what no rule masks, and between rows.
func TestPersonalWhereKept(t *testing.T) {
	dump := "-- ask hanako@mail.migawari\n" + peopleDDL + insert + strings.Join(people(0, 20), ",\n") + ";\n"
	kept := `{version: 1, locale: ja, ddl: keep, tables: {people: {columns: {id: keep, name: keep, email: keep, phone: {mask: keep, reason: no secret}, ip: keep, card: keep, memo: keep}}}}`
	v := run(t, []byte(dump), mysql.Dialect, plan(t, []byte(kept)))
	var got []string
	for _, f := range v.Findings {
		got = append(got, fmt.Sprintf("%s %s.%s %s line %d: %d", f.What, f.Table, f.Column, f.Kind, f.First.Line, f.Count))
	}
	require.ElementsMatch(t, []string{
		"personal . email line 1: 1", "personal people.email email line 4: 20", "personal people.ip ip_address line 4: 20", "personal people.name person_name line 4: 20",
	}, got)
	i := slices.IndexFunc(v.Columns, func(c verify.Column) bool { return c.Column == "phone" })
	require.EqualValues(t, 20, v.Columns[i].Decided)
	require.False(t, v.Clean())
}

// TestDroppedRows finds rows of a table that the policy empties.
func TestDroppedRows(t *testing.T) {
	dump := peopleDDL + insert + strings.Join(people(0, 3), ",\n") + ";\n"
	v := run(t, []byte(dump), mysql.Dialect, plan(t, []byte(`{version: 1, tables: {people: {rows: drop}}}`)))
	require.Contains(t, v.Findings, verify.Finding{What: verify.Rows, Table: "people", First: v.Findings[0].First, Count: 3})
}

// TestNamesWhereKept finds texts with names of persons in a column that is kept, and none in
// one of things.
func TestNamesWhereKept(t *testing.T) {
	var rows []string
	for i := range 40 {
		note := "特になし"
		if i%4 == 0 {
			note = "鈴木一郎さんの保護者から電話がありました。"
		}
		rows = append(rows, fmt.Sprintf("(%d,'宿題を提出すること、その%d','%s')", i, i, note))
	}
	dump := "CREATE TABLE `notes` (`id` int NOT NULL, `title` varchar(80), `body` text, PRIMARY KEY (`id`));\nINSERT INTO `notes` VALUES\n" + strings.Join(rows, ",\n") + ";\n"
	for policy, found := range map[string]bool{"{version: 1, tables: {notes: {columns: {'*': keep}}}}": true, "{version: 1, tables: {notes: {columns: {'*': {mask: keep, reason: notes of ours}}}}}": false} {
		v := run(t, []byte(dump), mysql.Dialect, plan(t, []byte(policy)))
		if !found {
			require.Empty(t, v.Findings)
			require.EqualValues(t, 10, v.Columns[2].Decided)
			continue
		}
		require.Len(t, v.Findings, 1)
		f := v.Findings[0]
		require.Equal(t, "personal notes.body person_name line 3: 10", fmt.Sprintf("%s %s.%s %s line %d: %d", f.What, f.Table, f.Column, f.Kind, f.First.Line, f.Count))
	}
}
