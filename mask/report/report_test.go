package report_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/masktest"
	"github.com/migawari-dev/migawari/mask/policyfile"
	"github.com/migawari-dev/migawari/mask/report"
	"github.com/migawari-dev/migawari/mask/risk"
	"github.com/migawari-dev/migawari/mask/verify"
)

var update = flag.Bool("update", false, "write the golden pages anew")

// made is when the copies of these tests were made.
var made = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

func compile(t *testing.T, policy string) *mask.Plan {
	t.Helper()
	p, err := policyfile.Compile([]byte(policy), masktest.Key(t), func(tag string) (mask.Set, error) {
		if tag == "ja" {
			return builtin.Set(ja.Locale), nil
		}
		return builtin.Set(en.Locale), nil
	})
	require.NoError(t, err)
	return p
}

// record masks a dump and gives the record, as the command does.
func record(t *testing.T, d dialects.Dialect, policy, dump string) *audit.Record {
	t.Helper()
	p := compile(t, policy)
	var tables *schema.Schema
	name := d.Name()
	d = dialects.AtEnd(d, func(s *schema.Schema, l *dialects.Listed) error {
		tables = l.With(s)
		return nil
	})
	counts, err := mask.Copy(context.Background(), io.Discard, strings.NewReader(dump), d, p)
	require.NoError(t, err)
	r := &audit.Record{
		Format: audit.Format, Migawari: "test", Dialect: name, Locale: "en", Edition: 1, DDL: "safe", Mode: audit.Managed,
		Approvals: []audit.Approval{}, Started: made, Seconds: 1.25, Schema: tables.Digest(), Audit: counts,
		Digests: audit.Digests{SHA256: strings.Repeat("0", 64)},
	}
	if p.Policy().DDL == mask.KeepDDL {
		r.DDL = "keep"
	}
	r.Judge(p, tables)
	return r
}

func text(t *testing.T, r *audit.Record) []byte {
	var b bytes.Buffer
	require.NoError(t, r.Write(&b))
	return b.Bytes()
}

// sample is the audit of the sample in a dialect.
func sample(t *testing.T, d dialects.Dialect, file string) *audit.Record {
	policy, err := os.ReadFile("../../examples/classpad/policy.yaml")
	require.NoError(t, err)
	dump, err := os.ReadFile("../../testdata/classpad/" + file)
	require.NoError(t, err)
	return record(t, d, string(policy), string(dump))
}

const (
	pupils = "CREATE TABLE `pupils` (`id` int PRIMARY KEY, `kind` varchar(9), `name` varchar(80), `mail` varchar(80), `login` varchar(80));\n" +
		"CREATE TABLE `plans` (`id` int PRIMARY KEY, `title` varchar(20));\n" +
		"CREATE TABLE `logs` (`id` int PRIMARY KEY, `line` text);\n" +
		"INSERT INTO `pupils` VALUES (1,'mail','Grace Hopper','grace@navy.test','grace@navy.test'),(2,'name','Ada Lovelace','ada@engine.test','ada'),(3,'name',NULL,NULL,'');\n" +
		"INSERT INTO `plans` VALUES (1,'free');\n" +
		"INSERT INTO `logs` VALUES (1,'x'),(2,'y');\n"
	rules = `
version: 1
audience: dev
tables:
  pupils:
    person: id
    columns:
      id: keep
      kind: {mask: keep, reason: two values, owner: sato}
      name: person.name
      mail: {mask: keep, reason: a test needs it, owner: data protection}
      login: [{when: "kind == 'mail'", mask: email}, {mask: shape}]
  plans: keep
  logs: {rows: drop, reason: nobody reads old logs}
`
	keepAll = `{version: 1, ddl: keep, tables: {"*": keep}}`
)

// write makes the page.
func write(t *testing.T, l *report.Language, text []byte, ev audit.Evidence) string {
	t.Helper()
	r, err := report.Read(text, ev)
	require.NoError(t, err)
	return render(t, l, r)
}

func render(t *testing.T, l *report.Language, r *report.Report) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, r.Write(&b, l))
	sound(t, b.String())
	return b.String()
}

// sound holds what is true of every page.
func sound(t *testing.T, page string) {
	t.Helper()
	rest, ok := strings.CutPrefix(page, "<!DOCTYPE html>\n")
	require.True(t, ok)
	ids, refs := map[string]bool{}, map[string]bool{}
	for d := xml.NewDecoder(strings.NewReader(rest)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err, "a page is well-formed")
		tag, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		require.NotContains(t, []string{"script", "link", "iframe", "object", "embed", "img", "base", "form"}, tag.Name.Local)
		for _, a := range tag.Attr {
			require.False(t, strings.HasPrefix(a.Name.Local, "on"), "no event calls a script")
			switch a.Name.Local {
			case "id":
				require.False(t, ids[a.Value], "two have the ID %s", a.Value)
				ids[a.Value] = true
			case "href":
				require.True(t, strings.HasPrefix(a.Value, "#"), "a link leads to %s", a.Value)
				refs[a.Value[1:]] = true
			case "aria-labelledby":
				refs[a.Value] = true
			case "src", "style", "action":
				t.Errorf("<%s %s>", tag.Name.Local, a.Name.Local)
			}
		}
	}
	for r := range refs {
		require.True(t, ids[r], "%s leads nowhere", r)
	}
	require.NotRegexp(t, `(?i)https?:|url\(|@import|[^d]anonymi|匿名|ZgotmplZ|%!|<no value>`, page)
	require.NotRegexp(t, "[\x00-\x09\x0b-\x1f\x7f\u0080-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", page)
}

var now = made.AddDate(0, 1, 0)

// Every audit has a page in every language.
func TestPages(t *testing.T) {
	for name, make := range map[string]func(t *testing.T) *audit.Record{
		"mariadb":  func(t *testing.T) *audit.Record { return sample(t, mysql.Dialect, "mariadb.sql") },
		"postgres": func(t *testing.T) *audit.Record { return sample(t, postgres.Dialect, "postgres.sql") },
		"masked":   func(t *testing.T) *audit.Record { return record(t, mysql.Dialect, rules, pupils) },
		"partial": func(t *testing.T) *audit.Record {
			r := record(t, mysql.Dialect, rules, pupils)
			r.Verdict, r.Reasons = audit.Partial, append(r.Reasons, audit.Reason{What: audit.PersonsKept}, audit.Reason{What: audit.Unchanged, Table: "pupils", Column: "name"})
			return r
		},
		"raw": func(t *testing.T) *audit.Record {
			return record(t, mysql.Dialect, keepAll, pupils)
		},
		"expired": func(t *testing.T) *audit.Record {
			r := record(t, mysql.Dialect, rules, pupils)
			past := now.AddDate(0, 0, -1)
			r.Purpose, r.Requester, r.Expires = "tests of the shop", "tanaka", &past
			r.Approvals = []audit.Approval{{Signer: "sato", Key: "SHA256:" + strings.Repeat("A", 43), Made: made, Expires: past}}
			return r
		},
		"sqlite": func(t *testing.T) *audit.Record { return sample(t, sqlite.Dialect, "sqlite.sql") },
		"merged": func(t *testing.T) *audit.Record {
			a, b := record(t, mysql.Dialect, rules, pupils), record(t, mysql.Dialect, rules, strings.ReplaceAll(pupils, "VALUES (1", "VALUES (7"))
			b.SHA256 = strings.Repeat("1", 64)
			sum, err := audit.Merge(a, b)
			require.NoError(t, err)
			return sum
		},
		"dry, of a key that nobody knows": func(t *testing.T) *audit.Record {
			r := record(t, mysql.Dialect, strings.Replace(rules, "plans: keep", "plans: {columns: {id: keep, title: {mask: fixed, value: x}}}", 1), pupils)
			r.Mode, r.DryRun, r.Reused, r.Source = audit.Ephemeral, true, []string{"a.sql"}, "x"
			return r
		},
		"no rows": func(t *testing.T) *audit.Record {
			return record(t, mysql.Dialect, rules, pupils[:strings.Index(pupils, "INSERT")])
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := make(t)
			for _, l := range report.Languages {
				page := write(t, l, text(t, r), audit.Evidence{Now: now})
				require.Contains(t, page, `<html lang="`+l.Tag+`">`)
				require.Contains(t, page, l.Verdicts[r.Verdict].Name)
				for _, canary := range []string{"grace", "hopper", "engine", "霧島"} {
					require.NotContains(t, strings.ToLower(page), canary)
				}
			}
		})
	}
}

// The golden pages are without their style and digests, which change more often than what
// they say.
func TestGolden(t *testing.T) {
	r := record(t, mysql.Dialect, rules, pupils)
	r.Purpose, r.Requester = "tests of the shop", "tanaka"
	for _, l := range report.Languages {
		t.Run(l.Tag, func(t *testing.T) {
			page := write(t, l, text(t, r), audit.Evidence{Now: now})
			page = regexp.MustCompile(`(?s)<style>.*?</style>`).ReplaceAllString(page, "")
			page = regexp.MustCompile(`[0-9a-f]{64}`).ReplaceAllString(page, "DIGEST")
			page = regexp.MustCompile(`\n\s*\n+`).ReplaceAllString(page, "\n")
			file := filepath.Join("testdata", l.Tag+".html")
			if *update {
				require.NoError(t, os.WriteFile(file, []byte(page), 0o644))
			}
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			require.Equal(t, string(want), page, "go test ./mask/report -update writes it anew")
		})
	}
}

// No name can write markup, or speak to whoever reads.
func TestHostileNames(t *testing.T) {
	hostile := "</title><script>alert(1)</script>\"'>&#0;\x1b[31m\u202eevil\u0000\u2066 {{.}} javascript:x"
	r := record(t, mysql.Dialect, rules, pupils)
	r.Purpose, r.Requester, r.Audience, r.Migawari, r.Source, r.Dialect, r.Locale = hostile, hostile, hostile, hostile, hostile, hostile, hostile
	r.Warnings, r.Absent = []string{hostile}, []string{hostile}
	r.Dropped = map[string]int64{hostile: 1}
	r.LeftOut = []mask.Keys{{Of: hostile, Keys: 1, Digest: hostile}}
	r.Approvals = []audit.Approval{{Signer: hostile, Key: hostile, Made: made, Expires: made}}
	table := r.Tables["pupils"]
	table.Reason, table.Owner = hostile, hostile
	column := table.Columns["kind"]
	column.Rule, column.Domain, column.Method, column.Reason, column.Owner = hostile, hostile, hostile, hostile, hostile
	table.Columns[hostile] = column
	r.Tables[hostile] = table
	for i := range r.Reasons {
		r.Reasons[i].Table, r.Reasons[i].Column, r.Reasons[i].Kind = hostile, hostile, hostile
	}
	found := `{"clean": false, "looks_like": %[1]q, "findings": [{"what": %[1]q, "table": %[1]q, "column": %[1]q, "kind": %[1]q, "line": 1, "count": 1, "from": %[1]q, "guise": %[1]q}],
		"columns": [{"table": %[1]q, "column": %[1]q, "rule": %[1]q, "state": "cannot tell", "values": 3}, {"table": "pupils", "column": "id", "rule": "keep", "state": %[1]q}]}`
	measured := `{"tables": [{"table": "pupils", "rows": 3, "keys_kept": 3, "times_kept": [%[1]q]}], "columns": [{"table": %[1]q, "column": %[1]q, "rule": %[1]q, "undone": 2, "by": %[1]q}],
		"sets": [{"table": %[1]q, "columns": [%[1]q], "before": {"unique": 7}, "after": {"few": -7}}], "names": [{"table": %[1]q, "columns": [%[1]q], "pairs": 3, "real": 1}]}`
	quoted, err := json.Marshal(hostile)
	require.NoError(t, err)
	for _, l := range report.Languages {
		page, err := report.Read(text(t, r), audit.Evidence{Now: now})
		require.NoError(t, err)
		require.NoError(t, page.AddVerify([]byte(strings.ReplaceAll(found, "%[1]q", string(quoted)))))
		require.NoError(t, page.AddRisk([]byte(strings.ReplaceAll(measured, "%[1]q", string(quoted)))))
		require.Contains(t, render(t, l, page), "pupils")
	}
}

// What verify and audit risk have written is on the page.
func TestFindings(t *testing.T) {
	p, plan := record(t, mysql.Dialect, rules, pupils), compile(t, rules)
	v, err := verify.Run(context.Background(), strings.NewReader(pupils), mysql.Dialect, plan, verify.Options{Locales: []*fake.Locale{en.Locale}})
	require.NoError(t, err)
	found, err := json.Marshal(v.Report())
	require.NoError(t, err)
	measured, err := json.Marshal(&risk.Report{
		Tables: []risk.Table{{Table: "pupils", Rows: 3, KeysKept: 3}}, Columns: []risk.Column{{Table: "pupils", Column: "login", Rule: "hash", Undone: 2, By: "MD5"}},
		Sets:  []risk.Groups{{Table: "pupils", Columns: []string{"kind"}, Before: risk.Sizes{Groups: 2, Unique: .5}, After: risk.Sizes{Groups: 2, Unique: .25}}},
		Names: []risk.Names{},
	})
	require.NoError(t, err)
	for _, l := range report.Languages {
		r, err := report.Read(text(t, p), audit.Evidence{Now: now})
		require.NoError(t, err)
		require.Contains(t, render(t, l, r), l.NotGivenLeaks)
		for _, known := range []audit.Verified{audit.Clean, audit.InPart} {
			again := *p
			again.Verified = known
			page := write(t, l, text(t, &again), audit.Evidence{Now: now})
			require.Contains(t, page, l.Verified[known])
			require.NotContains(t, page, l.NotGivenLeaks)
		}
		require.NoError(t, r.AddVerify(found))
		require.NoError(t, r.AddRisk(measured))
		page := render(t, l, r)
		require.NotContains(t, page, l.NotGivenLeaks)
		for _, shown := range []string{l.Found[verify.NotOurs], l.Found[verify.Rows], "50.0% → 25.0%", "MD5"} {
			require.Contains(t, page, shown)
		}
		require.Equal(t, 2, strings.Count(page, `<li class="bad">`))
		for _, bad := range []string{"", "{}", "[]", string(measured), `{"clean": true}`} {
			require.ErrorIs(t, r.AddVerify([]byte(bad)), report.ErrVerify)
		}
		for _, bad := range []string{"", "{}", "[]", string(found)} {
			require.ErrorIs(t, r.AddRisk([]byte(bad)), report.ErrRisk)
		}
		require.ErrorIs(t, r.AddVerify(bytes.ReplaceAll(found, []byte(`"table":"`), []byte(`"table":"other_`))), report.ErrTables)
		require.ErrorIs(t, r.AddRisk(bytes.ReplaceAll(measured, []byte(`"table":"`), []byte(`"table":"other_`))), report.ErrTables)
	}
}

// What is said of a dump is shown beside the audit of that dump, and of no other.
func TestBelongs(t *testing.T) {
	sum, other := strings.Repeat("ab", 32), strings.Repeat("cd", 32)
	of := func(sum string) ([]byte, []byte) {
		found, err := json.Marshal(&verify.Report{Clean: true, SHA256: sum, Findings: []verify.FindingReport{}, Columns: []verify.ColumnReport{}})
		require.NoError(t, err)
		measured, err := json.Marshal(&risk.Report{SHA256: sum, Tables: []risk.Table{}, Columns: []risk.Column{}, Sets: []risk.Groups{}, Names: []risk.Names{}})
		require.NoError(t, err)
		return found, measured
	}
	whole, shards := record(t, mysql.Dialect, rules, pupils), record(t, mysql.Dialect, rules, pupils)
	whole.SHA256 = sum
	joined := record(t, mysql.Dialect, rules, pupils)
	joined.SHA256, joined.Parts = sum, []audit.Part{{Digests: audit.Digests{SHA256: other}}, {Digests: audit.Digests{SHA256: other}}}
	shards.Parts = []audit.Part{{Digests: audit.Digests{SHA256: other}}, {Digests: audit.Digests{SHA256: sum}}}
	for _, l := range report.Languages {
		for _, c := range []struct {
			record    *audit.Record
			sum, says string // empty: it is refused
		}{
			{whole, sum, "that is the dump of this audit"}, {whole, other, ""}, {whole, "", "tables of this audit"},
			{joined, sum, "that is the dump of this audit"}, {joined, other, "part 1 of the 2"},
			{shards, sum, "part 2 of the 2"}, {shards, strings.Repeat("ef", 32), ""},
		} {
			r, err := report.Read(text(t, c.record), audit.Evidence{Now: now})
			require.NoError(t, err)
			found, measured := of(c.sum)
			if c.says == "" {
				require.ErrorIs(t, r.AddVerify(found), report.ErrOther)
				require.ErrorIs(t, r.AddRisk(measured), report.ErrOther)
				require.NotContains(t, render(t, l, r), "migawari audit risk")
				continue
			}
			require.NoError(t, r.AddVerify(found))
			require.NoError(t, r.AddRisk(measured))
			if l.Tag == "en" {
				require.Equal(t, 2, strings.Count(render(t, l, r), c.says), c.says)
			}
		}
	}
}

// What is no audit, or was edited, has no page.
func TestReadRefuses(t *testing.T) {
	good, raw := text(t, record(t, mysql.Dialect, rules, pupils)), text(t, record(t, mysql.Dialect, keepAll, pupils))
	for name, c := range map[string]struct {
		text []byte
		want error
	}{
		"nothing":           {nil, audit.ErrRecord},
		"half":              {good[:len(good)/2], audit.ErrRecord},
		"another file":      {[]byte(`{"clean": true}`), audit.ErrRecord},
		"a better verdict":  {bytes.Replace(raw, []byte(`"raw"`), []byte(`"masked"`), 1), audit.ErrVerdict},
		"a verdict of none": {bytes.Replace(good, []byte(`"verdict": "masked"`), []byte(`"verdict": "fine"`), 1), audit.ErrVerdict},
		"an unknown reason": {bytes.Replace(good, []byte(`"table kept whole"`), []byte(`"nothing to see"`), 1), audit.ErrVerdict},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := report.Read(c.text, audit.Evidence{Now: now})
			require.ErrorIs(t, err, c.want)
		})
	}
}

// A page of hundreds of tables is no larger than it must be.
func TestManyTables(t *testing.T) {
	var b strings.Builder
	for i := range 300 {
		fmt.Fprintf(&b, "CREATE TABLE `t%03d` (`id` int PRIMARY KEY", i)
		for j := range 11 {
			fmt.Fprintf(&b, ", `c%d` varchar(60)", j)
		}
		b.WriteString(");\n")
	}
	r := record(t, mysql.Dialect, `{version: 1, ddl: keep, tables: {"*": {columns: {"*": keep}}}}`, b.String())
	for _, l := range report.Languages {
		require.Less(t, len(write(t, l, text(t, r), audit.Evidence{Now: now})), 3<<20)
	}
}

// Every language has all words, and no language has others.
func TestLanguages(t *testing.T) {
	require.NotNil(t, report.Find("ja"))
	require.Nil(t, report.Find("xx"))
	en := report.Find("en")
	for _, l := range report.Languages {
		require.Len(t, l.LimitsList, len(en.LimitsList))
		fields := reflect.ValueOf(l).Elem()
		for i := range fields.NumField() {
			if name := fields.Type().Field(i).Name; l != en || name != "errors" && name != "Guises" {
				require.False(t, fields.Field(i).IsZero(), "%s: %s", l.Tag, name)
			}
		}
		for table, heads := range en.Heads {
			require.Len(t, l.Heads[table], len(heads), table)
		}
		for _, maps := range [][2]any{
			{en.Verdicts, l.Verdicts}, {en.Reasons, l.Reasons}, {en.Classes, l.Classes}, {en.Outcomes, l.Outcomes}, {en.Facts, l.Facts},
			{en.Modes, l.Modes}, {en.Found, l.Found}, {en.Judged, l.Judged}, {en.Likes, l.Likes}, {en.Verified, l.Verified}, {en.DDL, l.DDL}, {en.Heads, l.Heads}, {en.States, l.States}, {en.Statements, l.Statements}, {en.Kinds, l.Kinds},
		} {
			require.ElementsMatch(t, keysOf(maps[0]), keysOf(maps[1]))
		}
	}
}

func keysOf(m any) []string {
	var all []string
	for _, k := range reflect.ValueOf(m).MapKeys() {
		all = append(all, k.String())
	}
	return all
}

// Whatever is read as an audit, and beside it, has a page that is sound.
func FuzzReport(f *testing.F) {
	f.Add([]byte(`{"audit":1,"key_id":"0","verdict":"masked","tables":{"t":{"rows":2,"persons":{"person":{"below":10}},"columns":{"c":{"rule":"a | b","arms":[1,1],"masked":2}}}}}`),
		[]byte(`{"clean":true,"findings":[],"columns":[{"table":"t","column":"c","state":"judged","values":2}]}`),
		[]byte(`{"tables":[{"table":"t"}],"columns":[{"rank":0.5,"guessed":1}],"sets":[{"columns":["c"],"linked":2}],"names":[{"real":1}]}`))
	f.Add([]byte(`{"key_id":"0","verdict":"raw","reasons":[{"what":"ddl: keep","table":"\u202e","kind":"\u0000"}],"expires":"2001-01-01T00:00:00Z","parts":[{"bytes_out":1},{"sha256":"x"}],"tables":{"":{"rows":1,"dropped":1}}}`),
		[]byte(`{"findings":[{"what":"\u001b"}],"columns":[],"sources":[{"table":"t"}]}`), []byte(nil))
	f.Fuzz(func(t *testing.T, text, found, measured []byte) {
		r, err := report.Read(text, audit.Evidence{Now: now})
		if err != nil {
			return
		}
		_, _ = r.AddVerify(found), r.AddRisk(measured) // what is refused is not on the page
		for _, l := range report.Languages {
			render(t, l, r)
		}
	})
}
