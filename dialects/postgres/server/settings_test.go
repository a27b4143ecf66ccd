package server

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/server"
)

// TestLocate: a guard judges where a target leads, and not what it is called.
func TestLocate(t *testing.T) {
	services := filepath.Join(t.TempDir(), "services")
	require.NoError(t, os.WriteFile(services, []byte("[replica]\nhost=db.prod.test\ndbname=shop\npassword=secret\n"), 0o600))
	t.Setenv("PGSERVICEFILE", services)
	for text, want := range map[string]string{
		"postgres://h/db":                         "h/db",
		"postgres:///db":                          "localhost/db",
		"postgres:///db?host=/run":                "localhost/db",
		"postgres:///db?host=db.prod.test":        "db.prod.test/db",
		"postgres://h/db?host=db.prod.test":       "db.prod.test/db",
		"postgres://?service=replica":             "db.prod.test/shop",
		"postgres:///shop_dev?service=replica":    "db.prod.test/shop_dev",
		"postgres://localhost/db?service=replica": "localhost/db",
	} {
		target, err := server.ParseTarget(text)
		require.NoError(t, err)
		require.NoError(t, Locate(target), text)
		require.Equal(t, want, target.Place(), text)
		// It leads there as often as it is asked.
		c, err := findConfig(target)
		require.NoError(t, err)
		if target.Leads != "" {
			require.Equal(t, target.Leads, c.Host)
		}
		require.Equal(t, target.Database, c.Database)
	}
	target, err := server.ParseTarget("postgres:///db?host=a,b")
	require.NoError(t, err)
	require.ErrorIs(t, Locate(target), server.ErrSeveral)
	for name, value := range map[string]string{"PGHOST": "db.prod.test", "PGHOSTADDR": "192.0.2.1"} {
		t.Setenv(name, value)
		target, err := server.ParseTarget("postgres:///db")
		require.NoError(t, err)
		if name == "PGHOSTADDR" {
			require.ErrorIs(t, Locate(target), server.ErrSeveral)
			require.NoError(t, os.Unsetenv(name))
			continue
		}
		require.NoError(t, Locate(target))
		require.Equal(t, "db.prod.test/db", target.Place())
		require.NoError(t, os.Unsetenv(name))
	}
}
