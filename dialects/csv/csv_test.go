package csv_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/csv"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

var (
	mysqlCSV = csv.Format{Terminated: ",", Enclosed: '"', Escaped: '\\', Lines: "\r\n", Optionally: true}
	wide     = csv.Format{Terminated: "<|>", Enclosed: '\'', Escaped: '^', Lines: "|>\n"}
)

// bare is the dialect of rows without a header, of a table whose columns are given.
type bare struct {
	csv.Format
	cols    []*schema.Column
	encoded map[string]csv.Encoding
}

func (bare) Name() string                           { return "bare" }
func (bare) Evidence(head []byte) dialects.Evidence { return dialects.Possible }

func (b bare) NewScanner(r io.Reader, o dialects.ScanOptions) dialects.Scanner {
	o = o.WithDefaults()
	s := schema.New(schema.Fold{})
	s.Put(&schema.Table{Name: schema.Name{Name: "t"}, Columns: b.cols, Declared: true})
	rows, err := b.Rows(s.Tables()[0], b.cols, b.encoded)
	if err != nil {
		panic(err)
	}
	whole := false
	if o.Bind != nil {
		whole, _ = o.Bind(rows)
	}
	return scanner{lex.NewScanner(r, csv.NewCutter(rows, whole, false), o), s}
}

type scanner struct {
	*lex.Scanner
	schema *schema.Schema
}

func (s scanner) Schema() *schema.Schema { return s.schema }

func columns(names ...string) (cols []*schema.Column) {
	for _, n := range names {
		name, set, _ := strings.Cut(n, ":")
		c := &schema.Column{Name: name, Charset: set, Type: schema.Type{Kind: schema.Text}}
		switch set {
		case "bytes":
			c.Charset, c.Type.Kind = "", schema.Binary
		case "bit":
			c.Charset, c.Type.Kind, c.Type.Bits = "", schema.Bit, 8
		}
		cols = append(cols, c)
	}
	return cols
}

func outfile(set string) csv.Format {
	f := csv.Outfile
	f.Charset = set
	return f
}

// dumps are rows as real programs write them.
var dumps = []struct {
	name string
	d    dialects.Dialect
	text string
	want [][]string // NULL is ∅
}{
	{"rfc", csv.File{Format: csv.Comma, Table: "t"}, "id,name\n1,a\n2,\"b \"\"c\"\", d\"\n3,\"line\nbreak\"\n4,\n5,\"\"\n6,NULL\n",
		[][]string{{"1", "a"}, {"2", `b "c", d`}, {"3", "line\nbreak"}, {"4", ""}, {"5", ""}, {"6", "∅"}}},
	{"dos", csv.File{Format: csv.Comma.Guess([]byte("id,name\r\n")), Table: "t"}, "id,name\r\n1,\"a\r\nb\"\r\n2,c\r\n", [][]string{{"1", "a\r\nb"}, {"2", "c"}}},
	{"japanese", csv.File{Format: csv.Comma, Table: "t"}, "番号,氏 名\n1,田中　花子\n", [][]string{{"1", "田中　花子"}}},
	{"mysql shell csv", bare{Format: mysqlCSV, cols: columns("a", "b")}, "1,\"say \\\"hi\\\"\"\r\n\\N,\"a\\nb\\\\\"\r\n\"\",\"\\0\"\r\n",
		[][]string{{"1", `say "hi"`}, {"∅", "a\nb\\"}, {"", "\x00"}}},
	{"outfile", bare{Format: outfile(""), cols: columns("a", "b")}, "1\ta\\\tb\\\nc\\\\\n\\N\t\\0\n", [][]string{{"1", "a\tb\nc\\"}, {"∅", "\x00"}}},
	{"outfile, each in its own", bare{Format: outfile("binary"), cols: columns("a:cp932", "b:bytes", "c:bit", "d:utf8mb4")},
		"\x95\x5c\t\xff\\\\\t\\\t表\n\\N\t\\N\t\\N\t\\N\n\x94\x5c\t\x09\t\x0a\t\\\n", nil},
	{"base64", bare{Format: outfile(""), cols: columns("a:bytes", "b:bytes"), encoded: map[string]csv.Encoding{"a": csv.Base64, "b": csv.Hex}},
		"AAH/\t00ff\n\\N\t\n", [][]string{{"\x00\x01\xff", "\x00\xff"}, {"∅", ""}}},
	{"separators of several characters", bare{Format: wide, cols: columns("a", "b")}, "'x''y'<|>1|>\n'^''<|><|>|>\n", nil},
	{"one column", bare{Format: outfile(""), cols: columns("a")}, "\n\\N\nx\n", [][]string{{""}, {"∅"}, {"x"}}},
}

func init() {
	dumps[5].text = "\x95\x5c\t\xff\\\\\t\\\t表\n\\N\t\\N\t\\N\t\\N\n\x94\x5c\t\\\t\t\n\t\\\\\n"
	dumps[5].want = [][]string{{"表", "\xff\\", "\\", "表"}, {"∅", "∅", "∅", "∅"}, {"能", "\t", "\n", "\\"}}
	dumps[7].text = "'x''y'<|>1|>\n'^''<|>2|>\n"
	dumps[7].want = [][]string{{"x'y", "1"}, {"'", "2"}}
}

func TestLaws(t *testing.T) {
	for _, d := range dumps {
		dialecttest.Run(t, d.d, []dialecttest.Dump{{Name: d.name, Data: []byte(d.text), Lines: true}})
	}
}

func TestValues(t *testing.T) {
	for _, d := range dumps {
		require.Equal(t, d.want, read(t, d.d, d.text), d.name)
	}
}

// read gives the values of all rows.
func read(t *testing.T, d dialects.Dialect, text string) (got [][]string) {
	t.Helper()
	for it, err := range dialects.Items(d, strings.NewReader(text), dialects.ScanOptions{}) {
		require.NoError(t, err)
		if it.Kind != dialects.Row {
			continue
		}
		row := it.Chunk.Data[it.Body:it.End]
		fields, err := it.Rows.Codec.Fields(nil, row)
		require.NoError(t, err)
		var values []string
		for i, f := range fields {
			v, err := it.Rows.Codec.Decode(nil, row, f, i)
			require.NoError(t, err)
			if f.Form == dialects.Null {
				v = []byte("∅")
			}
			values = append(values, string(v))
		}
		got = append(got, values)
	}
	return got
}

// What is written in the place of a field is read as what it was.
func TestReplaced(t *testing.T) {
	for _, d := range dumps {
		for _, value := range []string{"", "x", "1", "NULL", `\N`, `"`, "'", "a,b\tc\nd\r\ne", `\`, "\x00", "表能", "<|>|>\n", "^"} {
			for it, err := range dialects.Items(d.d, strings.NewReader(d.text), dialects.ScanOptions{}) {
				require.NoError(t, err)
				if it.Kind == dialects.Row {
					replaced(t, d.name, it, value)
				}
			}
		}
	}
}

func replaced(t *testing.T, name string, it dialects.ChunkItem, value string) {
	t.Helper()
	c := it.Rows.Codec
	row := it.Chunk.Data[it.Body:it.End]
	fields, err := c.Fields(nil, row)
	require.NoError(t, err)
	for i, f := range fields {
		out := bytes.Clone(row[:f.Span.Start])
		out, err := c.AppendValue(out, []byte(value), row, f, i)
		if errors.Is(err, dialects.ErrValue) && it.Rows.Columns[i].Type.Kind == schema.Bit {
			continue
		}
		require.NoError(t, err, "%s: %q", name, value)
		out = append(out, row[f.Span.End:]...)
		again, err := c.Fields(nil, out)
		require.NoError(t, err, "%s: %q in %q", name, value, out)
		require.NotEqual(t, dialects.Null, again[i].Form, "%s: %q", name, value)
		got, err := c.Decode(nil, out, again[i], i)
		require.NoError(t, err)
		require.Equal(t, value, string(got), name)
	}
}

func TestRefused(t *testing.T) {
	file := csv.File{Format: csv.Comma, Table: "t"}
	for text, want := range map[string]error{
		"":                     dialects.ErrEmpty,
		"id,name":              dialects.ErrTruncated,
		"id,name\n1,a":         dialects.ErrTruncated,
		"id,name\n1,\"a\n":     dialects.ErrTruncated,
		"id,name\n1,\"a\"b\n":  dialects.ErrRow,
		"id,name\n1,a\"b\n":    dialects.ErrRow,
		"1,tanaka\n2,sato\n":   csv.ErrHeader,
		"id,id\n1,a\n":         csv.ErrHeader,
		"id,\n1,a\n":           csv.ErrHeader,
		"id,a@corp.test\n1,\n": csv.ErrHeader,
	} {
		var last error
		for _, err := range dialects.Items(file, strings.NewReader(text), dialects.ScanOptions{}) {
			last = err
		}
		require.ErrorIs(t, last, want, text)
		require.NotContains(t, last.Error(), "corp")
	}
	for _, f := range []csv.Format{{}, {Terminated: "x", Lines: "\n"}, {Terminated: "\n", Lines: "\n"}, {Terminated: ",", Lines: "\n", Enclosed: '"', Escaped: '"'}, {Terminated: "\\", Lines: "\n", Escaped: '\\'}} {
		_, err := f.Rows(&schema.Table{}, nil, nil)
		require.ErrorIs(t, err, csv.ErrFormat)
	}
	rows, err := csv.Comma.Rows(&schema.Table{}, columns("a", "b"), nil)
	require.NoError(t, err)
	for _, row := range []string{"1\n", "1,2,3\n", "\n"} {
		_, err = rows.Codec.Fields(nil, []byte(row))
		require.ErrorIs(t, err, dialects.ErrFields)
	}
}

// A schema says the columns where no line does; then such a line is a row.
func TestSchema(t *testing.T) {
	s := schema.New(schema.Fold{Columns: true})
	cols := columns("id", "name", "twice")
	cols[2].Generated = schema.Virtual
	s.Put(&schema.Table{Name: schema.Name{Schema: "shop", Name: "t"}, Columns: cols, Declared: true})
	for text, want := range map[string][]string{"1,a\n": {"id", "name"}, "1,a,2\n": {"id", "name", "twice"}, "NAME,id\na,1\n": {"name", "id"}} {
		rows := 0
		for it, err := range dialects.Items(csv.File{Format: csv.Comma, Table: "t"}, strings.NewReader(text), dialects.ScanOptions{Schema: s}) {
			require.NoError(t, err)
			if it.Kind != dialects.Row {
				continue
			}
			rows++
			var names []string
			for _, c := range it.Rows.Columns {
				names = append(names, c.Name)
			}
			require.Equal(t, want, names)
			require.Equal(t, "shop.t", it.Rows.Table.Name.String())
		}
		require.Equal(t, 1, rows, text)
	}
}

func TestGuess(t *testing.T) {
	require.Equal(t, "\r\n", csv.Comma.Guess([]byte("a,b\r\n1,2\r\n")).Lines)
	require.Equal(t, byte('\\'), csv.Comma.Guess([]byte("a,b\n1,\\N\n")).Escaped)
	require.Equal(t, byte(0), csv.Comma.Guess([]byte("a,b\nC:\\New,\"\\\"\n")).Escaped)
	tab := csv.Format{Terminated: "\t", Enclosed: '"', Escaped: '\\', Lines: "\n"}
	require.Equal(t, byte(0), tab.Guess([]byte("1\t5\" disk\n")).Enclosed)
	require.Equal(t, byte('"'), tab.Guess([]byte("1\t\"a\"\n")).Enclosed)
}

// FuzzCodec: whatever a row holds, what was split and decoded is written back alike.
func FuzzCodec(f *testing.F) {
	for i, d := range dumps {
		f.Add(byte(i), []byte(d.text), "表")
	}
	f.Fuzz(func(t *testing.T, which byte, text []byte, value string) {
		if !utf8.ValidString(value) {
			return // no masker gives that for a text
		}
		d := dumps[int(which)%len(dumps)]
		var whole int64
		o := dialects.ScanOptions{Bind: func(*dialects.Rows) (bool, error) { return true, nil }}
		for it, err := range dialects.Items(d.d, bytes.NewReader(text), o) {
			if err == nil && it.Kind == dialects.Raw && it.Rows != nil {
				whole += it.N
			}
		}
		rows := int64(0)
		for it, err := range dialects.Items(d.d, bytes.NewReader(text), dialects.ScanOptions{ChunkSize: 64}) {
			if err != nil {
				return
			}
			if it.Kind != dialects.Row {
				continue
			}
			rows++
			row := it.Chunk.Data[it.Body:it.End]
			fields, err := it.Rows.Codec.Fields(nil, row)
			if err != nil {
				continue
			}
			for i, field := range fields {
				out, err := it.Rows.Codec.AppendValue(bytes.Clone(row[:field.Span.Start]), []byte(value), row, field, i)
				if err != nil {
					continue
				}
				out = append(out, row[field.Span.End:]...)
				again, err := it.Rows.Codec.Fields(nil, out)
				if err != nil {
					t.Fatalf("a row that was written back must split again: %v", err)
				}
				if got, err := it.Rows.Codec.Decode(nil, out, again[i], i); err != nil || string(got) != value {
					t.Fatalf("what was written must be read: %q, %v", got, err)
				}
			}
		}
		if rows != whole {
			t.Fatalf("%d rows, and %d uncut", rows, whole)
		}
	})
}
