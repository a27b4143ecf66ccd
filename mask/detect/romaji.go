package detect

import (
	"regexp"
	"strings"
)

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
	if len(word) < leastRomaji || !syllables.MatchString(word) {
		return ""
	}
	return mora.Replace(consonants.Replace(word))
}

var (
	syllables  = regexp.MustCompile(`^(?:(?:[kgsztdnhbpmr]y?|kk?y?|ss?h?|tt?s?|t?ch|cch|pp?y?|sh|jy?|f|w|y)?[aiueo]|n)+$`)
	consonants = strings.NewReplacer("cch", "tty", "tch", "tty", "sh", "sy", "ch", "ty", "ts", "t", "jy", "zy", "j", "zy", "f", "h", "ou", "o", "oo", "o", "uu", "u")
	mora       = strings.NewReplacer("syi", "si", "tyi", "ti", "zyi", "zi", "di", "zi", "du", "zu")
)
