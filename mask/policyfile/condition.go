package policyfile

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"go.yaml.in/yaml/v4"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
)

// From text to rows, a condition takes three forms: the syntax tree of package
// expr, which knows more than our grammar; a term, checked and without
// positions; and, bound to columns, a mask.Test. Package expr is used for the
// first only, so that comparison is ours: NULL, collations, exact decimals.

// maxCondition bounds the length of a condition: reading it recurses.
const maxCondition = 32 << 10

// A condition is a checked condition. It implements [mask.Condition].
type condition struct{ term term }

// Bind implements [mask.Condition]. Column names are compared exactly and, where
// no column is spelt so, without ASCII case. The error names a column and
// quotes no literal.
func (c condition) Bind(columns []*schema.Column) (mask.Test, error) { return c.term.bind(columns) }

// A term is a part of a condition that is true or false.
type term interface {
	bind(columns []*schema.Column) (mask.Test, error)
	// canonical appends the meaning, free of spelling.
	canonical(dst []byte) []byte
}

type (
	// both holds if both sides do; either if one does.
	both   struct{ left, right term }
	either struct{ left, right term }
	// negation holds if its term does not.
	negation struct{ of term }
	// isNull holds if the column is NULL, or, not, if it is not.
	isNull struct {
		column column
		not    bool
	}
	// comparison holds a column against a literal.
	comparison struct {
		column  column
		op      operator
		literal literal
	}
	// relation holds two columns against each other.
	relation struct {
		left  column
		op    operator
		right column
	}
	// membership holds if the column equals a literal of the list, or, not, if it
	// differs from all.
	membership struct {
		column column
		list   []literal
		not    bool
	}
	// match holds if the text matches, or, not, if it does not.
	match struct {
		column  column
		pattern *regexp.Regexp
		not     bool
	}
)

// A column is a column of the row, compared by its bytes if exact.
type column struct {
	name  string
	exact bool
}

// A literal is a constant of a condition. It is never shown.
type literal struct {
	kind literalKind
	text string // of a text; of a number, as written
	yes  bool   // of a truth
}

type literalKind uint8

const (
	textLiteral literalKind = iota
	numberLiteral
	truthLiteral
	nullLiteral
)

// An operator compares.
type operator uint8

const (
	equal operator = iota
	unequal
	less
	lessOrEqual
	greater
	greaterOrEqual
)

var operators = map[string]operator{"==": equal, "!=": unequal, "<": less, "<=": lessOrEqual, ">": greater, ">=": greaterOrEqual}

// turned is the operator with its sides exchanged.
func (o operator) turned() operator {
	switch o {
	case less:
		return greater
	case lessOrEqual:
		return greaterOrEqual
	case greater:
		return less
	case greaterOrEqual:
		return lessOrEqual
	case equal, unequal:
	}
	return o
}

// condition reads a condition.
func (r *reader) condition(n *yaml.Node, p *path) mask.Condition {
	if n.Kind != yaml.ScalarNode || strings.TrimSpace(n.Value) == "" {
		r.unwanted(n, p, "a condition")
		return nil
	}
	c := conditionReader{r: r, node: n, path: p, text: []rune(n.Value)}
	if len(n.Value) > maxCondition {
		r.fault(r.at(n), p, "the condition is too long", "")
		return nil
	}
	tree, err := parser.Parse(n.Value)
	if err != nil {
		c.syntax(err)
		return nil
	}
	t := c.term(tree.Node)
	if i := c.stray(); i >= 0 && t != nil {
		c.faultAt(i, "a comment or sign that no condition has", "a comment stands behind # in the file")
		return nil
	}
	if t == nil {
		return nil
	}
	return condition{t}
}

// stray finds what leaves no trace in the syntax tree: comments, a semicolon at
// the end, the colons of ::f(x). It gives -1 if there is none.
func (c *conditionReader) stray() int {
	spans := literals(c.text)
	for i, r := range c.text {
		for len(spans) > 0 && spans[0].end <= i {
			spans = spans[1:]
		}
		if (len(spans) == 0 || i < spans[0].start) && strings.ContainsRune("/;:#", r) {
			return i
		}
	}
	return -1
}

// A conditionReader turns a syntax tree into terms. Its methods give nil for
// what is at fault.
type conditionReader struct {
	r    *reader
	node *yaml.Node
	path *path
	text []rune // of the condition; positions in the tree count runes
}

func (c *conditionReader) fault(n ast.Node, reason, hint string) {
	c.faultAt(n.Location().From, reason, hint)
}

func (c *conditionReader) faultAt(i int, reason, hint string) {
	at := c.r.at(c.node)
	if !c.r.full() {
		at = c.r.within(c.node, i)
	}
	c.r.fault(at, c.path, reason, hint)
}

// syntax says where a condition cannot be read. What package expr says may hold
// literals, so that only its position is used, and its kind.
func (c *conditionReader) syntax(err error) {
	var e *file.Error
	if !errors.As(err, &e) {
		c.faultAt(0, "the condition cannot be read", "")
		return
	}
	at := min(max(e.From, 0), len(c.text)-1)
	reason, hint := "the condition cannot be read from here", ""
	switch {
	case strings.HasPrefix(e.Message, "compilation failed"):
		reason = "the condition is too long"
	case strings.HasPrefix(e.Message, "literal not terminated"):
		reason, at = "a text in the condition has no end", c.literalBefore(at)
	case strings.HasPrefix(e.Message, "invalid char escape"), strings.HasPrefix(e.Message, "unable to unescape"):
		reason, hint = "an unknown escape in a text", "a backslash is written \\\\, or the text in backquotes"
	case strings.HasPrefix(e.Message, "invalid integer"), strings.HasPrefix(e.Message, "invalid float"), strings.HasPrefix(e.Message, "integer literal"):
		reason, hint = "the number is too large", "write it as a text: a column of numbers compares it as a number all the same"
		at = c.literalBefore(at)
	case strings.HasPrefix(e.Message, "unexpected token EOF"):
		reason = "the condition ends too early"
	case strings.HasPrefix(e.Message, "unexpected token"):
		hint = dialectHint(c.word(at))
	}
	c.faultAt(at, reason, hint)
}

// literalBefore gives where the last literal begins up to i: package expr tells
// where it was given up.
func (c *conditionReader) literalBefore(i int) int {
	for _, s := range slices.Backward(literals(c.text)) {
		start := s.start
		if !unicode.IsDigit(c.text[min(start, len(c.text)-1)]) {
			start-- // the quote
		}
		if 0 <= start && start <= i {
			return start
		}
	}
	return i
}

// word gives the run of letters, or of signs, that begins at i.
func (c *conditionReader) word(i int) string {
	isLetter := func(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }
	if c.text[i] == '>' && i > 0 && c.text[i-1] == '<' {
		return "<>"
	}
	end := i + 1
	for end < len(c.text) && isLetter(c.text[end]) == isLetter(c.text[i]) && c.text[end] != ' ' {
		end++
	}
	return string(c.text[i:end])
}

// dialectHint helps those who write SQL, C or a policy of another tool.
func dialectHint(word string) string {
	switch strings.ToLower(word) {
	case "=":
		return "equal is written =="
	case "<>":
		return "unequal is written !="
	case "and", "or", "not", "in":
		return "and, or, not and in are written in small letters"
	case "is":
		return "write x == nil for IS NULL, x != nil for IS NOT NULL"
	case "like", "rlike", "regexp", "similar":
		return "write x matches 'PATTERN', a regular expression"
	case "between":
		return "write x >= 1 and x <= 9"
	}
	return ""
}

// term reads what is true or false.
func (c *conditionReader) term(n ast.Node) term {
	switch n := n.(type) {
	case *ast.BinaryNode:
		return c.binary(n)
	case *ast.UnaryNode:
		if n.Operator == "not" || n.Operator == "!" {
			return c.not(n)
		}
	case *ast.BuiltinNode:
		c.fault(n, unknownFunction, functionHint)
		return nil
	case *ast.IdentifierNode, *ast.CallNode:
		if col := c.column(n); col != nil {
			c.fault(n, "a column alone is no condition", "compare it, as in x == true or x != nil")
		}
		return nil
	}
	c.fault(n, "this is no condition", "a condition compares a column: ==, !=, <, <=, >, >=, in, matches")
	return nil
}

// not reads a negation. In x not in y and x not matches y, as in x != y, the
// sign belongs to the comparison, which NULL makes false; package expr puts
// both nodes at one place there.
func (c *conditionReader) not(n *ast.UnaryNode) term {
	t := c.term(n.Node)
	if t == nil {
		return nil
	}
	if n.Location() == n.Node.Location() {
		switch t := t.(type) {
		case membership:
			t.not = true
			return t
		case match:
			t.not = true
			return t
		}
	}
	return negation{t}
}

func (c *conditionReader) binary(n *ast.BinaryNode) term {
	switch n.Operator {
	case "and", "&&", "or", "||":
		left, right := c.term(n.Left), c.term(n.Right)
		switch {
		case left == nil || right == nil:
			return nil
		case n.Operator == "and" || n.Operator == "&&":
			return both{left, right}
		}
		return either{left, right}
	case "in":
		return c.membership(n)
	case "matches":
		return c.match(n)
	case "contains", "startsWith", "endsWith":
		c.fault(n, "an unknown operator", "write x matches 'PATTERN', a regular expression")
		return nil
	}
	op, ok := operators[n.Operator]
	if !ok {
		c.fault(n, "an unknown operator", "a condition compares columns as they are and computes nothing")
		return nil
	}
	return c.comparison(n, op)
}

func (c *conditionReader) comparison(n *ast.BinaryNode, op operator) term {
	left, leftLiteral, ok1 := c.side(n.Left)
	right, rightLiteral, ok2 := c.side(n.Right)
	switch {
	case !ok1 || !ok2:
		return nil
	case left != nil && right != nil:
		return relation{*left, op, *right}
	case left == nil && right == nil:
		c.fault(n, "a comparison without a column", "")
		return nil
	case left == nil:
		left, rightLiteral, op = right, leftLiteral, op.turned()
	}
	ordered := op != equal && op != unequal
	switch {
	case rightLiteral.kind == nullLiteral && ordered:
		c.fault(n, "nil has no order", "write == nil or != nil")
	case rightLiteral.kind == nullLiteral:
		return isNull{*left, op == unequal}
	case rightLiteral.kind == truthLiteral && ordered:
		c.fault(n, "true and false have no order", "")
	case rightLiteral.kind != textLiteral && left.exact:
		c.fault(n, "exact compares with a text", "")
	default:
		return comparison{*left, op, *rightLiteral}
	}
	return nil
}

// side reads one side of a comparison: a column or a literal.
func (c *conditionReader) side(n ast.Node) (*column, *literal, bool) {
	switch n := n.(type) {
	case *ast.IdentifierNode, *ast.CallNode:
		col := c.column(n)
		return col, nil, col != nil
	case *ast.UnaryNode:
		if n.Operator == "not" || n.Operator == "!" {
			c.fault(n, "not binds to what stands next to it", "put brackets round what it negates: not (x == 1)")
			return nil, nil, false
		}
	}
	l := c.literal(n)
	return nil, l, l != nil
}

const (
	unknownFunction = "an unknown function"
	functionHint    = `conditions know exact(x) and col("NAME")`
)

// column reads a column: a name, col("a name"), or exact of these.
func (c *conditionReader) column(n ast.Node) *column {
	call, ok := n.(*ast.CallNode)
	if !ok {
		id := n.(*ast.IdentifierNode)
		if w := strings.ToLower(id.Value); w == "null" || w == "true" || w == "false" {
			c.fault(n, "this is no column", `the constants are nil, true and false; a column of this name is col("NAME")`)
			return nil
		}
		return &column{name: id.Value}
	}
	callee, ok := call.Callee.(*ast.IdentifierNode)
	if !ok || callee.Value != "col" && callee.Value != "exact" {
		c.fault(n, unknownFunction, functionHint)
		return nil
	}
	if len(call.Arguments) != 1 {
		c.fault(n, callee.Value+" takes one argument", "")
		return nil
	}
	switch arg := call.Arguments[0].(type) {
	case *ast.StringNode:
		if callee.Value == "col" && arg.Value != "" {
			return &column{name: arg.Value}
		}
	case *ast.IdentifierNode, *ast.CallNode:
		if callee.Value == "exact" {
			col := c.column(arg)
			if col != nil {
				col.exact = true
			}
			return col
		}
	}
	if callee.Value == "col" {
		c.fault(call.Arguments[0], "col takes the name of a column, quoted", "")
	} else {
		c.fault(call.Arguments[0], "exact takes a column", "")
	}
	return nil
}

// literal reads a constant.
func (c *conditionReader) literal(n ast.Node) *literal {
	switch n := n.(type) {
	case *ast.NilNode:
		return &literal{kind: nullLiteral}
	case *ast.BoolNode:
		return &literal{kind: truthLiteral, yes: n.Value}
	case *ast.StringNode:
		return &literal{kind: textLiteral, text: n.Value}
	case *ast.IntegerNode:
		return &literal{kind: numberLiteral, text: c.number(n, strconv.Itoa(n.Value))}
	case *ast.FloatNode:
		return &literal{kind: numberLiteral, text: c.number(n, strconv.FormatFloat(n.Value, 'g', -1, 64))}
	case *ast.UnaryNode:
		if n.Operator == "-" || n.Operator == "+" {
			if l := c.literal(n.Node); l != nil {
				if l.kind == numberLiteral && !strings.ContainsAny(l.text[:1], "+-") {
					l.text = n.Operator + l.text
					return l
				}
				c.fault(n, "a sign in front of what is no number", "")
			}
			return nil
		}
	case *ast.BuiltinNode:
		c.fault(n, unknownFunction, functionHint)
		return nil
	case *ast.MemberNode:
		c.fault(n, "a name in parts", `a column whose name has a dot is col("a.b")`)
		return nil
	}
	c.fault(n, "neither a column nor a literal", "a condition compares columns as they are and computes nothing")
	return nil
}

// number gives a number as it is written, with all its digits, or else, where
// it is not written in decimal, as the tree has it.
func (c *conditionReader) number(n ast.Node, otherwise string) string {
	at := n.Location()
	written := strings.ReplaceAll(string(c.text[at.From:at.To]), "_", "")
	if _, ok := parseDecimal([]byte(written)); ok {
		return written
	}
	return otherwise
}

func (c *conditionReader) membership(n *ast.BinaryNode) term {
	m := membership{}
	col, l, ok := c.side(n.Left)
	if l != nil {
		c.fault(n, "in wants a column on its left", "")
	}
	array, isList := n.Right.(*ast.ArrayNode)
	switch {
	case !isList:
		c.fault(n.Right, "in wants a list of literals", "as in x in ['a', 'b']")
		return nil
	case len(array.Nodes) == 0:
		c.fault(array, "an empty list", "")
		return nil
	}
	for _, item := range array.Nodes {
		if _, isName := item.(*ast.IdentifierNode); isName {
			c.fault(item, "a list holds literals only", "a text stands in quotes; two columns compare as x == y")
			ok = false
			continue
		}
		l := c.literal(item)
		switch {
		case l == nil:
			ok = false
			continue
		case l.kind == nullLiteral:
			c.fault(item, "nil in a list is never equal to anything", "write x == nil or x in [...]")
			ok = false
		case col != nil && col.exact && l.kind != textLiteral:
			c.fault(item, "exact compares with a text", "")
			ok = false
		}
		m.list = append(m.list, *l)
	}
	if !ok || col == nil {
		return nil
	}
	m.column = *col
	return m
}

func (c *conditionReader) match(n *ast.BinaryNode) term {
	col, l, ok := c.side(n.Left)
	if l != nil {
		c.fault(n, "matches wants a column on its left", "")
	}
	s, isText := n.Right.(*ast.StringNode)
	if !isText {
		c.fault(n.Right, "matches wants a regular expression in quotes", "")
		return nil
	}
	re, err := regexp.Compile(s.Value)
	if err != nil {
		c.fault(n.Right, "not a regular expression", "see pkg.go.dev/regexp/syntax")
		return nil
	}
	if !ok || col == nil {
		return nil
	}
	return match{column: *col, pattern: re}
}

// The canonical forms frame what is free by quoting it.

func (c column) canonical(dst []byte) []byte {
	if c.exact {
		dst = append(dst, "exact "...)
	}
	return strconv.AppendQuote(dst, c.name)
}

func (l literal) canonical(dst []byte) []byte {
	switch l.kind {
	case numberLiteral:
		d, _ := parseDecimal([]byte(l.text))
		return d.canonical(append(dst, "number "...))
	case truthLiteral:
		return strconv.AppendBool(dst, l.yes)
	case textLiteral, nullLiteral: // nil is in no comparison, see isNull
	}
	return strconv.AppendQuote(append(dst, "text "...), l.text)
}

func appendNot(dst []byte, not bool) []byte {
	if not {
		return append(dst, "not "...)
	}
	return dst
}

func (t both) canonical(dst []byte) []byte {
	return append(t.right.canonical(append(t.left.canonical(append(dst, "(and "...)), ' ')), ')')
}

func (t either) canonical(dst []byte) []byte {
	return append(t.right.canonical(append(t.left.canonical(append(dst, "(or "...)), ' ')), ')')
}

func (t negation) canonical(dst []byte) []byte {
	return append(t.of.canonical(append(dst, "(not "...)), ')')
}

func (t isNull) canonical(dst []byte) []byte {
	return append(column{name: t.column.name}.canonical(append(appendNot(append(dst, '('), t.not), "null "...)), ')')
}

func (t comparison) canonical(dst []byte) []byte {
	dst = t.column.canonical(append(strconv.AppendUint(append(dst, "(compare "...), uint64(t.op), 10), ' '))
	return append(t.literal.canonical(append(dst, ' ')), ')')
}

func (t relation) canonical(dst []byte) []byte {
	dst = t.left.canonical(append(strconv.AppendUint(append(dst, "(columns "...), uint64(t.op), 10), ' '))
	return append(t.right.canonical(append(dst, ' ')), ')')
}

func (t membership) canonical(dst []byte) []byte {
	dst = t.column.canonical(append(appendNot(append(dst, '('), t.not), "in "...))
	for _, l := range t.list {
		dst = l.canonical(append(dst, ' '))
	}
	return append(dst, ')')
}

func (t match) canonical(dst []byte) []byte {
	dst = t.column.canonical(append(appendNot(append(dst, '('), t.not), "matches "...))
	return append(strconv.AppendQuote(append(dst, ' '), t.pattern.String()), ')')
}
