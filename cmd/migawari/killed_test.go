//go:build unix

package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/internal/dbtest"
	"github.com/migawari-dev/migawari/mask"
)

// A container is a raw dump of one kind, and the masked one that is made of it.
type container struct {
	policy   string
	raw, dev string // names
}

// killable lays raw dumps of many kinds into a directory, every row with a canary.
func killable(t *testing.T, dir string, all int) map[string]*container {
	t.Helper()
	const create, policy = "CREATE TABLE users (id int NOT NULL PRIMARY KEY, mail varchar(90));\n", "{version: 1, tables: {users: {columns: {id: keep, mail: email}}}}"
	rows := func(from, to int) string {
		var b strings.Builder
		for i := from; i < to; i++ {
			fmt.Fprintf(&b, "INSERT INTO users VALUES (%d,'canary%d@corp.test');\n", i, i)
		}
		return b.String()
	}
	lay := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, "raw", name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
	kinds := map[string]*container{"text": {policy, "dump.sql", "dev.sql"}, "directory": {policy, "shop", "shop"}, "database": {policy, "shop.db", "dev.db"}}
	lay("dump.sql", create+rows(0, all))

	const files = 8
	lay("shop/metadata", "Started dump at: 2024-01-01 00:00:00\n")
	lay("shop/shop.users-schema.sql", create)
	for i := range files {
		lay(fmt.Sprintf("shop/shop.users.%05d.sql", i), rows(i*all/files, (i+1)*all/files))
	}

	db, err := sql.Open("sqlite", filepath.Join(dir, "raw", "shop.db"))
	require.NoError(t, err)
	_, err = db.Exec(create + "BEGIN;\n" + rows(0, all) + "COMMIT;")
	require.NoError(t, err)
	require.NoError(t, db.Close())

	source := dbtest.Postgres(t).NewDatabase(t)
	source.Load(t, strings.NewReader(create+"BEGIN;\n"+rows(0, all)+"COMMIT;\n"))
	lay("shop.dump", string(source.Dump(t, "-Fc", "-Z0")))
	lay("shop.tar", string(source.Dump(t, "-Ft")))
	kinds["archive -Fc"], kinds["archive -Ft"] = &container{policy, "shop.dump", "dev.dump"}, &container{policy, "shop.tar", "dev.tar"}
	source.Dump(t, "-Fd", "-Z0", "-f", filepath.Join(dir, "raw", "archive"))
	kinds["archive -Fd"] = &container{policy, "archive", "archive"}
	return kinds
}

// contents gives the files below a directory.
func contents(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		all[strings.TrimPrefix(path, dir)], err = os.ReadFile(path)
		return err
	}))
	return all
}

// TestNoRoom: where no more bytes can be written, a run stops and says so, and what is left
// has no raw byte and no name that a run gives in the end.
func TestNoRoom(t *testing.T) {
	dir := t.TempDir()
	key := mask.GenerateKey()
	for name, c := range killable(t, dir, 5000) {
		t.Run(name, func(t *testing.T) {
			require.NoError(t, os.WriteFile(filepath.Join(dir, "policy.yaml"), []byte(c.policy), 0o600))
			into := t.TempDir()
			// The shell bounds the size of files, as a full disk does that of all.
			cmd := exec.Command("sh", "-c", "ulimit -f 16 && exec migawari mask -p policy.yaml -o "+filepath.Join(into, c.dev)+" raw/"+c.raw)
			cmd.Dir = dir
			cmd.Env = append(os.Environ(), keyVariable+"="+key, "TMPDIR="+into)
			out, err := cmd.CombinedOutput()
			require.Error(t, err)
			require.Equal(t, exitStopped, cmd.ProcessState.ExitCode(), "%s", out)
			require.Regexp(t, `file too large|SQLITE_IOERR_WRITE|SQLITE_FULL`, string(out))
			require.NotContains(t, string(out), canary)
			require.NoFileExists(t, filepath.Join(into, c.dev))
			require.NoDirExists(t, filepath.Join(into, c.dev))
			for file, text := range contents(t, into) {
				require.False(t, bytes.Contains(text, []byte("corp.test")), file)
			}
			if c.dev != c.raw {
				require.Empty(t, contents(t, into), "nothing is left of what cannot be taken up")
			}
		})
	}
}

// TestKilled kills runs at 50 moments. No file that is left has a raw byte, a name that a run
// gives in the end stands for a whole dump, and another run ends well.
func TestKilled(t *testing.T) {
	moments := 50
	if testing.Short() {
		moments = 12
	}
	dir := t.TempDir()
	key := mask.GenerateKey()
	all := killable(t, dir, 20_000) // a run takes longer than a process takes to start
	for name, c := range all {
		t.Run(name, func(t *testing.T) {
			require.NoError(t, os.WriteFile(filepath.Join(dir, "policy.yaml"), []byte(c.policy), 0o600))
			begin := func(into string) *exec.Cmd {
				temporary := filepath.Join(into, "tmp")
				require.NoError(t, os.MkdirAll(temporary, 0o700))
				cmd := exec.Command("migawari", "mask", "-p", "policy.yaml", "-o", filepath.Join(into, "out", c.dev), filepath.Join("raw", c.raw))
				require.NoError(t, os.MkdirAll(filepath.Join(into, "out"), 0o700))
				cmd.Dir = dir
				cmd.Env = append(os.Environ(), keyVariable+"="+key, "TMPDIR="+temporary)
				return cmd
			}
			whole := t.TempDir()
			began := time.Now()
			out, err := begin(whole).CombinedOutput()
			require.NoError(t, err, "%s", out)
			lasts := time.Since(began)
			want := contents(t, filepath.Join(whole, "out", c.dev))
			require.Empty(t, contents(t, filepath.Join(whole, "tmp")))

			finished := 0
			each := (moments + len(all) - 1) / len(all)
			for range each {
				into := t.TempDir()
				cmd := begin(into)
				require.NoError(t, cmd.Start())
				time.Sleep(time.Duration(rand.Float64() * 1.1 * float64(lasts)))
				_ = cmd.Process.Kill() // it may have ended
				_ = cmd.Wait()         // likewise
				for file, text := range contents(t, into) {
					require.False(t, bytes.Contains(text, []byte("corp.test")), file)
				}
				dev := filepath.Join(into, "out", c.dev)
				if _, err := os.Stat(dev); err == nil {
					finished++
				} else {
					out, err := begin(into).CombinedOutput()
					require.NoError(t, err, "%s", out)
				}
				got := contents(t, dev)
				require.Equal(t, len(want), len(got))
				for file, text := range want {
					require.True(t, bytes.Equal(text, got[file]), file)
				}
			}
			t.Logf("%d of %d had ended", finished, each)
		})
	}
}
