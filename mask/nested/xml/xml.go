// Package xml reads XML 1.0, documents and fragments, and writes parts of it anew.
//
// An element is an object whose name is that of its tag, prefix included; the text in
// it has the path of the element. Attributes are members with @ before their names,
// comments are members with the name #comment and processing instructions such with
// the name ?TARGET: a rule speaks for them as for all else. White space between tags,
// the XML declaration, a DOCTYPE that is a name alone and declarations of name spaces
// are structure and stay.
//
// Refused are a DOCTYPE with a subset or an address, which can declare entities;
// entities other than the five of XML; and whatever is not well-formed.
package xml

import (
	"bytes"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/mask/nested"
)

// Format is XML.
type Format struct{}

// Parse implements [nested.Format].
func (Format) Parse(t *nested.Tree, src []byte) error {
	if !utf8.Valid(src) || bytes.ContainsFunc(src, func(r rune) bool { return !isChar(r) }) {
		return nested.ErrForm
	}
	if err := t.Open(nested.Part{Kind: nested.Object}); err != nil {
		return err
	}
	s := scanner{src: src}
	s.declaration()
	for s.at < len(src) {
		if err := s.node(t); err != nil {
			return err
		}
	}
	if t.Depth() != 1 {
		return nested.ErrForm
	}
	t.Close()
	return nil
}

// isChar says whether a character may stand in XML (section 2.2).
func isChar(r rune) bool {
	return r >= ' ' && r != 0xfffe && r != 0xffff || r == '\t' || r == '\n' || r == '\r'
}

// A scanner walks over the bytes.
type scanner struct {
	src []byte
	at  int
}

func (s *scanner) accept(word string) bool {
	if !bytes.HasPrefix(s.src[s.at:], []byte(word)) {
		return false
	}
	s.at += len(word)
	return true
}

// until goes to a word and behind it; the span is what stands before it.
func (s *scanner) until(word string) (nested.Span, bool) {
	i := bytes.Index(s.src[s.at:], []byte(word))
	if i < 0 {
		return nested.Span{}, false
	}
	at := nested.Span{Start: int32(s.at), End: int32(s.at + i)}
	s.at += i + len(word)
	return at, true
}

func (s *scanner) blanks() (some bool) {
	for s.at < len(s.src) && isBlank(s.src[s.at]) {
		s.at++
		some = true
	}
	return some
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// name reads the name of a tag, attribute or target.
func (s *scanner) name() (nested.Span, bool) {
	start := s.at
	for s.at < len(s.src) {
		c := s.src[s.at]
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c == ':' || c >= utf8.RuneSelf
		if !letter && (s.at == start || (c < '0' || '9' < c) && c != '-' && c != '.') {
			break
		}
		s.at++
	}
	return nested.Span{Start: int32(start), End: int32(s.at)}, s.at > start
}

// declaration skips <?xml …?>.
func (s *scanner) declaration() {
	if bytes.HasPrefix(s.src, []byte("<?xml")) && len(s.src) > 5 && isBlank(s.src[5]) {
		if i := bytes.Index(s.src, []byte("?>")); i > 0 && declares(s.src[5:i]) {
			s.at = i + 2
		}
	}
}

// declares says whether a declaration has nothing but version, encoding and
// standalone in short words.
func declares(b []byte) bool {
	for _, word := range bytes.Fields(b) {
		name, value, _ := bytes.Cut(word, []byte("="))
		known := slices.Contains([]string{"version", "encoding", "standalone"}, string(name))
		if !known || len(value) > 20 || bytes.ContainsAny(value, "@") {
			return false
		}
	}
	return true
}

// node reads a tag, a text, or what else there is.
func (s *scanner) node(t *nested.Tree) error {
	switch {
	case s.accept("<!--"):
		return s.member(t, "--", ">", nested.Part{})
	case s.accept("<![CDATA["):
		at, ok := s.until("]]>")
		if !ok {
			return nested.ErrForm
		}
		return t.Leaf(nested.Part{Kind: nested.Text, At: at, Plain: true, Own: true})
	case s.accept("<?"):
		target, ok := s.name()
		if !ok || bytes.EqualFold(target.Of(s.src), []byte("xml")) {
			return nested.ErrForm
		}
		if blank := s.blanks(); !blank && !bytes.HasPrefix(s.src[s.at:], []byte("?>")) {
			return nested.ErrForm
		}
		return s.member(t, "?>", "", nested.Part{Name: target})
	case s.accept("<!DOCTYPE"):
		blank := s.blanks()
		_, ok := s.name()
		if s.blanks(); !blank || !ok || !s.accept(">") || t.Depth() > 1 {
			return nested.ErrForm
		}
		return nil
	case s.accept("</"):
		name, ok := s.name()
		if s.blanks(); !ok || !s.accept(">") || t.Depth() < 2 || !bytes.Equal(name.Of(s.src), t.In().Name.Of(s.src)) {
			return nested.ErrForm
		}
		t.Close()
		return nil
	case s.accept("<"):
		return s.tag(t)
	}
	return s.text(t)
}

// member reads a comment or instruction, up to its end.
func (s *scanner) member(t *nested.Tree, end, then string, p nested.Part) error {
	at, ok := s.until(end)
	if !ok || !s.accept(then) {
		return nested.ErrForm
	}
	if at.Start == at.End {
		return nil
	}
	if p.Name.Start == p.Name.End { // of a comment: its first characters are the mark
		p.Name = nested.Span{Start: at.Start - 4, End: at.Start}
	}
	p.Kind, p.At, p.Plain = nested.Text, at, true
	return t.Leaf(p)
}

// text reads up to the next tag.
func (s *scanner) text(t *nested.Tree) error {
	start := s.at
	i := bytes.IndexByte(s.src[s.at:], '<')
	if i < 0 {
		i = len(s.src) - s.at
	}
	s.at += i
	b := s.src[start:s.at]
	if bytes.Contains(b, []byte("]]>")) || !entities(b) {
		return nested.ErrForm
	}
	if len(bytes.TrimLeft(b, " \t\r\n")) == 0 {
		return nil
	}
	return t.Leaf(nested.Part{Kind: nested.Text, At: nested.Span{Start: int32(start), End: int32(s.at)}, Own: true})
}

// tag reads the tag that begins an element, with its attributes.
func (s *scanner) tag(t *nested.Tree) error {
	name, ok := s.name()
	if !ok {
		return nested.ErrForm
	}
	if err := t.Open(nested.Part{Kind: nested.Object, Name: name}); err != nil {
		return err
	}
	for {
		blank := s.blanks()
		switch {
		case s.accept("/>"):
			t.Close()
			return nil
		case s.accept(">"):
			return nil
		case !blank:
			return nested.ErrForm
		}
		if err := s.attribute(t); err != nil {
			return err
		}
	}
}

func (s *scanner) attribute(t *nested.Tree) error {
	name, ok := s.name()
	if s.blanks(); !ok || !s.accept("=") {
		return nested.ErrForm
	}
	s.blanks()
	quote := `"`
	if !s.accept(quote) {
		if quote = `'`; !s.accept(quote) {
			return nested.ErrForm
		}
	}
	at, ok := s.until(quote)
	if !ok || bytes.IndexByte(at.Of(s.src), '<') >= 0 || !entities(at.Of(s.src)) {
		return nested.ErrForm
	}
	if n := name.Of(s.src); string(n) == "xmlns" || bytes.HasPrefix(n, []byte("xmlns:")) {
		return nil
	}
	return t.Leaf(nested.Part{Kind: nested.Text, At: at, Name: name, PlainName: true})
}

// entities says whether all entities of a text are known.
func entities(b []byte) bool {
	for {
		i := bytes.IndexByte(b, '&')
		if i < 0 {
			return true
		}
		n, _ := entity(b[i:])
		if n == 0 {
			return false
		}
		b = b[i+n:]
	}
}

// entity reads an entity at the beginning of b; n is 0 if there is none.
func entity(b []byte) (n int, r rune) {
	end := bytes.IndexByte(b[:min(len(b), 12)], ';')
	if end < 0 {
		return 0, 0
	}
	switch name := string(b[1:end]); name {
	case "lt":
		return end + 1, '<'
	case "gt":
		return end + 1, '>'
	case "amp":
		return end + 1, '&'
	case "quot":
		return end + 1, '"'
	case "apos":
		return end + 1, '\''
	default:
		if len(name) < 2 || name[0] != '#' {
			return 0, 0
		}
		digits, base := name[1:], 10
		if digits[0] == 'x' {
			digits, base = digits[1:], 16
		}
		c, err := strconv.ParseUint(digits, base, 32)
		if err != nil || c > utf8.MaxRune || !utf8.ValidRune(rune(c)) || !isChar(rune(c)) {
			return 0, 0
		}
		return end + 1, rune(c)
	}
}

// Text implements [nested.Format].
func (Format) Text(buf, src []byte, p *nested.Part) []byte {
	b := p.At.Of(src)
	if p.Plain || bytes.IndexByte(b, '&') < 0 {
		return b
	}
	for len(b) > 0 {
		i := bytes.IndexByte(b, '&')
		if i < 0 {
			return append(buf, b...)
		}
		n, r := entity(b[i:])
		buf = utf8.AppendRune(append(buf, b[:i]...), r)
		b = b[i+n:]
	}
	return buf
}

// Name implements [nested.Format].
func (Format) Name(buf, src []byte, p *nested.Part) []byte {
	name := p.Name.Of(src)
	switch {
	case p.PlainName: // an attribute
		return append(append(buf, '@'), name...)
	case isComment(name):
		return append(buf, "#comment"...)
	case p.Plain: // an instruction
		return append(append(buf, '?'), name...)
	}
	return name
}

// isComment says of what stands for the name of a part whether it begins a comment.
func isComment(name []byte) bool { return string(name) == "<!--" }

// Append implements [nested.Format].
func (Format) Append(dst, text, src []byte, p *nested.Part) ([]byte, error) {
	if !utf8.Valid(text) || bytes.ContainsFunc(text, func(r rune) bool { return !isChar(r) }) {
		return dst, nested.ErrForm
	}
	switch {
	case p.Plain && p.Own: // CDATA
		return append(dst, bytes.ReplaceAll(text, []byte("]]>"), []byte("]]]]><![CDATA[>"))...), nil
	case p.Plain && isComment(p.Name.Of(src)):
		if bytes.Contains(text, []byte("--")) || bytes.HasSuffix(text, []byte("-")) {
			return dst, nested.ErrForm
		}
		return append(dst, text...), nil
	case p.Plain: // an instruction
		if bytes.Contains(text, []byte("?>")) || len(text) == 0 || isBlank(text[0]) {
			return dst, nested.ErrForm
		}
		return append(dst, text...), nil
	}
	blank := len(bytes.TrimLeft(text, " \t\r\n")) == 0 // in an element: no text, but for its escapes
	for _, c := range text {
		switch c {
		case '<':
			dst = append(dst, "&lt;"...)
		case '>':
			dst = append(dst, "&gt;"...)
		case '&':
			dst = append(dst, "&amp;"...)
		case '"':
			dst = append(dst, "&quot;"...)
		case '\'':
			dst = append(dst, "&apos;"...)
		default:
			if c == '\r' || blank && p.Own || p.PlainName && (c == '\n' || c == '\t') { // would be read as other white space
				dst = append(strconv.AppendInt(append(dst, "&#"...), int64(c), 10), ';')
				continue
			}
			dst = append(dst, c)
		}
	}
	return dst, nil
}

// AppendNull implements [nested.Format]: XML knows no NULL, and writes nothing.
func (Format) AppendNull(dst, _ []byte, _ *nested.Part) ([]byte, error) { return dst, nil }

// AppendName implements [nested.Format]: names are of a vocabulary.
func (Format) AppendName(dst, _, _ []byte, _ *nested.Part) ([]byte, error) {
	return dst, nested.ErrForm
}
