package fake

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// AppendRegion appends a region of the locale, such as a prefecture, in the
// notation of like: its name with or without the last character (東京都, 東京), or
// its number (JIS X 0401). Regions are real and say of nobody where he lives. Codes
// for none and for abroad (0, 00, 48, 99, その他, 海外) stay. It says false and
// appends nothing where like is no region.
func (l *Locale) AppendRegion(dst []byte, s Seed, like []byte) ([]byte, bool) {
	regions := len(l.Address.Regions)
	if regions == 0 {
		return l.AppendCity(dst, s, like)
	}
	return l.appendRegion(dst, s.Sub("region").N(regions), like)
}

// appendRegion appends a region by its index.
func (l *Locale) appendRegion(dst []byte, drawn int, like []byte) ([]byte, bool) {
	v, regions := bytes.TrimSpace(like), l.Address.Regions
	switch string(v) {
	case "0", "00", "48", "99", "その他", "海外":
		return append(dst, like...), true
	}
	if n, digits := decimal(v, 3); digits > 0 {
		if digits != len(v) || digits > 2 || n < 1 || int(n) > len(regions) {
			return dst, false
		}
		if drawn++; v[0] == '0' && drawn < 10 {
			dst = append(dst, '0')
		}
		return strconv.AppendInt(dst, int64(drawn), 10), true
	}
	for _, r := range regions {
		switch string(v) {
		case r:
			return append(dst, regions[drawn]...), true
		case stem(r):
			return append(dst, shortRegion(regions[drawn])...), true
		}
	}
	return dst, false
}

// shortRegion is a region without 都, 府 or 県. 道 belongs to its name.
func shortRegion(region string) string {
	if strings.HasSuffix(region, "道") {
		return region
	}
	return stem(region)
}

// RegionLength is the number of characters of the longest region.
func (l *Locale) RegionLength() int {
	if len(l.Address.Regions) == 0 {
		return l.CityLength()
	}
	longest := len("47")
	for _, r := range l.Address.Regions {
		longest = max(longest, utf8.RuneCountInString(r))
	}
	return longest
}

// RegionAlphabet is that of regions.
func (l *Locale) RegionAlphabet() string {
	if len(l.Address.Regions) == 0 {
		return l.CityAlphabet()
	}
	return alphabetOf(strings.Join(l.Address.Regions, ""))
}

// AppendCity appends a municipality that does not exist, in the script and case of
// like. A Japanese municipality code of 5 or 6 digits keeps its prefecture and gets
// the number 999, which no municipality has, and the right check digit. It says
// false and appends nothing where like is neither.
func (l *Locale) AppendCity(dst []byte, s Seed, like []byte) ([]byte, bool) {
	x := l.use()
	return l.appendCity(dst, s.Sub("city").N(len(x.municipalities)), like)
}

// appendCity appends a municipality by its index.
func (l *Locale) appendCity(dst []byte, drawn int, like []byte) ([]byte, bool) {
	v := bytes.TrimSpace(like)
	if allDigits(v) && (len(v) == 5 || len(v) == 6) {
		code := append(append(dst, v[:2]...), "9990"[:len(v)-2]...)
		Municipality.Set(code[len(dst):])
		return code, true
	}
	k := lookAt(v, l.use().own)
	if k.letters == 0 {
		return dst, false
	}
	x := l.use()
	n := &x.municipalities[drawn]
	start := len(dst)
	dst = n.appendTo(dst, faceOfText(v, x.own))
	if k.upper && !k.lower {
		toUpper(dst[start:])
	}
	return dst, true
}

// CityLength is the number of characters of the longest municipality in any face.
func (l *Locale) CityLength() int {
	longest := 0
	var tmp [maxAlias]byte
	x := l.use()
	for i := range x.municipalities {
		for f := range faces {
			longest = max(longest, runeCount(x.municipalities[i].appendTo(tmp[:0], f)))
		}
	}
	return longest
}

// CityAlphabet is that of municipalities.
func (l *Locale) CityAlphabet() string {
	return alphabetOf(string(listAlphabet(allFaces(), l.use().municipalities)))
}

// SchoolAlphabet is that of schools.
func (l *Locale) SchoolAlphabet() string {
	x := l.use()
	return alphabetOf(string(listAlphabet(allFaces(), x.schools, x.municipalities)) + kanjiDigits)
}

// A Place is one address of no place whose parts agree with each other: region,
// municipality, street, building, postal code, and the area of the phone. It is where
// a household lives or a school stands; see [Persona.Home] and [School]. It is a
// value, cheap to make and to copy.
type Place struct {
	l                                      *Locale
	seed                                   Seed
	region, municipality, street, building int
}

// NewPlace makes the place of a seed.
func NewPlace(s Seed, l *Locale) Place {
	x, d := l.use(), drawing(s.Sub("place").Uint64())
	one := func(n int) int { return int(d.next(uint64(max(n, 1)))) }
	of := func(short []uint16) int { return int(short[one(len(short))]) }
	return Place{
		l: l, seed: s,
		region: one(len(l.Address.Regions)), municipality: of(x.short.municipalities), street: of(x.short.streets), building: one(len(x.home)),
	}
}

// shortPlaces are the indexes of the shorter half of each list. Those of a [Place] are
// drawn from them, since a name for which there is no room would become another one
// there, and not agree with the columns in which it had room.
type shortPlaces struct{ municipalities, streets, schools []uint16 }

func shorter(list []name) (short []uint16) {
	if len(list) == 0 {
		return nil
	}
	sizes := make([]int, len(list))
	for i := range list {
		sizes[i] = runeCount([]byte(list[i].written))
	}
	median := slices.Sorted(slices.Values(sizes))[len(sizes)/2]
	for i, n := range sizes {
		if n <= median {
			short = append(short, uint16(i))
		}
	}
	return short
}

// Region is the region of the place, or nothing in a locale that has none.
func (p Place) Region() string {
	if len(p.l.Address.Regions) == 0 {
		return ""
	}
	return p.l.Address.Regions[p.region]
}

// AppendRegion appends the region in the notation of like; see [Locale.AppendRegion].
func (p Place) AppendRegion(dst, like []byte) ([]byte, bool) {
	if len(p.l.Address.Regions) == 0 {
		return p.AppendCity(dst, like)
	}
	return p.l.appendRegion(dst, p.region, like)
}

// AppendCity appends the municipality in the script and case of like; see
// [Locale.AppendCity]. A municipality code gets the place's prefecture.
func (p Place) AppendCity(dst, like []byte) ([]byte, bool) {
	start := len(dst)
	dst, ok := p.l.appendCity(dst, p.municipality, like)
	if ok && p.l.numbersRegions() && isDecimal(dst[start]) {
		p.setRegion(dst[start : start+2])
		Municipality.Set(dst[start:])
	}
	return dst, ok
}

// numbersRegions says whether the regions have the numbers that begin Japanese codes
// (JIS X 0401).
func (l *Locale) numbersRegions() bool { return len(l.Address.Regions) == 47 }

// setRegion writes the number of the region over two digits.
func (p Place) setRegion(digits []byte) {
	digits[0], digits[1] = '0'+byte((p.region+1)/10), '0'+byte((p.region+1)%10)
}

// AppendAddress appends the address in the form of like; see [Locale.AppendAddress].
// A region with which like begins becomes the place's. Numbers are the same in all
// columns that have as many digits.
func (p Place) AppendAddress(dst, like []byte) ([]byte, bool) {
	w := p.writer("address")
	start := len(dst)
	dst, ok := w.appendAddress(dst, p.seed, like)
	return p.fit(dst, start, like), ok
}

// writer writes the parts of the place.
func (p Place) writer(what string) addressWriter {
	return addressWriter{l: p.l, places: p.l.use(), at: p, draws: p.seed.Sub(what).Stream()}
}

// fit cuts what a region took more than there was room for.
func (p Place) fit(dst []byte, start int, like []byte) []byte {
	end := start
	for room := runeCount(like); room > 0 && end < len(dst); room-- {
		_, n := utf8.DecodeRune(dst[end:])
		end += n
	}
	return dst[:end]
}

// partOf gives the index of the place's part in a list of the locale.
func (p Place) partOf(list []name) int {
	x := p.l.use()
	for _, part := range [...]struct {
		list []name
		i    int
	}{{x.municipalities, p.municipality}, {x.streets, p.street}, {x.home, p.building}} {
		if &part.list[0] == &list[0] {
			return part.i
		}
	}
	short := x.short.schools // the proper part of a school's name
	return int(short[p.seed.Sub("school").N(len(short))])
}

// AppendPostalCode appends the postal code in the form of like, which is of no region;
// see [Locale.AppendPostalCode].
func (p Place) AppendPostalCode(dst, like []byte, limit int) ([]byte, bool) {
	return p.l.AppendPostalCode(dst, p.seed, like, limit)
}

// AppendPhone appends the phone number in the form of like; see [Locale.AppendPhone].
// One of the first class has the area of the region.
func (p Place) AppendPhone(dst, like []byte, limit int) ([]byte, bool) {
	n, ok := p.l.parsePhone(like)
	if !ok {
		return dst, false
	}
	return p.appendPhone(dst, &n, limit), true
}

func (p Place) appendPhone(dst []byte, n *phoneNumber, limit int) []byte {
	area := ""
	if len(p.l.Address.Areas) > 0 {
		area = p.l.Address.Areas[p.region]
	}
	return p.l.appendPhone(dst, p.seed.Sub("phone"), n, limit, area)
}
