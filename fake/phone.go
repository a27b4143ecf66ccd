package fake

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxGroups is the greatest number of groups of digits in a phone number.
const maxGroups = 8

// A phoneNumber is a value that was read as one. It holds no digit of it.
type phoneNumber struct {
	class  int
	pieces bool // too few digits for a number: a part of one
	prefix int  // of pieces: the class whose prefix the piece is, from 1
	trunk  bool // of pieces: begins with the trunk
	lost   bool // the leading zero was lost in a column of integers
	plus   bool
	code   bool // the locale's calling code is there, with + or without
	grouped
}

// grouped is how digits are grouped, wherever numbers are written.
type grouped struct {
	wide   bool
	n      int                       // digits
	groups int                       // of digits
	sizes  [maxGroups]int            // of the groups
	seps   [maxGroups + 1]separation // before each group, and behind the last
	chars  int                       // of the value
}

// A separation is what stands between two groups: up to two characters.
type separation [2]rune

func (s separation) appendTo(dst []byte) []byte {
	for _, r := range s {
		if r != 0 {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// isPhoneSeparator takes the characters that stand between digits: spaces, every
// hyphen that keyboards and fonts confuse, brackets, dots and slashes.
func isPhoneSeparator(r rune) bool {
	switch r {
	case '-', ' ', '(', ')', '.', '/', '_', '[', ']', '　', '（', '）', '［', '］', '・', '‐', '‑', '‒', '–', '—', '―', '−', 'ー', '－', 'ｰ':
		return true
	}
	return false
}

// scanDigits groups the digits of a value. It fails where there is anything but
// digits and separators; the digits go to digits, as far as they fit.
func scanDigits(value []byte, digits *[24]byte, separator func(rune) bool) (g grouped, ok bool) {
	at := 0 // in the separation
	open := true
	for i := 0; i < len(value); {
		r, n := utf8.DecodeRune(value[i:])
		i += n
		g.chars++
		d, isDigit := asciiDigit(r)
		switch {
		case isDigit:
			if open {
				if g.groups == maxGroups {
					return g, false
				}
				g.groups++
				open, at = false, 0
			}
			if g.n == len(digits) {
				return g, false
			}
			digits[g.n] = d
			g.n++
			g.sizes[g.groups-1]++
			g.wide = g.wide || r >= utf8.RuneSelf
		case separator(r):
			open = true
			if at < 2 {
				g.seps[g.groups][at] = r
				at++
			}
		default:
			return g, false
		}
	}
	return g, g.n > 0
}

// parsePhone reads a value as a phone number.
func (l *Locale) parsePhone(value []byte) (p phoneNumber, ok bool) {
	var digits [24]byte
	v := bytes.TrimSpace(value)
	if rest, plus := cutPlus(v); plus {
		p.plus, v = true, rest
	}
	if p.grouped, ok = scanDigits(v, &digits, isPhoneSeparator); !ok || p.n < 2 {
		return p, false
	}
	if p.plus {
		p.chars++
	}
	plan := &l.Phone
	d := digits[:p.n]
	p.cutCode(plan, d)
	national, trunk := p.national(plan, d)
	p.lost = trunk && !p.plus && !p.code
	switch least := plan.least(); {
	case !p.plus && !p.lost && p.n < least-1:
		p.pieces = true
		p.trunk = plan.Trunk != "" && p.n <= 5 && begins(d, plan.Trunk)
		p.prefix = plan.prefixClass(d) + 1
	default:
		p.class = plan.classOf(national, trunk)
	}
	return p, true
}

func cutPlus(v []byte) ([]byte, bool) {
	for _, plus := range [...]string{"+", "＋"} {
		if begins(v, plus) {
			return v[len(plus):], true
		}
	}
	return v, false
}

// cutCode finds the calling code at the beginning and takes it out of the
// groups, with a trunk in brackets behind it: +81 (0)90-….
func (p *phoneNumber) cutCode(plan *Phones, d []byte) {
	code := len(plan.Country)
	if p.plus && p.groups > 1 && !begins(d, plan.Country) {
		p.dropGroup(0) // another country's
		return
	}
	if !begins(d, plan.Country) || !p.plus && (plan.Trunk != "" || p.n != plan.least()+code) {
		return
	}
	p.code = true
	if p.sizes[0] > code {
		p.sizes[0] -= code // written together
		return
	}
	p.dropGroup(0)
	if p.groups > 1 && plan.Trunk != "" && p.sizes[0] == len(plan.Trunk) && begins(d[code:], plan.Trunk) {
		p.dropGroup(0)
		p.seps[0] = separation{' '}
	}
}

// dropGroup takes a group out, with what stands before it.
func (g *grouped) dropGroup(i int) {
	copy(g.seps[i:], g.seps[i+1:])
	copy(g.sizes[i:], g.sizes[i+1:])
	g.groups--
}

// national gives a number without calling code, and whether its trunk is missing:
// dropped behind the code, or lost as the leading zero of an integer.
func (p *phoneNumber) national(plan *Phones, d []byte) (national []byte, trunk bool) {
	if p.code {
		d = d[len(plan.Country):]
	}
	if plan.Trunk == "" || begins(d, plan.Trunk) {
		return d, false
	}
	least := plan.least() - len(plan.Trunk)
	integer := !p.plus && p.groups == 1 && (p.n == least || p.n == least+1)
	return d, p.code || integer
}

// AppendPhoneKey appends the form under which equal numbers are equal: digits
// only, with the trunk in place of the locale's calling code, and with the
// leading zero that a column of integers has lost. A value that is no number is
// left as it is.
func (l *Locale) AppendPhoneKey(dst, value []byte) []byte {
	var digits [24]byte
	rest, plus := cutPlus(bytes.TrimSpace(value))
	g, ok := scanDigits(rest, &digits, isPhoneSeparator)
	if !ok {
		return append(dst, value...)
	}
	p := phoneNumber{plus: plus, grouped: g}
	p.cutCode(&l.Phone, digits[:g.n])
	national, trunk := p.national(&l.Phone, digits[:g.n])
	switch {
	case trunk:
		dst = append(dst, l.Phone.Trunk...)
	case plus && !p.code:
		dst = append(dst, '+')
	}
	return append(dst, national...)
}

// least is the number of digits of the shortest number.
func (p *Phones) least() int {
	n := digitsIn(p.Classes[0].Fakes[0])
	for i := range p.Classes {
		n = min(n, digitsIn(p.Classes[i].Fakes[0]))
	}
	return n
}

// classOf finds the class of a national number by its length and prefix. trunk
// says that the trunk is missing.
func (p *Phones) classOf(d []byte, trunk bool) int {
	for i := range p.Classes {
		c := &p.Classes[i]
		missing := 0
		if trunk {
			missing = len(p.Trunk)
		}
		if len(d)+missing != digitsIn(c.Fakes[0]) {
			continue
		}
		for _, prefix := range c.Prefixes {
			if begins(d, prefix[missing:]) {
				return i
			}
		}
	}
	return 0
}

// prefixClass finds the class of which a piece is the first group, or -1.
func (p *Phones) prefixClass(piece []byte) int {
	for i := range p.Classes {
		c := &p.Classes[i]
		for _, prefix := range c.Prefixes {
			if len(piece) == strings.IndexByte(c.Fakes[0], '-') && strings.HasPrefix(prefix, string(piece)) {
				return i
			}
		}
	}
	return -1
}

// AppendPhone appends a phone number that reaches nobody, in the form of like:
// class, calling code, separators, brackets, width, and the leading zero that an
// integer has lost. It is not longer than like, and not than limit characters,
// which is at least [Locale.PhoneLeast], or 0 for none; where it would be, it
// loses its separators. It says false and appends nothing where like is no number.
//
// A piece of a number that is split over several columns gets a piece that makes
// a number of nobody with any other fake piece. Numbers of classes and countries
// that the locale does not know get one of its first class.
func (l *Locale) AppendPhone(dst []byte, s Seed, like []byte, limit int) ([]byte, bool) {
	p, ok := l.parsePhone(like)
	if !ok {
		return dst, false
	}
	return l.appendPhone(dst, s.Sub("phone"), &p, limit, ""), true
}

// PhonePart is the number of digits of the longest group of a number, which is a
// column of one that is split.
func (l *Locale) PhonePart() int {
	patterns := l.Address.Areas
	for i := range l.Phone.Classes {
		patterns = append(slices.Clip(patterns), l.Phone.Classes[i].Fakes...)
	}
	n := 0
	for _, p := range patterns {
		for part := range strings.SplitSeq(p, "-") {
			n = max(n, len(part))
		}
	}
	return n
}

// PhoneLeast is the number of digits of the longest number.
func (l *Locale) PhoneLeast() int {
	n := 0
	for i := range l.Phone.Classes {
		n = max(n, digitsIn(l.Phone.Classes[i].Fakes[0]))
	}
	return n
}

// appendPhone appends a number, of the area where it is of the first class and there
// is one; see [Places].
func (l *Locale) appendPhone(dst []byte, s Seed, p *phoneNumber, limit int, area string) []byte {
	if limit > 0 {
		p.chars = min(p.chars, limit)
	}
	plan := &l.Phone
	var tmp [24]byte
	if p.pieces {
		return p.appendFitting(dst, plan.appendPiece(tmp[:0], s, p, area))
	}
	pattern := area
	if pattern == "" || p.class != 0 {
		pattern = plan.Classes[p.class].pattern(s)
	}
	number := appendPattern(tmp[:0], pattern, drawing(s.low()))
	if p.plus || p.lost {
		number, pattern = number[len(plan.Trunk):], pattern[len(plan.Trunk):]
	}
	start := len(dst)
	dst = p.appendNumber(dst, plan, number, pattern)
	if runeCount(dst[start:]) > p.chars {
		p.groups = 1 // too long: without separators
		dst = p.appendNumber(dst[:start], plan, number, pattern)
	}
	if runeCount(dst[start:]) > p.chars {
		// A foreign number shorter than ours. Calling codes do not begin with 0
		// (ITU-T E.164).
		dst = dst[:start]
		digits := min(p.n, p.chars)
		if p.plus {
			dst = append(dst, '+')
			digits = min(p.n, p.chars-1)
		}
		dst = appendZeroed(dst, digits, drawing(s.low()))
	}
	return dst
}

// pattern draws one of the fakes of a class.
func (c *PhoneClass) pattern(s Seed) string { return c.Fakes[s.N(len(c.Fakes))] }

// appendPattern appends the digits of a pattern, without hyphens.
func appendPattern(dst []byte, pattern string, d drawing) []byte {
	for i := range len(pattern) {
		switch c := pattern[i]; c {
		case '-':
		case '#':
			dst = append(dst, d.digit())
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// appendZeroed appends n digits of which the first is 0, and all but the last
// four if there are more than eight.
func appendZeroed(dst []byte, n int, d drawing) []byte {
	for i := range n {
		digit := d.digit()
		if i == 0 || n > 8 && i < n-4 {
			digit = '0'
		}
		dst = append(dst, digit)
	}
	return dst
}

// appendPiece appends the digits for a piece of a split number.
func (p *Phones) appendPiece(dst []byte, s Seed, n *phoneNumber, area string) []byte {
	d := drawing(s.low())
	switch {
	case n.prefix > 0:
		first, _, _ := strings.Cut(p.Classes[n.prefix-1].Fakes[0], "-")
		return appendPattern(dst, first, d)
	case n.trunk:
		if area == "" {
			area = p.Classes[0].pattern(s)
		}
		first, _, _ := strings.Cut(area, "-")
		if len(first) <= n.n {
			return appendPattern(dst, first, d)
		}
	}
	for _, part := range p.Parts {
		if digitsIn(part) == n.n {
			return appendPattern(dst, part, d)
		}
	}
	return appendZeroed(dst, n.n, d)
}

// appendFitting appends digits in the groups of the value, or without separators
// where those make it too long.
func (g *grouped) appendFitting(dst, digits []byte) []byte {
	start := len(dst)
	if dst = g.appendGrouped(dst, digits); runeCount(dst[start:]) <= g.chars {
		return dst
	}
	dst = dst[:start]
	for _, d := range digits {
		dst = appendDigit(dst, d, g.wide)
	}
	return dst
}

// appendGrouped appends digits in the groups of the value.
func (g *grouped) appendGrouped(dst, digits []byte) []byte {
	for i := range g.groups {
		dst = g.seps[i].appendTo(dst)
		for range g.sizes[i] {
			if len(digits) == 0 {
				break
			}
			dst = appendDigit(dst, digits[0], g.wide)
			digits = digits[1:]
		}
	}
	return g.seps[g.groups].appendTo(dst)
}

// appendNumber appends a whole number: the groups are those of the pattern, the
// separators those of the value.
func (p *phoneNumber) appendNumber(dst []byte, plan *Phones, number []byte, pattern string) []byte {
	if p.plus {
		if p.wide {
			dst = append(dst, "＋"...)
		} else {
			dst = append(dst, '+')
		}
	}
	if p.plus || p.code {
		for i := range len(plan.Country) {
			dst = appendDigit(dst, plan.Country[i], p.wide)
		}
	}
	group := 0
	if p.groups > 1 || p.code {
		dst = p.seps[0].appendTo(dst)
	}
	for i, k := 0, 0; i < len(pattern); i++ {
		if pattern[i] == '-' {
			if group++; group < p.groups {
				dst = p.seps[group].appendTo(dst)
			}
			continue
		}
		dst = appendDigit(dst, number[k], p.wide)
		k++
	}
	if p.groups > 1 && group+1 >= p.groups {
		dst = p.seps[p.groups].appendTo(dst)
	}
	return dst
}

// appendPlain appends a number of the last class as the locale writes it.
func (p *Phones) appendPlain(dst []byte, s Seed) []byte {
	c := &p.Classes[len(p.Classes)-1]
	pattern, d := c.pattern(s), drawing(s.low())
	for i := range len(pattern) {
		if pattern[i] == '#' {
			dst = append(dst, d.digit())
		} else {
			dst = append(dst, pattern[i])
		}
	}
	return dst
}
