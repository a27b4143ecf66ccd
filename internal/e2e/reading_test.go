package e2e

import (
	"context"
	"errors"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/server"
)

// untold is what a reading leaves out, and what differs between two dumps of one database.
var untold = regexp.MustCompile("(?m)^(?:--.*|GRANT .*|REVOKE .*|COMMENT ON SCHEMA public .*|\\\\(?:un)?restrict .*|)\n|AUTO_INCREMENT=\\d+ ")

// TestReading: where no dump program is installed, the driver reads the same: a database
// that is restored from what it writes has the same dump.
func TestReading(t *testing.T) {
	for n, fill := range databases(t) {
		t.Run(n, func(t *testing.T) {
			kind, filled := fill(t)
			args := map[string]string{"mysql": "--routines --events --hex-blob", "postgres": ""}[kind]
			live := connect(t, kind, nameOf(filled))
			if name, stops := undescribed[n]; stops {
				_, err := withoutPrograms(t, live)
				require.EqualError(t, err, "the server: an aggregate cannot be described without the server's dump program: "+name)
				filled.load(t, []byte("DROP AGGREGATE "+name+" CASCADE"))
				if n == "objects" {
					_, err = withoutPrograms(t, live)
					require.ErrorContains(t, err, "cannot be described")
					return
				}
			}
			text, err := withoutPrograms(t, live)
			require.NoError(t, err)
			byDriver, byProgram := newStore(t, kind), newStore(t, kind)
			byDriver.load(t, text)
			byProgram.load(t, dumpOf(t, filled, args))
			require.Equal(t, comparableText(dumpOf(t, byProgram, args)), comparableText(dumpOf(t, byDriver, args)))
			again, err := withoutPrograms(t, connect(t, kind, nameOf(byDriver)))
			require.NoError(t, err)
			require.Equal(t, comments(text), comments(again), "the order is that of names")
		})
	}
}

// undescribed are databases that stop a reading, and at what.
var undescribed = map[string]string{"objects": "public.agg(integer)", "pagila": "public.group_concat(text)"}

func nameOf(s store) string {
	switch s := s.(type) {
	case mysqlStore:
		return s.Name
	case postgresStore:
		return s.Name
	}
	return ""
}

// withoutPrograms reads a database by the driver.
func withoutPrograms(t *testing.T, s server.Server) ([]byte, error) {
	t.Helper()
	path := os.Getenv("PATH")
	t.Setenv("PATH", t.TempDir())
	defer t.Setenv("PATH", path)
	d, err := s.Dump(context.Background())
	require.NoError(t, err)
	r, err := d.Open()
	require.NoError(t, err)
	defer func() { require.NoError(t, errors.Join(r.Close(), d.Close())) }()
	return io.ReadAll(r)
}

func comments(dump []byte) [][]byte { return comment.FindAll(dump, -1) }

var comment = regexp.MustCompile("(?m)^COMMENT ON .*")

// comparableText gives the lines of a dump.
func comparableText(dump []byte) []string {
	return strings.Split(untold.ReplaceAllString(string(dump), ""), "\n")
}
