package csv

import (
	"bytes"

	"github.com/migawari-dev/migawari/dialects"
)

// A place is one inside a row.
type place uint8

const (
	atRow   place = iota // a row begins
	atField              // a field begins
	inField              // of a field that is not enclosed
	inside               // of one that is
	behind               // the end of such a field
)

// A state is a place and the number of its field.
type state struct {
	place
	field int
}

// rowEnd finds the end of the row that begins at b[i], where it is told by ends of lines
// alone; 0: b does not hold it.
func (l *layout) rowEnd(b []byte, i int) int {
	for from := i; ; {
		n := bytes.IndexByte(b[from:], l.Lines[0])
		if n < 0 {
			return 0
		}
		end := from + n
		escapes := end
		for l.Escaped != 0 && escapes > i && b[escapes-1] == l.Escaped {
			escapes--
		}
		if (end-escapes)%2 == 0 {
			return end + 1
		}
		from = end + 1
	}
}

// walk goes on from b[i], at a place in a row, and stops behind the row's end or
// where b does not decide. sep is called at each end of a field.
func (l *layout) walk(b []byte, i int, s state, eof bool, sep func(end int)) (int, state, error) {
	p, multibyte := s.place, l.multibyte(s.field)
	for i < len(b) {
		c := b[i]
		if n := l.raw(s.field); n > 0 && p <= atField {
			switch {
			case len(b)-i < n+2 && !eof:
				return i, state{p, s.field}, nil
			case len(b)-i >= n && !l.isNull(b[i:min(len(b), i+2)]):
				i, p = i+n, inField
				continue
			}
		}
		if !l.special[c] {
			if p == behind {
				return i, state{p, s.field}, dialects.ErrRow
			}
			p = p.within()
			for i++; i < len(b) && !l.special[b[i]]; i++ {
			}
			continue
		}
		n := 1
		next := p
		rest := b[i:]
		switch {
		case multibyte.Lead(c):
			if len(rest) == 1 && !eof {
				return i, state{p, s.field}, nil
			}
			n = multibyte.Len(b, i)
			next = p.within()
		case c == l.Escaped && c != 0:
			if len(rest) == 1 {
				return i, state{p, s.field}, nil
			}
			n, next = 2, p.within()
		case p == inside && c == l.Enclosed:
			switch {
			case len(rest) == 1 && !eof:
				return i, state{p, s.field}, nil
			case len(rest) > 1 && rest[1] == c:
				n = 2
			default:
				next = behind
			}
		case p == inside:
		case (p == atRow || p == atField) && c == l.Enclosed && c != 0:
			next = inside
		case begins(rest, l.lines):
			sep(i)
			return i + len(l.lines), state{}, nil
		case begins(rest, l.terminated):
			sep(i)
			n, next = len(l.terminated), atField
			s.field++
			multibyte = l.multibyte(s.field)
		case !eof && (bytes.HasPrefix(l.lines, rest) || bytes.HasPrefix(l.terminated, rest)):
			return i, state{p, s.field}, nil
		case c == l.Enclosed && c != 0:
			return i, state{p, s.field}, dialects.ErrRow // a quote where no field begins
		default:
			next = p.within()
		}
		if p == behind && next == inField {
			return i, state{p, s.field}, dialects.ErrRow
		}
		i, p = i+n, next
	}
	return i, state{p, s.field}, nil
}

// begins is bytes.HasPrefix for marks, of which most have one byte.
func begins(b, mark []byte) bool {
	return b[0] == mark[0] && (len(mark) == 1 || bytes.HasPrefix(b, mark))
}

// isNull says whether \N begins here.
func (l *layout) isNull(b []byte) bool {
	return l.Escaped != 0 && len(b) == 2 && b[0] == l.Escaped && b[1] == 'N'
}

// within is the place behind a character of a field.
func (p place) within() place {
	if p == inside {
		return p
	}
	return inField
}

func noSep(int) {}

// Fields implements [dialects.Codec]. The row may lack its separator.
func (c *codec) Fields(dst []dialects.Field, row []byte) ([]dialects.Field, error) {
	first, from := len(dst), 0
	add := func(end int) {
		dst = append(dst, dialects.Field{Span: dialects.Span{Start: int32(from), End: int32(end)}, Form: c.form(row[from:end])})
		from = end + len(c.terminated)
	}
	end, s, err := c.walk(row, 0, state{}, true, add)
	switch {
	case err != nil:
		return dst[:first], err
	case s.place == inside || end < len(row):
		return dst[:first], dialects.ErrRow
	case s.place != atRow || len(row) == 0:
		add(end)
	}
	if c.columns != nil && len(dst)-first != len(c.columns) {
		return dst[:first], dialects.ErrFields
	}
	return dst, nil
}

// form tells what stands for NULL: \N, and the bare word where fields can be enclosed
// and nothing is escaped.
func (c *codec) form(b []byte) dialects.Form {
	if c.isNull(b) || c.Enclosed != 0 && string(b) == "NULL" {
		return dialects.Null
	}
	return dialects.Quoted
}
