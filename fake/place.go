package fake

import (
	"bytes"
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
	v := bytes.TrimSpace(like)
	regions := l.Address.Regions
	if len(regions) == 0 {
		return l.AppendCity(dst, s, like)
	}
	drawn := s.Sub("region").N(len(regions))
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
	n := &x.municipalities[s.Sub("city").N(len(x.municipalities))]
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
	return alphabetOf(string(l.listAlphabet(allFaces(), l.use().municipalities)))
}

// SchoolAlphabet is that of schools.
func (l *Locale) SchoolAlphabet() string {
	x := l.use()
	return alphabetOf(string(l.listAlphabet(allFaces(), x.schools, x.municipalities)) + kanjiDigits)
}
