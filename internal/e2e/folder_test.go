package e2e

import (
	"archive/tar"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/folder"
	"github.com/migawari-dev/migawari/internal/corpora"
	"github.com/migawari-dev/migawari/internal/dbtest"
	"github.com/migawari-dev/migawari/mask"
)

// maskFolder masks a dump that is a directory.
func maskFolder(t testing.TB, dir string, p *mask.Plan) (out string, audit *mask.Audit) {
	t.Helper()
	f, err := folder.Open(dir)
	require.NoError(t, err)
	return maskFiles(t, f, p)
}

// maskFiles masks what of a directory is to be written.
func maskFiles(t testing.TB, f *folder.Folder, p *mask.Plan, opts ...mask.Option) (out string, audit *mask.Audit) {
	t.Helper()
	out = filepath.Join(t.TempDir(), "masked")
	w, err := f.Create(out, "", 2)
	require.NoError(t, err)
	defer w.Discard()
	opts = append(opts, mask.Marked(string(f.Marker())), mask.Scan(dialects.ScanOptions{NoEndMark: f.Whole() != nil}))
	audit, err = mask.Copy(context.Background(), w, f.Join(new(atomic.Int64)), f.Dialect(), p, opts...)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	rows := func(table string) (int64, bool) {
		if audit.Tables[table] == nil {
			return 0, false
		}
		return audit.Tables[table].Rows - audit.Tables[table].Dropped, true
	}
	require.NoError(t, w.Seal(folder.Outcome{Safe: p.DDL() == mask.SafeDDL, Whole: p.DDL() == mask.KeepDDL, Rows: rows}))
	require.NoError(t, w.Commit())
	return out, audit
}

// contentsOf gives what is in the files of a directory, unpacked.
func contentsOf(t testing.TB, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	all := map[string]string{}
	for _, e := range entries {
		file, err := os.Open(filepath.Join(dir, e.Name()))
		require.NoError(t, err)
		r, _, err := archive.Decompress(file)
		require.NoError(t, err)
		text, err := io.ReadAll(r)
		require.NoError(t, errors.Join(err, file.Close()))
		all[e.Name()] = string(text)
	}
	return all
}

// untar unpacks the directory in a tar file.
func untar(t testing.TB, data []byte) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "dump")
	require.NoError(t, os.Mkdir(dir, 0o700))
	for r := tar.NewReader(bytes.NewReader(data)); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return dir
		}
		require.NoError(t, err)
		if h.Typeflag != tar.TypeReg {
			continue
		}
		text, err := io.ReadAll(r)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, filepath.Base(h.Name)), text, 0o600))
	}
}

// brokenViews are files that mydumper 0.10 writes for views whose columns have a
// backquote in their name: it does not double it, and no server takes them.
const brokenViews = "tricky.v"

// folders are the dumps among the corpora that are directories.
func folders(t testing.TB) map[string]string {
	t.Helper()
	if corpora.Root() == "" {
		t.Skip("no corpora beside the project")
	}
	all := map[string]string{}
	for _, name := range []string{
		"mydumper-0.10.0-mariadb-10.11.19/default", "mydumper-0.10.0-mariadb-10.11.19/other-empty-stmt2000", "mydumper-0.10.0-mariadb-10.11.19/rows500_compress_routines.tar.gz",
		"mysqlsh-8.0.36-mysql-8.0.46/instance-zstd.tar.gz", "mysqlsh-8.0.36-mysql-8.0.46/schemas-default.tar.gz", "mysqlsh-8.0.36-mysql-8.0.46/schemas-csv-unix.tar.gz",
		"mysqlsh-8.0.36-mysql-8.0.46/schemas-none-chunk128k.tar.gz", "mysqlsh-8.0.36-mysql-8.0.46/tables-tsv", "mysqlsh-8.0.36-mysql-8.0.46/tables-cp932",
		"mysqldump-8.0.46/tab", "mariadb-dump-10.11.19/tab",
	} {
		dir := filepath.Join(t.TempDir(), "dump")
		if strings.HasSuffix(name, ".tar.gz") {
			dir = untar(t, corpora.Read(t, "tools/"+name))
		} else {
			require.NoError(t, os.CopyFS(dir, os.DirFS(filepath.Join(corpora.Root(), "tools", name))))
		}
		broken, err := filepath.Glob(filepath.Join(dir, brokenViews+"*-schema.sql*"))
		require.NoError(t, err)
		for _, path := range broken {
			require.NoError(t, os.Remove(path))
		}
		all[name] = dir
	}
	return all
}

// TestFolderIdentity keeps everything of every dump that is a directory: each file holds
// what it held.
func TestFolderIdentity(t *testing.T) {
	for name, dir := range folders(t) {
		for policy, text := range map[string]string{"whole": keepAll, "split": keepColumns} {
			t.Run(name+" "+policy, func(t *testing.T) {
				out, audit := maskFolder(t, dir, compile(t, parse(t, text)))
				require.Positive(t, audit.Rows())
				want, got := contentsOf(t, dir), contentsOf(t, out)
				require.Len(t, got, len(want))
				for file := range want {
					require.True(t, want[file] == got[file], file)
				}
			})
		}
	}
}

// TestMydumper has the sample dumped by mydumper, masked and loaded by myloader.
func TestMydumper(t *testing.T) {
	for _, program := range []string{"mydumper", "myloader"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(program + " is not installed")
		}
	}
	server := dbtest.MariaDB(t)
	raw := rawStore(t, "mysql", sample(t, "mariadb.sql"))
	from := raw.(mysqlStore).Name
	for _, flags := range [][]string{nil, {"--compress", "--rows=20"}} {
		t.Run(fmt.Sprint(flags), func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "raw")
			external(t, "mydumper", append([]string{"-S", server.Socket(), "-u", "root", "-B", from, "-o", dir, "--triggers", "--routines", "--events"}, flags...)...)
			out, audit := maskFolder(t, dir, compile(t, samplePolicy(t)))
			noCanary(t, out, audit)
			dev := newStore(t, "mysql")
			external(t, "myloader", "-S", server.Socket(), "-u", "root", "-d", out, "-B", dev.(mysqlStore).Name, "-o")
			compareRestored(t, raw, dev)
		})
	}
}

// TestTab has the sample dumped by mariadb-dump --tab and loaded by LOAD DATA.
func TestTab(t *testing.T) {
	dev := newStore(t, "mysql") // skips where there is no server
	dir, err := os.MkdirTemp("", "tab")
	require.NoError(t, err)
	defer func() { require.NoError(t, os.RemoveAll(dir)) }()
	require.NoError(t, os.Chmod(dir, 0o777)) // the server writes into it, perhaps as another user
	server, err := dbtest.StartMariaDB("--secure-file-priv=" + dir)
	require.NoError(t, err)
	t.Cleanup(server.Stop)
	server.Exec(t, "CREATE USER kurosawa_dba@localhost", "GRANT ALL ON *.* TO kurosawa_dba@localhost")
	raw := openStore(t, "mysql", server.NewDatabase(t))
	raw.load(t, sample(t, "mariadb.sql"))
	raw.load(t, []byte("DROP EVENT purge_nightly; DROP PROCEDURE purge_sessions;\n")) // no --tab has them
	raw.(mysqlStore).Dump(t, "--tab="+dir)
	out, audit := maskFolder(t, dir, compile(t, samplePolicy(t)))
	noCanary(t, out, audit)
	rows, err := filepath.Glob(filepath.Join(out, "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, rows)
	definition := func(path string) {
		dev.load(t, append([]byte("SET foreign_key_checks=0;\n"), readFile(t, path)...))
	}
	for _, path := range rows {
		base := strings.TrimSuffix(path, ".txt")
		definition(base + ".sql")
		dev.load(t, []byte("SET foreign_key_checks=0;\nLOAD DATA LOCAL INFILE '"+path+"' INTO TABLE `"+filepath.Base(base)+"` CHARACTER SET binary;\n"), "--local-infile=1")
	}
	definition(filepath.Join(out, "class_list.sql")) // a view, of the tables
	compareRestored(t, raw, dev)
}

// external runs a program that is not the server's own.
func external(t testing.TB, name string, args ...string) {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	require.NoError(t, err, string(out))
}

// noCanary looks for one person in all files of a directory, unpacked.
func noCanary(t testing.TB, dir string, audit *mask.Audit) {
	t.Helper()
	f := newFinder(canaries(t))
	for name, text := range contentsOf(t, dir) {
		require.Empty(t, f.find([]byte(name+"\n"+text)), name)
	}
	text, err := json.Marshal(audit)
	require.NoError(t, err)
	require.Empty(t, f.find(text))
}
