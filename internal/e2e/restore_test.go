package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/internal/dbtest"
	"github.com/migawari-dev/migawari/mask"
)

// A sampleDump is a dump of the sample, and what its client must be told.
type sampleDump struct {
	file    string
	dialect string
	load    []string
}

var sampleDumps = []sampleDump{
	{"mariadb.sql", "mysql", nil},
	{"mariadb-cp932.sql", "mysql", []string{"--default-character-set=cp932"}},
	{"postgres.sql", "postgres", nil},
	{"postgres-inserts.sql", "postgres", nil},
	{"sqlite.sql", "sqlite", nil},
}

// rawStore restores a raw dump of the sample, with the accounts that it names.
func rawStore(t testing.TB, dialect string, dump []byte, args ...string) store {
	t.Helper()
	switch dialect {
	case "mysql":
		dbtest.MariaDB(t).Exec(t, "CREATE USER IF NOT EXISTS kurosawa_dba@localhost", "GRANT ALL ON *.* TO kurosawa_dba@localhost")
	case "postgres":
		dbtest.Postgres(t).Exec(t, "DO $$ BEGIN CREATE ROLE kurosawa_dba; CREATE ROLE classpad_app; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
	}
	s := newStore(t, dialect)
	s.load(t, dump, args...)
	return s
}

// valueJoins hold in the sample by values that are masked: the same fakes must
// stand on both sides.
var valueJoins = []string{
	"students s JOIN accounts a ON a.id = s.account_id AND a.login_id = s.student_no",
	"students s JOIN accounts a ON a.id = s.account_id AND lower(a.email) = lower(s.email)",
	"classes c JOIN teachers t ON t.id = c.homeroom_teacher_id AND replace(t.name, ' ', '') = replace(c.owner_name, ' ', '')",
	"notes n JOIN teachers t ON t.id = n.teacher_id AND replace(t.name, ' ', '') = replace(n.teacher_name, ' ', '')",
	"orders o JOIN guardians g ON g.id = o.guardian_id AND g.name = o.buyer_name",
	"orders o JOIN guardians g ON g.id = o.guardian_id AND g.address = o.address",
	"students a JOIN students b ON a.id < b.id AND a.phone = b.phone",
	"students a JOIN students b ON a.id < b.id AND a.family_id = b.family_id AND a.family_name = b.family_name",
	"students s JOIN guardians g ON s.family_id = g.family_id AND s.address = g.address AND s.postal_code = g.postal_code",
	"students s JOIN guardians g ON s.family_id = g.family_id AND s.phone = g.phone",
	// Two pupils of one name are two persons, who get two names.
	"class_list v WHERE EXISTS (SELECT 1 FROM students s WHERE s.full_name = v.full_name AND s.name_kana = v.name_kana)",
}

// TestRestore loads the sample, raw and masked, into the real servers with their
// own clients, which stop at the first error: the same tables, rows, joins and
// constraints, and what the policy keeps is equal.
func TestRestore(t *testing.T) {
	p := compile(t, samplePolicy(t))
	for _, d := range sampleDumps {
		t.Run(d.file, func(t *testing.T) {
			raw, dev := rawStore(t, d.dialect, sample(t, d.file), d.load...), newStore(t, d.dialect)
			out := masked(t, sample(t, d.file), p)
			require.NotContains(t, string(out), "kurosawa_dba", "accounts, owners and grants are neutral")
			dev.load(t, out, d.load...)

			compareRestored(t, raw, dev)
		})
	}
}

// compareRestored holds a masked copy of the sample against the sample.
func compareRestored(t *testing.T, raw, dev store) {
	tables := raw.columns(t)
	require.Equal(t, tables, dev.columns(t))
	require.Equal(t, raw.parts(t), dev.parts(t))
	require.Len(t, tables, 13)
	for table := range tables {
		want := count(t, raw, "SELECT count(*) FROM "+table)
		require.NotEqual(t, "0", want, table)
		if table == "access_logs" {
			want = "0"
		}
		require.Equal(t, want, count(t, dev, "SELECT count(*) FROM "+table), table)
	}

	keys := raw.foreignKeys(t)
	require.Len(t, keys, 16)
	require.Equal(t, keys, dev.foreignKeys(t))
	for _, k := range keys {
		table, column, to, id := *k[0], *k[1], *k[2], *k[3]
		joined := fmt.Sprintf("SELECT count(*) FROM %s c JOIN %s p ON c.%s = p.%s", table, to, column, id)
		require.Equal(t, count(t, raw, joined), count(t, dev, joined), joined)
		orphans := fmt.Sprintf("SELECT count(*) FROM %s c WHERE %s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %s p WHERE c.%s = p.%s)", table, column, to, column, id)
		require.Equal(t, "0", count(t, dev, orphans), orphans)
	}
	for _, join := range valueJoins {
		want := count(t, raw, "SELECT count(*) FROM "+join)
		require.NotEqual(t, "0", want, join)
		require.Equal(t, want, count(t, dev, "SELECT count(*) FROM "+join), join)
	}

	compareColumns(t, raw, dev)
}

// byChance are columns of few possible values: a fake can be the value itself.
var byChance = map[string]string{
	"accounts.name":       "one digit",
	"orders.buyer_name":   "one digit",
	"accounts.country":    "one of four",
	"accounts.profile":    "an object that is empty anyway",
	"students.birth_date": "the first day of a school year",
	"students.gender":     "one of two",
}

// compareColumns holds that what the policy keeps is equal, and nothing else.
func compareColumns(t *testing.T, raw, dev store) {
	columns := raw.columns(t)
	for _, table := range samplePolicy(t).Tables {
		if table.Drop {
			continue
		}
		kept := columns[table.Pattern]
		var changed []string
		if !table.Keep {
			kept = nil
		}
		for _, c := range table.Columns {
			if len(c.Arms) == 1 && c.Arms[0].Rule.Mask == mask.Keep {
				kept = append(kept, c.Name)
			} else {
				changed = append(changed, c.Name)
			}
		}
		require.NotEmpty(t, kept, table.Pattern)
		require.Equal(t, contents(t, raw, table.Pattern, kept), contents(t, dev, table.Pattern, kept), table.Pattern)
		if changed == nil {
			continue
		}
		a, b := contents(t, raw, table.Pattern, changed), contents(t, dev, table.Pattern, changed)
		for i := range a {
			for k, c := range changed {
				was, is := a[i][k], b[i][k]
				if was == nil || *was == "" {
					require.Equal(t, was, is, "%s.%s: NULL and empty stay", table.Pattern, c)
				} else if byChance[table.Pattern+"."+c] == "" && is != nil {
					require.NotEqual(t, *was, *is, "%s.%s", table.Pattern, c)
				}
			}
		}
	}
}

// TestRestoreStartsNothing: the event is there and disabled, and who restored
// the dump owns everything.
func TestRestoreStartsNothing(t *testing.T) {
	dev := newStore(t, "mysql")
	dev.load(t, masked(t, sample(t, "mariadb.sql"), compile(t, samplePolicy(t))))
	me := count(t, dev, "SELECT current_user()")
	for _, c := range []struct{ want, query string }{
		{"DISABLED", "SELECT status FROM information_schema.events WHERE event_schema = database()"},
		{me, "SELECT definer FROM information_schema.events WHERE event_schema = database()"},
		{me, "SELECT definer FROM information_schema.views WHERE table_schema = database()"},
		{me, "SELECT definer FROM information_schema.triggers WHERE trigger_schema = database()"},
		{me, "SELECT definer FROM information_schema.routines WHERE routine_schema = database()"},
	} {
		require.Equal(t, c.want, count(t, dev, c.query), c.query)
	}
	dev = newStore(t, "postgres")
	dev.load(t, masked(t, sample(t, "postgres.sql"), compile(t, samplePolicy(t))))
	require.Equal(t, "0", count(t, dev, "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relowner <> current_user::regrole"))
	require.Equal(t, "0", count(t, dev, "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relacl IS NOT NULL"))
	require.Equal(t, "0", count(t, dev, "SELECT count(*) FROM pg_largeobject_metadata"))
}

// TestRestoreRowsLeftOut leaves rows out of the middle, the beginning and the
// end of statements of many rows; what stays loads.
func TestRestoreRowsLeftOut(t *testing.T) {
	conditions := map[string]string{ // the words of the policy are SQL here
		"notes":       "id < 5 or id > 30 and not (account_id in [3, 7])",
		"licences":    "id == 7",
		"sessions":    "id > 1000000",
		"documents":   "title == '指導要録の写し' and id > 2",
		"access_logs": "account_id == nil or id >= 20",
	}
	policy := samplePolicy(t)
	for table, condition := range conditions {
		i := slices.IndexFunc(policy.Tables, func(x mask.Table) bool { return x.Pattern == table })
		only := parse(t, "version: 1\ntables: {t: {rows: {where: \""+condition+"\"}, columns: {'*': keep}}}")
		policy.Tables[i].Where = only.Tables[0].Where
		if policy.Tables[i].Drop {
			policy.Tables[i].Drop, policy.Tables[i].Columns = false, only.Tables[0].Columns
		}
	}
	p := compile(t, policy)
	asSQL := strings.NewReplacer("account_id == nil", "account_id IS NULL", "==", "=", "[", "(", "]", ")")
	for _, d := range sampleDumps {
		t.Run(d.file, func(t *testing.T) {
			raw, dev := rawStore(t, d.dialect, sample(t, d.file), d.load...), newStore(t, d.dialect)
			dev.load(t, masked(t, sample(t, d.file), p), d.load...)
			left := 0
			for table, condition := range conditions {
				ids := raw.query(t, "SELECT id FROM "+table+" WHERE "+asSQL.Replace(condition)+" ORDER BY id")
				require.Equal(t, ids, dev.query(t, "SELECT id FROM "+table+" ORDER BY id"), table)
				left += len(ids)
			}
			require.Greater(t, left, 20)
			for table := range raw.columns(t) {
				if conditions[table] == "" {
					require.Equal(t, count(t, raw, "SELECT count(*) FROM "+table), count(t, dev, "SELECT count(*) FROM "+table), table)
				}
			}
		})
	}
}
