package mysql

import (
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// understand classifies a whole statement, without its delimiter, and follows
// what it changes. A statement that is not on the list is an error.
func (c *cutter) understand(b []byte, g *lex.Grammar) (*dialects.Statement, error) {
	p, err := newParser(b, g, c.session.sets()...)
	if err != nil {
		return nil, err
	}
	s := &dialects.Statement{Words: p.Word(), Ours: p.Ours()}
	p.Next()
	if err := c.read(p, s); err != nil {
		return nil, err
	}
	s.Marks = append(s.Marks, p.databases...)
	switch s.Class {
	case dialects.View, dialects.Routine, dialects.Event:
		s.Marks = append(s.Marks, c.qualifiers(p)...)
	}
	switch {
	case s.Class == dialects.Routine, s.Class == dialects.Event: // their bodies hold statements
	case s.Words == "if": // has been read to its end
	case p.several():
		return nil, dialects.ErrSyntax
	}
	return s, nil
}

// qualifiers marks names that can be those of databases: another stands behind a dot.
// Of two names, the first is that of a table where there is one of that name.
func (c *cutter) qualifiers(p *parser) []dialects.Mark {
	var marks []dialects.Mark
	for i, t := range p.Tokens {
		if t.Kind != lex.Name && t.Kind != lex.Word || !p.PunctAt(i+1, '.') || p.PunctAt(i-1, '.') {
			continue
		}
		if !p.PunctAt(i+3, '.') && c.schema.Table(schema.Name{Name: p.text(t)}) != nil {
			continue
		}
		marks = append(marks, lex.MarkOf(t, dialects.Qualifier))
	}
	return marks
}

// several says whether something follows the end of the statement: behind a
// semicolon, where DELIMITER has made it ordinary, or behind \g.
func (p *parser) several() bool {
	for i := range p.Tokens {
		if p.PunctAt(i, '\\') || p.PunctAt(i, ';') && i < len(p.Tokens)-1 {
			return true
		}
	}
	return false
}

// read reads a statement from behind its first word.
func (c *cutter) read(p *parser, s *dialects.Statement) error {
	switch s.Words {
	case "set":
		return c.set(p, s)
	case "create":
		return c.create(p, s)
	case "drop":
		return c.drop(p, s)
	case "alter":
		return c.alter(p, s)
	case "use":
		s.Class, s.Enters = dialects.Database, true
		s.Marks = []dialects.Mark{lex.MarkOf(p.Peek(), dialects.DatabaseName)}
		s.Database = p.name()
		s.OfServer = OfServer(s.Database)
		c.enter(s.Database)
	case "insert", "replace", "update", "delete", "truncate":
		return c.change(p, s)
	case "analyze":
		return analyze(p, s)
	case "do", "select":
		if p.Accept("setval") {
			s.Class, s.Words = dialects.Counter, s.Words+" setval"
			return nil
		}
		if s.Words == "do" {
			return dialects.ErrStatement
		}
		s.Class, s.Words, s.Marks = dialects.Session, "select into", p.literals()
		return c.session.selectInto(p)
	case "prepare":
		p.name()
		if !p.Accept("from") {
			return dialects.ErrStatement
		}
		if err := c.prepare(p, s); err != nil || s.Class != dialects.Session {
			return dialects.ErrStatement // EXECUTE does not say what it runs
		}
	case "execute":
		if p.Accept("immediate") {
			s.Words = "execute immediate"
			return c.prepare(p, s)
		}
		s.Class = dialects.Session
	case "if":
		return ownAccount(p, s)
	case "begin":
		s.Class = dialects.Session
		p.Accept("work")
		if !p.Done() {
			return dialects.ErrStatement // BEGIN NOT ATOMIC holds statements
		}
	default:
		for _, w := range plain[s.Words] {
			if len(w.words) == 0 || p.Is(w.words...) {
				s.Class = w.class
				return nil
			}
		}
		return dialects.ErrStatement
	}
	return nil
}

// analyze reads ANALYZE TABLE. In MariaDB, ANALYZE before another statement
// runs it.
func analyze(p *parser, s *dialects.Statement) error {
	s.Class, s.Words = dialects.Session, "analyze table"
	_ = p.Accept("no_write_to_binlog") || p.Accept("local")
	if !p.Accept("table") {
		return dialects.ErrStatement
	}
	for !p.Done() && !p.Accept("histogram") {
		p.Next()
	}
	if !p.Done() || p.WordAt(p.I-1, "histogram") {
		s.Class, s.Words = dialects.Statistics, "update histogram"
	}
	return nil
}

// ownAccount reads the one compound statement that mariadb-dump writes, before
// it drops an account:
//
//	IF current_user()='…' THEN SIGNAL SQLSTATE '45000' SET …; END IF
func ownAccount(p *parser, s *dialects.Statement) error {
	s.Class = dialects.Access
	ends := 0
	if !p.Accept("current_user") || !p.Punct('(') || !p.Punct(')') {
		return dialects.ErrStatement
	}
	for !p.Done() && !p.Accept("then", "signal", "sqlstate") {
		p.Next()
	}
	for ; !p.Done() && !p.Is("end"); p.Next() {
		if p.IsPunct(';') {
			ends++
		}
	}
	if !p.Accept("end", "if") || !p.Done() || ends != 1 {
		return dialects.ErrStatement
	}
	return nil
}

// A phrase is how a statement goes on behind its first word.
type phrase struct {
	class dialects.Class
	words []string
}

// plain are the statements that need no further look: by their first word, the
// ways in which they go on. An empty way is any.
var plain = map[string][]phrase{
	"lock": {{class: dialects.Session}}, "unlock": {{class: dialects.Session}},
	"commit": {{class: dialects.Session}}, "rollback": {{class: dialects.Session}},
	"savepoint": {{class: dialects.Session}}, "release": {{class: dialects.Session}},
	"deallocate": {{class: dialects.Session, words: []string{"prepare"}}},
	"start": {
		{class: dialects.Session, words: []string{"transaction"}},
		{class: dialects.Server, words: []string{"slave"}}, {class: dialects.Server, words: []string{"replica"}},
		{class: dialects.Server, words: []string{"all"}}, {class: dialects.Server, words: []string{"group_replication"}},
	},
	"stop": {{class: dialects.Server}}, "change": {{class: dialects.Server}}, "reset": {{class: dialects.Server}},
	"purge": {{class: dialects.Server}}, "install": {{class: dialects.Server}}, "uninstall": {{class: dialects.Server}},
	"flush":    {{class: dialects.Access, words: []string{"privileges"}}, {class: dialects.Session}},
	"optimize": {{class: dialects.Session}}, "repair": {{class: dialects.Session}}, "check": {{class: dialects.Session}},
	"grant": {{class: dialects.Access}}, "revoke": {{class: dialects.Access}},
	"rename": {{class: dialects.Access, words: []string{"user"}}},
}

// set follows SET.
func (c *cutter) set(p *parser, s *dialects.Statement) error {
	s.Class = dialects.Session
	if p.Is("password") || p.Is("role") || p.Is("default", "role") {
		s.Class, s.Words = dialects.Access, "set "+p.Word()
		return nil
	}
	global, err := c.session.set(p)
	if err != nil {
		return err
	}
	if global {
		s.Class, s.Words = dialects.Server, "set global"
	}
	for i, t := range p.Tokens {
		if t.Kind == lex.Word && (p.WordAt(i, "gtid_purged") || p.WordAt(i, "sql_log_bin")) {
			s.Class, s.Words = dialects.Server, "set "+strings.ToLower(string(t.Of(p.B)))
		}
	}
	c.changed()
	return nil
}

// enter makes a database the current one.
func (c *cutter) enter(db string) {
	c.db = db
	c.changed()
}

// object is what follows CREATE, DROP or ALTER and its modifiers.
type object struct {
	class dialects.Class
	words string
}

// objects are the kinds of objects, by their keyword.
var objects = map[string]object{
	"table": {dialects.Definition, "table"}, "index": {dialects.Definition, "index"}, "sequence": {dialects.Definition, "sequence"},
	"tablespace": {dialects.Definition, "tablespace"}, "logfile": {dialects.Definition, "logfile group"}, "undo": {dialects.Definition, "undo tablespace"},
	"view":    {dialects.View, "view"},
	"trigger": {dialects.Routine, "trigger"}, "procedure": {dialects.Routine, "procedure"}, "function": {dialects.Routine, "function"},
	"package": {dialects.Routine, "package"}, "library": {dialects.Routine, "library"},
	"event":    {dialects.Event, "event"},
	"database": {dialects.Database, "database"}, "schema": {dialects.Database, "database"},
	"user": {dialects.Access, "user"}, "role": {dialects.Access, "role"}, "masking": {dialects.Server, "masking policy"},
	"server": {dialects.Foreign, "server"}, "resource": {dialects.Server, "resource group"}, "spatial": {dialects.Definition, "spatial reference system"},
}

// find steps over the modifiers of a statement to the kind of its object.
func find(p *parser, s *dialects.Statement) (object, bool) {
	for !p.Done() {
		t := p.Peek()
		if t.Kind == lex.Word {
			switch w := p.Word(); w {
			case "or", "replace", "temporary", "unique", "fulltext", "online", "offline", "ignore", "aggregate", "algorithm",
				"undefined", "merge", "temptable", "sql", "security", "invoker", "body", "if", "not", "exists", "vector",
				"json", "relational", "duality", "global":
			case "definer":
				p.Next()
				if p.IsPunct('=') {
					p.Next()
					s.Marks = append(s.Marks, definer(p))
				}
				continue // SQL SECURITY DEFINER has no account behind it
			case "spatial":
				if n := p.Ahead(1); n.Kind == lex.Word && lex.Is(n.Of(p.B), "index") {
					break
				}
				fallthrough
			default:
				o, ok := objects[w]
				p.Next()
				return o, ok
			}
		} else if t.Kind != lex.Punct || p.B[t.Start] != '=' {
			return object{}, false
		}
		p.Next()
	}
	return object{}, false
}

// definer reads an account: `user`@`host`, CURRENT_USER, CURRENT_USER().
func definer(p *parser) dialects.Mark {
	m := lex.MarkOf(p.Next(), dialects.Definer)
	end := func() { m.Span.End = int32(p.Tokens[p.I-1].End) }
	switch {
	case p.Punct('@'):
		p.Next()
		end()
	case p.Punct('('):
		p.Punct(')')
		end()
	}
	return m
}

func (c *cutter) create(p *parser, s *dialects.Statement) error {
	o, ok := find(p, s)
	if !ok {
		return dialects.ErrStatement
	}
	s.Class, s.Words = o.class, "create "+o.words
	s.Object = p.subject()
	switch o.words {
	case "table":
		s.Marks = append(s.Marks, p.literals()...)
		defer c.changed()
		if p.B[0] == '/' && isPlaceholder(p.B) {
			s.Words = "create view placeholder"
			s.Class = dialects.View
			return nil
		}
		return c.createTable(p, s)
	case "database":
		p.Accept("if", "not", "exists")
		s.Database = p.name()
		c.databaseCharset(p, s.Database)
	case "event":
		s.Marks = append(s.Marks, p.literals()...)
		return arms(p, s)
	case "index":
		c.createIndex(p, s)
	case "function":
		s.Marks = append(s.Marks, p.literals()...)
		if n := len(p.Tokens); p.WordAt(n-2, "soname") {
			s.Class = dialects.Server // not SQL, but a library of the server
		}
	default:
		s.Marks = append(s.Marks, p.literals()...)
	}
	return nil
}

// arms marks the word that arms an event, or where it is left out.
func arms(p *parser, s *dialects.Statement) error {
	p.Accept("if", "not", "exists")
	for p.Next(); !p.Done(); p.Next() {
		switch {
		case p.Is("disable"):
			return nil
		case p.Is("enable"):
			s.Marks = append(s.Marks, lex.MarkOf(p.Peek(), dialects.Schedule))
			return nil
		case p.Is("comment"), p.Is("do"):
			at := p.Peek()
			at.End = at.Start
			s.Marks = append(s.Marks, lex.MarkOf(at, dialects.Schedule))
			return nil
		}
	}
	return dialects.ErrSyntax
}

// databaseCharset notes the character set of a database that is created.
func (c *cutter) databaseCharset(p *parser, name string) {
	for ; !p.Done(); p.Next() {
		if p.Accept("character", "set") || p.Accept("charset") {
			p.Punct('=')
			if c.charsets == nil {
				c.charsets = map[string]string{}
			}
			c.charsets[name] = strings.ToLower(p.name())
			return
		}
	}
}

// charset is what tables take that name none: that of their database, or
// MySQL's default.
func (c *cutter) charset() string {
	if cs := c.charsets[c.db]; cs != "" {
		return cs
	}
	return "utf8mb4"
}

// isPlaceholder recognises the table that stands in for a view while an older
// mysqldump's output is restored: only views are written under version 50001.
func isPlaceholder(b []byte) bool {
	return len(b) > 8 && string(b[:8]) == "/*!50001"
}

// createIndex adds the key of CREATE UNIQUE INDEX to its table.
func (c *cutter) createIndex(p *parser, s *dialects.Statement) {
	unique := false
	for i := 0; i < p.I; i++ {
		unique = unique || p.WordAt(i, "unique")
	}
	p.Accept("if", "not", "exists")
	k := schema.Key{Kind: schema.Unique, Name: p.name()}
	for !p.Done() && !p.Accept("on") {
		p.Next()
	}
	name, ok := c.target(p)
	t := c.schema.Table(name)
	if !ok || t == nil || !unique {
		return
	}
	t = t.Clone()
	d := &definition{parser: p, t: t}
	k.Parts = d.parts(p.Brackets())
	t.Keys = append(t.Keys, k)
	s.Table = t
	c.schema.Put(t)
	c.changed()
}

func (c *cutter) drop(p *parser, s *dialects.Statement) error {
	if p.Accept("prepare") {
		s.Words = "deallocate"
		return nil
	}
	o, ok := find(p, s)
	if !ok {
		return dialects.ErrStatement
	}
	s.Class, s.Words = o.class, "drop "+o.words
	switch o.words {
	case "table":
		p.Accept("if", "exists")
		for {
			name, ok := c.target(p)
			if !ok {
				break
			}
			c.schema.Drop(name)
			if !p.Punct(',') {
				break
			}
		}
		c.changed()
	case "database":
		p.Accept("if", "exists")
		s.Database = p.name()
	}
	return nil
}

func (c *cutter) alter(p *parser, s *dialects.Statement) error {
	o, ok := find(p, s)
	if !ok {
		return dialects.ErrStatement
	}
	s.Class, s.Words = o.class, "alter "+o.words
	s.Object = p.subject()
	switch o.words {
	case "table":
		s.Marks = append(s.Marks, p.literals()...)
		if counts := tallies(p); counts != nil {
			s.Marks, s.Recount = append(s.Marks, counts...), firstNumber
		}
		defer c.changed()
		return c.alterTable(p, s)
	case "database":
		s.Database = p.name()
	case "event":
		for i := range p.Tokens {
			if p.WordAt(i, "enable") {
				s.Marks = append(s.Marks, lex.MarkOf(p.Tokens[i], dialects.Schedule))
			}
		}
	default:
		s.Marks = append(s.Marks, p.literals()...)
	}
	return nil
}

// firstNumber stands for AUTO_INCREMENT=n: the server goes on behind the greatest number
// of the rows in any case (MySQL 8.0 Reference Manual, 17.6.1.6).
const firstNumber = "1"

// tallies marks the numbers of AUTO_INCREMENT=n.
func tallies(p *parser) []dialects.Mark {
	var marks []dialects.Mark
	for i := range p.Tokens {
		if i > 1 && p.Tokens[i].Kind == lex.Number && p.WordAt(i-2, "auto_increment") {
			marks = append(marks, lex.MarkOf(p.Tokens[i], dialects.Tally))
		}
	}
	return marks
}

// change reads a statement that changes rows by other means than rows of
// values. It passes only where its table stays whole, so the table must be
// known: the first name that is not a modifier.
func (c *cutter) change(p *parser, s *dialects.Statement) error {
	s.Class = dialects.Change
	for p.Accept("low_priority") || p.Accept("delayed") || p.Accept("high_priority") || p.Accept("ignore") || p.Accept("quick") ||
		p.Accept("into") || p.Accept("from") || p.Accept("table") {
	}
	name, ok := c.target(p)
	if !ok {
		return dialects.ErrSyntax
	}
	if p.IsPunct(',') || p.Is("join") || p.Is("inner") || p.Is("left") || p.Is("right") || p.Is("using") {
		return dialects.ErrStatement // several tables
	}
	s.Table = c.table(name)
	s.Marks = p.literals()
	if s.Words == "truncate" || s.Words == "delete" && p.Done() {
		s.Class = dialects.Definition // takes rows away and holds none
		return nil
	}
	c.seen.rows = true
	return nil
}
