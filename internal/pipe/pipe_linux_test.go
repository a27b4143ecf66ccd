package pipe

import (
	"os"
	"os/exec"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// TestWiden writes more than a pipe usually holds while nobody reads.
func TestWiden(t *testing.T) {
	r, w, err := os.Pipe()
	require.NoError(t, err)
	defer r.Close()
	defer w.Close()
	Widen(w)
	n, err := w.Write(make([]byte, size))
	require.NoError(t, err)
	require.Equal(t, size, n)
	Widen(nil)
	Widen("no pipe")
	file, err := os.CreateTemp(t.TempDir(), "")
	require.NoError(t, err)
	defer file.Close()
	Widen(file)
}

// TestWidenChild widens the ends that os/exec gives out.
func TestWidenChild(t *testing.T) {
	cmd := exec.Command("true")
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	for _, end := range []any{in, out} {
		Widen(end)
		raw, err := end.(syscall.Conn).SyscallConn()
		require.NoError(t, err)
		require.NoError(t, raw.Control(func(fd uintptr) {
			n, err := unix.FcntlInt(fd, unix.F_GETPIPE_SZ, 0)
			require.NoError(t, err)
			require.Equal(t, size, n)
		}))
	}
	require.NoError(t, cmd.Run())
}
