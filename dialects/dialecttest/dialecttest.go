// Package dialecttest checks that a dialect keeps the laws of package dialects.
// A dialect of a third party passes its own dumps to [Run].
package dialecttest

import (
	"bytes"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A Dump is one complete input.
type Dump struct {
	Name string
	Data []byte
	// Options are those the dump needs, such as a charset. Sizes are set by the kit.
	Options dialects.ScanOptions
	// Uncut: some rows can only pass whole.
	Uncut bool
	// Lines: nothing ends the rows, so that a dump may end behind any of them.
	Lines bool
}

// everyPrefix is the size up to which a dump is tried with all of its prefixes.
const everyPrefix = 16 << 10

// Run checks every dump.
func Run(t *testing.T, d dialects.Dialect, dumps []Dump) {
	t.Helper()
	if len(dumps) == 0 {
		t.Fatal("dialecttest: no dumps: a kit without input checks nothing")
	}
	for _, dump := range dumps {
		t.Run(dump.Name, func(t *testing.T) {
			t.Parallel()
			t.Run("lossless", func(t *testing.T) { lossless(t, d, dump) })
			t.Run("cut", func(t *testing.T) { cutAnywhere(t, d, dump) })
			t.Run("truncated", func(t *testing.T) { truncated(t, d, dump) })
			if !dump.Uncut {
				t.Run("values", func(t *testing.T) { values(t, d, dump) })
			}
		})
	}
}

// A reading is what a scan gives, without how it was cut into chunks.
type reading struct {
	data  []byte
	items uint64 // sum of items, with raw text joined
	rows  int64
	ends  []int64 // where statements and tails end, in bytes of the input
	// rowEnds is where heads and rows end.
	rowEnds []int64
	err     error
}

// read scans all of r.
func read(d dialects.Dialect, r io.Reader, o dialects.ScanOptions) reading {
	var out reading
	var last dialects.Kind
	var lastRows *dialects.Rows
	h := fnv.New64a()
	s := d.NewScanner(r, o)
	var c dialects.Chunk
	for {
		before := c.Data
		err := s.Scan(&c)
		if err != nil {
			if !errors.Is(err, io.EOF) {
				out.err = err
			}
			break
		}
		poison(before, c.Data)
		at := int32(0)
		for _, it := range c.Items {
			if it.Start != at || it.Body < it.Start || it.End < it.Body {
				out.err = fmt.Errorf("dialecttest: items of a chunk must follow each other: item at %d begins at %d", at, it.Start)
				return out
			}
			at = it.End
			if it.Kind == dialects.Raw {
				out.rows += it.N
			}
			if it.Kind == dialects.Row {
				out.rows++
			}
			if it.Kind == dialects.Stmt || it.Kind == dialects.Tail {
				out.ends = append(out.ends, c.Pos.Offset+int64(it.End))
			}
			if it.Kind == dialects.Row || it.Kind == dialects.Head {
				out.rowEnds = append(out.rowEnds, c.Pos.Offset+int64(it.End))
			}
			if it.Kind != dialects.Raw || last != dialects.Raw || lastRows != it.Rows {
				fmt.Fprintf(h, "%d %d %d %d;", it.Kind, c.Pos.Offset+int64(it.Start), c.Pos.Offset+int64(it.Body), it.N*int64(min(it.Kind, 1)))
			}
			last, lastRows = it.Kind, it.Rows
		}
		if int(at) != len(c.Data) {
			out.err = fmt.Errorf("dialecttest: items of a chunk must cover its data: %d of %d bytes", at, len(c.Data))
			return out
		}
		out.data = append(out.data, c.Data...)
	}
	out.items = h.Sum64()
	return out
}

// poison overwrites a chunk that is no longer valid, so that who kept a slice
// of it is found out.
func poison(old, current []byte) {
	if cap(old) > 0 && (cap(current) == 0 || &old[:1][0] != &current[:1][0]) {
		for i := range old {
			old[i] = 0xdb
		}
	}
}

func lossless(t *testing.T, d dialects.Dialect, dump Dump) {
	o := dump.Options
	o.Bind = func(*dialects.Rows) (bool, error) { return true, nil }
	whole := read(d, bytes.NewReader(dump.Data), o)
	if whole.err != nil || !bytes.Equal(whole.data, dump.Data) {
		t.Fatalf("a dump must pass unchanged where all tables stay whole: %v; differ at byte %d", whole.err, firstDifference(whole.data, dump.Data))
	}
	if dump.Uncut {
		return
	}
	got := read(d, bytes.NewReader(dump.Data), dump.Options)
	if got.err != nil {
		t.Fatalf("the whole dump must be understood: %v", got.err)
	}
	if !bytes.Equal(got.data, dump.Data) {
		t.Errorf("the data of all chunks must be the input: differ at byte %d", firstDifference(got.data, dump.Data))
	}
	if whole.rows != got.rows {
		t.Errorf("whole tables must be counted alike: %d rows, cut %d", whole.rows, got.rows)
	}
}

func cutAnywhere(t *testing.T, d dialects.Dialect, dump Dump) {
	for _, whole := range []bool{false, true} {
		if dump.Uncut && !whole {
			continue
		}
		o := dump.Options
		if whole {
			o.Bind = func(*dialects.Rows) (bool, error) { return true, nil }
		}
		want := read(d, bytes.NewReader(dump.Data), o)
		sizes := []int{512, 4096, 1 << 20}
		if len(dump.Data) <= everyPrefix {
			sizes = append(sizes, 1, 2, 3, 7, 64)
		}
		for _, size := range sizes {
			o.ChunkSize = size
			readers := map[string]io.Reader{"at once": bytes.NewReader(dump.Data), "halves": iotest.HalfReader(bytes.NewReader(dump.Data))}
			if len(dump.Data) <= 4*everyPrefix {
				readers["one byte"] = iotest.OneByteReader(bytes.NewReader(dump.Data))
				readers["error with data"] = iotest.DataErrReader(bytes.NewReader(dump.Data))
			}
			for name, r := range readers {
				got := read(d, r, o)
				if got.items != want.items || got.rows != want.rows || !sameError(got.err, want.err) || !bytes.Equal(got.data, want.data) {
					t.Errorf("chunk size %d, %s, whole %t: items must not depend on buffering: %d rows, want %d; %v", size, name, whole, got.rows, want.rows, got.err)
				}
			}
		}
		broken := errors.New("broken reader")
		got := read(d, io.MultiReader(bytes.NewReader(dump.Data), iotest.ErrReader(broken)), o)
		if !errors.Is(got.err, broken) {
			t.Errorf("the reader's error must come back: %v", got.err)
		}
	}
}

func sameError(a, b error) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return a.Error() == b.Error()
}

// truncated feeds prefixes. One that is accepted must end where a statement
// ends, or in text between statements.
func truncated(t *testing.T, d dialects.Dialect, dump Dump) {
	o := dump.Options
	if dump.Uncut {
		o.Bind = func(*dialects.Rows) (bool, error) { return true, nil }
	}
	full := read(d, bytes.NewReader(dump.Data), o)
	if dump.Lines {
		full.ends = slices.Sorted(slices.Values(append(full.ends, full.rowEnds...)))
	}
	for _, n := range prefixes(dump.Data, full.ends) {
		got := read(d, bytes.NewReader(dump.Data[:n]), o)
		var e *dialects.Error
		switch {
		case got.err == nil && !mayEnd(dump, full.ends, n):
			t.Fatalf("the first %d bytes end inside something and must be refused", n)
		case got.err == nil:
		case !errors.As(got.err, &e):
			t.Fatalf("the first %d bytes: want a *dialects.Error: %v", n, got.err)
		case e.Pos.Offset > int64(n):
			t.Fatalf("the first %d bytes: error at byte %d lies behind the input", n, e.Pos.Offset)
		}
		if !bytes.HasPrefix(dump.Data[:n], got.data) {
			t.Fatalf("the first %d bytes: what is handed out must be the input", n)
		}
	}
}

// mayEnd says whether a dump may end after n bytes: everything behind the last
// statement is white space or a comment.
func mayEnd(dump Dump, ends []int64, n int) bool {
	if n == 0 {
		return false
	}
	i, exact := slices.BinarySearch(ends, int64(n))
	if exact {
		return true
	}
	from := int64(0)
	if i > 0 {
		from = ends[i-1]
	}
	between := string(dump.Data[from:n])
	for between != "" {
		line, rest, _ := strings.Cut(between, "\n")
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "/*") {
			end := strings.Index(between, "*/")
			if end < 0 {
				return false
			}
			between = between[end+2:]
			continue
		}
		if line != "" && line != ";" && line != ";;" && !strings.HasPrefix(line, "--") && !strings.HasPrefix(line, "#") {
			return false
		}
		between = rest
	}
	return true
}

// prefixes chooses lengths: all of a small dump; of a larger one the ends, and
// places round 200 statement ends.
func prefixes(data []byte, ends []int64) []int {
	var out []int
	if len(data) <= everyPrefix {
		for n := range len(data) {
			out = append(out, n)
		}
		return out
	}
	r := rand.New(rand.NewPCG(1, uint64(len(data))))
	add := func(n int) {
		if n >= 0 && n < len(data) {
			out = append(out, n)
		}
	}
	for n := range 40 {
		add(n)
		add(len(data) - 1 - n)
	}
	for range 200 {
		if len(ends) == 0 {
			add(r.IntN(len(data)))
			continue
		}
		add(int(ends[r.IntN(len(ends))]) + r.IntN(81) - 40)
	}
	return out
}

// values decodes every field and writes it back: what comes out must decode to
// the same value.
func values(t *testing.T, d dialects.Dialect, dump Dump) {
	var fields, again []dialects.Field
	for it, err := range dialects.Items(d, bytes.NewReader(dump.Data), dump.Options) {
		if err != nil {
			t.Fatal(err)
		}
		if it.Kind != dialects.Row {
			continue
		}
		row := it.Chunk.Data[it.Body:it.End]
		codec := it.Rows.Codec
		fields, err = codec.Fields(fields[:0], row)
		if err != nil {
			t.Fatalf("%v: row %d of its run must split: %v", it.Pos(), it.N, err)
		}
		if peeker, ok := codec.(dialects.Peeker); ok && len(fields) > 0 {
			n := 1 + int(it.N)%len(fields)
			if first, err := peeker.Peek(nil, row, n); err != nil || !slices.Equal(first, fields[:n]) {
				t.Fatalf("%v: row %d of its run: its first %d fields are others alone: %v", it.Pos(), it.N, n, err)
			}
		}
		if cols := it.Rows.Columns; cols != nil && len(fields) != len(cols) {
			t.Fatalf("%v: %d fields for %d columns", it.Pos(), len(fields), len(cols))
		}
		out := []byte(nil)
		from := int32(0)
		values := make([][]byte, len(fields))
		var decoded []bool
		for i, f := range fields {
			v, err := codec.Decode(nil, row, f, i)
			decoded = append(decoded, err == nil)
			out = append(out, row[from:f.Span.Start]...)
			from = f.Span.End
			if err != nil || f.Form == dialects.Null || f.Form == dialects.Default {
				out = append(out, f.Span.Of(row)...)
				continue
			}
			values[i] = v
			n := len(out)
			out, err = codec.AppendValue(out, v, row, f, i)
			if err != nil {
				// What was decoded need not be writable: a fake is, and a
				// column may hold what its character set no longer maps.
				if !errors.Is(err, dialects.ErrEncode) && !errors.Is(err, dialects.ErrValue) {
					t.Fatalf("%v: field %d (%s) must be written back: %v", it.Pos(), i, f.Form, err)
				}
				out = append(out[:n], f.Span.Of(row)...)
			}
		}
		out = append(out, row[from:]...)
		again, err = codec.Fields(again[:0], out)
		if err != nil || len(again) != len(fields) {
			t.Fatalf("%v: a row that was written back must split again: %v", it.Pos(), err)
		}
		for i, f := range again {
			if !decoded[i] || fields[i].Form == dialects.Null || fields[i].Form == dialects.Default {
				continue
			}
			v, err := codec.Decode(nil, out, f, i)
			if err != nil || !bytes.Equal(v, values[i]) {
				t.Fatalf("%v: field %d (%s) must decode to what was written: %v", it.Pos(), i, f.Form, err)
			}
		}
	}
}

func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

// A Record is one row: the values by column name. NULL is nil; a value that the
// server is left to compute is not there.
type Record map[string]any

// Records decodes all rows of a dump, by table.
func Records(t testing.TB, d dialects.Dialect, data []byte, o dialects.ScanOptions) map[string][]Record {
	t.Helper()
	out := map[string][]Record{}
	var fields []dialects.Field
	for it, err := range dialects.Items(d, bytes.NewReader(data), o) {
		if err != nil {
			t.Fatal(err)
		}
		if it.Kind != dialects.Row {
			continue
		}
		row := it.Chunk.Data[it.Body:it.End]
		codec := it.Rows.Codec
		fields, err = codec.Fields(fields[:0], row)
		if err != nil || len(fields) != len(it.Rows.Columns) {
			t.Fatalf("%v: %d fields for %d columns: %v", it.Pos(), len(fields), len(it.Rows.Columns), err)
		}
		r := Record{}
		for i, f := range fields {
			name := it.Rows.Columns[i].Name
			switch f.Form {
			case dialects.Null:
				r[name] = nil
			case dialects.Default:
			default:
				v, err := codec.Decode(nil, row, f, i)
				if err != nil {
					t.Fatalf("%v: column %s: %v", it.Pos(), name, err)
				}
				r[name] = string(v)
			}
		}
		table := it.Rows.Table.Name.String()
		out[table] = append(out[table], r)
	}
	return out
}

// Fuzz checks arbitrary input, beginning with seeds: how it is read and cut into
// chunks changes neither items nor verdict, and what is understood comes back
// whole. In each place of each row, its own value and an arbitrary one are
// written and read again.
func Fuzz(f *testing.F, d dialects.Dialect, seeds []string) {
	if len(seeds) < 10 {
		f.Fatal("dialecttest: the seeds are lost")
	}
	for _, s := range seeds {
		f.Add([]byte(s), []byte("it's \\ \t\n表"), uint8(3), false)
		f.Add([]byte(s), []byte("1"), uint8(1), true)
	}
	f.Fuzz(func(t *testing.T, in, value []byte, size uint8, whole bool) {
		o := dialects.ScanOptions{}
		if whole {
			o.Bind = func(*dialects.Rows) (bool, error) { return true, nil }
		}
		want := read(d, bytes.NewReader(in), o)
		o.ChunkSize = int(size) + 1
		got := read(d, iotest.OneByteReader(bytes.NewReader(in)), o)
		if !sameError(want.err, got.err) || !bytes.Equal(want.data, got.data) || want.items != got.items {
			t.Fatalf("chunks of %d bytes change the reading: %v, %v", o.ChunkSize, want.err, got.err)
		}
		if !bytes.HasPrefix(in, want.data) || want.err == nil && len(want.data) != len(in) {
			t.Fatal("the data of all chunks must be the input")
		}
		for it, err := range dialects.Items(d, bytes.NewReader(in), dialects.ScanOptions{}) {
			if err != nil {
				break
			}
			if it.Kind != dialects.Row {
				continue
			}
			row := it.Chunk.Data[it.Body:it.End]
			fields, err := it.Rows.Codec.Fields(nil, row)
			if err != nil {
				continue
			}
			for i, field := range fields {
				if own, err := it.Rows.Codec.Decode(nil, row, field, i); err == nil && field.Form != dialects.Null {
					writeAndRead(t, it.Rows.Codec, row, fields, i, own)
				}
				writeAndRead(t, it.Rows.Codec, row, fields, i, value)
			}
		}
	})
}

// writeAndRead puts a value into the place of field i. What a codec writes it
// must read, and write in the same way again.
func writeAndRead(t *testing.T, codec dialects.Codec, row []byte, fields []dialects.Field, i int, value []byte) {
	f := fields[i]
	out := slices.Clone(row[:f.Span.Start])
	out, err := codec.AppendValue(out, value, row, f, i)
	if err != nil {
		if !errors.Is(err, dialects.ErrValue) && !errors.Is(err, dialects.ErrEncode) && !errors.Is(err, dialects.ErrForm) {
			t.Fatalf("AppendValue into a %s: %v", f.Form, err)
		}
		return
	}
	out = append(out, row[f.Span.End:]...)
	again, err := codec.Fields(nil, out)
	if err != nil || len(again) != len(fields) {
		t.Fatalf("a row into which a %s was written must keep its %d fields: %d, %v", f.Form, len(fields), len(again), err)
	}
	back, err := codec.Decode(nil, out, again[i], i)
	if err != nil {
		if !errors.Is(err, dialects.ErrCharset) {
			t.Fatalf("a %s that was written must decode: %v", f.Form, err)
		}
		return // not of the character set, or a code that it does not give back
	}
	third, err := codec.AppendValue(nil, back, out, again[i], i)
	if err != nil {
		if !errors.Is(err, dialects.ErrEncode) {
			t.Fatalf("a %s that was decoded must be writable: %v", f.Form, err)
		}
		return
	}
	if !bytes.Equal(third, again[i].Span.Of(out)) {
		t.Fatalf("a %s must be written in one way", f.Form)
	}
}

// Columns gives a schema with one table, for dumps without DDL.
func Columns(f schema.Fold, table string, columns ...string) *schema.Schema {
	s := schema.New(f)
	t := &schema.Table{Name: schema.Name{Name: table}, Declared: true}
	for _, c := range columns {
		t.Columns = append(t.Columns, &schema.Column{Name: c, Type: schema.Type{Kind: schema.Text, Name: "text"}})
	}
	s.Put(t)
	return s
}
