package mask

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask/detect/value"
)

// Under "ddl: safe", texts in definitions are held against detectors: comments,
// defaults, labels, bounds, bodies. What looks like data stops the run until the policy
// decides it; a comment between statements, which no server reads, is left out.

// A Detector finds what looks like data in a text of a definition: the first such place,
// and a word for what it is, such as "phone".
type Detector func(text []byte) (at dialects.Span, kind string, found bool)

// Detect adds a detector to the one that every run has, which knows e-mail addresses,
// phone numbers, cards, secrets and the like; see package detect/value.
func Detect(d Detector) Option { return func(o *options) { o.detector = d } }

// A sight is a place in a text that looks like data.
type sight struct {
	at   dialects.Span
	kind string
	hex  bool // it is written in hexadecimal digits
}

// looks finds the first place in a text that looks like data.
func (r *run) looks(text []byte) (s sight, found bool) {
	if s, found = r.looksSo(text); found {
		return s, true
	}
	digits := hexDigits(text)
	decoded := make([]byte, hex.DecodedLen(digits.Len()))
	if n, err := hex.Decode(decoded, digits.Of(text)); err != nil || n < leastHex {
		return s, false
	}
	s, found = r.looksSo(decoded)
	return sight{digits, s.kind, true}, found
}

func (r *run) looksSo(text []byte) (s sight, found bool) {
	var tmp [8]value.Finding
	for _, f := range value.Find(tmp[:0], text) {
		if f.Kind != value.Date && f.Kind != value.UUID && !f.Harmless && f.Sure > value.Possible {
			return sight{at: dialects.Span{Start: int32(f.Start), End: int32(f.End)}, kind: f.Kind.String()}, true
		}
	}
	if r.detector != nil {
		s.at, s.kind, found = r.detector(text)
	}
	return s, found
}

// leastHex is from how many bytes on hexadecimal digits are read as text.
const leastHex = 4

// hexDigits is what stands between the quotes of X'…' and of '\\x…'.
func hexDigits(text []byte) dialects.Span {
	s := dialects.Span{End: int32(len(text))}
	if i := bytes.IndexByte(text, '\''); i >= 0 && i <= 2 && text[len(text)-1] == '\'' && len(text) > i+1 {
		s = dialects.Span{Start: int32(i + 1), End: int32(len(text) - 1)}
	}
	if inner := s.Of(text); len(inner) > 1 && inner[0] == '\\' && inner[1] == 'x' {
		s.Start += 2
	}
	if s.Len()%2 == 1 {
		s.End--
	}
	return s
}

// examine holds a marked text against the detectors.
func (r *run) examine(s *dialects.Statement, at dialects.Span, b []byte) (edits []edit, err error) {
	addCounts(&r.audit.Examined, map[string]int64{s.Words: 1})
	for start := at.Start; start < at.End; {
		found, ok := r.looks(b[start:at.End])
		if !ok {
			break
		}
		d := r.plan.definition(s)
		if d == nil && r.undecided != nil {
			r.undecided.definition(s, found.kind)
			return nil, nil
		}
		if d == nil {
			return nil, undecided(s, found.kind)
		}
		addCounts(&r.audit.Decided, map[string]int64{s.Words: 1})
		place := dialects.Span{Start: start + found.at.Start, End: start + found.at.End}
		if d.Mask {
			edits = append(edits, edit{place, overwritten(place.Of(b), found.hex)})
		}
		start = max(place.End, start+1)
	}
	return edits, nil
}

// object is what a decision goes by.
func object(s *dialects.Statement) schema.Name {
	if s.Object == (schema.Name{}) && s.Table != nil {
		return s.Table.Name
	}
	return s.Object
}

// undecided says which line of the policy would decide a text.
func undecided(s *dialects.Statement, kind string) error {
	name := object(s).String()
	where := s.Words
	if name != "" {
		where += " " + Printable(name)
	} else {
		name = "*"
	}
	return &Error{
		Err:  fmt.Errorf("%w (%s): %s", ErrLiteral, kind, where),
		Hint: "look at it, and say definitions: {" + quoteWord(name) + ": mask} in the policy to have it overwritten, or keep",
	}
}

// definition finds what the policy says of an object: the most specific line.
func (p *Plan) definition(s *dialects.Statement) (best *Definition) {
	name := object(s)
	fold := s.Table != nil && s.Table.FoldsTables()
	for i := range p.policy.Definitions {
		d := &p.policy.Definitions[i]
		if matchesName(d.Pattern, name, fold) && (best == nil || specificity(d.Pattern) > specificity(best.Pattern)) {
			best = d
		}
	}
	return best
}

// overwritten is a text of the same length in letters and digits that say nothing.
// Anything else stays, so that quotes and escapes do.
func overwritten(text []byte, isHex bool) string {
	if isHex {
		return strings.Repeat("0", len(text))
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRune(text[i:])
		switch {
		case '0' <= c && c <= '9':
			out = append(out, '0')
		case 'a' <= c|0x20 && c|0x20 <= 'z' && c < utf8.RuneSelf:
			out = append(out, 'x')
		case c >= utf8.RuneSelf && c != utf8.RuneError:
			out = append(out, "〇"...)
		default:
			out = append(out, text[i:i+n]...)
		}
		i += n
	}
	return string(out)
}

// marks says whether a statement is a comment by which the stream is taken apart again.
func (r *run) marks(s *dialects.Statement, b []byte) bool {
	return r.marker != "" && s.Class == dialects.Note && bytes.HasPrefix(bytes.TrimPrefix(b, []byte("\n")), []byte("-- "+r.marker))
}

// swallowed gives the item that holds such a comment as something else, or -1: the part
// before does not end where a statement does.
func (r *run) swallowed(c *dialects.Chunk) int {
	if r.marker == "" || !bytes.Contains(c.Data, []byte(r.marker)) {
		return -1
	}
	return slices.IndexFunc(c.Items, func(it dialects.Item) bool {
		b := c.Data[it.Start:it.End]
		return bytes.Contains(b, []byte(r.marker)) && !(it.Kind == dialects.Stmt && r.marks(it.Stmt, b))
	})
}

// note leaves out a comment between statements that looks like data or tells of the
// server, and those between the server's own tables.
func (r *run) note(s *dialects.Statement, b []byte) verdict {
	if s.Database != "" {
		r.source = s.Database
	}
	switch {
	case r.marks(s, b):
		if s.Enters {
			r.database, r.server = s.Database, s.OfServer
		}
		return verdict{}
	case r.server, s.Marks == nil:
		return verdict{drop: true}
	}
	if _, found := r.looks(b); found {
		return r.dropped(s)
	}
	return verdict{}
}
