package nested

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A path is what a text such as $.a[*].b says.
type path struct {
	steps []step
	names bool // the names, not the values
}

// A step goes from a part to those in it.
type step struct {
	deep    bool // to those at any depth
	any     bool
	names   []string
	indexes []int32
	filter  filter

	ids  []int32 // of names; see Paths
	last int32   // the number of the path that ends here, or -1
}

// parsePath reads a path. Its errors hold no part of it.
func parsePath(text string) (path, error) {
	r := &reader{text: text}
	if !r.accept("$") {
		return path{}, errors.New("a path begins with $, such as $.tel")
	}
	var p path
	for r.at < len(text) {
		if r.accept("~") {
			if p.names = true; r.at < len(text) || len(p.steps) == 0 {
				return path{}, errors.New("~ stands at the end of a path, behind a member")
			}
			break
		}
		s, err := r.step()
		if err != nil {
			return path{}, err
		}
		p.steps = append(p.steps, s)
	}
	return p, nil
}

// A reader reads a path.
type reader struct {
	text  string
	at    int
	depth int // of brackets in a condition
}

func (r *reader) rest() string { return r.text[r.at:] }

func (r *reader) accept(s string) bool {
	if !strings.HasPrefix(r.rest(), s) {
		return false
	}
	r.at += len(s)
	return true
}

func (r *reader) blanks() {
	for r.at < len(r.text) && strings.IndexByte(" \t\r\n", r.text[r.at]) >= 0 {
		r.at++
	}
}

func (r *reader) step() (step, error) {
	s := step{last: -1}
	switch {
	case r.accept(".."):
		if s.deep = true; r.accept("[") {
			return s, r.selectors(&s)
		}
	case r.accept("["):
		return s, r.selectors(&s)
	case !r.accept("."):
		return s, errors.New("want . or [ between the names of a path; names with other characters are written ['NAME']")
	}
	if r.accept("*") {
		s.any = true
		return s, nil
	}
	name, ok := r.word()
	if !ok {
		return s, errors.New("want a name or * behind the dot; names with other characters are written ['NAME']")
	}
	s.names = []string{name}
	return s, nil
}

// word reads a name of letters, digits, _ and anything beyond ASCII.
func (r *reader) word() (string, bool) {
	start := r.at
	for r.at < len(r.text) {
		c := r.text[r.at]
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c >= utf8.RuneSelf
		if !letter && (r.at == start || c < '0' || '9' < c) {
			break
		}
		r.at++
	}
	return r.text[start:r.at], r.at > start
}

// selectors read what stands in brackets.
func (r *reader) selectors(s *step) error {
	for {
		if err := r.selector(s); err != nil {
			return err
		}
		r.blanks()
		switch {
		case r.accept("]"):
			if s.filter != nil && (s.any || s.names != nil || s.indexes != nil) {
				return errors.New("a condition stands alone in its brackets")
			}
			return nil
		case !r.accept(","):
			return errors.New("want , or ] in a path")
		}
	}
}

func (r *reader) selector(s *step) error {
	r.blanks()
	switch {
	case r.at == len(r.text):
		return errors.New("a [ without ] in a path")
	case r.accept("*"):
		s.any = true
		return nil
	case r.accept("?"):
		if s.filter != nil {
			return errors.New("two conditions in one pair of brackets: join them by ||")
		}
		var err error
		s.filter, err = r.either()
		return err
	case r.text[r.at] == '\'' || r.text[r.at] == '"':
		name, err := r.quoted()
		s.names = append(s.names, name)
		return err
	}
	i, err := r.index()
	s.indexes = append(s.indexes, i)
	return err
}

func (r *reader) index() (int32, error) {
	start := r.at
	for r.at < len(r.text) && '0' <= r.text[r.at] && r.text[r.at] <= '9' {
		r.at++
	}
	n, err := strconv.ParseInt(r.text[start:r.at], 10, 32)
	if err != nil || n == math.MaxInt32 || r.text[start] == '0' && r.at > start+1 {
		return 0, errors.New("in the brackets of a path stand names in quotes, numbers from 0 on, * or a condition behind ?")
	}
	return int32(n), nil
}

// quoted reads a text in ' or ", with the escapes of RFC 9535.
func (r *reader) quoted() (string, error) {
	quote := r.text[r.at]
	r.at++
	var b strings.Builder
	for r.at < len(r.text) {
		c := r.text[r.at]
		r.at++
		switch {
		case c == quote:
			return b.String(), nil
		case c != '\\':
			b.WriteByte(c)
			continue
		case r.at == len(r.text):
			return "", errQuote
		}
		c = r.text[r.at]
		r.at++
		switch i := strings.IndexByte("bfnrt", c); {
		case i >= 0:
			b.WriteByte("\b\f\n\r\t"[i])
		case c == '/' || c == '\\' || c == '\'' || c == '"':
			b.WriteByte(c)
		case c == 'u' && len(r.rest()) >= 4:
			n, err := strconv.ParseUint(r.rest()[:4], 16, 16)
			if err != nil || 0xd800 <= n && n < 0xe000 {
				return "", errors.New("an escape in a path that is no character; write the character itself")
			}
			b.WriteRune(rune(n))
			r.at += 4
		default:
			return "", errors.New("an unknown escape in a path")
		}
	}
	return "", errQuote
}

var errQuote = errors.New("a quoted text in a path has no end")
