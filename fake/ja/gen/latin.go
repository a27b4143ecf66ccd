package main

import (
	"strings"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/fake"
)

// openings are kanji whose reading may begin with ウ or オ. Behind an o or u that
// is no long vowel, since another word begins there: 井上 is Inoue, 本岡 Motooka.
var openings = map[rune]string{
	'上': "ウエ", '内': "ウチ", '浦': "ウラ", '海': "ウミ", '梅': "ウメ", '歌': "ウタ", '臼': "ウス", '牛': "ウシ", '魚': "ウオ", '瓜': "ウリ",
	'打': "ウチ", '植': "ウエ", '薄': "ウス", '潮': "ウシオ", '受': "ウケ",
	'岡': "オカ", '丘': "オカ", '大': "オオ", '沖': "オキ", '奥': "オク", '折': "オリ", '織': "オリ", '音': "オト", '尾': "オ", '央': "オ", '生': "オ",
	'雄': "オ", '男': "オ", '夫': "オ", '緒': "オ", '桜': "オ", '帯': "オビ", '越': "オチ", '落': "オチ", '面': "オモ", '親': "オヤ",
}

// latin gives the Latin form of a name where it does not follow from its reading
// alone: where a vowel that looks long belongs to two words.
func latin(w word) string {
	for i, r := range w.written {
		open := openings[r]
		if i == 0 || open == "" || strings.Contains(w.written, "河内") { // コウチ
			continue
		}
		// The last place where it can begin, with as many kana behind it as there
		// are kanji.
		behind := utf8.RuneCountInString(w.written[i:]) - 1
		at := lastOpening(w.reading, open, behind)
		if at <= 0 {
			continue
		}
		// The カ keeps a long vowel before it from being one at the end.
		head := strings.TrimSuffix(string(fake.AppendHepburn(nil, w.reading[:at]+"カ")), "ka")
		form := head + strings.ToLower(string(fake.AppendHepburn(nil, w.reading[at:])))
		if form != string(fake.AppendHepburn(nil, w.reading)) {
			return form
		}
	}
	return ""
}

// lastOpening finds the last place of opening in reading that has a kana of the
// rows o and u before it, and at least so many kana behind it.
func lastOpening(reading, opening string, behind int) int {
	for end := len(reading); ; {
		at := strings.LastIndex(reading[:end], opening)
		if at <= 0 {
			return -1
		}
		if n := utf8.RuneCountInString(reading[at+len(opening):]); n >= behind && (behind > 0 || n == 0) {
			return at
		}
		end = at
	}
}
