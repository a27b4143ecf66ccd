package builtin

import (
	"bytes"

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
type byKind [len(kindMaskers)]mask.Nested

// nestKinds compiles the maskers of the kinds.
func nestKinds(b *mask.Build) (n byKind, err error) {
	made := map[string]mask.Nested{}
	for k, name := range kindMaskers {
		if name == "" {
			continue
		}
		rule, ok := made[name]
		if !ok {
			if rule, err = b.Nested(mask.Rule{Mask: name}); err != nil {
				return n, err
			}
			made[name] = rule
		}
		n[k] = rule
	}
	return n, nil
}

// mask masks the value of in, which is of the kind. What a kind has no masker for, or
// its masker does not take, is ErrUnfit.
func (n *byKind) mask(out *mask.Out, in *mask.In, k value.Kind) error {
	if k >= value.Kind(len(n)) || kindMaskers[k] == "" {
		return mask.ErrUnfit
	}
	bare := k == value.Host || k == value.URL && !bytes.Contains(in.Value, []byte("://"))
	if !bare {
		return n[k].Part(out, in, in.Value, false)
	}
	// A host is masked as that of a URL, so that it joins with those.
	scratch := in.Scratch()
	from := len(scratch.Text)
	scratch.Text = append(append(scratch.Text, scheme...), in.Value...)
	err := n[k].Part(out, in, scratch.Text[from:], false)
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
