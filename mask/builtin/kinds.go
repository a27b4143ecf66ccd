package builtin

import (
	"bytes"
	"slices"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect/value"
)

// kindMaskers are the maskers for what package value finds.
var kindMaskers = [...]string{
	value.Email: "email", value.URL: "url", value.Host: "url", value.IP: "ip", value.MAC: "mac", value.UUID: "uuid", value.Phone: "phone",
	value.PostalCode: "postal_code", value.Card: "card", value.MyNumber: "my_number", value.BankAccount: "bank_account",
	value.SchoolCode: "school_code", value.Date: "birth_date", value.BirthDate: "birth_date",
	value.Secret: "token", value.PasswordHash: "token", value.Wallet: "token",
}

// byKind masks a value as the masker for its kind does, in that masker's domain.
type byKind struct {
	rules [len(kindMaskers)]mask.Nested
	found [len(kindMaskers)]bool
}

// least are the least max of the maskers whose fakes can be longer than the value.
var least = map[string]int{"email": fake.EmailLeast, "url": fake.URLLeast, "ip": fake.IPLeast}

// nestKinds compiles maskers of kinds, with the parameters that the policy gives them
// elsewhere. The rule's max is that of those whose fakes can be longer than the value;
// those that it has no room for are left out.
func nestKinds(b *mask.Build, names []string) (n byKind, err error) {
	made := map[string]mask.Nested{}
	for k, name := range kindMaskers {
		if name == "" || !slices.Contains(names, name) || b.Max > 0 && b.Max < least[name] {
			continue
		}
		rule, ok := made[name]
		if !ok {
			inner := b.Usual(name)
			if least[name] > 0 && b.Max > 0 {
				inner.Max = b.Max
			}
			if rule, err = b.Nested(inner); err != nil {
				return n, err
			}
			made[name] = rule
		}
		n.rules[k], n.found[k] = rule, true
	}
	return n, nil
}

// has says whether there is a masker for a kind.
func (n *byKind) has(k value.Kind) bool { return int(k) < len(n.found) && n.found[k] }

// each visits what the maskers say of themselves.
func (n *byKind) each(visit func(mask.Spec)) {
	for k, rule := range n.rules {
		if n.found[k] {
			visit(rule.Spec())
		}
	}
}

// mask masks the value of in, which is of the kind. What a kind has no masker for, or
// its masker does not take, is ErrUnfit.
func (n *byKind) mask(out *mask.Out, in *mask.In, k value.Kind) error {
	if !n.has(k) {
		return mask.ErrUnfit
	}
	bare := k == value.Host || k == value.URL && !bytes.Contains(in.Value, []byte("://"))
	if !bare {
		return n.rules[k].Part(out, in, in.Value, false)
	}
	// A host is masked as that of a URL, so that it joins with those.
	scratch := in.Scratch()
	from := len(scratch.Text)
	scratch.Text = append(append(scratch.Text, scheme...), in.Value...)
	err := n.rules[k].Part(out, in, scratch.Text[from:], false)
	scratch.Text = scratch.Text[:from]
	if v, ok := out.Value(); err == nil && ok {
		v = v[len(scheme):]
		if i := bytes.IndexByte(v, '/'); k == value.Host && i >= 0 {
			v = v[:i]
		}
		b := out.Begin()
		out.End(append(b, v...))
	}
	return err
}

const scheme = "http://"
