package name

import (
	"slices"
	"strings"
	"sync"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
)

// english are the names of the lists, small: given names and family names, in
// English and Japanese ones in Latin letters.
var english = sync.OnceValues(func() (givens, families map[string]bool) {
	givens, families = map[string]bool{}, map[string]bool{}
	add := func(m map[string]bool, l fake.List) {
		for n := range l.All() {
			switch {
			case n.Latin != "":
				m[strings.ToLower(n.Latin)] = true
			case n.Reading != "":
				m[strings.ToLower(string(fake.AppendHepburn(nil, n.Reading)))] = true
			default:
				m[strings.ToLower(n.Written)] = true
			}
		}
	}
	add(givens, en.Locale.Male)
	add(givens, en.Locale.Female)
	add(families, en.Locale.Family)
	add(givens, ja.Locale.Male)
	add(givens, ja.Locale.Female)
	add(families, ja.Locale.Family)
	return givens, families
})

var (
	titles = set("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "madam", "coach", "principal", "teacher", "nurse", "officer")
	// addressed stand before the name of somebody: Dear Anna.
	addressed = set("dear", "hi", "hello", "hey", "thanks", "regards", "sincerely", "cheers", "son", "daughter", "child", "brother", "sister", "student", "pupil", "teacher", "colleague", "name", "named", "called", "contact", "customer", "client", "parent", "mother", "father", "mom", "dad", "wife", "husband", "friend", "attn", "i'm", "am", "by", "from", "with", "to", "for", "and", "cc", "ask")
	signers   = set("homeroom", "reporter", "assignee", "author", "owner", "guardian", "signed", "recipient", "sender", "patient", "applicant", "attendee", "advisor", "counselor", "driver", "reviewer")
	// greetings stand before a name even where that is a word too; not before these words
	// for anybody.
	greetings = set("dear", "hi", "hello", "hey", "thanks", "cheers")
	anybody   = set("customer", "customers", "sir", "madam", "sirs", "team", "all", "parent", "parents", "friend", "friends", "colleague", "colleagues", "user", "users", "client", "everyone", "everybody", "there", "again", "for", "to", "in", "a", "mr", "mrs", "ms", "dr", "world", "support", "students", "members", "guest", "god", "santa")
	suffixes  = set("san", "sensei", "kun", "chan", "sama", "senpai")
	// common are given and family names that are words too, at the beginning of a
	// sentence above all.
	common = set("name", "will", "may", "mark", "grace", "hope", "rose", "joy", "faith", "summer", "dawn", "june", "april", "august", "art", "bill", "rich", "frank", "chase", "drew", "grant", "pat", "sue", "sky", "star", "ray", "jean", "page", "ace",
		"an", "in", "so", "see", "order", "my", "do", "no", "an", "ma", "may", "are", "mori", "ken", "an", "china", "paris", "london", "jordan", "israel", "georgia", "virginia", "carolina", "dakota", "austin", "dallas", "houston", "brooklyn", "madison", "chelsea", "sydney", "victoria", "florence", "lincoln", "jackson", "hunter", "major", "general", "judge", "royal", "king", "prince", "duke", "early", "young", "long", "short", "black", "white", "brown", "green", "gray", "gold", "silver", "stone", "wood", "woods", "rivers", "lake", "hill", "banks", "bell", "ford", "west", "north", "east", "south", "day", "love", "price", "case", "best", "good", "small", "little", "park", "church", "street", "fields", "cook", "baker", "carpenter", "mason", "miller", "porter", "turner", "tanner", "sawyer", "the", "a", "we", "you", "he", "she", "it", "hana", "an", "mon", "true", "story", "journey", "sunday", "monday", "wednesday", "friday", "february", "march", "internet", "apple", "cherry", "berry", "olive", "ivy", "lily", "daisy", "iris", "amber", "ruby", "pearl", "crystal", "jade", "opal", "melody", "harmony", "serenity", "trinity", "destiny", "heaven", "angel", "genesis", "nova", "aurora", "winter", "autumn", "rain", "storm", "ocean", "river", "brook", "forest", "clay", "cliff", "dale", "glen", "heath", "reed", "wade", "lane", "miles", "max", "norm", "rob", "jack", "nick", "guy", "buddy", "junior", "bishop", "pastor", "major", "marshal", "marshall", "constant", "christian", "justice", "liberty", "america", "asia", "india", "kenya", "malaysia", "ireland", "holland", "scotland", "england", "france", "spain", "regards", "thanks", "dear", "hello", "please", "note", "card", "room", "class", "school", "office", "support", "team", "desk", "shop", "store", "center", "world", "new", "old", "big", "mine", "kyoto", "osaka", "tokyo", "nara", "chiba", "saga", "gifu", "mie", "oita", "akita", "aomori", "iwate", "miyagi", "yamagata", "fukushima", "ishikawa", "fukui", "nagano", "okayama", "hiroshima", "yamaguchi", "tokushima", "kagawa", "ehime", "kochi", "fukuoka", "nagasaki", "kumamoto", "miyazaki", "kagoshima", "okinawa", "toyota", "honda", "suzuki", "mazda", "toshiba", "sharp", "sony")
)

// A latinWord is a word of an English sentence.
type latinWord struct {
	start, end int
	lower      string
	capital    bool
	upper      bool // all of it
	first      bool // of the sentence, where capitals say nothing
	gap        byte // what stands between it and the word before: a space, a hyphen, or something else
}

// findEnglish judges a sentence. The findings from the first-th on are of the same
// sentence.
func findEnglish(dst []Finding, first int, text []byte, from, to int) []Finding {
	givens, families := english()
	words := latinWords(text, from, to)
	before := len(dst)
	for i := 0; i < len(words); {
		n := nameAt(words, i, givens, families)
		if n == 0 {
			i++
			continue
		}
		f := Finding{Start: words[i].start, End: words[i+n-1].end, Kind: Person, Family: words[i].start, Doubt: isThing(words, i, n, text, to)}
		if !slices.ContainsFunc(dst[first:before], func(x Finding) bool { return x.Start < f.End && f.Start < x.End }) {
			dst = append(dst, f)
		}
		i += n
	}
	slices.SortFunc(dst[first:], func(a, b Finding) int { return a.Start - b.Start })
	return dst
}

// isLatin says whether a byte is a Latin letter or begins one with an accent.
func isLatin(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0xc3 && c <= 0xc9 }

func isUpper(b []byte) bool {
	for _, c := range b {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

// latinWords cuts a sentence into words of letters, with an apostrophe inside.
func latinWords(text []byte, from, to int) []latinWord {
	var words []latinWord
	for i := from; i < to; {
		if !isLatin(text[i]) {
			i++
			continue
		}
		j := i
		for j < to && (isLatin(text[j]) || text[j] == '\'' && j+2 < to && isLatin(text[j+1]) && isLatin(text[j+2])) {
			if j++; text[j-1] >= 0x80 && j < to {
				j++
			}
		}
		w := latinWord{start: i, end: j, lower: strings.ToLower(string(text[i:j])), upper: isUpper(text[i:j]), capital: 'A' <= text[i] && text[i] <= 'Z' || text[i] == 0xc3, first: len(words) == 0}
		if n := len(words); n > 0 {
			between := text[words[n-1].end:i]
			switch {
			case len(between) == 1:
				w.gap = between[0]
			case len(between) == 2 && between[0] == '.' && between[1] == ' ':
				w.gap, w.first = '.', !titles[words[n-1].lower] && len(words[n-1].lower) > 1
			case len(between) == 2 && between[1] == ' ' && (between[0] == ',' || between[0] == ':'):
				w.gap = between[0]
			}
		}
		if i > from && (text[i-1] == '@' || text[i-1] == '/' || text[i-1] == '_' || '0' <= text[i-1] && text[i-1] <= '9') {
			w.capital = false // of an address or a code
		}
		words = append(words, w)
		i = j
	}
	return words
}

// labelled says whether a word is a label for what stands behind its colon.
func labelled(label, w *latinWord) bool {
	return w.gap == ':' && (addressed[label.lower] || titles[label.lower] || signers[label.lower])
}

// nameAt gives the number of words of the name that begins with the i-th word.
func nameAt(words []latinWord, i int, givens, families map[string]bool) int {
	w := &words[i]
	if !w.capital || titles[w.lower] {
		return 0
	}
	at := func(k int) *latinWord {
		if k >= 0 && k < len(words) {
			return &words[k]
		}
		return &latinWord{}
	}
	next, prev := at(i+1), at(i-1)
	joined := next.capital && next.gap == ' ' && !suffixes[next.lower]
	initial := joined && len(next.lower) == 1
	word := common[w.lower]
	known := func(w *latinWord) bool { return givens[w.lower] || families[w.lower] }
	switch {
	case titles[prev.lower] && prev.capital && (w.gap == ' ' || w.gap == '.'): // Mr. Smith, Dr Anna Smith
		if joined && (families[next.lower] || givens[w.lower] && !common[next.lower]) {
			return 2
		}
		return 1
	case next.gap == '-' && suffixes[next.lower]: // Yamada-san
		return 1
	case (initial || joined && len(next.lower) == 2) && givens[w.lower] && at(i+2).capital && (at(i+2).gap == '.' || at(i+2).gap == ' ') && !common[at(i+2).lower]: // John Q. Public
		return 3
	case joined && givens[w.lower] && families[next.lower] && !(word && common[next.lower]): // Anna Smith
		if at(i+2).capital && at(i+2).gap == '-' && families[at(i+2).lower] {
			return 3 // Anna Smith-Jones
		}
		return 2
	case joined && givens[w.lower] && !word && !common[next.lower] && len(next.lower) > 2 && !titles[next.lower]: // Anna Doesnotexist
		return 2
	case joined && families[w.lower] && givens[next.lower] && !(word && common[next.lower]) && w.lower != "new": // YAMADA Taro
		return 2
	case joined && w.upper && len(w.lower) > 2 && !next.upper && givens[next.lower] && !common[next.lower]: // YAMADA Taro, whoever that is
		return 2
	case joined && !w.first && !word && families[next.lower] && !common[next.lower]: // met Priya Patel
		return 2
	case (greetings[prev.lower] || prev.lower == "name" || labelled(prev, w)) && w.gap != 0 && prev.capital && !anybody[w.lower] && (known(w) || w.gap == ',' && !joined):
		return 1
	case givens[w.lower] && !word && len(w.lower) > 2 && !(w.upper && len(w.lower) < 5) && (next.gap == ',' || !joined):
		return 1
	case families[w.lower] && !word && addressed[prev.lower] && w.gap == ' ' && len(w.lower) > 3 && !joined:
		return 1
	case len(w.lower) > 4 && (w.lower[:2] == "o'" || w.lower[:2] == "mc") && families[w.lower[2:]], len(w.lower) > 4 && w.lower[:2] == "o'": // O'Brien
		return 1
	}
	return 0
}
