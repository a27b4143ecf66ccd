package e2e

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
)

// hostile are texts that break who reads or writes dumps carelessly.
var hostile = []string{
	"", " ", "'", "''", `"`, "`", `\`, `\\`, `\'`, `\"`, `\.`, `\N`, `\n`, `\0`, `\x41`, `\101`, `\%\_`, "\n", "\r", "\r\n", "\t", "\b\f\v\x1a\x7f", "\n\\.\n", "\\.\n",
	"NULL", "null", "DEFAULT", "N/A", "0", "-0", "042", "1e5", "0x41", "true", "t",
	"--", "-- x\n", "#", "/*", "*/", "/*!40000 x */", ";", ";;", "');", "'),('", "),(", "(1,2)", "$$", "$_$", "$1", "E'x'", "_binary", "x'41'", "b'1'",
	"COPY t (a) FROM stdin;", "INSERT INTO t VALUES (1);", "CREATE TABLE t (a int);", `\connect x`, "DELIMITER ;;", "-- Dump completed", "-- PostgreSQL database dump complete",
	"\n\n\n\n\n\n\n\n\n\n", "replace('a','b',char(10))", "unistr('a')", `\u0041`, `{"a":"b\"c\\d\u3042"}`, "%s %d %!s(MISSING)", "{{.}}", "${x}", "&amp;<>",
	"表", "ソ能表", `表\`, "ソ'", "予約—〜−～－￥", "髙﨑①㈱ⅰ", "ｶﾞﾊﾟ ﾉｶﾞﾊﾗ", "é", "e\u0301", "ß", "\u200b\u202e", "👩‍👧 😀", "𠮷野家", strings.Repeat("長", 500), strings.Repeat("x\\'", 3000),
}

// encodable says whether text has a place in the encodings of the formats.
func encodable(text string) bool { return string(legible([]byte(text))) == text }

// echo is a masker that writes what it reads, so that each value is decoded and
// written anew.
type echo struct{}

func (echo) Mask(out *mask.Out, in *mask.In) error {
	out.End(append(out.Begin(), in.Value...))
	return nil
}

func (echo) Spec() mask.Spec {
	return mask.Spec{Kind: "echo", Distinct: mask.Injective, Output: mask.Output{AnyKind: true}}
}

// everyValue has every value of every table pass through echo.
const everyValue = `{version: 1, tables: {"*": {columns: {"*": {mask: echo}}}}}`

// echoPlan compiles a policy that knows echo.
func echoPlan(t *testing.T, policy string) *mask.Plan {
	t.Helper()
	set := mask.Set{"echo": func(*mask.Build) (mask.Masker, error) { return echo{}, nil }}
	p, err := mask.Compile(parse(t, policy), masktest.Key(t), set)
	require.NoError(t, err)
	return p
}

// hostileStore is a database with the hostile texts and all bytes.
func hostileStore(t *testing.T, dialect string, legacy bool) store {
	t.Helper()
	s := newStore(t, dialect)
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	var insert func(table string, args ...any)
	var later bytes.Buffer // what the shell is given at once
	switch s := s.(type) {
	case mysqlStore:
		s.load(t, []byte("CREATE TABLE texts (id int PRIMARY KEY, v longtext, w varchar(9000)) CHARSET=utf8mb4;\nCREATE TABLE bytes (id int PRIMARY KEY, v longblob, w varbinary(9000));\n"+
			"CREATE TABLE after (id int PRIMARY KEY, v text);\nINSERT INTO after VALUES (1,'x');\n"))
		insert = func(table string, args ...any) {
			_, err := s.conn.Exec("INSERT INTO "+table+" VALUES (?,?,?)", args...)
			require.NoError(t, err)
		}
	case postgresStore:
		s.load(t, []byte("CREATE TABLE texts (id int PRIMARY KEY, v text, w varchar(9000));\nCREATE TABLE bytes (id int PRIMARY KEY, v bytea, w bytea);\n"+
			"CREATE TABLE zafter (id int PRIMARY KEY, v text);\nINSERT INTO zafter VALUES (1,'x');\n"))
		insert = func(table string, args ...any) {
			_, err := s.conn.Exec("INSERT INTO "+table+" VALUES ($1,$2,$3)", args...)
			require.NoError(t, err)
		}
	case sqliteStore:
		s.load(t, []byte("CREATE TABLE texts (id INTEGER PRIMARY KEY, v TEXT, w TEXT);\nCREATE TABLE bytes (id INTEGER PRIMARY KEY, v BLOB, w BLOB);\n"+
			"CREATE TABLE zafter (id INTEGER PRIMARY KEY, v TEXT);\nINSERT INTO zafter VALUES (1,'x');\n"))
		insert = func(table string, args ...any) {
			words := make([]string, len(args))
			for i, a := range args {
				switch a := a.(type) {
				case nil:
					words[i] = "NULL"
				case []byte:
					words[i] = fmt.Sprintf("x'%x'", a)
				case string:
					words[i] = fmt.Sprintf("CAST(x'%x' AS TEXT)", a)
				default:
					words[i] = fmt.Sprint(a)
				}
			}
			later.WriteString("INSERT INTO " + table + " VALUES (" + strings.Join(words, ",") + ");\n")
		}
	}
	n := 0
	for i, text := range hostile {
		if legacy && !encodable(text) {
			continue
		}
		insert("texts", 2*n, text, hostile[len(hostile)-1-i][:0])
		insert("texts", 2*n+1, nil, text)
		insert("bytes", 2*n, []byte(text), nil)
		n++
	}
	for i, b := range [][]byte{all, bytes.Repeat([]byte{0}, 10), {0xc3, 0x28}, {0xf0, 0x28, 0x8c, 0xbc}, {0xc3}, {0x83, 0x5c, 0x27, 0x81, 0x5c, 0x5c}, {0x5c}, {0x27}, {}, nil} {
		insert("bytes", 1000+i, b, append([]byte{0xff}, b...))
	}
	if later.Len() > 0 {
		s.load(t, later.Bytes())
	}
	return s
}

// TestEcho decodes and writes every value of hostile tables in every form of
// dumps: what is restored is what was there.
func TestEcho(t *testing.T) {
	p := echoPlan(t, everyValue)
	for _, name := range []string{"mysql", "postgres", "sqlite"} {
		t.Run(name, func(t *testing.T) {
			raw, plain := hostileStore(t, name, false), hostileStore(t, name, true)
			want, wantPlain := everything(t, raw), everything(t, plain)
			require.Greater(t, len(want["texts"]), 150)
			for _, f := range forms(name) {
				t.Run(f.dump, func(t *testing.T) {
					from, want := raw, want
					if f.legacy {
						from, want = plain, wantPlain
					}
					d := dialect(t, name)
					out, audit, err := copyAs(d, dumpOf(t, from, f.dump), p)
					require.NoError(t, err)
					for _, table := range audit.Tables {
						for _, c := range table.Columns {
							require.Equal(t, c.Masked, c.Unchanged)
							require.Zero(t, c.Kept)
						}
					}
					s := newStore(t, name)
					s.load(t, append([]byte(f.before), out...), strings.Fields(f.load)...)
					require.Equal(t, want, everything(t, s))
				})
			}
		})
	}
}

// TestEchoOfSettings does it where the database says otherwise how texts and
// bytes are written.
func TestEchoOfSettings(t *testing.T) {
	p := echoPlan(t, everyValue)
	raw := hostileStore(t, "postgres", false)
	want := everything(t, raw)
	name := raw.(postgresStore).Name
	raw.load(t, []byte("ALTER DATABASE "+name+" SET standard_conforming_strings = off; ALTER DATABASE "+name+" SET bytea_output = escape;\n"))
	for _, args := range []string{"", "--inserts", "--rows-per-insert=9 --column-inserts"} {
		dump := dumpOf(t, raw, args)
		require.Contains(t, string(dump), "standard_conforming_strings = off")
		s := newStore(t, "postgres")
		s.load(t, masked(t, dump, p))
		require.Equal(t, want, everything(t, s), args)
	}
}

// TestHostileFakes writes the hostile texts as fakes, in the place of texts, of
// bytes and of NULL, in every form of dumps: the servers read them as they are.
func TestHostileFakes(t *testing.T) {
	for _, name := range []string{"mysql", "postgres", "sqlite"} {
		t.Run(name, func(t *testing.T) {
			table, plain := mask.Table{Pattern: "t"}, mask.Table{Pattern: "t"}
			create, values := "CREATE TABLE t (id int PRIMARY KEY", "1"
			var want, wantPlain row
			keep := mask.Column{Name: "*", // id, and the rowid that SQLite can dump
				Arms: []mask.Arm{{Rule: mask.Rule{Mask: mask.Keep}}}}
			table.Columns, plain.Columns = append(table.Columns, keep), append(plain.Columns, keep)
			for i, text := range hostile {
				kind, value := "text", "'x'"
				switch {
				case i%3 == 1:
					value = "NULL"
				case i%3 == 2 && name == "postgres":
					kind, value = "bytea", `'\x41'`
				case i%3 == 2:
					kind, value = "blob", "x'41'"
				}
				column := fmt.Sprintf("c%d", i)
				create, values = create+", "+column+" "+kind, values+", "+value
				c := mask.Column{Name: column, Arms: []mask.Arm{{Rule: mask.Rule{Mask: "fixed", Params: map[string]any{"value": text}, Null: true, Unsafe: "a test"}}}}
				table.Columns, want = append(table.Columns, c), append(want, &text)
				legible := text
				if !encodable(text) && kind == "text" {
					legible = "＊"
				}
				c.Arms = []mask.Arm{{Rule: mask.Rule{Mask: "fixed", Params: map[string]any{"value": legible}, Null: true, Unsafe: "a test"}}}
				plain.Columns, wantPlain = append(plain.Columns, c), append(wantPlain, &legible)
			}
			raw := newStore(t, name)
			raw.load(t, []byte(create+");\nINSERT INTO t VALUES ("+values+");\n"))
			p, q := compile(t, &mask.Policy{Tables: []mask.Table{table}}), compile(t, &mask.Policy{Tables: []mask.Table{plain}})
			for _, f := range forms(name) {
				t.Run(f.dump, func(t *testing.T) {
					p, want := p, want
					if f.legacy {
						p, want = q, wantPlain
					}
					s := newStore(t, name)
					s.load(t, append([]byte(f.before), masked(t, dumpOf(t, raw, f.dump), p)...), strings.Fields(f.load)...)
					require.Equal(t, want.String(), decoded(t, s, len(hostile)).String())
				})
			}
		})
	}
}

// decoded gives the row of TestHostileFakes, bytes as they are.
func decoded(t *testing.T, s store, n int) row {
	t.Helper()
	words := make([]string, n)
	for i := range n {
		words[i] = s.text(fmt.Sprintf("c%d", i)) + fmt.Sprintf(" AS c%d", i)
	}
	r := s.query(t, "SELECT "+strings.Join(words, ", ")+" FROM t")[0]
	for i, v := range r {
		if i%3 != 2 {
			continue
		}
		text := *v
		if _, mysql := s.(mysqlStore); !mysql {
			b, err := hex.DecodeString(strings.TrimPrefix(text, `\x`))
			require.NoError(t, err)
			text = string(b)
		}
		r[i] = &text
	}
	return r
}

// TestHostileRowsLeftOut leaves out the rows of tables with hostile texts: what
// stands behind them is there.
func TestHostileRowsLeftOut(t *testing.T) {
	p := compile(t, parse(t, `{version: 1, tables: {"*": keep, texts: {rows: drop}, bytes: {columns: {"*": keep}, rows: {where: "id < 1005"}}}}`))
	for _, name := range []string{"mysql", "postgres", "sqlite"} {
		t.Run(name, func(t *testing.T) {
			raw := hostileStore(t, name, true)
			want := everything(t, raw)
			want["texts"], want["bytes"] = []string{}, want["bytes"][:len(want["bytes"])-5]
			for _, f := range forms(name) {
				t.Run(f.dump, func(t *testing.T) {
					s := newStore(t, name)
					s.load(t, append([]byte(f.before), masked(t, dumpOf(t, raw, f.dump), p)...), strings.Fields(f.load)...)
					require.Equal(t, want, everything(t, s))
				})
			}
		})
	}
}
