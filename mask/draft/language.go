package draft

import (
	"strings"
	"unicode"

	"github.com/migawari-dev/migawari/mask/detect"
)

// Language is that in which fakes fit: Japanese where names or comments are in it, or names
// of persons have readings, and else English.
func Language(r *detect.Result) string {
	isJapanese := func(c rune) bool { return unicode.In(c, unicode.Hiragana, unicode.Katakana, unicode.Han) }
	for _, t := range r.Tables {
		for _, c := range t.Columns {
			if c.Kind == detect.KanaName || strings.ContainsFunc(c.Column.Name+c.Column.Comment, isJapanese) {
				return "ja"
			}
		}
	}
	return "en"
}
