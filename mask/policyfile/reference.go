package policyfile

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/migawari-dev/migawari/mask"
)

var referenceWords = []string{"from", "to", "when"}

// references reads the foreign keys that no definition declares.
func (r *reader) references(n *yaml.Node, p *path) []mask.Reference {
	if n.Kind != yaml.SequenceNode {
		r.unwantedHint(n, p, "a list of references", "such as [{from: comments(post_id), to: posts(id)}]")
		return nil
	}
	var all []mask.Reference
	for i, c := range n.Content {
		all = append(all, r.reference(c, p.to(fmt.Sprint(i+1))))
	}
	return all
}

func (r *reader) reference(n *yaml.Node, p *path) mask.Reference {
	ref := mask.Reference{At: r.at(n)}
	for _, e := range r.entries(n, p, "a map of from and to") {
		q := p.to(e.key)
		switch e.key {
		case "from":
			ref.From = r.columns(e.value, q)
		case "to":
			ref.To = r.columns(e.value, q)
		case "when":
			ref.When = r.condition(e.value, q)
		default:
			r.unknown(e, p, referenceWords)
		}
	}
	switch from, to := len(ref.From.Columns), len(ref.To.Columns); {
	case n.Kind != yaml.MappingNode || r.met(p):
	case ref.From.Table == "" || ref.To.Table == "":
		r.fault(r.at(n), p, "a reference without both ends", "say from: TABLE(COLUMN) and to: TABLE(COLUMN)")
	case from != to:
		r.fault(r.at(n), p, "its ends have different numbers of columns", "")
	}
	return ref
}

// met says whether there is a fault at a place or below it.
func (r *reader) met(p *path) bool {
	place := p.String()
	for _, f := range r.faults {
		if below(f.Path, place) {
			return true
		}
	}
	return false
}

// columns reads TABLE(COLUMN, …).
func (r *reader) columns(n *yaml.Node, p *path) mask.End {
	const what = "a table and its columns, as TABLE(COLUMN)"
	text := r.name(n, p, what)
	if text == "" {
		return mask.End{}
	}
	table, columns, ok := strings.Cut(strings.TrimSpace(text), "(")
	columns, closed := strings.CutSuffix(columns, ")")
	e := mask.End{Table: strings.TrimSpace(table)}
	for c := range strings.SplitSeq(columns, ",") {
		e.Columns = append(e.Columns, strings.TrimSpace(c))
		ok = ok && e.Columns[len(e.Columns)-1] != ""
	}
	if !ok || !closed || e.Table == "" || strings.ContainsAny(columns, "()") {
		r.unwanted(n, p, what)
		return mask.End{}
	}
	if strings.Contains(e.Table, "*") {
		r.fault(r.at(n), p, "a pattern", "a reference is between two tables")
	}
	return e
}
