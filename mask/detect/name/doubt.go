package name

// A name is part of many things: of products, places, firms, songs. What stands beside it
// tells them apart, better than lists of things.

// small are words that stand in titles without a capital.
var small = set("a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "for", "with", "by", "from", "de", "la", "vs", "s", "like", "cm", "mm", "ml", "kg", "g", "l", "x", "inch")

// isThing says whether n words from the i-th on, which are a name by themselves, are part of
// something that is called after it.
func isThing(words []latinWord, i, n int, text []byte, end int) bool {
	givens, families := english()
	known := func(w *latinWord) bool { return givens[w.lower] || families[w.lower] }
	first, last := &words[i], &words[i+n-1]
	if i > 0 {
		prev := &words[i-1]
		if titles[prev.lower] || greetings[prev.lower] || labelled(prev, first) {
			return false
		}
		saint := first.gap == '.' && (prev.lower == "st" || prev.lower == "mt" || prev.lower == "ft")
		if saint || prev.capital && first.gap == ' ' && !addressed[prev.lower] && !signers[prev.lower] && !(prev.first && givens[first.lower]) {
			return true // more words with capitals stand before it
		}
	}
	for _, w := range words[i+1 : i+n] {
		if w.upper && !first.upper && len(w.lower) > 1 && len(w.lower) < 4 || w.lower == first.lower {
			return true // an abbreviation, a number of Rome, or the same once more
		}
	}
	if last.end < end && text[last.end] == ' ' && last.end+3 < end && isDigit(text[last.end+1]) && isDigit(text[last.end+2]) && isDigit(text[last.end+3]) {
		return true // the number of a model
	}
	if i+n < len(words) {
		next := &words[i+n]
		if next.lower == "s" && next.gap == '\'' && i+n+1 < len(words) && words[i+n+1].capital && words[i+n+1].gap == ' ' {
			return true // James's Park
		}
		if next.gap == ' ' && next.capital && !known(next) && !titles[next.lower] && !suffixes[next.lower] && len(next.lower) > 1 {
			return true // more of them stand behind it
		}
	}
	return n == 1 && !spoken(words, i, known)
}

// spoken says whether a sentence has words of language beside the i-th, and not those of a
// title alone. A list of names is none.
func spoken(words []latinWord, i int, known func(*latinWord) bool) bool {
	names := true
	for k := range words {
		if w := &words[k]; k != i && !small[w.lower] {
			if !w.capital {
				return true
			}
			names = names && known(w)
		}
	}
	return names
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isThing says whether a name from the first to the last word is part of what is called
// after it: another noun runs into it. So it is where the given name is none that anybody
// knows, and nothing speaks of somebody.
func (s *japanese) isThing(first, last int) bool {
	if s.class(first-1) == honorific || s.class(last+1) == honorific || s.role(first-1) {
		return false
	}
	switch s.class(last + 1) {
	case noun, unknown, place, placeEnd:
		if t := s.text(last + 1); isNameText(t) && !relation[t] && !roles[t] && !kin[t] && !nobody[t] {
			return s.class(first) != family || !s.isGiven(last) || last == first
		}
	case particle, symbol:
		return false
	}
	return last > first && s.class(first) == family && !s.isGiven(last) && !s.reads()
}

// isGiven says whether a word ends a given name that the dictionary or the lists know.
func (s *japanese) isGiven(i int) bool {
	return s.class(i) == given || s.class(i) == person || givens()[s.text(i)] || i > 0 && givens()[s.text(i-1)+s.text(i)]
}

// reads says whether a sentence has the words that hold others together.
func (s *japanese) reads() bool {
	for i := range s.words {
		if s.class(i) == particle {
			return true
		}
	}
	return false
}
