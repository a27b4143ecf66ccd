package policyfile

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/width"

	"github.com/migawari-dev/migawari/mask"
)

const (
	// excerptWidth is how many cells of a terminal a line may take; tabWidth
	// those up to which a tab goes.
	excerptWidth = 100
	tabWidth     = 4
	// concealed stands for a literal of a condition.
	concealed = "***"
)

// Excerpt shows a line of a policy file and, on a second line, a caret under the
// column: where a fault is. It gives the empty text for a place outside the file.
//
// Characters that take two cells of a terminal are counted so, tabs become
// spaces, control characters are escaped, and a long line is cut round the
// caret. The literals of conditions, which may be somebody's data, show as ***;
// in a file that is not YAML so do all quoted texts, numbers and long words of the
// line. So does what was refused as a key.
func Excerpt(data []byte, at mask.Location) string {
	d := &document{text: bytes.TrimPrefix(data, byteOrderMark)}
	start, end, ok := d.line(at.Line)
	if !ok || at.Column < 1 {
		return ""
	}
	spans := secrets(data, d, start, end)
	var l excerptLine
	caret := -1
	for i, column := start, 1; i < end; column++ {
		if column == at.Column {
			caret = l.width
		}
		_, n := utf8.DecodeRune(d.text[i:])
		for len(spans) > 0 && spans[0].end <= i {
			spans = spans[1:]
		}
		switch {
		case len(spans) == 0 || i < spans[0].start:
			l.character(d.text[i : i+n])
		case i == max(spans[0].start, start):
			l.add(concealed)
		}
		i += n
	}
	if caret < 0 {
		caret = l.width
	}
	return l.cut(caret)
}

// line gives the n-th line of the file without its end.
func (d *document) line(n int) (start, end int, ok bool) {
	if n < 1 {
		return 0, 0, false
	}
	for i := range d.text {
		if !newline(d.text, i) {
			continue
		}
		if n == 1 {
			if end = i; end > start && d.text[end] == '\n' && d.text[end-1] == '\r' {
				end--
			}
			return start, end, true
		}
		n, start = n-1, i+1
	}
	return start, len(d.text), n == 1
}

// An excerptLine is a line as it will be shown: its pieces, each of one
// character of the file, and the cell at which each begins.
type excerptLine struct {
	pieces []string
	cells  []int
	width  int
}

func (l *excerptLine) add(piece string) {
	l.pieces, l.cells = append(l.pieces, piece), append(l.cells, l.width)
	for _, r := range piece {
		l.width += cellsOf(r)
	}
}

func (l *excerptLine) character(b []byte) {
	if b[0] == '\t' {
		l.add(strings.Repeat(" ", tabWidth-l.width%tabWidth))
		return
	}
	l.add(mask.Printable(string(b)))
}

// cellsOf gives how many cells of a terminal a character takes (UAX 11). The
// ambiguous ones take one.
func cellsOf(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// cut gives the line, or the part of it round the caret, and the caret below.
func (l *excerptLine) cut(caret int) string {
	const gap = "..."
	from, to := 0, l.width
	if l.width > excerptWidth {
		from = max(0, min(caret-excerptWidth/2, l.width-excerptWidth))
		to = from + excerptWidth
	}
	first, _ := slices.BinarySearch(l.cells, from)
	var b strings.Builder
	if first > 0 {
		b.WriteString(gap)
		caret -= l.cells[first] - len(gap)
	}
	for i := first; i < len(l.pieces) && l.cells[i] < to; i++ {
		b.WriteString(l.pieces[i])
	}
	if to < l.width {
		b.WriteString(gap)
	}
	b.WriteByte('\n')
	b.WriteString(strings.Repeat(" ", caret))
	b.WriteByte('^')
	return b.String()
}

// A span is a part of the file.
type span struct{ start, end int }

// secrets finds what the line from start to end must not show, in order.
func secrets(data []byte, line *document, start, end int) []span {
	d, fault := load(data)
	if fault != nil {
		var spans []span
		offsets := make([]int, 0, end-start+1)
		for i := start; i < end; {
			offsets = append(offsets, i)
			_, n := utf8.DecodeRune(line.text[i:])
			i += n
		}
		offsets = append(offsets, end)
		text := []rune(string(line.text[start:end]))
		for _, s := range append(literals(text), longWords(text)...) {
			spans = append(spans, span{offsets[s.start], offsets[s.end]})
		}
		return ordered(spans)
	}
	f := finder{document: d, start: start, end: end}
	f.find(d.root, false)
	f.keys()
	return ordered(f.spans)
}

// ordered sorts spans and joins those that overlap.
func ordered(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 && s.start < out[n-1].end {
			out[n-1].end = max(out[n-1].end, s.end)
			continue
		}
		out = append(out, s)
	}
	return out
}

// A finder gathers the literals of conditions, and keys, that reach into a line.
type finder struct {
	*document
	start, end int
	spans      []span
}

// find walks the tree; inside says that n is part of what should be a condition.
// A condition under a misspelt word, or in the place of a word, is known by its
// looks, and so is a key wherever it stands.
func (f *finder) find(n *yaml.Node, inside bool) {
	switch {
	case n.Kind == yaml.ScalarNode && isSecret(n.Value):
		f.whole(n)
	case n.Kind == yaml.ScalarNode && (inside || comparing.MatchString(n.Value)):
		f.condition(n)
	case n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			f.find(key, inside)
			f.find(n.Content[i+1], inside || key.Value == "when" || key.Value == "where" || key.Value == "keep")
		}
	case n.Kind == yaml.SequenceNode:
		for _, child := range n.Content {
			f.find(child, inside)
		}
	}
}

var comparing = regexp.MustCompile(`[=<>]|\b(?i:in|like|matches|contains|between|is)\b.*['"0-9]`)

func (f *finder) condition(n *yaml.Node) {
	at := f.offset(f.at(n))
	if at >= f.end {
		return
	}
	offsets, ok := f.offsets(n)
	if !ok {
		f.spans = append(f.spans, span{at, len(f.text)})
		return
	}
	if offsets[len(offsets)-1] < f.start {
		return
	}
	for _, s := range literals([]rune(n.Value)) {
		f.spans = append(f.spans, span{offsets[s.start], offsets[s.end]})
	}
}

// keys finds what Parse refuses as a key: a word at the top of the file.
func (f *finder) keys() {
	if f.root.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(f.root.Content); i += 2 {
		k, v := f.root.Content[i], f.root.Content[i+1]
		if isKey(entry{key: k.Value, value: v}) {
			f.whole(v)
		}
	}
}

// whole hides a node: a scalar from its first character to its last, and
// whatever a list or a map holds.
func (f *finder) whole(n *yaml.Node) {
	for _, child := range n.Content {
		f.whole(child)
	}
	if n.Kind != yaml.ScalarNode {
		return
	}
	offsets, ok := f.offsets(n)
	if !ok {
		offsets = []int{f.offset(f.at(n)), len(f.text)}
	}
	f.spans = append(f.spans, span{offsets[0], offsets[len(offsets)-1]})
}

// literals finds the quoted texts, without their quotes, and the numbers of a
// condition, by the index of their characters. A text without an end goes up to
// the end.
func literals(text []rune) []span {
	var spans []span
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\'' || c == '"' || c == '`':
			start := i + 1
			for i = start; i < len(text) && text[i] != c; i++ {
				if text[i] == '\\' && c != '`' && i+1 < len(text) {
					i++
				}
			}
			spans = append(spans, span{start, min(i, len(text))})
		case unicode.IsDigit(c):
			start := i
			for i+1 < len(text) && numeral(text[i+1]) {
				i++
			}
			spans = append(spans, span{start, i + 1})
		case numeral(c):
			for i+1 < len(text) && numeral(text[i+1]) && text[i+1] != '.' {
				i++
			}
		}
	}
	return spans
}

// longWords finds words too long for a name, as keys are.
func longWords(text []rune) []span {
	var spans []span
	for i := 0; i < len(text); i++ {
		start := i
		for i < len(text) && numeral(text[i]) {
			i++
		}
		if i-start > longestWord {
			spans = append(spans, span{start, i})
		}
	}
	return spans
}

// numeral says whether a character can be in a number or a name.
func numeral(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '.' || r == '$'
}
