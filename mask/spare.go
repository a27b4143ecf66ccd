package mask

// Persons can be kept as they are, such as staff and test accounts: in all tables, by
// every rule that is about them, and with the values by which their rows join.

// spare finds who is kept among the persons of a table.
func (r *run) spare(t *TablePlan) error {
	if !r.plan.keeps || t.entry == nil || t.whole {
		return nil
	}
	if r.survey.listed && !r.surveying {
		return &Error{Table: t.name, Err: ErrSurvey, Hint: "persons are kept by a condition: name the dump as a FILE, which is read twice"}
	}
	if p := t.entry.person; p != nil {
		if err := t.bindPerson(p); err != nil {
			return err
		}
		t.kept = r.survey.kept.of(personSet(p.domain))
	}
	for i := range t.columns {
		for _, a := range t.columns[i].arms {
			a.rule.each(func(rule *rule) {
				switch {
				case rule.needsPerson() && rule.person != t.entry.person:
					rule.spare = r.survey.kept.of(personSet(rule.person.domain))
				case rule.identifies():
					rule.spare = r.survey.kept.of(setID{name: rule.domain, values: true})
				}
			})
		}
	}
	return nil
}

// identifies says whether values of the rule lead from table to table: they are keyed by
// themselves and stay apart.
func (r *rule) identifies() bool { return r.keying == ByValue && r.spec.Distinct != Repeats }

// keeps says whether the row is about a person who is kept.
func (r *Row) keeps() (bool, error) {
	p := r.plan
	if p.keep != nil {
		if ok, err := p.keep(r); ok || err != nil {
			if err != nil {
				err = &Error{Err: ErrCondition, cause: err}
			}
			return ok, err
		}
	}
	if p.kept == nil {
		return false, nil
	}
	id := r.identity(p.entry.person)
	return id.err == nil && p.kept.has(id.seed), nil
}

// spares says whether the value in in stays by a rule since it is of somebody who is
// kept. What has parts is asked part by part.
func (in *In) spares(r *rule) bool {
	in.rule = r
	_, divided := r.masker.(Divider)
	switch {
	case divided:
		return false
	case r.spare == nil:
		return in.row.kept
	case r.identifies():
		return in.row.kept || r.spare.has(in.Seed())
	}
	id := in.row.person(in)
	return id.err == nil && r.spare.has(id.seed)
}

// noteKept notes the person of a row who is kept, and the values by which the rows of
// other tables join.
func (r *run) noteKept(t *TablePlan) error {
	if t.kept == nil {
		return nil
	}
	w := r.watcher
	kept, err := w.in.row.keeps()
	if err != nil || !kept {
		return err
	}
	if id := w.in.row.identity(t.entry.person); id.err == nil {
		if err := t.kept.add(id.seed); err != nil {
			return err
		}
	}
	return w.rules(t, func(rule *rule) error {
		if !rule.identifies() || len(w.in.Value) == 0 {
			return nil
		}
		return rule.spare.add(w.in.Seed())
	})
}
