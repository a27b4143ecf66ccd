package main

import (
	"bytes"
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
)

// A canned database answers every query with its rows.
type canned struct {
	names []string
	rows  [][]driver.Value
}

func (c *canned) Connect(context.Context) (driver.Conn, error)   { return c, nil }
func (c *canned) Driver() driver.Driver                          { return nil }
func (c *canned) Prepare(string) (driver.Stmt, error)            { return c, nil }
func (c *canned) Begin() (driver.Tx, error)                      { return nil, driver.ErrSkip }
func (c *canned) Close() error                                   { return nil }
func (c *canned) NumInput() int                                  { return 0 }
func (c *canned) Exec([]driver.Value) (driver.Result, error)     { return nil, driver.ErrSkip }
func (c *canned) Query(args []driver.Value) (driver.Rows, error) { return &result{c, 0}, nil }

type result struct {
	*canned
	next int
}

func (r *result) Columns() []string { return r.names }

func (r *result) Next(dest []driver.Value) error {
	if r.next == len(r.rows) {
		return io.EOF
	}
	copy(dest, r.rows[r.next])
	r.next++
	return nil
}

var users = &canned{
	names: []string{"id", "name", "email"},
	rows: [][]driver.Value{
		{int64(1), []byte("Grace Hopper"), []byte("grace@navy.test")},
		{int64(2), []byte("LOVELACE, Ada"), nil},
	},
}

func Example() {
	key, err := mask.NewKey([]byte("for examples only, as it is known"))
	if err != nil {
		fmt.Println(err)
	}
	db := sql.OpenDB(users)
	defer db.Close()
	err = export(context.Background(), db, "SELECT id, name, email FROM users", key, os.Stdout)
	fmt.Println(err)
	// Output:
	// id,name,email
	// 1,Heaven Porter,z3vxuyerqxua9@qqnuj.example.org
	// 2,"GUSIKOWSKI, Elza",
	// <nil>
}

func TestStopped(t *testing.T) {
	wider := &canned{names: append(users.names, "salary"), rows: [][]driver.Value{append(users.rows[0], []byte("canary"))}}
	var out bytes.Buffer
	err := export(context.Background(), sql.OpenDB(wider), "", mask.EphemeralKey(), &out)
	require.ErrorIs(t, err, mask.ErrUncovered)
	require.Empty(t, out.String())
}

func TestUsage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "users.csv")
	require.ErrorContains(t, run([]string{"sqlrow"}, mask.GenerateKey()), "usage")
	require.ErrorIs(t, run([]string{"sqlrow", "dsn", "query", file}, ""), mask.ErrKey)
	require.Error(t, run([]string{"sqlrow", "no dsn", "query", file}, mask.GenerateKey()))
	require.NoFileExists(t, file)
}
