package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
	"github.com/stretchr/testify/require"
)

// TestNothingInClear: of a dump that is encrypted, and of a masked one that is to be, nothing
// lies on the disk in clear meanwhile.
func TestNothingInClear(t *testing.T) {
	dir := t.TempDir()
	id, err := age.GenerateX25519Identity()
	require.NoError(t, err)
	var raw bytes.Buffer
	w, err := age.Encrypt(&raw, id.Recipient())
	require.NoError(t, err)
	_, err = w.Write([]byte(strings.Repeat("INSERT INTO users (id, mail, said) VALUES (1,'"+canary+"@corp.test','"+canary+"');\n", 5000)))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	for name, text := range map[string]string{
		"raw.sql.age": raw.String(), "key.txt": id.String() + "\n",
		"policy.yaml": "version: 1\ntables: {users: {columns: {id: keep, mail: email, said: {mask: fixed, value: hidden}}}}\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	for _, out := range []string{"dev.age", "dev.sql"} {
		written, _ := watched(t, dir, nil, "mask", "-p", "policy.yaml", "--audit", "audit.json", "--identity", "key.txt", "--recipient", id.Recipient().String(), "-o", out, "raw.sql.age")
		require.Len(t, written, 2, written)
		for _, name := range written {
			require.Regexp(t, ownFiles, name)
		}
		masked, err := os.ReadFile(filepath.Join(dir, out))
		require.NoError(t, err)
		require.NotContains(t, string(masked), "hidden")
		require.NotContains(t, string(masked), "INSERT")
	}
}
