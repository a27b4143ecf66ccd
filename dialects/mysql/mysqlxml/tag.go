package mysqlxml

import (
	"bytes"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// A tag is one between < and >.
type tag struct {
	name       string // with the / of one that ends an element
	attributes []attribute
	closed     bool // it is an element of its own
	end        int  // behind the >
}

// An attribute is one of a tag; its value lies between the quotes.
type attribute struct {
	name  string
	value dialects.Span
}

// of gives the value of an attribute as it stands.
func (t *tag) of(b []byte, name string) ([]byte, bool) {
	for _, a := range t.attributes {
		if a.name == name {
			return a.value.Of(b), true
		}
	}
	return nil, false
}

// readTag reads the tag that begins at b[i]. No value of an attribute holds a >, which
// the programs write as &gt;.
func readTag(b []byte, i int, eof bool) (*tag, error) {
	end := bytes.IndexByte(b[i:], '>')
	if end < 0 {
		return nil, lex.Undecided(eof)
	}
	t := &tag{end: i + end + 1}
	p := i + 1
	from := p
	if p < t.end && b[p] == '/' {
		p++
	}
	for lex.IsWord(b[p]) {
		p++
	}
	t.name = string(b[from:p])
	for b[p] == ' ' && p+1 < t.end && lex.IsWord(b[p+1]) {
		p++
		from = p
		for lex.IsWord(b[p]) || b[p] == ':' {
			p++
		}
		a := attribute{name: string(b[from:p])}
		if !bytes.HasPrefix(b[p:t.end], []byte(`="`)) {
			return nil, &lex.At{Off: p, Err: dialects.ErrSyntax}
		}
		p += 2
		n := bytes.IndexByte(b[p:t.end], '"')
		if n < 0 {
			return nil, &lex.At{Off: p, Err: dialects.ErrSyntax}
		}
		a.value = dialects.Span{Start: int32(p), End: int32(p + n)}
		t.attributes = append(t.attributes, a)
		p += n + 1
	}
	rest := string(b[p:t.end])
	t.closed = rest == " />" || rest == "/>"
	if !t.closed && rest != ">" || t.name == "" {
		return nil, &lex.At{Off: p, Err: dialects.ErrSyntax}
	}
	return t, nil
}

// entities are those that the programs write.
var entities = []struct {
	char byte
	text []byte
}{{'&', []byte("&amp;")}, {'<', []byte("&lt;")}, {'>', []byte("&gt;")}, {'"', []byte("&quot;")}}

// appendPlain appends a text with its entities undone.
func appendPlain(dst, text []byte) ([]byte, error) {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(dst, text...), nil
		}
		dst = append(dst, text[:i]...)
		text = text[i:]
		known := false
		for _, e := range entities {
			if known = bytes.HasPrefix(text, e.text); known {
				dst = append(dst, e.char)
				text = text[len(e.text):]
				break
			}
		}
		if !known {
			return dst, dialects.ErrRow
		}
	}
}

// appendEscaped appends a text with entities for what is none. In no character set that
// a client can have is one of these bytes a part of another character.
func appendEscaped(dst, text []byte) []byte {
	from := 0
	for i, ch := range text {
		for _, e := range entities {
			if ch == e.char {
				dst = append(append(dst, text[from:i]...), e.text...)
				from = i + 1
			}
		}
	}
	return append(dst, text[from:]...)
}
