package workload

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/internal/dbtest"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

func TestMain(m *testing.M) { os.Exit(dbtest.Runner{M: m}.Run()) }

func dump(t testing.TB, o Options) []byte {
	var b bytes.Buffer
	_, err := Write(&b, o)
	require.NoError(t, err)
	return b.Bytes()
}

func compile(t testing.TB, policy []byte) *mask.Plan {
	p, err := policyfile.Compile(policy, mask.EphemeralKey(), func(string) (mask.Set, error) { return builtin.Set(ja.Locale), nil })
	require.NoError(t, err)
	return p
}

// headers are the lines that tell of one server and one run.
var headers = regexp.MustCompile(`(?m)^(/\*M!999999.*|-- MariaDB dump .*|-- Server version.*|-- Dump(ed|) .*|\\(un)?restrict .*)\n`)

// TestAsThePrograms: what is loaded into a real server and dumped by its own program
// gives the same bytes.
func TestAsThePrograms(t *testing.T) {
	const size = 3_000_000 // several statements of a table
	for layout, server := range map[Layout]func(testing.TB) *dbtest.Server{MariaDB: dbtest.MariaDB, Postgres: dbtest.Postgres} {
		t.Run(string(layout), func(t *testing.T) {
			ours := dump(t, Options{Layout: layout, Size: size})
			db := server(t).NamedDatabase(t, "school")
			db.Load(t, bytes.NewReader(ours))
			if layout == Postgres { // where a row goes hangs on the room that is free
				for _, table := range newSchool(size).tables() {
					db.Load(t, strings.NewReader(fmt.Sprintf("CLUSTER public.%s USING %[1]s_pkey; ALTER TABLE public.%[1]s SET WITHOUT CLUSTER;", table.name)))
				}
			}
			theirs := db.Dump(t)
			ours, theirs = headers.ReplaceAll(ours, nil), headers.ReplaceAll(theirs, nil)
			if at := differ(ours, theirs); at >= 0 {
				t.Fatalf("differ at byte %d:\n%q\n%q", at, around(ours, at), around(theirs, at))
			}
		})
	}
}

func differ(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	if len(a) != len(b) {
		return min(len(a), len(b))
	}
	return -1
}

func around(b []byte, at int) []byte { return b[max(0, at-60):min(len(b), at+60)] }

// TestMySQL: mysqldump's rows are mariadb-dump's, with less space between them.
func TestMySQL(t *testing.T) {
	rows := func(layout Layout) (rows [][]byte) {
		for it, err := range dialects.Items(mysql.Dialect, bytes.NewReader(dump(t, Options{Layout: layout, Size: 300_000, Statement: 50_000})), dialects.ScanOptions{}) {
			require.NoError(t, err)
			switch it.Kind {
			case dialects.Row:
				rows = append(rows, bytes.Clone(it.Chunk.Data[it.Body:it.End]))
				require.Equal(t, layout == MariaDB, bytes.HasSuffix(it.Bytes()[:it.Body-it.Start], []byte("\n")) || it.N == 1 && layout == MariaDB)
			case dialects.Head:
				require.Equal(t, layout == MySQL, bytes.HasSuffix(it.Bytes(), []byte(" VALUES ")))
			case dialects.Tail:
				rows = append(rows, []byte(";"))
			case dialects.Raw, dialects.Stmt:
			}
		}
		return rows
	}
	require.Equal(t, rows(MariaDB), rows(MySQL))
}

// TestSummary: rows are counted and originals stand in the dump; masked, none is left.
func TestSummary(t *testing.T) {
	for layout, d := range map[Layout]dialects.Dialect{MySQL: mysql.Dialect, MariaDB: mysql.Dialect, Postgres: postgres.Dialect} {
		t.Run(string(layout), func(t *testing.T) {
			var b, out bytes.Buffer
			s, err := Write(&b, Options{Layout: layout, Size: 2_000_000})
			require.NoError(t, err)
			require.Greater(t, len(s.Originals), 300)
			for _, o := range s.Originals {
				require.Contains(t, b.String(), o)
			}
			for _, policy := range [][]byte{Policy, Parts} {
				out.Reset()
				audit, err := mask.Copy(t.Context(), &out, bytes.NewReader(b.Bytes()), d, compile(t, policy))
				require.NoError(t, err)
				for name, table := range audit.Tables {
					require.EqualValues(t, s.Rows[strings.TrimPrefix(name, "public.")], table.Rows, name)
				}
				for _, o := range s.Originals {
					require.NotContains(t, out.String(), o)
				}
			}
		})
	}
}

// TestSameBytes pins the workload: figures of different days are of the same work.
func TestSameBytes(t *testing.T) {
	for layout, want := range map[Layout]uint64{MySQL: 0x39db634bf1a71f59, MariaDB: 0x87dfe0732d4c0d07, Postgres: 0x9b1b4f4a75c6df49} {
		h := fnv.New64a()
		h.Write(dump(t, Options{Layout: layout, Size: 1_000_000}))
		assert.Equal(t, want, h.Sum64(), layout)
	}
}

func TestGrid(t *testing.T) {
	for layout, d := range map[Layout]dialects.Dialect{MySQL: mysql.Dialect, Postgres: postgres.Dialect} {
		g := Grid{Layout: layout, Size: 100_000, Tables: 3, Columns: 5, Masked: 2, Length: 21}
		var b bytes.Buffer
		require.NoError(t, g.Write(&b))
		audit, err := mask.Copy(t.Context(), io.Discard, &b, d, compile(t, []byte(g.Policy("hash"))))
		require.NoError(t, err)
		require.Len(t, audit.Tables, 3)
		require.InDelta(t, 100_000, audit.BytesIn, 10_000)
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, layout := range []Layout{MySQL, Postgres} {
		b.Run(string(layout), func(b *testing.B) {
			for b.Loop() {
				_, err := Write(io.Discard, Options{Layout: layout, Size: 20_000_000})
				require.NoError(b, err)
			}
			b.SetBytes(20_000_000)
		})
	}
}
