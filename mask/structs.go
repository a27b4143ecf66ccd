package mask

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A Struct masks values of the struct type T by the tags of its fields. It is
// safe for concurrent use.
//
//	type User struct {
//		ID    int64  `mask:"keep,person"`            // who the value is about
//		Home  int64  `mask:"keep,household"`
//		Name  string `mask:"person.name"`
//		Mail  string `mask:"email"`
//		Code  string `mask:"format,domain=code,else=hash"`
//		Note  string `mask:"fixed,value=-"`
//	}
//
// The first word of a tag is a masker or keep. The words person, household and
// number mark key fields; by=A+B, domain, max, null, empty and else are those of a
// policy's rule, anything else is a parameter of the masker.
type Struct[T any] struct {
	fields [][]int
	names  []string
	pool   sync.Pool
	plan   *Plan
}

// structTable is the name of the table that a struct stands for. It is in no key.
const structTable = "struct"

// NewStruct reads the tags once. An exported field without a tag is an error, as
// is one of a type that a masker cannot take.
func NewStruct[T any](k Key, s Set) (*Struct[T], error) {
	typ := reflect.TypeFor[T]()
	if typ.Kind() != reflect.Struct {
		return nil, errors.New("mask: NewStruct wants a struct type")
	}
	out := &Struct[T]{}
	table := Table{Pattern: structTable}
	for _, f := range reflect.VisibleFields(typ) {
		if f.Anonymous && f.Type.Kind() == reflect.Pointer && f.Type.Elem().Kind() == reflect.Struct {
			return nil, fmt.Errorf("mask: field %s is an embedded pointer, and a copy would share it; embed the struct", f.Name)
		}
		if !f.IsExported() || f.Anonymous && f.Type.Kind() == reflect.Struct && f.Tag.Get("mask") == "" {
			continue
		}
		tag, ok := f.Tag.Lookup("mask")
		if !ok {
			return nil, fmt.Errorf("mask: field %s has no mask tag; say keep if it may stay", f.Name)
		}
		col, err := structColumn(&table, f, tag)
		if err != nil {
			return nil, fmt.Errorf("mask: field %s: %w", f.Name, err)
		}
		table.Columns = append(table.Columns, col)
		out.fields, out.names = append(out.fields, f.Index), append(out.names, f.Name)
	}
	var err error
	if out.plan, err = Compile(&Policy{Tables: []Table{table}}, k, s); err != nil {
		return nil, err
	}
	if _, err := out.plan.Row(structTable, out.names); err != nil {
		return nil, err
	}
	return out, nil
}

// structColumn reads one tag.
func structColumn(t *Table, f reflect.StructField, tag string) (Column, error) {
	words := strings.Split(tag, ",")
	r := Rule{Mask: words[0], Params: map[string]any{}}
	for _, w := range words[1:] {
		key, value, has := strings.Cut(w, "=")
		switch {
		case key == "person" && !has:
			if t.Person == nil {
				t.Person = &Person{}
			}
			t.Person.By = append(t.Person.By, f.Name)
		case key == "household" && !has:
			if t.Person == nil {
				t.Person = &Person{}
			}
			t.Person.Household = f.Name
		case key == "number" && !has:
			if t.Person == nil {
				t.Person = &Person{}
			}
			t.Person.Number = f.Name
		case key == "by":
			r.By = strings.Split(value, "+")
		case key == "domain":
			r.Domain = value
		case key == "max" && r.Mask != "integer" && r.Mask != "number": // there it is the masker's own
			n, err := strconv.Atoi(value)
			if err != nil {
				return Column{}, errors.New("max: want a number")
			}
			r.Max = n
		case key == "null" && !has:
			r.Null = true
		case key == "empty" && !has:
			r.Empty = true
		case key == "else":
			r.Else = &Rule{Mask: value}
		case key == "unsafe":
			r.Unsafe = value
		case !has:
			return Column{}, errors.New("a word of its tag is not known")
		default:
			r.Params[key] = tagValue(value)
		}
	}
	if r.Mask != Keep && !slices.Contains([]reflect.Kind{
		reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Float32, reflect.Float64, reflect.Bool,
	}, base(f.Type).Kind()) && base(f.Type) != reflect.TypeFor[[]byte]() && base(f.Type) != reflect.TypeFor[time.Time]() {
		return Column{}, errors.New("a masker cannot take its type")
	}
	return Column{Name: f.Name, Arms: []Arm{{Rule: r}}}, nil
}

// tagValue reads a parameter: a number where it is written as one, and otherwise
// a text, such as 007.
func tagValue(text string) any {
	if n, err := strconv.Atoi(text); err == nil && strconv.Itoa(n) == text {
		return n
	}
	if f, err := strconv.ParseFloat(text, 64); err == nil && strconv.FormatFloat(f, 'g', -1, 64) == text {
		return f
	}
	return text
}

// base is what a pointer points to.
func base(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

// Mask returns a masked copy. A pointer field gets a pointer of its own; nil is
// NULL.
func (s *Struct[T]) Mask(v T) (T, error) {
	m, _ := s.pool.Get().(*RowMasker)
	if m == nil {
		var err error
		if m, err = s.plan.Row(structTable, s.names); err != nil {
			return v, err
		}
	}
	defer s.pool.Put(m)
	out := v
	target := reflect.ValueOf(&out).Elem()
	vals := make([]any, len(s.fields))
	for i, index := range s.fields {
		vals[i] = fieldValue(target.FieldByIndex(index))
	}
	if _, err := m.Mask(vals); err != nil {
		var zero T
		return zero, err
	}
	for _, i := range m.plan.masked {
		if err := setField(target.FieldByIndex(s.fields[i]), vals[i]); err != nil {
			var zero T
			return zero, m.fail(&Error{Column: s.names[i], Err: err})
		}
	}
	return out, nil
}

// fieldValue gives a field as one of the types that RowMasker takes.
func fieldValue(f reflect.Value) any {
	if f.Kind() == reflect.Pointer {
		if f.IsNil() {
			return nil
		}
		f = f.Elem()
	}
	switch f.Kind() {
	case reflect.String:
		return f.String()
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return f.Int()
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		if n := f.Uint(); n > math.MaxInt64 {
			return strconv.FormatUint(n, 10)
		}
		return int64(f.Uint())
	case reflect.Float32, reflect.Float64:
		return f.Float()
	case reflect.Bool:
		return f.Bool()
	}
	if b, ok := f.Interface().([]byte); ok {
		return b
	}
	if t, ok := f.Interface().(time.Time); ok {
		return t
	}
	return nil // only a field that is kept, and then it is never read
}

// setField stores a fake in a field of any of these types.
func setField(f reflect.Value, v any) error {
	if v == nil {
		if f.Kind() != reflect.Pointer && f.Kind() != reflect.Slice {
			return ErrNotNull
		}
		f.SetZero()
		return nil
	}
	if f.Kind() == reflect.Pointer {
		f.Set(reflect.New(f.Type().Elem()))
		f = f.Elem()
	}
	x := reflect.ValueOf(v)
	switch {
	case f.CanInt() && x.CanInt():
		if f.OverflowInt(x.Int()) {
			return ErrType
		}
		f.SetInt(x.Int())
		return nil
	case f.CanUint():
		n, err := strconv.ParseUint(fmt.Sprint(v), 10, 64)
		if err != nil || f.OverflowUint(n) {
			return ErrType
		}
		f.SetUint(n)
		return nil
	}
	if !x.CanConvert(f.Type()) || x.Kind() == reflect.Int64 && f.Kind() == reflect.String {
		return ErrType
	}
	f.Set(x.Convert(f.Type()))
	return nil
}
