package mysql

import (
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// A session is what SET has changed so far, as far as it decides how bytes are
// read. A dump saves variables before it changes them, so user variables are
// followed too.
type session struct {
	charset string              // of the client: what text in the stream is written in
	sqlMode string              // upper case
	saved   map[string][]string // what user variables hold, where that is plain: one text, or several to choose from
	forced  string              // the charset that was given from outside, if any
	inText  bool                // the statement stands in a text: it may run or not
}

func newSession(forced string) session {
	s := session{charset: "utf8mb4", forced: forced, saved: map[string][]string{}}
	if forced != "" {
		s.charset = forced
	}
	return s
}

// client is the character set in force, or nil if it is not known.
func (s *session) client() *charset.Charset {
	if s.forced != "" {
		return charset.MySQL(s.forced)
	}
	return charset.MySQL(s.charset)
}

// sets are those that a name or a text of a definition can be in. mysqldump
// declares UTF-8 before each CREATE TABLE, and means it: where a set is forced
// for its rows, both are tried.
func (s *session) sets() []*charset.Charset {
	own, declared := s.client(), charset.MySQL(s.charset)
	if own != declared && declared != nil && declared.IsUTF8() {
		return []*charset.Charset{declared, own}
	}
	return []*charset.Charset{own}
}

func (s *session) mode(word string) bool {
	for m := range strings.SplitSeq(s.sqlMode, ",") {
		if m == word {
			return true
		}
	}
	return false
}

// ansiQuotes says whether "…" is a name. The combination modes include it.
func (s *session) ansiQuotes() bool {
	for _, m := range []string{"ANSI_QUOTES", "ANSI", "DB2", "MAXDB", "MSSQL", "ORACLE", "POSTGRESQL"} {
		if s.mode(m) {
			return true
		}
	}
	return false
}

// grammar is how statements are read in this session.
func (s *session) grammar() lex.Grammar {
	g := lex.Grammar{
		Backslash: !s.mode("NO_BACKSLASH_ESCAPES"), DoubleQuote: lex.String,
		Backquote: true, Hash: true, DashNeedsGap: true, Version: true,
		Multibyte: s.client().Multibyte(),
	}
	if s.ansiQuotes() {
		g.DoubleQuote = lex.Name
	}
	return g
}

// set follows the assignments of a SET statement. It reports whether one of
// them concerns the whole server. What is no assignment is refused: MariaDB's
// SET STATEMENT … FOR runs another statement.
func (s *session) set(p *parser) (global bool, err error) {
	server := false // the last scope holds until another is named
	for {
		switch {
		case p.Accept("global"), p.Accept("persist"), p.Accept("persist_only"):
			server = true
		case p.Accept("session"), p.Accept("local"):
			server = false
		}
		switch {
		case p.Accept("names"), p.Accept("charset"), p.Accept("character", "set"):
			if values := s.value(p); s.forced == "" {
				s.setCharset(values)
			}
			if p.Accept("collate") {
				p.Next()
			}
		case p.Accept("transaction"):
			global = global || server
			for p.Peek().Kind == lex.Word {
				p.Next()
			}
		default:
			of, err := s.assignment(p, server)
			if err != nil {
				return false, err
			}
			global = global || of
		}
		if p.Done() {
			return global, nil
		}
		if !p.Punct(',') {
			return false, dialects.ErrSyntax
		}
	}
}

// assignment follows one assignment, up to the comma behind it. It reports
// whether it concerns the server and not the session.
func (s *session) assignment(p *parser, server bool) (global bool, err error) {
	name, user, global := s.variable(p)
	global = global || server && !user
	p.Punct(':')
	if name == "" || !p.Punct('=') {
		return false, dialects.ErrSyntax
	}
	from := p.I
	values := s.value(p)
	if !p.Done() && !p.IsPunct(',') {
		values = nil // the expression goes on
		p.SkipTo(',')
	}
	switch {
	case user:
		s.save(name, values)
	case global:
	case name == "sql_mode":
		return false, s.setMode(p, values, p.Tokens[from:p.I])
	case name == "character_set_client":
		s.setCharset(values)
	}
	return global, nil
}

// setMode takes over a new sql_mode. Where the expression is not a plain one, it
// must not speak of how quotes are read; that the mode is to be without
// ONLY_FULL_GROUP_BY, say, is of no concern.
func (s *session) setMode(p *parser, values []string, expr []lex.Token) error {
	switch {
	case len(values) == 1 && values[0] == "0":
		s.sqlMode = ""
	case len(values) == 1 && expr[0].Kind != lex.Number:
		s.sqlMode = strings.ToUpper(values[0])
	default:
		for _, t := range expr {
			text := strings.ToUpper(p.text(t))
			if t.Kind == lex.Number || strings.Contains(text, "NO_BACKSLASH_ESCAPES") || strings.Contains(text, "ANSI") {
				return dialects.ErrSyntax
			}
		}
	}
	return nil
}

func (s *session) setCharset(names []string) {
	if len(names) == 1 {
		s.charset = strings.ToLower(names[0])
	}
}

// variable reads the left side of an assignment.
func (s *session) variable(p *parser) (name string, user, global bool) {
	if p.Punct('@') {
		if !p.Punct('@') {
			return strings.ToLower(p.name()), true, false
		}
		name = strings.ToLower(p.name())
		if p.Punct('.') {
			global = name == "global" || name == "persist"
			name = strings.ToLower(p.name())
		}
		return name, false, global
	}
	return strings.ToLower(p.name()), false, false
}

// value reads an expression that is a plain one, and gives all that it can be:
// that of a text, a word or a variable, of either branch of IF(…, …, …), or of
// IFNULL(variable, …). It gives nothing for any other, which may have been read
// in part.
func (s *session) value(p *parser) []string {
	ifNull := p.Accept("ifnull")
	if !ifNull && !p.Accept("if") {
		return s.operand(p)
	}
	q := p.inside(p.Brackets())
	if !ifNull {
		q.SkipTo(',')
		q.Punct(',')
	}
	first := s.operand(q)
	if !q.Punct(',') {
		return nil
	}
	second := s.operand(q)
	switch {
	case !q.Done():
		return nil
	case ifNull && first != nil:
		return first
	case ifNull:
		return second
	case first == nil || second == nil:
		return nil
	}
	return append(first[:len(first):len(first)], second...)
}

// operand is value without calls.
func (s *session) operand(p *parser) []string {
	t := p.Peek()
	switch {
	case t.Kind == lex.Word && p.PunctAt(p.I+1, '('): // a call
	case t.Kind == lex.Word, t.Kind == lex.Name, t.Kind == lex.String, t.Kind == lex.Number:
		p.Next()
		return []string{p.text(t)}
	case p.IsPunct('@'):
		name, user, _ := s.variable(p)
		switch {
		case user:
			return s.saved[name]
		case name == "sql_mode":
			return []string{s.sqlMode}
		case name == "character_set_client":
			return []string{s.charset}
		}
	}
	return nil
}

// What is remembered of user variables is bounded: no producer has more.
const (
	maxSaved = 1024 // variables
	maxTexts = 8    // texts of one
	maxText  = 4096 // bytes of one
)

// save remembers what a user variable holds, or that it is not known.
func (s *session) save(name string, values []string) {
	long := func(v string) bool { return len(v) > maxText }
	if len(values) == 0 || len(values) > maxTexts || slices.ContainsFunc(values, long) || s.inText {
		delete(s.saved, name)
		return
	}
	if _, known := s.saved[name]; known || len(s.saved) < maxSaved {
		s.saved[name] = values
	}
}
