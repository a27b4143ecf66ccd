// Package faketest tests whether a locale is sound: big enough, free of
// dictionary artefacts, writable in the character sets that it names, and above
// all safe, so that nothing it makes belongs to somebody.
//
// A locale's own test is one line:
//
//	func TestLocale(t *testing.T) { faketest.Run(t, Locale) }
package faketest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/migawari-dev/migawari/fake"
)

// The sizes below which fakes repeat so often that people take one for another.
const (
	leastFamily    = 100    // Korean has few
	leastGiven     = 150    // of each sex
	leastNames     = 45_000 // family names with the given names of a sex
	leastNicknames = 50
	leastPlaces    = 10
	leastSentences = 10
)

// Run tests a locale. Every failure says which rule is broken.
func Run(t *testing.T, l *fake.Locale) {
	t.Helper()
	for _, c := range checks {
		sound := t.Run(c.name, func(t *testing.T) {
			for _, fault := range c.find(l) {
				t.Errorf("%s\n\trule: %s", fault, c.rule)
			}
		})
		if !sound && c.first {
			return
		}
	}
}

// Faults gives what Run would report, for tools that are no tests.
func Faults(l *fake.Locale) []string {
	var all []string
	for _, c := range checks {
		for _, f := range c.find(l) {
			all = append(all, c.name+": "+f)
		}
		if len(all) > 0 && c.first {
			return all
		}
	}
	return all
}

// A check finds the faults of one kind.
type check struct {
	name, rule string
	find       func(l *fake.Locale) []string
	first      bool // without it, others would panic
}

var checks = []check{
	{name: "valid", rule: "Locale.Validate accepts the locale", find: valid, first: true},
	{name: "sizes", rule: "lists are long enough that fakes seldom repeat", find: sizes},
	{name: "duplicates", rule: "a name stands once in its list, and has one reading", find: duplicates},
	{name: "order", rule: "no two readings differ only in voicing marks, small kana or long marks: collations would sort them differently", find: order},
	{name: "artefacts", rule: "entries are words and no leftovers of a dictionary or a template", find: artefacts},
	{name: "charsets", rule: "every character can be written in the character sets that the locale names, and in three bytes of UTF-8", find: charsets},
	{name: "latin", rule: "names have a form in ASCII letters for addresses and accounts", find: latin},
	{name: "regions", rule: "a region, which is real, is not the name of a made-up place", find: regions},
	{name: "phones", rule: "phone numbers are those that the numbering plan gives to nobody", find: phones},
	{name: "postal codes", rule: "postal codes are those of no place", find: postal},
	{name: "people", rule: "people are made of the lists, pass the public pair check, and their addresses are reserved", find: people},
	{name: "values", rule: "fakes of values are reserved, and made of the lists", find: values},
}

func valid(l *fake.Locale) []string {
	if err := l.Validate(); err != nil {
		return []string{err.Error()}
	}
	return nil
}

func sizes(l *fake.Locale) (faults []string) {
	for _, s := range []struct {
		what  string
		list  fake.List
		least int
	}{
		{"family names", l.Family, leastFamily}, {"male given names", l.Male, leastGiven}, {"female given names", l.Female, leastGiven},
		{"nicknames", l.Nicknames, leastNicknames}, {"municipalities", l.Address.Municipalities, leastPlaces},
		{"streets", l.Address.Streets, leastPlaces}, {"buildings", l.Address.Buildings, leastPlaces}, {"sentences", l.Text.Sentences, leastSentences},
	} {
		if n := size(s.list); n < s.least {
			faults = append(faults, fmt.Sprintf("%d %s, fewer than %d", n, s.what, s.least))
		}
	}
	if n := size(l.Family) * min(size(l.Male), size(l.Female)); n < leastNames {
		faults = append(faults, fmt.Sprintf("%d full names of one sex, fewer than %d", n, leastNames))
	}
	return faults
}

// size counts the entries of a list.
func size(l fake.List) (n int) {
	for range l.All() {
		n++
	}
	return n
}

// namedList is a list under the name that failures give it.
type namedList struct {
	what string
	list fake.List
}

func nameLists(l *fake.Locale) []namedList {
	return []namedList{{"family names", l.Family}, {"male given names", l.Male}, {"female given names", l.Female}}
}

func allLists(l *fake.Locale) []namedList {
	return append(nameLists(l), namedList{"nicknames", l.Nicknames}, namedList{"municipalities", l.Address.Municipalities},
		namedList{"streets", l.Address.Streets}, namedList{"buildings", l.Address.Buildings}, namedList{"sentences", l.Text.Sentences})
}

func duplicates(l *fake.Locale) (faults []string) {
	given := map[string]string{}
	for _, list := range allLists(l) {
		seen := map[string]bool{}
		for n := range list.list.All() {
			key := strings.ToLower(n.Written)
			if seen[key] {
				faults = append(faults, fmt.Sprintf("%s: %s stands twice", list.what, n.Written))
			}
			seen[key] = true
			if !strings.HasSuffix(list.what, "given names") {
				continue
			}
			if r, ok := given[key]; ok && r != n.Reading {
				faults = append(faults, fmt.Sprintf("given names: %s has the readings %s and %s", n.Written, r, n.Reading))
			}
			given[key] = n.Reading
		}
	}
	return faults
}

func order(l *fake.Locale) (faults []string) {
	for _, lists := range [][]fake.List{{l.Family}, {l.Male, l.Female}} {
		seen := map[string]string{}
		for _, list := range lists {
			for n := range list.All() {
				key := foldKana(n.Reading)
				if r, ok := seen[key]; ok && r != n.Reading {
					faults = append(faults, fmt.Sprintf("%s and %s", r, n.Reading))
				}
				seen[key] = n.Reading
			}
		}
	}
	return faults
}

// foldKana takes voicing marks, smallness and long marks from katakana.
func foldKana(s string) string { return folding.Replace(s) }

var folding = strings.NewReplacer(
	"ガ", "カ", "ギ", "キ", "グ", "ク", "ゲ", "ケ", "ゴ", "コ", "ザ", "サ", "ジ", "シ", "ズ", "ス", "ゼ", "セ", "ゾ", "ソ",
	"ダ", "タ", "ヂ", "チ", "ヅ", "ツ", "デ", "テ", "ド", "ト", "バ", "ハ", "パ", "ハ", "ビ", "ヒ", "ピ", "ヒ", "ブ", "フ", "プ", "フ",
	"ベ", "ヘ", "ペ", "ヘ", "ボ", "ホ", "ポ", "ホ", "ヴ", "ウ", "ァ", "ア", "ィ", "イ", "ゥ", "ウ", "ェ", "エ", "ォ", "オ",
	"ッ", "ツ", "ャ", "ヤ", "ュ", "ユ", "ョ", "ヨ", "ヮ", "ワ", "ー", "")

// artefact finds what no word of a list has: marks of templates and formats,
// controls, replacement characters, digits.
var artefact = regexp.MustCompile(`[\x00-\x1f\x7f\x{FFFD}{}<>%$\\|*#@_=+~^0-9０-９]|\(|\)|  |(?i)^(null|none|n/a|undefined|todo|test|firstname|lastname)$`)

func artefacts(l *fake.Locale) (faults []string) {
	for _, list := range allLists(l) {
		for n := range list.list.All() {
			for _, form := range []string{n.Written, n.Reading, n.Latin} {
				if artefact.MatchString(form) {
					faults = append(faults, fmt.Sprintf("%s: %q", list.what, form))
				}
			}
		}
	}
	return faults
}

// sets are the character sets that a locale can name.
var sets = map[string]encoding.Encoding{
	"cp932": japanese.ShiftJIS, "euc-jp": japanese.EUCJP, "jis-x-0208": japanese.EUCJP,
	"gbk": simplifiedchinese.GBK, "big5": traditionalchinese.Big5, "euc-kr": korean.EUCKR,
	"latin1": charmap.Windows1252, "latin2": charmap.ISO8859_2, "latin9": charmap.ISO8859_15, "cp1250": charmap.Windows1250,
	"cp1251": charmap.Windows1251, "cp1252": charmap.Windows1252, "cp1254": charmap.Windows1254, "cp1258": charmap.Windows1258,
}

func charsets(l *fake.Locale) (faults []string) {
	faces := []fake.Face{fake.Written, fake.Katakana, fake.Hiragana, fake.HalfKatakana, fake.Latin, fake.Passport}
	letters := l.NameAlphabet(faces...) + l.NicknameAlphabet() + l.AddressAlphabet() + l.TextAlphabet()
	for _, r := range letters {
		if utf8.RuneLen(r) > 3 {
			faults = append(faults, fmt.Sprintf("%c takes four bytes of UTF-8, which MySQL's utf8mb3 lacks", r))
		}
	}
	for _, name := range l.Charsets {
		set, ok := sets[name]
		if !ok {
			faults = append(faults, "unknown character set "+name)
			continue
		}
		encoder := set.NewEncoder()
		for _, r := range letters {
			b, err := encoder.Bytes([]byte(string(r)))
			if err != nil || name == "jis-x-0208" && !isJIS(r, b) {
				faults = append(faults, fmt.Sprintf("%c (U+%04X) is not in %s", r, r, name))
			}
		}
	}
	return faults
}

// isJIS says whether a character is in JIS X 0208, or half-width katakana of JIS
// X 0201, from its bytes in EUC-JP. Row 13 and rows from 85 on are vendors'.
func isJIS(r rune, b []byte) bool {
	if 'ｦ' <= r && r <= 'ﾟ' {
		return true
	}
	return len(b) == 2 && b[0] >= 0xa1 && b[0] <= 0xf4 && b[0] != 0xad
}

// account is the Latin form of a name: letters, with what may stand in a name.
var account = regexp.MustCompile(`^[A-Za-z][A-Za-z' -]*$`)

func latin(l *fake.Locale) (faults []string) {
	for _, list := range nameLists(l) {
		for n := range list.list.All() {
			form := n.Latin
			switch {
			case form != "":
			case n.Reading != "":
				form = string(fake.AppendHepburn(nil, n.Reading))
			default:
				form = n.Written
			}
			if !account.MatchString(form) || len(form) > 24 {
				faults = append(faults, fmt.Sprintf("%s: %s is %q", list.what, n.Written, form))
			}
		}
	}
	return faults
}

func regions(l *fake.Locale) (faults []string) {
	for _, list := range []fake.List{l.Address.Municipalities, l.Address.Streets, l.Address.Buildings} {
		for n := range list.All() {
			for _, r := range l.Address.Regions {
				if strings.HasPrefix(n.Written, r) || strings.TrimRightFunc(r, isSuffix) == strings.TrimRightFunc(n.Written, isSuffix) {
					faults = append(faults, n.Written+" names the region "+r)
				}
			}
		}
	}
	return faults
}

// isSuffix says whether a character says what a Japanese place is.
func isSuffix(r rune) bool {
	return strings.ContainsRune("都道府県市区町村", r) || unicode.IsSpace(r)
}

// safePhones are the national numbers, with trunk, that reach nobody.
var safePhones = map[string]*regexp.Regexp{
	// An exchange never begins with 1; 090-0 is not assigned. Never 080-0, which is
	// freephone. No other area code begins with one of these and 1.
	"81": regexp.MustCompile(`^0([36]1\d{3}|(11|17|18|22|23|25|27|43|45|48|52|54|73|75|78|82|83|86|87|89|92|96|97)1\d\d|` +
		`(197|248|265|285|297|556|574|598|745|749|761|766|770|855|858|883|887|954|957|980|982|993)1\d)\d{4}$|^0900\d{7}$`),
	// 555-0100 to 555-0199 of each area.
	"1": regexp.MustCompile(`^[2-9]\d\d55501\d\d$`),
	// Ofcom: numbers for drama.
	"44": regexp.MustCompile(`^(01632960\d{3}|07700900\d{3}|02079460\d{3}|01[1-69]1496\d{4})$`),
	// ACMA: numbers for use in creative works.
	"61": regexp.MustCompile(`^(0[2378](5550|7010)\d{4}|0491570\d{3})$`),
	// Arcep, 2018-0881.
	"33": regexp.MustCompile(`^(019900|026191|035301|046571|053649|063998)\d{4}$`),
	// Bundesnetzagentur: numbers for films.
	"49": regexp.MustCompile(`^(03023125|04066969|06990009|02214710|08999998)\d{3}$`),
	// An exchange never begins with 0; 154 is no network's.
	"86": regexp.MustCompile(`^(01|02)\d0\d{7}$|^1540\d{7}$`),
	// An exchange never begins with 0.
	"82": regexp.MustCompile(`^(02|010)0\d{3}\d{4}$`),
}

func phones(l *fake.Locale) (faults []string) {
	safe := safePhones[l.Phone.Country]
	if safe == nil && l.Phone.Source == "" {
		return []string{"for calling code " + l.Phone.Country + " this package knows no safe numbers: Phones.Source must say where it stands that these are"}
	}
	patterns := l.Address.Areas
	for _, c := range l.Phone.Classes {
		patterns = append(slices.Clip(patterns), c.Fakes...)
	}
	for _, p := range patterns {
		for _, digit := range []string{"0", "5", "9"} {
			number := strings.ReplaceAll(strings.ReplaceAll(p, "-", ""), "#", digit)
			if safe != nil && !safe.MatchString(number) {
				faults = append(faults, p+" can be somebody's")
			}
		}
	}
	return faults
}

// safePostal are the postal codes of no place, by calling code.
var safePostal = map[string]*regexp.Regexp{
	"81": regexp.MustCompile(`^(000\d{4}|000|\d{4})$`),
	"1":  regexp.MustCompile(`^(000\d\d(\d{4})?|\d{4})$`),
	"33": regexp.MustCompile(`^96\d{3}$`),
	"49": regexp.MustCompile(`^00\d{3}$`),
	"82": regexp.MustCompile(`^00\d{3}$`),
	"86": regexp.MustCompile(`^00\d{4}$`),
}

func postal(l *fake.Locale) (faults []string) {
	safe := safePostal[l.Phone.Country]
	if safe == nil {
		return nil
	}
	for _, p := range l.Postal {
		if number := strings.ReplaceAll(strings.ReplaceAll(p, "-", ""), "#", "7"); !safe.MatchString(number) {
			faults = append(faults, p+" can be a place's")
		}
	}
	return faults
}
