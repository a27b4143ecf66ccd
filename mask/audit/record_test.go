package audit_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/masktest"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

const pupils = "CREATE TABLE `pupils` (`id` int PRIMARY KEY, `kind` varchar(9), `name` varchar(80), `login` varchar(80), `plan` varchar(9));\n" +
	"CREATE TABLE `plans` (`id` int PRIMARY KEY, `title` varchar(20));\n"

const rules = `
version: 1
audience: dev
tables:
  pupils:
    person: id
    columns:
      id: keep
      kind: keep
      name: person.name
      login: [{when: "kind == 'mail'", mask: email}, {mask: shape}]
      plan: keep
  plans:
    columns: {id: keep, title: keep}
`

// rows are pupils from one number to another.
func rows(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		kind, login := "mail", fmt.Sprintf("'p%d@navy.test'", i)
		if i%4 == 0 {
			kind, login = "name", fmt.Sprintf("'pupil%d'", i)
		}
		fmt.Fprintf(&b, "INSERT INTO `pupils` VALUES (%d,'%s','Grace Hopper %d',%s,NULL);\n", i, kind, i, login)
	}
	return b.String()
}

func plan(t *testing.T, policy string, k mask.Key) *mask.Plan {
	p, err := policyfile.Compile([]byte(policy), k, func(string) (mask.Set, error) { return builtin.Set(en.Locale), nil })
	require.NoError(t, err)
	return p
}

// record masks a dump and gives the record, as the command does.
func record(t *testing.T, policy, dump string) *audit.Record {
	return recordUnder(t, masktest.Key(t), policy, dump)
}

func recordUnder(t *testing.T, k mask.Key, policy, dump string) *audit.Record {
	t.Helper()
	p := plan(t, policy, k)
	var tables *schema.Schema
	d := dialects.AtEnd(mysql.Dialect, func(s *schema.Schema, l *dialects.Listed) error {
		tables = l.With(s)
		return nil
	})
	input := p.InputDigest()
	counts, err := mask.Copy(context.Background(), io.Discard, io.TeeReader(strings.NewReader(dump), input), d, p)
	require.NoError(t, err)
	r := &audit.Record{
		Format: audit.Format, Migawari: "test", Dialect: d.Name(), Locale: "en", Edition: 1, DDL: "safe", Mode: audit.Managed,
		Approvals: []audit.Approval{}, Started: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), Schema: tables.Digest(), Audit: counts,
		Digests: audit.Digests{Input: fmt.Sprintf("%x", input.Sum(nil)), SHA256: strings.Repeat("0", 64)},
	}
	r.Judge(p, tables)
	return r
}

// text writes a record, and holds that against the schema.
func text(t *testing.T, r *audit.Record) []byte {
	var b bytes.Buffer
	require.NoError(t, r.Write(&b))
	valid(t, b.Bytes())
	return b.Bytes()
}

func valid(t *testing.T, text []byte) {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(audit.Schema))
	require.NoError(t, err)
	require.NoError(t, c.AddResource("audit.schema.json", tree))
	s, err := c.Compile("audit.schema.json")
	require.NoError(t, err)
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	require.NoError(t, s.Validate(v), "%s", text)
}

func TestRecord(t *testing.T) {
	r := record(t, rules, pupils+rows(0, 100)+"INSERT INTO `plans` VALUES (1,'free');\n")
	expires := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	r.Use = audit.Use{Purpose: "tests", Requester: "tanaka", Expires: &expires}
	written := text(t, r)

	back, err := audit.Read(written)
	require.NoError(t, err)
	require.Equal(t, string(written), string(text(t, back)))

	login := back.Tables["pupils"].Columns["login"]
	require.Equal(t, []int64{75, 25}, login.Arms)
	about, few := login.Distinct.Number()
	require.False(t, few)
	require.InDelta(t, 100, about, 10)
	about, _ = back.Tables["pupils"].Persons["person"].Number()
	require.InDelta(t, 100, about, 10)
	require.Nil(t, back.Tables["plans"].Persons)
	require.Equal(t, audit.Masked, r.Verdict, "%v", r.Reasons)
}

// Every key that can be in a record is in its schema.
func TestSchemaKnowsAll(t *testing.T) {
	r := record(t, rules, pupils+rows(0, 3))
	expires := time.Now()
	r.Verified = audit.InPart
	r.Use = audit.Use{Purpose: "p", Requester: "r", Expires: &expires}
	r.Approvals = []audit.Approval{{Signer: "sato", Key: "SHA256:x", Made: expires, Expires: expires}}
	r.DryRun, r.Reused, r.Source, r.Reasons = true, []string{"f"}, "s", []audit.Reason{{What: audit.PersonalKept, Table: "t", Column: "c", Kind: "email"}}
	r.Parts = []audit.Part{{Digests: r.Digests, BytesOut: 1}}
	counts := map[string]int64{"SET": 1}
	r.Dropped, r.Changed, r.Examined, r.Decided, r.Counters = counts, counts, counts, counts, counts
	r.Absent, r.Warnings = []string{"a"}, []string{"w"}
	r.LeftOut = []mask.Keys{{Of: "persons", Keys: 1, Digest: strings.Repeat("a", 64)}}
	r.Spared = r.LeftOut
	r.Tables["pupils"].Open, r.Tables["pupils"].Dropped = true, 1
	text(t, r)
}

var update = flag.Bool("update", false, "write testdata anew")

// TestGolden is a known answer: audits are read by others, and years later.
func TestGolden(t *testing.T) {
	r := record(t, rules, pupils+rows(0, 12)+"INSERT INTO `plans` VALUES (1,'free');\n")
	written := text(t, r)
	const name = "testdata/audit.json"
	if *update {
		require.NoError(t, os.WriteFile(name, written, 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, string(want), string(written))
}

func TestVerdict(t *testing.T) {
	one := "INSERT INTO `plans` VALUES (1,'free');\n"
	for name, c := range map[string]struct {
		policy string
		want   audit.Verdict
		why    audit.Reason
	}{
		"a table": {"version: 1\ntables:\n  pupils: {person: id, columns: {id: keep, kind: keep, name: person.name, login: shape, plan: keep}}\n  plans: keep",
			audit.Masked, audit.Reason{What: audit.TableKept, Table: "plans"}},
		"a pattern": {"version: 1\ntables:\n  pupils: {person: id, columns: {id: keep, kind: keep, name: person.name, login: shape, plan: keep}}\n  \"*\": keep",
			audit.Raw, audit.Reason{What: audit.PatternKept, Table: "plans"}},
		"a pattern of columns": {"version: 1\ntables:\n  pupils: {person: id, columns: {name: person.name, login: shape, \"*\": keep}}\n  plans: {columns: {id: keep, title: keep}}",
			audit.Raw, audit.Reason{What: audit.PatternKept, Table: "pupils", Column: "*"}},
		"personal": {"version: 1\ntables:\n  pupils: {person: id, columns: {id: keep, kind: keep, name: keep, login: shape, plan: keep}}\n  plans: {columns: {id: keep, title: keep}}",
			audit.Raw, audit.Reason{What: audit.PersonalKept, Table: "pupils", Column: "name", Kind: "person_name"}},
		"personal for a reason": {"version: 1\ntables:\n  pupils: {person: id, columns: {id: keep, kind: keep, name: {mask: keep, reason: made up}, login: shape, plan: keep}}\n  plans: {columns: {id: keep, title: keep}}",
			audit.Masked, audit.Reason{What: audit.ReasonedKept, Table: "pupils", Column: "name", Kind: "person_name"}},
		"definitions": {"version: 1\nddl: keep" + strings.TrimPrefix(rules, "\nversion: 1"), audit.Raw, audit.Reason{What: audit.DefinitionsKept}},
		"nothing": {"version: 1\ntables:\n  pupils: {rows: drop}\n  plans: {columns: {id: keep, title: keep}}",
			audit.Raw, audit.Reason{What: audit.NothingMasked}},
	} {
		t.Run(name, func(t *testing.T) {
			r := record(t, c.policy, pupils+rows(0, 20)+one)
			require.Equal(t, c.want, r.Verdict)
			require.Contains(t, r.Reasons, c.why)
			text(t, r)
		})
	}
}

func TestMerge(t *testing.T) {
	whole := record(t, rules, pupils+rows(0, 300))
	var parts []*audit.Record
	for i := range 3 {
		parts = append(parts, record(t, rules, pupils+rows(100*i, 100*i+100)))
	}
	sum, err := audit.Merge(parts...)
	require.NoError(t, err)
	require.Equal(t, whole.Tables, sum.Tables)
	require.Equal(t, whole.Schema, sum.Schema)
	require.Len(t, sum.Parts, 3)
	require.Empty(t, sum.SHA256)
	text(t, sum)

	again, err := audit.Merge(sum, record(t, rules, pupils+rows(300, 310)))
	require.NoError(t, err)
	require.Len(t, again.Parts, 4)

	_, err = audit.Merge(parts[0], parts[0])
	require.ErrorIs(t, err, audit.ErrTwice)
	_, err = audit.Merge(parts[0], recordUnder(t, mask.EphemeralKey(), rules, pupils+rows(0, 9)))
	require.ErrorIs(t, err, audit.ErrKeys)
	_, err = audit.Merge(parts[0], record(t, strings.Replace(rules, "login: [", "login: [{when: \"kind == 'x'\", mask: keep}, ", 1), pupils+rows(0, 9)))
	require.ErrorIs(t, err, audit.ErrPolicies)
	for want, change := range map[error]func(*audit.Record){
		audit.ErrEditions: func(r *audit.Record) { r.Edition++ },
		audit.ErrDry:      func(r *audit.Record) { r.DryRun = true },
		audit.ErrRuns:     func(r *audit.Record) { r.Purpose = "another" },
	} {
		other := record(t, rules, pupils+rows(500, 510))
		change(other)
		_, err = audit.Merge(parts[0], other)
		require.ErrorIs(t, err, want)
	}
	for _, c := range []struct{ a, b, want audit.Verified }{
		{audit.Clean, audit.Clean, audit.Clean}, {audit.Clean, audit.InPart, audit.InPart}, {audit.InPart, audit.Clean, audit.InPart}, {audit.Clean, "", ""}, {"", audit.Clean, ""},
	} {
		parts[0].Verified, parts[1].Verified = c.a, c.b
		sum, err := audit.Merge(parts[0], parts[1])
		require.NoError(t, err)
		require.Equal(t, c.want, sum.Verified)
	}
	parts[0].Verified, parts[1].Verified = "", ""
	raw := record(t, rules, pupils+rows(500, 510))
	raw.Verdict, raw.Reasons = audit.Raw, []audit.Reason{{What: audit.NothingMasked}}
	sum, err = audit.Merge(parts[0], raw, parts[1])
	require.NoError(t, err)
	require.Equal(t, audit.Raw, sum.Verdict)
	require.Equal(t, raw.Reasons, sum.Reasons)
}

// TestNoTables: the audit of a dump without tables, or of a part without rows, can be read.
func TestNoTables(t *testing.T) {
	var text bytes.Buffer
	require.NoError(t, record(t, `{version: 1, tables: {"*": keep}}`, "SET NAMES utf8;\n").Write(&text))
	_, err := audit.Read(text.Bytes())
	require.NoError(t, err)
}

func TestReadRefuses(t *testing.T) {
	good := text(t, record(t, rules, pupils+rows(0, 3)))
	var tree map[string]any
	require.NoError(t, json.Unmarshal(good, &tree))
	tree["audit"] = 2
	later, err := json.Marshal(tree)
	require.NoError(t, err)
	changed := func(old, new string) []byte {
		require.Contains(t, string(good), old)
		return bytes.Replace(good, []byte(old), []byte(new), 1)
	}
	for _, bad := range [][]byte{
		nil, []byte("{}"), []byte("null"), []byte(`[1]`), []byte("secret"), slices.Concat(good, good), slices.Concat(good, []byte("}")), later,
		changed(`"rows": 3`, `"rows": -3`), changed(`"kept": 3`, `"kept": -3`), changed(`"unchanged": 0`, `"unchanged": 4`), changed(`"rows": 3`, `"rows": 3, "dropped": 4`),
	} {
		_, err := audit.Read(bad)
		require.ErrorIs(t, err, audit.ErrRecord)
		require.NotContains(t, err.Error(), "secret")
	}
}

func digest(b []byte) string { return fmt.Sprintf("%x", sha256.Sum256(b)) }

// Why a column is treated as it is, and whose word that is, stands in its audit as the
// policy has it, and in the sum of two.
func TestReasonsAndOwners(t *testing.T) {
	policy := strings.NewReplacer(
		"kind: keep", "kind: {mask: keep, reason: two values, owner: sato}",
		"{mask: shape}]", "{mask: shape, reason: old ones, owner: sato}]",
		"mask: email}", "mask: email, reason: of the school, owner: sato}",
		"  plans:\n    columns: {id: keep, title: keep}", "  plans: {columns: {id: keep, title: keep}, reason: what is for sale, owner: tanaka}",
	).Replace(rules)
	dump := pupils + rows(0, 20) + "INSERT INTO `plans` VALUES (1,'free');\n"
	a, b := record(t, policy, dump), record(t, policy, pupils+rows(20, 40))
	b.SHA256 = strings.Repeat("1", 64)
	sum, err := audit.Merge(a, b)
	require.NoError(t, err)
	text(t, sum)
	for _, r := range []*audit.Record{a, sum} {
		pupils := r.Tables["pupils"].Columns
		require.Equal(t, "two values, sato", pupils["kind"].Reason+", "+pupils["kind"].Owner)
		require.Equal(t, "of the school; old ones, sato", pupils["login"].Reason+", "+pupils["login"].Owner)
		require.Empty(t, pupils["name"].Reason+pupils["name"].Owner)
		require.Equal(t, "what is for sale, tanaka", r.Tables["plans"].Reason+", "+r.Tables["plans"].Owner)
	}
}

// Rows that were made are nobody's; with values of a dump they are what it is.
func TestJudgeMade(t *testing.T) {
	r := &audit.Record{Mode: audit.FromSeed}
	r.JudgeMade(false)
	require.Equal(t, audit.Generated, r.Verdict)
	require.NoError(t, r.CheckVerdict())
	r.JudgeMade(true)
	require.Equal(t, audit.Masked, r.Verdict)
	require.NoError(t, r.CheckVerdict())

	r.Verdict = audit.Generated
	require.ErrorIs(t, r.CheckVerdict(), audit.ErrVerdict)
	r.Reasons, r.Mode = nil, audit.Managed
	require.ErrorIs(t, r.CheckVerdict(), audit.ErrVerdict, "a dump was read")
}
