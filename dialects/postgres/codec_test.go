package postgres_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
)

// A field is one value of a row in a test: the codec, the row, the field.
type field struct {
	codec dialects.Codec
	row   []byte
	f     dialects.Field
	col   int
}

// fieldOf gives the n-th field of the first row of in.
func fieldOf(t testing.TB, in string, n int) field {
	t.Helper()
	for _, p := range understood(t, in) {
		if p.Kind != dialects.Row {
			continue
		}
		row := []byte(p.text[p.Body-p.Start:])
		fields, err := p.Rows.Codec.Fields(nil, row)
		require.NoError(t, err)
		return field{p.Rows.Codec, row, fields[n], n}
	}
	t.Fatal("no row")
	return field{}
}

// put writes a value in the place of the field.
func (f field) put(value string) (string, error) {
	out, err := f.codec.AppendValue([]byte("before "), []byte(value), f.row, f.f, f.col)
	if err != nil && !bytes.Equal(out, []byte("before ")) {
		return "", errors.New("an error must leave what was there")
	}
	return strings.TrimPrefix(string(out), "before "), err
}

const typed = "CREATE TABLE t (a text, b bytea, n integer, d numeric, ok boolean, bits bit varying, j jsonb, arr bytea[], x none_such);\n"

// columns of typed, by name
var columns = map[string]int{"a": 0, "b": 1, "n": 2, "d": 3, "ok": 4, "bits": 5, "j": 6, "arr": 7, "x": 8}

// insertOf makes an INSERT into typed with one value that is not NULL.
func insertOf(column, value string) string {
	values := strings.Split("NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL", ",")
	values[columns[column]] = value
	return typed + "INSERT INTO t VALUES (" + strings.Join(values, ", ") + ");\n"
}

// copyOf makes a COPY of typed likewise.
func copyOf(column, value string) string {
	values := strings.Split(`\N,\N,\N,\N,\N,\N,\N,\N,\N`, ",")
	values[columns[column]] = value
	return typed + "COPY t FROM stdin;\n" + strings.Join(values, "\t") + "\n\\.\n"
}

// TestAppendInsert: a replacement is written in the form of what it replaces
// (V1, V6, V12).
func TestAppendInsert(t *testing.T) {
	const off = "SET standard_conforming_strings = off;\n"
	for _, c := range []struct {
		column, old, value, want string
		err                      error
	}{
		{"a", "'x'", `it's \ "q"`, `'it''s \ "q"'`, nil},
		{"a", "'x'", "tab\t\n\r\\.", "'tab\t\n\r\\.'", nil},
		{"a", "E'x'", "it's \\ \n", "E'it''s \\\\ \n'", nil},
		{"a", "e''", "日本", "e'日本'", nil},
		{"a", "N'x'", `\`, `N'\'`, nil},
		{"a", "'x'", "", "''", nil},
		{"a", "'x'", "a\x00b", "", dialects.ErrValue},
		{"a", "NULL", "x'", "'x'''", nil},
		{"a", "NULL", "12", "'12'", nil},
		{"a", "901", "42", "42", nil},
		{"a", "901", "042", "'042'", nil},
		{"a", "901", "x", "'x'", nil},
		{"b", `'\x00'`, "\x00\xff'\\", `'\x00ff275c'`, nil},
		{"b", `'\x'`, "", `'\x'`, nil},
		{"b", `'\000\377'`, "\x00\xff'\\a", `'\000\377''\\a'`, nil},
		{"b", `''`, "\x80", `'\200'`, nil},
		{"b", `E'\\x00'`, "\x01", `E'\\x01'`, nil},
		{"b", `E'\\000'`, "\x01\\", `E'\\001\\\\'`, nil},
		{"b", "NULL", "\x01", `'\x01'`, nil},
		{"n", "5", "-7", "-7", nil},
		{"n", "5", "x", "", dialects.ErrValue},
		{"n", "5", "", "", dialects.ErrValue},
		{"n", "'5'", "7", "'7'", nil},
		{"n", "NULL", "7", "7", nil},
		{"n", "NULL", "x", "", dialects.ErrValue},
		{"d", "'NaN'", "1.50", "'1.50'", nil},
		{"d", "1.5", "NaN", "'NaN'", nil},
		{"d", "1.5", "1e400", "1e400", nil},
		{"ok", "true", "f", "false", nil},
		{"ok", "false", "true", "true", nil},
		{"ok", "true", "1", "true", nil},
		{"ok", "true", "maybe", "", dialects.ErrValue},
		{"ok", "'t'", "false", "'f'", nil},
		{"ok", "NULL", "t", "true", nil},
		{"ok", "NULL", "maybe", "", dialects.ErrValue},
		{"bits", "B'01'", "1100", "B'1100'", nil},
		{"bits", "X'1F'", "1100", "B'1100'", nil},
		{"bits", "NULL", "", "B''", nil},
		{"bits", "B'01'", "12", "", dialects.ErrValue},
		{"j", `'{}'`, `{"a": "it's \\ \n"}`, `'{"a": "it''s \\ \n"}'`, nil},
		{"arr", `'{"\\x00"}'`, `{"\\x01"}`, `'{"\\x01"}'`, nil},
		{"x", "'y'", "'", "''''", nil},
		{"a", "DEFAULT", "x", "'x'", nil},
		{"a", "now()", "x", "", dialects.ErrForm},
	} {
		got, err := fieldOf(t, insertOf(c.column, c.old), columns[c.column]).put(c.value)
		require.ErrorIs(t, err, c.err, c)
		require.Equal(t, c.want, got, c)
	}
	for _, c := range []struct{ column, old, value, want string }{
		{"a", "'x'", `it's \`, `'it''s \\'`},
		{"b", `'\\x00'`, "\xff", `'\\xff'`},
		{"b", `'\\000'`, "\xff\\", `'\\377\\\\'`},
		{"b", "NULL", "\xff", `'\\xff'`},
	} {
		got, err := fieldOf(t, off+insertOf(c.column, c.old), columns[c.column]).put(c.value)
		require.NoError(t, err)
		require.Equal(t, c.want, got, c)
	}
}

// TestAppendCopy is the same for COPY.
func TestAppendCopy(t *testing.T) {
	for _, c := range []struct {
		column, old, value, want string
		err                      error
	}{
		{"a", "x", "it's", "it's", nil},
		{"a", "x", "\b\f\n\r\t\v\\", `\b\f\n\r\t\v\\`, nil},
		{"a", "x", `\.`, `\\.`, nil},
		{"a", "x", `\N`, `\\N`, nil},
		{"a", `\N`, "x\t", `x\t`, nil},
		{"a", "x", "", "", nil},
		{"a", "x", "a\x00b", "", dialects.ErrValue},
		{"b", `\\x00`, "\x00\\\t", `\\x005c09`, nil},
		{"b", `\\x`, "", `\\x`, nil},
		{"b", `\\000\\377`, "\x00\\\tq", `\\000\\\\\\011q`, nil},
		{"b", "", "\xff", `\\377`, nil},
		{"b", `\N`, "\xff", `\\xff`, nil},
		{"n", "5", "7", "7", nil},
		{"n", "5", "x", "", dialects.ErrValue},
		{"ok", "t", "false", "f", nil},
		{"ok", "t", "maybe", "", dialects.ErrValue},
		{"bits", "01", "1100", "1100", nil},
		{"arr", `{"\\\\x00"}`, `{"\\x01"}`, `{"\\\\x01"}`, nil},
	} {
		got, err := fieldOf(t, copyOf(c.column, c.old), columns[c.column]).put(c.value)
		require.ErrorIs(t, err, c.err, c)
		require.Equal(t, c.want, got, c)
	}
	f := fieldOf(t, "COPY t (a) FROM stdin;\nx\n\\.\n", 0)
	for value, want := range map[string]string{`\.`: `\\.`, "": "", "\n": `\n`} {
		got, err := f.put(value)
		require.NoError(t, err)
		require.Equal(t, want, got)
		require.Equal(t, value, one(t, "COPY t (a) FROM stdin;\n"+got+"\n\\.\n"), "in a table of one column")
	}
}

// TestAppendNull: NULL is written as the rows have it.
func TestAppendNull(t *testing.T) {
	for in, want := range map[string]string{
		"INSERT INTO t VALUES ('x');": "NULL", "COPY t (a) FROM stdin;\nx\n\\.\n": `\N`, "COPY t (a) FROM stdin NULL 'nil';\nx\n\\.\n": "nil", "COPY t (a) FROM stdin NULL '';\nx\n\\.\n": "",
	} {
		f := fieldOf(t, in, 0)
		got, err := f.codec.AppendNull(nil, f.row, f.f, 0)
		require.NoError(t, err)
		require.Equal(t, want, string(got))
	}
}

// TestNullMarker: a text that looks like NULL is written so that it is none.
func TestNullMarker(t *testing.T) {
	for in, cases := range map[string]map[string]string{
		"COPY t (a) FROM stdin NULL 'nil';\nx\n\\.\n":                {"nil": `\156il`, "nill": "nill", "ni": "ni", "": ""},
		"COPY t (a) FROM stdin DELIMITER '|' NULL '-';\nx\n\\.\n":    {"-": `\055`, "a|b\tc": `a\|b` + `\t` + "c"},
		"COPY t (a, b) FROM stdin DELIMITER ',';\nx,y\n\\.\n":        {"a,b": `a\,b`, `\,`: `\\\,`},
		"COPY t (a) FROM stdin WITH (NULL '\\N', FREEZE);\nx\n\\.\n": {`\N`: `\\N`},
	} {
		f := fieldOf(t, in, 0)
		for value, want := range cases {
			got, err := f.put(value)
			require.NoError(t, err, value)
			require.Equal(t, want, got)
			row := append([]byte(got), f.row[f.f.Span.End:]...)
			fields, err := f.codec.Fields(nil, row)
			require.NoError(t, err)
			require.Equal(t, dialects.Quoted, fields[0].Form)
			back, err := f.codec.Decode(nil, row, fields[0], 0)
			require.NoError(t, err)
			require.Equal(t, value, string(back))
		}
	}
	_, err := fieldOf(t, "COPY t (a) FROM stdin NULL '';\nx\n\\.\n", 0).put("")
	require.ErrorIs(t, err, dialects.ErrValue)
}

// TestIncomplete: psql 15 fails on these lines (a COPY as a whole: "extra data
// after last expected column"; an INSERT: "syntax error"), with exit status 3
// under ON_ERROR_STOP, and keeps no row of the statement in either case.
func TestIncomplete(t *testing.T) {
	for in, want := range map[string]string{
		"INSERT INTO t VALUES ('x');":                               "\nm: STOP\n",
		"COPY t (a) FROM stdin;\nx\n\\.\n":                          "m: STOP\t\t\n",
		"COPY t (a, b) FROM stdin DELIMITER ',';\nx,y\n\\.\n":       "m: STOP,,,\n",
		"CREATE TABLE n ();\nCOPY n FROM stdin;\n\n\\.\n":           "m: STOP\t\n",
		"COPY u FROM stdin;\nx\n\\.\n":                              "m: STOP" + strings.Repeat("\t", 1602) + "\n",
		"CREATE TABLE v (a int, b int);\nCOPY v FROM stdin;\n\\.\n": "m: STOP\t\t\t\n",
	} {
		for _, p := range understood(t, in) {
			if p.Kind == dialects.Head {
				require.Equal(t, want, p.Rows.Codec.Incomplete("m: STOP"))
			}
		}
	}
}

// TestFieldErrors: rows that are torn.
func TestFieldErrors(t *testing.T) {
	insert := understood(t, "INSERT INTO t (a) VALUES (1);")[0].Rows.Codec
	for _, row := range []string{"", "(", "1", "(1", "()", "( )", "(1,)", "(,1)", "('a)", "(1))", "(a))", "(f()", "($$x)", "(\"x)", "(x'y)"} {
		_, err := insert.Fields(nil, []byte(row))
		require.ErrorIs(t, err, dialects.ErrRow, row)
	}
	bytea := fieldOf(t, copyOf("b", "x"), 1)
	for _, bad := range []string{`\\x0`, `\\xzz`, `\\9`, `\\00`, `a\\`} {
		row := []byte(bad)
		_, err := bytea.codec.Decode(nil, row, dialects.Field{Span: dialects.Span{End: int32(len(row))}, Form: dialects.Quoted}, 1)
		require.ErrorIs(t, err, dialects.ErrRow, bad)
	}
	bits := fieldOf(t, insertOf("bits", "X'zz'"), 5)
	_, err := bits.codec.Decode(nil, bits.row, bits.f, 5)
	require.ErrorIs(t, err, dialects.ErrRow)
	bits = fieldOf(t, insertOf("bits", "X'1F'"), 5)
	v, err := bits.codec.Decode(nil, bits.row, bits.f, 5)
	require.NoError(t, err)
	require.Equal(t, "00011111", string(v))
}

// places are where a value can stand, each with its character set.
var places = []struct{ name, in, set string }{
	{"INSERT", "INSERT INTO t (a) VALUES ('x');", "UTF8"},
	{"E''", "INSERT INTO t (a) VALUES (E'x');", "UTF8"},
	{"off", "SET standard_conforming_strings = off;\nINSERT INTO t (a) VALUES ('x');", "UTF8"},
	{"COPY", "COPY t (a) FROM stdin;\nx\n\\.\n", "UTF8"},
	{"COPY |", "COPY t (a) FROM stdin DELIMITER '|' NULL 'nil';\nx\n\\.\n", "UTF8"},
	{"SJIS INSERT", "SET client_encoding = 'SJIS';\nINSERT INTO t (a) VALUES ('x');", "SJIS"},
	{"SJIS off", "SET client_encoding = 'SJIS';\nSET standard_conforming_strings = off;\nINSERT INTO t (a) VALUES ('x');", "SJIS"},
	{"SJIS COPY", "SET client_encoding = 'SJIS';\nCOPY t (a) FROM stdin;\nx\n\\.\n", "SJIS"},
	{"EUC_JP COPY", "SET client_encoding = 'EUC_JP';\nCOPY t (a) FROM stdin;\nx\n\\.\n", "EUC_JP"},
	{"BIG5 COPY", "SET client_encoding = 'BIG5';\nCOPY t (a) FROM stdin;\nx\n\\.\n", "BIG5"},
	{"GB18030 INSERT", "SET client_encoding = 'GB18030';\nINSERT INTO t (a) VALUES (E'x');", "GB18030"},
	{"LATIN1 COPY", "SET client_encoding = 'LATIN1';\nCOPY t (a) FROM stdin;\nx\n\\.\n", "LATIN1"},
}

// hard are texts that trouble quoting.
var hard = []string{
	"", "'", "''", `\`, `\\`, `\.`, `\N`, `\'`, "\n", "\r\n", "\t", "\b\f\v", "NULL", "nil", "|", "a|b\tc", "$$", "),('", "--", "表", "ソ能", `表\`, `ソ'`, "功", "許蓋", "é", "😀", "㈱①", "x表\t",
}

// TestRoundTrip: what is written decodes to itself, and the row has as many
// fields as before (V1, V4, V11).
func TestRoundTrip(t *testing.T) {
	for _, p := range places {
		t.Run(p.name, func(t *testing.T) {
			f := fieldOf(t, p.in, 0)
			cs := charset.Postgres(p.set)
			for _, text := range hard {
				roundTrip(t, f, cs, text)
			}
			rapid.Check(t, func(r *rapid.T) {
				parts := rapid.SliceOf(rapid.OneOf(rapid.SampledFrom(hard), rapid.StringN(0, 5, -1))).Draw(r, "parts")
				roundTrip(r, f, cs, strings.Join(parts, ""))
			})
		})
	}
}

func roundTrip(t require.TestingT, f field, cs *charset.Charset, text string) {
	raw, encodeErr := cs.Encode(nil, []byte(text))
	out, err := f.put(text)
	if strings.ContainsRune(text, 0) {
		require.ErrorIs(t, err, dialects.ErrValue)
		return
	}
	if encodeErr != nil {
		require.ErrorIs(t, err, dialects.ErrEncode)
		return
	}
	require.NoError(t, err)
	row := append([]byte(nil), f.row[:f.f.Span.Start]...)
	row = append(append(row, out...), f.row[f.f.Span.End:]...)
	fields, err := f.codec.Fields(nil, row)
	require.NoError(t, err)
	require.Len(t, fields, 1)
	require.Equal(t, dialects.Quoted, fields[0].Form)
	back, err := f.codec.Decode(nil, row, fields[0], 0)
	want, decodeErr := cs.Decode(nil, raw)
	if decodeErr != nil || !utf8.ValidString(text) {
		return // a character that its set does not give back
	}
	require.NoError(t, err)
	require.Equal(t, string(want), string(back))
}

// TestBytes: all bytes, in both formats of bytea and both kinds of rows (V5).
func TestBytes(t *testing.T) {
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	for _, f := range []field{
		fieldOf(t, insertOf("b", `'\x00'`), 1), fieldOf(t, insertOf("b", `'\000'`), 1), fieldOf(t, insertOf("b", `E'\\x00'`), 1), fieldOf(t, insertOf("b", `E'\\000'`), 1),
		fieldOf(t, copyOf("b", `\\x00`), 1), fieldOf(t, copyOf("b", `\\000`), 1),
	} {
		out, err := f.put(string(all))
		require.NoError(t, err)
		row := append([]byte(nil), f.row[:f.f.Span.Start]...)
		row = append(append(row, out...), f.row[f.f.Span.End:]...)
		fields, err := f.codec.Fields(nil, row)
		require.NoError(t, err)
		back, err := f.codec.Decode(nil, row, fields[1], 1)
		require.NoError(t, err)
		require.Equal(t, all, back)
	}
}

// TestDecodeAppends: Decode and AppendValue append, and leave what was there
// where they fail.
func TestDecodeAppends(t *testing.T) {
	for _, in := range []string{copyOf("a", `a\tb`), insertOf("a", "'a\tb'"), "SET client_encoding = 'SJIS';\n" + copyOf("a", `a\tb`)} {
		f := fieldOf(t, in, 0)
		out, err := f.codec.Decode([]byte("before "), f.row, f.f, 0)
		require.NoError(t, err)
		require.Equal(t, "before a\tb", string(out))
	}
	f := fieldOf(t, copyOf("b", `\\xzz`), 1)
	out, err := f.codec.Decode([]byte("before "), f.row, f.f, 1)
	require.Error(t, err)
	require.Equal(t, "before ", string(out))
}

// TestFilledUp: blanks that fill up a character(n) are no part of the value, or
// the same one in another column or server would get another fake.
func TestFilledUp(t *testing.T) {
	const ddl = "CREATE TABLE t (a character(5), b character varying(5));\n"
	for _, in := range []string{ddl + "COPY t FROM stdin;\nab   \tab   \n\\.\n", ddl + "INSERT INTO t VALUES ('ab   ', 'ab   ');\n"} {
		for col, want := range []string{"ab", "ab   "} {
			f := fieldOf(t, in, col)
			out, err := f.codec.Decode(nil, f.row, f.f, col)
			require.NoError(t, err)
			require.Equal(t, want, string(out))
			// Written too, or one value would be written in two ways.
			out, err = f.codec.AppendValue(nil, []byte("xy  "), f.row, f.f, col)
			require.NoError(t, err)
			require.Equal(t, []string{"xy", "xy  "}[col], strings.Trim(string(out), "'"))
		}
	}
}
