package postgres

import (
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// A session is what SET has changed so far, as far as it decides how bytes are
// read and where names point.
type session struct {
	charset   *charset.Charset // of text; nil: only ASCII can be read
	multibyte *lex.Multibyte   // of the client encoding
	forced    *charset.Charset // was given from outside and stays
	backslash bool             // standard_conforming_strings is off
	path      []string         // search_path, as far as it can hold tables
	pathKnown bool             // the dump has set it
	oids      bool             // default_with_oids: tables get a hidden column
}

// newSession begins as a connection does. It fails if the forced character set
// is not known.
func newSession(forced string) (session, error) {
	s := session{charset: charset.UTF8}
	if forced == "" {
		return s, nil
	}
	s.forced = charset.Postgres(forced)
	if s.forced == nil {
		return s, dialects.ErrNoCharset
	}
	s.charset, s.multibyte = s.forced, s.forced.Multibyte()
	return s, nil
}

// reconnect forgets what a new connection does not have.
func (s *session) reconnect() {
	fresh := session{charset: charset.UTF8, forced: s.forced}
	if s.forced != nil {
		fresh.charset, fresh.multibyte = s.forced, s.forced.Multibyte()
	}
	*s = fresh
}

// grammar is how statements are read in this session.
func (s *session) grammar() lex.Grammar {
	return lex.Grammar{
		Backslash: s.backslash, EString: true, DoubleQuote: lex.Name, Nested: true,
		DollarQuote: true, ReturnBreaks: true, Multibyte: s.multibyte,
	}
}

// undecoded are encodings that package charset does not know, so that only their
// ASCII can be masked; but their text can be passed on, since it is known which of
// its bytes are ASCII. Names are those of PostgreSQL (documentation, 24.3.1),
// without - and _.
var undecoded = map[string]*lex.Multibyte{
	"johab": lex.JOHAB,
	"euctw": nil, "muleinternal": nil, "latin3": nil, "latin4": nil, "latin6": nil, "latin8": nil, "latin10": nil,
	"iso88593": nil, "iso88594": nil, "iso88595": nil, "iso88596": nil, "iso885910": nil, "iso885914": nil, "iso885916": nil,
	"win": nil, "alt": nil, "abc": nil, "tcvn": nil, "tcvn5712": nil, "vscii": nil,
}

// setEncoding follows client_encoding.
//
// SQL_ASCII says that the server converts nothing and escapes byte by byte,
// whatever the bytes mean; then a forced set says only what they mean.
func (s *session) setEncoding(name string) error {
	key := strings.NewReplacer("-", "", "_", "").Replace(strings.ToLower(name))
	declared := charset.Postgres(name)
	multibyte, known := undecoded[key]
	switch {
	case key == "sqlascii":
		s.multibyte = nil
		if s.forced == nil {
			s.charset = declared
		}
	case s.forced != nil:
		s.multibyte = s.forced.Multibyte()
	case declared != nil:
		s.charset, s.multibyte = declared, declared.Multibyte()
	case known:
		s.charset, s.multibyte = nil, multibyte
	default:
		return dialects.ErrNoCharset
	}
	return nil
}

// set follows a SET statement, from behind the keyword.
func (s *session) set(p *parser) error {
	local := false
	switch {
	case p.Accept("local"):
		local = true
	case p.Accept("session"):
	}
	if p.Accept("names") {
		return s.assign("client_encoding", local, p)
	}
	name := p.name()
	if !p.Punct('=') {
		p.Accept("to")
	}
	return s.assign(name, local, p)
}

// assign follows one variable. Where SET LOCAL sets one that matters, its end
// is not in sight.
func (s *session) assign(name string, local bool, p *parser) error {
	switch name {
	case "client_encoding", "standard_conforming_strings", "search_path":
	case "default_with_oids":
		s.oids = isOn(p.value())
		return nil
	default:
		return nil
	}
	if local {
		return dialects.ErrStatement
	}
	byDefault := p.Is("default")
	switch name {
	case "client_encoding":
		if byDefault {
			return s.setEncoding("UTF8")
		}
		return s.setEncoding(p.value())
	case "standard_conforming_strings":
		s.backslash = !byDefault && !isOn(p.value())
	case "search_path":
		if byDefault {
			s.path, s.pathKnown = nil, false
			return nil
		}
		var path []string
		for !p.Done() {
			path = append(path, p.value())
			p.Punct(',')
		}
		s.setPath(path)
	}
	return nil
}

// reset follows RESET.
func (s *session) reset(p *parser) {
	name := p.name()
	all := name == "all"
	if all || name == "client_encoding" {
		_ = s.setEncoding("UTF8") // is known
	}
	if all || name == "standard_conforming_strings" {
		s.backslash = false
	}
	if all || name == "search_path" {
		s.path, s.pathKnown = nil, false
	}
	if all || name == "default_with_oids" {
		s.oids = false
	}
}

func isOn(v string) bool {
	switch strings.ToLower(v) {
	case "on", "true", "yes", "1", "t", "y":
		return true
	}
	return false
}

// setPath sets the search path.
func (s *session) setPath(names []string) {
	s.path, s.pathKnown = nil, true
	for _, n := range names {
		if n != "" && n != "pg_catalog" && n != "$user" {
			s.path = append(s.path, n)
		}
	}
}

// splitPath reads the list of names that set_config('search_path', …) is given.
func splitPath(list string) []string {
	p, err := newParser([]byte(list), &lex.Grammar{DoubleQuote: lex.Name}, charset.UTF8)
	if err != nil {
		return nil
	}
	var names []string
	for !p.Done() {
		switch t := p.Next(); t.Kind {
		case lex.Word, lex.Name:
			names = append(names, p.ident(t))
		}
	}
	return names
}

// home is the schema in which a new table without one is made, or "" if the
// dump does not say.
func (s *session) home() string {
	if len(s.path) > 0 {
		return s.path[0]
	}
	return ""
}
