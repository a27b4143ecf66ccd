package fake

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// classWords end the name of a class.
var classWords = [...]string{"組", "クラス", "学級", "くみ"}

// flowers are names for classes that are called by a word. A class for special
// needs is called so too, so that nobody sees which it was.
var flowers = [...]name{
	{written: "桜", reading: "サクラ"}, {written: "梅", reading: "ウメ"}, {written: "菫", reading: "スミレ"}, {written: "百合", reading: "ユリ"},
	{written: "菊", reading: "キク"}, {written: "藤", reading: "フジ"}, {written: "桃", reading: "モモ"}, {written: "薔薇", reading: "バラ"},
	{written: "椿", reading: "ツバキ"}, {written: "萩", reading: "ハギ"}, {written: "蘭", reading: "ラン"}, {written: "葵", reading: "アオイ"},
}

// AppendClass appends the name of another class of the same grade, in the notation
// of like: 1年A組, 3-2, 302, A組, ひまわり組. The grade stays. Letters and numbers of
// classes are permuted among those that are as usual, A to H and 1 to 9 first: two
// classes stay two. labels is one seed for all classes of a school or domain; a
// grade has its own permutation. A word becomes the name of a flower in the same
// script. It says false and appends nothing where like has neither.
func AppendClass(dst []byte, s, labels Seed, like []byte) ([]byte, bool) {
	v := bytes.TrimSpace(like)
	grade := gradeSize(v)
	label, rest := cutClassWord(v[grade:])
	number := classNumber(label)
	if k := lookAt(label, hanChar); k.letters == 0 && number == 0 {
		return dst, false
	}
	dst = append(dst, courseAndGrade(v[:grade])...)
	labels = labels.of("class", v[:grade])
	r, n := utf8.DecodeRune(label)
	class := classOf(r)
	switch {
	case n == len(label) && (class == upperChar || class == lowerChar):
		dst = append(dst, permuteLetter(labels, label[0]))
	case n == len(label) && class == wideUpper:
		dst = utf8.AppendRune(dst, rune(permuteLetter(labels, byte(r-'Ａ'+'A')))-'A'+'Ａ')
	case number > 0:
		text := strconv.Itoa(permuteNumber(labels, number))
		for range runeCount(label) - len(text) {
			dst = appendDigit(dst, '0', class == wideDigit)
		}
		for i := range len(text) {
			dst = appendDigit(dst, text[i], class == wideDigit)
		}
	case kanjiDigit(label) > 0:
		i := (permuteNumber(labels, kanjiDigit(label)) - 1) * len("一")
		dst = append(dst, kanjiDigits[i:i+len("一")]...)
	default:
		dst = appendFlower(dst, s, label)
	}
	return append(dst, rest...), true
}

// cutClassWord cuts the word for a class from its label.
func cutClassWord(v []byte) (label, rest []byte) {
	end := len(v)
	for _, w := range classWords {
		if ends(v, w) {
			end = len(v) - len(w)
		}
	}
	return v[:end], v[end:]
}

// courseAndGrade is what may stay before the label of a class: a grade, and the kind
// of school or course before it if it ends in a word for one.
func courseAndGrade(v []byte) []byte {
	i := bytes.IndexAny(v, "0123456789０１２３４５６７８９一二三四五六")
	if i <= 0 {
		return v
	}
	for _, w := range [...]string{"科", "部", "コース", "小", "中", "高", "新"} {
		if before := bytes.TrimSpace(v[:i]); ends(before, w) && runeCount(before) <= 6 {
			return v
		}
	}
	return v[i:]
}

// gradeSize is the size of what says which grade a class is of: up to 年, up to a
// hyphen behind digits, or the first of three digits, or digits before a letter.
func gradeSize(v []byte) int {
	if i := bytes.LastIndex(v, []byte("年")); i >= 0 {
		return i + len("年")
	}
	i := 0
	for i < len(v) && isDecimal(v[i]) {
		i++
	}
	switch {
	case i > 0 && i < len(v)-1 && (v[i] == '-' || v[i] == '_' || v[i] == '/' || v[i] == ' '):
		return i + 1
	case i == 3 && len(v) == 3:
		return 1
	case i > 0 && i < len(v) && lowerASCII(v[i]) >= 'a' && lowerASCII(v[i]) <= 'z':
		return i
	}
	return 0
}

// classNumber reads a number of one or two digits of either width, or gives 0.
func classNumber(label []byte) int {
	n, digits := 0, 0
	for i := 0; i < len(label); {
		r, size := utf8.DecodeRune(label[i:])
		d, ok := asciiDigit(r)
		if digits++; !ok || digits > 2 {
			return 0
		}
		n = n*10 + int(d-'0')
		i += size
	}
	return n
}

// kanjiDigit reads a label of one kanji digit, or gives 0.
func kanjiDigit(label []byte) int {
	if len(label) != len("一") {
		return 0
	}
	i := strings.Index(kanjiDigits, string(label))
	return (i + len("一")) / len("一") // 0 for none
}

// permuteLetter permutes A to H among themselves, and the other letters; the case
// stays.
func permuteLetter(s Seed, c byte) byte {
	lower := c & 0x20
	i := int(c&^0x20 - 'A')
	if i < 8 {
		return 'A' + byte(permuteSmall(s.Sub("letters"), i, 8)) | lower
	}
	return 'A' + 8 + byte(permuteSmall(s.Sub("late letters"), i-8, 18)) | lower
}

// permuteNumber permutes 1 to 9 among themselves, and 10 to 99.
func permuteNumber(s Seed, n int) int {
	if n < 10 {
		return 1 + permuteSmall(s.Sub("numbers"), n-1, 9)
	}
	return 10 + permuteSmall(s.Sub("late numbers"), n-10, 90)
}

// permuteSmall permutes the numbers below n, of which there are at most 90.
func permuteSmall(s Seed, x, n int) int {
	var list [90]uint8
	draws := s.Stream()
	for i := range n {
		list[i] = uint8(i)
	}
	for i := n - 1; i > 0; i-- {
		j := draws.N(i + 1)
		list[i], list[j] = list[j], list[i]
	}
	return int(list[x])
}

// appendFlower appends a word in the script of the label that is not longer.
func appendFlower(dst []byte, s Seed, label []byte) []byte {
	face, room, at := faceOfText(label, hanChar), runeCount(label), len(dst)
	first := s.Sub("class").N(len(flowers))
	for i := range flowers {
		if dst = flowers[(first+i)%len(flowers)].appendTo(dst[:at], face); runeCount(dst[at:]) <= room {
			return dst
		}
	}
	var tmp [maxAlias]byte
	return appendFirst(dst[:at], string(flowers[first].appendTo(tmp[:0], face)), room)
}

// ClassAlphabet is that of classes.
func ClassAlphabet() string {
	var b []byte
	for i := range flowers {
		for f := range faces {
			b = flowers[i].appendTo(b, f)
		}
	}
	return alphabetOf(string(b))
}
