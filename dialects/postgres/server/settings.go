package server

import (
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
	say("host", t.Host)
	say("port", t.Port)
	say("user", t.User)
	say("dbname", t.Database)
	for _, o := range server.Options(t.Dialect) {
		say(o, t.Options[o])
	}
	say("application_name", server.Name())
	c, err := pq.NewConfig(dsn.String())
	if err != nil {
		return c, server.ErrOption // its text may quote a variable
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
