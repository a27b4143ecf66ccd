package builtin

import (
	"errors"
	"strconv"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// schoolMaskers are the maskers of what schools know of their pupils.
func schoolMaskers(l *fake.Locale) mask.Set {
	return mask.Set{
		"school":        schoolFactory(l),
		"school_code":   schoolCodeFactory,
		"class_name":    classFactory,
		"attendance_no": attendanceFactory(l),
		"prefecture":    regionFactory(l),
		"city":          cityFactory(l),
		"birth_date":    valueBirthDateFactory,
		"gender":        sexFactory(l),
	}
}

// school replaces the name of a school by that of one that does not exist. What
// says of what kind it is and who founded it stays (区立, 高等学校, Elementary
// School), as does a prefecture before its founder; everything else becomes a place
// or proper name of a closed list, in the script of the value. Not longer than the
// value. A value with nothing else than such words is not of this kind.
//
// There are too few such names to keep values apart.
type schoolMasker struct {
	l     *fake.Locale
	chars int // 0: as many as the value has
}

func schoolFactory(l *fake.Locale) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) { return schoolMasker{l, b.Max}, nil }
}

func (m schoolMasker) Mask(out *mask.Out, in *mask.In) error {
	b, ok := m.l.AppendSchool(out.Begin(), in.Seed(), in.Value)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(cut(b, m.chars))
	return nil
}

func (m schoolMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "school", Canonical: canonicalText,
		Output: mask.Output{Chars: m.chars, Alphabet: m.l.SchoolAlphabet()},
	}
}

// school_code permutes the codes of the Ministry of Education (MEXT): kind of
// school, prefecture and founder stay, the number becomes one that no school has,
// since it begins with 0, and the check digit is right. No two codes get one fake.
// What is no code that a school can have is not of this kind.
type schoolCodeMasker struct{ key mask.DomainKey }

func schoolCodeFactory(b *mask.Build) (mask.Masker, error) {
	return schoolCodeMasker{b.Key("school_code")}, nil
}

func (m schoolCodeMasker) Mask(out *mask.Out, in *mask.In) error {
	c, ok := fake.ParseSchoolCode(in.Value)
	if !ok {
		return mask.ErrUnfit
	}
	s := in.Scratch()
	s.Bytes = c.Group(s.Bytes[:0])
	x, n := [1]uint64{uint64(c.Index())}, [1]uint64{fake.SchoolCodeNumbers}
	m.key.Permute(&s.Permutation, x[:], n[:], s.Bytes)
	out.End(c.AppendFake(out.Begin(), int(x[0])))
	return nil
}

func (m schoolCodeMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "school_code", Distinct: mask.Injective, Method: mask.PermutationMethod([]uint64{fake.SchoolCodeNumbers}), Output: mask.Output{Chars: 13}}
}

// class_name replaces the label of a class and keeps the grade: 1年A組 becomes 1年E組.
// Letters and numbers are permuted inside a grade, A to H and 1 to 9 first; words
// become names of flowers in the same script, so that a class for special needs
// looks like any other. Not longer than the value.
//
// Letters and numbers keep apart, words do not.
type classMasker struct {
	labels fake.Seed
	chars  int // 0: as many as the value has
}

func classFactory(b *mask.Build) (mask.Masker, error) {
	return classMasker{b.Key("class_name").Seed([]byte("labels of classes")), b.Max}, nil
}

// Bind refuses columns of integers that some class does not fit.
func (m classMasker) Bind(c *schema.Column) (mask.Masker, error) { return m, reaches(c, greatestClass) }

func (m classMasker) Mask(out *mask.Out, in *mask.In) error {
	b, ok := fake.AppendClass(out.Begin(), in.Seed(), m.labels, in.Value)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(cut(b, m.chars))
	return nil
}

func (m classMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "class_name", Canonical: canonicalText,
		Output: mask.Output{Chars: m.chars, Alphabet: fake.ClassAlphabet(), Kinds: []schema.Kind{schema.Integer}},
	}
}

// attendance_no masks attendance numbers by one of these policies:
//
//   - permute, where the rule says nothing else: 1 to 45 are permuted among
//     themselves, and 46 to 99, and so on up to 999, so that a small column holds
//     the fakes of what it holds. No two numbers get one fake.
//   - order_by_number: the number stays, and the names of the table's persons follow
//     it, for which their person: must name it as number:. Screens that sort by it
//     look as they should.
//   - renumber: the pupils of a class are numbered from 1 on in the order of their
//     made-up names, as new lists are. What makes a class stands in class: COLUMN or
//     [COLUMN, COLUMN], such as school, year, grade and class. The dump is read twice
//     and so must be a file.
//
// 0 stands for none and stays. Numbers so few can be tried out by everybody who has
// a list of a class: what protects a pupil is that school, class and names are
// fakes too.
type attendanceMasker struct {
	key   mask.DomainKey
	stay  bool
	chars int // of the greatest number
}

func attendanceFactory(l *fake.Locale) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) { return attendance(b, l) }
}

func attendance(b *mask.Build, l *fake.Locale) (mask.Masker, error) {
	policy, err := b.String("policy", "permute")
	if err != nil {
		return nil, err
	}
	switch policy {
	case "permute":
		return attendanceMasker{key: b.Key("attendance_no"), chars: 3}, nil
	case "order_by_number":
		if !b.Numbered {
			return nil, errors.New("policy: order_by_number wants a table whose person says number: COLUMN, so that names follow the numbers")
		}
		return attendanceMasker{stay: true, chars: 3}, nil
	case "renumber":
		class, err := b.Columns("class")
		if err == nil && class == nil {
			err = errors.New("policy: renumber wants class: COLUMN or [COLUMN, COLUMN], which pupils of one class have in common")
		}
		return renumberMasker{l: l, class: class, chars: 3}, err
	case "drop":
		return nil, errors.New("policy: drop is the masker null, or fixed with value: 0")
	}
	return nil, errors.New("policy: want permute, order_by_number or renumber")
}

// attendanceRanges are numbers that are permuted among themselves. 99, 127 and 255
// are the greatest of two digits and of one byte.
var attendanceRanges = [...][2]uint64{{1, 45}, {46, 99}, {100, 127}, {128, 255}, {256, 999}}

// Bind lowers the promise of how long fakes are for a column of two characters,
// whose fakes have no more.
func (m attendanceMasker) Bind(c *schema.Column) (mask.Masker, error) {
	m.chars = numberLength(c, m.chars)
	return m, nil
}

func (m attendanceMasker) Mask(out *mask.Out, in *mask.In) error {
	n, ok := attendanceNumber(in.Value)
	if !ok {
		return mask.ErrUnfit
	}
	if n == 0 || m.stay {
		out.Keep()
		return nil
	}
	x := [1]uint64{uint64(n)}
	for _, r := range attendanceRanges {
		if uint64(n) <= r[1] {
			x[0] -= r[0]
			size := [1]uint64{r[1] - r[0] + 1}
			m.key.Permute(&in.Scratch().Permutation, x[:], size[:], nil)
			x[0] += r[0]
			break
		}
	}
	out.End(appendNumberLike(out.Begin(), x[0], in.Value))
	return nil
}

func (m attendanceMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "attendance_no", Distinct: mask.Injective, Method: mask.PermutationMethod([]uint64{45}), Canonical: canonicalNumber,
		Output: mask.Output{Chars: m.chars, Kinds: []schema.Kind{schema.Integer, schema.Decimal}},
	}
}

// renumberMasker is attendance_no where the numbers follow the names.
type renumberMasker struct {
	l     *fake.Locale
	class []string
	chars int
}

// Group implements [mask.Ranker].
func (m renumberMasker) Group() []string { return m.class }

// Order implements [mask.Ranker].
func (m renumberMasker) Order(in *mask.In) (order uint64, ok bool) {
	n, isNumber := parseInteger(in.Value)
	return persona(in, m.l).Order(), isNumber && n > 0
}

// Bind does as that of the other policies does.
func (m renumberMasker) Bind(c *schema.Column) (mask.Masker, error) {
	m.chars = numberLength(c, m.chars)
	return m, nil
}

func (m renumberMasker) Mask(out *mask.Out, in *mask.In) error {
	n, ok := attendanceNumber(in.Value)
	if !ok {
		return mask.ErrUnfit
	}
	if n == 0 {
		out.Keep()
		return nil
	}
	place, ok := in.Rank()
	if !ok {
		return mask.ErrSurvey
	}
	out.End(appendNumberLike(out.Begin(), uint64(place), in.Value))
	return nil
}

func (m renumberMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "attendance_no", Keying: mask.ByPerson, Household: true, Named: true,
		Output: mask.Output{Chars: m.chars, Kinds: []schema.Kind{schema.Integer, schema.Decimal}},
	}
}

// attendanceNumber reads a number of at most three digits.
func attendanceNumber(v []byte) (n int64, ok bool) {
	n, ok = parseInteger(v)
	return n, ok && n >= 0 && n <= 999 && isDigit(v[0])
}

// appendNumberLike appends a number with as many zeros before it as like has.
func appendNumberLike(dst []byte, n uint64, like []byte) []byte {
	if like[0] == '0' {
		for width := pow10(len(like) - 1); width > int64(n); width /= 10 {
			dst = append(dst, '0')
		}
	}
	return strconv.AppendUint(dst, n, 10)
}

// numberLength lowers the promise of how long fakes are for a column of two
// characters.
func numberLength(c *schema.Column, chars int) int {
	if c.Type.Kind == schema.Text && c.Type.Length == 2 {
		return 2
	}
	return chars
}

// prefecture draws another prefecture by row, in the notation of the value: 東京都,
// 東京, or the number 13 (JIS X 0401). All are as likely, so how many live where does
// not show. Codes for none and for abroad stay. In a locale that knows no prefectures
// it does as city does.
type regionMasker struct{ l *fake.Locale }

func regionFactory(l *fake.Locale) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		if least := l.RegionLength(); b.Max > 0 && b.Max < least {
			return nil, atLeast(least)
		}
		return regionMasker{l}, nil
	}
}

func (m regionMasker) Mask(out *mask.Out, in *mask.In) error {
	b, ok := m.l.AppendRegion(out.Begin(), in.Seed(), in.Value)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(b)
	return nil
}

func (m regionMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "prefecture", Keying: mask.ByRow, Canonical: canonicalText,
		Output: mask.Output{Chars: m.l.RegionLength(), Alphabet: m.l.RegionAlphabet(), Kinds: []schema.Kind{schema.Integer}},
	}
}

// city draws by row a municipality that does not exist, in the script of the value.
// A municipality code of five or six digits (全国地方公共団体コード) keeps its
// prefecture and gets the number 999, which none has, and the right check digit.
type cityMasker struct{ l *fake.Locale }

func cityFactory(l *fake.Locale) mask.Factory {
	return func(b *mask.Build) (mask.Masker, error) {
		if least := l.CityLength(); b.Max > 0 && b.Max < least {
			return nil, atLeast(least)
		}
		return cityMasker{l}, nil
	}
}

// Bind refuses columns of integers that some code of five digits does not fit.
func (m cityMasker) Bind(c *schema.Column) (mask.Masker, error) {
	return m, reaches(c, greatestCity/10)
}

func (m cityMasker) Mask(out *mask.Out, in *mask.In) error {
	b, ok := m.l.AppendCity(out.Begin(), in.Seed(), in.Value)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(b)
	return nil
}

func (m cityMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "city", Keying: mask.ByRow, Canonical: canonicalText,
		Output: mask.Output{Chars: m.l.CityLength(), Alphabet: m.l.CityAlphabet(), Kinds: []schema.Kind{schema.Integer}},
	}
}

// birth_date draws another day of the same Japanese school year by the value: what
// person.birth_date does for tables that do not say whom a row is about. A day is the same in all notations.
type valueBirthDateMasker birthDateMasker

func valueBirthDateFactory(b *mask.Build) (mask.Masker, error) {
	m, err := birthDateFactory(b)
	return valueBirthDateMasker(m.(birthDateMasker)), err
}

func (m valueBirthDateMasker) Bind(c *schema.Column) (mask.Masker, error) {
	bound, err := birthDateMasker(m).Bind(c)
	return valueBirthDateMasker(bound.(birthDateMasker)), err
}

func (m valueBirthDateMasker) Mask(out *mask.Out, in *mask.In) error {
	return birthDateMasker(m).mask(out, in, in.Seed())
}

func (m valueBirthDateMasker) Spec() mask.Spec {
	s := birthDateMasker(m).Spec()
	s.Keying, s.Canonical = mask.ByValue, birthDateMasker(m).canonical
	return s
}

// canonical is a date without its notation.
func (m birthDateMasker) canonical(dst, v []byte) []byte {
	d, _, ok := fake.ReadDay(v, m.order)
	if !ok {
		return append(dst, v...)
	}
	return strconv.AppendInt(dst, int64(d.Year*10000+d.Month*100+d.Day), 10)
}

// gender draws one of the two sexes by row, in the notation of the value; codes for
// none stay. It fits no name: for that there is person.gender.
type sexMasker genderMasker

func sexFactory(l *fake.Locale) mask.Factory {
	gender := genderFactory(l)
	return func(b *mask.Build) (mask.Masker, error) {
		m, err := gender(b)
		return sexMasker(m.(genderMasker)), err
	}
}

func (m sexMasker) Bind(c *schema.Column) (mask.Masker, error) {
	bound, err := genderMasker(m).Bind(c)
	if err != nil {
		return nil, err
	}
	return sexMasker(bound.(genderMasker)), nil
}

func (m sexMasker) Mask(out *mask.Out, in *mask.In) error {
	return genderMasker(m).mask(out, in, fake.Sex(in.Seed().Sub("gender").N(2)))
}

func (m sexMasker) Spec() mask.Spec {
	s := genderMasker(m).Spec()
	s.Keying = mask.ByRow
	return s
}
