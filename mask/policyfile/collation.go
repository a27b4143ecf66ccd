package policyfile

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// A collation says which texts a column holds for equal.
type collation struct {
	fold fold
	// pad: spaces at the end do not count (PAD SPACE).
	pad bool
	// plane: all characters beyond U+FFFF are one, as in MySQL's older collations.
	plane bool
}

// A fold says which characters are one.
type fold uint8

const (
	exactly  fold = iota
	ascii         // A-Z are a-z
	letters       // no letter has case
	general       // and Latin, Greek and Cyrillic letters no accents: utf8mb4_general_ci
	swedish       // the same but for å, ä, ö and ü: latin1_swedish_ci
	composed      // a letter with its accent is one character or two: …_as_cs
	kana          // the same, and hiragana are katakana: utf8mb4_ja_0900_as_cs
	accents       // forms of compatibility, kana and case are one: …_as_ci
	unicode4      // and accents, voice marks of kana among them: utf8mb4_unicode_ci
	unicode5      // and ø, ł, đ, æ are letters with an accent: …_ai_ci, utf8mb4_unicode_520_ci
)

// collationOf reads how a column compares text from what its DDL says: the
// collations of MySQL and MariaDB, and of SQLite. Everything else is exact, as
// PostgreSQL is, but for its citext and char(n).
func collationOf(c *schema.Column) collation {
	name := strings.ToLower(c.Collation)
	if name == "" {
		name = defaultCollation(c.Charset)
	}
	switch name {
	case "":
		if c.Type.Name == "citext" || strings.HasSuffix(c.Type.Name, ".citext") {
			return collation{fold: letters}
		}
		return collation{pad: c.Type.Kind == schema.Text && c.Type.FixedSize}
	case "binary":
		return collation{}
	case "nocase":
		return collation{fold: ascii}
	case "rtrim":
		return collation{pad: true}
	}
	return mysqlCollation(name)
}

// defaultCollation is what MySQL gives a character set if nothing is written:
// today's servers write the collation of utf8mb4 down.
func defaultCollation(charset string) string {
	switch charset {
	case "", "binary":
		return charset
	case "latin1":
		return "latin1_swedish_ci"
	}
	return charset + "_general_ci"
}

// mysqlCollation reads a name such as utf8mb4_ja_0900_as_cs: character set,
// language or version, and what is told apart.
func mysqlCollation(name string) collation {
	words := strings.Split(name, "_")
	has := func(word string) bool {
		for _, w := range words {
			if w == word {
				return true
			}
		}
		return false
	}
	// Names of MariaDB's newest collations leave out the character set.
	broad := strings.HasPrefix(name, "utf") || words[0] == "ucs2" || words[0] == "uca1400"
	c := collation{pad: !has("0900") && !has("nopad")}
	switch {
	case has("bin"):
	case has("cs") && has("ja") && !has("ks"):
		c.fold = kana
	case has("cs") && (has("0900") || has("uca1400")):
		c.fold = composed
	case has("cs"):
	case !has("ci"):
		return collation{} // of another server
	case !broad:
		c.fold = narrow(name)
	case has("0900"), has("uca1400"), has("520"):
		c.fold = unicode5
		if has("as") {
			c.fold = accents
		}
	case has("general"):
		c.fold, c.plane = general, true
	default: // unicode and the languages
		c.fold, c.plane = unicode4, true
	}
	return c
}

// narrow gives the fold of a character set that is not Unicode. The tables of
// East Asian sets know of case in ASCII only.
func narrow(name string) fold {
	set, _, _ := strings.Cut(name, "_")
	switch set {
	case "ascii", "sjis", "cp932", "ujis", "eucjpms", "gbk", "gb2312", "gb18030", "big5", "euckr":
		return ascii
	case "greek":
		return general
	}
	if name == "latin1_swedish_ci" {
		return swedish
	}
	return letters
}

// A folder reads a text as the characters that a collation compares. It
// allocates nothing.
type folder struct {
	rest []byte
	part []byte // of one character that stands for several
	collation
}

// end is what next gives behind the last character.
const end = rune(-1)

// invalid is added to a byte that is not UTF-8, so that it equals itself only.
const invalid = unicode.MaxRune + 1

// next gives the next folded character.
func (f *folder) next() rune {
	for {
		from := &f.rest
		if len(f.part) > 0 {
			from = &f.part
		}
		if len(*from) == 0 {
			return end
		}
		if c := (*from)[0]; c < utf8.RuneSelf {
			*from = (*from)[1:]
			if f.fold != exactly && f.fold != composed && f.fold != kana && 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			return rune(c)
		}
		r, n := utf8.DecodeRune(*from)
		whole := (*from)[:n]
		*from = (*from)[n:]
		switch {
		case r == utf8.RuneError && n == 1:
			return invalid + rune(whole[0])
		case f.plane && r > 0xffff:
			return utf8.RuneError
		}
		switch f.fold {
		case exactly, ascii:
			return r
		case letters:
			return caseless(r)
		case general:
			return bare(r, whole)
		case swedish:
			return swede(r, whole)
		case composed, kana, accents, unicode4, unicode5:
			if len(f.part) == 0 && f.split(r, whole) {
				continue
			}
			if c := f.letter(r); c != 0 {
				return c
			}
		}
	}
}

// split takes a character apart that is a form of others: Ａ, ㈱, が, é. Accents
// that stand on a space stay what they are.
func (f *folder) split(r rune, whole []byte) bool {
	form := norm.NFKD
	switch {
	case f.fold == composed || f.fold == kana:
		form = norm.NFD
	case r == 'й' || r == 'Й':
		return false // a letter of its own
	}
	if d := form.Properties(whole).Decomposition(); len(d) > 0 && (d[0] != ' ' || len(d) == 1) {
		f.part = d
		return true
	}
	return false
}

// letter gives what a character counts as that cannot be taken apart; 0 is
// nothing. What follows a letter in f.part is a mark, which can be lost where
// marks do not count.
func (f *folder) letter(r rune) rune {
	switch f.fold {
	case composed:
		return r
	case kana:
		return hiragana(r)
	case accents:
		return caseless(large(hiragana(r)))
	}
	if unicode.Is(unicode.Mn, r) && unicode.Is(unicode.Inherited, r) {
		return 0
	}
	r = caseless(large(hiragana(r)))
	switch r {
	case 'ß':
		f.part = sharp
		return 's'
	case 'œ':
		f.part = ligature
		return 'o'
	}
	if f.fold == unicode4 {
		return r
	}
	switch r {
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ', 'ð':
		return 'd'
	case 'ħ':
		return 'h'
	case 'æ':
		f.part = ligature
		return 'a'
	}
	return r
}

// The second letters of ß, and of æ and œ.
var sharp, ligature = []byte("s"), []byte("e")

// caseless gives one form of a letter's cases. The dotless i is no i.
func caseless(r rune) rune {
	if r == 'ı' {
		return r
	}
	return unicode.ToLower(unicode.ToUpper(r))
}

// hiragana gives the hiragana for a katakana.
func hiragana(r rune) rune {
	if 'ァ' <= r && r <= 'ヶ' {
		return r - ('ァ' - 'ぁ')
	}
	return r
}

// large gives the large kana for a small one.
func large(r rune) rune {
	switch r {
	case 'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ゎ':
		return r + 1
	case 'ゕ':
		return 'か'
	case 'ゖ':
		return 'け'
	}
	return r
}

// bare gives the letter under an accent, in Latin, Greek and Cyrillic.
func bare(r rune, whole []byte) rune {
	switch r {
	case 'ß':
		return 's'
	case 'ı':
		return 'i'
	case 'й', 'Й':
		return 'й'
	}
	if d := norm.NFD.Properties(whole).Decomposition(); len(d) > 0 {
		if b, n := utf8.DecodeRune(d); n < len(d) && unicode.In(b, unicode.Latin, unicode.Greek, unicode.Cyrillic) {
			r = b
		}
	}
	return caseless(r)
}

// swede gives a letter as latin1_swedish_ci has it: å is no a, and ü is a y.
func swede(r rune, whole []byte) rune {
	switch r {
	case 'å', 'Å':
		return 'å'
	case 'ä', 'Ä', 'æ', 'Æ':
		return 'ä'
	case 'ö', 'Ö':
		return 'ö'
	case 'ü', 'Ü':
		return 'y'
	case 'ð', 'Ð':
		return 'd'
	case 'ß', 'ÿ', 'Ÿ', 'š', 'Š', 'ž', 'Ž', 'œ', 'Œ':
		return r
	}
	return bare(r, whole)
}

// collations implement [mask.Collations].
type collations struct{}

// Fold implements [mask.Collations]. Texts of ASCII are themselves, but for their case.
func (collations) Fold(c *schema.Column) func(dst, text []byte) []byte {
	if k := c.Type.Kind; k != schema.Text && k != schema.UUID {
		return nil
	}
	how := collate(c)
	if how == (collation{}) {
		return nil
	}
	return func(dst, text []byte) []byte {
		f, end := folder{rest: text, collation: how}, len(dst)
		for r := f.next(); r >= 0; r = f.next() {
			dst = binary.AppendUvarint(dst, uint64(r))
			if !how.pad || r != ' ' {
				end = len(dst)
			}
		}
		return dst[:end]
	}
}

// compare gives -1, 0 or 1. The order of unequal texts is that of their folded
// characters by code point, which is not a dictionary's.
func (c collation) compare(a, b []byte) int {
	if c == (collation{}) || bytes.Equal(a, b) {
		return bytes.Compare(a, b)
	}
	f, g := folder{rest: a, collation: c}, folder{rest: b, collation: c}
	for {
		x, y := f.next(), g.next()
		if c.pad && x != y {
			if x == end {
				x = ' '
			}
			if y == end {
				y = ' '
			}
		}
		switch {
		case x == end && y == end:
			return 0
		case x < y:
			return -1
		case x > y:
			return 1
		}
	}
}
