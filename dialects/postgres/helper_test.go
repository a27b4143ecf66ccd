package postgres_test

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
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
		if p.Kind == dialects.Stmt {
			out = append(out, p.Stmt)
		}
	}
	return out
}

// A record is one row: the values by column name. NULL is nil; a value that
// the server computes is not there.
type record map[string]any

// records decodes all rows, by table.
func records(t testing.TB, in []byte, o dialects.ScanOptions) map[string][]record {
	t.Helper()
	out := map[string][]record{}
	var fields []dialects.Field
	for it, err := range dialects.Items(postgres.Dialect, bytes.NewReader(in), o) {
		require.NoError(t, err)
		if it.Kind != dialects.Row {
			continue
		}
		row := it.Chunk.Data[it.Body:it.End]
		codec := it.Rows.Codec
		fields, err = codec.Fields(fields[:0], row)
		require.NoError(t, err, "%v", it.Pos())
		require.Len(t, fields, len(it.Rows.Columns))
		r := record{}
		for i, f := range fields {
			name := it.Rows.Columns[i].Name
			switch f.Form {
			case dialects.Null:
				r[name] = nil
			case dialects.Default:
			default:
				v, err := codec.Decode(nil, row, f, i)
				require.NoError(t, err, "%v: column %s", it.Pos(), name)
				r[name] = string(v)
			}
		}
		table := it.Rows.Table.Name.String()
		out[table] = append(out[table], r)
	}
	return out
}

// position gives the offset of an error, which must have one.
func position(t testing.TB, err error) int64 {
	t.Helper()
	var e *dialects.Error
	require.ErrorAs(t, err, &e)
	return e.Pos.Offset
}
