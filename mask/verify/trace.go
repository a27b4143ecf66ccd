package verify

import (
	"bytes"
	"context"
	"io"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
)

// An origin is which columns a value comes from, and in how many rows.
type origin struct {
	columns map[int]int64
	whole   bool // it is both parts of somebody's name
	word    bool // it is a word alone
	recurs  bool // beside it stands another value of the same row
}

func (o *origin) in(column int, n int64) {
	if o.columns == nil {
		o.columns = map[int]int64{}
	}
	o.columns[column] += n
}

// trace reads the raw dump again: whose the values are that were found. Where the masked one
// is read beside it, what stands in its own place is compared.
func (c *comparison) trace(ctx context.Context, raw, masked io.Reader) error {
	r, err := c.reader(ctx, raw, masked)
	if err != nil {
		return err
	}
	c.found, c.hashed = map[identity]*origin{}, map[identity]*origin{}
	c.hits.settle()
	var mu sync.Mutex
	var all []*tracer
	err = share(c.o.Workers, r.fill, func() func(*rows) error {
		t := &tracer{c: c, picker: picker{forms: theForms()}, mu: &mu}
		t.see = func(canonical []rune) { t.value(c.needles.identity(canonical), false) }
		t.name = func(canonical []rune) { t.value(c.needles.identity(canonical), true) }
		t.hash = t.sum
		all = append(all, t)
		return func(j *rows) error {
			defer j.done(&r.pages)
			return t.chunk(j)
		}
	})
	for _, t := range all {
		c.add(t.sources)
	}
	return err
}

// A tracer is what one goroutine finds out of the origin of values.
type tracer struct {
	placer
	c         *comparison
	picker    picker
	row       rowOf
	lower     []byte
	column    int
	word      bool
	mu        *sync.Mutex
	see, name func([]rune)
	hash      func(identity)
	found     []of // in this row
}

// An of is a value that was found, and the column that it is of.
type of struct {
	id     identity
	column int
	word   bool
}

func (t *tracer) chunk(j *rows) error {
	for item := range j.chunk.Items {
		it, l := &j.chunk.Items[item], j.layouts[item]
		if it.Kind != dialects.Row || !l.looked && !j.left[item] {
			continue
		}
		raw, left := j.chunk.Data[it.Body:it.End], j.left[item] || l.drops
		if err := t.row.split(it.Rows, raw); err != nil {
			return ofSource(&mask.Error{Table: it.Rows.Table.Name.String(), Row: it.N, Pos: j.chunk.PosAt(it.Body), Err: err})
		}
		o := t.begin(&j.beside[item])
		for i := range it.Rows.Columns {
			col := j.columns[l.columns[i]]
			if !looked(col, left) {
				continue
			}
			v := t.row.value(it.Rows, raw, i)
			if v == nil {
				continue
			}
			t.column, t.word = col.number, isOneWord(v, !col.told)
			t.picker.name(col, v)
			if len(t.c.hits.values) > 0 {
				t.picker.value(col, it.Rows.Columns[i], v, t.see)
			}
			t.hashes(v)
			t.place(o, i, col, t.row.fields[i].Span.Of(raw), v)
		}
		t.column, t.word = t.picker.named, false
		t.picker.names(t.name)
		t.recur()
	}
	return nil
}

// recur notes of words that were found whether another value of the row stands beside them
// that is no word: words alone, and words beside each other, are as others are.
func (t *tracer) recur() {
	for i, x := range t.found {
		if x.word && slices.ContainsFunc(t.found, func(y of) bool {
			return !y.word && y.column != x.column && y.id != x.id && t.c.hits.together(x.id, y.id)
		}) {
			t.mu.Lock()
			t.c.found[t.found[i].id].recurs = true
			t.mu.Unlock()
		}
	}
	t.found = t.found[:0]
}

// isOneWord says whether a value is a word as titles, places and kinds of things have them:
// letters alone, and in scripts without spaces few of them, where these can be no name.
func isOneWord(v []byte, any bool) bool {
	letters, beyond := 0, 0
	for i := 0; i < len(v); {
		r, n := decodeRune(v[i:])
		if r >= broken || !unicode.IsLetter(r) && r != '-' && r != 'ー' {
			return false
		}
		i += n
		letters++
		if r >= 0x3000 {
			beyond++
		}
	}
	return letters <= longestWord && (beyond == 0 || any && letters <= longestName)
}

// How many letters a word has at most: in Latin and the like, and in kana and kanji.
const (
	longestWord = 24
	longestName = 4
)

// value notes that a value which was found comes from a column.
func (t *tracer) value(id identity, whole bool) {
	if !t.c.hits.has(id) {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	o := originIn(t.c.found, id)
	o.whole, o.word = o.whole || whole, o.word || t.word
	o.in(t.column, 1)
	t.found = append(t.found, of{id, t.column, t.word})
}

func originIn(m map[identity]*origin, id identity) *origin {
	o := m[id]
	if o == nil {
		o = &origin{}
		m[id] = o
	}
	return o
}

// leastHashed is how many letters and digits a value has whose hashes are looked for, where one
// beyond ASCII counts as two: a:0:{} and its like are no values.
const leastHashed = 4

func weight(v []byte) (n int) {
	for _, c := range v {
		if signs[c]&(base64Sign|high) != 0 {
			n++
		}
	}
	return n
}

// hashes looks for those of a value, and of its small letters.
func (t *tracer) hashes(v []byte) {
	if t.c.sums.marks == nil || len(v) > longestHashed || weight(v) < leastHashed {
		return
	}
	t.c.sums.of(v, t.hash)
	t.lower = appendLower(t.lower[:0], v)
	if !bytes.Equal(t.lower, v) {
		t.c.sums.of(t.lower, t.hash)
	}
}

// appendLower appends a text in small letters.
func appendLower(dst, text []byte) []byte {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError || '\u2e80' <= r && r <= '\ua63f' { // East Asian letters have one form
			dst = append(dst, text[i:i+n]...)
		} else {
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
		i += n
	}
	return dst
}

// longestHashed is the length of the longest such value.
const longestHashed = 1024

func (t *tracer) sum(id identity) {
	t.mu.Lock()
	defer t.mu.Unlock()
	originIn(t.c.hashed, id).in(t.column, 1)
}
