package value

import (
	"unicode/utf8"

	"github.com/migawari-dev/migawari/fake"
)

const (
	maxGroups = 8
	maxDigits = 40
)

// A separator is what stands before a group of digits.
type separator uint8

const (
	nothing separator = iota
	hyphen            // and every sign that keyboards and fonts confuse with it
	space
	dot
	slash
	bracket // ( and ), with a space or hyphen or without
)

// numbers is a run of groups of digits with separators.
type numbers struct {
	plus    bool
	postal  bool // 〒 stands before it
	open    bool // a bracket stands before it
	start   int  // of the plus, the bracket or the first digit
	groups  [maxGroups]digitGroup
	n       int
	digits  [maxDigits]byte
	nDigits int
}

type digitGroup struct {
	start, end int // bytes
	at, n      int // digits
	sep        separator
}

// of gives the digits of n groups from the k-th on.
func (r *numbers) of(k, n int) []byte {
	last := &r.groups[k+n-1]
	return r.digits[r.groups[k].at : last.at+last.n]
}

// read takes in the run that begins at i, and says whether there is one.
func (r *numbers) read(text []byte, i int) bool {
	r.plus, r.postal, r.open, r.start, r.n, r.nDigits = false, false, false, i, 0, 0
	switch rest := text[i:]; {
	case rest[0] == '+':
		r.plus = true
		i++
	case begins(rest, "＋"):
		r.plus = true
		i += len("＋")
	case begins(rest, "〒"):
		r.postal = true
		i += len("〒")
		for i < len(text) && (text[i] == ' ' || begins(text[i:], "　")) {
			i += 1 + 2*int(text[i]>>7)
		}
	case rest[0] == '(':
		r.open = true
		i++
	case begins(rest, "（"):
		r.open = true
		i += len("（")
	}
	sep := nothing
	for r.n < maxGroups {
		g := digitGroup{start: i, at: r.nDigits, sep: sep}
		for i < len(text) {
			c, size := text[i], 1
			if c == 0xef && i+3 <= len(text) && isWideDigit(text[i:]) {
				c, size = text[i+2]-0x90+'0', 3
			}
			if !isDigit(c) {
				break
			}
			if r.nDigits < maxDigits {
				r.digits[r.nDigits] = c
				r.nDigits++
			}
			g.n++
			i += size
		}
		if g.n == 0 {
			break
		}
		g.end = i
		if g.at+g.n > maxDigits {
			break // longer than any number: what follows is read anew
		}
		r.groups[r.n] = g
		r.n++
		var size int
		if sep, size = readSeparator(text[i:]); size == 0 {
			break
		}
		i += size
	}
	return r.n > 0
}

// readSeparator reads what stands between two groups.
func readSeparator(b []byte) (s separator, size int) {
	for range 2 {
		c, n := separatorAt(b[size:])
		if c == nothing {
			break
		}
		if s != nothing && c != bracket && s != bracket && c != space && s != space {
			break // two hyphens are none
		}
		s = max(s, c)
		size += n
	}
	if size < len(b) && !isDigit(b[size]) && b[size] != 0xef {
		return nothing, 0 // no digit follows
	}
	return s, size
}

func separatorAt(b []byte) (separator, int) {
	if len(b) == 0 {
		return nothing, 0
	}
	switch b[0] {
	case '-':
		return hyphen, 1
	case ' ':
		return space, 1
	case '.':
		return dot, 1
	case '/':
		return slash, 1
	case '(', ')':
		return bracket, 1
	}
	if b[0] < 0x80 {
		return nothing, 0
	}
	r, n := utf8.DecodeRune(b)
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−', 'ー', '－', 'ｰ', '﹣':
		return hyphen, n
	case '　', '\u00a0':
		return space, n
	case '（', '）':
		return bracket, n
	}
	return nothing, 0
}

// number judges the run of digits at i: each beginning of a group against the kinds
// of number, the longest first. It gives the end of what was found, or i.
func (f *finder) number(i int) int {
	if d := f.date(i); d > 0 {
		return d
	}
	r := &f.no
	if !r.read(f.text, i) {
		return i
	}
	if !f.boundBefore(r.start) {
		return i
	}
	for k := range r.n {
		if k > 0 && r.groups[k].sep != space && r.groups[k].sep != bracket {
			continue // the rest of a longer code
		}
		if k > 0 {
			r.plus, r.open, r.postal = false, r.groups[k].sep == bracket, false
			if d := f.date(r.groups[k].start); d > 0 {
				return d
			}
		}
		if e := f.from(r, k); e > 0 {
			return e
		}
	}
	return i
}

// boundBefore says whether a number can begin at i: it is not the rest of a code.
func (f *finder) boundBefore(i int) bool {
	c := f.before(i)
	if (c == '-' || c == '.' || c == '/') && i > 1 && wordBits[f.text[i-2]]&^dotBit != 0 {
		return f.labelled(i - 1)
	}
	return !isLetter(c) && !isDigit(c) && c != '_' || f.labelled(i)
}

// labelled says whether tel, fax or phone stands directly before i.
func (f *finder) labelled(i int) bool {
	for _, w := range [...]string{"tel", "fax", "phone", "mobile"} {
		if k := i - len(w); k >= 0 && foldsTo(f.text[k:i], w) && (k == 0 || !isLetter(f.text[k-1])) {
			return true
		}
	}
	return false
}

// bounded says whether a number can end behind the n groups from k.
func (f *finder) bounded(r *numbers, k, n int) bool {
	if k+n < r.n {
		s := r.groups[k+n].sep
		return s == space || s == bracket
	}
	end := r.groups[k+n-1].end
	c := f.after(end)
	if isLetter(c) || isDigit(c) || c == '_' || c == '%' {
		return false
	}
	if (c == '-' || c == '.') && end+1 < len(f.text) && wordBits[f.text[end+1]]&^dotBit != 0 {
		return false
	}
	return len(f.text) == end || f.text[end] != 0xef || end+3 > len(f.text) || !isWideDigit(f.text[end:])
}

// from judges what begins with the k-th group.
func (f *finder) from(r *numbers, k int) int {
	start := r.groups[k].start
	if k == 0 && (r.plus || r.postal) {
		start = r.start
	}
	if r.open && k == 0 && r.n > 1 && r.groups[1].sep == bracket {
		start = r.start
	}
	for n := min(r.n-k, 6); n >= 1; n-- {
		if !f.bounded(r, k, n) {
			continue
		}
		kind, sure, harmless := f.judge(r, k, n, start)
		if kind != None {
			at := start
			if kind != Phone && kind != PostalCode {
				at = r.groups[k].start
			}
			return f.add(at, r.groups[k+n-1].end, kind, sure, harmless)
		}
	}
	return 0
}

// judge says what n groups are.
func (f *finder) judge(r *numbers, k, n, start int) (kind Kind, s Sure, harmless bool) {
	d, g := r.of(k, n), r.groups[k:k+n]
	first, end := g[0].start, g[n-1].end
	if r.plus && k == 0 {
		return f.international(d, g, start, end)
	}
	if s, ok := postal(r, d, g, k); ok {
		if s == Likely && f.hasLabel(first, postalLabels[:]) {
			s = Certain
		}
		return PostalCode, s, begins(d, "000") || f.ours(PostalCode, first, end)
	}
	if n == 4 && one(g, dot) {
		return f.dotted(g, first, end)
	}
	if s, ok := japanese(d, g); ok {
		if s == Possible && f.hasLabel(first, phoneLabels[:]) {
			s = Certain
		}
		return Phone, s, cannotBeDialled(d) || f.ours(Phone, start, end)
	}
	if ten, ok := american(d, g); ok {
		return Phone, Certain, fictitious(ten) || f.ours(Phone, start, end)
	}
	if s, harmless, ok := f.card(d, g); ok {
		return Card, s, harmless
	}
	// Four more digits before or behind: 16 that are no card.
	longer := first > 1 && f.text[first-1] == ' ' && isDigit(f.text[first-2]) || k+n < r.n && r.groups[k+n].n == 4
	if len(d) == 12 && (n == 1 || sizes(g, 4, 4, 4) && !longer) && (fake.MyNumber.Valid(d) || fake.MyNumber.Spoiled(d)) {
		s, harmless := Possible, !fake.MyNumber.Valid(d)
		if f.hasLabel(first, myNumberLabels[:]) {
			return MyNumber, Certain, harmless
		}
		if n == 3 && !harmless {
			s = Likely
		}
		return MyNumber, s, harmless
	}
	if sizes(g, 3, 2, 4) && one(g, hyphen) && !begins(d, "000") && !begins(d, "9") && !begins(d[3:], "00") {
		return SSN, Likely, begins(d, "666")
	}
	if n > 1 && d[0] == '0' && d[1] != '0' && len(d) >= 9 && len(d) <= 11 && len(d)-g[0].n >= 4 {
		return Phone, Likely, f.ours(Phone, start, end) // of another country
	}
	if len(d) >= 4 && len(d) <= 14 && n <= 3 && f.hasLabel(first, accountLabels[:]) {
		return BankAccount, Likely, f.ours(BankAccount, first, end)
	}
	return None, 0, false
}

// one says whether all groups stand apart by the same separator.
func one(g []digitGroup, s separator) bool {
	for i := 1; i < len(g); i++ {
		if g[i].sep != s {
			return false
		}
	}
	return true
}

// sizes says whether groups have so many digits.
func sizes(g []digitGroup, want ...int) bool {
	if len(g) != len(want) {
		return false
	}
	for i := range g {
		if g[i].n != want[i] {
			return false
		}
	}
	return true
}

// international judges a number with a plus sign (ITU-T E.164).
func (f *finder) international(d []byte, g []digitGroup, start, end int) (Kind, Sure, bool) {
	if len(d) < 8 || len(d) > 16 || d[0] == '0' && len(d) < 9 {
		return None, 0, false
	}
	for i := 1; i < len(g); i++ {
		if g[i].sep == slash {
			return None, 0, false
		}
	}
	harmless := d[0] == '0'
	if begins(d, "81") {
		var tmp [maxDigits + 1]byte
		n := append(append(tmp[:0], '0'), d[2:]...)
		if d[2] == '0' { // +81 (0)90
			n = n[1:]
		}
		harmless = cannotBeDialled(n)
	}
	if len(d) == 11 && d[0] == '1' {
		harmless = fictitious(d[1:])
	}
	return Phone, Certain, harmless || f.ours(Phone, start, end)
}

// postal judges Japanese postal codes: three digits and four, or seven behind 〒.
func postal(r *numbers, d []byte, g []digitGroup, k int) (Sure, bool) {
	marked := r.postal && k == 0
	switch {
	case sizes(g, 3, 4) && g[1].sep == hyphen:
		if marked {
			return Certain, true
		}
		return Likely, true
	case marked && (len(g) == 1 && len(d) == 7 || sizes(g, 3, 4)):
		return Certain, true
	}
	return 0, false
}

// japanese judges national numbers of Japan: 10 or 11 digits from 0 on.
func japanese(d []byte, g []digitGroup) (Sure, bool) {
	n := len(g)
	if len(d) < 10 || len(d) > 11 || d[0] != '0' || d[1] == '0' || n > 3 {
		return 0, false
	}
	for i := 1; i < n; i++ {
		if s := g[i].sep; s == slash || s == space && g[1].sep != space {
			return 0, false
		}
	}
	mobile := len(d) == 11 && d[2] == '0' && d[1] >= '5'
	switch {
	case len(d) == 11 && !mobile && !begins(d, "020"):
		return 0, false
	case n == 1 && mobile && d[3] != '0':
		return Likely, true
	case n == 1:
		return Possible, true
	case n == 2:
		return Likely, g[0].n >= 2 && g[0].n <= 5 && g[1].n >= 5 || g[1].n == 4
	case len(d) == 11:
		return Certain, sizes(g, 3, 4, 4) || sizes(g, 4, 3, 4) || sizes(g, 5, 2, 4)
	}
	return Certain, g[2].n == 4 && g[0].n >= 2 && g[0].n <= 5 || sizes(g, 4, 3, 3)
}

// american judges numbers of North America, whose groups have separators.
func american(d []byte, g []digitGroup) (ten []byte, ok bool) {
	if len(d) == 11 && d[0] == '1' && g[0].n == 1 {
		d, g = d[1:], g[1:]
	}
	if len(d) != 10 || !sizes(g, 3, 3, 4) || d[0] < '2' || d[3] < '2' || g[1].sep == slash || g[2].sep == slash || g[2].sep == bracket {
		return nil, false
	}
	return d, true
}

// dotted judges four numbers with dots: an IPv4 address, but behind the name of a
// program its version.
func (f *finder) dotted(g []digitGroup, start, end int) (Kind, Sure, bool) {
	for i := range g {
		v := 0
		for _, c := range f.no.digits[g[i].at : g[i].at+min(g[i].n, 4)] {
			v = v*10 + int(c-'0')
		}
		if g[i].n > 3 || v > 255 || g[i].n > 1 && f.no.digits[g[i].at] == '0' {
			return None, 0, false
		}
	}
	return f.ip4(start, end)
}

// card judges payment cards: the ranges of the issuers, and the check digit.
func (f *finder) card(d []byte, g []digitGroup) (s Sure, harmless, ok bool) {
	if len(d) < 13 || len(d) > 19 || !fake.Luhn.Valid(d) || len(g) > 5 {
		return 0, false, false
	}
	for i := 1; i < len(g); i++ {
		if g[i].sep != space && g[i].sep != hyphen {
			return 0, false, false
		}
	}
	if len(g) > 1 && !sizes(g, 4, 4, 4, 4) && !sizes(g, 4, 6, 5) && !sizes(g, 4, 6, 4) && !sizes(g, 4, 4, 4, 4, 3) && !sizes(g, 4, 4, 4, 1) {
		return 0, false, false
	}
	switch {
	case d[0] == '0':
		return Likely, true, true
	case !issued(d):
		return 0, false, false
	case len(g) > 1:
		return Certain, false, true
	}
	return Likely, false, true
}

// issued says whether a number is in the range of an issuer, and as long as its
// cards are.
func issued(d []byte) bool {
	n := len(d)
	p := 0 // the first six digits
	for _, c := range d[:6] {
		p = p*10 + int(c-'0')
	}
	switch p2, p4 := p/10000, p/100; {
	case p/100000 == 4:
		return n == 13 || n == 16 || n == 19
	case p2 >= 51 && p2 <= 55, p4 >= 2221 && p4 <= 2720:
		return n == 16
	case p2 == 34 || p2 == 37:
		return n == 15
	case p2 == 36, p2 == 38, p2 == 39, p4 >= 3000 && p4 <= 3059:
		return n >= 14
	case p4 >= 3528 && p4 <= 3589, p4 == 6011, p4 >= 6440 && p4 <= 6599, p2 == 62:
		return n >= 16
	case p2 == 50, p2 >= 56 && p2 <= 58, p2 == 60, p2 == 63, p2 == 67:
		return n >= 16
	}
	return false
}
