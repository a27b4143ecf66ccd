package mysql

import (
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// Some producers put statements into texts, to be run only where the server
// knows what they speak of:
//
//	mysqldump of Percona Server   SET @v = IF(@has, 'SET SESSION …', 'SET @dummy = 0'); PREPARE s FROM @v; EXECUTE s;
//	mariadb-dump --system=users   EXECUTE IMMEDIATE CONCAT('SET ROLE ', @current_role);
//	mariadb-dump -A               EXECUTE IMMEDIATE IF(…, "SET GLOBAL LOG_OUTPUT='NONE'", "DO 0");
//
// Such a statement passes where every text that it can run is known and would
// pass itself, as one that holds no data.

// prepare reads what follows PREPARE or EXECUTE IMMEDIATE.
func (c *cutter) prepare(p *parser, s *dialects.Statement) error {
	if p.Accept("concat") && p.Punct('(') {
		// The role is in a variable. Nothing else can follow these words.
		t := p.Next()
		if t.Kind != lex.String || !lex.Is([]byte(p.text(t)), "set role ") {
			return dialects.ErrStatement
		}
		s.Class = dialects.Access
		return nil
	}
	texts := c.session.value(p)
	if len(texts) == 0 || !p.Done() {
		return dialects.ErrStatement
	}
	s.Class = dialects.Session
	for _, text := range texts {
		class, err := c.dynamic(text)
		if err != nil {
			return err
		}
		if class != dialects.Session {
			s.Class = class
		}
	}
	return nil
}

// dynamic judges a statement in a text. The session that it would set up is not
// followed; what a variable holds that it sets is not known from here on.
func (c *cutter) dynamic(text string) (dialects.Class, error) {
	g := c.grammar
	p, err := newParser([]byte(text), &g)
	if err != nil {
		return 0, dialects.ErrStatement
	}
	own := c.session
	own.inText = true
	switch {
	case p.Accept("set"):
		global, err := own.set(p)
		if err != nil || own.sqlMode != c.session.sqlMode || own.charset != c.session.charset {
			return 0, dialects.ErrStatement
		}
		if global {
			return dialects.Server, nil
		}
		return dialects.Session, nil
	case p.Accept("do"), p.Is("select") && p.Ahead(1).Kind == lex.Number && p.Accept("select"):
		if p.Next().Kind == lex.Number && p.Done() {
			return dialects.Session, nil
		}
	case p.Accept("select"):
		return dialects.Session, own.selectInto(p)
	}
	return 0, dialects.ErrStatement
}

// selectInto reads a SELECT that asks the server about itself and keeps the
// answer in a variable.
func (s *session) selectInto(p *parser) error {
	into := false
	for !p.Done() {
		switch {
		case p.Accept("into"):
			name, user, _ := s.variable(p)
			if !user || !p.Done() && !p.Is("from") {
				return dialects.ErrStatement
			}
			s.save(name, nil)
			into = true
		case p.Accept("from"), p.Accept("join"):
			if !OfServer(p.name()) || !p.IsPunct('.') {
				return dialects.ErrStatement
			}
		default:
			p.Next()
		}
	}
	if !into {
		return dialects.ErrStatement
	}
	return nil
}
