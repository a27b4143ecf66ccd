package mask

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
)

// A Row is one row before it is masked. It decodes a value when it is asked for.
type Row struct {
	plan   *TablePlan
	raw    []byte
	fields []dialects.Field

	values  []decoded // by column
	arena   []byte    // what values point into
	persons []identity
	kept    bool   // the row is about a person who stays
	nulled  []bool // columns that become NULL with the row they refer to; nil: none
	message []byte // of the pseudorandom function
	state   cmacState
	scratch Scratch
	asked   bool // by a masker, for another column: see [Other]
}

type decoded struct {
	done       bool
	start, end int
}

// An identity is the seeds of a person in this row.
type identity struct {
	done            bool
	seed, household fake.Seed
	number          int
	err             error
}

// A Value is one column of a row, decoded.
type Value struct {
	Bytes []byte // UTF-8 for text, bytes for binary columns; valid until the next row
	Null  bool
}

func (r *Row) reset(raw []byte) error {
	var err error
	r.raw, r.arena = raw, r.arena[:0]
	r.fields, err = r.plan.rows.Codec.Fields(r.fields[:0], raw)
	if err != nil {
		return err
	}
	if len(r.fields) != len(r.plan.columns) {
		return dialects.ErrFields
	}
	r.clear()
	return nil
}

// peek is reset for the first n columns alone, by which a row may be left out.
func (r *Row) peek(raw []byte, n int) error {
	var err error
	r.raw, r.arena = raw, r.arena[:0]
	r.fields, err = r.plan.rows.Codec.(dialects.Peeker).Peek(r.fields[:0], raw, n)
	if err == nil && len(r.fields) < n {
		err = dialects.ErrFields
	}
	r.clear()
	return err
}

func (r *Row) clear() {
	clear(r.values)
	clear(r.persons)
	clear(r.nulled)
}

// begin prepares for the rows of a plan.
func (r *Row) begin(p *TablePlan) {
	r.plan = p
	r.values = sized(r.values, len(p.columns))
	r.persons = sized(r.persons, len(p.persons))
	if r.nulled = r.nulled[:0]; p.nulls() {
		r.nulled = sized(r.nulled, len(p.columns))
	}
}

// trim gives up buffers that a huge value has made large.
func (r *Row) trim() {
	const large = 1 << 20
	if cap(r.arena) > large {
		r.arena = nil
	}
	if cap(r.message) > large {
		r.message = nil
	}
	if cap(r.scratch.Bytes)+cap(r.scratch.Text) > large {
		r.scratch.Bytes, r.scratch.Text = nil, nil
	}
}

func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// Value gives the original value of the i-th column of the rows.
func (r *Row) Value(i int) (Value, error) {
	f := r.fields[i]
	if f.Form == dialects.Null {
		return Value{Null: true}, nil
	}
	d := &r.values[i]
	if !d.done {
		d.start = len(r.arena)
		arena, err := r.plan.rows.Codec.Decode(r.arena, r.raw, f, i)
		if err != nil {
			return Value{}, err
		}
		r.arena, d.end, d.done = arena, len(arena), true
	}
	return Value{Bytes: r.arena[d.start:d.end:d.end]}, nil
}

// Get gives the original value of a column by name.
func (r *Row) Get(column string) (Value, error) {
	for i := range r.plan.columns {
		if r.plan.columns[i].name == column {
			return r.Value(i)
		}
	}
	return Value{}, ErrUnmet
}

// row appends a row with its values replaced. keep says whether the row stays.
func (w *worker) row(dst, raw []byte) (out []byte, keep bool, err error) {
	p := w.in.row.plan
	if stays, err := w.in.row.enters(raw); err != nil || !stays {
		return dst, false, err
	}
	if w.in.row.kept, err = w.in.row.keeps(); err != nil {
		return dst, false, err
	}
	from := int32(0)
	for _, i := range p.masked {
		f := w.in.row.fields[i]
		at := len(dst)
		dst = append(dst, raw[from:f.Span.Start]...)
		var replaced bool
		dst, replaced, err = w.value(dst, i, f)
		if err != nil {
			return dst[:at], false, err
		}
		if !replaced {
			dst = dst[:at]
			continue
		}
		from = f.Span.End
	}
	w.countPersons()
	return append(dst, raw[from:]...), true, nil
}

// enters reads a row and says whether it stays. One that does not is read no further than that
// takes.
func (r *Row) enters(raw []byte) (bool, error) {
	if r.plan.peeks() {
		if err := r.peek(raw, r.plan.reach.first); err != nil {
			return false, err
		}
		if chosen, err := r.chosen(); err != nil || !chosen {
			return false, err
		}
		return true, r.reset(raw)
	}
	if err := r.reset(raw); err != nil {
		return false, err
	}
	if stays, err := r.stays(); err != nil || !stays {
		return false, err
	}
	return r.chosen()
}

// countPersons counts whom the fakes of a row are about.
func (w *worker) countPersons() {
	r := w.in.row
	for k := range r.persons {
		id := &r.persons[k]
		if !id.done || id.err != nil || r.plan.persons[k].group {
			continue
		}
		s := w.counts.persons[k]
		if s == nil {
			s = new(sketch)
			w.counts.persons[k] = s
		}
		s.add(r.plan.sketchKey.hash(id.seed[:]))
	}
}

// value masks one value. Where nothing is replaced, the value stays as it is
// written.
func (w *worker) value(dst []byte, i int, f dialects.Field) (out []byte, replaced bool, err error) {
	b := &w.in.row.plan.columns[i]
	c := &w.counts.columns[i]
	if f.Form == dialects.Default {
		c.Kept++ // the word holds nothing of the row
		return dst, false, nil
	}
	if len(w.in.row.nulled) > 0 && w.in.row.nulled[i] {
		c.Masked++
		dst, err = w.in.row.plan.rows.Codec.AppendNull(dst, w.in.row.raw, f, i)
		return dst, err == nil, err
	}
	if b.refuse != nil && f.Form != dialects.Null {
		return dst, false, &Error{Column: b.name, Err: b.refuse, Hint: "give it a rule such as null; the server computes it again"}
	}
	var r *rule
	if b.arms != nil {
		var arm int
		if arm, err = w.in.row.arm(b); err != nil {
			return dst, false, &Error{Column: b.name, Err: ErrCondition, cause: err}
		}
		r = b.arms[arm].rule
		if c.arms != nil {
			c.arms[arm]++
		}
	}
	if r == nil {
		c.Kept++
		return dst, false, nil
	}
	in := w.in
	in.Value, in.Null, in.Column = nil, f.Form == dialects.Null, b.col
	if in.Null {
		if !r.null {
			c.Nulls++
			return dst, false, nil
		}
	} else {
		v, err := in.row.Value(i)
		if err != nil {
			return dst, false, &Error{Column: b.name, Rule: r.name, Err: err}
		}
		in.Value = v.Bytes
		if len(v.Bytes) == 0 && !r.empty {
			c.Empty++
			return dst, false, nil
		}
	}
	if in.spares(r) {
		c.Kept++
		return dst, false, nil
	}
	return w.apply(dst, i, f, r)
}

// choose finds the rule of the first arm whose condition holds.
func (r *Row) choose(b *boundColumn) (*rule, error) {
	k, err := r.arm(b)
	if err != nil {
		return nil, err
	}
	return b.arms[k].rule, nil
}

// arm finds the first arm whose condition holds.
func (r *Row) arm(b *boundColumn) (int, error) {
	for k := range b.arms {
		a := &b.arms[k]
		if a.test == nil {
			return k, nil
		}
		ok, err := a.test(r)
		if err != nil {
			return 0, err
		}
		if ok {
			return k, nil
		}
	}
	return 0, ErrCondition // the last arm has no condition
}

// apply runs a rule on in and writes what comes out.
func (w *worker) apply(dst []byte, i int, f dialects.Field, r *rule) (written []byte, replaced bool, err error) {
	in, out, c := w.in, w.out, &w.counts.columns[i]
	b := &in.row.plan.columns[i]
	fail := func(err, cause error) *Error { return &Error{Column: b.name, Rule: r.name, Err: err, cause: cause} }
	in.rule = r
	if r.needsPerson() {
		if id := in.row.person(in); id.err != nil {
			return dst, false, fail(id.err, nil)
		}
	}
	out.state = unset
	if err := r.masker.Mask(out, in); err != nil {
		if r.or != nil && errors.Is(err, ErrUnfit) {
			return w.apply(dst, i, f, r.or)
		}
		return dst, false, inside(fail(sentinel(err), err), err)
	}
	switch out.state {
	case unset:
		return dst, false, fail(ErrUnset, nil)
	case keep:
		c.Kept++
		return dst, false, nil
	case null:
		if b.col.NotNull {
			return dst, false, fail(ErrNotNull, nil)
		}
		c.Masked++
		dst, err = in.row.plan.rows.Codec.AppendNull(dst, in.row.raw, f, i)
	case filled:
		if tooWide(out.buf, b.col, in.Value) {
			return dst, false, fail(ErrWidth, nil)
		}
		if !in.Null && string(out.buf) == string(in.Value) {
			c.Unchanged++
		}
		c.Masked++
		c.values.add(in.row.plan.sketchKey.hash(out.buf))
		dst, err = in.row.plan.rows.Codec.AppendValue(dst, out.buf, in.row.raw, f, i)
	}
	if err != nil {
		return dst, false, fail(err, nil)
	}
	return dst, true, nil
}

// tooWide says whether a fake is longer than what its column holds. One that is not
// longer than the value fits wherever that stood.
func tooWide(fake []byte, c *schema.Column, value []byte) bool {
	t := c.Type
	switch {
	case t.Array || t.Kind != schema.Text && t.Kind != schema.Binary:
		return false
	case t.Length > 0 && len(fake) > t.Length && t.Kind == schema.Text && utf8.RuneCount(fake) > t.Length:
		return true
	case t.Length > 0 && len(fake) > t.Length && t.Kind == schema.Binary:
		return true
	}
	return t.Bytes > 0 && len(fake) > t.Bytes && len(fake) > len(value)
}

// mask asks the masker; in has the rule.
func (r *rule) mask(out *Out, in *In) error {
	if r.needsPerson() {
		if id := in.row.person(in); id.err != nil {
			return id.err
		}
	}
	return r.masker.Mask(out, in)
}

// needsPerson says whether the rule cannot work without a person.
func (r *rule) needsPerson() bool {
	return r.person != nil && (r.keying == ByPerson || r.keying == ByRow)
}

// A partError says which rule inside another failed.
type partError struct {
	rule *rule
	err  error
}

func (e *partError) Error() string { return "mask: the rule for a part failed" }
func (e *partError) Unwrap() error { return e.err }

// inside adds to an error which rule inside its own it was.
func inside(e *Error, err error) *Error {
	var part *partError
	if !errors.As(err, &part) {
		return e
	}
	for errors.As(part.err, &part) { // to the innermost
	}
	e.Hint = "a part of the value did not suit its rule, " + part.rule.name
	if part.rule.at.Line > 0 {
		e.Hint += fmt.Sprintf(", in line %d of the policy", part.rule.at.Line)
	}
	return e
}

// sentinel gives the part of a masker's error that is safe to print.
func sentinel(err error) error {
	for _, known := range []error{ErrName, ErrUnfit, ErrUnmet, ErrPersonKey, ErrNotNull, ErrWidth, ErrType, ErrUnset, ErrSurvey, dialects.ErrCharset} {
		if errors.Is(err, known) {
			return known
		}
	}
	return ErrMasker
}

// seed computes the seed of the fake for the value and rule in in.
func (r *Row) seed(in *In) fake.Seed {
	switch in.rule.keying {
	case ByPerson:
		return r.person(in).seed
	case ByRow:
		if in.rule.person != nil {
			s := r.person(in).seed
			r.message = frame(append(r.message[:0], 'r'), s[:])
		} else {
			r.message = append(r.message[:0], 'r')
			for _, i := range r.plan.primary {
				// A value that cannot be read has no part in the key; where it is
				// masked itself, that stops the run.
				r.message, _ = r.part(r.message, boundSource{index: i})
			}
		}
	default:
		r.message = append(r.message[:0], 'v')
	}
	k := &in.rule.key.d.prf
	k.write(&r.state, r.message)
	r.canonical(k, in)
	return k.sum(&r.state)
}

// canonical adds the value to the message, in the form under which equal things
// are equal. A value can be long, so it is not copied.
func (r *Row) canonical(k *cmac, in *In) {
	if in.Null {
		k.write(&r.state, nullFrame)
		return
	}
	v := in.Value
	if c := in.rule.spec.Canonical; c != nil {
		r.scratch.Bytes = c(r.scratch.Bytes[:0], v)
		v = r.scratch.Bytes
	}
	r.message = binary.AppendUvarint(r.message[:0], uint64(len(v)))
	k.write(&r.state, r.message)
	k.write(&r.state, v)
}

// nullFrame is the frame of NULL: the length of a value never begins so.
var nullFrame = []byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}

// person gives the seeds of the person whom the rule in in is about.
func (r *Row) person(in *In) identity {
	id := r.identity(in.rule.person)
	if errors.Is(id.err, errByValue) {
		r.message = frame(append(r.message[:0], 'v'), in.Value)
		s := r.prf(in.rule.person.key)
		return identity{done: true, seed: s, household: s}
	}
	return *id
}

// identity gives the seeds of a person whose columns are bound.
func (r *Row) identity(p *person) *identity {
	for k := range r.plan.persons {
		if b := &r.plan.persons[k]; b.person == p {
			id := &r.persons[k]
			if !id.done {
				r.identify(id, b)
			}
			return id
		}
	}
	panic("mask: internal error: a person that was not bound")
}

// errByValue says that the value takes the place of a missing person key.
var errByValue = errors.New("mask: person key missing, value instead")

func (r *Row) identify(id *identity, b *boundPerson) {
	*id = identity{done: true}
	r.message = append(r.message[:0], 'p')
	for _, s := range b.by {
		n := len(r.message)
		r.message, id.err = r.part(r.message, s)
		if id.err == nil && !b.group && empty(r.message[n:]) {
			id.err = ErrPersonKey
			if b.elseValue {
				id.err = errByValue
			}
		}
		if id.err != nil {
			return
		}
	}
	id.seed = r.prf(b.key)
	id.household = id.seed
	if b.household.index >= 0 {
		if r.message, id.err = r.part(append(r.message[:0], 'h'), b.household); id.err == nil && !empty(r.message[1:]) {
			id.household = r.prf(b.homeKey)
		}
	}
	if id.err == nil && b.number.index >= 0 {
		id.number, id.err = r.number(b.number)
	}
}

// number reads the number by which names are ordered: 0 for NULL, and for what is no
// number of a class.
func (r *Row) number(s boundSource) (int, error) {
	var err error
	if r.message, err = r.part(r.message[:0], s); err != nil || len(r.message) > 4 {
		return 0, err
	}
	n := 0
	for _, c := range r.message[1:] { // behind its length
		if c < '0' || c > '9' {
			return 0, nil
		}
		n = n*10 + int(c-'0')
	}
	return n, nil
}

// prf gives the seed of the message.
func (r *Row) prf(k DomainKey) fake.Seed {
	k.d.prf.write(&r.state, r.message)
	return k.d.prf.sum(&r.state)
}

// part appends a part of a key in its canonical form: text as it is, numbers
// without spelling, so that 42, '42' and 042 are one. A NULL is a part without
// content.
func (r *Row) part(dst []byte, s boundSource) ([]byte, error) {
	v, err := r.Value(s.index)
	if err != nil {
		return dst, err
	}
	b := v.Bytes
	if s.path != nil && !v.Null {
		if b, err = lookup(b, s.path); err != nil {
			return dst, err
		}
	}
	return frame(dst, canonicalKey(b)), nil
}

// frame appends b behind its length, so that parts cannot run into each other.
func frame(dst, b []byte) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(b))), b...)
}

// empty says whether a frame has no content.
func empty(framed []byte) bool { return len(framed) == 1 && framed[0] == 0 }

// canonicalKey cuts from a decimal number what does not change it: a plus sign,
// leading zeros, zeros at the end of a fraction. Anything else is itself.
func canonicalKey(b []byte) []byte {
	i, negative := 0, false
	if len(b) > 1 && (b[0] == '+' || b[0] == '-') {
		negative = b[0] == '-'
		i = 1
	}
	start, dot := i, -1
	for ; i < len(b); i++ {
		switch {
		case '0' <= b[i] && b[i] <= '9':
		case b[i] == '.' && dot < 0 && i > start:
			dot = i
		default:
			return b
		}
	}
	if i == start || dot == len(b)-1 {
		return b
	}
	end := len(b)
	if dot >= 0 {
		for b[end-1] == '0' {
			end--
		}
		if end-1 == dot {
			end = dot
		}
	}
	whole := end
	if dot >= 0 && dot < end {
		whole = dot
	}
	for start+1 < whole && b[start] == '0' {
		start++
	}
	if negative && !(end-start == 1 && b[start] == '0') {
		if start == 1 {
			return b[:end]
		}
		return append([]byte{'-'}, b[start:end]...)
	}
	return b[start:end]
}
