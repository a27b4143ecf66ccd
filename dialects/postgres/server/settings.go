package server

import (
	"cmp"
	"os"
	"strconv"
	"strings"

	"github.com/lib/pq"

	"github.com/migawari-dev/migawari/dialects/server"
)

// findConfig puts a target together with variables and service files, as libpq does.
// What the target says is taken before what they say.
func findConfig(t *server.Target) (pq.Config, error) {
	var dsn strings.Builder
	say := func(word, value string) {
		if value != "" {
			dsn.WriteString(word + "='" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(value) + "' ")
		}
	}
	if t.Options["host"] == "" {
		say("host", t.Host)
	}
	for _, o := range server.Options(t.Dialect) {
		say(o, t.Options[o])
	}
	say("application_name", server.Name())
	c, err := pq.NewConfig(dsn.String())
	if err != nil {
		return c, server.ErrOption // its text may quote a variable
	}
	// The driver takes a service before what is said beside it; libpq does not.
	c.Host = cmp.Or(t.Options["host"], t.Host, c.Host)
	c.User, c.Database = cmp.Or(t.User, c.User), cmp.Or(t.Database, c.Database)
	if port, err := strconv.ParseUint(t.Port, 10, 16); err == nil {
		c.Port = uint16(port)
	}
	if len(c.Multi) > 0 || c.Hostaddr.IsValid() {
		return c, server.ErrSeveral // who judges one has judged no other
	}
	if c.SSLMode == "" {
		c.SSLMode = pq.SSLModePrefer // as the server's own programs do
	}
	if t.Password != "" {
		c.Password = t.Password
	}
	return c, nil
}

// inherited are the variables of libpq that a program gets as they are: none of them
// leads to another database.
var inherited = []string{"PGPASSFILE", "PGSSLCERT", "PGSSLKEY", "PGSSLROOTCERT", "PGSSLCRL", "PGKRBSRVNAME", "PGGSSLIB", "PGCONNECT_TIMEOUT"}

// environment tells a program where to connect. A password is in a file that libpq
// finds by itself, or in a variable, which nobody sees but the account of the program.
func (s *Server) environment() []string {
	env := server.Environment()
	for _, name := range inherited {
		if value, set := os.LookupEnv(name); set {
			env = append(env, name+"="+value)
		}
	}
	c := &s.config
	for name, value := range map[string]string{
		"PGHOST": c.Host, "PGPORT": strconv.Itoa(int(c.Port)), "PGUSER": c.User, "PGDATABASE": c.Database, "PGPASSWORD": c.Password,
		"PGPASSFILE": c.Passfile, "PGSSLMODE": string(c.SSLMode), "PGSSLCERT": c.SSLCert, "PGSSLKEY": c.SSLKey, "PGSSLROOTCERT": c.SSLRootCert,
		"PGAPPNAME": server.Name(),
	} {
		if value != "" {
			env = append(env, name+"="+value)
		}
	}
	return env
}
