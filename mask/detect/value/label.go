package value

import "bytes"

// Words that stand before a value and say what it is.
var (
	postalLabels   = [...]string{"郵便番号", "〒", "postal code", "zip", "zip code", "postcode"}
	phoneLabels    = [...]string{"tel", "電話", "電話番号", "携帯", "携帯番号", "連絡先", "fax", "phone", "mobile", "cell", "call", "℡"}
	myNumberLabels = [...]string{"マイナンバー", "個人番号", "my number", "mynumber"}
	accountLabels  = [...]string{"口座番号", "口座", "普通", "当座", "普通預金", "account number", "account no", "account no.", "account"}
	birthLabels    = [...]string{"生年月日", "誕生日", "born", "born on", "birthday", "date of birth", "birth date", "dob", "d.o.b"}
	birthEndings   = [...]string{"生まれ", "生れ", "うまれ"}
)

// longestLabel is from how many bytes before a value on a label is not looked for.
const longestLabel = 48

// hasLabel says whether one of the words stands before i, with at most a colon, a
// space, a bracket or a particle between.
func (f *finder) hasLabel(i int, words []string) bool {
	b := f.text[max(0, i-longestLabel):i]
	for cut := true; cut && len(b) > 0; {
		cut = false
		if c := b[len(b)-1]; c < 0x80 && bytes.IndexByte([]byte(" \t:=([\"'#"), c) >= 0 {
			b, cut = b[:len(b)-1], true
			continue
		}
		for _, s := range [...]string{"：", "　", "（", "「", "は", "が", "、", "＝", "【", "】", "is", "no", "no."} {
			if n := len(b) - len(s); n > 0 && string(b[n:]) == s && (s[0] >= 0x80 || !isLetter(b[n-1])) {
				b, cut = b[:n], true
				break
			}
		}
	}
	for _, w := range words {
		n := len(b) - len(w)
		if n >= 0 && foldsTo(b[n:], w) && (w[0] >= 0x80 || n == 0 || !isLetter(b[n-1])) {
			return true
		}
	}
	return false
}

// endsLabelled says whether one of the words stands at i.
func (f *finder) endsLabelled(i int, words []string) bool {
	for _, w := range words {
		if begins(f.text[i:], w) {
			return true
		}
	}
	return false
}
