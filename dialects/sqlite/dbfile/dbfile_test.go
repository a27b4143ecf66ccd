package dbfile_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/dialects/sqlite/dbfile"
	"github.com/migawari-dev/migawari/mask"
)

// shell runs the sqlite3 shell on a file.
func shell(t testing.TB, path, script string) string {
	t.Helper()
	if _, err := exec.LookPath("sqlite3"); err != nil {
		t.Skip("there is no sqlite3 here")
	}
	cmd := exec.Command("sqlite3", "-bail", path)
	cmd.Stdin = strings.NewReader(script)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return string(out)
}

// made makes a database file by the shell.
func made(t testing.TB, script string) string {
	path := filepath.Join(t.TempDir(), "app#1 %41.db")
	shell(t, path, script)
	return path
}

func text(t testing.TB, path string) string {
	f, err := dbfile.Open(path)
	require.NoError(t, err)
	r := f.Text()
	defer r.Close()
	b, err := io.ReadAll(r)
	require.NoError(t, err)
	return string(b)
}

// built runs a text in a new file.
func built(t testing.TB, text string) (string, error) {
	path := filepath.Join(t.TempDir(), "new.db")
	b, err := dbfile.Create(path)
	require.NoError(t, err)
	_, err = io.WriteString(b, text)
	if e := b.Close(); err == nil {
		err = e
	}
	return path, err
}

// alone holds that nothing lies beside a file.
func alone(t testing.TB, path string) {
	entries, err := os.ReadDir(filepath.Dir(path))
	require.NoError(t, err)
	require.Len(t, entries, 1, "%v", entries)
}

// schemas are databases with something of each kind in them.
var schemas = map[string]string{
	"values": `CREATE TABLE t (v, i INTEGER, r REAL, s TEXT, b BLOB, d DATETIME, o BOOLEAN, n NUMERIC);
		INSERT INTO t VALUES (NULL,1,2,'x',x'00ff','2020-01-02 03:04:05',1,1.5), (-9223372036854775808,9223372036854775807,1e300,'O''Brien',x'','2020-01-02T03:04:05Z',0,'abc'),
		(1e999,-1e999,0.1,'','', 1577934245,'true',1e3),('a'||char(10)||'b'||char(13)||'\',3.7,-0.0,CAST(x'fe' AS TEXT),'text',NULL,NULL,12345678901234567890),
		('-- /* ; ''',.1+.2,1e15,'髙﨑👩','go','2020','yes',''),(char(13)||char(10)||'go'||char(10)||'/'||char(10),5e-324,123456789.0,'x','y','z',2,3);`,
	"names": `CREATE TABLE "select" ("from" TEXT, "a""b" TEXT, [c d] TEXT, 'e''f' INT); INSERT INTO "select" VALUES ('a','b','c',4);
		CREATE TABLE 'it''s' (x); INSERT INTO 'it''s' VALUES (1); CREATE TABLE 表 (名 TEXT); INSERT INTO 表 VALUES ('x');`,
	"counters": `CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, v TEXT); INSERT INTO a(v) VALUES ('x'),('y'),('z'); DELETE FROM a WHERE id > 1;
		CREATE TABLE b (id INTEGER PRIMARY KEY AUTOINCREMENT); CREATE TABLE c (x);`,
	"kinds": `CREATE TABLE w (a TEXT, b INT, PRIMARY KEY (b, a)) WITHOUT ROWID; INSERT INTO w VALUES ('x',2),('y',1);
		CREATE TABLE s (a INTEGER PRIMARY KEY, b TEXT NOT NULL, c ANY) STRICT; INSERT INTO s VALUES (5,'x',1.5),(2,'y','1');
		CREATE TABLE g (a INT, b INT AS (a*2) STORED, c TEXT, d TEXT GENERATED ALWAYS AS (c || a) VIRTUAL); INSERT INTO g VALUES (1,'x'),(2,'y');`,
	"objects": `CREATE TABLE p (id INTEGER PRIMARY KEY, v TEXT COLLATE NOCASE UNIQUE, CHECK (v <> 'no')); CREATE TABLE q (p REFERENCES p(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, v DEFAULT 'it''s');
		INSERT INTO q VALUES (1,'x'),(7,'y'); INSERT INTO p VALUES (1,'a');
		CREATE TRIGGER tr AFTER INSERT ON p BEGIN INSERT INTO q VALUES (new.id, 'from; trigger'); DELETE FROM q WHERE v = 'never'; END;
		CREATE VIEW vw AS SELECT v FROM p; CREATE TRIGGER tv INSTEAD OF INSERT ON vw BEGIN SELECT 1; END;
		CREATE INDEX ix ON q(v) WHERE v IS NOT NULL; CREATE UNIQUE INDEX ux ON q(lower(v), p DESC); CREATE VIEW v2 AS SELECT * FROM vw;`,
	"comments": "CREATE TABLE c (a INT, -- the first\n b INT /* the second */\n); INSERT INTO c VALUES (1,2); CREATE VIEW cv AS SELECT 1 -- one\n; CREATE VIEW dv AS SELECT 2 /* two */;",
	"altered":  `CREATE TABLE a (x TEXT); INSERT INTO a VALUES ('1'); ALTER TABLE a ADD COLUMN y INT DEFAULT 5; ALTER TABLE a RENAME COLUMN x TO z; ALTER TABLE a RENAME TO "b c"; INSERT INTO "b c" VALUES ('2',NULL);`,
	"settings": `PRAGMA page_size=8192; PRAGMA encoding='UTF-16le'; PRAGMA auto_vacuum=2; PRAGMA application_id=-252; PRAGMA user_version=42; CREATE TABLE a (x TEXT); INSERT INTO a VALUES ('髙﨑👩');`,
	"wal":      `PRAGMA journal_mode=wal; CREATE TABLE a (x TEXT); INSERT INTO a VALUES ('x');`,
	"analyzed": `CREATE TABLE a (x TEXT); CREATE INDEX i ON a(x); INSERT INTO a VALUES ('x'),('y'); ANALYZE;`,
	"fulltext": `CREATE VIRTUAL TABLE f5 USING fts5(title, body); INSERT INTO f5 VALUES ('one','the quick brown fox'),('two','jumps over');
		CREATE VIRTUAL TABLE f4 USING fts4(body); INSERT INTO f4 VALUES ('lazy dog'); CREATE VIRTUAL TABLE r USING rtree(id, x0, x1); INSERT INTO r VALUES (1, 2, 3);
		CREATE TABLE content (id INTEGER PRIMARY KEY, body TEXT); INSERT INTO content VALUES (7, 'red fox'); CREATE VIRTUAL TABLE fx USING fts5(body, content=content, content_rowid=id); INSERT INTO fx(fx) VALUES ('rebuild');`,
	"order": `CREATE TABLE a (x TEXT); CREATE VIRTUAL TABLE f USING fts5(t); INSERT INTO f VALUES ('x'); CREATE TABLE z (x TEXT); CREATE INDEX i ON a(x); INSERT INTO a VALUES ('x'); ANALYZE;`,
	"empty": `CREATE TABLE a (x); DROP TABLE a;`,
}

// TestSame takes a file through text into another file: for the shell they hold the same.
func TestSame(t *testing.T) {
	for name, script := range schemas {
		t.Run(name, func(t *testing.T) {
			path := made(t, script)
			before, err := os.ReadFile(path)
			require.NoError(t, err)
			dump := text(t, path)
			after, err := os.ReadFile(path)
			require.NoError(t, err)
			require.True(t, bytes.Equal(before, after))
			alone(t, path)

			copied, err := built(t, dump)
			require.NoError(t, err)
			alone(t, copied)
			require.Equal(t, dump, text(t, copied))
			require.Equal(t, shell(t, path, ".dump"), shell(t, copied, ".dump"))
			const settings = "PRAGMA page_size; PRAGMA encoding; PRAGMA auto_vacuum; PRAGMA application_id; PRAGMA user_version; PRAGMA journal_mode; PRAGMA integrity_check;"
			require.Equal(t, shell(t, path, settings), shell(t, copied, settings))
			require.Equal(t, "0\n", shell(t, copied, "PRAGMA freelist_count;"))
		})
	}
}

// TestShellRunsText has the shell run the text, since it is what is written to a pipe.
func TestShellRunsText(t *testing.T) {
	for name, script := range schemas {
		path := made(t, script)
		other := filepath.Join(t.TempDir(), "other.db")
		shell(t, other, text(t, path))
		require.Equal(t, shell(t, path, ".dump"), shell(t, other, ".dump"), name)
	}
}

// TestEngine takes the text through the engine, keeping all.
func TestEngine(t *testing.T) {
	plan, err := mask.Compile(&mask.Policy{DDL: mask.KeepDDL, Tables: []mask.Table{{Pattern: "*", Keep: true}}}, mask.EphemeralKey(), nil)
	require.NoError(t, err)
	for name, script := range schemas {
		dump := text(t, made(t, script))
		var out bytes.Buffer
		_, err := mask.Copy(context.Background(), &out, strings.NewReader(dump), sqlite.Dialect, plan)
		require.NoError(t, err, name)
		require.Equal(t, dump, out.String(), name)
		require.Equal(t, dialects.Sure, sqlite.Dialect.Evidence([]byte(dump)))
	}
}

// TestNothingLeft holds that what was deleted in the old file is not in the new one.
func TestNothingLeft(t *testing.T) {
	path := made(t, "PRAGMA secure_delete=OFF; CREATE TABLE a (x TEXT); INSERT INTO a VALUES ('canary'),('stays'); DELETE FROM a WHERE x = 'canary'; CREATE TABLE b AS SELECT 'canary2' AS c; DROP TABLE b;")
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Contains(t, string(raw), "canary")
	copied, err := built(t, text(t, path))
	require.NoError(t, err)
	raw, err = os.ReadFile(copied)
	require.NoError(t, err)
	require.NotContains(t, string(raw), "canary")
	require.Contains(t, string(raw), "stays")
}

// TestIndexes masks the text of full-text indexes: their words are those of the new text.
func TestIndexes(t *testing.T) {
	dump := text(t, made(t, schemas["fulltext"]))
	dump = strings.NewReplacer("'the quick brown fox'", "'a zebra'", "'red fox'", "'zebra'").Replace(dump)
	copied, err := built(t, dump)
	require.NoError(t, err)
	for _, index := range []string{"f5", "fx"} {
		require.Equal(t, "0\n1\n", shell(t, copied, "SELECT count(*) FROM "+index+" WHERE "+index+" MATCH 'fox OR dog'; SELECT count(*) FROM "+index+" WHERE "+index+" MATCH 'zebra';"), index)
	}
	require.Equal(t, "ok\n0\n", shell(t, copied, "PRAGMA integrity_check; PRAGMA freelist_count;"))
	raw, err := os.ReadFile(copied)
	require.NoError(t, err)
	for _, word := range []string{"quick", "brown"} {
		require.NotContains(t, string(raw), word)
	}
}

// TestNotFinished stops at what is not in the file itself.
func TestNotFinished(t *testing.T) {
	path := made(t, schemas["values"])
	for _, c := range []struct {
		beside string
		data   string
		want   error
	}{
		{"-wal", "canary", dbfile.ErrLog},
		{"-wal", "", nil},
		{"-journal", "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7rest", dbfile.ErrJournal},
		{"-journal", "\x00\x00\x00\x00\x00\x00\x00\x00rest", nil},
		{"-journal", "", nil},
	} {
		require.NoError(t, os.WriteFile(path+c.beside, []byte(c.data), 0o600))
		_, err := dbfile.Open(path)
		require.Equal(t, c.want, err)
		link := filepath.Join(t.TempDir(), "link")
		require.NoError(t, os.Symlink(path, link))
		_, err = dbfile.Open(link)
		require.Equal(t, c.want, err)
		require.NoError(t, os.Remove(path+c.beside))
	}
}

// TestChanged changes a file while it is read.
func TestChanged(t *testing.T) {
	path := made(t, "PRAGMA journal_mode=wal; CREATE TABLE a (x TEXT); INSERT INTO a VALUES (hex(zeroblob(2000000)));")
	f, err := dbfile.Open(path)
	require.NoError(t, err)
	r := f.Text()
	defer r.Close()
	_, err = io.ReadFull(r, make([]byte, 100))
	require.NoError(t, err)
	shell(t, path, "INSERT INTO a VALUES ('more');")
	_, err = io.Copy(io.Discard, r)
	require.ErrorIs(t, err, dbfile.ErrChanged)
}

// TestDamaged overwrites parts of a file: it stops or reads, and shows nothing.
func TestDamaged(t *testing.T) {
	whole, err := os.ReadFile(made(t, "CREATE TABLE canary (x TEXT PRIMARY KEY); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<2000) INSERT INTO canary SELECT 'canary'||i FROM n; CREATE VIEW v AS SELECT x FROM canary;"))
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "damaged.db")
	r := rand.New(rand.NewPCG(1, 2))
	stopped := 0
	for i := range 60 {
		b := bytes.Clone(whole)
		for range 50 {
			b[100+r.IntN(len(b)-100)] = byte(r.Uint32())
		}
		if i%3 == 0 {
			b = b[:r.IntN(len(b))]
		}
		require.NoError(t, os.WriteFile(path, b, 0o600))
		f, err := dbfile.Open(path)
		if err == nil {
			text := f.Text()
			_, err = io.Copy(io.Discard, text)
			require.NoError(t, text.Close())
		}
		if err != nil {
			stopped++
			require.NotContains(t, err.Error(), "canary")
			_, ours := errors.AsType[*dbfile.Error](err)
			require.True(t, ours, "%v", err)
		}
	}
	require.Greater(t, stopped, 20)
}

// TestRefused runs texts that fail. No error shows a byte of them.
func TestRefused(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"CREATE TABLE a (x UNIQUE);\nINSERT INTO a VALUES ('canary'),('canary');\n", "line 2 (byte 27): inserting rows: a value that is UNIQUE is there twice, code 2067"},
		{"CREATE TABLE a (x);\nCREATE INDEX i ON a(canary);\n", "line 2 (byte 20): running a statement: Generic error (SQLITE_ERROR), code 1"},
		{"CREATE TABLE a (x);\nATTACH 'canary' AS b;", "line 2 (byte 20): statement of unknown kind"},
		{"CREATE TABLE a (x);\nINSERT INTO a VALUES (canary());\n", "line 2 (byte 20): inserting rows: Generic error (SQLITE_ERROR), code 1"},
		{"BEGIN;\nCREATE TABLE a (x);INSERT INTO a VALUES (1);", "the end mark"},
		{"CREATE TABLE a (x);INSERT INTO a VALUES (1", "input ends inside"},
		{"CREATE TABLE a (x);\nINSERT INTO a VALUES (load_extension('canary'));", "code 1"},
	} {
		_, err := built(t, c.text)
		require.ErrorContains(t, err, c.want)
		require.NotContains(t, err.Error(), "canary")
	}
}

// TestLongInsert runs rows of one statement in parts.
func TestLongInsert(t *testing.T) {
	var b strings.Builder
	b.WriteString("CREATE TABLE a (x INT, y TEXT);\nINSERT INTO a (x,y) VALUES\n")
	for i := range 40_000 {
		if i > 0 {
			b.WriteString(",\n")
		}
		b.WriteString("(1,'" + strings.Repeat("x", 100) + "')")
	}
	path, err := built(t, b.String()+";\n")
	require.NoError(t, err)
	require.Equal(t, "40000|40000\n", shell(t, path, "SELECT count(*), sum(x) FROM a;"))
	_, err = built(t, b.String()+" ON CONFLICT DO NOTHING;\n")
	require.ErrorIs(t, err, dbfile.ErrLong)
}

// TestDiscard leaves off in the middle.
func TestDiscard(t *testing.T) {
	b, err := dbfile.Create(filepath.Join(t.TempDir(), "new.db"))
	require.NoError(t, err)
	_, err = io.WriteString(b, "CREATE TABLE a (x);INSERT INTO a VA")
	require.NoError(t, err)
	b.Discard()
	f, err := dbfile.Open(made(t, schemas["values"]))
	require.NoError(t, err)
	require.NoError(t, f.Text().Close())
}
