// Package php reads what PHP's serialize() writes, and the sessions that PHP keeps as
// name|value (session.serialize_handler = php), and writes parts of them anew.
//
// Lengths count bytes. They are those of the value in UTF-8, which is what a program
// has counted that talked UTF-8 with its database; where they are others, the value
// is refused. The length of what is written anew is counted again.
//
// Arrays and objects have members; that of a private or protected property has the
// name without its class, and one whose key is an integer is found by its index too.
// A reference (R, r) says nothing of its own. What a class has serialised itself (C),
// and a case of an enumeration (E), can only stay.
package php

import (
	"bytes"
	"math"
	"slices"
	"strconv"

	"github.com/migawari-dev/migawari/mask/nested"
)

// Format is the notation.
type Format struct{}

// Parse implements [nested.Format].
func (Format) Parse(t *nested.Tree, src []byte) error {
	s := scanner{src: src}
	if len(src) > 1 && src[1] != ':' && src[1] != ';' && bytes.IndexByte(src, '|') > 0 {
		return s.session(t)
	}
	if err := s.value(t, nested.Part{}); err != nil {
		return err
	}
	if s.at < len(src) {
		return nested.ErrForm
	}
	return nil
}

// session reads name|value one behind the other.
func (s *scanner) session(t *nested.Tree) error {
	if err := t.Open(nested.Part{Kind: nested.Object}); err != nil {
		return err
	}
	for s.at < len(s.src) {
		i := bytes.IndexByte(s.src[s.at:], '|')
		if i <= 0 || bytes.ContainsAny(s.src[s.at:s.at+i], `";{}!`) {
			return nested.ErrForm
		}
		p := nested.Part{Name: nested.Span{Start: int32(s.at), End: int32(s.at + i)}, PlainName: true}
		s.at += i + 1
		if err := s.value(t, p); err != nil {
			return err
		}
	}
	t.Close()
	return nil
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

// value reads a value and all that is in it. How many members an array or object
// still wants is kept in the start of its part, which has no other meaning.
func (s *scanner) value(t *nested.Tree, p nested.Part) error {
	depth := t.Depth()
	for {
		opened, err := s.one(t, p)
		if err != nil {
			return err
		}
		for !opened || t.In().At.Start == 0 {
			if t.Depth() == depth {
				return nil
			}
			if t.In().At.Start > 0 {
				break
			}
			if opened = false; !s.accept("}") {
				return nested.ErrForm
			}
			t.Close()
		}
		t.In().At.Start--
		p = nested.Part{}
		if !s.key(&p) {
			return nested.ErrForm
		}
	}
}

// key reads the key of a member.
func (s *scanner) key(p *nested.Part) bool {
	p.Name.Start = int32(s.at)
	ok := false
	switch {
	case s.accept("i:"):
		_, ok = s.number(';')
		p.Counted = true
	case s.accept("s:"):
		ok = s.text() && s.accept(";")
	}
	p.Name.End = int32(s.at)
	return ok
}

// one reads a scalar, or the beginning of an array or object.
func (s *scanner) one(t *nested.Tree, p nested.Part) (opened bool, err error) {
	if s.at+1 >= len(s.src) {
		return false, nested.ErrForm
	}
	p.At.Start = int32(s.at)
	ok := false
	letter := s.src[s.at]
	s.at += 2
	if s.src[s.at-1] != ':' && (letter != 'N' || s.src[s.at-1] != ';') {
		return false, nested.ErrForm
	}
	switch letter {
	case 'N':
		p.Kind, ok = nested.Null, s.src[s.at-1] == ';'
	case 'b':
		p.Kind, ok = nested.Bool, s.accept("0;") || s.accept("1;")
	case 'i':
		p.Kind = nested.Number
		_, ok = s.number(';')
	case 'd':
		p.Kind, ok = nested.Number, s.float()
	case 's':
		p.Kind, ok = nested.Text, s.text() && s.accept(";")
	case 'R', 'r':
		n, valid := s.number(';')
		if !valid || n < 1 {
			return false, nested.ErrForm
		}
		return false, nil
	case 'C':
		p.Kind, ok = nested.Opaque, s.text() && s.accept(":") && s.payload()
	case 'E':
		p.Kind, ok = nested.Opaque, s.text() && s.accept(";")
	case 'O':
		if !s.text() || !s.accept(":") {
			return false, nested.ErrForm
		}
		fallthrough
	case 'a':
		n, valid := s.number(':')
		if !valid || n < 0 || n > math.MaxInt32 || !s.accept("{") {
			return false, nested.ErrForm
		}
		p.Kind, p.At.Start = nested.Object, int32(n)
		return true, t.Open(p)
	}
	if !ok {
		return false, nested.ErrForm
	}
	p.At.End = int32(s.at)
	return false, t.Leaf(p)
}

// number reads an integer and what ends it.
func (s *scanner) number(end byte) (int64, bool) {
	i := bytes.IndexByte(s.src[s.at:min(s.at+22, len(s.src))], end)
	if i < 1 {
		return 0, false
	}
	text := s.src[s.at : s.at+i]
	s.at += i + 1
	return integer(text)
}

// notFinite are the numbers that JSON does not know.
var notFinite = []string{"INF", "-INF", "NAN"}

// float reads a floating point number.
func (s *scanner) float() bool {
	for _, word := range notFinite {
		if s.accept(word) {
			return s.accept(";")
		}
	}
	n := nested.NumberLen(s.src[s.at:])
	s.at += n
	return n > 0 && s.accept(";")
}

// text reads 5:"texts".
func (s *scanner) text() bool {
	n, ok := s.number(':')
	if !ok || n < 0 || n > int64(len(s.src)-s.at-2) || !s.accept(`"`) {
		return false
	}
	s.at += int(n)
	return s.accept(`"`)
}

// payload reads 5:{bytes}.
func (s *scanner) payload() bool {
	n, ok := s.number(':')
	if !ok || n < 0 || n > int64(len(s.src)-s.at-2) || !s.accept("{") {
		return false
	}
	s.at += int(n)
	return s.accept("}")
}

// content is what stands between the quotes, or between the colon and the end.
func content(b []byte) []byte {
	if b[0] == 's' {
		return b[bytes.IndexByte(b, '"')+1 : len(b)-2]
	}
	return b[2 : len(b)-1]
}

// Text implements [nested.Format].
func (Format) Text(_, src []byte, p *nested.Part) []byte {
	b := p.At.Of(src)
	if p.Kind != nested.Bool {
		return content(b)
	}
	if b[2] == '1' {
		return yes
	}
	return no
}

var yes, no = []byte("true"), []byte("false")

// Name implements [nested.Format].
func (Format) Name(_, src []byte, p *nested.Part) []byte {
	_, name := member(src, p)
	return name
}

// member gives the name of a member, and before it the class of a property that is
// not public, between two NULs.
func member(src []byte, p *nested.Part) (class, name []byte) {
	name = p.Name.Of(src)
	if !p.PlainName {
		name = content(name)
	}
	if i := bytes.LastIndexByte(name, 0); i > 0 && name[0] == 0 {
		return name[:i+1], name[i+1:]
	}
	return nil, name
}

// Append implements [nested.Format].
func (Format) Append(dst, text, _ []byte, p *nested.Part) ([]byte, error) {
	switch p.Kind {
	case nested.Bool:
		switch string(text) {
		case "true":
			return append(dst, "b:1;"...), nil
		case "false":
			return append(dst, "b:0;"...), nil
		}
	case nested.Number:
		if !nested.IsNumber(text) && !slices.Contains(notFinite, string(text)) {
			break
		}
		dst = append(dst, 'd')
		if _, ok := integer(text); ok {
			dst[len(dst)-1] = 'i'
		}
		return append(append(append(dst, ':'), text...), ';'), nil
	}
	return appendText(dst, nil, text), nil
}

// integer reads an integer as PHP writes it.
func integer(text []byte) (n int64, ok bool) {
	digits, negative := bytes.CutPrefix(text, []byte("-"))
	if len(digits) == 0 || len(digits) > 19 || digits[0] == '0' && len(text) > 1 {
		return 0, false
	}
	for _, c := range digits { // below zero, where there is one more
		if c < '0' || '9' < c || n < (math.MinInt64+int64(c-'0'))/10 {
			return 0, false
		}
		n = n*10 - int64(c-'0')
	}
	if negative {
		return n, true
	}
	return -n, n != math.MinInt64
}

func appendText(dst, class, text []byte) []byte {
	dst = strconv.AppendInt(append(dst, "s:"...), int64(len(class)+len(text)), 10)
	return append(append(append(append(dst, `:"`...), class...), text...), `";`...)
}

// AppendNull implements [nested.Format].
func (Format) AppendNull(dst, _ []byte, _ *nested.Part) ([]byte, error) {
	return append(dst, "N;"...), nil
}

// AppendName implements [nested.Format].
func (Format) AppendName(dst, name, src []byte, p *nested.Part) ([]byte, error) {
	switch {
	case !p.PlainName:
		if _, ok := integer(name); ok && p.Counted {
			return append(append(append(dst, "i:"...), name...), ';'), nil
		}
		class, _ := member(src, p)
		return appendText(dst, class, name), nil
	case bytes.ContainsAny(name, `|";{}!`) || len(name) == 0:
		return dst, nested.ErrForm
	}
	return append(dst, name...), nil
}
