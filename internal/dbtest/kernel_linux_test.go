package dbtest

import (
	"bufio"
	"bytes"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// sockets lists the inodes of the sockets that a process holds.
func sockets(t *testing.T, pid int) map[string]bool {
	held := map[string]bool{}
	dir := filepath.Join("/proc", strconv.Itoa(pid), "fd")
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		target, err := os.Readlink(filepath.Join(dir, e.Name()))
		if err != nil {
			continue // closed meanwhile
		}
		if inode, ok := strings.CutPrefix(target, "socket:["); ok {
			held[strings.TrimSuffix(inode, "]")] = true
		}
	}
	return held
}

// listening lists the inodes of the TCP sockets of this machine that listen.
func listening(t *testing.T) map[string]bool {
	const stateListen, stateField, inodeField = "0A", 3, 9 // proc(5): /proc/net/tcp
	found := map[string]bool{}
	for _, table := range []string{"/proc/net/tcp", "/proc/net/tcp6"} {
		f, err := os.Open(table)
		if os.IsNotExist(err) {
			continue // no IPv6
		}
		require.NoError(t, err)
		lines := bufio.NewScanner(f)
		for lines.Scan() {
			fields := strings.Fields(lines.Text())
			if len(fields) > inodeField && fields[stateField] == stateListen {
				found[fields[inodeField]] = true
			}
		}
		require.NoError(t, f.Close())
	}
	return found
}

func listensOnTCP(t *testing.T, pid int) bool {
	tcp := listening(t)
	for inode := range sockets(t, pid) {
		if tcp[inode] {
			return true
		}
	}
	return false
}

func TestNothingListensOnTCP(t *testing.T) {
	for _, s := range servers {
		t.Run(s.name, func(t *testing.T) {
			pid := s.get(t).process.cmd.Process.Pid
			require.NotEmpty(t, sockets(t, pid), "the server holds its unix socket")
			require.False(t, listensOnTCP(t, pid))
		})
	}
	// The check itself must see a listener.
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer func() { _ = l.Close() }()
	require.True(t, listensOnTCP(t, os.Getpid()))
}

// serversIn lists the processes that work in one of the directories.
func serversIn(t *testing.T, dirs []string) (pids []string) {
	links, err := filepath.Glob("/proc/[0-9]*/cwd")
	require.NoError(t, err)
	for _, l := range links {
		cwd, err := os.Readlink(l)
		if err != nil {
			continue
		}
		for _, dir := range dirs {
			if strings.HasPrefix(cwd, dir+"/") {
				pids = append(pids, l)
			}
		}
	}
	return pids
}

// TestHelperServers is the child of TestKilled: it starts servers and waits
// for its end.
func TestHelperServers(t *testing.T) {
	if os.Getenv("DBTEST_HELPER") == "" {
		t.Skip("for TestKilled only")
	}
	for _, s := range []*Server{Postgres(t), MariaDB(t)} {
		_, err := os.Stdout.WriteString(s.place.dir + "\n")
		require.NoError(t, err)
	}
	select {}
}

// helper starts a test binary that starts servers, and gives it and their
// directories.
func helper(t *testing.T) (*exec.Cmd, []string) {
	cmd := exec.Command(os.Args[0], "-test.run=^TestHelperServers$", "-test.timeout=1m")
	cmd.Env = append(os.Environ(), "DBTEST_HELPER=1", "GOCOVERDIR="+t.TempDir())
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	var printed []byte
	for bytes.Count(printed, []byte("\n")) < 2 {
		b := make([]byte, 1024)
		n, err := out.Read(b)
		require.NoError(t, err)
		printed = append(printed, b[:n]...)
	}
	dirs := strings.Fields(string(printed))
	for _, d := range dirs {
		require.True(t, strings.HasPrefix(filepath.Base(d), placePrefix), d)
	}
	return cmd, dirs
}

func TestKilled(t *testing.T) {
	Postgres(t)
	MariaDB(t)
	cmd, dirs := helper(t)
	require.GreaterOrEqual(t, len(serversIn(t, dirs)), 2)
	base := filepath.Dir(dirs[0])
	sweep(base)
	for _, d := range dirs {
		require.FileExists(t, filepath.Join(d, lockName), "a sweep must spare servers that are in use")
	}

	require.NoError(t, cmd.Process.Kill())
	_ = cmd.Wait()
	require.Eventually(t, func() bool { return len(serversIn(t, dirs)) == 0 }, 30*time.Second, 10*time.Millisecond,
		"the kernel ends servers whose test binary was killed")
	sweep(base)
	for _, d := range dirs {
		require.NoDirExists(t, d)
	}
}
