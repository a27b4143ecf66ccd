package fake

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// A Shape is how a name is written: everything about it but the name. It holds
// choices from closed sets and no character of the value it was read from.
type Shape struct {
	Part   Part
	Order  Order
	Sep    Separator
	Face   Face
	Case   Case // Latin letters
	Wide   bool // Latin letters in full width
	Middle Middle
	// Initial: the given name is its first letter.
	Initial bool
	// Dot: initials have a full stop.
	Dot bool
	// Title and Honorific count from 1 in the locale's lists; 0 is none.
	Title, Honorific uint8
	// HonorificSep stands before the honorific.
	HonorificSep Separator
	// HonorificLast: the honorific stands behind the bracket.
	HonorificLast bool
	// Bracket holds the name once more in another face, usually its reading.
	Bracket Bracket
	// BracketSep stands before the bracket.
	BracketSep  Separator
	BracketFace Face
	BracketPart Part
	InnerSep    Separator
}

// A Part says which parts of a name there are.
type Part uint8

const (
	FullName Part = iota
	FamilyPart
	GivenPart
)

// An Order says which part comes first.
type Order uint8

const (
	FamilyFirst Order = iota
	GivenFirst
)

// A Separator is what stands between parts.
type Separator uint8

const (
	NoSeparator Separator = iota
	Space
	WideSpace     // U+3000
	MiddleDot     // ・ U+30FB
	HalfMiddleDot // ･ U+FF65
	CommaSpace
	Comma
	WideComma // ， U+FF0C
	Equals    // = as in foreign names
	WideEquals
	Slash
	Underscore
	FullStop
	Tab
)

var separators = [...]string{"", " ", "　", "・", "･", ", ", ",", "，", "=", "＝", "/", "_", ".", "\t"}

func (s Separator) String() string {
	if int(s) < len(separators) {
		return separators[s]
	}
	return ""
}

// separatorOf gives the separator that a character is. Spaces of other widths
// count as the plain one.
func separatorOf(r rune) (Separator, bool) {
	switch r {
	case ' ', '\u00a0', '\u2002', '\u2003', '\u2009', '\u202f':
		return Space, true
	case '　':
		return WideSpace, true
	case '・', '·':
		return MiddleDot, true
	case '･':
		return HalfMiddleDot, true
	case ',', '、':
		return Comma, true
	case '，':
		return WideComma, true
	case '=':
		return Equals, true
	case '＝', '゠':
		return WideEquals, true
	case '/':
		return Slash, true
	case '_':
		return Underscore, true
	case '.', '．':
		return FullStop, true
	case '\t':
		return Tab, true
	}
	return 0, false
}

// A Case is that of the Latin letters.
type Case uint8

const (
	// AsWritten is as the locale writes names: a capital at the beginning.
	AsWritten Case = iota
	Upper
	Lower
	// FamilyUpper has the family name in capitals: Taro YAMADA.
	FamilyUpper
)

// A Middle says whether there is a middle name.
type Middle uint8

const (
	NoMiddle Middle = iota
	MiddleInitial
	MiddleName
)

// A Bracket is a pair of brackets; NoBracket is none.
type Bracket uint8

const NoBracket Bracket = 0

var brackets = [...][2]string{{}, {"(", ")"}, {"（", "）"}, {"[", "]"}, {"［", "］"}, {"【", "】"}, {"「", "」"}, {"〈", "〉"}, {"<", ">"}, {"《", "》"}, {"{", "}"}, {"〔", "〕"}}

// Shape is how the locale writes a full name where no value shows it.
func (l *Locale) Shape() Shape { return Shape{Order: l.Order, Sep: l.Separator} }

// maxWords is the greatest number of words of a name, and maxLetters of letters
// of a word: what has more is a text.
const (
	maxWords   = 6
	maxLetters = 24
)

// ParseShape reads how a name is written. It says false where the value is no
// name: it has digits, symbols, or more words than a name.
//
// A value of one word is a full name, a family name or a given name: where the
// word is in the locale's lists that decides, otherwise its length.
func (l *Locale) ParseShape(value []byte) (Shape, bool) {
	var s Shape
	if len(value) > 4*maxWords*maxLetters {
		return s, false
	}
	v := l.cutHonorific(trimSpace(value), &s)
	whole := len(v)
	v = l.cutBracket(v, &s)
	if s.HonorificLast = s.Honorific != 0 && s.Bracket != NoBracket; s.Honorific == 0 && len(v) < whole {
		v = l.cutHonorific(v, &s)
	}
	v = cutGeneration(l.cutTitle(v, &s))
	var w words
	if !w.scan(v) {
		return s, false
	}
	l.settle(&s, v, &w)
	if s.BracketFace == s.Face {
		s.Bracket = NoBracket // a remark, and no reading
	}
	return s, true
}

// cutHonorific takes the longest honorific from the end of a name.
func (l *Locale) cutHonorific(v []byte, s *Shape) []byte {
	if len(v) == 0 || !l.use().honorificEnd[v[len(v)-1]] {
		return v
	}
	best := 0
	for i, h := range l.Honorifics {
		if len(h) > best && len(v) > len(h) && ends(v, h) {
			best, s.Honorific = len(h), uint8(i+1)
		}
	}
	if best == 0 {
		return v
	}
	v = v[:len(v)-best]
	rest := trimSpace(v)
	if len(rest) < len(v) {
		r, _ := utf8.DecodeLastRune(v)
		s.HonorificSep, _ = separatorOf(r)
		if s.HonorificSep == NoSeparator {
			s.HonorificSep = Space
		}
	}
	return rest
}

// cutBracket takes a bracketed part from the end. What it holds is rendered only
// if it is a name, and otherwise goes.
func (l *Locale) cutBracket(v []byte, s *Shape) []byte {
	b := closedBy(v)
	if b == NoBracket {
		return v
	}
	opening, closing := brackets[b][0], brackets[b][1]
	at := bytes.LastIndex(v, []byte(opening))
	if at <= 0 {
		return v
	}
	inner := bytes.TrimSpace(v[at+len(opening) : len(v)-len(closing)])
	outer := bytes.TrimSpace(v[:at])
	var w words
	if !w.scan(inner) {
		return outer
	}
	var in Shape
	l.settle(&in, inner, &w)
	s.Bracket, s.BracketFace, s.BracketPart, s.InnerSep = b, in.Face, in.Part, in.Sep
	if len(outer) < at {
		r, _ := utf8.DecodeLastRune(v[:at])
		if s.BracketSep, _ = separatorOf(r); s.BracketSep != WideSpace {
			s.BracketSep = Space
		}
	}
	return outer
}

// closedBy gives the bracket that closes at the end.
func closedBy(v []byte) Bracket {
	last, _ := utf8.DecodeLastRune(v)
	if class := classOf(last); class >= lowerChar {
		return NoBracket
	}
	for b := 1; b < len(brackets); b++ {
		if closing, _ := utf8.DecodeRuneInString(brackets[b][1]); closing == last {
			return Bracket(b)
		}
	}
	return NoBracket
}

// cutTitle takes a title from the beginning, in any letter case.
func (l *Locale) cutTitle(v []byte, s *Shape) []byte {
	if len(v) == 0 || !l.use().titleStart[v[0]|0x20] {
		return v
	}
	for i, t := range l.Titles {
		bare := strings.TrimSuffix(t, ".")
		if len(v) <= len(bare) || !strings.EqualFold(string(v[:len(bare)]), bare) {
			continue
		}
		rest := bytes.TrimPrefix(v[len(bare):], []byte{'.'})
		if name := bytes.TrimSpace(rest); len(name) > 0 && (len(name) < len(rest) || len(rest) < len(v)-len(bare)) {
			s.Title = uint8(i + 1)
			return name
		}
	}
	return v
}

// cutGeneration takes Jr., III and the like from the end; they are not rendered.
func cutGeneration(v []byte) []byte {
	i := bytes.LastIndexByte(v, ' ')
	if i < 1 {
		return v
	}
	switch string(bytes.TrimSuffix(v[i+1:], []byte{'.'})) {
	case "Jr", "JR", "jr", "Sr", "SR", "sr", "II", "III", "IV":
		return bytes.TrimRight(v[:i], ", ")
	}
	return v
}
