package mask

import (
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// A linked is a foreign key, declared by definitions or by the policy.
type linked struct {
	schema.Key
	when Condition // of the rows that have it; nil: all
}

// keys are the keys of a table, with those that the policy declares.
func (p *Plan) keys(t *schema.Table) []linked {
	all := make([]linked, 0, len(t.Keys))
	for _, k := range t.Keys {
		all = append(all, linked{Key: k})
	}
	for i := range p.policy.References {
		if ref := &p.policy.References[i]; matchesName(ref.From.Table, t.Name, t.FoldsTables()) {
			k := schema.Key{Kind: schema.Foreign, Name: "references", RefTable: ref.To.beside(t.Name), RefColumns: ref.To.Columns}
			for _, c := range ref.From.Columns {
				k.Parts = append(k.Parts, schema.Part{Column: c})
			}
			all = append(all, linked{k, ref.When})
		}
	}
	return all
}

// beside names the table of an end, as a table refers to it.
func (e End) beside(n schema.Name) schema.Name {
	if owner, name, qualified := strings.Cut(e.Table, "."); qualified {
		return schema.Name{Schema: owner, Name: name}
	}
	return schema.Name{Schema: n.Schema, Name: e.Table}
}

// refers holds the columns that the policy's references name against a table.
func (r *run) refers(t *schema.Table) error {
	for _, ref := range r.plan.policy.References {
		for _, e := range []End{ref.From, ref.To} {
			if !matchesName(e.Table, t.Name, t.FoldsTables()) {
				continue
			}
			if i := slices.IndexFunc(e.Columns, func(c string) bool { return t.Column(c) == nil }); i >= 0 {
				return &Error{Table: t.Name.String(), Column: e.Columns[i], Err: ErrUnmet, Hint: "references: names a column that the table does not have"}
			}
		}
	}
	return nil
}

// unreferred lists the ends of the policy's references that the dump does not have.
func (r *run) unreferred() (unmet []string) {
	for _, ref := range r.plan.policy.References {
		for _, e := range []End{ref.From, ref.To} {
			met := false
			for id, s := range r.tables {
				met = met || matchesName(e.Table, id.name, s.foldsName)
			}
			if !met {
				unmet = append(unmet, "references "+e.String())
			}
		}
	}
	return unmet
}
