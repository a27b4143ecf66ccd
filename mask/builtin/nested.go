package builtin

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect/value"
	"github.com/migawari-dev/migawari/mask/nested"
	"github.com/migawari-dev/migawari/mask/nested/base64"
	"github.com/migawari-dev/migawari/mask/nested/json"
	"github.com/migawari-dev/migawari/mask/nested/pgvalue"
	"github.com/migawari-dev/migawari/mask/nested/php"
	"github.com/migawari-dev/migawari/mask/nested/query"
	"github.com/migawari-dev/migawari/mask/nested/xml"
	"github.com/migawari-dev/migawari/mask/nested/yaml"
)

// nestedMaskers take a value apart and mask its parts, each by the rule of its path;
// every other byte stays. What is not the notation is refused or goes to else:.
var nestedMaskers = mask.Set{
	"json":      nestedFactory(nestedMasker{format: json.Format{}, typed: true, output: kinds(schema.JSON, schema.Binary)}),
	"php":       nestedFactory(nestedMasker{format: php.Format{}, typed: true, output: kinds(schema.Binary)}),
	"xml":       nestedFactory(nestedMasker{format: xml.Format{}, output: kinds(schema.XML, schema.Binary)}),
	"query":     nestedFactory(nestedMasker{format: query.Format{}, output: kinds(schema.Binary)}),
	"base64":    nestedFactory(nestedMasker{format: base64.Format{}, output: kinds(schema.Binary)}),
	"yaml":      nestedFactory(nestedMasker{format: yaml.Format{}, typed: true, output: kinds(schema.Binary)}),
	"array":     nestedFactory(nestedMasker{format: pgvalue.Array{Delimiter: ','}, output: mask.Output{Array: true}}),
	"hstore":    nestedFactory(nestedMasker{format: pgvalue.Hstore{}, output: kinds(schema.Other)}),
	"composite": nestedFactory(nestedMasker{format: pgvalue.Composite{}, output: kinds(schema.Other)}),
	"range":     nestedFactory(nestedMasker{format: pgvalue.Range{}, output: kinds(schema.Other)}),
}

func kinds(k ...schema.Kind) mask.Output { return mask.Output{Kinds: k} }

// A nestedMasker masks values of one notation.
type nestedMasker struct {
	name   string
	format nested.Format
	paths  *nested.Paths
	rules  []mask.Nested                  // by the number of the path
	rest   [nested.Opaque + 1]mask.Nested // for the parts that no path finds, by their kind
	typed  bool                           // it knows numbers and booleans
	output mask.Output
}

func nestedFactory(of nestedMasker) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		m := of
		m.name = b.Name
		rules, err := partRules(b)
		if err != nil {
			return nil, err
		}
		return m, m.compile(b, rules)
	}
}

// partRules reads paths, or of, which is short for paths with "*" alone.
func partRules(b *mask.Build) (mask.Rules, error) {
	rules, err := b.Rules("paths")
	if err != nil {
		return nil, err
	}
	of, err := b.Rule("of")
	switch {
	case err != nil:
		return nil, err
	case b.Has("of") && b.Has("paths"):
		return nil, errors.New(`say either paths: or of:, which is short for paths: {"*": RULE}`)
	case b.Has("of"):
		return mask.Rules{{Name: rest, At: of.At, Rule: of}}, nil
	case !b.Has("paths"):
		return nil, errors.New(`say paths: {"$.PATH": RULE, "*": RULE}`)
	}
	return rules, nil
}

// rest is the word for the parts that no path finds.
const rest = "*"

// place says where in a rule one of its rules stands. The literals of a condition in a
// path do not show.
func place(b *mask.Build, r *mask.NamedRule) string {
	if b.Has("of") {
		return "of"
	}
	if path, _, conditional := strings.Cut(r.Name, "[?"); conditional {
		return "paths." + path + "[?***]"
	}
	return "paths." + r.Name
}

func (m *nestedMasker) compile(b *mask.Build, rules mask.Rules) error {
	var faults mask.Faults
	var inside error
	var texts []string
	var named []*mask.NamedRule
	fault := func(r *mask.NamedRule, reason, hint string) {
		faults = append(faults, mask.Fault{At: r.At, Path: place(b, r), Reason: reason, Hint: hint})
	}
	found := false
	for i := range rules {
		r := &rules[i]
		n, err := b.Part(place(b, r), r.Rule)
		if err != nil {
			inside = err
			continue
		}
		m.describe(n)
		if r.Name == rest {
			for kind := range m.rest {
				m.rest[kind] = n
			}
			found = true
			continue
		}
		if _, _, err := nested.Parse([]string{r.Name}); err != nil {
			fault(r, err.Error(), "")
			continue
		}
		if strings.HasSuffix(r.Name, "~") && n.Spec().Distinct == mask.Repeats {
			fault(r, "two names could get one fake", "migawari maskers says which maskers keep values apart")
		}
		texts, named, m.rules = append(texts, r.Name), append(named, r), append(m.rules, n)
	}
	if m.typed {
		for kind, name := range []string{nested.Number: "numbers", nested.Bool: "booleans"} {
			r, err := b.Rule(name)
			if err != nil {
				return err
			}
			if !b.Has(name) { // nor what has no name here
				continue
			}
			if m.rest[kind], err = b.Part(name, r); err != nil {
				inside = err
			}
			m.describe(m.rest[kind])
		}
	}
	paths, i, err := nested.Parse(texts)
	if err != nil {
		fault(named[i], err.Error(), "")
	}
	m.paths = paths
	switch {
	case len(faults) > 0:
		return faults
	case inside != nil:
		return inside
	case !found:
		return errors.New(`paths: has no "*", which speaks for the parts that no path finds`)
	}
	return nil
}

// describe sums up what can be written.
func (m *nestedMasker) describe(n mask.Nested) {
	for _, r := range n.Spec().Output.Alphabet {
		if r >= utf8.RuneSelf && !strings.ContainsRune(m.output.Alphabet, r) {
			m.output.Alphabet += string(r)
		}
	}
}

func (m nestedMasker) Spec() mask.Spec {
	return mask.Spec{Kind: m.name, Keying: mask.ByNothing, Output: m.output, Leaves: true}
}

// Bind takes the delimiter of the column's type.
func (m nestedMasker) Bind(c *schema.Column) (mask.Masker, error) {
	if _, array := m.format.(pgvalue.Array); array && c.Type.Kind == schema.Geometry && c.Type.Name == "box" {
		m.format = pgvalue.Array{Delimiter: ';'}
	}
	return m, nil
}

// Element implements [mask.Divider]: the elements of an array have its type, and of
// all other parts nothing is known.
func (m nestedMasker) Element(c *schema.Column) *schema.Column {
	element := &schema.Column{Name: c.Name, Charset: c.Charset, Collation: c.Collation}
	if _, array := m.format.(pgvalue.Array); array && c.Type.Array {
		element.Type = c.Type
		element.Type.Array = false
	}
	return element
}

// A partWriter writes a value anew while it walks through its parts.
type partWriter struct {
	nested.Walker
	dst  []byte
	from int32 // of the value: what is not written yet
	text []byte
}

var partWriters = sync.Pool{New: func() any { return new(partWriter) }}

// release gives a writer back, without memory that a huge value has taken.
func (w *partWriter) release() {
	const large = 1 << 20
	w.End()
	if cap(w.dst)+cap(w.text) > large {
		w.dst, w.text = nil, nil
	}
	partWriters.Put(w)
}

func (m nestedMasker) Mask(out *mask.Out, in *mask.In) error {
	w := partWriters.Get().(*partWriter)
	defer w.release()
	w.dst, w.from = w.dst[:0], 0
	src := in.Value
	if err := w.Begin(m.format, m.paths, src); err != nil {
		return refused(err)
	}
	for {
		p, path, name := w.Next()
		if p == nil {
			break
		}
		switch {
		case name >= 0:
			if err := m.maskName(w, out, in, p, m.rules[name]); err != nil {
				return err
			}
		case m.tells(w, in.Value, p):
			return refused(mask.ErrName)
		}
		if p.Kind == nested.Object || p.Kind == nested.Array {
			continue
		}
		rule := m.rest[p.Kind]
		if path >= 0 {
			rule = m.rules[path]
		}
		if err := m.maskPart(w, out, in, p, rule); err != nil {
			return err
		}
	}
	if w.from == 0 {
		out.Keep()
		return nil
	}
	b := append(append(out.Begin(), w.dst...), src[w.from:]...)
	if mender, ok := m.format.(nested.Mender); ok {
		if err := mender.Mend(b); err != nil {
			return refused(err)
		}
	}
	out.End(b)
	return nil
}

// tells says whether a name that nothing decides is data and no word of a program: an
// address, or a number of somebody.
func (m nestedMasker) tells(w *partWriter, src []byte, p *nested.Part) bool {
	if p.Counted || p.Name.Start == p.Name.End {
		return false
	}
	name := m.format.Name(w.text[:0], src, p)
	if !bytes.ContainsAny(name, "@0123456789") {
		return false
	}
	kind, found := value.Somebodys(name, false)
	return found && slices.Contains(ofSomebody, kind)
}

var ofSomebody = []value.Kind{value.Email, value.Phone, value.Card, value.MyNumber, value.SSN, value.BankAccount}

// maskPart writes a scalar anew.
func (m nestedMasker) maskPart(w *partWriter, out *mask.Out, in *mask.In, p *nested.Part, rule mask.Nested) error {
	switch {
	case rule.Keeps():
		return nil
	case p.Kind == nested.Opaque:
		return fmt.Errorf("%w: a part that can only stay", mask.ErrUnfit)
	}
	var text []byte
	if p.Kind != nested.Null {
		if !p.Plain {
			w.text = slices.Grow(w.text[:0], int(p.At.End-p.At.Start))
		}
		text = m.format.Text(w.text[:0], in.Value, p)
	}
	if err := rule.Part(out, in, text, p.Kind == nested.Null); err != nil || out.Kept() {
		return err
	}
	w.dst = append(w.dst, in.Value[w.from:p.At.Start]...)
	w.from = p.At.End
	var err error
	if fake, ok := out.Value(); ok {
		w.dst, err = m.format.Append(w.dst, fake, in.Value, p)
	} else {
		w.dst, err = m.format.AppendNull(w.dst, in.Value, p)
	}
	return refused(err)
}

// maskName writes the name of a member anew.
func (m nestedMasker) maskName(w *partWriter, out *mask.Out, in *mask.In, p *nested.Part, rule mask.Nested) error {
	if rule.Keeps() {
		return nil
	}
	if err := rule.Part(out, in, m.format.Name(w.text[:0], in.Value, p), false); err != nil || out.Kept() {
		return err
	}
	fake, ok := out.Value()
	if !ok {
		return fmt.Errorf("%w: a member without a name", mask.ErrUnfit)
	}
	w.dst = append(w.dst, in.Value[w.from:p.Name.Start]...)
	w.from = p.Name.End
	var err error
	w.dst, err = m.format.AppendName(w.dst, fake, in.Value, p)
	return refused(err)
}

// refused says of what a format cannot read or write that it is not of the masker's kind.
func refused(err error) error {
	if err != nil {
		return fmt.Errorf("%w: %w", mask.ErrUnfit, err)
	}
	return nil
}
