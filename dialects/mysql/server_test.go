package mysql_test

import (
	"bytes"
	_ "embed"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/internal/dbtest"
)

func TestMain(m *testing.M) { os.Exit(dbtest.Runner{M: m}.Run()) }

//go:embed testdata/server/schema.sql
var serverSchema string

// TestServer has the real mariadb-dump write the schema in each of its ways. Every
// dump is read to its end, every value that is read is written back as it stood,
// and the columns are those that the server says.
func TestServer(t *testing.T) {
	server := dbtest.MariaDB(t)
	if !strings.Contains(server.Version(), "MariaDB") {
		t.Skip("the schema is one of MariaDB")
	}
	db := server.NewDatabase(t)
	db.Load(t, strings.NewReader(serverSchema))
	want := serverColumns(t, db)
	require.Greater(t, len(want), 100)
	for _, options := range []string{
		"", "--complete-insert", "--skip-extended-insert", "--replace", "--insert-ignore", "--delayed-insert", "--hex-blob", "--skip-opt", "--compact",
		"--routines --events --triggers", "--routines --events --add-drop-trigger --add-drop-database", "--dump-history", "--no-autocommit --order-by-primary", "--allow-keywords", "--skip-set-charset --skip-tz-utc",
		"--skip-comments --skip-disable-keys --skip-add-locks --skip-add-drop-table", "--net-buffer-length=4096", "--where=1=1", "--default-character-set=utf8mb3", "--default-character-set=binary",
		"--default-character-set=binary --hex-blob",
		// Into these not all names can be written, so some tables cannot be dumped.
		"--force --default-character-set=cp932", "--force --default-character-set=cp932 --complete-insert --routines --events", "--force --default-character-set=latin1", "--force --default-character-set=big5",
		"--force --default-character-set=gbk", "--force --default-character-set=gb2312", "--force --compatible=ansi --default-character-set=utf8mb4", "--force --compatible=ansi", "--force --compatible=mysql323 --default-character-set=utf8mb4",
		"--force --compatible=no_table_options,no_field_options,no_key_options --default-character-set=utf8mb4",
	} {
		t.Run(options, func(t *testing.T) {
			cmd := server.Command(t, "mariadb-dump", append(strings.Fields(options), db.Name)...)
			dump, err := cmd.Output()
			if !strings.Contains(options, "--force") {
				require.NoError(t, err)
			}
			o := dialects.ScanOptions{}
			if strings.HasSuffix(options, "--compatible=ansi") {
				o.Charset = "latin1" // becomes the default, and no SET NAMES is written
			}
			s := mysql.Dialect.NewScanner(bytes.NewReader(dump), o)
			rows := 0
			var c dialects.Chunk
			for {
				err := s.Scan(&c)
				if errors.Is(err, io.EOF) {
					break
				}
				require.NoError(t, err)
				for _, it := range c.Items {
					if it.Kind == dialects.Row {
						sameAgain(t, it.Rows, c.Data[it.Body:it.End])
						rows++
					}
				}
			}
			require.Greater(t, rows, 20)
			for _, other := range []string{"--force", "binary", "--skip-opt"} {
				if strings.Contains(options, other) {
					return // other names, or not all of the definition
				}
			}
			for _, table := range s.Schema().Tables() {
				for i, col := range table.Columns {
					name := table.Name.Name + "." + col.Name
					require.Equal(t, want[name], describe(i, col), name)
				}
			}
		})
	}
}

// sameAgain writes every value of a row back and expects the bytes that stood there,
// but for a backslash before a byte that needs none.
func sameAgain(t *testing.T, rows *dialects.Rows, row []byte) {
	t.Helper()
	fields, err := rows.Codec.Fields(nil, row)
	require.NoError(t, err)
	require.Len(t, fields, len(rows.Columns), rows.Table.Name)
	for i, f := range fields {
		if f.Form == dialects.Null {
			continue
		}
		name := rows.Table.Name.Name + "." + rows.Columns[i].Name
		value, err := rows.Codec.Decode(nil, row, f, i)
		require.NoError(t, err, name)
		again, err := rows.Codec.AppendValue(nil, value, row, f, i)
		require.NoError(t, err, name)
		require.Equal(t, string(f.Span.Of(row)), string(again), name)
	}
}

// A column as a line: its place, length, charset and what it is like.
type column struct {
	place                                   int
	length                                  int
	charset, collation, comment             string
	notNull, generated, unsigned, invisible bool
}

func describe(i int, c *schema.Column) column {
	d := column{
		place: i, charset: c.Charset, collation: c.Collation, comment: c.Comment,
		notNull: c.NotNull, generated: c.Generated != schema.NotGenerated, unsigned: c.Type.Unsigned, invisible: c.Invisible,
	}
	if c.Type.Name == "varchar" || c.Type.Name == "char" || c.Type.Name == "varbinary" || c.Type.Name == "binary" {
		d.length = c.Type.Length
	}
	return d
}

// serverColumns asks the server.
func serverColumns(t *testing.T, db *dbtest.Database) map[string]column {
	t.Helper()
	all := map[string]column{}
	rows, err := db.Open(t).Query(`SELECT concat(table_name, '.', column_name), ordinal_position - 1,
		CASE WHEN data_type IN ('char', 'varchar', 'binary', 'varbinary') THEN regexp_substr(column_type, '[0-9]+') ELSE 0 END,
		coalesce(character_set_name, ''), coalesce(collation_name, ''), column_comment,
		is_nullable = 'NO' AND coalesce(generation_expression, '') NOT LIKE 'ROW %', is_generated = 'ALWAYS',
		column_type LIKE '%unsigned%', extra LIKE '%INVISIBLE%'
		FROM information_schema.columns WHERE table_schema = database()`)
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	for rows.Next() {
		var name string
		var c column
		require.NoError(t, rows.Scan(&name, &c.place, &c.length, &c.charset, &c.collation, &c.comment, &c.notNull, &c.generated, &c.unsigned, &c.invisible))
		all[name] = c
	}
	require.NoError(t, rows.Err())
	return all
}
