package name

import (
	"sync"
	"unicode/utf8"

	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/ikawaha/kagome/v2/tokenizer"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/ja"
)

// kagome cuts Japanese into words. It is safe for concurrent use.
var kagome = sync.OnceValue(func() *tokenizer.Tokenizer {
	t, err := tokenizer.New(ipa.DictShrink(), tokenizer.OmitBosEos())
	if err != nil {
		panic("name: the dictionary is broken: " + err.Error()) // it is part of the program
	}
	return t
})

// A class says what a word is.
type class uint8

const (
	other class = iota
	family
	given
	person // a name, and nobody knows which part: トム
	place
	placeEnd  // 県 市 区 町
	honorific // さん 様
	noun
	adverb // a noun that stands for when: 昨日
	unknown
	number
	particle
	symbol
	blank
)

// A word is one of a sentence; its span counts runes.
type word struct {
	start, end int
	text       string
	class      class
}

func (w *word) chars() int { return w.end - w.start }

// classOf reads the parts of speech of IPADIC.
func classOf(t *tokenizer.Token) class {
	p := t.POS()
	at := func(i int) string {
		if i < len(p) {
			return p[i]
		}
		return ""
	}
	if honorifics[t.Surface] {
		return honorific
	}
	switch at(0) {
	case "名詞":
		switch at(1) {
		case "固有名詞":
			switch at(2) {
			case "人名":
				switch at(3) {
				case "姓":
					return family
				case "名":
					return given
				}
				return person
			case "地域":
				return place
			}
			return noun
		case "接尾":
			switch at(2) {
			case "人名":
				if t.Surface != "クン" { // of トークン
					return honorific
				}
			case "地域":
				return placeEnd
			}
			return other
		case "数":
			return number
		case "副詞可能", "代名詞", "非自立":
			return adverb
		}
		if t.Class == tokenizer.UNKNOWN {
			return unknown
		}
		return noun
	case "助詞":
		return particle
	case "記号":
		if t.Surface == " " {
			return blank
		}
		return symbol
	}
	if t.Class == tokenizer.UNKNOWN {
		return unknown
	}
	return other
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

var (
	honorifics = set("さん", "さま", "様", "くん", "君", "ちゃん", "氏", "殿", "先生", "教諭", "先輩", "選手", "コーチ", "監督", "校長", "教頭", "部長", "課長", "社長", "店長", "主任")
	// loose honorifics are words of their own: what stands before them is a name only
	// if the dictionary says so.
	loose = set("先生", "教諭", "先輩", "選手", "コーチ", "監督", "校長", "教頭", "部長", "課長", "社長", "店長", "主任", "様", "殿", "君")
	// nobody are words before an honorific that name nobody.
	nobody = set("お客", "客", "皆", "みな", "みんな", "娘", "息子", "お母", "母", "お父", "父", "お子", "子", "業者", "店員", "患者", "担当", "担当者", "学生", "生徒", "児童", "保護者", "お兄", "兄", "お姉", "姉", "弟", "妹",
		"お嬢", "嬢", "奥", "赤", "お医者", "医者", "看護師", "運転手", "大家", "隣", "お隣", "神", "王", "仏", "他社", "御社", "会社", "事務", "受付", "職員", "先生", "各位", "関係者", "利用者", "会員", "お疲れ", "ご苦労", "何", "誰", "新人", "若者", "外国人", "おばあ", "おじい", "おば", "おじ", "サンタ", "同氏", "両", "同", "屋")
	// roles stand before の and a name: 担任の山田.
	roles = set("担任", "担当", "担当者", "母", "父", "娘", "息子", "長男", "長女", "次男", "次女", "三男", "三女", "妹", "弟", "兄", "姉", "祖母", "祖父", "保護者", "生徒", "児童", "同級生", "友人", "友達", "クラスメイト", "教諭", "顧問", "部長", "課長", "社長", "店長", "主任", "校長", "教頭", "営業", "総務", "弊社", "組", "年", "班", "夫", "妻", "主人", "子ども", "子供", "孫", "会社", "課", "部", "係", "室", "センター", "サポート", "株式会社", "先輩", "後輩", "旧姓", "名義人", "代理人", "申請者")
	// kin are the roles whose given name alone is said: 息子の陸.
	kin = set("娘", "息子", "長男", "長女", "次男", "次女", "三男", "三女", "妹", "弟", "兄", "姉", "孫", "母", "父", "祖母", "祖父", "親", "保護者", "妻", "夫")
	// relation are words of one letter behind a family name that are no given name.
	relation = set("両", "家", "宅", "方", "側", "様", "氏", "君", "殿", "父", "母", "兄", "弟", "姉", "妹", "名", "本", "店", "社", "組", "班", "町", "駅", "県", "市", "区", "村", "城", "川", "山", "島", "橋", "寺", "館", "院", "校", "部", "課", "係", "室", "的", "式", "流", "版", "作", "著", "宛", "等", "達", "派", "系")
	// organisations make of a family name that of a place or a firm.
	organisations = set("店", "駅", "城", "川", "山", "島", "橋", "寺", "神社", "病院", "医院", "大学", "高校", "中学校", "小学校", "学校", "中学", "学園", "学院", "工業", "商店", "商事", "製作所", "建設", "株式会社", "銀行", "支店", "本店", "通り", "屋", "製薬", "電機", "自動車", "食品", "書店", "産業", "線", "港", "式", "流", "時代", "賞", "杯")
	// labels stand before a colon and a name.
	labels = set("氏名", "名前", "名", "担任", "担当", "担当者", "保護者", "生徒", "児童", "記入者", "差出人", "宛名", "フリガナ", "ふりがな", "カナ", "者", "人", "主", "様", "患者", "申込者", "届出人", "注文者", "連絡先", "お客様", "受取人", "本人", "先生")
	// speech stands behind the name of who speaks.
	speech = set("です", "でございます", "と申し", "と言い", "といい", "より", "と", "と申します")
)

// findJapanese judges a sentence.
func findJapanese(dst []Finding, text []byte, from, to int) []Finding {
	var folded []byte
	offsets := make([]int, 0, to-from+1) // of runes, in text
	for i := from; i < to; {
		r, n := utf8.DecodeRune(text[i:to])
		offsets = append(offsets, i)
		folded = utf8.AppendRune(folded, Fold(r))
		i += n
	}
	offsets = append(offsets, to)
	tokens := kagome().Analyze(string(folded), tokenizer.Normal)
	s := japanese{words: make([]word, 0, len(tokens))}
	for i := range tokens {
		t := &tokens[i]
		s.words = append(s.words, word{t.Start, t.End, t.Surface, classOf(t)})
	}
	for i := 0; i < len(s.words); {
		first, last, kind := s.at(i)
		if last < first { // nothing
			i++
			continue
		}
		f := Finding{Start: offsets[s.words[first].start], End: offsets[s.words[last].end], Kind: kind}
		f.Family = f.Start
		for k := first; k <= min(first+1, last); k++ { // the second, where the first is its head
			if s.class(k) == family {
				f.Family = offsets[s.words[k].end]
				break
			}
		}
		f.Doubt = kind == Person && s.isThing(first, last)
		dst = append(dst, f)
		i = last + 1
		if first, last := s.reading(i); kind == Person && last >= first {
			start := offsets[s.words[first].start]
			dst = append(dst, Finding{Start: start, End: offsets[s.words[last].end], Kind: Person, Family: start})
			i = last + 1
		}
		s.done = i
	}
	return dst
}

// japanese is the words of a sentence.
type japanese struct {
	words []word
	done  int // words that are found already
}

func (s *japanese) class(i int) class {
	if i < 0 || i >= len(s.words) {
		return other
	}
	return s.words[i].class
}

func (s *japanese) text(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i].text
}

// reading gives the words of the reading in brackets behind a name that ends before the
// i-th word: 山田太郎(やまだ たろう).
func (s *japanese) reading(i int) (first, last int) {
	if s.class(i) == honorific {
		i++
	}
	if s.text(i) != "(" {
		return 0, -1
	}
	chars := 0
	for k := i + 1; k < len(s.words) && chars <= 16; k++ {
		switch t := s.text(k); {
		case t == ")":
			if chars < 2 {
				return 0, -1
			}
			return i + 1, k - 1
		case s.class(k) != blank && !isKana(t):
			return 0, -1
		}
		chars += s.words[k].chars()
	}
	return 0, -1
}

// nothing is the answer where nothing begins.
func nothing() (first, last int, k Kind) { return 0, -1, Person }

// at judges what begins with the i-th word, or ends before it if that is an
// honorific.
func (s *japanese) at(i int) (first, last int, k Kind) {
	if last := s.address(i); last > i {
		return i, last, Address
	}
	if last := s.name(i); last >= i {
		if s.class(i) == family && s.beheaded(i) {
			return i - 1, last, Person
		}
		return i, last, Person
	}
	if s.class(i) == honorific {
		if first := s.honoured(i); first < i {
			return first, i - 1, Person
		}
	}
	if first, last := s.labelled(i); last >= first {
		return first, last, Person
	}
	if last := s.katakana(i); last > i {
		return i, last, Person
	}
	return nothing()
}

// beheaded says whether a kanji before a family name belongs to it: the dictionary does
// not have 埜河原, and takes it for 埜 and 河原.
func (s *japanese) beheaded(i int) bool {
	if i == 0 || i-1 < s.done {
		return false
	}
	w, before := &s.words[i-1], s.class(i-2)
	return w.chars() == 1 && (w.class == noun || w.class == unknown) && isNameText(w.text) && !isKana(w.text) && !relation[w.text] && !roles[w.text] && !nobody[w.text] &&
		(i == 1 || before == particle || before == symbol || before == blank)
}

// name judges a word that the dictionary or the lists know as a name; it gives the
// last word of the name, or -1.
func (s *japanese) name(i int) int {
	text := s.text(i)
	if last := s.foreign(i); last > i {
		return last
	}
	switch c := s.class(i); {
	case c == family:
		if last := s.givenAfter(i); last > i {
			return last
		}
		if s.isOrganisation(i + 1) {
			return -1
		}
		if s.class(i+1) == honorific || s.role(i-1) || s.speaks(i+1) || s.words[i].chars() > 1 && !isKana(text) {
			return i
		}
	case c == given, c == person:
		if last := s.givenAfter(i); last > i && c == person {
			return last
		}
		if s.class(i+1) == honorific || s.role(i-1) || c == given && !isKana(text) && s.apart(i) {
			return i
		}
	case (c == place || c == noun || c == unknown) && families()[text]: // 千葉 恵
		if last := s.givenAfter(i); last > i && (s.class(i+1) == blank || s.class(i+1) == given || givens()[s.text(i+1)]) {
			return last
		}
		begins := i == 0 || s.class(i-1) == symbol || s.class(i-1) == blank
		if s.role(i-1) && !s.isOrganisation(i+1) && s.class(i+1) != noun || begins && (s.speaks(i+1) || s.text(i+1) == "の" && kin[s.text(i+2)]) {
			return i
		}
	case c == noun || c == unknown || c == other:
		if s.text(i-1) == "の" && kin[s.text(i-2)] && givens()[text] && s.apart(i) {
			return i
		}
	}
	return -1
}

// foreign gives the last word of a name in katakana with dots, of which the dictionary
// knows a part, or i: ジョン・スミス.
func (s *japanese) foreign(i int) int {
	if !isKatakana(s.text(i)) || s.text(i+1) != "・" || s.text(i-1) == "・" {
		return i
	}
	last, known := i, false
	for k := i; k < len(s.words) && (isKatakana(s.text(k)) || s.text(k) == "・"); k++ {
		known = known || s.class(k) == family || s.class(k) == given || s.class(k) == person
		if s.text(k) != "・" {
			last = k
		}
	}
	if !known {
		return i
	}
	return last
}

// apart says whether the i-th word stands alone: no word of the same kind runs into
// it.
func (s *japanese) apart(i int) bool {
	before, after := s.class(i-1), s.class(i+1)
	if s.words[i].chars() == 1 && after != particle {
		return false // a letter among others
	}
	return (i == 0 || before == symbol || before == blank || before == particle) &&
		(i+1 == len(s.words) || after == symbol || after == blank || after == particle && s.text(i+1) != "の")
}

// givenAfter gives the last word of the given name behind the i-th word, or i. Given
// names that the dictionary does not have come in pieces: 陽 菜.
func (s *japanese) givenAfter(i int) int {
	j := i + 1
	spaced := s.class(j) == blank || s.text(j) == "・"
	if spaced {
		j++
	}
	last, chars := i, 0
	for k := j; k < len(s.words); k++ {
		w := &s.words[k]
		if !isNameText(w.text) || relation[w.text] {
			break
		}
		whole := w.class == given || w.class == person || w.class == family && spaced
		piece := w.chars() == 1 && !isKana(w.text) && (w.class == noun || w.class == unknown || w.class == place || w.class == other || w.class == number || w.class == adverb)
		word := k == j && (w.class == noun || w.class == unknown || w.class == place || w.class == adverb) && (spaced || isKana(w.text) || givens()[w.text])
		if !whole && !piece && !word {
			break
		}
		if chars += w.chars(); chars > 3 && !isKana(w.text) || chars > 6 {
			return i
		}
		last = k
	}
	if last == i || s.class(last+1) == noun && !honorifics[s.text(last+1)] || s.class(last+1) == placeEnd {
		return i
	}
	return last
}

// isOrganisation says whether the i-th word makes a name that of a place or a firm.
func (s *japanese) isOrganisation(i int) bool {
	return s.class(i) == placeEnd || cityEnds[s.text(i)] || organisations[s.text(i)]
}

// role says whether the i-th word is の behind a word for what somebody is, or what
// stands behind a label.
func (s *japanese) role(i int) bool {
	switch t := s.text(i); t {
	case "の":
		return roles[s.text(i-1)]
	case ":":
		return labels[s.text(i-1)]
	case "は":
		return s.text(i-1) == "名前" || s.text(i-1) == "氏名"
	case " ":
		return i > 0 && labels[s.text(i-1)]
	}
	return roles[s.text(i)] && (i == 0 || s.class(i-1) != particle)
}

// speaks says whether somebody introduces himself at the i-th word.
func (s *japanese) speaks(i int) bool {
	if s.text(i) == "で" && s.text(i+1) == "ござい" {
		return true
	}
	if !speech[s.text(i)] {
		return false
	}
	if s.text(i) == "と" {
		return s.text(i+1) == "申し" || s.text(i+1) == "言い" || s.text(i+1) == "いい" || s.text(i+1) == "もうし"
	}
	return s.text(i) != "より" || i+1 >= len(s.words) || s.class(i+1) == symbol
}

// honoured gives the first word of what an honorific makes a name, or i.
func (s *japanese) honoured(i int) int {
	first, chars := i, 0
	for k := i - 1; k >= s.done; k-- {
		w := &s.words[k]
		foreign := isKatakana(w.text) || w.text == "・"
		switch w.class {
		case family, given, person:
			first = k
			if w.class == family && s.text(k-1) != "・" {
				return first
			}
			chars += w.chars()
			continue
		case noun, unknown, place:
		case symbol:
			if w.text != "・" || first == i || !isKatakana(s.text(k-1)) {
				return s.settled(first, i)
			}
		case other:
			if loose[s.text(i)] || !isNameText(w.text) {
				return s.settled(first, i)
			}
		default:
			return s.settled(first, i)
		}
		if chars += w.chars(); nobody[w.text] && first == i || chars > 5 && !foreign || chars > 20 || loose[s.text(i)] && !foreign || !foreign && !isNameText(w.text) {
			return s.settled(first, i)
		}
		first = k
	}
	return s.settled(first, i)
}

// childish gives the first word of a name in hiragana that くん or ちゃん makes one,
// and that the dictionary takes for other words: ゆう と くん.
func (s *japanese) childish(i int) int {
	if t := s.text(i); t != "くん" && t != "ちゃん" {
		return i
	}
	first, chars := i, 0
	for first > s.done && isHiragana(s.text(first-1)) {
		first--
		chars += s.words[first].chars()
	}
	if chars < 2 || chars > 4 || nobody[s.text(first)] {
		return i
	}
	return first
}

// settled gives up what is too short for a name.
func (s *japanese) settled(first, i int) int {
	if first == i {
		return s.childish(i)
	}
	text := s.text(first)
	if s.words[i-1].end-s.words[first].start == 1 && isKana(text) || nobody[text] || len(text) >= 3 && text[len(text)-3:] == "屋" {
		return i
	}
	return first
}

// isNameText says whether names are written so: kanji, kana and the long mark.
func isNameText(t string) bool {
	for _, r := range t {
		if !isJapanese(r) || r == '・' && len(t) == len("・") {
			return false
		}
	}
	return t != ""
}

func isKana(t string) bool {
	for _, r := range t {
		if (r < 0x3041 || r > 0x30ff) && (r < 0xff66 || r > 0xff9f) {
			return false
		}
	}
	return true
}

// labelled judges what stands behind a label and a colon.
func (s *japanese) labelled(i int) (first, last int) {
	if i == 0 || s.text(i) != ":" && s.text(i) != "は" || !s.role(i) {
		return 0, -1
	}
	first = i + 1
	if s.class(first) == blank {
		first++
	}
	last, chars := first-1, 0
	for k := first; k < len(s.words); k++ {
		switch s.class(k) {
		case family, given, person, noun, unknown, place, adverb, other:
			if !isNameText(s.text(k)) || nobody[s.text(k)] {
				return first, last
			}
		case blank:
			if k+1 < len(s.words) && s.class(k+1) != symbol && isNameText(s.text(k+1)) && chars > 0 && chars <= 4 {
				continue
			}
			return first, last
		default:
			return s.plausible(first, last, chars)
		}
		if chars += s.words[k].chars(); chars > 10 {
			return 0, -1
		}
		last = k
	}
	return s.plausible(first, last, chars)
}

func (s *japanese) plausible(first, last, chars int) (int, int) {
	if chars < 2 || s.text(last+1) == "が" || s.text(last+1) == "を" {
		return 0, -1
	}
	return first, last
}

// readings are the names of the lists in katakana.
var readings = sync.OnceValues(func() (families, givens map[string]bool) {
	families, givens = map[string]bool{}, map[string]bool{}
	for n := range ja.Locale.Family.All() {
		families[n.Reading] = true
	}
	for n := range ja.Locale.Male.All() {
		givens[n.Reading] = true
	}
	for n := range ja.Locale.Female.All() {
		givens[n.Reading] = true
	}
	return families, givens
})

// katakana judges a family name and a given name in katakana, which the dictionary
// takes for other words.
func (s *japanese) katakana(i int) int {
	text, last := "", i
	for last < len(s.words) && isKatakana(s.text(last)) && last-i < 3 {
		text += s.text(last)
		last++
	}
	if last == i || i > 0 && isKatakana(s.text(i-1)) {
		return -1
	}
	family, given := readings()
	if s.class(last) == blank && family[text] { // ヤマダ タロウ
		rest, end := "", last+1
		for end < len(s.words) && isKatakana(s.text(end)) && end-last < 4 {
			rest += s.text(end)
			end++
		}
		if given[rest] {
			return end - 1
		}
	}
	for k := range text {
		if k >= 2*len("ア") && len(text)-k >= 2*len("ア") && family[text[:k]] && given[text[k:]] && last-i > 1 {
			return last - 1
		}
	}
	return -1
}

func isKatakana(t string) bool {
	for _, r := range t {
		if r < 0x30a1 || r > 0x30ff {
			return false
		}
	}
	return t != "" && t != "・"
}

func isHiragana(t string) bool {
	for _, r := range t {
		if r < 0x3041 || r > 0x3096 && r != 'ー' {
			return false
		}
	}
	return t != ""
}

// address judges an address: places, and then a number. It gives the last word, or
// -1.
func (s *japanese) address(i int) int {
	if s.class(i) != place && !(s.class(i) == noun && s.class(i+1) == placeEnd) {
		return -1
	}
	ends, last, digits := 0, -1, false
	for k := i; k < len(s.words) && k-i < 40; k++ {
		switch c := s.class(k); {
		case c == placeEnd || cityEnds[s.text(k)]:
			ends++
			last = max(last, k)
			if digits && !cityEnds[s.text(k)] {
				return last
			}
		case c == place, c == noun && !digits, c == family && !digits, c == unknown && !digits, c == given && !digits, c == adverb && !digits && s.words[k].chars() < 2:
			if !isNameText(s.text(k)) && c != unknown {
				return settle(ends, digits, last)
			}
		case c == number, isNumber(s.text(k)):
			digits = true
			last = k
		case addressMark[s.text(k)] && digits:
			if s.text(k) != "-" && s.text(k) != "の" {
				last = k
			}
		case s.text(k) == "の" && ends > 0, s.text(k) == "ヶ", s.text(k) == "ケ":
		case c == other && ends > 0 && !digits && s.words[k].chars() <= 2 && isNameText(s.text(k)): // 上る
		case (c == blank || s.text(k) == "-") && ends > 0 && s.class(k+1) != blank && !digits:
		default:
			return s.building(settle(ends, digits, last))
		}
	}
	return s.building(settle(ends, digits, last))
}

// building takes in the building behind an address, if a number ends it.
func (s *japanese) building(last int) int {
	if last < 0 || s.class(last+1) != blank {
		return last
	}
	for k := last + 2; k < len(s.words) && k-last < 8; k++ {
		switch {
		case s.class(k) == number || isNumber(s.text(k)):
			for k+1 < len(s.words) && (s.class(k+1) == number || addressMark[s.text(k+1)] || s.text(k+1) == "室") {
				k++
			}
			return k
		case !isNameText(s.text(k)), s.class(k) == particle, s.class(k) == honorific:
			return last
		}
	}
	return last
}

func settle(ends int, digits bool, last int) int {
	if ends > 0 && digits {
		return last
	}
	return -1
}

var (
	cityEnds    = set("都", "道", "府", "県", "市", "区", "町", "村", "郡")
	addressMark = set("-", "の", "丁目", "丁", "目", "番地", "番", "号", "号室", "地", "−", "―", "ー", "‐", "階", "F")
)

func isNumber(t string) bool {
	for _, r := range t {
		if (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return t != ""
}

// Split says where the given name begins in a full name in kanji that is written
// together: by the dictionary, or by the lists of names. It is 0 where nobody knows.
func Split(full []byte) int {
	s := string(full)
	n := utf8.RuneCountInString(s)
	if n < 3 || n > 8 || !isNameText(s) {
		return 0
	}
	folded := make([]rune, 0, n)
	for _, r := range s {
		folded = append(folded, Fold(r))
	}
	size := func(runes int) int { // of so many runes of full
		k := 0
		for range runes {
			_, n := utf8.DecodeRune(full[k:])
			k += n
		}
		return k
	}
	if tokens := kagome().Analyze(string(folded), tokenizer.Normal); len(tokens) > 1 && classOf(&tokens[0]) == family {
		return size(tokens[0].End)
	}
	for k := min(3, n-1); k > 0; k-- {
		if families()[string(folded[:k])] {
			return size(k)
		}
	}
	return 0
}

// families and givens are the names of the lists as they are written.
var (
	families = sync.OnceValue(func() map[string]bool { return written(ja.Locale.Family) })
	givens   = sync.OnceValue(func() map[string]bool { return written(ja.Locale.Male, ja.Locale.Female) })
)

func written(lists ...fake.List) map[string]bool {
	m := map[string]bool{}
	for _, l := range lists {
		for n := range l.All() {
			m[n.Written] = true
		}
	}
	return m
}
