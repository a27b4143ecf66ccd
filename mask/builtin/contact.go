package builtin

import (
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// limited gives the length of a masker's fakes under max: longest where it is not
// given, and max where longest is 0 and stands for the length of the value.
func limited(b *mask.Build, least, longest int) (int, error) {
	switch {
	case b.Max == 0:
		return longest, nil
	case b.Max < least:
		return 0, atLeast(least)
	}
	if longest == 0 {
		return b.Max, nil
	}
	return min(b.Max, longest), nil
}

// distinct says whether fakes of so many characters keep values apart.
func distinct(chars, from int) mask.Distinct {
	if chars >= from {
		return mask.Budgeted
	}
	return mask.Repeats
}

// email replaces an e-mail address by one under a reserved domain, which reaches
// nobody: taro@school.ed.jp by k3x…@a8d2x.example.ed.jp. The same address gives
// the same fake without regard to case. Different domains stay different and keep
// their class: schools are under example.ed.jp, .com under example.com. A name
// before the address becomes another; lists of addresses are not of this kind.
//
// From max: 25 on, and without max, two addresses get one fake with a chance of
// 2⁻⁶⁶.
type emailMasker struct {
	l       *fake.Locale
	chars   int
	domains fake.Seed
}

func emailFactory(l *fake.Locale) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		chars, err := limited(b, fake.EmailLeast, fake.EmailLength)
		return emailMasker{l: l, chars: chars, domains: domainSeed(b)}, err
	}
}

func (m emailMasker) Mask(out *mask.Out, in *mask.In) error {
	b, ok := m.l.AppendEmail(out.Begin(), in.Seed(), m.domains, in.Value, m.chars)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(b)
	return nil
}

// Spec names no alphabet: only a name before an address has characters beyond
// ASCII, in the script of the value.
func (m emailMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "email", Canonical: fake.AppendEmailKey,
		Output: mask.Output{Chars: m.chars}, Distinct: distinct(m.chars, fake.EmailDistinct),
	}
}

// person.email writes an address that fits the person's name, such as
// taro.yamada.k3x…@a8d2x.example.ed.jp, under the domains that email writes. All
// addresses of a person in one domain are one. From max: 25 on, and without max,
// two persons share an address with a chance of 2⁻⁶⁶.
type personEmailMasker emailMasker

func personEmailFactory(l *fake.Locale) mask.Factory {
	email := emailFactory(l)
	return func(b *mask.Build) (mask.Masker, error) {
		m, err := email(b)
		return personEmailMasker(m.(emailMasker)), err
	}
}

func (m personEmailMasker) Mask(out *mask.Out, in *mask.In) error {
	if len(in.Value) > 0 && !fake.IsEmail(in.Value) {
		return mask.ErrUnfit
	}
	out.End(persona(in, m.l).AppendEmail(out.Begin(), m.domains, in.Value, m.chars))
	return nil
}

func (m personEmailMasker) Spec() mask.Spec {
	s := emailMasker(m).Spec()
	s.Keying, s.Household, s.Named, s.Canonical = mask.ByPerson, true, true, nil
	return s
}

// phone replaces a phone number by one that reaches nobody, in the same notation:
// separators, brackets, width, +81. Mobile numbers stay mobile (090-0…), others
// become fixed ones (03-1…, 06-1…); in the locale en all are 555-01…. A number
// split over several columns becomes pieces that are no number together. In a
// column of integers the leading zero stays lost.
//
// There are too few such numbers to keep values apart.
type phoneMasker struct {
	l     *fake.Locale
	chars int // 0: as many as the value has
}

func phoneFactory(l *fake.Locale) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		chars, err := limited(b, l.PhoneLeast(), 0)
		return phoneMasker{l, chars}, err
	}
}

// Bind refuses columns of integers that some number does not fit.
func (m phoneMasker) Bind(c *schema.Column) (mask.Masker, error) {
	return m, phoneFits(c)
}

func phoneFits(c *schema.Column) error {
	if c.Type.Kind == schema.Integer && 0 < c.Type.Bits && c.Type.Bits < 64 {
		return &mask.Error{Err: mask.ErrType, Hint: "a phone number as a number needs 64 bits"}
	}
	return nil
}

func (m phoneMasker) Mask(out *mask.Out, in *mask.In) error {
	b, ok := m.l.AppendPhone(out.Begin(), in.Seed(), in.Value, m.chars)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(number(b, in))
	return nil
}

// number takes leading zeros and separators from a fake in a column of integers.
func number(b []byte, in *mask.In) []byte {
	if in.Column == nil || in.Column.Type.Kind != schema.Integer {
		return b
	}
	out := b[:0]
	for _, c := range b {
		if isDigit(c) && (c != '0' || len(out) > 0) {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		out = append(out, '0')
	}
	return out
}

// Spec promises fakes no longer than the value, and names no alphabet: a
// character set that has one digit of a width has them all.
func (m phoneMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "phone", Canonical: m.l.AppendPhoneKey, Output: mask.Output{Chars: m.chars, Kinds: []schema.Kind{schema.Integer}}}
}

// person.phone writes the person's phone number, in the notation of the value:
// the mobile phone is the person's, the home phone the household's.
type personPhoneMasker phoneMasker

func personPhoneFactory(l *fake.Locale) mask.Factory {
	phone := phoneFactory(l)
	return func(b *mask.Build) (mask.Masker, error) {
		m, err := phone(b)
		return personPhoneMasker(m.(phoneMasker)), err
	}
}

// Bind is that of phone.
func (m personPhoneMasker) Bind(c *schema.Column) (mask.Masker, error) {
	return m, phoneFits(c)
}

func (m personPhoneMasker) Mask(out *mask.Out, in *mask.In) error {
	b, ok := persona(in, m.l).AppendPhone(out.Begin(), in.Value, m.chars)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(number(b, in))
	return nil
}

func (m personPhoneMasker) Spec() mask.Spec {
	s := phoneMasker(m).Spec()
	s.Keying, s.Household, s.Canonical = mask.ByPerson, true, nil
	return s
}

// nickname replaces a nickname by a word that has nothing to do with the person,
// in the script and case of the value. A value without letters gets a fake of its
// own shape. Nicknames repeat; where they must not, take username.
type nicknameMasker struct {
	l       *fake.Locale
	chars   int
	domains fake.Seed
}

func nicknameFactory(l *fake.Locale) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		chars, err := limited(b, l.NicknameLeast(), l.NicknameLength())
		return nicknameMasker{l: l, chars: chars, domains: domainSeed(b)}, err
	}
}

func (m nicknameMasker) Mask(out *mask.Out, in *mask.In) error {
	out.End(m.l.AppendNickname(out.Begin(), in.Seed(), m.domains, in.Value, m.chars))
	return nil
}

func (m nicknameMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "nickname", Canonical: canonicalText,
		Output: mask.Output{Chars: m.chars, Alphabet: m.l.NicknameAlphabet()},
	}
}

// username replaces an account name by a token in the shape of the value: an
// e-mail address stays one, digits stay digits (20 of them), kana and kanji become
// kana, everything else small letters and digits. The length is not the value's.
// Letter case does not tell two values apart.
//
// From max: 13 on, and without max, two values get one fake with a chance of
// 2⁻⁶⁵. Digits need max: 20 and addresses max: 25 for that; with less they become
// letters and digits too.
type usernameMasker struct {
	l       *fake.Locale
	chars   int
	domains fake.Seed
}

func usernameFactory(l *fake.Locale) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		chars, err := limited(b, fake.UsernameLeast, fake.UsernameLength)
		return usernameMasker{l: l, chars: chars, domains: domainSeed(b)}, err
	}
}

func (m usernameMasker) Mask(out *mask.Out, in *mask.In) error {
	out.End(m.l.AppendUsername(out.Begin(), in.Seed(), m.domains, in.Value, m.chars))
	return nil
}

// Spec names no alphabet: kana come only where the value is Japanese, and every
// character set for that has the 45 that are written.
func (m usernameMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "username", Canonical: canonicalAccount,
		Output: mask.Output{Chars: m.chars}, Distinct: distinct(m.chars, fake.UsernameDistinct),
	}
}

// canonicalAccount is text in NFC and without case. An e-mail address is folded
// as such.
func canonicalAccount(dst, v []byte) []byte {
	at := len(dst)
	dst = canonicalText(dst, v)
	folded := fake.AppendEmailKey(dst, dst[at:])
	n := copy(folded[at:], folded[len(dst):])
	return folded[:at+n]
}

// person.username writes an account name that fits the person's name, such as
// yamadak3x…, with the separator and the case of the value. From max: 13 on, and
// without max, two persons share one with a chance of 2⁻⁶⁶.
type personUsernameMasker struct {
	l     *fake.Locale
	chars int
}

func personUsernameFactory(l *fake.Locale) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		chars, err := limited(b, fake.UsernameLeast, fake.UsernameLength)
		return personUsernameMasker{l, chars}, err
	}
}

func (m personUsernameMasker) Mask(out *mask.Out, in *mask.In) error {
	out.End(persona(in, m.l).AppendUsername(out.Begin(), in.Value, m.chars))
	return nil
}

func (m personUsernameMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "username", Keying: mask.ByPerson, Household: true, Named: true,
		Output: mask.Output{Chars: m.chars}, Distinct: distinct(m.chars, fake.UsernameDistinct),
	}
}
