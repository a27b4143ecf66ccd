// Package make is an example without a program: a Makefile, commands for a shell, and a test
// that the parts that they make are one dump.
package make

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/internal/programs"
	"github.com/migawari-dev/migawari/mask"
)

// commands is a directory with the command.
var commands string

func TestMain(m *testing.M) { os.Exit(programs.Main(m, &commands, "cmd/migawari")) }

// A bench is a directory as the README takes it, with the sample as the dump.
type bench struct {
	dir   string
	whole []byte // what one run writes
}

func newBench(t *testing.T) *bench {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("there is no shell")
	}
	b := &bench{dir: t.TempDir()}
	t.Setenv("MIGAWARI_KEY", mask.GenerateKey())
	t.Setenv("MAKEFLAGS", "")
	t.Setenv("PATH", commands+string(os.PathListSeparator)+os.Getenv("PATH"))
	for file, from := range map[string]string{
		"raw/shop.sql": "../../testdata/classpad/mariadb.sql", "policy.yaml": "../classpad/policy.yaml", "Makefile": "Makefile",
	} {
		text, err := os.ReadFile(from)
		require.NoError(t, err)
		b.write(t, file, string(text))
	}
	b.write(t, "key", os.Getenv("MIGAWARI_KEY"))
	b.write(t, "dev/whole.sql", "")
	b.run(t, "migawari", "mask", "-p", "policy.yaml", "-o", "dev/whole.sql", "raw/shop.sql")
	b.whole = b.read(t, "dev/whole.sql")
	return b
}

func (b *bench) write(t *testing.T, file, text string) {
	path := filepath.Join(b.dir, file)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
}

func (b *bench) read(t *testing.T, file string) []byte {
	text, err := os.ReadFile(filepath.Join(b.dir, file))
	require.NoError(t, err)
	return text
}

func (b *bench) try(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = b.dir
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func (b *bench) run(t *testing.T, name string, args ...string) string {
	out, err := b.try(name, args...)
	require.NoError(t, err, "%s", out)
	return out
}

func needsMake(t *testing.T) {
	if _, err := exec.LookPath("make"); err != nil {
		t.Skip("there is no make")
	}
}

func TestMake(t *testing.T) {
	needsMake(t)
	b := newBench(t)
	b.run(t, "make", "-j3", "PARTS=3")
	require.Equal(t, string(b.whole), string(b.read(t, "dev/shop.sql")))
	require.Contains(t, string(b.read(t, "dev/shop.sql.json")), `"verdict": "masked"`)
	require.Contains(t, b.run(t, "make", "PARTS=3"), "Nothing to be done")

	b.run(t, "make", "-j2", "PARTS=2", "OUT=dev/shop.sql.zst")
	d, err := zstd.NewReader(nil)
	require.NoError(t, err)
	defer d.Close()
	text, err := d.DecodeAll(b.read(t, "dev/shop.sql.zst"), nil)
	require.NoError(t, err)
	require.Equal(t, string(b.whole), string(text))

	b.run(t, "make", "PARTS=3", "clean")
	left, err := filepath.Glob(filepath.Join(b.dir, "dev/shop.sql.*-of-3*"))
	require.NoError(t, err)
	require.Empty(t, left)
}

// killer is the command, which writes down what it is called for, and is killed in the middle of
// part 2 when it first comes there. What lies under the part's name then is half.
const killer = `#!/bin/sh
echo "$*" >>calls
case "$*" in *"--part 2/3"*)
	if [ ! -e killed ]; then
		: >killed
		head -c 999 raw/shop.sql >dev/shop.sql.2-of-3.sql
		kill -KILL $$
	fi
esac
exec migawari "$@"
`

func TestKilled(t *testing.T) {
	needsMake(t)
	b := newBench(t)
	b.write(t, "killer", killer)
	require.NoError(t, os.Chmod(filepath.Join(b.dir, "killer"), 0o700))
	out, err := b.try("make", "-k", "PARTS=3", "MIGAWARI=./killer")
	require.Error(t, err, out)
	require.NoFileExists(t, filepath.Join(b.dir, "dev/shop.sql.2-of-3.sql"))
	require.NoFileExists(t, filepath.Join(b.dir, "dev/shop.sql"))
	b.run(t, "make", "PARTS=3", "MIGAWARI=./killer")
	require.Equal(t, string(b.whole), string(b.read(t, "dev/shop.sql")))
	calls := string(b.read(t, "calls"))
	for part, times := range map[string]int{"--part 1/3": 1, "--part 2/3": 2, "--part 3/3": 1, "plan -": 1} {
		require.Equal(t, times, strings.Count(calls, part), "%s in\n%s", part, calls)
	}
}

// TestKeys: parts under two keys are no dump.
func TestKeys(t *testing.T) {
	needsMake(t)
	b := newBench(t)
	b.run(t, "make", "PARTS=3", "dev/shop.sql.1-of-3.sql")
	t.Setenv("MIGAWARI_KEY", mask.GenerateKey())
	out, err := b.try("make", "PARTS=3")
	require.Error(t, err)
	require.Contains(t, out, "audit merge")
	require.NoFileExists(t, filepath.Join(b.dir, "dev/shop.sql"))
}

// TestShell runs what the README shows.
func TestShell(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	blocks := regexp.MustCompile("(?ms)^```sh ([a-z]+)\n(.*?)^```$").FindAllStringSubmatch(string(readme), -1)
	require.Len(t, blocks, 2)
	for _, block := range blocks {
		t.Run(block[1], func(t *testing.T) {
			if _, err := exec.LookPath(block[1]); err != nil {
				t.Skipf("there is no %s", block[1])
			}
			b := newBench(t)
			b.run(t, "sh", "-c", block[2])
			require.Equal(t, string(b.whole), string(b.read(t, "dev/shop.sql")))

			b = newBench(t)
			b.write(t, "policy.yaml", "{version: 1, tables: {orders: keep}}")
			out, err := b.try("sh", "-c", block[2])
			require.Error(t, err, out)
			require.NoFileExists(t, filepath.Join(b.dir, "dev/shop.sql"))
		})
	}
}
