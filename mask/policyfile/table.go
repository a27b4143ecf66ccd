package policyfile

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/migawari-dev/migawari/mask"
)

var (
	tableWords  = []string{"person", "rows", "columns", "reason", "owner"}
	personWords = []string{"by", "domain", "household", "number", "else", "keep", "shared"}
	rowsWords   = []string{"where"}
)

const aColumn = "the name of a column"

// table reads an entry of tables: the word keep, or a map.
func (r *reader) table(e entry, p *path) mask.Table {
	t := mask.Table{Pattern: e.key, At: e.at}
	if e.value.Kind == yaml.ScalarNode && e.value.Value == mask.Keep {
		t.Keep = true
		return t
	}
	if e.value.Kind != yaml.MappingNode {
		hint := "give it columns, or say keep"
		if e.value.Value == "drop" {
			hint = "to drop its rows say {rows: drop}"
		}
		r.unwantedHint(e.value, p, "keep or a map", hint)
		return t
	}
	for _, word := range r.entries(e.value, p, "") {
		q := p.to(word.key)
		switch word.key {
		case "person":
			t.Person = r.person(word.value, q)
		case "rows":
			r.rows(&t, word.value, q)
		case "columns":
			for _, c := range r.entries(word.value, q, "a map of columns") {
				t.Columns = append(t.Columns, r.column(c, q))
			}
		case "reason":
			t.Reason = r.text(word.value, q, "a reason")
		case "owner":
			t.Owner = r.text(word.value, q, "an owner")
		default:
			r.unknown(word, p, tableWords)
		}
	}
	return t
}

// rows reads which rows stay.
func (r *reader) rows(t *mask.Table, n *yaml.Node, p *path) {
	switch {
	case n.Kind == yaml.ScalarNode && n.Value == mask.Keep:
	case n.Kind == yaml.ScalarNode && n.Value == "drop":
		t.Drop = true
	case n.Kind != yaml.MappingNode || len(n.Content) == 0:
		r.unwanted(n, p, "keep, drop or {where: CONDITION}")
	default:
		for _, e := range r.entries(n, p, "") {
			if e.key == "where" {
				t.Where = r.condition(e.value, p.to(e.key))
				continue
			}
			r.unknown(e, p, rowsWords)
		}
	}
}

// person reads who a row is about.
func (r *reader) person(n *yaml.Node, p *path) *mask.Person {
	person := &mask.Person{At: r.at(n)}
	if n.Kind != yaml.MappingNode {
		person.By = r.names(n, p, aColumn)
		return person
	}
	for _, e := range r.entries(n, p, "") {
		q := p.to(e.key)
		switch e.key {
		case "by":
			person.By = r.names(e.value, q, aColumn)
		case "domain":
			person.Domain = r.text(e.value, q, "the name of a domain")
		case "household":
			person.Household = r.name(e.value, q, aColumn)
		case "number":
			person.Number = r.name(e.value, q, aColumn)
		case "else":
			person.ElseValue = r.choice(e.value, q, "value") != ""
		case "keep":
			person.Keep = r.condition(e.value, q)
		case "shared":
			person.Shared = r.boolean(e.value, q)
		default:
			r.unknown(e, p, personWords)
		}
	}
	return person
}

// column reads the rule of a column: one rule, or a list of arms.
func (r *reader) column(e entry, columns *path) mask.Column {
	p := columns.to(e.key)
	switch {
	case e.key == "":
		r.fault(e.at, columns, "a column without a name", "")
	case e.key != "*" && strings.Contains(e.key, "*"):
		r.fault(e.at, p, "a pattern that takes in some columns", `only "*" alone stands for columns: for all that are not named`)
	}
	c := mask.Column{Name: e.key, At: e.at}
	if e.value.Kind != yaml.SequenceNode {
		rule, _ := r.rule(e.value, p, false)
		c.Arms = []mask.Arm{{Rule: rule}}
		return c
	}
	for _, n := range e.value.Content {
		if n.Kind != yaml.MappingNode {
			r.unwantedHint(n, p, "an arm", "an arm is written {when: CONDITION, mask: MASKER}, the last one without when")
			continue
		}
		rule, when := r.rule(n, p, true)
		c.Arms = append(c.Arms, mask.Arm{When: when, Rule: rule})
	}
	return c
}

// rule reads a rule in its short form, the name of a masker, or as a map. Words
// that are not of the grammar are parameters of the masker.
func (r *reader) rule(n *yaml.Node, p *path, arm bool) (mask.Rule, mask.Condition) {
	rule := mask.Rule{At: r.at(n)}
	if n.Kind != yaml.MappingNode {
		rule.Mask = r.name(n, p, "a masker, keep, or a map with mask")
		return rule, nil
	}
	var when mask.Condition
	entries := r.entries(n, p, "")
	if i := r.demandMask(entries, n, p); i >= 0 {
		rule.Mask, rule.At = r.name(entries[i].value, p.to("mask"), "the name of a masker"), r.at(entries[i].value)
	}
	for _, e := range entries {
		q := p.to(e.key)
		switch e.key {
		case "mask":
		case "when":
			if !arm {
				r.fault(e.at, q, "a condition outside a list of arms", "write a list of arms: [{when: CONDITION, mask: MASKER}, {mask: MASKER}]")
				continue
			}
			if when = r.condition(e.value, q); when == nil {
				when = condition{} // at fault, but the arm has one
			}
		case "domain":
			rule.Domain = r.text(e.value, q, "the name of a domain")
		case "by":
			rule.By = r.names(e.value, q, aColumn)
		case "max":
			if slices.Contains(numeric, rule.Mask) {
				r.parameter(&rule, e, q)
				continue
			}
			rule.Max = r.positive(e.value, q)
		case "null":
			rule.Null = r.choice(e.value, q, "mask") != ""
		case "empty":
			rule.Empty = r.choice(e.value, q, "mask") != ""
		case "else":
			other, _ := r.rule(e.value, q, false)
			rule.Else = &other
		case "reason":
			rule.Reason = r.text(e.value, q, "a reason")
		case "owner":
			rule.Owner = r.text(e.value, q, "an owner")
		case "draft":
			rule.Draft = r.boolean(e.value, q)
		case "unsafe":
			rule.Unsafe = r.text(e.value, q, "a reason")
		default:
			r.parameter(&rule, e, q)
		}
	}
	return rule, when
}

// demandMask gives the index of mask among the words of a rule, or -1 and a fault.
func (r *reader) demandMask(entries []entry, n *yaml.Node, p *path) int {
	i := slices.IndexFunc(entries, func(e entry) bool { return e.key == "mask" })
	if i < 0 {
		r.fault(r.at(n), p, "a rule without mask", "say mask: MASKER")
	}
	return i
}

// numeric are the maskers whose max is a number and not a length: it is their
// parameter, as min is.
var numeric = []string{"integer", "number"}

func (r *reader) parameter(rule *mask.Rule, e entry, p *path) {
	if rule.Params == nil {
		rule.Params = map[string]any{}
	}
	rule.Params[e.key] = r.argument(e, p)
}

// ruled are the parameters that are a rule, where they are no list.
var ruled = []string{"of", "numbers", "booleans"}

// argument reads the value of a parameter. The values of paths are rules.
func (r *reader) argument(e entry, p *path) any {
	switch {
	case e.key == "paths":
		rules := mask.Rules{}
		for _, path := range r.entries(e.value, p, "a map of rules") {
			q := p.to(path.key)
			rule, _ := r.rule(path.value, q, false)
			rules = append(rules, mask.NamedRule{Name: path.key, At: path.at, Rule: rule})
		}
		return rules
	case slices.Contains(ruled, e.key) && e.value.Kind != yaml.SequenceNode:
		rule, _ := r.rule(e.value, p, false)
		return rule
	}
	return r.value(e.value, p)
}
