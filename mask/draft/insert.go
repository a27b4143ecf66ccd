package draft

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// An insertion is new members in the text of a policy. No other byte of it changes: what
// is written in lines gets lines, and what stands in braces gets more in its braces.
type insertion struct {
	text  []byte
	json  bool // the whole text is JSON
	root  *yaml.Node
	edits []edit
}

// An edit is text at an offset. lines says that it is whole lines.
type edit struct {
	at    int
	text  string
	lines bool
}

// A member is a key with its value, in the two ways to write it.
type member struct {
	key  string // as YAML has it
	flow string // the value: a word, or in braces
	// lines has key and value with their comments, at an indent of two spaces for each
	// level below the map.
	lines string
}

var errNotYAML = errors.New("draft: the policy is not YAML")

func newInsertion(policy []byte) (*insertion, error) {
	in := &insertion{text: policy, json: json.Valid(policy)}
	var doc yaml.Node
	if err := yaml.Unmarshal(policy, &doc); err != nil || len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, errNotYAML
	}
	in.root = doc.Content[0]
	return in, nil
}

// addTo puts members at the end of a member of a map, which is made where there is none.
func (in *insertion) addTo(n *yaml.Node, key string, members []member) error {
	if len(members) == 0 {
		return nil
	}
	if there := valueOf(n, key); there != nil {
		return in.add(there, members)
	}
	var flow []string
	lines := key + ":\n"
	for _, m := range members {
		flow = append(flow, m.key+": "+m.flow)
		for line := range strings.Lines(m.lines) {
			lines += "  " + line
		}
	}
	return in.add(n, []member{{key, "{" + strings.Join(flow, ", ") + "}", lines}})
}

// add puts members at the end of a map.
func (in *insertion) add(n *yaml.Node, members []member) error {
	switch {
	case n == nil || n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle == 0 && len(n.Content) == 0:
		return fmt.Errorf("%w: something stands where a map should", errNotYAML)
	case n.Style&yaml.FlowStyle != 0:
		return in.addFlow(n, members)
	}
	margin, text := strings.Repeat(" ", n.Content[0].Column-1), ""
	for _, m := range members {
		for line := range strings.Lines(m.lines) {
			text += margin + line
		}
	}
	at := in.lineEnd(in.end(n))
	in.edits = append(in.edits, edit{at, text, true})
	return nil
}

// addFlow puts members before a closing brace.
func (in *insertion) addFlow(n *yaml.Node, members []member) error {
	end, last, ok := closing(in.text, in.offset(n))
	if !ok {
		return errNotYAML
	}
	var all []string
	for _, m := range members {
		text := m.key + ": " + m.flow
		if in.json {
			var err error
			if text, err = asJSON(text); err != nil {
				return err
			}
		}
		all = append(all, text)
	}
	comma := ", "
	switch in.text[last-1] {
	case '{':
		comma = ""
	case ',':
		comma = " "
	}
	text := strings.Join(all, ", ")
	if bytes.IndexByte(in.text[last:end], '\n') < 0 {
		in.edits = append(in.edits, edit{last, comma + text, false})
		return nil
	}
	// The brace has a line of its own, and a comment may stand before it.
	if comma != "" && comma != " " {
		in.edits = append(in.edits, edit{last, ",", false})
	}
	line := bytes.LastIndexByte(in.text[:end], '\n') + 1
	in.edits = append(in.edits, edit{line, strings.Repeat(" ", in.margin(n, line, end)) + text + "\n", true})
	return nil
}

// margin is by how much the members of a map in braces are indented that has lines.
func (in *insertion) margin(n *yaml.Node, line, end int) int {
	if len(n.Content) > 0 && n.Content[0].Line > n.Line {
		return n.Content[0].Column - 1
	}
	return end - line + 2
}

// offset gives where a node begins.
func (in *insertion) offset(n *yaml.Node) int {
	at := 0
	for range n.Line - 1 {
		at += bytes.IndexByte(in.text[at:], '\n') + 1
	}
	for range n.Column - 1 {
		_, size := utf8.DecodeRune(in.text[at:])
		at += size
	}
	return at
}

// bytes gives the text with everything put in.
func (in *insertion) bytes() []byte {
	slices.SortStableFunc(in.edits, func(a, b edit) int { return a.at - b.at })
	var out bytes.Buffer
	at := 0
	for _, e := range in.edits {
		out.Write(in.text[at:e.at])
		if e.lines && out.Len() > 0 && !bytes.HasSuffix(out.Bytes(), newline) {
			out.WriteByte('\n')
		}
		out.WriteString(e.text)
		at = e.at
	}
	out.Write(in.text[at:])
	return out.Bytes()
}

var newline = []byte{'\n'}

// closing finds the brace that closes the one at an offset, and the end of what stands
// last before it that is no comment.
func closing(text []byte, open int) (end, last int, ok bool) {
	depth, fresh := 0, true // fresh: a value can begin
	for i := open; i < len(text); i++ {
		switch c := text[i]; {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			continue
		case c == '#' && i > 0 && strings.IndexByte(" \t\n", text[i-1]) >= 0:
			n := bytes.IndexByte(text[i:], '\n')
			if n < 0 {
				return 0, 0, false
			}
			i += n
			continue
		case fresh && (c == '"' || c == '\''):
			n := quotedEnd(text[i:])
			if n == 0 {
				return 0, 0, false
			}
			i += n - 1
			fresh = false
		case c == '{' || c == '[':
			depth++
			fresh = true
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return i, last, true
			}
			fresh = false
		default:
			fresh = c == ',' || c == ':'
		}
		last = i + 1
	}
	return 0, 0, false
}

// quotedEnd is the length of the quoted text that b begins with; 0 if it does not end.
func quotedEnd(b []byte) int {
	for i := 1; i < len(b); i++ {
		switch {
		case b[0] == '"' && b[i] == '\\':
			i++
		case b[i] == b[0] && b[0] == '\'' && i+1 < len(b) && b[i+1] == '\'':
			i++
		case b[i] == b[0]:
			return i + 1
		}
	}
	return 0
}

// asJSON writes a member of a map in the way of JSON.
func asJSON(flow string) (string, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte("{"+flow+"}"), &doc); err != nil {
		return "", err
	}
	var b strings.Builder
	err := writeJSON(&b, doc.Content[0])
	return strings.TrimSuffix(strings.TrimPrefix(b.String(), "{"), "}"), err
}

func writeJSON(b *strings.Builder, n *yaml.Node) error {
	switch n.Kind {
	case yaml.MappingNode, yaml.SequenceNode:
		brackets := "{}"
		if n.Kind == yaml.SequenceNode {
			brackets = "[]"
		}
		b.WriteByte(brackets[0])
		for i, c := range n.Content {
			switch {
			case i == 0:
			case n.Kind == yaml.MappingNode && i%2 == 1:
				b.WriteString(": ")
			default:
				b.WriteString(", ")
			}
			if err := writeJSON(b, c); err != nil {
				return err
			}
		}
		b.WriteByte(brackets[1])
		return nil
	default:
		if n.Tag == "!!int" || n.Tag == "!!bool" {
			b.WriteString(n.Value)
			return nil
		}
		text, err := json.Marshal(n.Value)
		b.Write(text)
		return err
	}
}

// valueOf finds the value of a key; nil if there is none.
func valueOf(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// end gives an offset in the last line of a node.
func (in *insertion) end(n *yaml.Node) int {
	at := in.offset(n)
	switch {
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		return at + max(quotedEnd(in.text[at:])-1, 0)
	case n.Style&yaml.FlowStyle != 0:
		if end, _, ok := closing(in.text, at); ok {
			return end
		}
	}
	for i, c := range n.Content {
		end := in.end(c)
		if c.Kind == yaml.ScalarNode && c.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0 && n.Kind == yaml.MappingNode && i%2 == 1 {
			end = in.indented(end, n.Content[i-1].Column-1)
		}
		at = max(at, end)
	}
	return at
}

// indented goes over the lines behind an offset that are indented by more than their key,
// since they are of its value.
func (in *insertion) indented(at, key int) int {
	last := at
	for next := in.lineEnd(at); next < len(in.text); next = in.lineEnd(next) {
		line := bytes.TrimRight(in.text[next:in.lineEnd(next)], "\r\n")
		margin := len(line) - len(bytes.TrimLeft(line, " "))
		switch {
		case margin == len(line): // blank
		case margin <= key || line[margin] == '#':
			return last
		default:
			last = next
		}
	}
	return last
}

// lineEnd gives the offset behind the line of an offset.
func (in *insertion) lineEnd(at int) int {
	if i := bytes.IndexByte(in.text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(in.text)
}
