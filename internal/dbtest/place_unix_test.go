//go:build unix

package dbtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPlaceStaysShort(t *testing.T) {
	long := filepath.Join(t.TempDir(), strings.Repeat("x", 80))
	require.NoError(t, os.Mkdir(long, 0o755))
	t.Setenv("TMPDIR", long)
	p, err := newPlace("nobody")
	require.NoError(t, err)
	defer p.remove()
	require.Equal(t, "/tmp", filepath.Dir(p.dir))
}

func TestPlaceAvoidsClosedDirectories(t *testing.T) {
	closed := filepath.Join(t.TempDir(), "c")
	require.NoError(t, os.Mkdir(closed, 0o700))
	a := account{other: true, uid: 1, gid: 1}
	require.ErrorContains(t, a.canUse(closed), "cannot pass")
	require.NoError(t, account{}.canUse("/tmp"))
}

func TestSweep(t *testing.T) {
	base := t.TempDir()
	held, err := makePlace(base, account{})
	require.NoError(t, err)
	defer held.remove()
	left, err := makePlace(base, account{})
	require.NoError(t, err)
	require.NoError(t, left.lock.Close()) // as the kernel does when a process dies
	begun := filepath.Join(base, placePrefix+"begun")
	require.NoError(t, os.Mkdir(begun, 0o700)) // its lock does not have its name yet
	strange := filepath.Join(base, "other")
	require.NoError(t, os.Mkdir(strange, 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(strange, lockName), nil, 0o600))
	require.NoError(t, os.Symlink(strange, filepath.Join(base, placePrefix+"link")))

	sweep(base)
	require.DirExists(t, held.dir)
	require.NoDirExists(t, left.dir)
	require.DirExists(t, begun)
	require.FileExists(t, filepath.Join(strange, lockName))
}
