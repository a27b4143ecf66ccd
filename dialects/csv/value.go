package csv

import (
	"encoding/base64"
	"encoding/hex"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// An Encoding says how the bytes of a column are written as text.
type Encoding uint8

const (
	Bare Encoding = iota
	Base64
	Hex
)

// A codec reads and writes the rows of one table.
type codec struct {
	*layout
	columns []column // nil if they are not known
}

// A column is what the codec must know of one.
type column struct {
	stays    bool             // bytes, not text
	own      *charset.Charset // the column's own set, or nil if it is not known
	encoding Encoding
}

func newCodec(l *layout, cols []*schema.Column, encoded map[string]Encoding) *codec {
	c := &codec{layout: l}
	if cols != nil {
		c.columns = []column{}
	}
	for _, col := range cols {
		c.columns = append(c.columns, column{stays: stays(col.Type.Kind), own: ownSet(col), encoding: encoded[col.Name]})
	}
	return c
}

func (c *codec) column(i int) column {
	if i < len(c.columns) {
		return c.columns[i]
	}
	return column{}
}

// set is the character set of a column's text; nil leaves bytes as they are.
func (c *codec) set(k column) *charset.Charset {
	cs := c.charset
	switch {
	case k.stays:
		return nil
	case cs != nil && cs.Binary(), k.encoding != Bare:
		cs = k.own
	}
	if cs == nil {
		return charset.Unknown
	}
	return cs
}

// Decode implements [dialects.Codec].
func (c *codec) Decode(dst, row []byte, f dialects.Field, col int) ([]byte, error) {
	if f.Form == dialects.Null {
		return dst, nil
	}
	b, enclosed := c.content(f.Span.Of(row))
	k, from := c.column(col), len(dst)
	if c.raw(col) > 0 {
		return append(dst, b...), nil
	}
	dst = c.unescape(dst, b, enclosed, c.multibyte(col))
	if k.encoding != Bare {
		n, err := k.encoding.decode(dst[from:])
		if err != nil {
			return dst[:from], dialects.ErrRow
		}
		dst = dst[:from+n]
	}
	return c.set(k).DecodeFrom(dst, from)
}

// content is a field without what encloses it.
func (c *codec) content(b []byte) ([]byte, bool) {
	if c.Enclosed != 0 && len(b) >= 2 && b[0] == c.Enclosed {
		return b[1 : len(b)-1], true
	}
	return b, false
}

// decode decodes in place and gives the length.
func (e Encoding) decode(b []byte) (int, error) {
	if e == Hex {
		return hex.Decode(b, b)
	}
	return base64.StdEncoding.Decode(b, b) // passes over the ends of lines, which the server writes
}

func (e Encoding) encode(dst, b []byte) []byte {
	switch e {
	case Hex:
		return hex.AppendEncode(dst, b)
	case Base64:
		return base64.StdEncoding.AppendEncode(dst, b)
	case Bare:
	}
	return append(dst, b...)
}

// unescape appends a field without its escapes.
func (c *codec) unescape(dst, b []byte, enclosed bool, multibyte *lex.Multibyte) []byte {
	for i := 0; i < len(b); i++ {
		ch := b[i]
		switch {
		case !c.special[ch]:
			dst = append(dst, ch)
		case multibyte.Lead(ch):
			n := multibyte.Len(b, i)
			dst = append(dst, b[i:i+n]...)
			i += n - 1
		case ch == c.Escaped && ch != 0 && i+1 < len(b):
			i++
			dst = append(dst, lex.Unescaped(b[i]))
		case enclosed && ch == c.Enclosed:
			i++ // the second of two
			dst = append(dst, ch)
		default:
			dst = append(dst, ch)
		}
	}
	return dst
}

// escaped gives what stands for a character behind the escape character.
func escaped(ch byte) byte {
	switch ch {
	case 0:
		return '0'
	case '\n':
		return 'n'
	case '\r':
		return 'r'
	case '\t':
		return 't'
	}
	return ch
}

// AppendNull implements [dialects.Codec].
func (c *codec) AppendNull(dst, _ []byte, _ dialects.Field, _ int) ([]byte, error) {
	switch {
	case c.Escaped != 0:
		return append(dst, c.Escaped, 'N'), nil
	case c.Enclosed != 0:
		return append(dst, "NULL"...), nil
	}
	return dst, dialects.ErrForm
}

// AppendValue implements [dialects.Codec].
func (c *codec) AppendValue(dst, value, row []byte, f dialects.Field, col int) ([]byte, error) {
	if f.Form != dialects.Null && f.Form != dialects.Quoted {
		return dst, dialects.ErrForm
	}
	if n := c.raw(col); n > 0 {
		if len(value) != n {
			return dst, dialects.ErrValue
		}
		return append(dst, value...), nil
	}
	k, from, multibyte := c.column(col), len(dst), c.multibyte(col)
	dst, err := c.encode(dst, value, k)
	if err != nil {
		return dst[:from], err
	}
	_, enclosed := c.content(f.Span.Of(row))
	text := dst[from:]
	unsafe := c.unsafeIn(text, multibyte)
	switch {
	case enclosed:
	case c.Enclosed == 0:
		if c.Escaped == 0 && unsafe {
			return dst[:from], dialects.ErrValue
		}
	case f.Form == dialects.Null:
		enclosed = !c.Optionally || !lex.IsNumber(text)
	default:
		enclosed = unsafe || string(text) == "NULL"
	}
	if !enclosed && !unsafe {
		return dst, nil
	}
	end := len(dst)
	dst = c.escape(dst, from, enclosed, multibyte)
	return dst[:from+copy(dst[from:], dst[end:])], nil
}

// encode appends the bytes of a value as the column has them.
func (c *codec) encode(dst, value []byte, k column) ([]byte, error) {
	cs := c.set(k)
	if cs != nil && k.own != nil && k.own != cs {
		// What the file can hold, the column must be able to hold.
		trial, err := k.own.Encode(dst, value)
		if err != nil {
			return dst, err
		}
		dst = trial[:len(dst)]
	}
	switch {
	case cs == nil:
		return k.encoding.encode(dst, value), nil
	case k.encoding == Bare:
		return cs.Encode(dst, value)
	}
	raw, err := cs.Encode(nil, value)
	return k.encoding.encode(dst, raw), err
}

func (c *codec) unsafeIn(b []byte, multibyte *lex.Multibyte) bool {
	for i := 0; i < len(b); i++ {
		if n := multibyte.Len(b, i); n > 1 {
			i += n - 1
		} else if c.unsafe[b[i]] {
			return true
		}
	}
	return false
}

// escape appends dst[from:] as it is written, behind dst.
func (c *codec) escape(dst []byte, from int, enclosed bool, multibyte *lex.Multibyte) []byte {
	end := len(dst)
	if enclosed {
		dst = append(dst, c.Enclosed)
	}
	for i := from; i < end; i++ {
		ch := dst[i]
		n := multibyte.Len(dst[:end], i)
		switch {
		case n > 1:
			dst = append(dst, dst[i:i+n]...)
			i += n - 1
			continue
		case !c.unsafe[ch]:
		case c.Escaped != 0:
			dst, ch = append(dst, c.Escaped), escaped(ch)
		case ch == c.Enclosed:
			dst = append(dst, ch)
		}
		dst = append(dst, ch)
	}
	if enclosed {
		dst = append(dst, c.Enclosed)
	}
	return dst
}

// Incomplete implements [dialects.Codec]: a row with more fields than columns.
func (c *codec) Incomplete(mark string) string {
	return "\n" + mark + strings.Repeat(c.Terminated, len(c.columns)+1) + c.Lines
}
