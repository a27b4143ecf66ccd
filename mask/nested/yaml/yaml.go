// Package yaml reads YAML 1.2 as programs write it, and writes scalars of it anew.
//
// A library reads the value and says where its scalars stand; this package finds where
// they end. What it is not sure of is refused: scalars without quotes over several
// lines, block scalars that keep the blank lines behind them, keys that are maps or
// lists, more than one document, directives, and comments, which could hold anything.
// Tags and anchors are structure and stay; an alias says nothing of its own.
//
// A scalar that is written anew stands in double quotes, unless it is a number or
// boolean in the place of such.
package yaml

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"github.com/migawari-dev/migawari/mask/nested"
)

// Format is YAML.
type Format struct{}

// maxSize bounds what the library holds in memory.
const maxSize = 4 << 20

// Parse implements [nested.Format].
func (Format) Parse(t *nested.Tree, src []byte) error {
	if len(src) > maxSize {
		return nested.ErrLimit
	}
	if !readable(src) {
		return nested.ErrForm
	}
	root, err := load(src)
	if err != nil {
		return err
	}
	p := parser{src: src, tree: t, lines: []int{0}}
	for i, c := range src {
		if c == '\n' {
			p.lines = append(p.lines, i+1)
		}
	}
	if err := p.node(root, nested.Part{}); err != nil {
		return err
	}
	return p.structure(len(src))
}

// readable refuses what the library counts as the end of a line besides LF and CR LF,
// and what is no text.
func readable(src []byte) bool {
	if !utf8.Valid(src) || bytes.HasPrefix(src, []byte("\ufeff")) {
		return false
	}
	if bytes.Count(src, []byte("\r")) != bytes.Count(src, []byte("\r\n")) {
		return false
	}
	return !bytes.ContainsAny(src, "\x00\u0085\u2028\u2029\ufeff")
}

// load reads one document.
func load(src []byte) (*yaml.Node, error) {
	l, err := yaml.NewLoader(bytes.NewReader(src), yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(nested.MaxDepth))))
	if err != nil {
		return nil, nested.ErrForm
	}
	var first, second yaml.Node
	if err := l.Load(&first); err != nil {
		if strings.Contains(err.Error(), "exceeded max depth") {
			return nil, nested.ErrLimit
		}
		return nil, nested.ErrForm
	}
	if err := l.Load(&second); !errors.Is(err, io.EOF) || len(first.Content) != 1 {
		return nil, nested.ErrForm
	}
	return first.Content[0], nil
}

// A parser finds the scalars of a tree in the text.
type parser struct {
	src   []byte
	tree  *nested.Tree
	lines []int // where each begins
	at    int   // up to here all is known
}

func (p *parser) node(n *yaml.Node, part nested.Part) error {
	switch n.Kind {
	case yaml.AliasNode:
		return nil
	case yaml.ScalarNode:
		if n.Value == "" && n.Style&^yaml.TaggedStyle == 0 {
			return nil // nothing stands there
		}
		var ok bool
		if part.At, part.Plain, ok = p.scalar(n); !ok {
			return nested.ErrForm
		}
		part.Kind = kind(n)
		return p.tree.Leaf(part)
	case yaml.SequenceNode:
		part.Kind = nested.Array
		if err := p.tree.Open(part); err != nil {
			return err
		}
		for _, c := range n.Content {
			if err := p.node(c, nested.Part{}); err != nil {
				return err
			}
		}
	case yaml.MappingNode:
		part.Kind = nested.Object
		if err := p.tree.Open(part); err != nil {
			return err
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			var member nested.Part
			ok := key.Kind == yaml.ScalarNode
			if ok && (key.Value != "" || key.Style&^yaml.TaggedStyle != 0) {
				member.Name, member.PlainName, ok = p.scalar(key)
			}
			if !ok {
				return nested.ErrForm
			}
			if err := p.node(n.Content[i+1], member); err != nil {
				return err
			}
		}
	default:
		return nested.ErrForm
	}
	p.tree.Close()
	return nil
}

func kind(n *yaml.Node) nested.Kind {
	switch {
	case n.Style != 0:
	case (n.Tag == "!!int" || n.Tag == "!!float") && nested.IsNumber([]byte(n.Value)):
		return nested.Number
	case n.Tag == "!!bool" && (n.Value == "true" || n.Value == "false"):
		return nested.Bool
	case n.Tag == "!!null":
		return nested.Null
	}
	return nested.Text
}

// scalar finds where a scalar begins and ends, and holds that what stands there is
// what the library has read.
func (p *parser) scalar(n *yaml.Node) (at nested.Span, plain, ok bool) {
	start, ok := p.offset(n.Line, n.Column)
	if !ok || strings.IndexByte(n.Value, 0) >= 0 {
		return at, false, false
	}
	start = p.properties(start)
	end := 0
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		end = quoted(p.src, start, '"')
	case n.Style&yaml.SingleQuotedStyle != 0:
		end = quoted(p.src, start, '\'')
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		if first := 1 + bytes.LastIndexByte(p.src[:start], '\n'); first == 0 || len(bytes.TrimLeft(p.src[first:start], " ")) > 0 {
			end = block(p.src, start) // a header on a line of its own may stand where no text can
		}
	default:
		if end = start + len(n.Value); !bytes.HasPrefix(p.src[start:], []byte(n.Value)) {
			end = 0
		}
		plain = true
	}
	if start < p.at || end <= start || p.structure(start) != nil {
		return at, false, false
	}
	p.at = end
	at = nested.Span{Start: int32(start), End: int32(end)}
	return at, plain, plain || string(decode(nil, at.Of(p.src), false)) == n.Value
}

// offset gives where a line and a column are, which count characters from 1 on.
func (p *parser) offset(line, column int) (int, bool) {
	if line < 1 || line > len(p.lines) {
		return 0, false
	}
	at := p.lines[line-1]
	for ; column > 1 && at < len(p.src); column-- {
		_, n := utf8.DecodeRune(p.src[at:])
		at += n
	}
	return at, column == 1
}

// properties skips tags and anchors before a scalar.
func (p *parser) properties(at int) int {
	for at < len(p.src) {
		switch c := p.src[at]; {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			at++
		case c == '!' || c == '&':
			at += word(p.src[at:])
		default:
			return at
		}
	}
	return at
}

// word gives the length of a tag, anchor or alias.
func word(b []byte) int {
	if i := bytes.IndexAny(b, " \t\r\n,[]{}"); i >= 0 {
		return i
	}
	return len(b)
}

// quoted gives the end of a text in quotes.
func quoted(src []byte, at int, quote byte) int {
	if at >= len(src) || src[at] != quote {
		return 0
	}
	for at++; at < len(src); at++ {
		switch c := src[at]; {
		case c == '\\' && quote == '"':
			at++
		case c == quote && quote == '\'' && at+1 < len(src) && src[at+1] == quote:
			at++
		case c == quote:
			return at + 1
		}
	}
	return 0
}

// block gives the end of a literal or folded text: behind the last line that is as far
// in as the first. Its header must not keep blank lines.
func block(src []byte, at int) int {
	if at >= len(src) || src[at] != '|' && src[at] != '>' {
		return 0
	}
	end, indent, header := 0, -1, true
	for at < len(src) {
		line, _, more := bytes.Cut(src[at:], []byte("\n"))
		text := bytes.TrimRight(line, "\r")
		switch depth := len(text) - len(bytes.TrimLeft(text, " ")); {
		case header && len(bytes.Trim(text[1:], "-0123456789")) > 0:
			return 0
		case header || depth == len(text):
		case indent < 0:
			indent = depth
		case depth < indent:
			return end
		}
		header = false
		if len(bytes.Trim(text, " ")) > 0 {
			end = at + len(text)
		}
		at += len(line) + 1
		if !more || at == len(src) {
			break
		}
		if next := src[at:]; indent >= 0 && bytes.HasPrefix(next, []byte("...")) {
			break
		}
	}
	return end
}

// structure holds that from what is known up to end there is nothing but structure,
// and no comment.
func (p *parser) structure(end int) error {
	for i := p.at; i < end; {
		switch c := p.src[i]; c {
		case ' ', '\t', '\r', '\n', '-', '?', ':', ',', '[', ']', '{', '}', '.':
			i++
		case '!', '&', '*':
			i += word(p.src[i:])
		default:
			return nested.ErrForm
		}
	}
	p.at = max(p.at, end)
	return nil
}

// decode gives what a scalar says.
func decode(buf, b []byte, plain bool) []byte {
	if plain {
		return b
	}
	root, err := load(append(bytes.Clone(b), '\n'))
	if err != nil {
		return buf
	}
	return append(buf, root.Value...)
}

// Text implements [nested.Format].
func (Format) Text(buf, src []byte, p *nested.Part) []byte {
	return decode(buf, p.At.Of(src), p.Plain)
}

// Name implements [nested.Format].
func (Format) Name(buf, src []byte, p *nested.Part) []byte {
	return decode(buf, p.Name.Of(src), p.PlainName)
}

// Append implements [nested.Format].
func (Format) Append(dst, text, _ []byte, p *nested.Part) ([]byte, error) {
	s := string(text)
	if p.Kind == nested.Number && nested.IsNumber(text) || p.Kind == nested.Bool && (s == "true" || s == "false") {
		return append(dst, text...), nil
	}
	return quote(dst, text)
}

// AppendNull implements [nested.Format].
func (Format) AppendNull(dst, _ []byte, _ *nested.Part) ([]byte, error) {
	return append(dst, "null"...), nil
}

// AppendName implements [nested.Format].
func (Format) AppendName(dst, name, _ []byte, _ *nested.Part) ([]byte, error) {
	return quote(dst, name)
}

// Mend implements [nested.Mender]: what was written must be read again.
func (f Format) Mend(b []byte) error { return f.Parse(new(nested.Tree), b) }

// quote writes a text in double quotes.
func quote(dst, text []byte) ([]byte, error) {
	const digits = "0123456789abcdef"
	if !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
		return dst, nested.ErrForm
	}
	dst = append(dst, '"')
	for _, r := range string(text) {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, '\\', 'n')
		case r < ' ' || 0x7f <= r && r < 0xa0:
			dst = append(dst, '\\', 'x', digits[r>>4], digits[r&15])
		case r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff:
			dst = append(dst, '\\', 'u', digits[r>>12], digits[r>>8&15], digits[r>>4&15], digits[r&15])
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"'), nil
}
