package builtin

import (
	"bytes"
	"errors"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// splitting lets a masker write a column of a value that is split over several: with
// parts: [tel01, tel02, tel03] each of the three gets its part of the fake of the whole
// number, which is the one that a column with the whole number gets. longest is the
// length of the longest part; 0 says that none is longer than the value's.
func splitting(whole mask.Factory, longest int) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		columns, err := b.Columns("parts")
		if err != nil {
			return nil, err
		}
		m, err := whole(b)
		if err != nil || columns == nil {
			return m, err
		}
		if len(columns) < 2 {
			return nil, errors.New("parts: want the columns of the value, in their order")
		}
		return splitMasker{whole: m, columns: columns, longest: longest}, nil
	}
}

type splitMasker struct {
	whole   mask.Masker
	columns []string
	own     int // of columns
	longest int
}

// Bind finds the column in its own list.
func (m splitMasker) Bind(c *schema.Column) (mask.Masker, error) {
	for i, name := range m.columns {
		if schema.EqualFold(name, c.Name) {
			m.own = i
			return m, nil
		}
	}
	return nil, &mask.Error{Err: mask.ErrUnmet, Hint: "parts: names the columns of the value, this one among them"}
}

// Mask writes the part of the whole. Where a part is missing, each is masked alone: the
// rest is no number.
func (m splitMasker) Mask(out *mask.Out, in *mask.In) error {
	scratch, part := in.Scratch(), in.Value
	from := len(scratch.Text)
	defer func() { scratch.Text, in.Value = scratch.Text[:from], part }()
	for i, name := range m.columns {
		v, err := in.Row().Get(name)
		if err != nil {
			return err
		}
		if v.Null || len(v.Bytes) == 0 {
			return m.whole.Mask(out, in)
		}
		if i > 0 {
			scratch.Text = append(scratch.Text, '-')
		}
		scratch.Text = append(scratch.Text, v.Bytes...)
	}
	in.Value = scratch.Text[from:]
	if err := m.whole.Mask(out, in); err != nil {
		return err
	}
	v, ok := out.Value()
	if !ok {
		return mask.ErrUnset
	}
	if bytes.Count(v, []byte("-")) != len(m.columns)-1 {
		in.Value = part
		return m.whole.Mask(out, in)
	}
	for range m.own {
		v = v[bytes.IndexByte(v, '-')+1:]
	}
	if end := bytes.IndexByte(v, '-'); end >= 0 {
		v = v[:end]
	}
	out.End(append(out.Begin(), v...))
	return nil
}

func (m splitMasker) Spec() mask.Spec {
	s := m.whole.(mask.Describer).Spec()
	if s.Output.Chars == 0 || s.Output.Chars > m.longest {
		s.Output.Chars = m.longest
	}
	s.Output.Kinds = nil // a leading zero lost makes a number of no parts
	return s
}

// Recognise implements [mask.Recogniser]: a part does not show what the whole is.
func (m splitMasker) Recognise([]byte) fake.Answer { return fake.CannotTell }
