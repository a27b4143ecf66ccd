package detect

import (
	_ "embed"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Words are what is known of the words in names and comments. They are immutable.
type Words struct {
	classes map[string][]string // by the phrase, its words joined by spaces
	longest int                 // phrase, in words
	singles map[string]bool     // words by themselves, for cutting what is glued together
	read    romaji              // the same, by how they are read
	bare    map[string]string   // the same, by what is left of them without vowels; "" where they differ
}

//go:embed words.txt
var builtinWords string

// Builtin are the words that the package brings: English, Japanese in kanji, kana and
// Latin letters, and some of other languages.
var Builtin = sync.OnceValue(func() *Words {
	w, err := (&Words{}).With(strings.NewReader(builtinWords))
	if err != nil {
		panic(err) // the file is part of the program
	}
	return w
})

// With gives the words and those of a list besides. A line of the list is a class, a
// colon, and phrases separated by commas; the classes are the kinds of data and the roles
// that words.txt explains.
func (w *Words) With(list io.Reader) (*Words, error) {
	text, err := io.ReadAll(list)
	if err != nil {
		return nil, err
	}
	all := &Words{classes: map[string][]string{}, longest: w.longest, singles: map[string]bool{}, read: romaji{}, bare: map[string]string{}}
	for phrase, classes := range w.classes {
		all.classes[phrase] = slices.Clip(classes)
	}
	maps.Copy(all.singles, w.singles)
	maps.Copy(all.read, w.read)
	maps.Copy(all.bare, w.bare)
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		class, phrases, ok := strings.Cut(line, ":")
		if class = strings.TrimSpace(class); !ok || !slices.Contains(Kinds, Kind(class)) && !slices.Contains(roles, class) {
			return nil, fmt.Errorf("line %d of the words: no such class", n)
		}
		for phrase := range strings.SplitSeq(phrases, ",") {
			all.add(class, accents.Replace(strings.ToLower(strings.TrimSpace(phrase))))
		}
	}
	return all, nil
}

var roles = []string{"person", "deal", "organisation", "thing", "name", "number", "key", "text", "picture", "link", "place", "state", "title",
	"date", "pair", "bag", "same", "about", "whether", "setting", "log", "message", "passing", "catalogue", "carrier", "clock", "household"}

func (w *Words) add(class, phrase string) {
	words := strings.Fields(phrase)
	if len(words) == 0 {
		return
	}
	for i := range words {
		w.read.add(spelt(words[i]))
		words[i] = w.listed(words[i])
		w.singles[words[i]] = true
	}
	phrase = strings.Join(words, " ")
	if !slices.Contains(w.classes[phrase], class) {
		w.classes[phrase] = append(w.classes[phrase], class)
	}
	for _, word := range words {
		w.addBare(word)
	}
	w.longest = max(w.longest, len(words))
}

// leastBare is how many letters an abbreviation has that is known without its vowels.
const leastBare = 3

// addBare notes a word by what is left of it without vowels: adrs, cstmr.
func (w *Words) addBare(word string) {
	const least = 5
	b := bare(word)
	if len(word) < least || len(b) < leastBare || len(b) == len(word) {
		return
	}
	old, ok := w.bare[b]
	same := func(class string) bool { return slices.Contains(w.classes[old], class) }
	switch {
	case !ok:
		w.bare[b] = word
	case old != word && !slices.ContainsFunc(w.classes[word], same):
		w.bare[b] = "" // it says nothing
	}
}

// bare gives the first letter of a word and the consonants behind it, none of them twice
// in a row; "" for what is not of Latin letters.
func bare(word string) string {
	b := make([]byte, 0, len(word))
	for i := range len(word) {
		switch c := word[i]; {
		case c < 'a' || c > 'z':
			return ""
		case i > 0 && (strings.IndexByte("aeiou", c) >= 0 || c == b[len(b)-1]):
		default:
			b = append(b, c)
		}
	}
	return string(b)
}

// unabbreviated gives the word of which nothing but the vowels is missing, or "".
func (w *Words) unabbreviated(word string) string {
	if len(word) < leastBare || bare(word) != word {
		return ""
	}
	return w.bare[word]
}

// A unit is a phrase of a name, with its classes; none if nobody knows it.
type unit struct {
	text    string
	classes []string
}

func (u unit) is(class string) bool { return slices.Contains(u.classes, class) }

// kind is the kind of data that the phrase stands for, or "".
func (u unit) kind() Kind {
	for _, c := range u.classes {
		if slices.Contains(Kinds, Kind(c)) {
			return Kind(c)
		}
	}
	return ""
}

// A parsed name is its units and the number at its end, or -1.
type parsed struct {
	units  []unit
	number int
}

// last gives the i-th unit from the end, or one of no class.
func (p parsed) last(i int) unit {
	if i < len(p.units) {
		return p.units[len(p.units)-1-i]
	}
	return unit{}
}

// has says whether a unit is of the class.
func (p parsed) has(class string) bool {
	return slices.ContainsFunc(p.units, func(u unit) bool { return u.is(class) })
}

// bareName says whether a name is a word for names, and says no more of whose or which.
func (p parsed) bareName() bool {
	names := 0
	for _, u := range p.units {
		switch {
		case u.is("name"):
			names++
		case !u.is("same") || u.is("person"):
			return false
		}
	}
	return names == 1
}

// isReply says whether a name is about an answer to what somebody has written.
func (p parsed) isReply() bool {
	return slices.ContainsFunc(p.units, func(u unit) bool { return u.text == "reply" || u.text == "reply to" || u.text == "replyto" })
}

// parse cuts a name into its units: the longest phrases that are known, from the end,
// since the head of a name stands there.
func (w *Words) parse(name string) parsed { return w.parseOf(initials{}, name) }

// parseOf is parse for the name of a column: letters with which its table's name begins
// may be glued to what is known, as in the sname of a student.
func (w *Words) parseOf(table initials, name string) parsed {
	p := parsed{number: -1}
	words := w.cut(name, table)
	for i := range words {
		words[i] = w.listed(words[i])
	}
	if n := len(words); n > 1 && isDigits(words[n-1]) {
		p.number, words = atoi(words[n-1]), words[:n-1]
	}
	p.units = headLast(w.units(words))
	return p
}

// units joins words into phrases.
func (w *Words) units(words []string) []unit {
	var units []unit
	for end := len(words); end > 0; {
		n := min(w.longest, end)
		var u unit
		for ; n > 0; n-- {
			if u = w.phrase(words[end-n : end]); u.classes != nil || n == 1 {
				break
			}
		}
		units = append(units, u)
		end -= n
	}
	slices.Reverse(units)
	return w.turned(units)
}

// turned puts the last two units together if they are a phrase the other way round: name
// first, key api.
func (w *Words) turned(units []unit) []unit {
	n := len(units) - 2
	if n < 0 || units[n+1].kind() != "" || units[n].kind() != "" || units[n+1].is("person") || units[n+1].is("key") {
		return units
	}
	text := units[n+1].text + " " + units[n].text
	if u := (unit{text, w.lookup(text)}); u.kind() != "" {
		return append(units[:n:n], u)
	}
	return units
}

// phrase looks words up, with spaces between them or without: kinmu saki.
func (w *Words) phrase(words []string) unit {
	const leastGlued = 6
	text := strings.Join(words, " ")
	classes := w.lookup(text)
	if glued := strings.Join(words, ""); classes == nil && len(words) > 1 && len(glued) >= leastGlued && words[len(words)-1] != "id" && w.lookup(glued) != nil {
		return unit{glued, w.lookup(glued)}
	}
	return unit{text, classes}
}

// headLast puts what stands before "of" or "for" last: a reason for leaving is a reason.
func headLast(units []unit) []unit {
	i := slices.IndexFunc(units, func(u unit) bool { return u.classes == nil && ofs[u.text] })
	if i <= 0 || i == len(units)-1 || units[0].is("whether") {
		return units
	}
	return slices.Concat(units[i+1:], units[:i])
}

// ofs are the words of several languages behind which stands whose something is.
var ofs = map[string]bool{"of": true, "for": true, "de": true, "del": true, "da": true, "di": true, "du": true, "des": true, "della": true, "von": true, "van": true}

// listed gives a word as the lists spell it.
func (w *Words) listed(word string) string {
	word = spelt(word)
	if known := w.read.find(word); known != "" {
		return known
	}
	if w.knows(word) {
		return word
	}
	if long := w.unabbreviated(word); long != "" {
		return long
	}
	if strings.HasSuffix(reading(word), "sya") { // 者: whoever does what stands before
		return "sha"
	}
	return word
}

// knows says whether a word is in the lists, by itself or in a phrase.
func (w *Words) knows(word string) bool { return w.singles[word] || w.lookup(word) != nil }

// lookup finds a phrase, or that of which it is the plural.
func (w *Words) lookup(phrase string) []string {
	if c := w.classes[phrase]; c != nil {
		return c
	}
	for _, s := range singulars(phrase) {
		if c := w.classes[s]; c != nil {
			return c
		}
	}
	return nil
}

// singulars are the words of which a word can be the plural.
func singulars(word string) []string {
	switch {
	case strings.HasSuffix(word, "ies") && len(word) > 4:
		return []string{word[:len(word)-3] + "y", word[:len(word)-1]}
	case strings.HasSuffix(word, "es") && len(word) > 4:
		return []string{word[:len(word)-1], word[:len(word)-2]}
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && len(word) > 3:
		return []string{word[:len(word)-1]}
	}
	return nil
}

// Thing gives the words of a name without those at its end that only refer to what stands
// before: of school_id, SchoolName and 学校コード it is the school, and of school_year the year of
// one. refers says whether there were such words.
func (w *Words) Thing(name string) (words []string, refers bool) {
	words = w.cut(name, initials{})
	for n := len(words); n > 1; n-- {
		u := w.phrase([]string{w.listed(words[n-1])})
		if !isDigits(words[n-1]) && !u.is("key") && !u.is("number") && !u.is("name") {
			break
		}
		words, refers = words[:n-1], true
	}
	return words, refers
}

// longestName is from how many bytes on a name says nothing.
const longestName = 256

// cut cuts a name into words: at signs, digits and capitals, and what is glued together
// into words that are known.
func (w *Words) cut(name string, table initials) []string {
	var words []string
	if len(name) > longestName {
		return nil
	}
	for i, piece := range pieces(name) {
		switch {
		case i == 0 && table.common != "" && len(w.cutInitials(piece, table.common)) > 1:
			words = append(words, w.cutInitials(piece, table.common)[1:]...)
		case isDigits(piece) || w.lookup(piece) != nil || w.read.find(piece) != "":
			words = append(words, piece)
		case piece[0] >= utf8.RuneSelf:
			words = append(words, w.unglue(piece, 1)...)
		default:
			cut := w.unglue(piece, 2)
			if n := len(cut) - 2; n >= 0 && cut[n+1] == "age" && !slices.Contains(w.lookup(cut[n]), "person") { // postage
				cut = []string{piece}
			}
			if n := len(piece) - 2; len(cut) == 1 && n > 0 && glued[piece[n:]] && w.unabbreviated(piece[:n]) != "" { // pstcd
				cut = []string{piece[:n], piece[n:]}
			}
			for k := 0; len(cut) == 1 && k < len(table.words); k++ {
				cut = w.cutInitials(piece, table.words[k])
			}
			words = append(words, cut...)
		}
	}
	return words
}

// initials are what the names of columns can have in common with the name of their table.
type initials struct {
	words  []string // of the table's name
	common string   // the word with whose beginning most of the columns begin
}

// initialsOf finds out with which word of a table's name its columns begin.
func (w *Words) initialsOf(table string, columns []string) initials {
	const least = 4
	in := initials{words: pieces(table)}
	in.common = w.commonStart(columns)
	for _, word := range in.words {
		n := 0
		for _, c := range columns {
			if first := pieces(c); len(first) == 1 && len(w.cutInitials(first[0], word)) > 1 {
				n++
			}
		}
		if n >= least && 4*n >= len(columns) {
			in.common = word
		}
	}
	return in
}

// commonStart is what most of the columns begin with, if it is no word and what is left of
// them are words: uktnmkn and uktadr.
func (w *Words) commonStart(columns []string) string {
	const shortest, longest, least = 3, 5, 4
	for n := longest; n >= shortest; n-- {
		count := map[string]int{}
		for _, c := range columns {
			if first := pieces(c); len(first) > 0 && len(first[0]) > n && first[0][n-1] < utf8.RuneSelf && !w.knows(spelt(first[0][:n])) && len(w.cutInitials(first[0], first[0][:n])) > 1 {
				count[first[0][:n]]++
			}
		}
		for _, start := range slices.Sorted(maps.Keys(count)) {
			if k := count[start]; k >= least && 3*k >= len(columns) {
				return start
			}
		}
	}
	return ""
}

// cutInitials cuts off what a piece has in common with the beginning of a word, if the rest
// is known.
func (w *Words) cutInitials(piece, word string) []string {
	const most = 5
	if strings.HasPrefix(word, piece) {
		return []string{piece}
	}
	for n := min(most, len(word), len(piece)-2); n > 0; n-- {
		rest := piece[n:]
		if piece[:n] != word[:n] {
			continue
		}
		if (len(rest) > 2 || glued[rest]) && slices.ContainsFunc(w.lookup(spelt(rest)), func(class string) bool { return class != "whether" && class != "about" }) {
			return []string{piece[:n], rest}
		}
		if parts := w.unglue(rest, 2); n > 2 && len(parts) > 1 && w.knows(spelt(parts[0])) {
			return append([]string{piece[:n]}, parts...)
		}
	}
	return []string{piece}
}

// pieces cuts where a name itself shows it, and gives lower case.
func pieces(name string) []string {
	var out []string
	var b []rune
	flush := func() {
		if len(b) > 0 {
			out = append(out, strings.ToLower(string(b)))
			b = b[:0]
		}
	}
	runes := []rune(accents.Replace(name))
	for i, r := range runes {
		if r >= '！' && r <= '～' { // full-width ASCII
			r = r - '！' + '!'
			runes[i] = r
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != 'ー' && r != '々' && r != '〒' && r != '№' {
			flush()
			continue
		}
		if i > 0 && len(b) > 0 {
			prev := runes[i-1]
			next := i+1 < len(runes) && unicode.IsLower(runes[i+1])
			switch {
			case unicode.IsDigit(r) != unicode.IsDigit(prev),
				unicode.IsUpper(r) && unicode.IsLower(prev),
				unicode.IsUpper(r) && unicode.IsUpper(prev) && next && !(i+2 == len(runes) && runes[i+1] == 's'),
				r < utf8.RuneSelf != (prev < utf8.RuneSelf) && !(unicode.Is(unicode.Latin, r) && unicode.Is(unicode.Latin, prev)):
				flush()
			}
		}
		b = append(b, r)
	}
	flush()
	return out
}

// accents takes the accents off Latin letters: names of columns have them or not.
var accents = func() *strings.Replacer {
	pairs := []string{"ß", "ss", "æ", "ae", "Æ", "AE", "œ", "oe", "Œ", "OE"}
	for letters := range strings.FieldsSeq("aàáâãäåāăąạảấầẩẫậắằẳẵặ cçćč dďđ eèéêëēęěẹẻẽếềểễệ gğ iìíîïīİıịỉĩ lłľ nñńň oòóôõöøőọỏốồổỗộơớờởỡợ rřŕ sśšş tťţ uùúûüūůűụủũưứừửữự yýÿỳỵỷỹ zźżž") {
		for _, r := range letters[1:] {
			pairs = append(pairs, string(r), letters[:1], string(unicode.ToUpper(r)), strings.ToUpper(letters[:1]))
		}
	}
	for r := '\u0300'; r <= '\u0328'; r++ { // combining ones
		pairs = append(pairs, string(r), "")
	}
	return strings.NewReplacer(pairs...)
}()

// unglue cuts a piece into the fewest words that are known, of which each has at least
// so many characters. Where there is no such way, the piece stays, but for Japanese,
// where what is known is taken out from the end.
func (w *Words) unglue(piece string, least int) []string {
	runes := []rune(piece)
	n := len(runes)
	if n > 64 {
		return []string{piece}
	}
	best := make([]int, n+1) // words to the end, from here; 0: no way
	next := make([]int, n+1)
	for i := n - 1; i >= 0; i-- {
		for j := i + least; j <= min(n, i+longestWord); j++ {
			if j < n && best[j] == 0 {
				continue
			}
			word := string(runes[i:j])
			known := w.knows(spelt(word)) || w.read.find(word) != ""
			if known && (j-i > 2 || least == 1 || glued[word]) && (best[i] == 0 || best[j]+1 < best[i]) {
				best[i], next[i] = best[j]+1, j
			}
		}
	}
	if best[0] > 0 {
		var words []string
		for i := 0; i < n; i = next[i] {
			words = append(words, string(runes[i:next[i]]))
		}
		return words
	}
	if least > 1 {
		return w.compound(piece)
	}
	var words []string // what is known, from the end; the rest is one word
	end := n
	for end > 0 {
		i := 0
		for i < end && w.lookup(string(runes[i:end])) == nil {
			i++
		}
		if i == end {
			break
		}
		words = append(words, string(runes[i:end]))
		end = i
	}
	if end > 0 {
		words = append(words, string(runes[:end]))
	}
	slices.Reverse(words)
	return words
}

// compound cuts a word off whose end is known: patronreason. The head of a compound is its
// end.
func (w *Words) compound(piece string) []string {
	const leastHead, leastTail, longTail = 3, 4, 5
	for i := 1; i+leastTail-1 <= len(piece); i++ {
		if tail := piece[i:]; endings[tail] || (i >= leastHead && len(tail) >= leastTail || i == leastHead-1 && len(tail) >= longTail) && w.isHead(tail, piece[:i]) {
			return append(w.unglue(piece[:i], 2), tail)
		}
	}
	return []string{piece}
}

// isHead says whether a word can be the head of a compound. Words for places are the ends
// of others, too: capacity, destination.
func (w *Words) isHead(word, before string) bool {
	u := unit{classes: w.lookup(spelt(word))}
	return u.classes != nil && (!isPlace(u.kind()) || w.knows(spelt(before)))
}

// endings are short words with which no word ends that means something else.
var endings = map[string]bool{"ssn": true, "dob": true, "pwd": true, "mob": true, "salt": true, "ymd": true, "hms": true}

// longestWord is how many characters a word has at most that is known as part of
// another.
const longestWord = 20

// glued are words of two letters that are written together with others.
var glued = map[string]bool{"id": true, "no": true, "cd": true, "ip": true, "nm": true, "kn": true, "kj": true, "pt": true}

// spelt gives a word in the spelling of the lists.
func spelt(word string) string {
	if s, ok := spellings[word]; ok {
		return s
	}
	return word
}

var spellings = map[string]string{"no": "number", "num": "number", "nr": "number", "nbr": "number", "cd": "code", "nm": "name", "grp": "group", "bango": "number", "bangou": "number", "bangoo": "number",
	"ac": "account", "acc": "account", "acct": "account", "regn": "registration", "mgr": "manager", "veh": "vehicle", "adr": "address", "addr": "address", "adress": "address", "addres": "address", "catagory": "category", "emails": "email"} //nolint:misspell // they are

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s) && n < 1000; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
