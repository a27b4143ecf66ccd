package policyfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"github.com/migawari-dev/migawari/mask"
)

// Limits of a policy file. A tree costs some hundred bytes for each word, and
// reading it recurses.
const (
	maxSize  = 10 << 20
	maxDepth = 64
)

// A document is a policy file as a tree whose nodes know where they stand. All
// use of the YAML library is in this file, besides the nodes themselves.
type document struct {
	text []byte // without a byte order mark
	end  mask.Location
	root *yaml.Node
	// pairs are the columns of surrogate pairs by line; see joinSurrogates.
	pairs map[int][]int

	// Where offset last looked: nodes are asked for in the order of the file.
	last struct {
		at     mask.Location
		offset int
	}
}

// load reads a file into a tree. What keeps it from being one is a single fault,
// because nothing that follows it can be trusted.
func load(data []byte) (*document, *mask.Fault) {
	d := &document{text: bytes.TrimPrefix(data, byteOrderMark)}
	if f := d.readable(data); f != nil {
		return nil, f
	}
	d.end = d.walk(mask.Location{Line: 1, Column: 1}, 0, len(d.text))
	input := d.text
	if json.Valid(input) {
		input, d.pairs = joinSurrogates(input)
	}
	limits := yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxDepth)))
	l, err := yaml.NewLoader(bytes.NewReader(input), limits)
	if err != nil {
		return nil, d.syntax(err)
	}
	var first, second yaml.Node
	if err := l.Load(&first); errors.Is(err, io.EOF) {
		return nil, &mask.Fault{At: mask.Location{Line: 1, Column: 1}, Reason: "the file is empty", Hint: "a policy begins with version: 1"}
	} else if err != nil {
		return nil, d.syntax(err)
	}
	switch err := l.Load(&second); {
	case err == nil:
		return nil, &mask.Fault{At: d.at(&second), Reason: "a second document begins here", Hint: "a policy is one document"}
	case !errors.Is(err, io.EOF):
		return nil, d.syntax(err)
	}
	d.root = first.Content[0]
	return d, nil
}

var byteOrderMark = []byte("\ufeff")

// readable refuses what the library reads otherwise than YAML 1.2 says, or
// refuses without a position.
func (d *document) readable(data []byte) *mask.Fault {
	fault := func(offset int, reason, hint string) *mask.Fault {
		return &mask.Fault{At: d.walk(mask.Location{Line: 1, Column: 1}, 0, offset), Reason: reason, Hint: hint}
	}
	if wide(data) {
		return &mask.Fault{At: mask.Location{Line: 1, Column: 1}, Reason: "the file is UTF-16 or UTF-32", Hint: "save it as UTF-8"}
	}
	if len(data) > maxSize {
		return fault(0, fmt.Sprintf("the file is larger than %d MiB", maxSize>>20), "")
	}
	for i := 0; i < len(d.text); {
		r, n := utf8.DecodeRune(d.text[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			return fault(i, "a byte that is not UTF-8", "save the file as UTF-8")
		case r == 0x85 || r == 0x2028 || r == 0x2029:
			return fault(i, "an invisible line separator", "remove it, or write it as an escape in a quoted text")
		case r < ' ' && r != '\t' && r != '\n' && r != '\r', 0x7f <= r && r < 0xa0, r == 0xfeff, r == 0xfffe, r == 0xffff:
			return fault(i, "a control character", "remove it, or write it as an escape in a quoted text")
		}
		i += n
	}
	return nil
}

// wide recognises UTF-16 and UTF-32 by their byte order mark, or by the zero
// bytes that ASCII has in them.
func wide(data []byte) bool {
	for _, mark := range []string{"\xff\xfe", "\xfe\xff", "\x00\x00\xfe\xff"} {
		if bytes.HasPrefix(data, []byte(mark)) {
			return true
		}
	}
	return len(data) >= 2 && (data[0] == 0) != (data[1] == 0)
}

// joinSurrogates writes the pairs \ud83c\udf63 of a JSON text as \U0001f363,
// the only way in which YAML has them, and tells where it did: the columns
// behind each are two too low.
func joinSurrogates(text []byte) ([]byte, map[int][]int) {
	if !bytes.Contains(text, []byte(`\ud`)) && !bytes.Contains(text, []byte(`\uD`)) {
		return text, nil
	}
	out, pairs := make([]byte, 0, len(text)), map[int][]int{}
	line, start := 1, 0 // of out
	for i := 0; i < len(text); {
		switch {
		case text[i] == '\\':
			if high, low, ok := surrogates(text[i:]); ok {
				pairs[line] = append(pairs[line], 1+utf8.RuneCount(out[start:]))
				out = fmt.Appendf(out, `\U%08x`, 0x10000+(high-0xd800)<<10+(low-0xdc00))
				i += 12
				continue
			}
			out = append(out, text[i], text[i+1])
			i += 2
			continue
		case newline(text, i):
			line, start = line+1, len(out)+1
		}
		out = append(out, text[i])
		i++
	}
	return out, pairs
}

// surrogates reads a pair of escapes at the beginning of b.
func surrogates(b []byte) (high, low uint64, ok bool) {
	if len(b) < 12 || b[1] != 'u' || b[6] != '\\' || b[7] != 'u' {
		return 0, 0, false
	}
	high, err1 := strconv.ParseUint(string(b[2:6]), 16, 32)
	low, err2 := strconv.ParseUint(string(b[8:12]), 16, 32)
	ok = err1 == nil && err2 == nil && 0xd800 <= high && high < 0xdc00 && 0xdc00 <= low && low < 0xe000
	return high, low, ok
}

// newline says whether a line ends with the byte at i. As in YAML 1.2, CR LF
// and CR alone end lines too.
func newline(text []byte, i int) bool {
	return text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n')
}

// at gives where a node stands. Columns count characters.
func (d *document) at(n *yaml.Node) mask.Location { return d.locate(n.Line, n.Column) }

// locate turns the library's count into ours. The library ends the last line if
// the file does not, and may then be on a line more.
func (d *document) locate(line, column int) mask.Location {
	if line > d.end.Line {
		return d.end
	}
	at := mask.Location{Line: line, Column: column}
	for _, pair := range d.pairs[line] {
		if pair < column {
			at.Column += 2
		}
	}
	return at
}

// offset gives the offset of a location in the text.
func (d *document) offset(at mask.Location) int {
	from, i := d.last.at, d.last.offset
	if from.Line == 0 || at.Line < from.Line || at.Line == from.Line && at.Column < from.Column {
		from, i = mask.Location{Line: 1, Column: 1}, 0
	}
	for i < len(d.text) && from.Line < at.Line {
		if newline(d.text, i) {
			from = mask.Location{Line: from.Line + 1, Column: 1}
		}
		i++
	}
	for i < len(d.text) && from.Column < at.Column && !newline(d.text, i) {
		_, n := utf8.DecodeRune(d.text[i:])
		i += n
		from.Column++
	}
	d.last.at, d.last.offset = from, i
	return i
}

// syntaxFaults turn what the library says into our words. It may quote the
// file, so that nothing of it is passed on.
var syntaxFaults = []struct{ message, reason, hint string }{
	{"exceeded max depth", fmt.Sprintf("more than %d levels deep", maxDepth), ""},
	{"unknown anchor", "an alias stands here", aliasHint},
	{"mapping values are not allowed", "a colon where no value can stand", "quote a text that holds a colon and a space"},
	{"block sequence entries are not allowed", "a list cannot begin here", "put it on a line of its own"},
	{"mapping keys are not allowed", "a map cannot begin here", "put it on a line of its own"},
	{"could not find expected ':'", "a key without a colon", ""},
	{"did not find expected ',' or ']'", "neither a comma nor the ] of the list that begins in line %d", "quote a text that holds a comma or a bracket"},
	{"did not find expected ',' or '}'", "neither a comma nor the } of the map that begins in line %d", "quote a text that holds a comma or a bracket"},
	{"did not find expected key", "the indentation fits no line above", "entries of one map or list begin in one column"},
	{"did not find expected '-' indicator", "the indentation fits no line above", "entries of one map or list begin in one column"},
	{"found unexpected end of stream", "a quoted text has no end", ""},
	{"found unexpected document indicator", "a quoted text has no end", ""},
	{"unknown escape character", "an unknown escape in a quoted text", "in single quotes a backslash is a backslash"},
	{"hexadecimal number", "an unknown escape in a quoted text", "in single quotes a backslash is a backslash"},
	{"invalid Unicode character", "an escape for half a character", ""},
	{"tab character", tabReason, tabHint},
	{"incompatible YAML document", "a %YAML line that is not taken", "leave it out"},
}

const (
	tabReason = "a tab as indentation"
	tabHint   = "YAML is indented by spaces"
	aliasHint = "write out what it stands for: a policy is read from top to bottom"
)

func (d *document) syntax(err error) *mask.Fault {
	f := &mask.Fault{At: mask.Location{Line: 1, Column: 1}, Reason: "not YAML"}
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		return f
	}
	mark := load.Mark
	if strings.Contains(load.ContextMsg, "quoted scalar") && strings.Contains(load.Message, "found unexpected") {
		mark = load.ContextMark // where it begins says more than the end of the file
	}
	if mark.Line > 0 {
		f.At = d.locate(mark.Line, mark.Column)
	}
	for _, s := range syntaxFaults {
		if strings.Contains(load.Message, s.message) {
			f.Reason, f.Hint = s.reason, s.hint
			if strings.Contains(s.reason, "%d") {
				f.Reason = fmt.Sprintf(s.reason, load.ContextMark.Line)
			}
			return f
		}
	}
	if i := d.offset(f.At); i < len(d.text) && strings.Contains(load.Message, "cannot start any token") {
		f.Reason, f.Hint = "a character that cannot begin a word", "quote a text that begins with it"
		if d.text[i] == '\t' {
			f.Reason, f.Hint = tabReason, tabHint
		}
	}
	return f
}
