package dbfile_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/sqlite/dbfile"
)

// FuzzText reads arbitrary files: they are read or refused, and no error is SQLite's own.
func FuzzText(f *testing.F) {
	path := filepath.Join(f.TempDir(), "fuzz.db")
	for _, script := range []string{
		"CREATE TABLE a (x TEXT PRIMARY KEY, y BLOB, z AS (x||y)); INSERT INTO a VALUES ('x', x'00ff'), (NULL, 1.5); CREATE VIEW v AS SELECT 1;",
		"PRAGMA encoding='UTF-16be';\nCREATE TABLE a (x) WITHOUT ROWID;\n",
		"CREATE TABLE w (a, PRIMARY KEY (a)) WITHOUT ROWID; INSERT INTO w VALUES (1),('b'); CREATE TRIGGER t AFTER INSERT ON w BEGIN SELECT 1; END;",
	} {
		b, err := dbfile.Create(path)
		require.NoError(f, err)
		_, err = io.WriteString(b, script)
		if errors.Join(err, b.Close()) == nil {
			file, err := os.ReadFile(path)
			require.NoError(f, err)
			f.Add(file)
		}
		require.NoError(f, os.Remove(path))
	}
	f.Add([]byte(dbfile.Magic))
	f.Fuzz(func(t *testing.T, in []byte) {
		path := filepath.Join(t.TempDir(), "fuzz.db")
		require.NoError(t, os.WriteFile(path, in, 0o600))
		file, err := dbfile.Open(path)
		if err == nil {
			text := file.Text()
			_, err = io.Copy(io.Discard, io.LimitReader(text, 1<<20))
			require.NoError(t, text.Close())
		}
		if _, ours := errors.AsType[*dbfile.Error](err); err != nil && !ours {
			t.Fatalf("an error of somebody else: %v", err)
		}
		after, err := os.ReadFile(path)
		require.NoError(t, err)
		require.True(t, bytes.Equal(in, after))
	})
}
