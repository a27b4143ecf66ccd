package mask

// An Other is another column of the row than the one that is masked, with the rule
// that masks it. It is for texts that mention what the row holds elsewhere.
type Other struct {
	// Kind is that of the rule's masker.
	Kind string
	// Value is the original value; it is not NULL.
	Value []byte

	rule   *rule
	column *boundColumn
}

// Others appends the masked columns of the row whose rules are of a kind that is
// wanted. Who wants its own kind gets itself, too.
func (in *In) Others(dst []Other, wanted func(kind string) bool) []Other {
	r := in.row
	for _, i := range r.plan.masked {
		b := &r.plan.columns[i]
		rule, err := r.choose(b)
		if err != nil || rule == nil || !wanted(rule.spec.Kind) {
			continue // an error stops the run at the column itself
		}
		if v, err := r.Value(i); err == nil && !v.Null {
			dst = append(dst, Other{Kind: rule.spec.Kind, Value: v.Bytes, rule: rule, column: b})
		}
	}
	return dst
}

// Mask masks a spelling of the column's value as the column itself is masked: a
// family name as the family name of the person whose full name stands there. That of
// somebody who is kept stays. A masker that asks for others gets [ErrUnfit] from one that asks for it.
func (o *Other) Mask(out *Out, in *In, spelling []byte) error {
	r := in.row
	if r.asked {
		return ErrUnfit
	}
	outer := *in
	r.asked = true
	defer func() { *in, r.asked = outer, false }()
	in.rule, in.Value, in.Null, in.Column = o.rule, spelling, false, o.column.col
	if in.spares(o.rule) {
		out.state = keep
		return nil
	}
	out.state = unset
	if err := o.rule.mask(out, in); err != nil {
		return err
	}
	if out.state == unset {
		return ErrUnset
	}
	return nil
}
