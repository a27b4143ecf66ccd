package builtin

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect/name"
	"github.com/migawari-dev/migawari/mask/detect/prose"
	"github.com/migawari-dev/migawari/mask/detect/value"
)

// text, mode: substitute, leaves a text as it is but for what it can find in it:
// what other columns of the row hold, by the fakes that those columns get; values
// such as addresses, phones and cards, as the maskers of their kinds mask them; names
// that are known or stand as names do. It misses names, so it is no default.
//
// A text that would be longer than max, or without it than 16383 characters and the
// value, becomes filler as a whole.
type substituteMasker struct {
	filler  textMasker
	kinds   byKind
	address mask.Nested
	names   mask.DomainKey
	domains fake.Seed
	chars   int
	limited bool // by max: a longer value makes no room
}

// longestText is what the text types of all servers hold, in characters of up to
// four bytes.
const longestText = 65535 / utf8.UTFMax

func newSubstitute(b *mask.Build, filler textMasker) (mask.Masker, error) {
	m := substituteMasker{filler: filler, names: b.Key(freeText), domains: domainSeed(b), chars: longestText}
	if b.Max > 0 {
		m.chars, m.limited = b.Max, true
	}
	var err error
	inside := *b
	inside.Max = 0 // which is that of the whole text
	if m.kinds, err = nestKinds(&inside, kindMaskers[:]); err != nil {
		return nil, err
	}
	m.address, err = b.Nested(b.Usual("address"))
	return m, err
}

func (m substituteMasker) Spec() mask.Spec {
	s := m.filler.Spec()
	s.Leaves = true
	s.Output.Chars = m.chars
	s.Output.Alphabet += m.filler.l.NameAlphabet(fake.Written, fake.Katakana, fake.Hiragana, fake.HalfKatakana, fake.Latin) + m.filler.l.AddressAlphabet()
	return s
}

// Recognise implements [mask.Recogniser]: what is not replaced is the value's own.
func (m substituteMasker) Recognise([]byte) fake.Answer { return fake.CannotTell }

// A mention is a part of the text that is to be replaced: by what another column
// gets, or by a fake of what it was found as.
type mention struct {
	start, end int
	other      *mask.Other
	split      int // bytes of the family name in a full name that is written together
	found      prose.Finding
}

func (m substituteMasker) Mask(out *mask.Out, in *mask.In) error {
	text, seed := in.Value, in.Seed()
	mentions := m.mentions(in)
	if len(mentions) == 0 {
		out.Keep()
		return nil
	}
	scratch := in.Scratch()
	from, rest := len(scratch.Text), 0
	defer func() { in.Value, scratch.Text = text, scratch.Text[:from] }()
	for i := range mentions {
		at := &mentions[i]
		in.Value = text[at.start:at.end]
		m.replace(out, in, at, text, seed)
		v, ok := out.Value()
		if !ok {
			continue // of somebody who is kept, or a date that stands for none
		}
		scratch.Text = append(append(scratch.Text, text[rest:at.start]...), v...)
		rest = at.end
	}
	scratch.Text = append(scratch.Text, text[rest:]...)
	b := scratch.Text[from:]
	if !m.fits(b, text) {
		in.Value = text
		return m.filler.Mask(out, in)
	}
	out.End(append(out.Begin(), b...))
	return nil
}

// fits says whether a text is not too long.
func (m substituteMasker) fits(b, text []byte) bool {
	n := characters(b)
	return n <= m.chars || !m.limited && n <= characters(text) && len(b) <= len(text)
}

// replace masks one mention, which is the value of in. What no masker takes becomes
// something of its own shape.
func (m substituteMasker) replace(out *mask.Out, in *mask.In, at *mention, text []byte, seed fake.Seed) {
	var err error
	switch f := &at.found; {
	case at.split > 0:
		err = maskTogether(out, in, at)
	case at.other != nil:
		err = at.other.Mask(out, in, in.Value)
	case f.Value != value.None:
		err = m.kinds.mask(out, in, f.Value)
	case f.Name == name.Address:
		err = m.address.Part(out, in, in.Value, false)
	default:
		err = m.name(out, in, seed, text[f.Start:f.Family])
	}
	if err != nil { // of a wider kind than its masker takes
		out.End(m.filler.l.AppendLike(out.Begin(), m.seedOf(in, seed, in.Value), m.domains, in.Value, 0))
	}
}

// maskTogether masks a full name that is written together. Its masker is shown where
// it comes apart.
func maskTogether(out *mask.Out, in *mask.In, at *mention) error {
	const space = "　"
	scratch := in.Scratch()
	from := len(scratch.Text)
	scratch.Text = append(append(append(scratch.Text, in.Value[:at.split]...), space...), in.Value[at.split:]...)
	err := at.other.Mask(out, in, scratch.Text[from:])
	scratch.Text = scratch.Text[:from]
	if v, ok := out.Value(); ok && err == nil {
		if i := bytes.Index(v, []byte(space)); i >= 0 {
			v = append(v[:i], v[i+len(space):]...)
		}
		out.End(v)
	}
	return err
}

// name writes the name of somebody about whom nothing is known. Who has one family
// name in a text has one fake of it.
func (m substituteMasker) name(out *mask.Out, in *mask.In, seed fake.Seed, family []byte) error {
	shape, ok := m.filler.l.ParseShape(in.Value)
	if !ok {
		return mask.ErrUnfit
	}
	if len(family) == len(in.Value) {
		shape.Part = fake.FamilyPart
	}
	person := m.seedOf(in, seed, in.Value)
	household := person
	if len(family) > 0 {
		household = m.seedOf(in, seed, family)
	}
	b, ok := fake.NewPersona(person, household, m.filler.l).AppendName(out.Begin(), shape, 0)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(b)
	return nil
}

// seedOf is the seed of a part of the text whose seed is given.
func (m substituteMasker) seedOf(in *mask.In, seed fake.Seed, part []byte) fake.Seed {
	scratch := in.Scratch()
	from := len(scratch.Text)
	scratch.Text = append(scratch.Text, seed[:]...)
	for _, r := range string(part) {
		if r = name.Fold(r); r != ' ' {
			scratch.Text = utf8.AppendRune(scratch.Text, r)
		}
	}
	s := m.names.Seed(scratch.Text[from:])
	scratch.Text = scratch.Text[:from]
	return s
}

// mentions finds what is to be replaced, in the order of the text.
func (m substituteMasker) mentions(in *mask.In) []mention {
	var tmp [16]prose.Finding
	found := prose.Find(tmp[:0], in.Value, m.filler.l)
	var columns [8]mask.Other
	others := in.Others(columns[:0], mentioned)
	var list []mention
	for _, f := range found {
		if f.Value != value.None {
			list = append(list, mention{start: f.Start, end: f.End, found: f, other: m.same(in, f, others)})
		}
	}
	list = m.birthdays(list, in, others)
	known := newNeedles(others, in.Value)
	for i := range known.needles {
		list = known.find(list, &known.needles[i])
	}
	var names []mention
	for _, f := range found {
		if f.Value == value.None {
			names = append(names, mention{start: f.Start, end: f.End, found: f, other: known.exact(in.Value[f.Start:f.End])})
		}
	}
	return addNames(list, names, in.Value)
}

// birthdays adds the dates that are the row's date of birth, whatever stands round
// them.
func (m substituteMasker) birthdays(list []mention, in *mask.In, others []mask.Other) []mention {
	if !slices.ContainsFunc(others, func(o mask.Other) bool { return o.Kind == birthDate }) {
		return list
	}
	var tmp [16]value.Finding
	for _, f := range value.Find(tmp[:0], in.Value) {
		if f.Kind == value.Date {
			found := prose.Finding{Start: f.Start, End: f.End, Value: f.Kind}
			if o := m.same(in, found, others); o != nil {
				list = append(list, mention{start: f.Start, end: f.End, found: found, other: o})
			}
		}
	}
	inOrder(list)
	return list
}

func inOrder(list []mention) {
	slices.SortFunc(list, func(a, b mention) int { return a.start - b.start })
}

// after gives the first mention in an ordered list that ends behind a place.
func after(list []mention, place int) int {
	i, _ := slices.BinarySearchFunc(list, place, func(m mention, place int) int {
		if m.end <= place {
			return -1
		}
		return 1
	})
	return i
}

// same finds the column that holds a value, in whatever spelling.
func (m substituteMasker) same(in *mask.In, f prose.Finding, others []mask.Other) *mask.Other {
	key := func(dst, v []byte) []byte { return append(dst, v...) }
	switch f.Value {
	case value.Email:
		key = fake.AppendEmailKey
	case value.Phone:
		key = m.filler.l.AppendPhoneKey
	case value.Date, value.BirthDate:
		key = birthDateMasker{}.canonical
	}
	var a, b [128]byte
	want := key(a[:0], in.Value[f.Start:f.End])
	for i := range others {
		if bytes.Equal(key(b[:0], others[i].Value), want) {
			return &others[i]
		}
	}
	return nil
}

// addNames adds names that were found in the text, but for the parts of them that
// are in the ordered list already.
func addNames(list []mention, names []mention, text []byte) []mention {
	known := list
	for _, m := range names {
		for start := m.start; start < m.end; {
			end, behind := m.end, m.end // up to the next mention
			if i := after(known, start); i < len(known) && known[i].start < m.end {
				end, behind = max(start, known[i].start), known[i].end
			}
			if part := bytes.TrimSpace(text[start:end]); len(part) > 0 {
				rest := m
				rest.start = start + bytes.Index(text[start:end], part)
				rest.end = rest.start + len(part)
				if rest.start != m.start || rest.found.Family > rest.end {
					rest.found.Family = rest.start
				}
				rest.found.Start, rest.found.End = rest.start, rest.end
				list = append(list, rest)
			}
			start = behind
		}
	}
	inOrder(list)
	return list
}
