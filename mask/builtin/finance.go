package builtin

import (
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// moneyMaskers are the maskers of numbers with which one pays or is registered.
var moneyMaskers = mask.Set{
	"card":         cardFactory,
	"bank_account": bankFactory,
	"my_number":    myNumberFactory,
}

// card replaces the number of a payment card by one under which no card is issued:
// its first digit is 0, its check digit is right. Groups and width stay. The last
// digits alone, or behind stars, become others.
//
// There are a tenth as many such numbers as cards could have, so two cards can get
// one.
type cardMasker struct{}

func cardFactory(*mask.Build) (mask.Masker, error) { return cardMasker{}, nil }

func (cardMasker) Mask(out *mask.Out, in *mask.In) error {
	b, ok := fake.AppendCard(out.Begin(), in.Seed(), in.Value)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(b)
	return nil
}

func (cardMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "payment_card", Canonical: fake.AppendCardKey}
}

// bank_account replaces a bank account by one of nobody, in the notation of the
// value: an IBAN keeps its country and has the check digits 00, which no account
// has; a Japanese account with its bank has the bank code 9999, which no bank has;
// any other number is of zeros but for the last three digits. Numbers of one and
// two digits, which are kinds of account, are not of this kind.
type bankMasker struct{}

func bankFactory(*mask.Build) (mask.Masker, error) { return bankMasker{}, nil }

func (bankMasker) Mask(out *mask.Out, in *mask.In) error {
	b, ok := fake.AppendBankAccount(out.Begin(), in.Seed(), in.Value)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(b)
	return nil
}

func (bankMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "bank_account", Canonical: fake.AppendBankKey}
}

// my_number permutes Japanese individual numbers (マイナンバー) and gives them a
// wrong check digit: a right one could be somebody's, and the law forbids to hold
// it. Hyphens and spaces stay. No two numbers get one fake. What has not 12 digits
// of ASCII of which the last is the right check digit is not of this kind.
type myNumberMasker struct{ key mask.DomainKey }

func myNumberFactory(b *mask.Build) (mask.Masker, error) {
	return myNumberMasker{b.Key("my_number")}, nil
}

func (m myNumberMasker) Mask(out *mask.Out, in *mask.In) error {
	return checkedPermutation(m.key, out, in, fake.MyNumber, fake.Check.Spoil)
}

func (m myNumberMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "my_number", Distinct: mask.Injective, Method: "FF1", Output: mask.Output{Kinds: []schema.Kind{schema.Decimal}}}
}

// checkedPermutation permutes a code that has the right check characters by what
// else it has, and finishes its check characters.
func checkedPermutation(k mask.DomainKey, out *mask.Out, in *mask.In, c fake.Check, finish func(fake.Check, []byte) bool) error {
	if !c.Valid(in.Value) {
		return mask.ErrUnfit
	}
	from, to, _ := c.Places(in.Value)
	b, ok := permuteCode(k, append(out.Begin(), in.Value...), in.Scratch(), 0, from, to)
	if !ok || !finish(c, b) {
		return mask.ErrUnfit
	}
	out.End(b)
	return nil
}
