package mysqlxml_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/mysql/mysqlxml"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/internal/dbtest"
)

func TestMain(m *testing.M) { os.Exit(dbtest.Runner{M: m}.Run()) }

// TestServer has the real mariadb-dump write the schema of package mysql's tests as XML.
// Its tables have the columns that its SQL has, and its rows the same values.
func TestServer(t *testing.T) {
	server := dbtest.MariaDB(t)
	if !strings.Contains(server.Version(), "MariaDB") {
		t.Skip("the schema is one of MariaDB")
	}
	tables, err := os.ReadFile("../testdata/server/schema.sql")
	require.NoError(t, err)
	db := server.NewDatabase(t)
	db.Load(t, bytes.NewReader(tables))
	db.Load(t, strings.NewReader("DROP SEQUENCE seq, `se``q;`;")) // the program writes them as SQL in the middle of XML
	dumped := func(options string) []byte {
		dump, err := server.Command(t, "mariadb-dump", append(strings.Fields(options), db.Name)...).Output()
		require.NoError(t, err)
		return dump
	}
	sql := dumped("--skip-triggers --hex-blob")
	known := mysql.Dialect.NewScanner(bytes.NewReader(sql), dialects.ScanOptions{})
	drain(t, known)
	want := dialecttest.Records(t, mysql.Dialect, sql, dialects.ScanOptions{})
	for _, options := range []string{"--xml", "--xml --hex-blob", "--xml --routines --events --triggers", "--xml --no-data", "--xml --no-create-info --hex-blob"} {
		t.Run(options, func(t *testing.T) {
			dump := dumped(options)
			got := dialecttest.Records(t, mysqlxml.Dialect, dump, dialects.ScanOptions{})
			if strings.Contains(options, "no-data") {
				require.Empty(t, got)
			} else {
				require.Equal(t, len(want), len(got))
				sameRows(t, db.Name, want, got)
			}
			if strings.Contains(options, "no-create-info") {
				return
			}
			s := mysqlxml.Dialect.NewScanner(bytes.NewReader(dump), dialects.ScanOptions{})
			drain(t, s)
			sameColumns(t, db.Name, known.Schema(), s.Schema())
		})
	}
}

// sameRows compares rows with those that SQL has. XML has computed columns too.
func sameRows(t *testing.T, database string, want, got map[string][]dialecttest.Record) {
	for table, rows := range want {
		other := got[database+"."+table]
		require.Equal(t, len(rows), len(other), table)
		for i, row := range rows {
			for column, value := range row {
				require.Equal(t, value, other[i][column], "%s.%s, row %d", table, column, i)
			}
		}
	}
}

// sameColumns compares what decides how a column is masked.
func sameColumns(t *testing.T, database string, want, got *schema.Schema) {
	for _, table := range want.Tables() {
		other := got.Table(schema.Name{Schema: database, Name: table.Name.Name})
		if table.Placeholder {
			continue // of a view
		}
		require.NotNil(t, other, table.Name)
		require.Len(t, other.Columns, len(table.Columns), table.Name)
		for i, c := range table.Columns {
			o := other.Columns[i]
			require.Equal(t, c.Name, o.Name)
			if kind := c.Type.Kind; kind != schema.JSON { // a CHECK of MariaDB, which is not in XML
				require.Equal(t, kind, o.Type.Kind, "%s.%s", table.Name, c.Name)
			}
			require.Equal(t, c.Type.Length, o.Type.Length, "%s.%s", table.Name, c.Name)
			if table.Name.Name != "sv2" { // SQL leaves out what goes without saying of the columns of versions
				require.Equal(t, c.NotNull, o.NotNull, "%s.%s", table.Name, c.Name)
			}
			require.Equal(t, c.Generated == schema.NotGenerated, o.Generated == schema.NotGenerated, "%s.%s", table.Name, c.Name)
		}
	}
}
