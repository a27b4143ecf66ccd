package detect

import "strings"

// Japanese in Latin letters is written in many ways: hogosha and hogosya, juusho, jusho
// and zyuusyo. Words that are read alike are one word.

// romaji has the words of the lists that can be Japanese, by how they are read.
type romaji map[string]string

// leastRomaji is how many letters a word has that is known by how it is read.
const leastRomaji = 5

// add notes a word; of words that are read alike, the first stays.
func (r romaji) add(word string) {
	if k := reading(word); k != "" && r[k] == "" {
		r[k] = word
	}
}

// find gives the word of the lists that is read like a word, or "".
func (r romaji) find(word string) string {
	if k := reading(word); k != "" {
		return r[k]
	}
	return ""
}

// reading gives one spelling for all of a word's; "" if it cannot be Japanese.
func reading(word string) string {
	if len(word) < leastRomaji || !isRomaji(word) {
		return ""
	}
	return mora.Replace(consonants.Replace(word))
}

// isRomaji says whether a word consists of syllables: a vowel with one of the onsets before
// it, or none, or an n.
func isRomaji(word string) bool {
	from := 0
	for i := range len(word) {
		switch word[i] {
		case 'a', 'e', 'i', 'o', 'u':
			onset := strings.TrimLeft(word[from:i], "n")
			if !onsets[onset] && !(from+len(onset) < i && onsets["n"+onset]) {
				return false
			}
			from = i + 1
		}
	}
	return strings.TrimLeft(word[from:], "n") == ""
}

// onsets are what can stand before a vowel, in any of the spellings.
var onsets = func() map[string]bool {
	all := map[string]bool{"": true}
	for o := range strings.FieldsSeq("k g s z t d n h b p m r ky gy sy zy ty dy ny hy by py my ry kk kky ss ssh sh tt ts tts ch tch cch pp ppy j jy f w y") {
		all[o] = true
	}
	return all
}()

var (
	consonants = strings.NewReplacer("cch", "tty", "tch", "tty", "sh", "sy", "ch", "ty", "ts", "t", "jy", "zy", "j", "zy", "f", "h", "ou", "o", "oo", "o", "uu", "u")
	mora       = strings.NewReplacer("syi", "si", "tyi", "ti", "zyi", "zi", "di", "zi", "du", "zu")
)
