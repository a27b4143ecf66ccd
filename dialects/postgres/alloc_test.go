package postgres_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/internal/bench/workload"
)

// many makes a dump of n rows.
func many(head, row, sep, tail string, n int) []byte {
	return []byte("CREATE TABLE t (id integer, name text, photo bytea, ok boolean);\n" + head + strings.Repeat(row+sep, n-1) + row + tail)
}

// streams are dumps of many rows in every form.
func streams(n int) map[string][]byte {
	return map[string][]byte{
		"COPY":      many("COPY t FROM stdin;\n", "42\tO'Brien\\tx\t\\\\x00ff\tt\n", "", "\\.\n", n),
		"COPY SJIS": many("SET client_encoding = 'SJIS';\nCOPY t FROM stdin;\n", "42\t\x94\x5c\\n\t\\\\000\t\\N\n", "", "\\.\n", n),
		"INSERT":    many("INSERT INTO t VALUES\n\t", "(42, 'O''Brien', '\\x00ff', true)", ",\n\t", ";\n", n),
		"inserts":   many("", "INSERT INTO t VALUES (42, 'O''Brien', NULL, true);\n", "", "", n),
	}
}

// TestNoAllocations: nothing is allocated for each row or value.
func TestNoAllocations(t *testing.T) {
	for name, data := range streams(2000) {
		t.Run(name, func(t *testing.T) {
			var c dialects.Chunk
			var fields []dialects.Field
			var out []byte
			pass := func(whole bool) {
				s := postgres.Dialect.NewScanner(bytes.NewReader(data), dialects.ScanOptions{ChunkSize: 4096, Bind: func(*dialects.Rows) (bool, error) { return whole, nil }})
				err := s.Scan(&c)
				for ; err == nil; err = s.Scan(&c) {
					for i := range c.Items {
						it := &c.Items[i]
						if it.Kind != dialects.Row {
							continue
						}
						row := c.Data[it.Body:it.End]
						if fields, err = it.Rows.Codec.Fields(fields[:0], row); err != nil {
							t.Fatal(err)
						}
						for k, f := range fields {
							if f.Form == dialects.Null {
								continue
							}
							n := len(out)
							if out, err = it.Rows.Codec.Decode(out, row, f, k); err != nil {
								t.Fatal(err)
							}
							if out, err = it.Rows.Codec.AppendValue(out, out[n:], row, f, k); err != nil {
								t.Fatal(err)
							}
							out = out[:0]
						}
					}
				}
				if !errors.Is(err, io.EOF) {
					t.Fatal(err)
				}
			}
			for _, whole := range []bool{false, true} {
				pass(whole)
				allocs := testing.AllocsPerRun(5, func() { pass(whole) })
				require.Less(t, allocs, 200.0, "whole %t", whole)
			}
		})
	}
}

func BenchmarkDialect(b *testing.B) {
	for name, data := range streams(20_000) {
		b.Run(name, func(b *testing.B) { dialecttest.Benchmark(b, postgres.Dialect, data) })
	}
	b.Run("workload", func(b *testing.B) {
		var dump bytes.Buffer
		_, err := workload.Write(&dump, workload.Options{Layout: workload.Postgres, Size: 5e6})
		require.NoError(b, err)
		dialecttest.Benchmark(b, postgres.Dialect, dump.Bytes())
	})
}
