package policyfile

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/migawari-dev/migawari/mask"
)

// within gives where the i-th character of a scalar stands in the file.
func (d *document) within(n *yaml.Node, i int) mask.Location {
	offsets, ok := d.offsets(n)
	if !ok || i >= len(offsets) {
		return d.at(n)
	}
	return d.walk(d.at(n), d.offset(d.at(n)), offsets[i])
}

// walk gives the location of offset to, where that of from is known.
func (d *document) walk(at mask.Location, from, to int) mask.Location {
	for from < to {
		if newline(d.text, from) {
			at = mask.Location{Line: at.Line + 1}
		}
		_, n := utf8.DecodeRune(d.text[from:])
		from += n
		at.Column++
	}
	return at
}

// offsets gives for each character of a scalar where in the file it stands, and
// last where the scalar ends. YAML folds lines and knows escapes, so text and
// value are walked side by side: blanks of the text may be missing in the value,
// everything else must be there.
func (d *document) offsets(n *yaml.Node) ([]int, bool) {
	s := scalarText{text: d.text, at: d.offset(d.at(n)), style: n.Style}
	s.begin()
	offsets := make([]int, 0, len(n.Value)+1)
	for _, r := range n.Value {
		if blank(r) {
			offsets = append(offsets, s.at)
			continue
		}
		s.skipBlanks()
		offsets = append(offsets, s.at)
		found, size := s.character()
		if found != r {
			return nil, false
		}
		s.at += size
	}
	return append(offsets, s.at), true
}

func blank(r rune) bool { return unicode.IsSpace(r) }

// A scalarText reads the text of a scalar.
type scalarText struct {
	text  []byte
	at    int
	style yaml.Style
}

// begin skips what comes before the first character: a quote, or the line of a
// block scalar's header.
func (s *scalarText) begin() {
	switch {
	case s.style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		s.at = min(s.at+1, len(s.text))
	case s.style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		for s.at < len(s.text) && !newline(s.text, s.at) {
			s.at++
		}
	}
}

// skipBlanks skips white space, written as it is or as an escape.
func (s *scalarText) skipBlanks() {
	for s.at < len(s.text) {
		r, size := s.character()
		if !blank(r) {
			return
		}
		s.at += size
	}
}

// character reads the next character of the value and how many bytes it takes.
func (s *scalarText) character() (rune, int) {
	if s.at >= len(s.text) {
		return utf8.RuneError, 0
	}
	r, size := utf8.DecodeRune(s.text[s.at:])
	switch {
	case r == '\'' && s.style&yaml.SingleQuotedStyle != 0:
		return r, 2
	case r == '\\' && s.style&yaml.DoubleQuotedStyle != 0 && s.at+1 < len(s.text):
		return s.escape()
	}
	return r, size
}

// escape reads an escape of a double-quoted text (YAML 1.2, section 5.7).
func (s *scalarText) escape() (rune, int) {
	if high, low, ok := surrogates(s.text[s.at:]); ok {
		return rune(0x10000 + (high-0xd800)<<10 + (low - 0xdc00)), 12
	}
	c := s.text[s.at+1]
	if n := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]; n > 0 {
		digits := s.text[min(s.at+2, len(s.text)):min(s.at+2+n, len(s.text))]
		v, err := strconv.ParseUint(string(digits), 16, 32)
		if err != nil {
			return utf8.RuneError, 0
		}
		return rune(v), 2 + n
	}
	if r, ok := escapes[c]; ok {
		return r, 2
	}
	r, size := utf8.DecodeRune(s.text[s.at+1:])
	return r, 1 + size
}

// escapes are those whose letter is not what they stand for.
var escapes = map[byte]rune{'0': 0, 'a': '\a', 'b': '\b', 't': '\t', 'n': '\n', 'v': '\v', 'f': '\f', 'r': '\r', 'e': 0x1b,
	'N': 0x85, '_': 0xa0, 'L': 0x2028, 'P': 0x2029}
