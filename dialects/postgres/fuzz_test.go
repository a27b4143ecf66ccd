package postgres_test

import (
	"bytes"
	"errors"
	"testing"
	"testing/iotest"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/postgres"
)

// seeds are all inputs of the tables in this package.
func seeds(f *testing.F) [][]byte {
	var out [][]byte
	for _, d := range dumps(f) {
		if len(d.Data) <= 20<<10 {
			out = append(out, d.Data)
		}
	}
	for _, s := range strangers {
		out = append(out, bytes.ReplaceAll([]byte(s), []byte("§"), nil))
	}
	for _, c := range classes {
		in, _ := split(c.in)
		out = append(out, []byte(in))
	}
	for _, p := range places {
		out = append(out, []byte(p.in))
	}
	if len(out) < 200 {
		f.Fatalf("only %d seeds", len(out))
	}
	return out
}

// A trace is what a scan gives, without how it was cut into chunks.
type trace struct {
	data  []byte
	items []dialects.Item
	err   string
}

func scanned(s dialects.Scanner) trace {
	var out trace
	var c dialects.Chunk
	for {
		err := s.Scan(&c)
		if err != nil {
			out.err = err.Error()
			return out
		}
		base := int32(len(out.data))
		out.data = append(out.data, c.Data...)
		at := int32(0)
		for _, it := range c.Items {
			if it.Start != at {
				panic("items must follow each other")
			}
			at = it.End
			it.Start, it.Body, it.End = it.Start+base, it.Body+base, it.End+base
			it.Stmt = nil
			if k := len(out.items) - 1; k >= 0 && it.Kind == dialects.Raw && out.items[k].Kind == dialects.Raw && out.items[k].Rows == it.Rows {
				out.items[k].End = it.End
				out.items[k].N += it.N
				continue
			}
			out.items = append(out.items, it)
		}
		if int(at) != len(c.Data) {
			panic("items must cover their chunk")
		}
	}
}

// FuzzScan: reads of one byte and chunks of any size give the same items, the
// same verdict and the same place; what is handed out is the input.
func FuzzScan(f *testing.F) {
	for i, s := range seeds(f) {
		f.Add(s, uint8(i), i%2 == 0)
	}
	f.Fuzz(func(t *testing.T, in []byte, size uint8, whole bool) {
		o := dialects.ScanOptions{Bind: func(*dialects.Rows) (bool, error) { return whole, nil }}
		want := scanned(postgres.Dialect.NewScanner(bytes.NewReader(in), o))
		if !bytes.HasPrefix(in, want.data) || want.err == "EOF" && len(want.data) != len(in) {
			t.Fatal("the data of all chunks must be the input")
		}
		o.ChunkSize = int(size) + 1
		got := scanned(postgres.Dialect.NewScanner(iotest.OneByteReader(bytes.NewReader(in)), o))
		if got.err != want.err || !bytes.Equal(got.data, want.data) || len(got.items) != len(want.items) {
			t.Fatalf("buffering must not matter: %q, want %q; %d items, want %d", got.err, want.err, len(got.items), len(want.items))
		}
		for i, it := range got.items {
			w := want.items[i]
			if it.Kind != w.Kind || it.Start != w.Start || it.Body != w.Body || it.End != w.End || it.N != w.N {
				t.Fatalf("item %d: %+v, want %+v", i, it, w)
			}
		}
	})
}

// FuzzCodec: every value of every row decodes, is written back and decodes to
// the same, and the row keeps its fields.
func FuzzCodec(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s, []byte("it's \\ \t\n表"))
	}
	f.Fuzz(func(t *testing.T, in, value []byte) {
		for it, err := range dialects.Items(postgres.Dialect, bytes.NewReader(in), dialects.ScanOptions{}) {
			if err != nil {
				return
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
				own, err := it.Rows.Codec.Decode(nil, row, field, i)
				if err == nil && field.Form != dialects.Null {
					putBack(t, it.Rows.Codec, row, fields, i, own)
				}
				putBack(t, it.Rows.Codec, row, fields, i, value)
			}
		}
	})
}

func putBack(t *testing.T, codec dialects.Codec, row []byte, fields []dialects.Field, i int, value []byte) {
	f := fields[i]
	out := append([]byte(nil), row[:f.Span.Start]...)
	out, err := codec.AppendValue(out, value, row, f, i)
	if err != nil {
		if !errors.Is(err, dialects.ErrValue) && !errors.Is(err, dialects.ErrEncode) && !errors.Is(err, dialects.ErrForm) {
			t.Fatalf("AppendValue: %v", err)
		}
		return
	}
	out = append(out, row[f.Span.End:]...)
	again, err := codec.Fields(nil, out)
	if err != nil || len(again) != len(fields) {
		t.Fatalf("a row must keep its %d fields: %d, %v", len(fields), len(again), err)
	}
	back, err := codec.Decode(nil, out, again[i], i)
	if err != nil {
		if !errors.Is(err, dialects.ErrCharset) {
			t.Fatalf("what was written must decode: %v", err)
		}
		return // not UTF-8, or a code that its set does not give back
	}
	third, err := codec.AppendValue(nil, back, out, again[i], i)
	if err != nil {
		if !errors.Is(err, dialects.ErrEncode) {
			t.Fatalf("what was decoded must be writable: %v", err)
		}
		return
	}
	if !bytes.Equal(third, again[i].Span.Of(out)) {
		t.Fatalf("%s must be written in one way: %q, %q", f.Form, third, again[i].Span.Of(out))
	}
}
