package mysqlxml

import (
	"bytes"
	"encoding/hex"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A codec reads and writes the rows of one table. A field is a whole element, since one
// that is NULL has no content.
type codec struct {
	charset *charset.Charset
	columns []column
}

// A column is what the codec must know of one.
type column struct {
	begin []byte // <field name="…"
	stays bool   // bytes, not text
}

func newCodec(cs *charset.Charset, names [][]byte, cols []*schema.Column) *codec {
	c := &codec{charset: cs}
	for i, name := range names {
		k := column{begin: append(append(bytes.Clone(fieldBegins), name...), '"')}
		switch cols[i].Type.Kind {
		case schema.Binary, schema.Bit, schema.Geometry:
			k.stays = true
		default:
		}
		c.columns = append(c.columns, k)
	}
	return c
}

// What stands behind the name of a field.
var (
	isNull = []byte(` xsi:nil="true" />`)
	isHex  = []byte(` xsi:type="xs:hexBinary">`)
)

// Fields implements [dialects.Codec].
func (c *codec) Fields(dst []dialects.Field, row []byte) ([]dialects.Field, error) {
	first := len(dst)
	if !bytes.HasPrefix(row, rowBegins) {
		return dst, dialects.ErrRow
	}
	i := lex.SkipSpace(row, len(rowBegins))
	for _, col := range c.columns {
		rest := row[i:]
		if bytes.HasPrefix(rest, rowEnds) {
			return dst[:first], dialects.ErrFields
		}
		if !bytes.HasPrefix(rest, col.begin) {
			return dst[:first], dialects.ErrFields // another column
		}
		n, form := field(rest, len(col.begin))
		if n < 0 {
			return dst[:first], dialects.ErrRow
		}
		dst = append(dst, dialects.Field{Span: dialects.Span{Start: int32(i), End: int32(i + n)}, Form: form})
		i = lex.SkipSpace(row, i+n)
	}
	switch {
	case bytes.HasPrefix(row[i:], fieldBegins):
		return dst[:first], dialects.ErrFields
	case string(row[i:]) != string(rowEnds):
		return dst[:first], dialects.ErrRow
	}
	return dst, nil
}

// field gives the end of an element behind its name at b[i], and its form; -1 if it is none.
func field(b []byte, i int) (end int, form dialects.Form) {
	form = dialects.Quoted
	switch {
	case bytes.HasPrefix(b[i:], isNull):
		return i + len(isNull), dialects.Null
	case bytes.HasPrefix(b[i:], isHex):
		i += len(isHex)
		form = dialects.Hex
	case b[i] == '>':
		i++
	default:
		return -1, form
	}
	n := bytes.IndexByte(b[i:], '<')
	if n < 0 || !bytes.HasPrefix(b[i+n:], fieldEnds) {
		return -1, form
	}
	return i + n + len(fieldEnds), form
}

// content is what stands between the tags of a field.
func (c *codec) content(b []byte, form dialects.Form, col int) []byte {
	from := len(c.columns[col].begin) + 1
	if form == dialects.Hex {
		from += len(isHex) - 1
	}
	return b[from : len(b)-len(fieldEnds)]
}

// Decode implements [dialects.Codec].
func (c *codec) Decode(dst, row []byte, f dialects.Field, col int) ([]byte, error) {
	if f.Form == dialects.Null {
		return dst, nil
	}
	from := len(dst)
	text := c.content(f.Span.Of(row), f.Form, col)
	if f.Form == dialects.Hex {
		dst, err := hex.AppendDecode(dst, text)
		if err != nil {
			return dst[:from], dialects.ErrRow
		}
		return dst, nil
	}
	dst, err := appendPlain(dst, text)
	if err != nil || c.columns[col].stays {
		return dst, err
	}
	raw := len(dst)
	if dst, err = c.charset.Decode(dst, dst[from:]); err != nil {
		return dst[:from], err
	}
	return dst[:from+copy(dst[from:], dst[raw:])], nil
}

// AppendNull implements [dialects.Codec].
func (c *codec) AppendNull(dst, _ []byte, _ dialects.Field, col int) ([]byte, error) {
	return append(append(dst, c.columns[col].begin...), isNull...), nil
}

const upperHex = "0123456789ABCDEF"

// AppendValue implements [dialects.Codec].
func (c *codec) AppendValue(dst, value, _ []byte, f dialects.Field, col int) ([]byte, error) {
	from := len(dst)
	dst = append(dst, c.columns[col].begin...)
	switch {
	case f.Form == dialects.Hex && len(value) > 0:
		dst = append(dst, isHex...)
		for _, ch := range value {
			dst = append(dst, upperHex[ch>>4], upperHex[ch&15])
		}
		return append(dst, fieldEnds...), nil
	case c.columns[col].stays || f.Form == dialects.Hex:
		dst = appendEscaped(append(dst, '>'), value)
		return append(dst, fieldEnds...), nil
	}
	dst = append(dst, '>')
	text := len(dst)
	dst, err := c.charset.Encode(dst, value)
	if err != nil {
		return dst[:from], err
	}
	end := len(dst)
	if bytes.ContainsAny(dst[text:end], `&<>"`) {
		dst = appendEscaped(dst, dst[text:end])
		dst = dst[:text+copy(dst[text:], dst[end:])]
	}
	return append(dst, fieldEnds...), nil
}

// Incomplete implements [dialects.Codec]: no reader of XML takes it.
func (c *codec) Incomplete(mark string) string { return "\n<" + mark + "\n" }
