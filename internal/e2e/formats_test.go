package e2e

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/charset"
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
}

var mysqlFormats = []format{
	{dump: "--skip-extended-insert"},
	{dump: "--complete-insert"},
	{dump: "--complete-insert --skip-extended-insert --skip-quote-names"},
	{dump: "--hex-blob"},
	{dump: "--replace"},
	{dump: "--insert-ignore --order-by-primary"},
	{dump: "--skip-opt"},
	{dump: "--compact", before: "SET foreign_key_checks = 0, sql_mode = '';\n"},
	{dump: "--compatible=ansi --default-character-set=utf8mb4"},
	{dump: "--databases"},
	{dump: "--routines --triggers --events --dump-date"},
	{dump: "--skip-triggers --single-transaction --quick --no-autocommit --tz-utc --flush-privileges"},
	{dump: "--skip-comments --skip-add-locks --skip-add-drop-table --skip-disable-keys --skip-set-charset --skip-tz-utc"},
	{dump: "--net-buffer-length=4096"},
	{dump: "--default-character-set=binary", load: "--default-character-set=binary"},
	{dump: "--default-character-set=cp932", load: "--default-character-set=cp932", legacy: true},
	{dump: "--default-character-set=cp932 --hex-blob --complete-insert", load: "--default-character-set=cp932", legacy: true},
	{dump: "--default-character-set=eucjpms", load: "--default-character-set=eucjpms", legacy: true},
}

var postgresFormats = []format{
	{dump: "--inserts"},
	{dump: "--column-inserts"},
	{dump: "--rows-per-insert=7"},
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

// restored dumps a store, masks the dump, restores it and gives all rows.
func restored(t *testing.T, dialect string, p *mask.Plan, raw store, f format) map[string][]string {
	t.Helper()
	dump := raw.(interface {
		Dump(testing.TB, ...string) []byte
	}).Dump(t, strings.Fields(f.dump)...)
	s := newStore(t, dialect)
	s.load(t, append([]byte(f.before), masked(t, dump, p)...), strings.Fields(f.load)...)
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
