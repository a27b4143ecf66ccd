package detect

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/fake/ja"
)

// A placeForm is what a value can be in the lists of places; one can be several.
type placeForm uint8

const (
	isCity placeForm = 1 << iota
	isRegion
	isCountry
	isStreet // an address within a town, or one with it
	isOrganisation
	// What ends the name of an organisation or a street is none by itself.
	endsOrganisation
	endsStreet
)

//go:embed places.txt
var placeLists string

// places are the words of the lists with what each is.
var places = sync.OnceValue(func() map[string]placeForm {
	forms := map[string]placeForm{"country": isCountry, "region": isRegion, "city": isCity, "organisation": endsOrganisation, "street": endsStreet}
	all := map[string]placeForm{}
	for line := range strings.Lines(placeLists) {
		list, values, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || forms[list] == 0 {
			continue
		}
		for v := range strings.SplitSeq(values, ",") {
			all[strings.TrimSpace(v)] |= forms[list]
		}
	}
	return all
})

// longestPlace is in bytes.
const longestPlace = 120

// placeOf judges a short value. buf is memory for it.
func placeOf(v, buf []byte) (placeForm, []byte) {
	if len(v) < 2 || len(v) > longestPlace {
		return 0, buf
	}
	if !hasKanji(v) {
		return latinPlace(v, buf)
	}
	form := places()[string(v)] & isCountry
	if n := prefecture(v); n > 0 {
		if n == len(v) {
			return isRegion, buf
		}
		if v = v[n:]; !endsTown(v) {
			return isStreet, buf
		}
	}
	switch {
	case isJapaneseStreet(v):
		form |= isStreet
	case endsTown(v):
		form |= isCity
	}
	for _, w := range japaneseOrganisations {
		if bytes.Contains(v, []byte(w)) {
			return form&isCountry | isOrganisation, buf
		}
	}
	return form, buf
}

var japaneseOrganisations = []string{"株式会社", "有限会社", "合同会社", "合資会社", "財団法人", "社団法人", "学校法人", "医療法人", "社会福祉法人", "（株）", "(株)", "㈱", "（有）", "㈲", "小学校", "中学校", "高等学校", "高校", "大学", "幼稚園", "保育園", "保育所", "こども園", "病院", "医院", "クリニック", "銀行", "信用金庫", "事務所", "教育委員会", "役所", "役場"}

// latinPlace judges a value in Latin letters.
func latinPlace(v, buf []byte) (placeForm, []byte) {
	buf = append(buf[:0], bytes.ToLower(v)...)
	lists := places()
	form := lists[string(buf)] & (isCity | isRegion | isCountry)
	digits := buf[0] >= '0' && buf[0] <= '9'
	words, last := 0, []byte(nil)
	for w := range bytes.FieldsSeq(buf) {
		if w = bytes.TrimRight(w, ","); len(w) == 0 {
			continue
		}
		words++
		if digits && words > 2 && lists[string(w)]&endsStreet != 0 {
			form |= isStreet
		}
		last = w
	}
	switch {
	case bytes.HasPrefix(buf, []byte("po box ")), bytes.HasPrefix(buf, []byte("p.o. box ")):
		form |= isStreet
	case words > 1 && !digits && lists[string(last)]&endsOrganisation != 0:
		form |= isOrganisation
	case words > 1 && last[0] >= '0' && last[0] <= '9' && isEuropeanStreet(buf):
		form |= isStreet
	}
	return form, buf
}

// isEuropeanStreet: Hauptstraße 12, rue de la Paix 3.
func isEuropeanStreet(lower []byte) bool {
	for _, w := range [...]string{"straße ", "strasse ", "str. ", "gasse ", "weg ", "platz ", "allee "} {
		if bytes.Contains(lower, []byte(w)) {
			return true
		}
	}
	for _, w := range [...]string{"rue ", "via ", "calle ", "rua ", "avenida ", "avenue ", "ul. "} {
		if bytes.HasPrefix(lower, []byte(w)) {
			return true
		}
	}
	return false
}

func hasKanji(v []byte) bool {
	for i := 0; i < len(v); {
		r, n := utf8.DecodeRune(v[i:])
		if r >= 0x3041 && r <= 0x9fff {
			return true
		}
		i += n
	}
	return false
}

// endsTown: 横浜市, 世田谷区, 大字のない町.
func endsTown(v []byte) bool {
	if n := utf8.RuneCount(v); n < 2 || n > 10 {
		return false
	}
	for _, w := range [...]string{"市", "区", "町", "村", "郡"} {
		if bytes.HasSuffix(v, []byte(w)) {
			return true
		}
	}
	return false
}

// isJapaneseStreet says whether a value names a town and, behind it, a number.
func isJapaneseStreet(v []byte) bool {
	town := bytes.IndexAny(v, "市区町村郡丁番")
	if town <= 0 {
		return false
	}
	for i := town; i < len(v); {
		r, n := utf8.DecodeRune(v[i:])
		if r >= '0' && r <= '9' || r >= '０' && r <= '９' {
			return true
		}
		i += n
	}
	return bytes.Contains(v, []byte("丁目")) || bytes.Contains(v, []byte("番地"))
}

// prefecture gives the length of the prefecture that a value begins with, or 0.
func prefecture(v []byte) int {
	if len(v) < 9 || v[0] < 0xe3 {
		return 0
	}
	for _, p := range ja.Locale.Address.Regions {
		if bytes.HasPrefix(v, []byte(p)) {
			return len(p)
		}
	}
	return 0
}
