package pgvalue

import (
	"bytes"
	"strconv"

	"github.com/migawari-dev/migawari/mask/nested"
)

// Range is a range, whose bounds are the parts 0 and 1, or a multirange, whose ranges
// are counted. A bound that is not there is NULL.
type Range struct{ unnamed }

// Parse implements [nested.Format].
func (Range) Parse(t *nested.Tree, src []byte) error {
	s, err := scan(src)
	if err != nil {
		return err
	}
	if !s.accept("{") {
		if err := s.ranged(t); err != nil {
			return err
		}
		return whole(s)
	}
	if err := t.Open(nested.Part{Kind: nested.Array}); err != nil {
		return err
	}
	for first := true; !s.accept("}"); first = false {
		if !first && !s.accept(",") {
			return nested.ErrForm
		}
		if err := s.ranged(t); err != nil {
			return err
		}
	}
	t.Close()
	return whole(s)
}

// ranged reads one range.
func (s *scanner) ranged(t *nested.Tree) error {
	if err := t.Open(nested.Part{Kind: nested.Array}); err != nil {
		return err
	}
	defer t.Close()
	if s.accept("empty") {
		return nil
	}
	if !s.accept("[") && !s.accept("(") {
		return nested.ErrForm
	}
	if err := s.field(t, ",[])"); err != nil {
		return err
	}
	if !s.accept(",") {
		return nested.ErrForm
	}
	if err := s.field(t, ",[])"); err != nil {
		return err
	}
	if !s.accept("]") && !s.accept(")") {
		return nested.ErrForm
	}
	return nil
}

// Text implements [nested.Format].
func (Range) Text(buf, src []byte, p *nested.Part) []byte {
	return text(buf, p.At.Of(src), p.Plain, true)
}

// Append implements [nested.Format].
func (Range) Append(dst, text, _ []byte, _ *nested.Part) ([]byte, error) {
	return appendField(dst, text, `,()[]"\`+blank+"\x00")
}

// AppendNull implements [nested.Format].
func (Range) AppendNull(dst, _ []byte, _ *nested.Part) ([]byte, error) { return dst, nil }

// Mend implements [nested.Mender]: of two bounds, the lower one stands first, or the
// server refuses the range.
func (f Range) Mend(b []byte) error {
	var t nested.Tree
	if err := f.Parse(&t, b); err != nil {
		return err
	}
	for i := 0; i+1 < len(t.Parts); i++ {
		low, high := &t.Parts[i], &t.Parts[i+1]
		if low.Kind != nested.Text || high.Kind != nested.Text {
			continue
		}
		i++
		if !less(f.Text(nil, b, high), f.Text(nil, b, low)) {
			continue
		}
		swapped := bytes.Join([][]byte{high.At.Of(b), low.At.Of(b)}, []byte(","))
		copy(b[low.At.Start:], swapped)
	}
	return nil
}

// less compares numbers by their value, and what begins with a number, such as a
// date, by that and then by its characters.
func less(a, b []byte) bool {
	if x, y, ok := numbers(a, b); ok {
		return x < y
	}
	ends := func(v []byte, end string) bool { return string(v) == end }
	switch {
	case ends(a, "-infinity") || ends(b, "infinity"):
		return !bytes.Equal(a, b)
	case ends(a, "infinity") || ends(b, "-infinity"):
		return false
	}
	i, j := bytes.IndexByte(a, '-'), bytes.IndexByte(b, '-')
	if i > 0 && j > 0 && i != j {
		return i < j // years of four and of five digits
	}
	return bytes.Compare(a, b) < 0
}

func numbers(a, b []byte) (x, y float64, ok bool) {
	x, errX := strconv.ParseFloat(string(a), 64)
	y, errY := strconv.ParseFloat(string(b), 64)
	return x, y, errX == nil && errY == nil
}
