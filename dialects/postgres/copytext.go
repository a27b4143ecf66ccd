package postgres

import (
	"bytes"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A copyCodec reads and writes the lines of one COPY in text format
// (documentation, COPY, Text Format).
type copyCodec struct {
	values
	columns   int // -1: not known
	delimiter byte
	null      []byte
	special   [256]bool // what is written as an escape
}

// maxColumns is how many columns a table can have; oids come on top.
const maxColumns = 1600 + 1

func newCopyCodec(s *session, cols []*schema.Column, o copyOptions) *copyCodec {
	c := &copyCodec{values: newValues(s, cols), columns: -1, delimiter: o.delimiter, null: o.null}
	if cols != nil {
		c.columns = len(cols)
	}
	for _, ch := range []byte("\b\f\n\r\t\v\\") {
		c.special[ch] = true
	}
	c.special[o.delimiter] = true
	return c
}

// Fields implements [dialects.Codec]. The row may have its line ending.
//
// A carriage return inside is refused, as the server does; so is a line that
// begins like the end of the data, or ends in half an escape.
func (c *copyCodec) Fields(dst []dialects.Field, row []byte) ([]dialects.Field, error) {
	row = lex.TrimLine(row)
	n := len(row)
	if n == 0 && c.columns == 0 {
		return dst, nil
	}
	if c.torn(row) {
		return dst, dialects.ErrRow
	}
	first := len(dst)
	for i := 0; ; {
		end := c.fieldEnd(row, i)
		dst = append(dst, dialects.Field{Span: dialects.Span{Start: int32(i), End: int32(end)}, Form: c.form(row[i:end])})
		if end == n {
			break
		}
		i = end + 1
	}
	if c.columns >= 0 && len(dst)-first != c.columns {
		return dst, dialects.ErrFields
	}
	return dst, nil
}

// Peek implements [dialects.Peeker].
func (c *copyCodec) Peek(dst []dialects.Field, row []byte, n int) ([]dialects.Field, error) {
	row = lex.TrimLine(row)
	for i := 0; n > 0; n-- {
		end := c.fieldEnd(row, i)
		dst = append(dst, dialects.Field{Span: dialects.Span{Start: int32(i), End: int32(end)}, Form: c.form(row[i:end])})
		if end == len(row) {
			break
		}
		i = end + 1
	}
	return dst, nil
}

func (c *copyCodec) torn(row []byte) bool {
	return bytes.HasPrefix(row, copyEnd) || bytes.IndexByte(row, '\r') >= 0 || c.loneBackslash(row)
}

func (c *copyCodec) form(field []byte) dialects.Form {
	if len(field) == len(c.null) && string(field) == string(c.null) {
		return dialects.Null
	}
	return dialects.Quoted
}

// fieldEnd finds the delimiter behind the field at row[i], or the end of row.
func (c *copyCodec) fieldEnd(row []byte, i int) int {
	if c.multibyte != nil {
		return c.multibyteEnd(row, i)
	}
	for from := i; ; {
		n := bytes.IndexByte(row[from:], c.delimiter)
		if n < 0 {
			return len(row)
		}
		end := from + n
		if end == i || row[end-1] != '\\' || !oddBackslashes(row[i:end]) {
			return end
		}
		from = end + 1 // an escaped delimiter
	}
}

func oddBackslashes(b []byte) bool {
	n := 0
	for n < len(b) && b[len(b)-1-n] == '\\' {
		n++
	}
	return n&1 == 1
}

// multibyteEnd is fieldEnd where a backslash can be part of a character.
func (c *copyCodec) multibyteEnd(row []byte, i int) int {
	for i < len(row) {
		switch ch := row[i]; {
		case ch == c.delimiter:
			return i
		case ch == '\\':
			i += 2
		default:
			i += c.multibyte.Len(row, i)
		}
	}
	return len(row)
}

// loneBackslash says whether row ends in a backslash that escapes nothing.
func (c *copyCodec) loneBackslash(row []byte) bool {
	if len(row) == 0 || row[len(row)-1] != '\\' {
		return false
	}
	if c.multibyte == nil {
		return oddBackslashes(row)
	}
	for i := 0; i < len(row); {
		if row[i] == '\\' {
			if i+1 == len(row) {
				return true
			}
			i += 2
			continue
		}
		i += c.multibyte.Len(row, i)
	}
	return false
}

// Decode implements [dialects.Codec].
func (c *copyCodec) Decode(dst, row []byte, f dialects.Field, col int) ([]byte, error) {
	if f.Form == dialects.Null {
		return dst, nil
	}
	b := f.Span.Of(row)
	from := len(dst)
	if bytes.IndexByte(b, '\\') < 0 {
		return c.decode(append(dst, b...), from, col)
	}
	dst, err := c.unescape(dst, b)
	if err != nil {
		return dst[:from], err
	}
	return c.decode(dst, from, col)
}

// unescape appends a field without its escapes.
func (c *copyCodec) unescape(dst, b []byte) ([]byte, error) {
	for i := 0; i < len(b); {
		ch := b[i]
		switch {
		case c.multibyte.Lead(ch):
			n := c.multibyte.Len(b, i)
			dst = append(dst, b[i:i+n]...)
			i += n
			continue
		case ch != '\\':
			dst = append(dst, ch)
			i++
			continue
		case i+1 == len(b):
			return dst, dialects.ErrRow
		}
		i++
		ch = b[i]
		i++
		switch ch {
		case '.':
			return dst, dialects.ErrRow // the server takes it for the end of the data
		case 'b':
			ch = '\b'
		case 'f':
			ch = '\f'
		case 'n':
			ch = '\n'
		case 'r':
			ch = '\r'
		case 't':
			ch = '\t'
		case 'v':
			ch = '\v'
		case 'x':
			v, n := hexValue(b[i:], 2)
			if n > 0 {
				ch = byte(v)
			}
			i += n
			if err := c.numeric(ch); err != nil {
				return dst, err
			}
		case '0', '1', '2', '3', '4', '5', '6', '7':
			v, n := octalValue(b[i-1:])
			ch = v
			i += n - 1
			if err := c.numeric(ch); err != nil {
				return dst, err
			}
		}
		dst = append(dst, ch)
	}
	return dst, nil
}

// numeric refuses a byte beyond ASCII that was written as a number: it is one
// of the server's encoding, which is not known.
func (c *copyCodec) numeric(ch byte) error {
	if ch >= 0x80 && c.charset != charset.UTF8 {
		return dialects.ErrCharset
	}
	return nil
}

// AppendNull implements [dialects.Codec].
func (c *copyCodec) AppendNull(dst, _ []byte, _ dialects.Field, _ int) ([]byte, error) {
	return append(dst, c.null...), nil
}

// AppendValue implements [dialects.Codec].
func (c *copyCodec) AppendValue(dst, value, row []byte, f dialects.Field, col int) ([]byte, error) {
	if f.Form != dialects.Null && f.Form != dialects.Quoted {
		return dst, dialects.ErrForm
	}
	kind := c.kind(col)
	asHex := true
	if kind == schema.Binary && f.Form == dialects.Quoted {
		asHex = bytes.HasPrefix(f.Span.Of(row), escapedHex)
	}
	from := len(dst)
	dst, err := c.encode(dst, value, col, asHex)
	if err != nil {
		return dst[:from], err
	}
	if c.needsEscape(dst[from:]) {
		dst = c.escape(dst, from)
	}
	if string(dst[from:]) == string(c.null) {
		return c.distinguish(dst, from)
	}
	return dst, nil
}

func (c *copyCodec) needsEscape(b []byte) bool {
	for i := range b {
		if c.special[b[i]] {
			return true
		}
	}
	return false
}

// escape escapes dst[from:]. It works on a copy behind the text.
func (c *copyCodec) escape(dst []byte, from int) []byte {
	end := len(dst)
	for i := from; i < end; {
		n := c.multibyte.Len(dst[:end], i)
		if n > 1 {
			dst = append(dst, dst[i:i+n]...)
		} else if ch := dst[i]; c.special[ch] {
			dst = append(dst, '\\', escapeLetter(ch))
		} else {
			dst = append(dst, ch)
		}
		i += n
	}
	return dst[:from+copy(dst[from:], dst[end:])]
}

// escapeLetter gives what stands behind the backslash.
func escapeLetter(c byte) byte {
	switch c {
	case '\b':
		return 'b'
	case '\f':
		return 'f'
	case '\n':
		return 'n'
	case '\r':
		return 'r'
	case '\t':
		return 't'
	case '\v':
		return 'v'
	}
	return c
}

// distinguish writes a text that looks like NULL in another way: its first
// character as a number.
func (c *copyCodec) distinguish(dst []byte, from int) ([]byte, error) {
	if len(dst) == from || dst[from] >= 0x80 || dst[from] == '\\' {
		return dst[:from], dialects.ErrValue
	}
	ch := dst[from]
	dst = append(dst, 0, 0, 0)
	copy(dst[from+4:], dst[from+1:])
	dst[from], dst[from+1], dst[from+2], dst[from+3] = '\\', '0'+ch>>6, '0'+ch>>3&7, '0'+ch&7
	return dst, nil
}

// Incomplete implements [dialects.Codec]: a line with more fields than columns,
// so that the whole COPY fails. It may stand behind half a line.
func (c *copyCodec) Incomplete(mark string) string {
	n := c.columns
	if n < 0 {
		n = maxColumns
	}
	return mark + strings.Repeat(string(rune(c.delimiter)), n+1) + "\n"
}
