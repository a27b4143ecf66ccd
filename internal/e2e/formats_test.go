package e2e

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/internal/dbtest"
	"github.com/migawari-dev/migawari/mask"
)

// A format is one way of dumping a database that leaves out no row.
type format struct {
	dump string // arguments of the program that dumps
	load string // arguments of the client that restores
	// legacy: the encoding lacks some of the sample's characters.
	legacy bool
	before string // what must be said before the dump, so that it loads at all
	// form: values are written in another form.
	form bool
}

var sqliteFormats = []format{
	{dump: "--newlines", form: true}, // line breaks in texts stand as they are
	{dump: "--preserve-rowids --nosys", form: true},
}

// forms are the formats of a dialect's dumps that write values differently.
func forms(dialect string) []format {
	all := []format{{}}
	for _, f := range map[string][]format{"mysql": mysqlFormats, "postgres": postgresFormats, "sqlite": sqliteFormats}[dialect] {
		if f.form || f.legacy {
			all = append(all, f)
		}
	}
	return all
}

var mysqlFormats = []format{
	{dump: "--skip-extended-insert", form: true},
	{dump: "--complete-insert"},
	{dump: "--complete-insert --skip-extended-insert --skip-quote-names"},
	{dump: "--hex-blob", form: true},
	{dump: "--replace"},
	{dump: "--insert-ignore --order-by-primary"},
	{dump: "--skip-opt"},
	{dump: "--compact", before: "SET foreign_key_checks = 0, sql_mode = '';\n"},
	{dump: "--compatible=ansi --default-character-set=utf8mb4", form: true},
	{dump: "--databases"},
	{dump: "--routines --triggers --events --dump-date"},
	{dump: "--skip-triggers --single-transaction --quick --no-autocommit --tz-utc --flush-privileges"},
	{dump: "--skip-comments --skip-add-locks --skip-add-drop-table --skip-disable-keys --skip-set-charset --skip-tz-utc"},
	{dump: "--net-buffer-length=4096"},
	{dump: "--default-character-set=binary", load: "--default-character-set=binary", form: true},
	{dump: "--default-character-set=cp932", load: "--default-character-set=cp932", legacy: true},
	{dump: "--default-character-set=cp932 --hex-blob --complete-insert", load: "--default-character-set=cp932", legacy: true},
	{dump: "--default-character-set=eucjpms", load: "--default-character-set=eucjpms", legacy: true},
}

var postgresFormats = []format{
	{dump: "--inserts", form: true},
	{dump: "--column-inserts"},
	{dump: "--rows-per-insert=7", form: true},
	{dump: "--rows-per-insert=7 --column-inserts --on-conflict-do-nothing"},
	{dump: "--inserts --on-conflict-do-nothing"},
	{dump: "--clean --if-exists"},
	{dump: "--clean --create --if-exists"},
	{dump: "--create"},
	{dump: "--no-owner --no-privileges --no-comments --no-blobs"},
	{dump: "--quote-all-identifiers --disable-dollar-quoting --use-set-session-authorization --verbose"},
	{dump: "--load-via-partition-root --disable-triggers --enable-row-security --serializable-deferrable"},
	{dump: "--schema=public --extra-float-digits=0", before: "DROP SCHEMA public;\n"},
	{dump: "--encoding=SJIS", legacy: true},
	{dump: "--encoding=SJIS --inserts", legacy: true},
	{dump: "--encoding=EUC_JP", legacy: true},
	{dump: "--encoding=EUC_JP --rows-per-insert=50", legacy: true},
	{dump: "--encoding=UTF8"},
}

// legible is a dump without the characters that some encoding of the formats
// lacks, or reads as another.
func legible(dump []byte) []byte {
	sets := []*charset.Charset{charset.Lookup("cp932"), charset.Lookup("eucjpms")}
	var out []byte
	for len(dump) > 0 {
		r, n := utf8.DecodeRune(dump)
		ok := true
		for _, s := range sets {
			code, err := s.Encode(nil, dump[:n])
			back, _ := s.Decode(nil, code)
			ok = ok && err == nil && string(back) == string(dump[:n])
		}
		if ok || r == utf8.RuneError {
			out = append(out, dump[:n]...)
		} else {
			out = append(out, "＊"...)
		}
		dump = dump[n:]
	}
	return out
}

// TestFormats dumps one database in every way, masks each dump and restores it:
// the rows are the same, byte for byte.
func TestFormats(t *testing.T) {
	p := compile(t, samplePolicy(t))
	for _, c := range []struct {
		dialect, file string
		formats       []format
	}{
		{"mysql", "mariadb.sql", mysqlFormats},
		{"postgres", "postgres.sql", postgresFormats},
	} {
		t.Run(c.dialect, func(t *testing.T) {
			raw := rawStore(t, c.dialect, sample(t, c.file))
			plain := rawStore(t, c.dialect, legible(sample(t, c.file)))
			want, wantPlain := restored(t, c.dialect, p, raw, format{}), restored(t, c.dialect, p, plain, format{})
			for _, f := range c.formats {
				t.Run(f.dump, func(t *testing.T) {
					if f.legacy {
						require.Equal(t, wantPlain, restored(t, c.dialect, p, plain, f))
						return
					}
					require.Equal(t, want, restored(t, c.dialect, p, raw, f))
				})
			}
		})
	}
}

// restored dumps a store, masks the dump, restores it and gives all rows. In
// passing, nothing of the canary may be left.
func restored(t *testing.T, dialect string, p *mask.Plan, raw store, f format) map[string][]string {
	t.Helper()
	s := newStore(t, dialect)
	out := masked(t, dumpOf(t, raw, f.dump), p)
	require.Empty(t, newFinder(canaries(t)).find(out))
	require.Negative(t, bytes.IndexByte(out, 0), "no server writes or takes a zero byte")
	s.load(t, append([]byte(f.before), out...), strings.Fields(f.load)...)
	return everything(t, s)
}

// TestFormatsOfServers dumps a whole server, with two databases of ours, and
// restores each under the name that the policy gives it. Nothing of the server's
// own comes along.
func TestFormatsOfServers(t *testing.T) {
	policy := samplePolicy(t)
	policy.Databases = map[string]string{"classpad": "dev_a", "archive": "dev_b"}
	p := compile(t, policy)
	for _, c := range []struct {
		dialect, file string
		server        func(testing.TB) *dbtest.Server
		commands      []string
		// not are words of what must not come along.
		not []string
	}{
		{"mysql", "mariadb.sql", dbtest.MariaDB, []string{
			"mariadb-dump --databases classpad archive",
			"mariadb-dump --databases --add-drop-database --hex-blob archive classpad",
			"mariadb-dump --all-databases --routines --events --flush-privileges",
			"mariadb-dump --all-databases --system=timezones --insert-ignore --default-character-set=binary",
		}, []string{"global_priv", "CREATE DATABASE", "DROP DATABASE", "FLUSH", "CREATE USER", "GRANT", "kurosawa"}},
		{"postgres", "postgres.sql", dbtest.Postgres, []string{
			"pg_dumpall",
			"pg_dumpall --clean --if-exists --inserts",
			"pg_dumpall --no-role-passwords --column-inserts --rows-per-insert=100",
		}, []string{"CREATE ROLE", "ALTER ROLE", "DROP ROLE", "CREATE DATABASE", "DROP DATABASE", "kurosawa"}},
	} {
		t.Run(c.dialect, func(t *testing.T) {
			server := c.server(t)
			t.Run("accounts", func(t *testing.T) { rawStore(t, c.dialect, nil) })
			var want map[string][]string
			for _, name := range []string{"classpad", "archive"} {
				db := server.NamedDatabase(t, name)
				db.Load(t, bytes.NewReader(sample(t, c.file)))
				t.Run(name, func(t *testing.T) { // its databases are gone after it
					want = restored(t, c.dialect, compile(t, samplePolicy(t)), openStore(t, c.dialect, db), format{})
				})
			}
			for _, command := range c.commands {
				t.Run(command, func(t *testing.T) {
					words := strings.Fields(command)
					cmd := server.Command(t, words[0], words[1:]...)
					cmd.Stderr = os.Stderr
					dump, err := cmd.Output()
					require.NoError(t, err)
					a, b := server.NamedDatabase(t, "dev_a"), server.NamedDatabase(t, "dev_b")
					out := masked(t, dump, p)
					for _, word := range c.not {
						require.False(t, bytes.Contains(out, []byte(word)), word)
					}
					a.Load(t, bytes.NewReader(out))
					require.Equal(t, want, everything(t, openStore(t, c.dialect, a)))
					require.Equal(t, want, everything(t, openStore(t, c.dialect, b)))
				})
			}
		})
	}
}

// TestDialectsAgree restores the sample, masked, from dumps of three servers: a
// value has the same fake in each, however they spell it.
func TestDialectsAgree(t *testing.T) {
	p := compile(t, samplePolicy(t))
	stores := map[string]store{}
	for _, d := range sampleDumps {
		if d.file != "mariadb-cp932.sql" && d.file != "postgres-inserts.sql" {
			stores[d.dialect] = newStore(t, d.dialect)
			stores[d.dialect].load(t, masked(t, sample(t, d.file), p))
		}
	}
	// differ are columns whose originals differ, or what their fakes hang on.
	differ := map[string]string{
		"notes.body":    "the sqlite3 shell reads CR LF in a script as LF",
		"classes.label": "no person: keyed by the primary key, which pg_dump tells behind the rows, or the whole row",
	}
	// spelling makes one spelling of those of the servers.
	spelling := regexp.MustCompile(`^(true)$|^(false)$|^\{(.*)\}$|^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\+00$|^([0-9a-f.:]+)/(?:32|128)$`)
	values := func(s store, table, column string) []string {
		var out []string
		for _, r := range contents(t, s, table, []string{column}) {
			if r[0] == nil {
				out = append(out, "NULL")
				continue
			}
			var object map[string]any
			if json.Unmarshal([]byte(*r[0]), &object) == nil { // jsonb has an order of its own
				text, err := json.Marshal(object)
				require.NoError(t, err)
				out = append(out, string(text))
				continue
			}
			out = append(out, strings.NewReplacer("true", "1", "false", "0").Replace(spelling.ReplaceAllString(*r[0], "$1$2$3$4$5")))
		}
		return out
	}
	for table, columns := range stores["sqlite"].columns(t) {
		for _, column := range columns {
			if differ[table+"."+column] != "" {
				continue
			}
			want := values(stores["sqlite"], table, column)
			for _, other := range []string{"mysql", "postgres"} {
				require.Equal(t, want, values(stores[other], table, column), "%s %s.%s", other, table, column)
			}
		}
	}
}

// TestParts masks dumps that hold a part of the database: the rows are those of
// a dump of the whole.
func TestParts(t *testing.T) {
	p := compile(t, samplePolicy(t))
	for _, c := range []struct {
		dialect, file string
		parts         []part
	}{
		{"mysql", "mariadb.sql", []part{
			{dump: "--no-create-info", ddl: "--no-data"},
			{dump: "--no-create-info --complete-insert --skip-triggers", ddl: "--no-data --skip-triggers"},
			{dump: "--no-create-info --complete-insert --hex-blob"},
			{dump: "--where=id<30"},
			{dump: "--where=id%3=1 --skip-extended-insert"},
			{dump: "--ignore-table=DB.notes --ignore-table=DB.sessions", partial: true},
		}},
		{"postgres", "postgres.sql", []part{
			{dump: "--data-only", ddl: "--schema-only"},
			{dump: "--data-only --inserts", ddl: "--schema-only"},
			{dump: "--data-only --column-inserts", ddl: "--schema-only"},
			{dump: "--table=students --table=teachers", ddl: "--schema-only", partial: true},
			{dump: "--exclude-table-data=notes --exclude-table=sessions", partial: true},
			{dump: "--section=data", ddl: "--section=pre-data"},
		}},
	} {
		t.Run(c.dialect, func(t *testing.T) {
			raw := rawStore(t, c.dialect, sample(t, c.file))
			d := dialect(t, c.dialect)
			whole := map[string]dialecttest.Record{}
			for table, records := range dialecttest.Records(t, d, masked(t, dumpOf(t, raw, ""), p), dialects.ScanOptions{}) {
				for _, r := range records {
					whole[fmt.Sprint(table, r["id"])] = r
				}
			}
			for _, part := range c.parts {
				t.Run(part.dump, func(t *testing.T) {
					var o dialects.ScanOptions
					if part.ddl != "" {
						o.Schema = declared(t, d, dumpOf(t, raw, part.ddl))
					}
					opts := []mask.Option{mask.Scan(o)}
					if part.partial {
						opts = append(opts, mask.Partial())
					}
					rows := 0
					for table, records := range dialecttest.Records(t, d, masked(t, dumpOf(t, raw, part.dump), p, opts...), o) {
						for _, r := range records {
							want := maps.Clone(whole[fmt.Sprint(table, r["id"])])
							if strings.HasSuffix(table, "classes") {
								delete(want, "label") // see TestDialectsAgree
								delete(r, "label")
							}
							require.Equal(t, want, r, table)
							rows++
						}
					}
					require.Greater(t, rows, 80)
				})
			}
		})
	}
}

// A part is a way of dumping some rows of a database.
type part struct {
	dump    string
	ddl     string // dumps the DDL that is given apart
	partial bool   // tables that the policy names are not there
}

// dumpOf dumps a store; DB stands for the name of its database.
func dumpOf(t *testing.T, s store, args string) []byte {
	t.Helper()
	var db *dbtest.Database
	switch s := s.(type) {
	case mysqlStore:
		db = s.Database
	case postgresStore:
		db = s.Database
	case sqliteStore:
		return s.Query(t, ".dump "+args)
	}
	return db.Dump(t, strings.Fields(strings.ReplaceAll(args, "DB", db.Name))...)
}

// declared gives what DDL declares.
func declared(t *testing.T, d dialects.Dialect, ddl []byte) *schema.Schema {
	t.Helper()
	s := d.NewScanner(bytes.NewReader(ddl), dialects.ScanOptions{})
	var c dialects.Chunk
	for {
		err := s.Scan(&c)
		if errors.Is(err, io.EOF) {
			return s.Schema()
		}
		require.NoError(t, err)
	}
}
