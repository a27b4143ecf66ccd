package policyfile

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"github.com/migawari-dev/migawari/mask"
)

// idVersion begins what is hashed. It changes with the canonical form.
const idVersion = "migawari policy 1\n"

// identify gives a policy the digest of what it says, the SHA-256 of a canonical form in
// hexadecimal digits, and the ID, which is its first 16. Comments, the order of keys, the
// way things are written (YAML or JSON, short or long form, white space, quotes,
// spelling of a number) and words that state a default do not change it, nor do the
// places of production and targets, which change no byte of a dump. Every other word does, reason and owner included, and so does the order of arms, of a
// person's columns, of paths and of lists.
func identify(p *mask.Policy) {
	// Package json sorts the keys of maps, which makes the text canonical.
	text, err := json.Marshal(canonicalPolicy(p))
	if err != nil {
		panic("policyfile: internal error: " + err.Error())
	}
	sum := sha256.Sum256(append([]byte(idVersion), text...))
	p.Digest = hex.EncodeToString(sum[:])
	p.ID = p.Digest[:16]
}

func canonicalPolicy(p *mask.Policy) map[string]any {
	tables := map[string]any{}
	for i := range p.Tables {
		tables[p.Tables[i].Pattern] = canonicalTable(&p.Tables[i])
	}
	m := map[string]any{
		"locale": p.Locale, "audience": p.Audience, "ddl": p.DDL, "large_objects": p.LargeObjects, "tables": tables,
	}
	if len(p.Definitions) > 0 {
		definitions := map[string]bool{}
		for _, d := range p.Definitions {
			definitions[d.Pattern] = d.Mask
		}
		m["definitions"] = definitions
	}
	if p.Salt != 0 {
		m["salt"] = p.Salt
	}
	if len(p.Databases) > 0 {
		m["databases"] = p.Databases
	}
	if len(p.References) > 0 {
		refs := make([]any, len(p.References))
		for i, r := range p.References {
			refs[i] = []any{r.From.Table, r.From.Columns, r.To.Table, r.To.Columns, canonicalCondition(r.When)}
		}
		m["references"] = refs
	}
	return m
}

func canonicalTable(t *mask.Table) map[string]any {
	columns := map[string]any{}
	for _, c := range t.Columns {
		arms := make([]any, len(c.Arms))
		for i, a := range c.Arms {
			arms[i] = []any{canonicalCondition(a.When), canonicalRule(&a.Rule)}
		}
		columns[c.Name] = arms
	}
	m := map[string]any{
		"keep": t.Keep, "drop": t.Drop, "where": canonicalCondition(t.Where), "columns": columns,
		"reason": t.Reason, "owner": t.Owner,
	}
	if p := t.Person; p != nil {
		person := map[string]any{"by": p.By, "domain": cmp.Or(p.Domain, "person"), "household": p.Household, "else": p.ElseValue, "shared": p.Shared}
		if p.Keep != nil {
			person["keep"] = canonicalCondition(p.Keep)
		}
		if p.Number != "" {
			person["number"] = p.Number
		}
		m["person"] = person
	}
	return m
}

func canonicalRule(r *mask.Rule) map[string]any {
	m := map[string]any{
		"mask": r.Mask, "params": canonicalParams(r.Params), "domain": r.Domain, "by": r.By, "max": r.Max, "null": r.Null, "empty": r.Empty,
		"reason": r.Reason, "owner": r.Owner, "unsafe": r.Unsafe,
	}
	if r.Draft {
		m["draft"] = true
	}
	if r.Else != nil {
		m["else"] = canonicalRule(r.Else)
	}
	return m
}

// canonicalParams gives parameters in which rules are canonical too.
func canonicalParams(params map[string]any) map[string]any {
	if params == nil {
		return nil
	}
	m := make(map[string]any, len(params))
	for name, v := range params {
		switch v := v.(type) {
		case mask.Rule:
			m[name] = canonicalRule(&v)
		case mask.Rules:
			rules := make([]any, len(v))
			for i := range v {
				rules[i] = []any{v[i].Name, canonicalRule(&v[i].Rule)}
			}
			m[name] = rules
		default:
			m[name] = v
		}
	}
	return m
}

func canonicalCondition(c mask.Condition) string {
	if c == nil {
		return ""
	}
	return string(c.(condition).term.canonical(nil))
}
