package policyfile_test

import (
	"bytes"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"

	"github.com/migawari-dev/migawari/mask/policyfile"
)

// maskerNames are the maskers of the contract (3.2), besides gofakeit.FUNCTION.
// A test of package builtin holds its own set against the schema's list:
// "$defs/masker/anyOf/0/enum" of policyfile.Schema.
var maskerNames = strings.Fields(`null fixed redact hash format code integer uuid person.name person.family person.given person.kana
	person.family_kana person.given_kana person.romaji person.email person.phone person.username
	person.birth_date person.gender person.address person.postal_code person.prefecture person.city
	school.name school.code school.domain school.email school.phone school.address school.postal_code
	school.prefecture school.city school.class nickname username email phone postal_code address prefecture city
	school school_code class_name attendance_no birth_date date number choice gender ip mac user_agent url
	geo card bank_account my_number password token filename text shape json php array xml base64
	hstore composite range yaml query blob template regex`)

// schemaTree is the schema as plain data.
func schemaTree(t testing.TB) map[string]any {
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(policyfile.Schema))
	require.NoError(t, err)
	return tree.(map[string]any)
}

func compiledSchema(t testing.TB) *jsonschema.Schema {
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("policy.schema.json", schemaTree(t)))
	s, err := c.Compile("policy.schema.json")
	require.NoError(t, err)
	return s
}

// instance reads a file as an editor does: keys are texts, values are of the
// core schema.
func instance(t testing.TB, data []byte) any {
	var n yaml.Node
	require.NoError(t, yaml.Load(data, &n))
	return plainValue(t, n.Content[0])
}

func plainValue(t testing.TB, n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plainValue(t, n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, plainValue(t, c))
		}
		return list
	}
	switch n.ShortTag() {
	case "!!null":
		return nil
	case "!!bool":
		return n.Value == "true"
	case "!!int", "!!float":
		if f, err := strconv.ParseFloat(n.Value, 64); err == nil && f < 1e300 {
			return f
		}
	}
	return n.Value
}

func TestSchemaTakesGoodFiles(t *testing.T) {
	s := compiledSchema(t)
	for name, data := range goodFiles(t) {
		if name == "policy.json" {
			continue // the library of this test has no surrogate pairs
		}
		require.NoError(t, s.Validate(instance(t, data)), name)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(goodFiles(t)["policy.json"]))
	require.NoError(t, err)
	require.NoError(t, s.Validate(v))
}

// TestSchemaRefusesBadFiles holds that the schema refuses what a schema can. A
// file says itself whether it can: "refuses", "accepts" (what is wrong is
// inside a condition, or a key stands twice), "skipped" (no plain YAML).
func TestSchemaRefusesBadFiles(t *testing.T) {
	s := compiledSchema(t)
	met := map[string]int{}
	for _, f := range badFiles(t) {
		met[f.schema]++
		switch f.schema {
		case "skipped":
		case "accepts":
			require.NoError(t, s.Validate(instance(t, f.policy)), f.path)
		case "refuses":
			data := bytes.ReplaceAll(f.policy, []byte(`\ud83c\udf63`), []byte("x"))
			require.Error(t, s.Validate(instance(t, data)), f.path)
		default:
			t.Errorf("%s: schema: %s", f.path, f.schema)
		}
	}
	for _, verdict := range []string{"accepts", "refuses", "skipped"} {
		require.NotZero(t, met[verdict])
	}
}

// TestSchemaRefuses tries one fault at a time.
func TestSchemaRefuses(t *testing.T) {
	s := compiledSchema(t)
	rule := func(text string) string {
		return "{version: 1, tables: {t: {columns: {c: " + text + "}}}}"
	}
	require.NoError(t, s.Validate(instance(t, []byte(rule("{mask: hash, max: 3}")))))
	for _, text := range []string{
		"{version: 1}", "{tables: {}}", "{version: 2, tables: {}}", "{version: 1, tables: {}, targets: []}",
		"{version: 1, tables: {t: drop}}", "{version: 1, tables: {t: {colums: {}}}}", "{version: 1, tables: {t: {rows: {where: 1}}}}",
		"{version: 1, tables: {t: {person: {domain: a}}}}", "{version: 1, tables: {t: {person: []}}}", "{version: 1, tables: {t: {columns: {a*: keep}}}}",
		rule("emial"), rule("{}"), rule("[]"), rule("[hash]"), rule("true"), rule("{mask: hash, max: 0}"), rule("{mask: hash, max: 1.5}"),
		rule("{mask: hash, colour: red}"), rule("{mask: hash, null: keep}"), rule("{mask: hash, when: a == 1}"),
		rule("[{mask: hash, when: 1}]"), rule("[{when: a == 1}]"), rule("{mask: hash, else: {when: a == 1, mask: text}}"),
		rule("{mask: gofakeit.name, when: a == 1}"), rule("{mask: gofakeit.name, max: 0}"), rule("gofakeit."), rule("{mask: hash, unsafe: true}"),
		"{version: 1, tables: {t: {}}}", "{version: 1, tables: {t: {columns: {}}}}", "{version: 1, tables: {t: {reason: x}}}",
		rule("[{mask: hash, when: a == 1}]"), rule("[{mask: hash}, {mask: hash}]"),
		rule("{mask: json, paths: {a: emial}}"), rule("{mask: number, max: a}"), rule("{mask: date, to: day}"), rule("{mask: date, shift: 0w}"),
	} {
		require.Error(t, s.Validate(instance(t, []byte(text))), text)
	}
}

// schemaMaskers is the list of maskers in the schema.
func schemaMaskers(t testing.TB) []string {
	masker := schemaTree(t)["$defs"].(map[string]any)["masker"].(map[string]any)
	var names []string
	for _, n := range masker["anyOf"].([]any)[0].(map[string]any)["enum"].([]any) {
		names = append(names, n.(string))
	}
	return names
}

func TestSchemaKnowsTheMaskersOfTheContract(t *testing.T) {
	require.ElementsMatch(t, maskerNames, schemaMaskers(t))
}

// TestSchemaKnowsTheWords holds the words of the schema against those of the
// reader, which names them where a word is unknown.
func TestSchemaKnowsTheWords(t *testing.T) {
	defs := schemaTree(t)["$defs"].(map[string]any)
	words := func(schema any) []string {
		var list []string
		for word := range schema.(map[string]any)["properties"].(map[string]any) {
			list = append(list, word)
		}
		slices.Sort(list)
		return list
	}
	second := func(name string) any { return defs[name].(map[string]any)["anyOf"].([]any)[1] }
	for place, c := range map[string]struct {
		schema any
		policy string
	}{
		"policy": {schemaTree(t), "{version: 1, tables: {}, zzzzzzzz: 1}"},
		"table":  {second("table"), "{version: 1, tables: {t: {zzzzzzzz: 1}}}"},
		"person": {second("person"), "{version: 1, tables: {t: {person: {zzzzzzzz: 1}}}}"},
		"rows":   {second("rows"), "{version: 1, tables: {t: {rows: {zzzzzzzz: 1}}}}"},
	} {
		_, err := policyfile.Parse([]byte(c.policy))
		require.Error(t, err)
		fault := faultsOf(t, err)[0]
		list, ok := strings.CutPrefix(fault.Hint, "the words here are ")
		require.True(t, ok, place)
		got := strings.Split(list, ", ")
		slices.Sort(got)
		require.Equal(t, words(c.schema), got, place)
	}
}

// TestSchemaDescribes holds that an editor has something to show for each word.
func TestSchemaDescribes(t *testing.T) {
	tree := schemaTree(t)
	defs := tree["$defs"].(map[string]any)
	described := 0
	var check func(schema any, at string)
	check = func(schema any, at string) {
		switch v := schema.(type) {
		case []any:
			for _, x := range v {
				check(x, at)
			}
		case map[string]any:
			properties, _ := v["properties"].(map[string]any)
			for word, p := range properties {
				property, ok := p.(map[string]any)
				if !ok || strings.HasSuffix(at, "/if") {
					continue
				}
				text := property["description"]
				if ref, ok := property["$ref"].(string); ok && text == nil {
					text = defs[path.Base(ref)].(map[string]any)["description"]
				}
				require.NotNil(t, text, "%s: %s", at, word)
				described++
			}
			for key, x := range v {
				check(x, at+"/"+key)
			}
		}
	}
	check(tree, "")
	require.Greater(t, described, 40)
}
