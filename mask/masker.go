package mask

import (
	"errors"
	"fmt"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
)

// A Masker replaces one value. It must be a pure function of in: no clock, no
// counter, no map of seen values, no file, no randomness. It is called from
// many goroutines at once. Package masktest checks that.
//
// A masker is not asked about NULL and about the empty text, which stay as they
// are unless the policy says otherwise.
type Masker interface {
	Mask(out *Out, in *In) error
}

// A Func is a Masker without a Spec: it is keyed by value in the domain of its
// name, and nothing is known of what it writes.
type Func func(out *Out, in *In) error

// Mask implements [Masker].
func (f Func) Mask(out *Out, in *In) error { return f(out, in) }

// A Describer says what a masker is like, so that the plan can key it and refuse
// it where it does not fit. A masker without it is keyed by value, and each of
// its fakes is held against the column as it comes.
type Describer interface{ Spec() Spec }

// A Binder is a masker that fits itself to a column before the first row, or
// says why it cannot. c may know nothing but the name.
type Binder interface {
	Masker
	Bind(c *schema.Column) (Masker, error)
}

// A Divider is a masker with rules for the parts of a value. It says which column
// a part is like; without it, nothing is known of parts but that they are texts.
type Divider interface {
	Element(c *schema.Column) *schema.Column
}

// A Ranker is a masker whose fakes are places in a group of rows, such as numbers in
// a class. It has to be told of the whole dump before its first row; see [NewSurvey].
type Ranker interface {
	Masker
	// Group names the columns of which rows of one group have the same values.
	Group() []string
	// Order is what the rows of a group are sorted by. ok is false for a row that has
	// no place. Rows of one person and one order share a place.
	Order(in *In) (order uint64, ok bool)
}

// A Spec is what a masker says about itself.
type Spec struct {
	// Kind is the kind of data, and the domain where the policy names none.
	Kind string
	// Keying says what a fake depends on.
	Keying Keying
	// Household says that a fake of a person depends on the household too.
	Household bool
	// Named says that it depends on the person's name, and so on the number by which
	// names are ordered.
	Named bool
	// Subject is what a masker keyed by person is about where that is no person:
	// "school". It is the domain of a rule's by, and a table without one must be
	// about such.
	Subject string
	// Canonical appends the form of a value under which equal things are equal:
	// an e-mail address without case. nil leaves the value as it is.
	Canonical func(dst, value []byte) []byte
	// Output is what can come out.
	Output Output
	// Distinct says whether two values can get one fake.
	Distinct Distinct
	// Apart says the same of the values of one person: a key that has the person in it
	// may have the fake.
	Apart Distinct
	// Leaves says that a value can stay as it is but for some of its parts.
	Leaves bool
	// Method names the construction in audits where a user may ask, such as "FF1".
	Method string
}

// A Keying says what the seed of a fake is made of.
type Keying uint8

const (
	// ByValue: of the value in its canonical form. Equal values get equal fakes.
	ByValue Keying = iota
	// ByPerson: of the person whom the row is about. A rule without a person is
	// an error of the policy.
	ByPerson
	// ByRow: of the person or the primary key and the value, so that equal values do not stay
	// equal. A rule that names a domain is ByValue instead.
	ByRow
	// ByNothing: the fake is a constant, or the value itself.
	ByNothing
)

// Distinct says whether a masker keeps different values different.
type Distinct uint8

const (
	// Repeats: two values can get one fake. The masker cannot be used in a
	// unique column.
	Repeats Distinct = iota
	// Budgeted: two values get one fake with a chance of 2⁻⁶⁴ or less.
	Budgeted
	// Injective: never.
	Injective
)

// Output says what a masker can write, so that a column that cannot hold it is
// found before the first row.
type Output struct {
	// Chars is the greatest number of characters, but for values that have more: a
	// fake as long as its value fits where that stood. 0: never more than the value.
	Chars int
	// Alphabet has every character beyond ASCII that can be written and does not
	// come from the value.
	Alphabet string
	// Kinds are the types of columns that can hold the fake, besides text. A
	// masker that writes what it was given, in other digits, names AnyKind.
	Kinds []schema.Kind
	// Array: the fake is an array and stands in columns of arrays; its elements
	// are held against the column's type if the masker is a [Divider].
	Array bool
	// AnyKind: the fake stands wherever the value stood.
	AnyKind bool
	// Null: the fake can be NULL.
	Null bool
	// Labels are all the fakes there are, if they are few.
	Labels []string
}

// In is what a masker may depend on. It and what it gives are valid until Mask
// returns.
type In struct {
	// Value is the value: UTF-8 for text, bytes for binary columns. Do not
	// change or keep it.
	Value []byte
	// Null: the value is NULL. Only a rule with "null: mask" sees that.
	Null bool
	// Column is where the value stands.
	Column *schema.Column

	row  *Row
	rule *rule
}

// Seed is the seed of the fake, keyed as the masker's Spec says.
func (in *In) Seed() fake.Seed { return in.row.seed(in) }

// Person is the seed of the person whom the row is about. Maskers keyed by
// person have one; in others it may be the value's.
func (in *In) Person() fake.Seed { return in.row.person(in).seed }

// Household is the seed of the person's household, or the person's own if the
// policy names none.
func (in *In) Household() fake.Seed { return in.row.person(in).household }

// Number is the number by which the names of the row's persons are ordered, from 1
// on; 0 where the policy names none, or the row has none.
func (in *In) Number() int { return in.row.person(in).number }

// Rank is the place of the row in its group, from 1 on, as the masker's Order has it; ok
// is false for a row that has none.
func (in *In) Rank() (rank int, ok bool) {
	if in.row.plan.places == nil {
		return 0, false
	}
	at, ok := in.row.place(in)
	if !ok {
		return 0, false
	}
	return in.row.plan.places.rank(at)
}

// Row gives the original values of the row.
func (in *In) Row() *Row { return in.row }

// Scratch is memory for a masker's work, reused from value to value.
func (in *In) Scratch() *Scratch { return &in.row.scratch }

// Scratch is a worker's memory. What a masker leaves in it is gone with the
// next value.
type Scratch struct {
	Bytes       []byte
	Text        []byte // a stack: a masker that appends to it cuts it back
	Permutation PermutationState
	// Persona is the person that was made last: the next column is mostly about
	// the same one.
	Persona fake.Persona
}

// Out receives the fake. A masker that leaves it untouched has failed.
type Out struct {
	buf   []byte
	state outState
}

type outState uint8

const (
	unset outState = iota
	filled
	null
	keep
)

// Begin gives the empty buffer to append the fake to; End takes it back.
func (o *Out) Begin() []byte { return o.buf[:0] }

// End sets the fake, which was appended to what Begin gave.
func (o *Out) End(b []byte) { o.buf, o.state = b, filled }

// SetString sets the fake.
func (o *Out) SetString(s string) { o.End(append(o.Begin(), s...)) }

// SetNull makes the fake NULL.
func (o *Out) SetNull() { o.state = null }

// Value gives the fake that was set last; ok is false if there is none, or NULL.
func (o *Out) Value() (v []byte, ok bool) { return o.buf, o.state == filled }

// Kept says that the value is to stay, as Keep says.
func (o *Out) Kept() bool { return o.state == keep }

// Keep leaves the value as it was written, byte for byte.
func (o *Out) Keep() { o.state = keep }

// A Factory builds a masker from the parameters of one rule. It runs at compile
// time, so a bad parameter stops the run before a byte is read.
type Factory func(b *Build) (Masker, error)

// A Set resolves the names of maskers. There is no global one: a program that
// wants one more adds it to its own copy.
type Set map[string]Factory

// Build is what a Factory may look at.
type Build struct {
	// Name is the masker's name in the policy. A factory that stands under several
	// sets one of them.
	Name string
	// Max is the greatest number of characters of a fake; 0 leaves it to the masker.
	Max int
	// Unsafe says that the policy gives a reason why a literal or generator may
	// stand that could hit somebody.
	Unsafe bool
	// Else says that the rule has another for values that are not of the masker's
	// kind.
	Else bool
	// Numbered says that the names of the table's persons are ordered by a number.
	Numbered bool
	// Key is that of the rule's domain; see Rule.Domain and Spec.Kind. It is
	// for constructions that are made once, such as permutations.
	Key func(kind string) DomainKey

	params map[string]any
	used   map[string]bool
	placed map[string]bool // parameters that Columns read
	nested func(name string, r Rule) (Nested, error)
	usual  func(masker string) Rule
}

func (b *Build) take(name string) (any, bool) {
	if b.used == nil {
		b.used = map[string]bool{}
	}
	b.used[name] = true
	v, ok := b.params[name]
	return v, ok
}

// Has says whether the parameter is given.
func (b *Build) Has(name string) bool {
	_, ok := b.params[name]
	return ok
}

// Any reads a parameter as the policy has it.
func (b *Build) Any(name string) (v any, ok bool) { return b.take(name) }

// Int reads an integer.
func (b *Build) Int(name string, otherwise int64) (int64, error) {
	v, ok := b.take(name)
	if !ok {
		return otherwise, nil
	}
	switch n := v.(type) {
	case int:
		return int64(n), nil
	case int64:
		return n, nil
	}
	return 0, fmt.Errorf("%s: want an integer", name)
}

// Float reads a number.
func (b *Build) Float(name string, otherwise float64) (float64, error) {
	v, ok := b.take(name)
	if !ok {
		return otherwise, nil
	}
	switch n := v.(type) {
	case int:
		return float64(n), nil
	case int64:
		return float64(n), nil
	case float64:
		return n, nil
	}
	return 0, fmt.Errorf("%s: want a number", name)
}

// String reads a text. Numbers and booleans count as they are written.
func (b *Build) String(name, otherwise string) (string, error) {
	v, ok := b.take(name)
	if !ok {
		return otherwise, nil
	}
	return scalar(name, v)
}

func scalar(name string, v any) (string, error) {
	switch s := v.(type) {
	case string:
		return s, nil
	case int, int64, float64, bool:
		return fmt.Sprint(s), nil
	}
	return "", fmt.Errorf("%s: want a text", name)
}

// Strings reads a list of texts.
func (b *Build) Strings(name string) ([]string, error) {
	v, ok := b.take(name)
	if !ok {
		return nil, nil
	}
	list, ok := v.([]any)
	if !ok {
		return nil, fmt.Errorf("%s: want a list", name)
	}
	out := make([]string, 0, len(list))
	for _, x := range list {
		s, err := scalar(name, x)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// Columns reads the name of a column or a list of them, a parameter that says where a value stands and
// not what its fake is: rules of one domain may differ in it.
func (b *Build) Columns(name string) ([]string, error) {
	if b.placed == nil {
		b.placed = map[string]bool{}
	}
	b.placed[name] = true
	if v, _ := b.take(name); v != nil {
		if s, ok := v.(string); ok {
			return []string{s}, nil
		}
	}
	return b.Strings(name)
}

// Bool reads true or false.
func (b *Build) Bool(name string, otherwise bool) (bool, error) {
	v, ok := b.take(name)
	if !ok {
		return otherwise, nil
	}
	t, ok := v.(bool)
	if !ok {
		return false, fmt.Errorf("%s: want true or false", name)
	}
	return t, nil
}

// Rules reads a parameter that holds rules by name.
func (b *Build) Rules(name string) (Rules, error) {
	v, ok := b.take(name)
	r, is := v.(Rules)
	if ok && !is {
		return nil, fmt.Errorf("%s: want a map of rules", name)
	}
	return r, nil
}

// Rule reads a parameter that is a rule. Its masker is empty if there is none.
func (b *Build) Rule(name string) (Rule, error) {
	v, ok := b.take(name)
	r, is := v.(Rule)
	if ok && !is {
		return Rule{}, fmt.Errorf("%s: want a rule", name)
	}
	return r, nil
}

// Nested compiles a rule inside this one: what a polymorphic column does with a
// value that is an e-mail address. Unless the outer rule names a domain, it has
// that of its own masker, so that its fakes join with those of the same masker
// elsewhere.
func (b *Build) Nested(r Rule) (Nested, error) {
	if r.Mask == Keep {
		return Nested{}, errors.New("keep cannot stand inside a rule")
	}
	return b.nested(r.Mask, r)
}

// Usual gives a rule of the masker with the parameters and the max that the policy
// gives it in the domain where a nested one will stand, so that the fakes of both
// join. They are none where the policy has no such rule.
func (b *Build) Usual(masker string) Rule { return b.usual(masker) }

// Part compiles a rule of the policy for a part of the value, such as what stands
// at a path. It may be keep. name is shown where the rule is at fault.
func (b *Build) Part(name string, r Rule) (Nested, error) { return b.nested(name, r) }

// Nested is a compiled rule inside another.
type Nested struct {
	rule *rule // as compiled; nil: keep
	i    int   // among the parts of the outer rule, which binding replaces
}

// Mask masks the value of in by the nested rule.
func (n Nested) Mask(out *Out, in *In) error {
	outer := in.rule
	in.rule = outer.parts[n.i]
	err := in.rule.mask(out, in)
	in.rule = outer
	return err
}

// Keeps says whether the rule is keep.
func (n Nested) Keeps() bool { return n.rule == nil }

// Part masks a part of the value of in as a column's rule masks its value: NULL
// and the empty text stay unless the rule says otherwise, and its else speaks for
// values of another kind. What stays is Keep in out.
func (n Nested) Part(out *Out, in *In, part []byte, null bool) error {
	r := in.rule.parts[n.i]
	if r == nil || null && !r.null || !null && len(part) == 0 && !r.empty {
		out.state = keep
		return nil
	}
	outer := *in
	defer func() { *in = outer }()
	in.Value, in.Null = part, null
	if in.spares(r) {
		out.state = keep
		return nil
	}
	for ; ; r = r.or {
		in.rule, in.Column = r, r.column
		out.state = unset
		err := r.mask(out, in)
		switch {
		case errors.Is(err, ErrUnfit) && r.or != nil:
			continue
		case err == nil && out.state == unset:
			err = ErrUnset
		case err == nil && out.state == filled && tooWide(out.buf, r.column, part):
			err = ErrWidth
		}
		if err != nil {
			return &partError{r, err}
		}
		return nil
	}
}

// Spec is that of the nested masker.
func (n Nested) Spec() Spec {
	if n.rule == nil {
		return Spec{Keying: ByNothing, Output: Output{AnyKind: true}, Distinct: Injective}
	}
	return n.rule.spec
}
