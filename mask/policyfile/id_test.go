package policyfile_test

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask/policyfile"
)

// idOf gives the ID of a policy file, and nothing for one that Parse refuses.
func idOf(data []byte) string {
	p, err := policyfile.Parse(data)
	if err != nil {
		return ""
	}
	return p.ID
}

// TestIDOfTheContractsExample is a known answer: IDs stand in audits, so that a
// change of the canonical form must be seen.
func TestIDOfTheContractsExample(t *testing.T) {
	require.Equal(t, "5c4fd8c513132a84", idOf(goodFiles(t)["contract.yaml"]))
}

func TestIDsDiffer(t *testing.T) {
	seen := map[string]string{}
	for name, data := range goodFiles(t) {
		id := idOf(data)
		require.Regexp(t, regexp.MustCompile(`^[0-9a-f]{16}$`), id)
		require.Empty(t, seen[id], name)
		seen[id] = name
	}
}

func rows(condition string) string {
	return "{version: 1, tables: {t: {rows: {where: " + condition + "}, columns: {a: keep}}}}"
}

func rule(text string) string {
	return "{version: 1, tables: {t: {columns: {a: " + text + "}}}}"
}

// TestSameMeaning holds that what says the same has one ID.
func TestSameMeaning(t *testing.T) {
	for _, group := range [][]string{
		{
			"version: 1\ntables:\n  a: keep\n  b: {rows: drop, reason: r}\n",
			"# comment\ntables: {\"b\": {reason: 'r', rows: drop}, a: keep} # comment\nversion: 0x1\n",
			"{\"tables\": {\"a\": \"keep\",\n\n\"b\": {\"rows\": \"drop\", \"reason\": \"r\"}}, \"version\": 1}",
			"version: 1\nddl: safe\ndatabases: {}\ntables: {a: keep, b: {rows: drop, columns: {}, reason: r}}",
		},
		{rule("email"), rule("{mask: email}"), rule("[{mask: email}]"), rule(`"email"`)},
		{rule("{mask: x, by: a}"), rule("{by: [a], mask: x}")},
		{rule("{mask: x, else: y}"), rule("{mask: x, else: {mask: y}}")},
		{rule("{mask: x, p: 26, q: {a: 1, b: 2}}"), rule("{mask: x, q: {b: 2, a: 0x1}, p: 26.0}")},
		{
			"{version: 1, tables: {t: {person: id, columns: {a: keep}}}}",
			"{version: 1, tables: {t: {person: [id], columns: {a: keep}, rows: keep}}}",
			"{version: 1, tables: {t: {person: {by: id, shared: false, domain: person}, columns: {a: keep}}}}",
		},
		{rows("a == 'x' and b != 1"), rows("\"a=='x'  &&  (b != 1.0)\""), rows("'''x'' == a and 10e-1 != b'"), rows("\"col('a') == 'x' and b != 0x1\"")},
		{rows("'a not in [1, 2]'"), rows("\"a not in [1,2.0]\"")},
		{rows("a == nil"), rows("exact(a) == nil"), rows("nil == a")},
		{rows("a < 100"), rows("100 > a"), rows("1e2 > a")},
	} {
		want := idOf([]byte(group[0]))
		require.NotEmpty(t, want, group[0])
		for _, text := range group[1:] {
			require.Equal(t, want, idOf([]byte(text)), text)
		}
	}
}

// TestOtherMeaning holds that every word counts.
func TestOtherMeaning(t *testing.T) {
	seen := map[string]string{}
	for _, text := range []string{
		"{version: 1, tables: {}}",
		"{version: 1, locale: ja, tables: {}}",
		"{version: 1, audience: ja, tables: {}}",
		"{version: 1, ddl: keep, tables: {}}",
		"{version: 1, names: {salt: 1}, tables: {}}",
		"{version: 1, names: {salt: 2}, tables: {}}",
		"{version: 1, large_objects: keep, tables: {}}",
		"{version: 1, large_objects: drop, tables: {}}",
		"{version: 1, databases: {a: b}, tables: {}}",
		"{version: 1, databases: {b: a}, tables: {}}",
		"{version: 1, tables: {t: keep}}",
		"{version: 1, tables: {t: {}}}",
		"{version: 1, tables: {t: {rows: drop}}}",
		"{version: 1, tables: {t: {reason: a}}}",
		"{version: 1, tables: {t: {owner: a}}}",
		"{version: 1, tables: {t: {person: a}}}",
		"{version: 1, tables: {t: {person: [a, b]}}}",
		"{version: 1, tables: {t: {person: [b, a]}}}",
		"{version: 1, tables: {t: {person: {by: a, domain: b}}}}",
		"{version: 1, tables: {t: {person: {by: a, household: b}}}}",
		"{version: 1, tables: {t: {person: {by: a, else: value}}}}",
		"{version: 1, tables: {t: {person: {by: a, shared: true}}}}",
		rule("x"), rule("y"), rule("{mask: x, domain: y}"), rule("{mask: x, by: y}"), rule("{mask: x, max: 1}"), rule("{mask: x, null: mask}"),
		rule("{mask: x, empty: mask}"), rule("{mask: x, else: y}"), rule("{mask: x, reason: y}"), rule("{mask: x, owner: y}"), rule("{mask: x, draft: true}"), rule("{mask: x, unsafe: y}"),
		rule("{mask: x, p: 1}"), rule("{mask: x, p: \"1\"}"), rule("{mask: x, p: [1]}"), rule("{mask: x, p: true}"), rule("{mask: x, p: [1, 2]}"), rule("{mask: x, p: [2, 1]}"),
		rule("[{when: a == 1, mask: x}, {when: a == 2, mask: y}, {mask: z}]"), rule("[{when: a == 2, mask: y}, {when: a == 1, mask: x}, {mask: z}]"),
		rows("a == 1"), rows("a != 1"), rows("a < 1"), rows("a <= 1"), rows("a > 1"), rows("a >= 1"), rows("a == '1'"), rows("b == 1"), rows("a == true"), rows("a == false"),
		rows("a == nil"), rows("a != nil"), rows("a == b"), rows("a == 10"), rows("a == -1"), rows("a == 0"), rows("exact(a) == '1'"), rows("exact(a) == b"),
		rows("\"a in [1, 2]\""), rows("\"a not in [1, 2]\""), rows("\"not (a in [1, 2])\""), rows("\"a in ['1, 2']\""), rows("\"a in ['1', '2']\""),
		rows("a matches '1'"), rows("a not matches '1'"), rows("not (a matches '1')"),
		rows("a == 1 and b == 2 or c == 3"), rows("a == 1 and (b == 2 or c == 3)"), rows("not (a == 1)"), rows("a == '\" text \"'"),
	} {
		id := idOf([]byte(text))
		require.NotEmpty(t, id, text)
		require.Empty(t, seen[id], text)
		seen[id] = text
	}
}
