package mysql

import (
	"strings"

	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// A session is what SET has changed so far, as far as it decides how bytes are
// read. A dump saves variables before it changes them, so user variables are
// followed too.
type session struct {
	charset string            // of the client: what text in the stream is written in
	sqlMode string            // upper case
	saved   map[string]string // user variables that hold a copy of one of these
	forced  bool              // the charset was given from outside and stays
}

func newSession(forced string) session {
	s := session{charset: "utf8mb4", saved: map[string]string{}}
	if forced != "" {
		s.charset, s.forced = forced, true
	}
	return s
}

// client is the character set in force, or nil if it is not known.
func (s *session) client() *charset.Charset { return charset.MySQL(s.charset) }

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
// them concerns the whole server.
func (s *session) set(p *parser) (global bool) {
	switch {
	case p.Accept("names"):
		s.setCharset(s.value(p))
		return false
	case p.Accept("charset"), p.Accept("character", "set"):
		s.setCharset(s.value(p))
		return false
	}
	for {
		switch {
		case p.Accept("global"), p.Accept("persist"), p.Accept("persist_only"):
			global = true
		case p.Accept("session"), p.Accept("local"):
		}
		name, user, scope := s.variable(p)
		if scope {
			global = true
		}
		if !p.Punct('=') {
			p.Punct(':')
			p.Punct('=')
		}
		value := s.value(p)
		switch {
		case user:
			s.saved[name] = value
		case name == "sql_mode":
			if value != "" || p.wasString {
				s.sqlMode = strings.ToUpper(value)
			}
		case name == "character_set_client":
			s.setCharset(value)
		}
		// Whatever else the expression holds is of no concern.
		p.SkipTo(',')
		if !p.Punct(',') {
			return global
		}
	}
}

func (s *session) setCharset(name string) {
	if name != "" && !s.forced {
		s.charset = strings.ToLower(name)
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

// value reads the right side of an assignment, if it is a plain one.
func (s *session) value(p *parser) string {
	p.wasString = false
	t := p.Peek()
	switch t.Kind {
	case lex.String:
		p.Next()
		p.wasString = true
		return p.text(t)
	case lex.Word, lex.Name:
		return p.name()
	case lex.Punct:
		if p.B[t.Start] != '@' {
			return ""
		}
		name, user, _ := s.variable(p)
		switch {
		case user:
			p.wasString = true
			return s.saved[name]
		case name == "sql_mode":
			p.wasString = true
			return s.sqlMode
		case name == "character_set_client":
			return s.charset
		}
	case lex.End, lex.Space, lex.Remark, lex.Open, lex.Close, lex.Dollar, lex.Number, lex.Command:
	}
	return ""
}
