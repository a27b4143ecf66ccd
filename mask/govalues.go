package mask

import (
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strconv"
	"time"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A RowMasker masks rows of Go values, as database/sql gives them. It is for one
// goroutine; make one for each.
type RowMasker struct {
	plan *TablePlan
	w    *worker
	raw  []byte
	vals []dialects.Field
}

// Row lines the plan up with a table whose rows come as Go values in the order
// of columns. The values get the fakes that a dump of the same rows would get.
//
// Nothing is known of the columns but their names, so widths and types are not
// checked beforehand, as they are for a dump with its DDL. A time is masked as
// the text "2006-01-02 15:04:05.999999999-07:00". Rows that are left out take no others
// along.
func (p *Plan) Row(table string, columns []string) (*RowMasker, error) {
	s := schema.New(schema.Fold{})
	name := schema.Name{Name: table}
	t := &schema.Table{Name: name, Declared: true}
	for _, c := range columns {
		t.Columns = append(t.Columns, &schema.Column{Name: c})
	}
	s.Put(t)
	m := &RowMasker{w: newWorker()}
	codec := &valueCodec{m: m}
	plan, err := p.Bind(&dialects.Rows{Table: s.Table(name), Columns: t.Columns, Codec: codec})
	if err != nil {
		return nil, err
	}
	if p.keeps || plan.ranks() {
		return nil, &Error{Table: table, Err: ErrSurvey, Hint: "a row by itself does not tell who is kept, or where it stands"}
	}
	if plan.entry != nil {
		if gone := plan.entry.vanished(t); gone != nil {
			return nil, &Error{Table: table, Err: &UnmetError{Rules: gone}}
		}
	}
	m.plan = plan
	m.w.counts = newTableCounts(plan)
	m.w.in.row.begin(plan)
	return m, nil
}

// Mask replaces vals in place. It takes what [driver.Value] allows (nil, int64,
// float64, bool, []byte, string, [time.Time]), pointers to it, and
// [sql.RawBytes]; a value keeps its type, and a fake that its type cannot hold
// is ErrType. keep is false if the policy leaves the row out; then vals are
// unchanged.
func (m *RowMasker) Mask(vals []any) (keep bool, err error) {
	if m.plan.whole {
		return !m.plan.drop, nil
	}
	if len(vals) != len(m.plan.columns) {
		return false, &Error{Table: m.plan.name, Err: dialects.ErrFields}
	}
	if err := m.encode(vals); err != nil {
		return false, err
	}
	row := m.w.in.row
	if err := row.reset(m.raw); err != nil {
		return false, &Error{Table: m.plan.name, Err: err}
	}
	if stays, err := row.stays(); err != nil || !stays {
		if err != nil {
			err = m.fail(err)
		}
		return false, err
	}
	fakes := make([]any, len(vals))
	copy(fakes, vals)
	for _, i := range m.plan.masked {
		out, replaced, err := m.w.value(nil, i, m.vals[i])
		if err != nil {
			return false, m.fail(err)
		}
		if !replaced {
			continue
		}
		if m.w.out.state == null {
			fakes[i], err = nil, nil
		} else {
			fakes[i], err = decodeLike(out, vals[i])
		}
		if err != nil {
			return false, m.fail(&Error{Column: m.plan.columns[i].name, Err: err})
		}
	}
	if err := store(vals, fakes); err != nil {
		return false, m.fail(err)
	}
	return true, nil
}

func (m *RowMasker) fail(err error) error {
	return locate(err, m.plan, &dialects.Item{}, dialects.Pos{})
}

// encode writes the values one behind the other, as text.
func (m *RowMasker) encode(vals []any) error {
	m.raw, m.vals = m.raw[:0], m.vals[:0]
	for i, v := range vals {
		f := dialects.Field{Form: dialects.Quoted}
		f.Span.Start = int32(len(m.raw))
		switch x := deref(v).(type) {
		case nil:
			f.Form = dialects.Null
		case string:
			m.raw = append(m.raw, x...)
		case []byte:
			if x == nil {
				f.Form = dialects.Null
			}
			m.raw = append(m.raw, x...)
		case int64:
			f.Form = dialects.Number
			m.raw = strconv.AppendInt(m.raw, x, 10)
		case int:
			f.Form = dialects.Number
			m.raw = strconv.AppendInt(m.raw, int64(x), 10)
		case float64:
			f.Form = dialects.Number
			m.raw = strconv.AppendFloat(m.raw, x, 'f', -1, 64)
		case bool:
			f.Form = dialects.Bool
			m.raw = strconv.AppendBool(m.raw, x)
		case time.Time:
			m.raw = x.AppendFormat(m.raw, timeLayout)
		default:
			return &Error{Table: m.plan.name, Column: m.plan.columns[i].name, Err: fmt.Errorf("%w: want what driver.Value allows", ErrType)}
		}
		f.Span.End = int32(len(m.raw))
		m.vals = append(m.vals, f)
	}
	return nil
}

const timeLayout = "2006-01-02 15:04:05.999999999-07:00"

// deref gives what a pointer of rows.Scan points to.
func deref(v any) any {
	switch p := v.(type) {
	case *any:
		return deref(*p)
	case *string:
		return *p
	case *[]byte:
		return *p
	case *sql.RawBytes:
		return []byte(*p)
	case sql.RawBytes:
		return []byte(p)
	case *int64:
		return *p
	case *int:
		return *p
	case *float64:
		return *p
	case *bool:
		return *p
	case *time.Time:
		return *p
	case *sql.NullString:
		v, _ := p.Value()
		return v
	case driver.Valuer:
		v, err := p.Value()
		if err != nil {
			return p
		}
		return v
	}
	return v
}

// decodeLike turns a fake into the type of the value that it replaces. A NULL
// that is masked becomes a string.
func decodeLike(fake []byte, like any) (any, error) {
	switch deref(like).(type) {
	case []byte:
		return append([]byte(nil), fake...), nil
	case int64, int:
		n, err := strconv.ParseInt(string(fake), 10, 64)
		if err != nil {
			return nil, ErrType
		}
		if _, ok := deref(like).(int); ok {
			return int(n), nil
		}
		return n, nil
	case float64:
		n, err := strconv.ParseFloat(string(fake), 64)
		if err != nil {
			return nil, ErrType
		}
		return n, nil
	case bool:
		b, err := strconv.ParseBool(string(fake))
		if err != nil {
			return nil, ErrType
		}
		return b, nil
	case time.Time:
		for _, layout := range []string{timeLayout, "2006-01-02 15:04:05", "2006-01-02"} {
			if t, err := time.Parse(layout, string(fake)); err == nil {
				return t, nil
			}
		}
		return nil, ErrType
	}
	return string(fake), nil
}

// store puts the fakes where the values were: into vals, or behind its pointers.
// A pointer to a type without NULL cannot take one.
func store(vals, fakes []any) error {
	for i, f := range fakes {
		f = deref(f)
		ok := true
		switch p := vals[i].(type) {
		case *any:
			*p = f
		case *string:
			*p, ok = f.(string)
		case *[]byte:
			*p, _ = f.([]byte)
		case *sql.RawBytes:
			*p, _ = f.([]byte)
		case *int64:
			*p, ok = f.(int64)
		case *int:
			*p, ok = f.(int)
		case *float64:
			*p, ok = f.(float64)
		case *bool:
			*p, ok = f.(bool)
		case *time.Time:
			*p, ok = f.(time.Time)
		case *sql.NullString:
			p.String, p.Valid = f.(string)
		default:
			vals[i] = fakes[i]
		}
		if !ok {
			return ErrType
		}
	}
	return nil
}

// A valueCodec has the fields of a RowMasker's current row.
type valueCodec struct{ m *RowMasker }

func (c *valueCodec) Fields(dst []dialects.Field, _ []byte) ([]dialects.Field, error) {
	return append(dst, c.m.vals...), nil
}

func (c *valueCodec) Decode(dst, row []byte, f dialects.Field, _ int) ([]byte, error) {
	return append(dst, f.Span.Of(row)...), nil
}

func (c *valueCodec) AppendNull(dst, _ []byte, _ dialects.Field, _ int) ([]byte, error) {
	return dst, nil
}

func (c *valueCodec) AppendValue(dst, value, _ []byte, _ dialects.Field, _ int) ([]byte, error) {
	return append(dst, value...), nil
}

func (c *valueCodec) Incomplete(mark string) string { return mark }
