package builtin

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/mask"
)

// template writes a text in which {NAME} stands for what the masker NAME makes
// of the same value: "{person.family}-{hash length=8}". {{ and }} are braces.
type templateMasker struct {
	parts  []templatePart
	output mask.Output
	spread mask.Distinct
}

type templatePart struct {
	text string
	rule *mask.Nested // nil: the text
}

func templateFactory(b *mask.Build) (mask.Masker, error) {
	text, err := b.String("text", "")
	if err != nil {
		return nil, err
	}
	if text == "" {
		return nil, errors.New("say text: TEXT")
	}
	m := templateMasker{}
	literal := ""
	for text != "" {
		switch i := strings.IndexAny(text, "{}"); {
		case i < 0:
			literal, text = literal+text, ""
		case strings.HasPrefix(text[i:], "{{"), strings.HasPrefix(text[i:], "}}"):
			literal, text = literal+text[:i+1], text[i+2:]
		case text[i] == '}':
			return nil, errors.New("text: a } without {; write }} for a brace")
		default:
			inside, rest, ok := strings.Cut(text[i+1:], "}")
			if !ok {
				return nil, errors.New("text: a { without }; write {{ for a brace")
			}
			n, err := nestedRule(b, inside)
			if err != nil {
				return nil, err
			}
			m.parts = append(m.parts, templatePart{text: literal + text[:i]}, templatePart{rule: &n})
			literal, text = "", rest
		}
	}
	m.parts = append(m.parts, templatePart{text: literal})
	if err := m.describe(); err != nil {
		return nil, err
	}
	if b.Max > 0 && m.output.Chars > b.Max {
		return nil, fmt.Errorf("text: a fake can have %d characters, more than max", m.output.Chars)
	}
	return m, harmless(b, m.sample())
}

// nestedRule reads NAME or "NAME key=value key=value".
func nestedRule(b *mask.Build, s string) (mask.Nested, error) {
	words := strings.Fields(s)
	if len(words) == 0 {
		return mask.Nested{}, errors.New("text: {} names no masker")
	}
	r := mask.Rule{Mask: words[0], Params: map[string]any{}}
	for _, w := range words[1:] {
		key, value, ok := strings.Cut(w, "=")
		if !ok {
			return mask.Nested{}, errors.New("text: want {NAME key=value}")
		}
		n, err := strconv.Atoi(value)
		switch {
		case key == "max" && err == nil:
			r.Max = n
		case key == "domain":
			r.Domain = value
		case err == nil:
			r.Params[key] = n
		default:
			r.Params[key] = value
		}
	}
	return b.Nested(r)
}

// describe sums up what the parts can write.
func (m *templateMasker) describe() error {
	for _, p := range m.parts {
		if p.rule == nil {
			m.output.Chars += utf8.RuneCountInString(p.text)
			m.note(p.text)
			continue
		}
		s := p.rule.Spec()
		if s.Output.Null {
			return errors.New("text: a masker that writes NULL cannot be a part of a text")
		}
		if s.Output.Chars == 0 {
			return errors.New("text: a masker whose fakes are as long as the value cannot be a part of a text")
		}
		m.output.Chars += s.Output.Chars
		m.note(s.Output.Alphabet)
		m.spread = max(m.spread, min(s.Distinct, mask.Budgeted))
	}
	return nil
}

func (m *templateMasker) note(text string) {
	for _, r := range text {
		if r >= utf8.RuneSelf && !strings.ContainsRune(m.output.Alphabet, r) {
			m.output.Alphabet += string(r)
		}
	}
}

// sample is the template with the parts that maskers fill as letters.
func (m *templateMasker) sample() string {
	var b strings.Builder
	for _, p := range m.parts {
		if p.rule != nil {
			b.WriteString("x")
			continue
		}
		b.WriteString(p.text)
	}
	return b.String()
}

func (m templateMasker) Mask(out *mask.Out, in *mask.In) error {
	scratch := in.Scratch()
	from := len(scratch.Text)
	defer func() { scratch.Text = scratch.Text[:from] }()
	for _, p := range m.parts {
		if p.rule == nil {
			scratch.Text = append(scratch.Text, p.text...)
			continue
		}
		if err := p.rule.Mask(out, in); err != nil {
			return err
		}
		v, ok := out.Value()
		if !ok {
			return mask.ErrUnset
		}
		scratch.Text = append(scratch.Text, v...)
	}
	out.End(append(out.Begin(), scratch.Text[from:]...))
	return nil
}

// Spec: a value that two parts tell apart is told apart by the whole only if
// one part does so alone, which is what spread says.
func (m templateMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "template", Keying: mask.ByNothing, Output: m.output, Distinct: m.spread}
}
