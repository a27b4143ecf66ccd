package builtin

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"math/big"
	"strconv"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// integer permutes the integers from min to max: a key stays a key, and no two
// values get one fake. Without parameters the range is 1 to 2147483647, whatever
// the column: a key and the columns that refer to it may have different types.
// A value outside of the range, and one that is no integer, is not of this kind.
type integerMasker struct {
	key      mask.DomainKey
	min, max int64
	size     [2]uint64 // how many integers there are; 2⁶⁴ has two words
	tweak    []byte
}

func integerFactory(b *mask.Build) (mask.Masker, error) {
	lo, err := b.Int("min", 1)
	if err != nil {
		return nil, err
	}
	hi, err := b.Int("max", 1<<31-1)
	if err != nil {
		return nil, err
	}
	if hi <= lo {
		return nil, errors.New("max must be greater than min")
	}
	m := integerMasker{key: b.Key("integer"), min: lo, max: hi, tweak: strconv.AppendInt(strconv.AppendInt(nil, lo, 10), hi, 10)}
	if m.size[0] = uint64(hi) - uint64(lo) + 1; m.size[0] == 0 {
		m.size[1] = 1
	}
	return m, nil
}

func (m integerMasker) Bind(c *schema.Column) (mask.Masker, error) {
	if lo, hi, ok := integerRange(c.Type); ok && (lo.Cmp(big.NewInt(m.min)) > 0 || hi.Cmp(big.NewInt(m.max)) < 0) {
		return nil, &mask.Error{Err: mask.ErrType, Hint: "the column holds " + lo.String() + " to " + hi.String() + ": say min and max, alike in all columns of the domain"}
	}
	return m, textHolds(c.Type, m.chars())
}

// textHolds refuses a column of text that is too narrow for a range. The word
// max, which elsewhere makes fakes shorter, is an end of the range here.
func textHolds(t schema.Type, chars int) error {
	if t.Kind == schema.Text && t.Length > 0 && t.Length < chars {
		return &mask.Error{Err: fmt.Errorf("%w: %d digits into %d characters", mask.ErrWidth, chars, t.Length), Hint: "say min and max, alike in all columns of the domain"}
	}
	return nil
}

func (m integerMasker) chars() int {
	return max(len(strconv.FormatInt(m.min, 10)), len(strconv.FormatInt(m.max, 10)))
}

// integerRange gives the integers that a column of numbers can hold, by its type
// and by what a CHECK says.
func integerRange(t schema.Type) (lo, hi *big.Int, ok bool) {
	one := big.NewInt(1)
	switch {
	case t.Kind == schema.Integer && t.Bits > 0 && t.Unsigned:
		lo, hi = new(big.Int), new(big.Int).Sub(new(big.Int).Lsh(one, uint(t.Bits)), one)
	case t.Kind == schema.Integer && t.Bits > 0:
		half := new(big.Int).Lsh(one, uint(t.Bits-1))
		lo, hi = new(big.Int).Neg(half), new(big.Int).Sub(half, one)
	case t.Kind == schema.Decimal && t.Length > 0:
		digits := big.NewInt(int64(max(t.Length-t.Scale, 0)))
		hi = new(big.Int).Sub(new(big.Int).Exp(big.NewInt(10), digits, nil), one)
		if lo = new(big.Int); !t.Unsigned {
			lo.Neg(hi)
		}
	case (t.Kind == schema.Decimal || t.Kind == schema.Float) && (t.Least != nil || t.Most != nil):
		lo, hi = big.NewInt(math.MinInt64), big.NewInt(math.MaxInt64)
	default:
		return nil, nil, false
	}
	if t.Least != nil && lo.Cmp(big.NewInt(*t.Least)) < 0 {
		lo = big.NewInt(*t.Least)
	}
	if t.Most != nil && hi.Cmp(big.NewInt(*t.Most)) > 0 {
		hi = big.NewInt(*t.Most)
	}
	return lo, hi, true
}

// reaches refuses a column of integers that does not go as far as the greatest fake.
func reaches(c *schema.Column, greatest int64) error {
	if c.Type.Kind != schema.Integer {
		return nil
	}
	if _, hi, ok := integerRange(c.Type); ok && hi.Cmp(big.NewInt(greatest)) < 0 {
		return &mask.Error{Err: mask.ErrType, Hint: "the fakes go up to " + strconv.FormatInt(greatest, 10) + " and the column to " + hi.String()}
	}
	return nil
}

// The greatest fakes of classes, grade 9 and number 99, and of municipality codes,
// with their check digit, as numbers.
const (
	greatestClass = 999
	greatestCity  = 479_999
)

func (m integerMasker) Mask(out *mask.Out, in *mask.In) error {
	v, ok := parseInteger(in.Value)
	if !ok || v < m.min || v > m.max {
		return mask.ErrUnfit
	}
	x := [2]uint64{uint64(v) - uint64(m.min)}
	m.key.Permute(&in.Scratch().Permutation, x[:], m.size[:], m.tweak)
	b := out.Begin()
	fake := int64(x[0] + uint64(m.min))
	if in.Value[0] == '0' && fake > 0 { // keep the leading zeros' width
		for width := pow10(len(in.Value) - 1); width > fake && width > 1; width /= 10 {
			b = append(b, '0')
		}
	}
	out.End(strconv.AppendInt(b, fake, 10))
	return nil
}

// pow10 gives 10ⁿ, at most 10¹⁸.
func pow10(n int) int64 {
	p := int64(1)
	for range min(n, 18) {
		p *= 10
	}
	return p
}

func (m integerMasker) Spec() mask.Spec {
	chars := max(len(strconv.FormatInt(m.min, 10)), len(strconv.FormatInt(m.max, 10)))
	return mask.Spec{
		Kind: "integer", Distinct: mask.Injective, Method: mask.PermutationMethod(m.size[:]),
		Output: mask.Output{Chars: chars, Kinds: []schema.Kind{schema.Integer, schema.Decimal}},
	}
}

// parseInteger reads a decimal integer that fits 64 bits, without quoting it in
// an error as strconv does.
func parseInteger(b []byte) (int64, bool) {
	i, negative := 0, false
	if len(b) > 0 && (b[0] == '-' || b[0] == '+') {
		negative = b[0] == '-'
		i = 1
	}
	if i == len(b) || len(b)-i > 40 {
		return 0, false
	}
	var v uint64
	for ; i < len(b); i++ {
		if !isDigit(b[i]) || v > (1<<63)/10 {
			return 0, false
		}
		v = v*10 + uint64(b[i]-'0')
	}
	switch {
	case negative && v <= 1<<63:
		return -int64(v), true
	case !negative && v < 1<<63:
		return int64(v), true
	}
	return 0, false
}

// number draws a number by row: between min and max if the policy names them,
// else with as many digits as the value before the point. The places behind the
// point and the exponent are those of the value.
type numberMasker struct {
	bounded  bool
	min, max float64
}

func numberFactory(b *mask.Build) (mask.Masker, error) {
	m := numberMasker{bounded: b.Has("min") || b.Has("max")}
	if m.bounded && (!b.Has("min") || !b.Has("max")) {
		return nil, errors.New("say both min and max, or neither")
	}
	var err error
	if m.min, err = b.Float("min", 0); err != nil {
		return nil, err
	}
	if m.max, err = b.Float("max", 0); err != nil {
		return nil, err
	}
	if m.bounded && m.max <= m.min {
		return nil, errors.New("max must be greater than min")
	}
	if m.bounded && (m.min < -1e15 || m.max > 1e15) {
		return nil, errors.New("min and max go to 10^15")
	}
	return m, nil
}

func (m numberMasker) Bind(c *schema.Column) (mask.Masker, error) {
	lo, hi, ok := integerRange(c.Type)
	if !ok {
		return m, textHolds(c.Type, m.chars())
	}
	if !m.bounded {
		// The sign of a value stays, so that 0 is as good a bound as none.
		checked := c.Type.Most != nil || c.Type.Least != nil && *c.Type.Least != 0
		if checked || c.Type.Kind == schema.Integer && c.Type.Bits < 32 {
			return nil, &mask.Error{Err: mask.ErrType, Hint: "the column holds " + lo.String() + " to " + hi.String() + ": say min and max"}
		}
		return m, nil
	}
	least, _ := new(big.Float).SetInt(lo).Float64()
	most, _ := new(big.Float).SetInt(hi).Float64()
	if m.min < least || m.max > most {
		return nil, &mask.Error{Err: mask.ErrType, Hint: "the column holds " + lo.String() + " to " + hi.String()}
	}
	return m, nil
}

func (m numberMasker) Mask(out *mask.Out, in *mask.In) error {
	n, ok := parseDecimal(in.Value)
	if !ok {
		return mask.ErrUnfit
	}
	s := in.Seed().Sub("number").Stream()
	if m.bounded {
		out.End(m.between(out.Begin(), &s, n))
		return nil
	}
	b := out.Begin()
	if n.negative {
		b = append(b, '-')
	}
	b = appendZeros(b, n.leading)
	if n.greatest() {
		b = append(b, '0')
	} else {
		b = appendDigits(b, &s, n.whole)
	}
	if n.scale+n.trailing > 0 {
		b = append(b, '.')
		for range n.scale {
			b = append(b, digits[s.N(10)])
		}
		b = appendZeros(b, n.trailing)
	}
	out.End(append(b, n.exponent...))
	return nil
}

func appendZeros(b []byte, n int) []byte {
	for range n {
		b = append(b, '0')
	}
	return b
}

// between draws from min to max in steps of the value's last place.
func (m numberMasker) between(b []byte, s *fake.Stream, n decimal) []byte {
	const places = 3
	scale := min(n.scale, places)
	step := float64(pow10(scale))
	lo, hi := int64(m.min*step), int64(m.max*step)
	v := lo + int64(s.Uint64()%uint64(hi-lo+1))
	if v < 0 {
		b = append(b, '-')
		v = -v
	}
	b = strconv.AppendInt(b, v/int64(step), 10)
	if n.scale+n.trailing == 0 {
		return b
	}
	fraction := strconv.FormatInt(v%int64(step)+int64(step), 10)
	b = append(append(b, '.'), fraction[1:]...)
	return appendZeros(b, min(n.scale+n.trailing, places)-scale)
}

// appendDigits appends n digits without a leading zero. Where n digits can go
// beyond what 32 or 64 bits hold, the first digits stay below that.
func appendDigits(b []byte, s *fake.Stream, n int) []byte {
	for i := range n {
		switch {
		case i == 0 && n == 1:
			b = append(b, digits[s.N(10)])
		case i == 0 && (n == 10 || n == 19 || n == 20):
			b = append(b, '1')
		case i == 0:
			b = append(b, digits[1+s.N(9)])
		case i == 1 && n == 20:
			b = append(b, digits[s.N(8)])
		default:
			b = append(b, digits[s.N(10)])
		}
	}
	return b
}

func (m numberMasker) Spec() mask.Spec {
	o := mask.Output{Chars: m.chars(), Kinds: []schema.Kind{schema.Integer, schema.Decimal, schema.Float}}
	return mask.Spec{Kind: "number", Keying: mask.ByRow, Canonical: canonicalNumber, Output: o}
}

// chars is the length of the longest fake, with a point and three places; 0 where
// it is that of the value.
func (m numberMasker) chars() int {
	if !m.bounded {
		return 0
	}
	return 4 + max(len(strconv.FormatInt(int64(m.min), 10)), len(strconv.FormatInt(int64(m.max), 10)))
}

// A decimal is the shape of a number: how many digits it has where. The zeros that
// only its spelling has are counted apart: 5, 05 and 5.0 are one number.
type decimal struct {
	negative          bool
	whole, scale      int
	leading, trailing int    // zeros before and behind
	exponent          []byte // as written, such as e+20
}

// greatest says whether more than the value may be more than a float of 4 or 8
// bytes can hold.
func (d decimal) greatest() bool {
	e := string(bytes.TrimLeft(d.exponent, "eE+"))
	return d.whole == 1 && (e == "38" || e == "308")
}

func parseDecimal(b []byte) (decimal, bool) {
	var d decimal
	i := 0
	if len(b) > 0 && (b[0] == '-' || b[0] == '+') {
		d.negative = b[0] == '-'
		i = 1
	}
	from := i
	for ; i < len(b) && isDigit(b[i]); i++ {
		if d.whole++; d.whole == 2 && b[i-1] == '0' {
			d.leading, d.whole = d.leading+1, 1
		}
	}
	if i < len(b) && b[i] == '.' {
		for i++; i < len(b) && isDigit(b[i]); i++ {
			if d.trailing++; b[i] != '0' {
				d.scale, d.trailing = d.scale+d.trailing, 0
			}
		}
	}
	if i-from == 0 || b[from:i][0] == '.' && i-from == 1 || d.whole > 308 {
		return d, false
	}
	if i < len(b) && (b[i] == 'e' || b[i] == 'E') {
		d.exponent = b[i:]
		for i++; i < len(b) && (isDigit(b[i]) || b[i] == '-' || b[i] == '+'); i++ {
		}
	}
	d.whole = max(d.whole, 1)
	return d, i == len(b)
}

// canonicalNumber writes a number without what does not change it: a plus sign,
// zeros in front, zeros behind the point.
func canonicalNumber(dst, v []byte) []byte {
	if len(v) > 0 && (v[0] == '+' || v[0] == '-') {
		if v[0] == '-' {
			dst = append(dst, '-')
		}
		v = v[1:]
	}
	for len(v) > 1 && v[0] == '0' && isDigit(v[1]) {
		v = v[1:]
	}
	mantissa, exponent := v, []byte(nil)
	if e := bytes.IndexAny(v, "eE"); e >= 0 {
		mantissa, exponent = v[:e], v[e:]
	}
	if bytes.IndexByte(mantissa, '.') >= 0 {
		mantissa = bytes.TrimRight(bytes.TrimRight(mantissa, "0"), ".")
	}
	return append(append(dst, mantissa...), exponent...)
}
