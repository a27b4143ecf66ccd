package sqlite_test

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/internal/dbtest"
)

// nasty are values that break where quoting does (V1).
var nasty = []string{
	"", "O'Brien", "''", `"q"`, `\`, `\'`, `a\nb`, `a\012b`, "\n", "a\nb\n", "\r\n", "a\rb", `\r` + "\r", `\r\015` + "\r", `\r\015(\r0)` + "\r\r\n", "\x00", "a\x00'b\r",
	`\.`, "\t\v\f\x01\x1a\x7f", "👩‍👧 髙﨑 ｶﾞ", "; -- /* */", "x\n.read x\n", "x\ngo\n/\nx", "\n;\nCOMMIT;\n", "NULL", "X'00'", "char(10)", "Inf",
	"0901", "42", "-7", "+5", "-0", "0", "1e5", "1.50", "123456789012345678", "1234567890123456789", "9223372036854775807", "-9223372036854775807", "9223372036854775808", "99999999999999999999",
}

// literals are the ways in which a value may be written before it is replaced.
var literals = []string{
	"'x'", `"x"`, `replace('a\nb','\n',char(10))`, `replace(replace('a\r\nb','\r',char(13)),'\n',char(10))`, `unistr('a\u000a')`, "CAST(X'00' AS TEXT)", "X'00'", "x'aA'", "5", "1.5e3", "NULL",
}

// TestShellReadsWhatIsWritten has the shell load every nasty value in the place
// of every literal, in columns of several types, asks it what it has, and reads
// its own dump of it again.
func TestShellReadsWhatIsWritten(t *testing.T) {
	db := dbtest.SQLite(t)
	types := []string{"", "TEXT", "VARCHAR(9)", "BLOB"}
	var in bytes.Buffer
	for i, typ := range types {
		fmt.Fprintf(&in, "CREATE TABLE t%d (v %s);\n", i, typ)
	}
	for i := range types {
		for _, l := range literals {
			fmt.Fprintf(&in, "INSERT INTO t%d VALUES(%s);\n", i, l)
		}
	}
	type written struct{ value, literal string }
	want := map[string][]written{}
	out := bytes.NewBufferString(header)
	var head []byte
	for it, err := range dialects.Items(sqlite.Dialect, bytes.NewReader(in.Bytes()), dialects.ScanOptions{}) {
		require.NoError(t, err)
		switch it.Kind {
		case dialects.Stmt:
			out.Write(it.Bytes())
		case dialects.Head:
			head = bytes.Clone(it.Bytes())
		case dialects.Row:
			row := it.Chunk.Data[it.Body:it.End]
			fields, err := it.Rows.Codec.Fields(nil, row)
			require.NoError(t, err)
			for _, v := range nasty {
				text, err := it.Rows.Codec.AppendValue(nil, []byte(v), row, fields[0], 0)
				require.NoError(t, err, "%q for %s", v, row)
				fmt.Fprintf(out, "%s(%s);\n", head, text)
				name := it.Rows.Table.Name.Name
				want[name] = append(want[name], written{v, string(row)})
			}
		}
	}
	out.WriteString("COMMIT;\n")
	db.Load(t, out)
	for i := range types {
		name := fmt.Sprintf("t%d", i)
		got := strings.Split(strings.TrimSpace(string(db.Query(t, "SELECT typeof(v), hex(CAST(v AS BLOB)) FROM "+name+" ORDER BY rowid;"))), "\n")
		require.Len(t, got, len(want[name]))
		for k, line := range got {
			w := want[name][k]
			typeOf, value, _ := strings.Cut(line, "|")
			got, err := hex.DecodeString(value)
			require.NoError(t, err)
			requireSame(t, w.value, string(got), types[i] == "" && w.literal == "(1.5e3)")
			if w.literal[1]|0x20 == 'x' {
				require.Equal(t, "blob", typeOf)
			} else if types[i] != "BLOB" && w.literal[1] != '5' && w.literal[1] != '1' {
				require.Equal(t, "text", typeOf, "%q for %s", w.value, w.literal)
			}
		}
	}
	dump := db.Dump(t)
	n := map[string]int{}
	for it, err := range dialects.Items(sqlite.Dialect, bytes.NewReader(dump), dialects.ScanOptions{}) {
		require.NoError(t, err)
		if it.Kind != dialects.Row {
			continue
		}
		name := it.Rows.Table.Name.Name
		w := want[name][n[name]]
		n[name]++
		row := it.Chunk.Data[it.Body:it.End]
		fields, err := it.Rows.Codec.Fields(nil, row)
		require.NoError(t, err)
		got, err := it.Rows.Codec.Decode(nil, row, fields[0], 0)
		require.NoError(t, err)
		if fields[0].Form != dialects.Hex {
			w.value, _, _ = strings.Cut(w.value, "\x00") // the shell cuts a text there
		}
		requireSame(t, w.value, string(got), name == "t0" && w.literal == "(1.5e3)")
	}
	require.Len(t, n, len(types))
}

// requireSame compares values: where a real stays a real, as numbers.
func requireSame(t *testing.T, want, got string, real bool) {
	t.Helper()
	if f, err := strconv.ParseFloat(want, 64); real && err == nil {
		g, err := strconv.ParseFloat(got, 64)
		require.NoError(t, err)
		require.Equal(t, f, g)
		return
	}
	require.Equal(t, want, got)
}

// TestShellReadsSamplesAlike writes back every value of a dump and compares what
// the shell makes of it with what it makes of the dump.
func TestShellReadsSamplesAlike(t *testing.T) {
	data, err := os.ReadFile("testdata/sqlite-3.46.1-dump-preserve-rowids.sql")
	require.NoError(t, err)
	var out bytes.Buffer
	for it, err := range dialects.Items(sqlite.Dialect, bytes.NewReader(data), dialects.ScanOptions{}) {
		require.NoError(t, err)
		if it.Kind != dialects.Row {
			out.Write(it.Bytes())
			continue
		}
		row := it.Chunk.Data[it.Body:it.End]
		fields, err := it.Rows.Codec.Fields(nil, row)
		require.NoError(t, err)
		out.Write(it.Chunk.Data[it.Start:it.Body])
		from := int32(0)
		for i, f := range fields {
			out.Write(row[from:f.Span.Start])
			from = f.Span.End
			if f.Form == dialects.Null {
				out.WriteString("NULL")
				continue
			}
			v, err := it.Rows.Codec.Decode(nil, row, f, i)
			require.NoError(t, err)
			text, err := it.Rows.Codec.AppendValue(nil, v, row, f, i)
			require.NoError(t, err)
			out.Write(text)
		}
		out.Write(row[from:])
	}
	require.NotEqual(t, data, out.Bytes(), "line breaks are written otherwise, so the comparison says something")
	want, got := dbtest.SQLite(t), dbtest.SQLite(t)
	want.Load(t, bytes.NewReader(data))
	got.Load(t, &out)
	require.Equal(t, string(want.Dump(t)), string(got.Dump(t)))
}

// TestShellFailsOnIncomplete cuts a dump at every byte of its rows, as a run that
// stops may: the shell must complain, even if it goes on after errors, and keep
// nothing.
func TestShellFailsOnIncomplete(t *testing.T) {
	dbtest.SQLite(t) // skips where there is no shell
	shell, err := exec.LookPath("sqlite3")
	require.NoError(t, err)
	data := header + ab + "INSERT INTO t VALUES(1,'x',''),\n(2,'y''z',\"q\"),(3,replace('a','a',char(10)),X'00') ;\n"
	var rows *dialects.Rows
	from, to := int32(-1), int32(0)
	for it, err := range dialects.Items(sqlite.Dialect, strings.NewReader(data), dialects.ScanOptions{NoEndMark: true}) {
		require.NoError(t, err)
		switch it.Kind {
		case dialects.Head:
			rows, from = it.Rows, it.End
		case dialects.Tail:
			to = it.Start
		}
	}
	require.Greater(t, to, from)
	line := rows.Codec.Incomplete("migawari: INCOMPLETE")
	outputs := []string{data + line}
	for n := from; n <= to; n++ {
		outputs = append(outputs, data[:n]+line)
	}
	dir := t.TempDir()
	for i, out := range outputs {
		path := filepath.Join(dir, fmt.Sprintf("%d.db", i))
		cmd := exec.Command(shell, "-init", os.DevNull, path)
		cmd.Stdin = strings.NewReader(out)
		require.Error(t, cmd.Run(), "%q", out)
		tables, err := exec.Command(shell, "-init", os.DevNull, path, ".tables").Output()
		require.NoError(t, err)
		require.Empty(t, strings.TrimSpace(string(tables)), "%q", out)
	}
}

// TestShellDumpsDamage: what the shell says of a database that it cannot read
// stops, whatever it could read before.
func TestShellDumpsDamage(t *testing.T) {
	db := dbtest.SQLite(t)
	var in strings.Builder
	in.WriteString("PRAGMA page_size=512;\nBEGIN;\nCREATE TABLE a (x);\nINSERT INTO a VALUES(1);\nCREATE TABLE b (y);\n")
	for i := range 300 {
		fmt.Fprintf(&in, "INSERT INTO b VALUES('a long value of the number %d');\n", i)
	}
	in.WriteString("COMMIT;\n")
	db.Load(t, strings.NewReader(in.String()))
	file, err := os.ReadFile(db.Path)
	require.NoError(t, err)
	for i := 8 * 512; i < len(file); i += 512 {
		copy(file[i:], "\xff\xff\xff\xff\xff\xff\xff\xff")
	}
	require.NoError(t, os.WriteFile(db.Path, file, 0o600))
	dump := db.Dump(t)
	require.Contains(t, string(dump), "INSERT INTO a VALUES(1);")
	rows, _, err := read(t, string(dump), dialects.ScanOptions{NoEndMark: true})
	require.ErrorIs(t, err, dialects.ErrEndMark)
	require.NotEmpty(t, rows)
}
