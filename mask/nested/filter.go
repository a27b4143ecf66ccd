package nested

import (
	"bytes"
	"errors"
	"strings"
)

// A filter is the condition of a step. It judges a part by what is in it.
type filter interface {
	holds(w *Walker, i int32) bool
}

type (
	both     struct{ left, right filter }
	oneOf    struct{ left, right filter }
	negation struct{ of filter }
	exists   struct{ of singular }
	equal    struct {
		of      singular
		literal literal
	}
)

// A singular is a path of names and indices from @ on.
type singular []step

type literal struct {
	kind Kind
	text []byte
}

func (f both) holds(w *Walker, i int32) bool     { return f.left.holds(w, i) && f.right.holds(w, i) }
func (f oneOf) holds(w *Walker, i int32) bool    { return f.left.holds(w, i) || f.right.holds(w, i) }
func (f negation) holds(w *Walker, i int32) bool { return !f.of.holds(w, i) }
func (f exists) holds(w *Walker, i int32) bool   { return w.find(i, f.of) >= 0 }

func (f equal) holds(w *Walker, i int32) bool {
	i = w.find(i, f.of)
	if i < 0 {
		return false
	}
	p := &w.tree.Parts[i]
	if p.Kind != f.literal.kind {
		return false
	}
	w.text = w.text[:0]
	switch text := w.format.Text(w.text, w.src, p); p.Kind {
	case Number:
		return sameNumber(text, f.literal.text)
	case Null:
		return true
	default:
		return bytes.Equal(text, f.literal.text)
	}
}

// find goes from a part along names and indices; -1 if there is nothing. Of members
// with one name it takes the last, as those do who read the value.
func (w *Walker) find(i int32, way singular) int32 {
	for k := range way {
		s := &way[k]
		parent := &w.tree.Parts[i]
		found, n := int32(-1), int32(0)
		if parent.Kind != Object && parent.Kind != Array {
			return -1
		}
		for j := i + 1; j < parent.next; j = w.tree.Parts[j].next {
			p := &w.tree.Parts[j]
			switch {
			case p.Own:
				continue
			case parent.Kind == Object && s.names != nil:
				w.name = w.name[:0]
				if string(w.format.Name(w.name, w.src, p)) == s.names[0] {
					found = j
				}
			case parent.Kind == Array && s.names == nil && n == s.indexes[0]:
				found = j
			}
			n++
		}
		if i = found; i < 0 {
			return -1
		}
	}
	return i
}

// sameNumber compares decimals without their spelling: 1, 1.0 and 10e-1 are one.
func sameNumber(a, b []byte) bool {
	x, y := decimalOf(a), decimalOf(b)
	return x.negative == y.negative && x.exponent == y.exponent && x.digits == y.digits
}

// A decimal is 0.digits · 10^exponent, without zeros at either end of the digits.
type decimal struct {
	negative bool
	digits   string
	exponent int
}

func decimalOf(text []byte) decimal {
	var d decimal
	mantissa, exponent, _ := strings.Cut(strings.ToLower(string(text)), "e")
	mantissa, d.negative = strings.CutPrefix(strings.TrimPrefix(mantissa, "+"), "-")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimLeft(whole+fraction, "0")
	d.exponent = len(whole) - (len(whole) + len(fraction) - len(digits))
	d.digits = strings.TrimRight(digits, "0")
	if d.digits == "" {
		return decimal{}
	}
	if exponent, down := strings.CutPrefix(exponent, "-"); down {
		d.exponent -= small(exponent)
	} else {
		d.exponent += small(strings.TrimPrefix(exponent, "+"))
	}
	return d
}

// small reads digits; beyond a billion one is as good as another.
func small(digits string) int {
	n := 0
	for _, c := range digits {
		n = min(n*10+int(c-'0'), 1_000_000_000)
	}
	return n
}

// maxBrackets bounds the recursion of a condition.
const maxBrackets = 32

func (r *reader) either() (filter, error) {
	f, err := r.both()
	for err == nil && r.operator("||") {
		var right filter
		right, err = r.both()
		f = oneOf{f, right}
	}
	return f, err
}

func (r *reader) both() (filter, error) {
	f, err := r.single()
	for err == nil && r.operator("&&") {
		var right filter
		right, err = r.single()
		f = both{f, right}
	}
	return f, err
}

func (r *reader) operator(s string) bool {
	r.blanks()
	return r.accept(s)
}

// single reads a comparison, @.a alone, ! or brackets.
func (r *reader) single() (filter, error) {
	if r.depth++; r.depth > maxBrackets {
		return nil, errors.New("a condition in a path has too many brackets")
	}
	defer func() { r.depth-- }()
	switch {
	case r.operator("!"):
		f, err := r.single()
		return negation{f}, err
	case r.operator("("):
		f, err := r.either()
		if err == nil && !r.operator(")") {
			err = errors.New("a ( without ) in a path")
		}
		return f, err
	case r.operator("@"):
	default:
		return nil, errors.New("a condition in a path compares a member with a literal, such as ?@.type == 'tel'")
	}
	way, err := r.singular()
	if err != nil {
		return nil, err
	}
	not := false
	switch {
	case r.operator("=="):
	case r.operator("!="):
		not = true
	case len(way) == 0:
		return nil, errors.New("a condition in a path names no member behind @")
	default:
		return exists{way}, nil
	}
	l, err := r.literal()
	if err != nil || !not {
		return equal{way, l}, err
	}
	return negation{equal{way, l}}, nil
}

func (r *reader) singular() (singular, error) {
	var way singular
	for r.at < len(r.text) && (r.text[r.at] == '.' || r.text[r.at] == '[') {
		s, err := r.step()
		if err != nil {
			return nil, err
		}
		if s.deep || s.any || s.filter != nil || len(s.names)+len(s.indexes) != 1 {
			return nil, errors.New("behind @ stand names and indices only")
		}
		way = append(way, s)
	}
	return way, nil
}

func (r *reader) literal() (literal, error) {
	r.blanks()
	switch {
	case r.at < len(r.text) && (r.text[r.at] == '\'' || r.text[r.at] == '"'):
		s, err := r.quoted()
		return literal{Text, []byte(s)}, err
	case r.accept("true"):
		return literal{Bool, []byte("true")}, nil
	case r.accept("false"):
		return literal{Bool, []byte("false")}, nil
	case r.accept("null"):
		return literal{kind: Null}, nil
	}
	start := r.at
	for r.at < len(r.text) && strings.IndexByte("+-.0123456789eE", r.text[r.at]) >= 0 {
		r.at++
	}
	text := []byte(r.text[start:r.at])
	if !IsNumber(text) {
		return literal{}, errors.New("a condition in a path compares with a text in quotes, a number, true, false or null")
	}
	return literal{Number, text}, nil
}

// IsNumber says whether a text is a number as JSON writes it.
func IsNumber(b []byte) bool {
	n := NumberLen(b)
	return n > 0 && n == len(b)
}

// NumberLen gives how many bytes at the beginning of b are a number as JSON writes
// it; 0 if none.
func NumberLen(b []byte) int {
	i := 0
	digits := func() bool {
		start := i
		for i < len(b) && '0' <= b[i] && b[i] <= '9' {
			i++
		}
		return i > start
	}
	if i < len(b) && b[i] == '-' {
		i++
	}
	switch {
	case i < len(b) && b[i] == '0':
		i++
	case !digits():
		return 0
	}
	if i < len(b) && b[i] == '.' {
		if i++; !digits() {
			return 0
		}
	}
	if i < len(b) && (b[i] == 'e' || b[i] == 'E') {
		if i++; i < len(b) && (b[i] == '+' || b[i] == '-') {
			i++
		}
		if !digits() {
			return 0
		}
	}
	return i
}
