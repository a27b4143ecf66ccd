package mysql

import (
	"strconv"
	"time"

	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// partitions reads what stands behind PARTITION: where the rows of the table can go. A hash
// takes all of them.
func (d *definition) partitions() {
	if !d.Accept("by") {
		return
	}
	var list bool
	switch {
	case d.Accept("range"):
	case d.Accept("list"):
		list = true
	default:
		return
	}
	by := ""
	if !d.Accept("columns") {
		by = "int"
	}
	expr := d.Brackets()
	d.t.PartsBy = d.columnsIn(expr)
	if by != "" && len(expr) > 1 { // a function of a column, as far as it is known
		by = ""
		if q := d.inside(expr); len(d.t.PartsBy) == 1 && len(expr) == 4 {
			by = q.Word()
		}
		if list || dayOf[by] == nil {
			d.t.PartsBy = nil
		}
	}
	parts := d.inside(nil)
	for !d.Done() {
		if !d.IsPunct('(') {
			d.Next()
		} else if parts = d.inside(d.Brackets()); parts.Is("partition") {
			break // and not by what it is cut once more
		}
	}
	last := ""
	for !parts.Done() {
		switch {
		case parts.Accept("values", "less", "than"):
			to := d.bound(by, parts.limits())
			d.t.Parts = append(d.t.Parts, schema.Partition{Of: d.t.Name, From: []string{last}, To: []string{to}})
			last = to
		case list && parts.Accept("values", "in"):
			d.t.Parts = append(d.t.Parts, schema.Partition{Of: d.t.Name, In: d.values(parts.Brackets())})
		case parts.IsPunct('('):
			parts.Brackets()
		default:
			parts.Next()
		}
	}
}

// limits reads a bound: in brackets, or MAXVALUE.
func (p *parser) limits() []lex.Token {
	if p.IsPunct('(') {
		return p.Brackets()
	}
	return []lex.Token{p.Next()}
}

// bound reads the first of the limits of a part as a value of the column; empty: there is none.
func (d *definition) bound(by string, limits []lex.Token) string {
	if len(limits) == 0 || limits[0].Kind == lex.Word {
		return "" // MAXVALUE
	}
	values := d.values(limits)
	if len(values) == 0 {
		return ""
	}
	day := dayOf[by]
	if day == nil {
		return values[0]
	}
	n, err := strconv.ParseInt(values[0], 10, 64)
	if err != nil {
		d.t.PartsBy = nil
		return ""
	}
	return day(n).UTC().Format("2006-01-02 15:04:05")
}

// values reads literals, numbers with their signs.
func (d *definition) values(tokens []lex.Token) []string {
	list, sign := []string{}, ""
	for _, t := range tokens {
		switch t.Kind {
		case lex.String:
			list = append(list, d.text(t))
		case lex.Number:
			list = append(list, sign+string(t.Of(d.B)))
		case lex.Word: // NULL, or a prefix of a character set
		}
		if sign = ""; t.Of(d.B)[0] == '-' {
			sign = "-"
		}
	}
	return list
}

// dayOf are functions of a date by which tables are cut, the other way round.
var dayOf = map[string]func(n int64) time.Time{
	"year":           func(n int64) time.Time { return time.Date(int(n), 1, 1, 0, 0, 0, 0, time.UTC) },
	"to_days":        func(n int64) time.Time { return time.Unix((n-daysTo1970)*86400, 0) },
	"unix_timestamp": func(n int64) time.Time { return time.Unix(n, 0) },
}

// daysTo1970 is TO_DAYS('1970-01-01').
const daysTo1970 = 719528
