package policyfile

import (
	"fmt"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
)

// A judge compares the value of a column with a literal: -1, 0 or 1. ok is
// false if they have nothing in common, such as a word and a number; then no
// comparison holds.
type judge func(value []byte) (order int, ok bool)

// holds says whether an order is what the operator asks for.
func (o operator) holds(order int) bool {
	switch o {
	case equal:
		return order == 0
	case unequal:
		return order != 0
	case less:
		return order < 0
	case lessOrEqual:
		return order <= 0
	case greater:
		return order > 0
	case greaterOrEqual:
		return order >= 0
	}
	panic("policyfile: internal error: an operator that does not exist")
}

// find looks for a column by its name, then without ASCII case.
func (c column) find(columns []*schema.Column) (int, *schema.Column, error) {
	found := -1
	for i, known := range columns {
		if known.Name == c.name {
			return i, known, nil
		}
		if schema.EqualFold(known.Name, c.name) {
			if found >= 0 {
				return 0, nil, fmt.Errorf("condition: two columns are called %s, in different letters", mask.Printable(c.name))
			}
			found = i
		}
	}
	if found < 0 {
		return 0, nil, fmt.Errorf("condition: there is no column %s", mask.Printable(c.name))
	}
	return found, columns[found], nil
}

func bindPair(left, right term, columns []*schema.Column) (l, r mask.Test, err error) {
	if l, err = left.bind(columns); err != nil {
		return nil, nil, err
	}
	r, err = right.bind(columns)
	return l, r, err
}

func (t both) bind(columns []*schema.Column) (mask.Test, error) {
	left, right, err := bindPair(t.left, t.right, columns)
	if err != nil {
		return nil, err
	}
	return func(row *mask.Row) (bool, error) {
		if ok, err := left(row); !ok || err != nil {
			return false, err
		}
		return right(row)
	}, nil
}

func (t either) bind(columns []*schema.Column) (mask.Test, error) {
	left, right, err := bindPair(t.left, t.right, columns)
	if err != nil {
		return nil, err
	}
	return func(row *mask.Row) (bool, error) {
		if ok, err := left(row); ok || err != nil {
			return ok, err
		}
		return right(row)
	}, nil
}

func (t negation) bind(columns []*schema.Column) (mask.Test, error) {
	of, err := t.of.bind(columns)
	if err != nil {
		return nil, err
	}
	return func(row *mask.Row) (bool, error) {
		ok, err := of(row)
		return !ok && err == nil, err
	}, nil
}

func (t isNull) bind(columns []*schema.Column) (mask.Test, error) {
	i, _, err := t.column.find(columns)
	if err != nil {
		return nil, err
	}
	return func(row *mask.Row) (bool, error) {
		v, err := row.Value(i)
		return err == nil && v.Null != t.not, err
	}, nil
}

func (t comparison) bind(columns []*schema.Column) (mask.Test, error) {
	i, c, err := t.column.find(columns)
	if err != nil {
		return nil, err
	}
	judge, err := t.column.judge(c, t.literal)
	if err != nil {
		return nil, err
	}
	return func(row *mask.Row) (bool, error) {
		v, err := row.Value(i)
		if err != nil || v.Null {
			return false, err
		}
		order, ok := judge(v.Bytes)
		return ok && t.op.holds(order), nil
	}, nil
}

func (t membership) bind(columns []*schema.Column) (mask.Test, error) {
	i, c, err := t.column.find(columns)
	if err != nil {
		return nil, err
	}
	judges := make([]judge, len(t.list))
	for k, l := range t.list {
		if judges[k], err = t.column.judge(c, l); err != nil {
			return nil, err
		}
	}
	// x in [1, 2] is x == 1 or x == 2; x not in [1, 2] is x != 1 and x != 2.
	return func(row *mask.Row) (bool, error) {
		v, err := row.Value(i)
		if err != nil || v.Null {
			return false, err
		}
		for _, judge := range judges {
			order, ok := judge(v.Bytes)
			if member := ok && order == 0; member || t.not && !ok {
				return member && !t.not, nil
			}
		}
		return t.not, nil
	}, nil
}

func (t match) bind(columns []*schema.Column) (mask.Test, error) {
	i, _, err := t.column.find(columns)
	if err != nil {
		return nil, err
	}
	return func(row *mask.Row) (bool, error) {
		v, err := row.Value(i)
		if err != nil || v.Null {
			return false, err
		}
		return t.pattern.Match(v.Bytes) != t.not, nil
	}, nil
}

func (t relation) bind(columns []*schema.Column) (mask.Test, error) {
	i, left, err := t.left.find(columns)
	if err != nil {
		return nil, err
	}
	j, right, err := t.right.find(columns)
	if err != nil {
		return nil, err
	}
	compare, err := comparer(left, right, t.left.exact || t.right.exact)
	if err != nil {
		return nil, err
	}
	return func(row *mask.Row) (bool, error) {
		a, err := row.Value(i)
		if err != nil || a.Null {
			return false, err
		}
		b, err := row.Value(j)
		if err != nil || b.Null {
			return false, err
		}
		order, ok := compare(a.Bytes, b.Bytes)
		return ok && t.op.holds(order), nil
	}, nil
}

// A manner is how the values of a column compare.
type manner uint8

const (
	asText manner = iota
	asNumber
	asMoment
	asTruth
	asBytes
)

func mannerOf(c *schema.Column) manner {
	if c.Type.Array {
		return asBytes
	}
	switch c.Type.Kind {
	case schema.Text, schema.Enum, schema.Set, schema.Unknown, schema.UUID:
		return asText
	case schema.Integer, schema.Decimal, schema.Float, schema.Year:
		return asNumber
	case schema.Date, schema.Time, schema.DateTime:
		return asMoment
	case schema.Bool, schema.Bit:
		return asTruth
	case schema.Binary, schema.Interval, schema.JSON, schema.XML, schema.IP, schema.MAC, schema.Geometry, schema.Other:
	}
	return asBytes
}

// collate gives the collation of a column of text. A uuid is written in either
// case.
func collate(c *schema.Column) collation {
	if c.Type.Kind == schema.UUID {
		return collation{fold: ascii}
	}
	return collationOf(c)
}

// judge chooses how values of the column compare with a literal. What can never be equal
// is an error: whoever wrote it took the column for another.
func (c column) judge(bound *schema.Column, l literal) (judge, error) {
	unfit := func(what, with string) (judge, error) {
		return nil, fmt.Errorf("condition: column %s holds %s and is compared with %s", mask.Printable(bound.Name), what, with)
	}
	m := mannerOf(bound)
	switch {
	case c.exact:
		return judgeText([]byte(l.text), collation{}), nil
	case l.kind == truthLiteral:
		if m == asNumber && bound.Type.Kind != schema.Integer || m == asMoment {
			return unfit(m.String(), "true or false")
		}
		return judgeTruth(l.yes), nil
	case m == asTruth:
		yes, ok := parseTruth([]byte(l.text))
		if !ok {
			return unfit(m.String(), "something else")
		}
		return judgeTruth(yes), nil
	case l.kind == numberLiteral && m == asMoment:
		return unfit(m.String(), "a number")
	case l.kind == numberLiteral || m == asNumber:
		d, ok := parseDecimal([]byte(l.text))
		if !ok {
			return unfit(m.String(), "a text that is none")
		}
		return judgeNumber(d), nil
	case m == asMoment:
		moment, ok := parseMoment([]byte(l.text))
		if !ok || moment.dated == (bound.Type.Kind == schema.Time) {
			return unfit(m.String(), "a text of another form; write 2026-04-01, 2026-04-01 08:30:00 or 08:30:00")
		}
		return judgeMoment(moment), nil
	case m == asText:
		return judgeText([]byte(l.text), collate(bound)), nil
	}
	return judgeText([]byte(l.text), collation{}), nil
}

// String names what a column of this manner holds.
func (m manner) String() string {
	return [...]string{asText: "text", asNumber: "numbers", asMoment: "dates or times", asTruth: "true or false", asBytes: "bytes"}[m]
}

func judgeText(literal []byte, c collation) judge {
	return func(value []byte) (int, bool) { return c.compare(value, literal), true }
}

func judgeNumber(literal decimal) judge {
	return func(value []byte) (int, bool) {
		d, ok := parseDecimal(value)
		if !ok {
			return 0, false
		}
		return d.compare(&literal), true
	}
}

func judgeMoment(literal moment) judge {
	return func(value []byte) (int, bool) {
		m, ok := parseMoment(value)
		if !ok {
			return 0, false
		}
		return m.compare(literal)
	}
}

func judgeTruth(literal bool) judge {
	return func(value []byte) (int, bool) {
		yes, ok := parseTruth(value)
		return truthOrder(yes, literal), ok
	}
}

// truthOrder puts false before true.
func truthOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// parseTruth reads a truth as dialects write it: t and f, true and false, 1 and
// 0, or the bytes of a bit.
func parseTruth(value []byte) (yes, ok bool) {
	switch len(value) {
	case 1:
		switch value[0] {
		case 't', 'T', '1', 1:
			return true, true
		case 'f', 'F', '0', 0:
			return false, true
		}
	case len("true"):
		return true, schema.EqualFold(string(value), "true")
	case len("false"):
		return false, schema.EqualFold(string(value), "false")
	}
	return false, false
}

// comparer chooses how the values of two columns compare.
func comparer(a, b *schema.Column, exact bool) (func(x, y []byte) (int, bool), error) {
	m, n := mannerOf(a), mannerOf(b)
	switch {
	case exact:
	case m == asTruth || n == asTruth:
		return func(x, y []byte) (int, bool) {
			d, ok1 := parseTruth(x)
			e, ok2 := parseTruth(y)
			return truthOrder(d, e), ok1 && ok2
		}, nil
	case m == asNumber || n == asNumber:
		return func(x, y []byte) (int, bool) {
			d, ok1 := parseDecimal(x)
			e, ok2 := parseDecimal(y)
			if !ok1 || !ok2 {
				return 0, false
			}
			return d.compare(&e), true
		}, nil
	case m == asMoment || n == asMoment:
		return func(x, y []byte) (int, bool) {
			d, ok1 := parseMoment(x)
			e, ok2 := parseMoment(y)
			if !ok1 || !ok2 {
				return 0, false
			}
			return d.compare(e)
		}, nil
	case m == asText && n == asText:
		c := collate(a)
		if c != collate(b) {
			return nil, fmt.Errorf("condition: columns %s and %s have different collations; compare them by exact(...)",
				mask.Printable(a.Name), mask.Printable(b.Name))
		}
		return func(x, y []byte) (int, bool) { return c.compare(x, y), true }, nil
	}
	return func(x, y []byte) (int, bool) { return collation{}.compare(x, y), true }, nil
}
