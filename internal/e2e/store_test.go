package e2e

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/internal/dbtest"
)

// A store is a database that a dump was restored into.
type store interface {
	load(t testing.TB, dump []byte, args ...string)
	// query gives rows of texts; nil is NULL.
	query(t testing.TB, statement string) []row
	// columns lists the columns of all base tables.
	columns(t testing.TB) map[string][]string
	// foreignKeys gives rows of table, column, referenced table and column.
	foreignKeys(t testing.TB) []row
	// parts names everything else that the schema consists of: views, triggers…
	parts(t testing.TB) []row
	// text is an expression for the column's content as text.
	text(column string) string
}

type row []*string

func (r row) String() string {
	words := make([]string, len(r))
	for i, v := range r {
		words[i] = "NULL"
		if v != nil {
			words[i] = fmt.Sprintf("%q", *v)
		}
	}
	return strings.Join(words, ", ")
}

// newStore makes an empty database of a dialect, in its server or a file.
func newStore(t testing.TB, dialect string) store {
	t.Helper()
	switch dialect {
	case "mysql":
		return openStore(t, dialect, dbtest.MariaDB(t).NewDatabase(t))
	case "postgres":
		return openStore(t, dialect, dbtest.Postgres(t).NewDatabase(t))
	}
	return sqliteStore{dbtest.SQLite(t)}
}

func openStore(t testing.TB, dialect string, db *dbtest.Database) store {
	if dialect == "mysql" {
		return mysqlStore{sqlStore{db, db.Open(t)}}
	}
	return postgresStore{sqlStore{db, db.Open(t)}}
}

// sqlStore is what servers with a driver share.
type sqlStore struct {
	*dbtest.Database
	conn *sql.DB
}

func (s sqlStore) load(t testing.TB, dump []byte, args ...string) {
	t.Helper()
	s.Load(t, bytes.NewReader(dump), args...)
}

func (s sqlStore) query(t testing.TB, statement string) []row {
	t.Helper()
	rows, err := s.conn.Query(statement)
	require.NoError(t, err, statement)
	defer func() { _ = rows.Close() }()
	names, err := rows.Columns()
	require.NoError(t, err)
	var out []row
	for rows.Next() {
		values, into := make([]sql.NullString, len(names)), make([]any, len(names))
		for i := range values {
			into[i] = &values[i]
		}
		require.NoError(t, rows.Scan(into...))
		r := make(row, len(names))
		for i := range values {
			if values[i].Valid {
				r[i] = &values[i].String
			}
		}
		out = append(out, r)
	}
	require.NoError(t, rows.Err())
	return out
}

type mysqlStore struct{ sqlStore }

func (s mysqlStore) columns(t testing.TB) map[string][]string {
	return grouped(s.query(t, `SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
		WHERE c.table_schema = database() AND t.table_type = 'BASE TABLE' ORDER BY c.table_name, c.ordinal_position`))
}

func (s mysqlStore) foreignKeys(t testing.TB) []row {
	return s.query(t, `SELECT table_name, column_name, referenced_table_name, referenced_column_name FROM information_schema.key_column_usage
		WHERE table_schema = database() AND referenced_table_name IS NOT NULL ORDER BY 1, 2`)
}

func (s mysqlStore) parts(t testing.TB) []row {
	return s.query(t, `SELECT 'view', table_name FROM information_schema.views WHERE table_schema = database()
		UNION ALL SELECT 'trigger', trigger_name FROM information_schema.triggers WHERE trigger_schema = database()
		UNION ALL SELECT 'routine', routine_name FROM information_schema.routines WHERE routine_schema = database()
		UNION ALL SELECT 'event', event_name FROM information_schema.events WHERE event_schema = database()
		UNION ALL SELECT 'constraint', concat(table_name, '.', constraint_name) FROM information_schema.table_constraints WHERE table_schema = database()
		ORDER BY 1, 2`)
}

func (s mysqlStore) text(column string) string { return "`" + column + "`" }

type postgresStore struct{ sqlStore }

func (s postgresStore) columns(t testing.TB) map[string][]string {
	return grouped(s.query(t, `SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
		WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY c.table_name, c.ordinal_position`))
}

func (s postgresStore) foreignKeys(t testing.TB) []row {
	return s.query(t, `SELECT c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text, b.attname FROM pg_constraint c
		JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
		JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1] WHERE c.contype = 'f' ORDER BY 1, 2`)
}

func (s postgresStore) parts(t testing.TB) []row {
	return s.query(t, `SELECT 'view', table_name FROM information_schema.views WHERE table_schema = 'public'
		UNION ALL SELECT 'trigger', tgname FROM pg_trigger WHERE NOT tgisinternal
		UNION ALL SELECT 'routine', proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
		UNION ALL SELECT 'sequence', sequencename FROM pg_sequences
		UNION ALL SELECT 'index', indexname FROM pg_indexes WHERE schemaname = 'public'
		UNION ALL SELECT 'constraint', conrelid::regclass::text || '.' || conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace
		ORDER BY 1, 2`)
}

func (s postgresStore) text(column string) string { return `"` + column + `"::text` }

type sqliteStore struct{ *dbtest.SQLiteFile }

func (s sqliteStore) load(t testing.TB, dump []byte, _ ...string) {
	t.Helper()
	s.Load(t, bytes.NewReader(dump))
	require.Empty(t, s.query(t, "SELECT * FROM pragma_foreign_key_check"))
	require.Equal(t, `"ok"`, s.query(t, "SELECT * FROM pragma_integrity_check")[0].String())
}

// query has the shell write its answer as JSON, which keeps line breaks and NULL
// apart from rows and texts.
func (s sqliteStore) query(t testing.TB, statement string) []row {
	t.Helper()
	path := filepath.Join(t.TempDir(), "answer")
	s.Load(t, strings.NewReader(".mode json\n.once '"+path+"'\n"+statement+";\n"))
	answer := json.NewDecoder(bytes.NewReader(readFile(t, path)))
	answer.UseNumber()
	var out []row
	for {
		token, err := answer.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		require.NoError(t, err)
		if token != json.Delim('{') {
			continue
		}
		r := row{}
		for answer.More() {
			_, err := answer.Token() // the column's name
			require.NoError(t, err)
			value, err := answer.Token()
			require.NoError(t, err)
			if value == nil {
				r = append(r, nil)
				continue
			}
			text := fmt.Sprint(value)
			r = append(r, &text)
		}
		out = append(out, r)
	}
}

func (s sqliteStore) columns(t testing.TB) map[string][]string {
	return grouped(s.query(t, `SELECT m.name, c.name AS c FROM sqlite_schema m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY 1, c.cid`))
}

func (s sqliteStore) foreignKeys(t testing.TB) []row {
	return s.query(t, `SELECT m.name, f."from", f."table" AS r, f."to" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY 1, 2`)
}

func (s sqliteStore) parts(t testing.TB) []row {
	return s.query(t, `SELECT type, name FROM sqlite_schema WHERE type <> 'table' ORDER BY 1, 2`)
}

// text is text that JSON can hold.
func (s sqliteStore) text(column string) string {
	return fmt.Sprintf(`iif(typeof(%[1]s) = 'blob', hex(%[1]s), %[1]s)`, `"`+column+`"`)
}

// grouped gathers the second column by the first.
func grouped(rows []row) map[string][]string {
	out := map[string][]string{}
	for _, r := range rows {
		out[*r[0]] = append(out[*r[0]], *r[1])
	}
	return out
}

// count asks for one number.
func count(t testing.TB, s store, statement string) string {
	t.Helper()
	return *s.query(t, statement)[0][0]
}

// contents gives the rows of the named columns of a table, in the order of id.
func contents(t testing.TB, s store, table string, columns []string) []row {
	t.Helper()
	words := make([]string, len(columns))
	for i, c := range columns {
		words[i] = s.text(c) + " AS c" + fmt.Sprint(i)
	}
	return s.query(t, "SELECT "+strings.Join(words, ", ")+" FROM "+table+" ORDER BY id")
}

// everything gives the rows of all tables.
func everything(t testing.TB, s store) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for table, columns := range s.columns(t) {
		out[table] = []string{}
		for _, r := range contents(t, s, table, columns) {
			out[table] = append(out[table], r.String())
		}
	}
	return out
}
