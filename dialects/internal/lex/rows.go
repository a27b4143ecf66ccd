package lex

import (
	"bytes"

	"github.com/migawari-dev/migawari/dialects"
)

// Undecided is what to say of bytes that do not decide: More, or at the end of
// the input that it is cut.
func Undecided(eof bool) error {
	if eof {
		return dialects.ErrTruncated
	}
	return More
}

// Raw appends b[from:to] as text without rows, joined to such text before it.
func Raw(items []dialects.Item, from, to int) []dialects.Item {
	if k := len(items) - 1; k >= 0 && items[k].Kind == dialects.Raw && items[k].Rows == nil {
		items[k].End = int32(to)
		return items
	}
	return append(items, item(dialects.Raw, from, to, nil))
}

// Stmt appends b[from:to] as a statement without rows.
func Stmt(items []dialects.Item, from, to int, s *dialects.Statement) []dialects.Item {
	it := item(dialects.Stmt, from, to, nil)
	it.Stmt = s
	return append(items, it)
}

// Note appends b[from:to] as a comment between statements.
func Note(items []dialects.Item, from, to int) []dialects.Item {
	whole := Token{Start: 0, End: to - from}
	return Stmt(items, from, to, &dialects.Statement{Class: dialects.Note, Words: "comment", Marks: []dialects.Mark{MarkOf(whole, dialects.Remark)}})
}

func item(k dialects.Kind, from, to int, r *dialects.Rows) dialects.Item {
	return dialects.Item{Kind: k, Start: int32(from), Body: int32(from), End: int32(to), Rows: r}
}

// MarkOf makes a mark of one token.
func MarkOf(t Token, r dialects.Role) dialects.Mark {
	return dialects.Mark{Span: dialects.Span{Start: int32(t.Start), End: int32(t.End)}, Role: r}
}

// A Head is what a run of rows begins with: an INSERT up to the bracket of its
// first row, a COPY up to its first line.
type Head struct {
	Rows  *dialects.Rows
	Whole bool // its rows are passed on uncut
	Open  int  // version comments that are open when the rows begin
}

// Heads finds a head again by its bytes. A dialect forgets them when something
// changes what they mean.
type Heads struct {
	bind   func(*dialects.Rows) (bool, error)
	byText map[string]*Head
	last   []byte
	head   *Head
}

// maxHeads bounds what is kept.
const maxHeads = 1024

// NewHeads makes an empty cache; bind is that of the options, or nil.
func NewHeads(bind func(*dialects.Rows) (whole bool, err error)) Heads {
	return Heads{bind: bind, byText: map[string]*Head{}}
}

// Forget forgets all heads.
func (h *Heads) Forget() {
	clear(h.byText)
	h.last, h.head = nil, nil
}

// Remember makes h the head that Same looks for. Its first row begins with a
// bracket.
func (h *Heads) Remember(text []byte, head *Head) {
	h.last, h.head = append(h.last[:0], text...), head
}

// Same finds the remembered head at the front of b without reading it: with one
// INSERT a row it is most of the stream. n is its length.
func (h *Heads) Same(b []byte) (head *Head, n int) {
	if n = len(h.last); n == 0 || len(b) <= n || b[n] != '(' || !bytes.Equal(b[:n], h.last) {
		return nil, 0
	}
	return h.head, n
}

// Intern understands a head, or finds the one of the same bytes. Rows that
// understand gives beside an error have a column list that does not fit their
// table: where the table stays whole, that is no concern of ours.
func (h *Heads) Intern(text []byte, open int, understand func([]byte) (*dialects.Rows, error)) (*Head, error) {
	head := h.byText[string(text)]
	if head == nil {
		rows, listErr := understand(text)
		if rows == nil {
			return nil, listErr
		}
		head = &Head{Rows: rows, Open: open}
		var err error
		if h.bind != nil {
			head.Whole, err = h.bind(rows)
		}
		if listErr != nil && !head.Whole {
			return nil, listErr // says more than that the columns are not known
		}
		if err != nil {
			return nil, err
		}
		if len(h.byText) >= maxHeads {
			clear(h.byText)
		}
		h.byText[string(text)] = head
	}
	return head, nil
}

// A Run is a run of rows that is being read: from its head to its tail.
type Run struct {
	*Head
	N int64 // rows so far
}

// Begin hands out a head of n bytes.
func (r *Run) Begin(items []dialects.Item, off, n int, h *Head) []dialects.Item {
	*r = Run{Head: h}
	return append(items, item(dialects.Head, off, off+n, h.Rows))
}

// Row hands out one row, which begins at body behind its separator.
func (r *Run) Row(items []dialects.Item, off, body, end int) []dialects.Item {
	r.N++
	it := item(dialects.Row, off, end, r.Rows)
	it.Body, it.N = int32(body), r.N
	return append(items, it)
}

// Uncut hands out b[from:to] as rows that are passed on uncut; rows of them end
// in it.
func (r *Run) Uncut(items []dialects.Item, from, to int, rows int64) []dialects.Item {
	r.N += rows
	if k := len(items) - 1; k >= 0 && items[k].Kind == dialects.Raw && items[k].Rows == r.Rows {
		items[k].End = int32(to)
		items[k].N += rows
		return items
	}
	it := item(dialects.Raw, from, to, r.Rows)
	it.N = rows
	return append(items, it)
}

// End hands out the tail and leaves the run.
func (r *Run) End(items []dialects.Item, from, to int) []dialects.Item {
	items = append(items, item(dialects.Tail, from, to, r.Rows))
	*r = Run{}
	return items
}

// Separator finds what comes at b[off], behind a head or a row of INSERT: the
// bracket of a row, behind a comma unless it is the first, or else the place
// where the tail begins.
func (r *Run) Separator(g *Grammar, b []byte, off int, eof bool) (i int, row bool, err error) {
	if r.N == 0 && off < len(b) && b[off] == '(' {
		return off, true, nil
	}
	if r.N > 0 && off+1 < len(b) && b[off] == ',' && b[off+1] == '(' {
		return off + 1, true, nil
	}
	comma := false
	for i = off; ; {
		t, err := g.Next(b, i, eof)
		if err != nil {
			return 0, false, err
		}
		switch {
		case t.Kind == Space || t.Kind == Remark:
		case t.Kind == End:
			return 0, false, dialects.ErrTruncated
		case t.Kind == Punct && b[t.Start] == ',' && !comma && r.N > 0:
			comma = true
		case t.Kind == Punct && b[t.Start] == '(' && (comma || r.N == 0):
			return t.Start, true, nil
		case comma || r.N == 0:
			return 0, false, &At{Off: t.Start, Err: dialects.ErrSyntax}
		default:
			return t.Start, false, nil
		}
		i = t.End
	}
}

// SplitRow appends the fields of a row in brackets. field finds the end and the
// form of the field at row[i].
func SplitRow(dst []dialects.Field, row []byte, field func(row []byte, i int) (end int, form dialects.Form, err error)) ([]dialects.Field, error) {
	return FirstOfRow(dst, row, len(row), field)
}

// FirstOfRow is SplitRow for the first fields, at most so many; what stands behind them is not
// read.
func FirstOfRow(dst []dialects.Field, row []byte, most int, field func(row []byte, i int) (end int, form dialects.Form, err error)) ([]dialects.Field, error) {
	n, most := len(row), len(dst)+most
	if n < 2 || row[0] != '(' || row[n-1] != ')' {
		return dst, dialects.ErrRow
	}
	for i := SkipSpace(row, 1); ; {
		end, form, err := field(row, i)
		if err != nil {
			return dst, err
		}
		if end == i {
			return dst, dialects.ErrRow // nothing between two commas
		}
		dst = append(dst, dialects.Field{Span: dialects.Span{Start: int32(i), End: int32(end)}, Form: form})
		i = SkipSpace(row, end)
		switch {
		case i == n-1 || len(dst) == most:
			return dst, nil
		case i < n-1 && row[i] == ',':
			i = SkipSpace(row, i+1)
		default:
			return dst, dialects.ErrRow
		}
	}
}

// EndsField says whether a field can end at row[i].
func EndsField(row []byte, i int) bool {
	i = SkipSpace(row, i)
	return i < len(row) && (row[i] == ',' || i == len(row)-1)
}

// SkipSpace gives the first place from i on that is no white space.
func SkipSpace(b []byte, i int) int {
	for i < len(b) && IsSpace(b[i]) {
		i++
	}
	return i
}

// IsNumber accepts a decimal number with sign, fraction and exponent.
func IsNumber(b []byte) bool {
	i := 0
	if i < len(b) && (b[i] == '-' || b[i] == '+') {
		i++
	}
	whole := digits(b, i)
	i += whole
	fraction := 0
	if i < len(b) && b[i] == '.' {
		fraction = digits(b, i+1)
		i += 1 + fraction
	}
	if whole+fraction == 0 {
		return false
	}
	if i < len(b) && (b[i] == 'e' || b[i] == 'E') {
		i++
		if i < len(b) && (b[i] == '-' || b[i] == '+') {
			i++
		}
		n := digits(b, i)
		if n == 0 {
			return false
		}
		i += n
	}
	return i == len(b)
}

// digits counts those at b[i].
func digits(b []byte, i int) int {
	n := 0
	for i+n < len(b) && IsDigit(b[i+n]) {
		n++
	}
	return n
}
