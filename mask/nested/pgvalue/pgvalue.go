// Package pgvalue reads the values of PostgreSQL that have parts, as the server
// writes them: arrays, composites, ranges and multiranges, hstore.
//
// https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
// https://www.postgresql.org/docs/current/rowtypes.html#ROWTYPES-IO-SYNTAX
// https://www.postgresql.org/docs/current/rangetypes.html#RANGETYPES-IO
// https://www.postgresql.org/docs/current/hstore.html
package pgvalue

import (
	"bytes"

	"github.com/migawari-dev/migawari/mask/nested"
)

// A scanner walks over a value.
type scanner struct {
	src []byte
	at  int
}

// scan begins a value. None has the character NUL.
func scan(src []byte) (*scanner, error) {
	if bytes.IndexByte(src, 0) >= 0 {
		return nil, nested.ErrForm
	}
	return &scanner{src: src}, nil
}

func (s *scanner) accept(word string) bool {
	if !bytes.HasPrefix(s.src[s.at:], []byte(word)) {
		return false
	}
	s.at += len(word)
	return true
}

func (s *scanner) done() bool { return s.at == len(s.src) }

// quoted reads a text in double quotes. An escape is a backslash before a character
// or, where doubled is set, two quotes.
func (s *scanner) quoted(doubled bool) (at nested.Span, plain, ok bool) {
	start := s.at
	if !s.accept(`"`) {
		return at, false, false
	}
	plain = true
	for ; s.at < len(s.src); s.at++ {
		switch c := s.src[s.at]; {
		case c == '\\':
			plain = false
			s.at++
		case c == '"' && doubled && bytes.HasPrefix(s.src[s.at+1:], []byte(`"`)):
			plain = false
			s.at++
		case c == '"':
			s.at++
			return span(start, s.at), plain, true
		}
	}
	return at, false, false
}

// bare reads what stands without quotes, up to one of the characters of end.
func (s *scanner) bare(end string) (at nested.Span, ok bool) {
	start := s.at
	for s.at < len(s.src) && bytes.IndexByte([]byte(end), s.src[s.at]) < 0 {
		if c := s.src[s.at]; c == '"' || c == '\\' {
			return at, false
		}
		s.at++
	}
	return span(start, s.at), s.at < len(s.src)
}

func span(start, end int) nested.Span { return nested.Span{Start: int32(start), End: int32(end)} }

// isQuoted says whether a part stands in quotes.
func isQuoted(b []byte) bool { return len(b) > 1 && b[0] == '"' }

// text takes the quotes and escapes off.
func text(buf, b []byte, plain, doubled bool) []byte {
	if !isQuoted(b) {
		return b
	}
	b = b[1 : len(b)-1]
	if plain {
		return b
	}
	for i := 0; i < len(b); i++ {
		if b[i] == '\\' || doubled && b[i] == '"' {
			i++
		}
		buf = append(buf, b[i])
	}
	return buf
}

// quote writes a text in quotes.
func quote(dst, text []byte, doubled bool) ([]byte, error) {
	if bytes.IndexByte(text, 0) >= 0 {
		return dst, nested.ErrForm
	}
	dst = append(dst, '"')
	for _, c := range text {
		switch {
		case c == '"' && doubled:
			dst = append(dst, '"')
		case c == '"' || c == '\\':
			dst = append(dst, '\\')
		}
		dst = append(dst, c)
	}
	return append(dst, '"'), nil
}

// blank are the characters that the server takes for white space.
const blank = " \t\n\r\v\f"

// unnamed is the part of a format whose parts have no names.
type unnamed struct{}

// Name implements [nested.Format].
func (unnamed) Name(buf, _ []byte, _ *nested.Part) []byte { return buf }

// AppendName implements [nested.Format].
func (unnamed) AppendName(dst, _, _ []byte, _ *nested.Part) ([]byte, error) {
	return dst, nested.ErrForm
}
