package postgres_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A piece is an item with its bytes.
type piece struct {
	dialects.Item
	text string
}

// pieces scans all of in.
func pieces(in string, o dialects.ScanOptions) ([]piece, *schema.Schema, error) {
	s := postgres.Dialect.NewScanner(bytes.NewReader([]byte(in)), o)
	var out []piece
	var c dialects.Chunk
	for {
		err := s.Scan(&c)
		if errors.Is(err, io.EOF) {
			return out, s.Schema(), nil
		}
		if err != nil {
			return out, s.Schema(), err
		}
		for _, it := range c.Items {
			out = append(out, piece{it, string(c.Data[it.Start:it.End])})
		}
	}
}

func understood(t testing.TB, in string) []piece {
	t.Helper()
	out, _, err := pieces(in, dialects.ScanOptions{})
	require.NoError(t, err)
	return out
}

// declared gives the schema after in.
func declared(t testing.TB, in string) *schema.Schema {
	t.Helper()
	_, s, err := pieces(in, dialects.ScanOptions{})
	require.NoError(t, err)
	return s
}

// statements gives the statements without rows.
func statements(t testing.TB, in string) []*dialects.Statement {
	t.Helper()
	var out []*dialects.Statement
	for _, p := range understood(t, in) {
		if p.Kind == dialects.Stmt && p.Stmt.Class != dialects.Note {
			out = append(out, p.Stmt)
		}
	}
	return out
}

// records decodes all rows, by table.
func records(t testing.TB, in []byte, o dialects.ScanOptions) map[string][]dialecttest.Record {
	t.Helper()
	return dialecttest.Records(t, postgres.Dialect, in, o)
}

// position gives the offset of an error, which must have one.
func position(t testing.TB, err error) int64 {
	t.Helper()
	var e *dialects.Error
	require.ErrorAs(t, err, &e)
	return e.Pos.Offset
}

// sample gives a file of testdata.
func sample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	return data
}
