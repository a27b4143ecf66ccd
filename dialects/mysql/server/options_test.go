package server

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/server"
)

func locate(t *testing.T, text string) *server.Target {
	t.Helper()
	target, err := server.ParseTarget(text)
	require.NoError(t, err)
	require.NoError(t, Locate(target))
	return target
}

// TestLocate: a guard judges where a target leads, and not what it is called.
func TestLocate(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	require.Equal(t, "localhost/db", locate(t, "mysql:///db").Place())
	require.Equal(t, "h/db", locate(t, "mysql://h/db").Place())
	require.Equal(t, "localhost/db", locate(t, "mysql://h/db?socket=/s").Place())
	file := filepath.Join(os.Getenv("HOME"), ".my.cnf")
	require.NoError(t, os.WriteFile(file, []byte("[client]\nhost=db.prod.test\n"), 0o600))
	require.Equal(t, "db.prod.test/db", locate(t, "mysql:///db").Place())
	require.Equal(t, "h/db", locate(t, "mysql://h/db").Place())
	require.NoError(t, os.WriteFile(file, []byte("[client]\nsocket=/s\n"), 0o600))
	require.Equal(t, "localhost/db", locate(t, "mysql:///db").Place())
	require.Equal(t, "h/db", locate(t, "mysql://h/db").Place())
	target, err := server.ParseTarget("mysql:///db?option-file=" + file + ".not")
	require.NoError(t, err)
	require.ErrorIs(t, Locate(target), ErrOptions)
}

func TestOptionFiles(t *testing.T) {
	for text, want := range map[string]settings{
		"":                                  {},
		"user=a":                            {},
		"[client]\nuser=a\n[mysql]\nuser=b": {user: "a"},
		"[mysql]\nuser=b\n [client] \n user = a \r\n":         {user: "a"},
		"[client]\npassword=\"a#b\\\"c\\\\d\"":                {password: `a#b"c\d`},
		"[client]\npassword='a b'":                            {password: "a b"},
		"[client]\npassword=a\\sb # that":                     {password: "a b"},
		"[client]\npassword=a#b":                              {password: "a#b"},
		"[client]\nssl_ca=/x\nport=1\n#user=b\n;user=c\nhost": {ca: "/x", port: "1"},
	} {
		var s settings
		s.read([]byte(text))
		require.Equal(t, want, s, text)
		// What is written for a program is read back.
		var again settings
		again.read([]byte(s.file()))
		require.Equal(t, s, again)
	}
}

// TestOneServer: the programs go where the driver goes, which is what a guard has judged.
func TestOneServer(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	for text, want := range map[string][2]string{
		"mysql:///db":                    {"tcp localhost:3306", "host=\"localhost\"\nport=\"3306\"\nprotocol=TCP\n"},
		"mysql://localhost:3307/db":      {"tcp localhost:3307", "host=\"localhost\"\nport=\"3307\"\nprotocol=TCP\n"},
		"mysql://localhost/db?socket=/s": {"unix /s", "host=\"localhost\"\nport=\"3306\"\nsocket=\"/s\"\n"},
	} {
		s, err := findSettings(locate(t, text))
		require.NoError(t, err)
		c, err := s.config("db")
		require.NoError(t, err)
		require.Equal(t, want[0], c.Net+" "+c.Addr)
		require.Equal(t, "[client]\n"+want[1], s.file())
	}
}
