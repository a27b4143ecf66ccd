package lex

import (
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// A Condition is the text of a CHECK constraint before all columns are known.
type Condition struct {
	Name   string
	Tokens []Token
}

// Check reads a whole condition. What it does not understand leaves the check without an
// expression, but with its columns.
func (r *CheckReader) Check(c Condition, p Parser) schema.Check {
	out := schema.Check{Name: c.Name}
	for _, t := range p.Tokens {
		if t.Kind != Word && t.Kind != Name {
			continue
		}
		if col := r.Column(t); col != nil && !slices.Contains(out.Columns, r.name(col)) {
			out.Columns = append(out.Columns, r.name(col))
		}
	}
	e := &exprReader{r, &p}
	if x := e.or(); x != nil && p.Done() {
		out.Expr = x
	}
	return out
}

func (r *CheckReader) name(c *schema.Column) string {
	if c.Name == "" {
		return schema.DomainValue
	}
	return c.Name
}

// An exprReader reads an expression by the precedence of its operators, which the
// dialects share. nil is what it does not understand.
type exprReader struct {
	*CheckReader
	*Parser
}

func node(op string, args ...*schema.Expr) *schema.Expr {
	if slices.Contains(args, nil) {
		return nil
	}
	return &schema.Expr{Op: op, Args: args}
}

func (r *exprReader) or() *schema.Expr {
	x := r.and()
	for x != nil {
		switch {
		case r.Accept("or"), r.Bytes && r.double('|'):
			x = node("or", x, r.and())
		case r.Accept("xor"):
			x = node("xor", x, r.and())
		default:
			return x
		}
	}
	return nil
}

func (r *exprReader) and() *schema.Expr {
	x := r.not()
	for x != nil && (r.Accept("and") || r.double('&')) {
		x = node("and", x, r.not())
	}
	return x
}

// double steps over an operator of two equal characters.
func (r *exprReader) double(c byte) bool {
	if !r.IsPunct(c) || !r.PunctAt(r.I+1, c) {
		return false
	}
	r.I += 2
	return true
}

func (r *exprReader) not() *schema.Expr {
	if r.Accept("not") {
		return node("not", r.not())
	}
	return r.comparison()
}

func (r *exprReader) comparison() *schema.Expr {
	x := r.sum()
	for x != nil {
		switch {
		case r.Accept("is", "not"):
			x = node("not", node("is", x, r.sum()))
		case r.Accept("is"):
			x = node("is", x, r.sum())
		case r.Accept("isnull"):
			x = node("is", x, &schema.Expr{Op: "null"})
		case r.Accept("notnull"):
			x = node("not", node("is", x, &schema.Expr{Op: "null"}))
		case r.Is("not", "in"), r.Is("not", "between"), r.Is("not", "like"), r.Is("not", "ilike"), r.Is("not", "regexp"), r.Is("not", "rlike"):
			r.Next()
			x = node("not", r.predicate(x))
		case r.Is("in"), r.Is("between"), r.Is("like"), r.Is("ilike"), r.Is("regexp"), r.Is("rlike"):
			x = r.predicate(x)
		default:
			op, not := r.relation()
			if op == "" {
				return x
			}
			if x = r.compare(op, x); not {
				x = node("not", x)
			}
		}
	}
	return nil
}

// predicate reads what follows IN, BETWEEN and LIKE.
func (r *exprReader) predicate(x *schema.Expr) *schema.Expr {
	switch {
	case r.Accept("in"):
		return node("in", append([]*schema.Expr{x}, r.list('(')...)...)
	case r.Accept("between"):
		low := r.sum()
		if low == nil || !r.Accept("and") {
			return nil
		}
		return node("between", x, low, r.sum())
	case r.Accept("like"):
		return node("like", x, r.sum())
	case r.Accept("ilike"):
		return node("ilike", x, r.sum())
	default:
		r.Next()
		return node("~*", x, r.sum())
	}
}

// list reads values in brackets, separated by commas; nil is among them where one is not
// understood.
func (r *exprReader) list(open byte) []*schema.Expr {
	if !r.IsPunct(open) {
		return []*schema.Expr{nil}
	}
	in := r.Inside(r.Brackets())
	q := &exprReader{r.CheckReader, &in}
	var all []*schema.Expr
	for !q.Done() {
		all = append(all, q.or())
		if all[len(all)-1] == nil || !q.Punct(',') && !q.Done() {
			return []*schema.Expr{nil}
		}
	}
	return all
}

// relations are the operators that compare, longer ones before those with which they
// begin. With ! they say no.
var relations = [...][2]string{
	{"!~~*", "ilike"}, {"!~~", "like"}, {"!~*", "~*"}, {"!~", "~"}, {"~~*", "ilike"}, {"~~", "like"}, {"~*", "~*"}, {"<=", "<="}, {">=", ">="}, {"<>", "<>"},
	{"!=", "<>"}, {"==", "="}, {"=", "="}, {"<", "<"}, {">", ">"}, {"~", "~"},
}

// relation reads an operator that compares, which PostgreSQL can write as
// OPERATOR(schema.=). not says that it is denied.
func (r *exprReader) relation() (op string, not bool) {
	if r.Is("operator") && r.PunctAt(r.I+1, '(') {
		at := r.I
		r.Next()
		in := r.Inside(r.Brackets())
		q := &exprReader{r.CheckReader, &in}
		for q.PunctAt(q.I+1, '.') {
			q.I += 2
		}
		if op, not = q.relation(); op == "" || !q.Done() {
			r.I = at
			return "", false
		}
		return op, not
	}
	if r.Peek().Kind != Punct {
		return "", false
	}
	rest := string(r.B[r.Peek().Start:])
	for _, o := range relations {
		if !strings.HasPrefix(rest, o[0]) {
			continue
		}
		for i := range len(o[0]) {
			if !r.PunctAt(r.I+i, o[0][i]) {
				return "", false
			}
		}
		next := r.Ahead(len(o[0]))
		if next.Kind == Punct && strings.IndexByte("=<>~!@&|*#", r.B[next.Start]) >= 0 && next.Start == r.Tokens[r.I+len(o[0])-1].End {
			return "", false // another operator
		}
		r.I += len(o[0])
		return o[1], o[0][0] == '!' && o[1] != "<>"
	}
	return "", false
}

// compare reads the right side: a value, or any of an array.
func (r *exprReader) compare(op string, x *schema.Expr) *schema.Expr {
	all := r.Is("all") && r.PunctAt(r.I+1, '(')
	if !all && !(r.Is("any") && r.PunctAt(r.I+1, '(')) {
		return node(op, x, r.sum())
	}
	r.Next()
	in := r.Inside(r.Brackets())
	q := &exprReader{r.CheckReader, &in}
	for q.IsPunct('(') { // (ARRAY[…])::text[]
		inner := q.Inside(q.Brackets())
		q = &exprReader{r.CheckReader, &inner}
	}
	if !q.Accept("array") {
		return nil
	}
	values := q.list('[')
	switch {
	case op == "=" && !all:
		return node("in", append([]*schema.Expr{x}, values...)...)
	case op == "<>" && all:
		return node("not", node("in", append([]*schema.Expr{x}, values...)...))
	}
	return nil
}

func (r *exprReader) sum() *schema.Expr {
	x := r.product()
	for x != nil {
		switch {
		case r.Punct('+'):
			x = node("+", x, r.product())
		case r.Punct('-'):
			x = node("-", x, r.product())
		case !r.Bytes && r.double('|'):
			x = node("||", x, r.product())
		default:
			return x
		}
	}
	return nil
}

func (r *exprReader) product() *schema.Expr {
	x := r.unary()
	for x != nil {
		switch {
		case r.Punct('*'):
			x = node("*", x, r.unary())
		case r.Punct('/'):
			x = node("/", x, r.unary())
		case r.Punct('%'), r.Accept("mod"):
			x = node("%", x, r.unary())
		default:
			return x
		}
	}
	return nil
}

func (r *exprReader) unary() *schema.Expr {
	switch {
	case r.Punct('-'):
		return node("neg", r.unary())
	case r.Punct('+'):
		return r.unary()
	case r.Punct('!'):
		return node("not", r.unary())
	}
	x := r.primary()
	for x != nil {
		switch {
		case r.double(':'):
			skipType(r.Parser)
		case r.Accept("collate"):
			r.Next()
			for r.Punct('.') {
				r.Next()
			}
		default:
			return x
		}
	}
	return nil
}

// primary reads a value, a column, a call or an expression in brackets.
func (r *exprReader) primary() *schema.Expr {
	t := r.Peek()
	switch t.Kind {
	case String:
		r.Next()
		return &schema.Expr{Op: "text", Text: r.Text(t)}
	case Number:
		r.Next()
		return &schema.Expr{Op: "number", Text: string(t.Of(r.B))}
	case Punct:
		if !r.IsPunct('(') {
			return nil
		}
		in := r.Inside(r.Brackets())
		q := &exprReader{r.CheckReader, &in}
		if x := q.or(); q.Done() {
			return x
		}
	case Word, Name:
		return r.word(t)
	}
	return nil
}

func (r *exprReader) word(t Token) *schema.Expr {
	w := strings.ToLower(string(t.Of(r.B)))
	plain := t.Kind == Word
	switch {
	case plain && (w == "null" || w == "true" || w == "false"):
		r.Next()
		return &schema.Expr{Op: w}
	case plain && r.Ahead(1).Kind == String && (w[0] == '_' || w == "n" || w == "date" || w == "timestamp"):
		r.Next() // a character set, or a type
		return r.primary()
	case plain && r.PunctAt(r.I+1, '('):
		r.Next()
		return r.call(w)
	}
	col := r.Column(t)
	if col == nil {
		return nil
	}
	r.Next()
	if plain && r.IsPunct('.') { // a table's name, or a part of a composite
		return nil
	}
	return &schema.Expr{Op: "column", Text: r.name(col)}
}

// call reads the arguments of a function, whose name has been read.
func (r *exprReader) call(w string) *schema.Expr {
	in := r.Inside(r.Brackets())
	q := &exprReader{r.CheckReader, &in}
	var args []*schema.Expr
	if w == "position" {
		what := q.sum()
		if what == nil || !q.Accept("in") {
			return nil
		}
		args = append(args, what)
	}
	for !q.Done() {
		args = append(args, q.or())
		switch {
		case args[len(args)-1] == nil:
			return nil
		case q.Punct(','), q.Done():
		case w == "cast" && q.Accept("as"):
			return args[0]
		default:
			return nil
		}
	}
	if w == "length" && r.Bytes {
		w = "octet_length"
	}
	return node(w, args...)
}
