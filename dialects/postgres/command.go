package postgres

import (
	"bytes"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// command reads a line that psql reads itself. Only those that dump programs
// write are known: psql has others that read files and start programs.
func (c *cutter) command(items []dialects.Item, b []byte, off int, eof bool) ([]dialects.Item, int, error) {
	n := bytes.IndexByte(b[off:], '\n') + 1
	if n == 0 {
		return items, 0, lex.Undecided(eof)
	}
	args, ok := arguments(b[off : off+n])
	if !ok {
		return items, 0, dialects.ErrStatement
	}
	s := &dialects.Statement{Class: dialects.Session}
	switch name := args[0].text; name {
	case `\restrict`, `\unrestrict`:
		if len(args) != 2 {
			return items, 0, dialects.ErrStatement
		}
		s.Words = name[1:]
	case `\encoding`:
		if len(args) != 2 {
			return items, 0, dialects.ErrStatement
		}
		s.Words = "encoding"
		if err := c.session.setEncoding(args[1].text); err != nil {
			return items, 0, err
		}
		c.changed()
	case `\connect`, `\c`:
		if !c.connect(s, args[1:]) {
			return items, 0, dialects.ErrStatement
		}
	default:
		return items, 0, dialects.ErrStatement
	}
	return lex.Stmt(items, off, off+n, s), n, nil
}

// connect enters another database. The session begins anew, and so does the
// schema: two databases may have a table of one name.
func (c *cutter) connect(s *dialects.Statement, args []argument) bool {
	s.Class, s.Words = dialects.Database, "connect"
	if len(args) > 0 && strings.HasPrefix(args[0].text, "-reuse-previous=") {
		args = args[1:]
	}
	if len(args) == 0 {
		return false
	}
	name := args[0].text
	if name != "-" { // psql: stay, as another user
		// With the user, the host and the port that may follow: they are of the old place.
		whole := dialects.Span{Start: args[0].span.Start, End: args[len(args)-1].span.End}
		s.Marks = []dialects.Mark{{Span: whole, Role: dialects.DatabaseName}}
		if from, ok := strings.CutPrefix(name, "dbname="); ok {
			if name, ok = connectionValue(from); !ok {
				return false
			}
		} else if strings.Contains(name, "=") || strings.Contains(name, "://") {
			return false // a connection string that says more than the database
		}
		s.Database, s.Enters = name, true
		c.schema = c.given()
		c.composites = nil
	}
	c.session.reconnect()
	c.changed()
	return true
}

// An argument is a word of a psql command.
type argument struct {
	text string // without quotes
	span dialects.Span
}

// arguments splits a psql command into its words (PostgreSQL documentation,
// psql, Meta-Commands). What would do more than stand for itself is refused:
// backquotes, variables, a second command on the line.
func arguments(line []byte) ([]argument, bool) {
	var out []argument
	for i := 0; i < len(line); {
		if lex.IsSpace(line[i]) {
			i++
			continue
		}
		start := i
		var text []byte
		for i < len(line) && !lex.IsSpace(line[i]) {
			switch q := line[i]; q {
			case '"':
				end := lex.Quoted(line, i+1, q, false, nil, true)
				if end < 0 {
					return nil, false
				}
				text = append(text, unquoteName(line[i:end])...)
				i = end
			case '\'':
				end := lex.Quoted(line, i+1, q, false, nil, true)
				if end < 0 || bytes.IndexByte(line[i:end], '\\') >= 0 {
					return nil, false
				}
				text = append(text, bytes.ReplaceAll(line[i+1:end-1], []byte("''"), []byte("'"))...)
				i = end
			case '`', ':', '|':
				return nil, false
			case '\\':
				if i != 0 {
					return nil, false
				}
				fallthrough
			default:
				text = append(text, q)
				i++
			}
		}
		out = append(out, argument{string(text), dialects.Span{Start: int32(start), End: int32(i)}})
	}
	return out, len(out) > 0
}

// connectionValue reads the one value of a connection string: plain, or in
// single quotes with backslash escapes (documentation, libpq, 34.1.1.1).
func connectionValue(s string) (string, bool) {
	quoted := strings.HasPrefix(s, "'")
	if quoted {
		s = s[1:]
	}
	var out []byte
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			if i++; i == len(s) {
				return "", false
			}
			out = append(out, s[i])
		case quoted && s[i] == '\'':
			return string(out), i == len(s)-1
		case !quoted && lex.IsSpace(s[i]):
			return "", false
		default:
			out = append(out, s[i])
		}
	}
	return string(out), !quoted && len(out) > 0
}
