package dbfile_test

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/internal/corpora"
)

// TestCorpus makes a file of each dump by the shell, where the shell takes it, and takes
// the file through text into another: for the shell they hold the same.
func TestCorpus(t *testing.T) {
	if _, err := exec.LookPath("sqlite3"); err != nil {
		t.Skip("there is no sqlite3 here")
	}
	same := 0
	for _, f := range corpora.Files(t) {
		if f.Dialect() != "sqlite" {
			continue
		}
		path := filepath.Join(t.TempDir(), "app.db")
		load := exec.Command("sqlite3", "-bail", path)
		load.Stdin = bytes.NewReader(f.Data)
		if load.Run() != nil {
			continue // another version's, or rows without tables
		}
		copied, err := built(t, text(t, path))
		require.NoError(t, err, f.Name)
		require.Equal(t, shell(t, path, ".dump"), shell(t, copied, ".dump"), f.Name)
		same++
	}
	require.Greater(t, same, 8)
}
