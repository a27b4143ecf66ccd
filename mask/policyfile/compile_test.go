package policyfile_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// constants are maskers enough to tell known names from unknown ones.
func constants(locale string) (mask.Set, error) {
	constant := func(*mask.Build) (mask.Masker, error) {
		return mask.Func(func(out *mask.Out, _ *mask.In) error { out.SetString("x"); return nil }), nil
	}
	if locale == "tlh" {
		return mask.Set{"constant": constant}, errors.New("nobody speaks it")
	}
	return mask.Set{"constant": constant}, nil
}

// TestCompile: what reading finds and what compiling finds come together, in the
// order of the file, and nothing is said that only follows from something else.
func TestCompile(t *testing.T) {
	_, err := policyfile.Compile([]byte(`version: 1
locale: tlh
tables:
  a:
    colums: {x: constant}
  b:
    person: {bye: id}
    columns:
      x: costant
      y: [{when: "x ==", mask: costant}, {mask: constant}]
      z: [{mask: constant}, {mask: constant, when: "x == 1"}]
      w:
      v: {mask: constant, size: 3, max: 0}
  c: kep
  d: {columns: {}}
`), mask.EphemeralKey(), constants)
	var got []string
	for _, f := range faultsOf(t, err) {
		got = append(got, f.Error())
	}
	require.Equal(t, []string{
		"2:9: locale: nobody speaks it",
		"5:5: tables.a.colums: unknown word",
		"7:14: tables.b.person.bye: unknown word",
		`9:10: tables.b.columns.x: unknown masker "costant"`,
		"10:22: tables.b.columns.y.when: the condition ends too early",
		`10:32: tables.b.columns.y: unknown masker "costant"`,
		"11:18: tables.b.columns.z: an arm without a condition that is not the last",
		"11:36: tables.b.columns.z: the last arm must have no condition",
		"12:9: tables.b.columns.w: wants a masker, keep, or a map with mask, not nothing",
		"13:41: tables.b.columns.v.max: wants an integer above 0, not a number",
		"14:6: tables.c: wants keep or a map, not this text",
		"15:3: tables.d: decides nothing",
	}, got)
}

// TestCompilePlaces: what the policy as data has no place for gets that of its word.
func TestCompilePlaces(t *testing.T) {
	_, err := policyfile.Compile([]byte("version: 1\nlocale: tlh_Latn\ndatabases:\n  a: 'b;'\ntables: {}\n"), mask.EphemeralKey(), constants)
	require.EqualError(t, err, "2:9: locale: not a language tag\n4:3: databases.a: the new name has more than letters of ASCII, digits, _ and -")
}

func TestCompileGood(t *testing.T) {
	plan, err := policyfile.Compile([]byte("{version: 1, locale: ja, tables: {t: {columns: {x: constant}}}}"), mask.EphemeralKey(), constants)
	require.NoError(t, err)
	require.NotNil(t, plan)
	_, err = policyfile.Compile([]byte("{version: 1, tables: {}}"), mask.Key{}, constants)
	require.ErrorIs(t, err, mask.ErrKey)
}

// TestCompileBadFiles: the faults of reading are all still there.
func TestCompileBadFiles(t *testing.T) {
	for _, f := range badFiles(t) {
		_, err := policyfile.Compile(f.policy, mask.EphemeralKey(), constants)
		faults := faultsOf(t, err)
		checkFaults(t, f.policy, faults)
		got := show(f.policy, faults)
		require.NotContains(t, strings.ToLower(got), "canary", f.path)
		_, err = policyfile.Parse(f.policy)
		require.Subset(t, faults, faultsOf(t, err), f.path)
	}
}
