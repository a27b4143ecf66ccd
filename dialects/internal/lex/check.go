package lex

import (
	"slices"
	"strconv"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// A CheckReader reads what CHECK constraints say of one column alone:
//
//	status IN ('a', 'b')    status = ANY (ARRAY['a', 'b'])    status = 'a' OR status = 'b'
//	age >= 0 AND age < 150  age BETWEEN 0 AND 150             char_length(name) <= 20
//
// with whatever casts, introducers and brackets servers write into that, and
// several of them joined by AND. The rest says nothing: other functions, sums, NOT,
// and comparisons of columns.
type CheckReader struct {
	// Column finds a column by a name or word; nil if there is none.
	Column func(Token) *schema.Column
	// Text gives the content of a quoted text.
	Text func(Token) string
	// Bytes: length() counts bytes.
	Bytes bool
}

// A checkItem is a token of a condition whose brackets do not matter.
type checkItem struct {
	column *schema.Column
	word   string // a keyword in lower case, an operator, or a comma
	value  string // of a literal
	number bool
}

func (i checkItem) literal() bool { return i.column == nil && i.word == "" }

// Read notes what a condition says in the columns that it names.
func (r *CheckReader) Read(p Parser) {
	items, ok := r.items(p)
	if !ok {
		return
	}
	either := slices.ContainsFunc(items, func(i checkItem) bool { return i.word == "or" })
	if either {
		r.alternatives(items)
		return
	}
	for len(items) > 0 {
		n := slices.IndexFunc(items, func(i checkItem) bool { return i.word == "and" })
		if between := slices.IndexFunc(items, func(i checkItem) bool { return i.word == "between" }); between >= 0 && between < n {
			next := slices.IndexFunc(items[n+1:], func(i checkItem) bool { return i.word == "and" })
			if n = n + 1 + next; next < 0 {
				n = -1
			}
		}
		term := items
		if items = nil; n >= 0 {
			term, items = term[:n], term[n+1:]
		}
		r.term(term)
	}
}

// items gives the tokens without brackets, casts and introducers. Brackets only
// group where no function but a length is called, and a word that is not known
// says that the condition is not read.
func (r *CheckReader) items(p Parser) ([]checkItem, bool) {
	var items []checkItem
	for !p.Done() {
		switch t := p.Next(); t.Kind {
		case Word, Name:
			w := strings.ToLower(string(t.Of(p.B)))
			if t.Kind == Word && strings.HasPrefix(w, "_") && p.Peek().Kind == String {
				continue // a character set
			}
			if t.Kind == Word && checkWords[w] {
				items = append(items, checkItem{word: w})
				continue
			}
			col := r.Column(t)
			if col == nil {
				return nil, false
			}
			items = append(items, checkItem{column: col})
		case String:
			items = append(items, checkItem{value: r.Text(t)})
		case Number:
			items = append(items, checkItem{value: string(t.Of(p.B)), number: true})
		case Punct:
			switch c := p.B[t.Start]; {
			case c == '(' || c == ')' || c == '[' || c == ']':
			case c == ':' && p.Punct(':'):
				skipType(&p)
			case c == ',':
				items = append(items, checkItem{word: ","})
			case c == '<' || c == '>' || c == '=':
				items = append(items, checkItem{word: operator(&p, c)})
			case c == '-' && p.Peek().Kind == Number && len(items) > 0 && items[len(items)-1].word != "":
				items = append(items, checkItem{value: "-" + string(p.Next().Of(p.B)), number: true})
			default:
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return items, true
}

var checkWords = map[string]bool{
	"and": true, "or": true, "in": true, "any": true, "array": true, "between": true, "is": true, "not": true, "null": true,
	"char_length": true, "character_length": true, "length": true,
}

// operator reads the rest of one.
func operator(p *Parser, c byte) string {
	op := string(c)
	for p.IsPunct('=') || p.IsPunct('>') {
		op += string(p.B[p.Next().Start])
	}
	return op
}

// skipType steps over the type of a cast.
func skipType(p *Parser) {
	p.Next()
	for p.Punct('.') {
		p.Next()
	}
	for p.Accept("varying") || p.Accept("precision") || p.Accept("without") || p.Accept("with") || p.Accept("time") || p.Accept("zone") {
	}
	if p.IsPunct('(') {
		p.Brackets()
	}
	for p.IsPunct('[') {
		p.Brackets()
	}
}

// alternatives reads a = 'x' OR a = 'y', and IS NULL beside them.
func (r *CheckReader) alternatives(items []checkItem) {
	var col *schema.Column
	var labels []string
	for len(items) > 0 {
		n := slices.IndexFunc(items, func(i checkItem) bool { return i.word == "or" })
		term := items
		if items = nil; n >= 0 {
			term, items = term[:n], term[n+1:]
		}
		if len(term) == 3 && term[0].column != nil && term[1].word == "is" && term[2].word == "null" {
			continue
		}
		c, list := listed(term)
		if c == nil || col != nil && c != col {
			return
		}
		col, labels = c, append(labels, list...)
	}
	if col != nil {
		allow(&col.Type, labels)
	}
}

// listed reads a list of values, or one.
func listed(term []checkItem) (*schema.Column, []string) {
	if len(term) < 3 || term[0].column == nil {
		return nil, nil
	}
	values := term[2:]
	switch {
	case term[1].word == "in":
	case term[1].word == "=" && term[2].word == "any" && len(term) > 4 && term[3].word == "array":
		values = term[4:]
	case term[1].word == "=" && len(term) == 3:
	default:
		return nil, nil
	}
	var labels []string
	for i, v := range values {
		if i%2 == 0 && v.literal() {
			labels = append(labels, v.value)
		} else if i%2 == 0 || v.word != "," {
			return nil, nil
		}
	}
	return term[0].column, labels
}

// term reads one condition.
func (r *CheckReader) term(term []checkItem) {
	if col, labels := listed(term); col != nil {
		allow(&col.Type, labels)
		return
	}
	switch {
	case len(term) == 5 && term[0].column != nil && term[1].word == "between" && term[3].word == "and":
		bound(&term[0].column.Type, ">=", term[2])
		bound(&term[0].column.Type, "<=", term[4])
	case len(term) == 3 && term[0].column != nil:
		bound(&term[0].column.Type, term[1].word, term[2])
	case len(term) == 3 && term[2].column != nil && len(term[1].word) <= 2:
		bound(&term[2].column.Type, strings.NewReplacer("<", ">", ">", "<").Replace(term[1].word), term[0])
	case len(term) == 4 && term[1].column != nil && strings.HasSuffix(term[0].word, "length"):
		r.narrow(&term[1].column.Type, term[0].word, term[2].word, term[3])
	}
}

// allow notes the values that there are.
func allow(t *schema.Type, labels []string) {
	if t.Labels != nil {
		labels = slices.DeleteFunc(labels, func(l string) bool { return !slices.Contains(t.Labels, l) })
	}
	t.Labels = labels
}

// bound notes the least or the greatest number that there is.
func bound(t *schema.Type, op string, item checkItem) {
	n, err := strconv.ParseInt(item.value, 10, 64)
	if !item.number || err != nil {
		return
	}
	step := int64(0)
	if t.Kind == schema.Integer {
		step = 1
	}
	switch op {
	case ">":
		n += step
		fallthrough
	case ">=":
		if t.Least == nil || *t.Least < n {
			t.Least = &n
		}
	case "<":
		n -= step
		fallthrough
	case "<=":
		if t.Most == nil || *t.Most > n {
			t.Most = &n
		}
	}
}

// narrow notes how long a text may be.
func (r *CheckReader) narrow(t *schema.Type, function, op string, item checkItem) {
	n, err := strconv.Atoi(item.value)
	if op == "<" {
		n--
	}
	if !item.number || err != nil || n < 1 || t.Kind != schema.Text || op != "<" && op != "<=" && op != "=" {
		return
	}
	limit := &t.Length
	if r.Bytes && function == "length" {
		limit = &t.Bytes
	}
	if *limit == 0 || *limit > n {
		*limit = n
	}
}
