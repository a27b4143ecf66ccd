package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/internal/corpora"
	"github.com/migawari-dev/migawari/internal/dbtest"
	"github.com/migawari-dev/migawari/mask"
)

// TestSubsetArchives: a part of an archive of pg_dump is one of its kind, which pg_restore takes
// with all constraints.
func TestSubsetArchives(t *testing.T) {
	t.Setenv(keyVariable, mask.GenerateKey())
	server := dbtest.Postgres(t)
	db := server.NewDatabase(t)
	db.Load(t, strings.NewReader(`CREATE TABLE schools (id int PRIMARY KEY);
CREATE TABLE pupils (id int PRIMARY KEY, school_id int NOT NULL REFERENCES schools);
INSERT INTO schools SELECT generate_series(1, 20);
INSERT INTO pupils SELECT n, 1 + n % 20 FROM generate_series(1, 400) n;`))
	for _, format := range []string{"-Fc", "-Fd", "-Ft"} {
		t.Run(format, func(t *testing.T) {
			raw, part := filepath.Join(t.TempDir(), "raw"), filepath.Join(t.TempDir(), "part")
			run := func(name string, args ...string) {
				out, err := server.Command(t, name, args...).CombinedOutput()
				require.NoError(t, err, "%s", out)
			}
			run("pg_dump", format, "-f", raw, db.Name)
			status, _, said := migawari(t, "", "subset", "--raw", "--root", "schools: id <= 3", "-o", part, raw)
			require.Equal(t, exitDone, status, said)
			into := server.NewDatabase(t)
			run("pg_restore", "--exit-on-error", "--no-owner", "-d", into.Name, part)
			var schools, pupils int
			require.NoError(t, into.Open(t).QueryRow("SELECT count(DISTINCT school_id), count(*) FROM pupils JOIN schools s ON s.id = school_id").Scan(&schools, &pupils))
			require.Equal(t, []int{3, 60}, []int{schools, pupils})
		})
	}
}

// TestSubsetSakila: a part of what mariadb-dump writes of Sakila, whose stores and staff need
// each other, leads nowhere.
func TestSubsetSakila(t *testing.T) {
	t.Setenv(keyVariable, mask.GenerateKey())
	script := corpora.Read(t, "public/rwnx__pynonymizer/tests_integration/mysql/sakila.sql.gz")
	server := dbtest.MariaDB(t)
	db := server.NewDatabase(t)
	db.Load(t, bytes.NewReader(script))
	raw := filepath.Join(t.TempDir(), "raw.sql")
	require.NoError(t, os.WriteFile(raw, db.Dump(t), 0o600))
	status, part, said := migawari(t, "", "subset", "--raw", "--root", "customer: customer_id <= 9", "--children", "direct", raw)
	require.Equal(t, exitDone, status, said)
	into := server.NewDatabase(t)
	into.Load(t, strings.NewReader(part))
	count := func(query string) (n int) {
		require.NoError(t, into.Open(t).QueryRow("SELECT count(*) FROM "+query).Scan(&n))
		return n
	}
	require.GreaterOrEqual(t, count("customer"), 9)
	require.Positive(t, count("rental"))
	for _, r := range []struct{ child, key, parent, id string }{
		{"rental", "inventory_id", "inventory", "inventory_id"}, {"rental", "customer_id", "customer", "customer_id"}, {"inventory", "film_id", "film", "film_id"},
		{"store", "manager_staff_id", "staff", "staff_id"}, {"staff", "store_id", "store", "store_id"}, {"customer", "address_id", "address", "address_id"}, {"address", "city_id", "city", "city_id"},
	} {
		require.Zero(t, count(r.child+" c LEFT JOIN "+r.parent+" p ON p."+r.id+" = c."+r.key+" WHERE p."+r.id+" IS NULL AND c."+r.key+" IS NOT NULL"), "%v", r)
	}
}
