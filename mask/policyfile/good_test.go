package policyfile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// goodFiles reads testdata/good by name.
func goodFiles(t testing.TB) map[string][]byte {
	paths, err := filepath.Glob("testdata/good/*")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	files := map[string][]byte{}
	for _, p := range paths {
		data, err := os.ReadFile(p)
		require.NoError(t, err)
		files[filepath.Base(p)] = data
	}
	return files
}

// anything takes every parameter and masks nothing.
func anything(b *mask.Build) (mask.Masker, error) {
	for _, name := range []string{"value", "min", "max", "of", "pattern", "with", "first", "last", "anything", "shift", "paths", "numbers"} {
		_, _ = b.String(name, "")
	}
	return mask.Func(func(out *mask.Out, _ *mask.In) error { out.Keep(); return nil }), nil
}

func testSet() mask.Set {
	set := mask.Set{}
	for _, name := range strings.Fields("null hash format code fixed number integer choice regex redact json base64 text shape email phone date " +
		"person.name person.kana person.email gofakeit.number") {
		set[name] = anything
	}
	return set
}

func TestGoodFilesCompile(t *testing.T) {
	for name, data := range goodFiles(t) {
		t.Run(name, func(t *testing.T) {
			p, err := policyfile.Parse(data)
			require.NoError(t, err)
			_, err = mask.Compile(p, mask.EphemeralKey(), testSet())
			require.NoError(t, err)
		})
	}
}

// parse reads a policy and takes out what tests of the grammar do not look at.
func parse(t *testing.T, data string) *mask.Policy {
	t.Helper()
	p, err := policyfile.Parse([]byte(data))
	require.NoError(t, err)
	for i := range p.Tables {
		table := &p.Tables[i]
		table.At = mask.Location{}
		if table.Person != nil {
			table.Person.At = mask.Location{}
		}
		for j := range table.Columns {
			c := &table.Columns[j]
			c.At = mask.Location{}
			for k := range c.Arms {
				unplaced(&c.Arms[k].Rule)
			}
		}
	}
	return p
}

// unplaced takes the positions out of a rule and of those inside it.
func unplaced(r *mask.Rule) {
	for ; r != nil; r = r.Else {
		r.At = mask.Location{}
		for name, v := range r.Params {
			switch v := v.(type) {
			case mask.Rules:
				for i := range v {
					v[i].At = mask.Location{}
					unplaced(&v[i].Rule)
				}
			case mask.Rule:
				unplaced(&v)
				r.Params[name] = v
			}
		}
	}
}

func one(r mask.Rule) []mask.Arm { return []mask.Arm{{Rule: r}} }

func TestRows(t *testing.T) {
	p := parse(t, string(goodFiles(t)["rows.yaml"]))
	require.Equal(t, mask.KeepDDL, p.DDL)
	require.Equal(t, mask.DropLargeObjects, p.LargeObjects)
	require.Equal(t, map[string]string{"school_prod": "school_dev", "1": "one"}, p.Databases)
	text := []mask.Column{{Name: "*", Arms: one(mask.Rule{Mask: "text"})}}
	some, pattern := p.Tables[3].Where, p.Tables[4].Where
	require.NotNil(t, some)
	require.NotNil(t, pattern)
	require.Equal(t, []mask.Table{
		{Pattern: "whole", Keep: true},
		{Pattern: "gone", Drop: true, Reason: "only counts matter", Owner: "data team"},
		{Pattern: "all", Columns: text},
		{Pattern: "some", Where: some, Columns: text, Reason: "2026"},
		{Pattern: "school.*", Where: pattern, Columns: text},
	}, p.Tables)
}

func TestReferences(t *testing.T) {
	p := parse(t, string(goodFiles(t)["references.yaml"]))
	require.Len(t, p.References, 2)
	require.NotNil(t, p.References[0].When)
	p.References[0].When = nil
	require.Equal(t, []mask.Reference{
		{At: mask.Location{Line: 3, Column: 5}, From: mask.End{Table: "comments", Columns: []string{"commentable_id"}}, To: mask.End{Table: "posts", Columns: []string{"id"}}},
		{At: mask.Location{Line: 4, Column: 5}, From: mask.End{Table: "school.marks", Columns: []string{"pupil", "year"}}, To: mask.End{Table: "people.pupils", Columns: []string{"id", "year"}}},
	}, p.References)
}

func TestPersons(t *testing.T) {
	p := parse(t, string(goodFiles(t)["persons.yaml"]))
	require.Equal(t, &mask.Person{By: []string{"id"}}, p.Tables[0].Person)
	require.Equal(t, &mask.Person{By: []string{"school_id", "student_no"}}, p.Tables[1].Person)
	staff := p.Tables[2].Person.Keep
	require.NotNil(t, staff)
	require.Equal(t, &mask.Person{By: []string{"school_id", "student_no"}, Keep: staff, Domain: "pupil", Household: "family_id", ElseValue: true, Shared: true}, p.Tables[2].Person)
	require.Equal(t, &mask.Person{By: []string{"profile->$.owner.id"}}, p.Tables[3].Person)
	require.Equal(t, []mask.Column{
		{Name: "father", Arms: one(mask.Rule{Mask: "person.name", By: []string{"father_id"}, Domain: "guardian"})},
		{Name: "mother", Arms: one(mask.Rule{Mask: "person.name", By: []string{"family_id", "mother_no"}, Domain: "guardian"})},
	}, p.Tables[4].Columns)
}

func TestNamesAreTakenAsWritten(t *testing.T) {
	p := parse(t, string(goodFiles(t)["words.yaml"]))
	require.Equal(t, "no", p.Locale)
	var columns []string
	for _, c := range p.Tables[0].Columns {
		columns = append(columns, c.Name+"="+c.Arms[0].Rule.Mask)
	}
	require.Equal(t, []string{"1=keep", "yes=null", "null=keep", "~=hash", "0x10=keep", "012=keep", "true=keep", "1.50=keep", "2026-04-01=keep", "on=keep"}, columns)
	require.Equal(t, []string{"1"}, p.Tables[0].Person.By)
	require.Equal(t, mask.Table{
		Pattern: "1", Person: &mask.Person{By: []string{"no", "~", "null"}},
		Columns: []mask.Column{{Name: "*", Arms: one(mask.Rule{Mask: "null"})}},
	}, p.Tables[1])
	require.Equal(t, mask.Table{Pattern: "null", Keep: true}, p.Tables[2])
	require.Equal(t, one(mask.Rule{Mask: "null", By: []string{"0x10"}}), p.Tables[3].Columns[0].Arms)
}

func TestRules(t *testing.T) {
	p := parse(t, string(goodFiles(t)["rules.yaml"]))
	got := map[string]mask.Rule{}
	for _, c := range p.Tables[0].Columns {
		require.Len(t, c.Arms, 1)
		got[c.Name] = c.Arms[0].Rule
	}
	require.Equal(t, map[string]mask.Rule{
		"all": {
			Mask: "format", Domain: "card", By: []string{"a", "b"}, Max: 20, Null: true, Empty: true,
			Else:   &mask.Rule{Mask: "shape", Else: &mask.Rule{Mask: "text"}},
			Reason: "printed on the cards", Owner: "security", Unsafe: "the numbers are not given out yet",
		},
		"fixed":   {Mask: "fixed", Params: map[string]any{"value": "1"}},
		"number":  {Mask: "number", Params: map[string]any{"min": -0.5, "max": 1000.0}},
		"integer": {Mask: "integer", Params: map[string]any{"min": -10, "max": -1}},
		"choice":  {Mask: "choice", Params: map[string]any{"of": []any{"a", 1, 2.5, true, "no", "null", 31, 15, 17, "2026-04-01"}}},
		"regex":   {Mask: "regex", Params: map[string]any{"pattern": `[A-Z]{2}\d{4}`}},
		"redact":  {Mask: "redact", Params: map[string]any{"with": "*", "first": 1, "last": 2}},
		"faker":   {Mask: "gofakeit.number", Max: 6, Unsafe: "dice", Params: map[string]any{"min": 1, "anything": []any{map[string]any{"a": "b"}}}},
		"nested": {Mask: "json", Params: map[string]any{"paths": mask.Rules{
			{Name: "$.tel", Rule: mask.Rule{Mask: "phone"}}, {Name: "$.gone", Rule: mask.Rule{Mask: "null"}},
			{Name: "$.card", Rule: mask.Rule{Mask: "format", Domain: "card", Else: &mask.Rule{Mask: "null"}}},
			{Name: "$.inner", Rule: mask.Rule{Mask: "json", Params: map[string]any{"paths": mask.Rules{
				{Name: "$.x", Rule: mask.Rule{Mask: "keep"}}, {Name: "*", Rule: mask.Rule{Mask: "shape"}},
			}, "numbers": mask.Rule{Mask: "keep"}}}},
			{Name: "$.codes", Rule: mask.Rule{Mask: "base64", Params: map[string]any{"of": mask.Rule{Mask: "email", Domain: "codes"}}}},
			{Name: "*", Rule: mask.Rule{Mask: "shape"}},
		}}},
	}, got)
}

// TestPositions holds the places that mask.Compile shows for its own faults.
func TestPositions(t *testing.T) {
	p, err := policyfile.Parse([]byte("version: 1\ntables:\n  t:\n    person: {by: id}\n    columns:\n      氏名: hash\n      b: {max: 3, mask: hash}\n      c: [{when: a == 1, mask: hash}, {mask: x}]\n"))
	require.NoError(t, err)
	at := func(line, column int) mask.Location { return mask.Location{Line: line, Column: column} }
	table := p.Tables[0]
	require.Equal(t, at(3, 3), table.At)
	require.Equal(t, at(4, 13), table.Person.At)
	require.Equal(t, at(6, 7), table.Columns[0].At)
	require.Equal(t, at(6, 11), table.Columns[0].Arms[0].Rule.At)
	require.Equal(t, at(7, 25), table.Columns[1].Arms[0].Rule.At)
	require.Equal(t, at(8, 32), table.Columns[2].Arms[0].Rule.At)
	require.Equal(t, at(8, 46), table.Columns[2].Arms[1].Rule.At)
}

// TestWritings holds that the way a file is written changes nothing.
func TestWritings(t *testing.T) {
	const lf = "version: 1\ntables:\n  t:\n    rows:\n      where: >\n        a == 'x'\n\n        or b\n        == 'y z'\n    columns:\n      a: {mask: fixed, value: |\n        }\n"
	plain := strings.Replace(lf, "{mask: fixed, value: |\n        }", "keep", 1)
	want := parse(t, plain)
	for name, data := range map[string]string{
		"byte order mark": "\ufeff" + plain,
		"CR LF":           strings.ReplaceAll(plain, "\n", "\r\n"),
		"CR":              strings.ReplaceAll(plain, "\n", "\r"),
		"document marks":  "---\n" + plain + "...\n",
		"comments":        "# a\n" + strings.ReplaceAll(plain, "  t:\n", "  t: # b\n") + "# c\n",
		"JSON":            `{"version":1,"tables":{"t":{"rows":{"where":"a == 'x'\nor b == 'y z'\n"},"columns":{"a":"keep"}}}}`,
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, want, parse(t, data))
			require.Equal(t, idOf([]byte(plain)), idOf([]byte(data)))
		})
	}
}
