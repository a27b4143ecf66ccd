package e2e

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/partial"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/postgres/pgarchive"
	"github.com/migawari-dev/migawari/internal/dbtest"
	"github.com/migawari-dev/migawari/mask"
)

// archiveKinds are the archives that pg_dump writes, and how pg_restore takes them.
var archiveKinds = []struct {
	name          string
	dump, restore []string
}{
	{"custom", []string{"-Fc"}, []string{"-j2"}},
	{"custom-none", []string{"-Fc", "-Z0"}, []string{"-j2"}},
	{"directory", []string{"-Fd", "-j2"}, []string{"-j2"}},
	{"directory-none", []string{"-Fd", "-Z0"}, nil},
	{"tar", []string{"-Ft"}, nil},
}

// program runs a program of the server and gives what it prints.
func program(t testing.TB, stdin io.Reader, name string, args ...string) []byte {
	t.Helper()
	cmd := dbtest.Postgres(t).Command(t, name, args...)
	cmd.Stdin = stdin
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	require.NoError(t, cmd.Run(), "%s %v: %s", name, args, &errs)
	return out.Bytes()
}

// openArchive opens an archive, whatever its kind.
func openArchive(t testing.TB, path string) *pgarchive.Archive {
	t.Helper()
	info, err := os.Stat(path)
	require.NoError(t, err)
	var a *pgarchive.Archive
	if info.IsDir() {
		a, err = pgarchive.OpenDirectory(path)
	} else {
		var f *os.File
		f, err = os.Open(path)
		require.NoError(t, err)
		t.Cleanup(func() { _ = f.Close() })
		a, err = pgarchive.Open(f)
	}
	require.NoError(t, err)
	t.Cleanup(func() { _ = a.Close() })
	return a
}

// maskArchive masks an archive into another of its kind.
func maskArchive(t testing.TB, in, out string, p *mask.Plan) {
	t.Helper()
	maskEntries(t, openArchive(t, in), out, p)
}

// maskEntries masks what of an archive is to be written.
func maskEntries(t testing.TB, a *pgarchive.Archive, out string, p *mask.Plan, opts ...mask.Option) *mask.Audit {
	t.Helper()
	c := a.NewContents(p.DDL() == mask.SafeDDL)
	_, err := mask.Copy(t.Context(), c, a.Definitions(), postgres.Dialect, p, mask.Marked(a.Marker()), mask.Rowless())
	require.NoError(t, err)
	var w io.WriteCloser
	if a.Kind() == pgarchive.Directory {
		d, err2 := partial.Begin(out, a.Run(""))
		require.NoError(t, err2)
		defer func() { require.NoError(t, d.Commit()) }()
		w, err = c.Directory(d)
	} else {
		f, err2 := os.Create(out)
		require.NoError(t, err2)
		defer func() { require.NoError(t, f.Close()) }()
		w, err = c.Archive(f)
	}
	require.NoError(t, err)
	audit, err := mask.Copy(t.Context(), w, a.Text(), postgres.Dialect, p, append(opts, mask.Marked(a.Marker()))...)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return audit
}

// unpackedArchive gives all that an archive holds: its files as they are, and its text.
func unpackedArchive(t testing.TB, path string) []byte {
	t.Helper()
	var all []byte
	require.NoError(t, filepath.WalkDir(path, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			all = append(all, readFile(t, path)...)
		}
		return err
	}))
	text, err := io.ReadAll(openArchive(t, path).Text())
	require.NoError(t, err)
	return append(all, text...)
}

// TestArchives dumps the sample with pg_dump in each kind of archive, masks it, and restores
// it with pg_restore: what holds for plain text holds for archives.
func TestArchives(t *testing.T) {
	p := compile(t, samplePolicy(t))
	raw := rawStore(t, "postgres", sample(t, "postgres.sql"))
	source := raw.(postgresStore).Database
	f := newFinder(canaries(t))
	for _, k := range archiveKinds {
		t.Run(k.name, func(t *testing.T) {
			dir := t.TempDir()
			in, out := filepath.Join(dir, "raw"), filepath.Join(dir, "dev")
			program(t, nil, "pg_dump", slices.Concat(k.dump, []string{"-f", in, source.Name})...)
			found := f.find(unpackedArchive(t, in))
			for _, c := range canaries(t) {
				require.NotEmpty(t, found[c], "the finder must find %s in the raw archive", c)
			}
			maskArchive(t, in, out, p)
			all := unpackedArchive(t, out)
			require.Empty(t, f.find(all))
			require.NotContains(t, string(all), "kurosawa_dba", "accounts, owners and grants are neutral")
			require.NotContains(t, string(all), source.Name+"\x00", "nor is the database named")

			dev := newStore(t, "postgres")
			program(t, nil, "pg_restore", slices.Concat(k.restore, []string{"--exit-on-error", "-d", dev.(postgresStore).Name, out})...)
			compareRestored(t, raw, dev)
			text, err := io.ReadAll(openArchive(t, in).Text())
			require.NoError(t, err)
			require.Equal(t, rowsOf(masked(t, text, p)), rowsOf(program(t, nil, "pg_restore", "-f", "-", out)), "rows are masked as in plain text")
		})
	}
}

// rowsOf gives the lines of a dump that are rows of COPY.
func rowsOf(dump []byte) []string {
	var rows []string
	in := false
	for line := range strings.Lines(string(dump)) {
		switch {
		case strings.HasPrefix(line, "COPY "):
			in = true
		case line == "\\.\n":
			in = false
		case in:
			rows = append(rows, line)
		}
	}
	return rows
}

// TestArchivesKept gives back archives whole: pg_restore prints the same of both.
func TestArchivesKept(t *testing.T) {
	p := compile(t, parse(t, keepAll))
	source := rawStore(t, "postgres", sample(t, "postgres.sql")).(postgresStore)
	source.load(t, []byte("SELECT lo_from_bytea(4242, decode(repeat('00ff27', 20000), 'hex')), lo_from_bytea(4000000000, ''); ALTER LARGE OBJECT 4242 OWNER TO kurosawa_dba;"))
	for _, k := range archiveKinds {
		t.Run(k.name, func(t *testing.T) {
			dir := t.TempDir()
			in, out := filepath.Join(dir, "raw"), filepath.Join(dir, "dev")
			program(t, nil, "pg_dump", slices.Concat(k.dump, []string{"-f", in, source.Name})...)
			maskArchive(t, in, out, p)
			require.Equal(t, printed(t, in), printed(t, out))
			if strings.HasSuffix(k.name, "none") {
				require.NoError(t, filepath.WalkDir(in, func(path string, e fs.DirEntry, err error) error {
					if err == nil && !e.IsDir() {
						require.Equal(t, readFile(t, path), readFile(t, out+strings.TrimPrefix(path, in)), path)
					}
					return err
				}))
			}
		})
	}
}

// printed is what pg_restore prints, without the lines that it draws anew each time.
func printed(t testing.TB, path string) string {
	t.Helper()
	var b strings.Builder
	for line := range strings.Lines(string(program(t, nil, "pg_restore", "--create", "-f", "-", path))) {
		if !strings.HasPrefix(line, `\restrict`) && !strings.HasPrefix(line, `\unrestrict`) {
			b.WriteString(line)
		}
	}
	return b.String()
}

// TestArchiveLargeObjects keeps and drops large objects, through a pipe.
func TestArchiveLargeObjects(t *testing.T) {
	source := newStore(t, "postgres").(postgresStore)
	source.load(t, []byte("CREATE TABLE t (id int PRIMARY KEY, o oid); INSERT INTO t VALUES (1, lo_from_bytea(4242, decode(repeat('00ff27', 20000), 'hex')));"))
	dump := program(t, nil, "pg_dump", "-Fc", source.Name)
	for _, decision := range []string{"keep", "drop"} {
		p := compile(t, parse(t, `{version: 1, large_objects: `+decision+`, tables: {t: keep}}`))
		a, err := pgarchive.Open(bytes.NewReader(dump))
		require.NoError(t, err)
		c := a.NewContents(true)
		_, err = mask.Copy(t.Context(), c, a.Definitions(), postgres.Dialect, p, mask.Marked(a.Marker()), mask.Rowless())
		require.NoError(t, err)
		var out bytes.Buffer
		w, err := c.Archive(&out)
		require.NoError(t, err)
		_, err = mask.Copy(t.Context(), w, a.Text(), postgres.Dialect, p, mask.Marked(a.Marker()))
		require.NoError(t, err)
		require.NoError(t, w.Close())

		dev := newStore(t, "postgres").(postgresStore)
		program(t, &out, "pg_restore", "--exit-on-error", "-d", dev.Name)
		const objects = "SELECT oid, md5(lo_get(oid)) FROM pg_largeobject_metadata"
		want := source.query(t, objects)
		require.Len(t, want, 1)
		if decision == "drop" {
			want = nil
		}
		require.Equal(t, want, dev.query(t, objects))
		require.Equal(t, source.query(t, "SELECT * FROM t"), dev.query(t, "SELECT * FROM t"))
	}
}
