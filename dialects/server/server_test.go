package server

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestParseTarget(t *testing.T) {
	for text, want := range map[string]Target{
		"mysql://u@h:3307/db?socket=/s&tls=true": {Dialect: "mysql", Host: "h", Port: "3307", User: "u", Database: "db", Options: map[string]string{"socket": "/s", "tls": "true"}},
		"mariadb:///db":                          {Dialect: "mysql", Database: "db", Options: map[string]string{}},
		"postgresql://[::1]/a%20b":               {Dialect: "postgres", Host: "::1", Database: "a b", Options: map[string]string{}},
		"postgres://?service=replica":            {Dialect: "postgres", Options: map[string]string{"service": "replica"}},
	} {
		got, err := ParseTarget(text)
		require.NoError(t, err, text)
		require.Equal(t, &want, got)
	}
	for text, want := range map[string]error{
		"": ErrScheme, "dump.sql": ErrScheme, "oracle://h/db": ErrScheme, "mysql://h:x/db": ErrScheme, "mysql://h/db#x": ErrScheme, "mysql:// h/db": ErrScheme,
		"mysql://u:p@h/db": ErrPassword, "mysql://u:@h/db": ErrPassword, "mysql://h/db?Password=p": ErrPassword, "mysql://h/db?PWD=p": ErrPassword, "postgres://h/db?sslpassword=p": ErrPassword,
		"mysql://h": ErrDatabase, "mysql://h/": ErrDatabase, "mysql://h/a/b": ErrDatabase, "mysql://h/a%00b": ErrDatabase,
		"mysql://h/db?sslmode=x": ErrOption, "postgres://h/db?host=a&host=b": ErrOption,
	} {
		_, err := ParseTarget(text)
		require.ErrorIs(t, err, want, text)
	}
}

func TestGuardName(t *testing.T) {
	g := &Guard{Targets: []string{"localhost/*", "*.dev.test/shop*", "db/shop_prod"}, Production: []string{"localhost/shop", "*prod*/*"}}
	for place, want := range map[string]error{
		"localhost/shop_dev": nil, "LOCALHOST/shop_dev": nil, "a.dev.test/shop": nil, "db/shop_prod": nil, "localhost/product": nil, "localhost/delivery": nil,
		"localhost/shop": ErrProduction, "LocalHost/SHOP": ErrProduction, "prod1/x": ErrProduction, "a.prod.test/x": ErrProduction,
		"other/shop": ErrNotTarget, "a.dev.test/x": ErrNotTarget, "a.dev.test.evil/shop": ErrNotTarget,
		"localhost/shop_prod": ErrLooksLive, "localhost/prod2": ErrLooksLive, "live.dev.test/shop": ErrLooksLive, "localhost/本番": ErrLooksLive, "localhost/shop-production": ErrLooksLive,
	} {
		host, database, _ := strings.Cut(place, "/")
		require.ErrorIs(t, g.Name(&Target{Leads: host, Database: database}), want, place)
	}
	require.ErrorIs(t, (&Guard{}).Name(&Target{Database: "x"}), ErrNotTarget, "without a list, nothing is allowed")
}

func TestGuardDatabase(t *testing.T) {
	g, at := &Guard{}, &Target{Database: "x"}
	for _, c := range []struct {
		state   State
		source  string
		replace bool
		want    error
	}{
		{State{Identity: "a"}, "", false, nil},
		{State{Identity: "a"}, "b", false, nil},
		{State{Identity: "a", Tables: 1, Loaded: true}, "b", false, nil},
		{State{Identity: "a", Tables: 1}, "b", true, nil},
		{State{Identity: "a", Stale: true}, "", false, nil}, // it came along with a copy
		{State{Identity: "a", Tables: 1}, "b", false, ErrOccupied},
		{State{Identity: "a", Tables: 1, Loaded: true}, "a", true, ErrSource},
		{State{Identity: "a", Tables: 1, Loaded: true, Marked: true}, "b", true, ErrMarked},
	} {
		require.ErrorIs(t, g.Database(at, &c.state, c.source, c.replace), c.want)
	}
}

// TestComplaint: whatever a program writes, and however it is cut into writes, only
// codes, fixed words and names of objects come out.
func TestComplaint(t *testing.T) {
	for said, want := range map[string]string{
		"": "p: s",
		"ERROR 1062 (23000) at line 7: Duplicate entry 'canary' for key 'PRIMARY'\n":                                      "p: s: line 7: error 1062 (23000)",
		"ERROR 1045 (28000): Access denied for user 'canary'@'x' (using password: NO)":                                    "p: s: error 1045 (28000)",
		"psql:<stdin>:12: ERROR:  23505\n":                                                                                "p: s: line 12: error 23505",
		"psql:<stdin>:12: ERROR:  canary\n":                                                                               "p: s",
		"mysqldump: Got error: 1044: \"Access denied for user 'canary'\" when using LOCK TABLES\n":                        "p: s: error 1044",
		"mariadb-dump: Couldn't execute 'SHOW CREATE TABLE `canary`': Table 'canary' is broken (1146)\n":                  "p: s: error 1146",
		"mysqldump: Error 2013: Lost connection 'canary' when dumping table `users` at row: 12\n":                         "p: s: error 2013: the rows of a table could not be read: users",
		"pg_dump: error: query failed: ERROR:  permission denied for table secrets\npg_dump: detail: Query was: canary\n": "p: s: permission denied: secrets",
		"pg_dump: error: Dumping the contents of table \"users\" failed: PQgetResult() failed.\npg_dump: detail: canary":  "p: s: the rows of a table could not be read: users",
		"pg_dump: error: connection to server on socket \"/canary\" failed: FATAL:  canary":                               "p: s: no connection",
		"canary\r\ncanary": "p: s",
		strings.Repeat("canary", 10_000) + "\nERROR 1064 (42000) at line 1: x\n": "p: s: line 1: error 1064 (42000)",
	} {
		for _, step := range []int{1, 7, 1 << 20} {
			c := &complaint{}
			for b := []byte(said); len(b) > 0; {
				n := min(step, len(b))
				m, err := c.Write(b[:n])
				require.NoError(t, err)
				require.Equal(t, n, m)
				b = b[n:]
			}
			require.LessOrEqual(t, cap(c.line), 2*longestLine)
			got := c.error("p", "s").Error()
			require.Equal(t, want, got)
			require.NotContains(t, got, "canary")
		}
	}
}

func TestLimit(t *testing.T) {
	began := time.Now()
	n, err := io.Copy(io.Discard, Limit(io.NopCloser(bytes.NewReader(make([]byte, 5000))), 10_000))
	require.NoError(t, err)
	require.EqualValues(t, 5000, n)
	require.Greater(t, time.Since(began), 250*time.Millisecond) // and longer on a busy machine
}
