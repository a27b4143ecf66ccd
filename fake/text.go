package fake

import "unicode/utf8"

// AppendText appends filler of the script and length class of like: with as many
// lines, and behind the locale's tag. It is not longer than like, neither in
// characters nor in bytes, unless like is empty. limit is the greatest number of
// characters, 0 for none.
//
// Where like has only Latin letters, the filler has too, also in locales of
// another script.
func (l *Locale) AppendText(dst []byte, s Seed, like []byte, limit int) []byte {
	x := l.use()
	w := textWriter{draws: s.Sub("text").Stream(), limit: limit, tag: l.Text.Tag, stub: l.Text.Stub, sentences: x.sentences}
	if k := lookAt(like, x.own); !x.latin() && !k.own && !k.kana && !k.kata && !k.half && len(like) > 0 {
		w.tag, w.stub, w.sentences = latinText.tag, latinText.stub, latinText.sentences
	}
	if len(like) == 0 {
		const line = 40
		return w.appendLine(dst, line, line*utf8.UTFMax)
	}
	start := len(dst)
	for len(like) > 0 {
		line, rest, ending := cutLine(like)
		if chars, size := weigh(line); chars > 0 {
			dst = w.appendLine(dst, lengthClass(chars), size)
		}
		if w.full() || len(dst) == start && len(rest) == 0 {
			break
		}
		dst = append(dst, ending...)
		w.chars += len(ending)
		like = rest
	}
	if len(dst) == start {
		return w.appendLine(dst, 1, 1)
	}
	return dst
}

// textWriter writes filler.
type textWriter struct {
	draws     Stream
	limit     int
	chars     int // written so far
	tagged    bool
	tag, stub string
	sentences []name
}

// full says whether no more character fits, or only a line's ending.
func (w *textWriter) full() bool { return w.limit > 0 && w.chars+2 >= w.limit }

// appendLine writes a line of at most so many characters and bytes.
func (w *textWriter) appendLine(dst []byte, chars, size int) []byte {
	if w.limit > 0 {
		chars = min(chars, w.limit-w.chars)
	}
	end := w.chars + chars
	write := func(text string) {
		for _, r := range text {
			n := utf8.RuneLen(r)
			if w.chars == end || n > size {
				size = 0
				return
			}
			dst = utf8.AppendRune(dst, r)
			w.chars++
			size -= n
		}
	}
	if !w.tagged {
		if chars < utf8.RuneCountInString(w.tag)+1 || size < len(w.tag)+1 {
			// Too little for the tag.
			for w.chars < end && size > 0 {
				stub := w.stub
				if len(stub) > size {
					stub = latinText.stub
				}
				write(stub)
			}
			return dst
		}
		w.tagged = true
		write(w.tag)
	}
	for w.chars < end && size > 0 {
		write(w.sentences[w.draws.N(len(w.sentences))].written)
	}
	for len(dst) > 0 && dst[len(dst)-1] == ' ' {
		dst = dst[:len(dst)-1]
		w.chars--
	}
	return dst
}

// cutLine cuts the first line off, with its ending.
func cutLine(text []byte) (line, rest []byte, ending string) {
	for i, c := range text {
		switch {
		case c == '\n':
			return text[:i], text[i+1:], "\n"
		case c == '\r' && i+1 < len(text) && text[i+1] == '\n':
			return text[:i], text[i+2:], "\r\n"
		}
	}
	return text, nil, ""
}

// weigh counts the characters of a line, and the bytes that it has in the set in
// which it has fewest: half-width kana take one in CP932.
func weigh(line []byte) (chars, size int) {
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRune(line[i:])
		i += n
		chars++
		if classOf(r) == halfKanaChar {
			n = 1
		}
		size += n
	}
	return chars, size
}

// lengthClass is the greatest of 1, 2, 4, 7, 11, 17, 26, 40, … that is not above
// n: what a text's fake tells about its length.
func lengthClass(n int) int {
	class := 1
	for next := class; next <= n; next += next/2 + 1 {
		class = next
	}
	return class
}

// latinText is the filler for Latin text in locales of another script: the
// customary words without a meaning.
var latinText = struct {
	tag, stub string
	sentences []name
}{
	tag: "[fake] ", stub: "x",
	sentences: []name{
		{written: "Lorem ipsum dolor sit amet. "}, {written: "Consectetur adipiscing elit. "}, {written: "Sed do eiusmod tempor. "},
		{written: "Incididunt ut labore et dolore. "}, {written: "Ut enim ad minim veniam. "}, {written: "Quis nostrud exercitation. "},
		{written: "Ullamco laboris nisi ut aliquip. "}, {written: "Duis aute irure dolor. "}, {written: "Excepteur sint occaecat. "},
		{written: "Cupidatat non proident. "}, {written: "Sunt in culpa qui officia. "}, {written: "Mollit anim id est laborum. "},
	},
}
