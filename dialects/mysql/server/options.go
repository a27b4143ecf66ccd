package server

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/go-sql-driver/mysql"

	"github.com/migawari-dev/migawari/dialects/server"
)

// settings are what it takes to connect, for the driver and the programs alike.
type settings struct {
	user, password, host, port, socket string
	ca, tls                            string
}

// passwordVariable is where MySQL's programs look for a password.
const passwordVariable = "MYSQL_PWD" //nolint:gosec // G101: the name of a variable

// ErrOptions is a file of options that cannot be read.
var ErrOptions = errors.New("the file of options cannot be read")

// findSettings puts a target together with the file of options that it names, else
// the user's own. What the target says is taken before what the file says.
func findSettings(t *server.Target) (settings, error) {
	var s settings
	path, named := t.Options["option-file"]
	if !named {
		if home, err := os.UserHomeDir(); err == nil {
			path = filepath.Join(home, ".my.cnf")
		}
	}
	text, err := os.ReadFile(path)
	if err != nil && (named || !errors.Is(err, fs.ErrNotExist)) {
		return s, ErrOptions
	}
	s.read(text)
	if t.Host != "" && t.Options["socket"] == "" {
		s.socket = "" // the file's is on this machine
	}
	s.user = cmp.Or(t.User, s.user)
	s.host = cmp.Or(t.Host, s.host, "localhost")
	s.port = cmp.Or(t.Port, s.port, "3306")
	s.socket = cmp.Or(t.Options["socket"], s.socket)
	s.ca = cmp.Or(t.Options["ssl-ca"], s.ca)
	s.tls = t.Options["tls"]
	s.password = cmp.Or(t.Password, s.password, os.Getenv(passwordVariable))
	return s, nil
}

// read reads the group [client] of a file of options.
func (s *settings) read(text []byte) {
	ours := false
	lines := bufio.NewScanner(bytes.NewReader(text))
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if strings.HasPrefix(line, "[") {
			ours = line == "[client]"
			continue
		}
		name, value, _ := strings.Cut(line, "=")
		if !ours {
			continue
		}
		into := map[string]*string{
			"user": &s.user, "password": &s.password, "host": &s.host, "port": &s.port, "socket": &s.socket, "ssl-ca": &s.ca,
		}[strings.ReplaceAll(strings.TrimSpace(name), "_", "-")]
		if into != nil {
			*into = unquote(strings.TrimSpace(value))
		}
	}
}

// unquote reads a value as MySQL's programs do.
func unquote(v string) string {
	if n := len(v); n >= 2 && (v[0] == '"' || v[0] == '\'') && v[n-1] == v[0] {
		v = v[1 : n-1]
	} else if i := strings.Index(v, " #"); i >= 0 {
		v = strings.TrimSpace(v[:i])
	}
	return unescape.Replace(v)
}

var (
	unescape = strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\'`, `'`, `\s`, " ", `\t`, "\t", `\n`, "\n", `\r`, "\r", `\b`, "\b")
	escape   = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`)
)

// file gives the settings as a file of options, which only the program reads.
func (s *settings) file() string {
	var b strings.Builder
	b.WriteString("[client]\n")
	for _, o := range []struct{ name, value string }{
		{"user", s.user}, {"password", s.password}, {"host", s.host}, {"port", s.port}, {"socket", s.socket}, {"ssl-ca", s.ca},
	} {
		if o.value != "" {
			fmt.Fprintf(&b, "%s=\"%s\"\n", o.name, escape.Replace(o.value))
		}
	}
	if s.socket == "" {
		b.WriteString("protocol=TCP\n") // the programs take localhost for a socket, the driver does not
	}
	if s.tls == "true" { // each of the two families knows its own words
		b.WriteString("loose-ssl-mode=VERIFY_IDENTITY\nloose-ssl\nloose-ssl-verify-server-cert\n")
	}
	return b.String()
}

// config gives the settings to the driver.
func (s *settings) config(database string) (*mysql.Config, error) {
	c := mysql.NewConfig()
	c.User, c.Passwd, c.DBName = s.user, s.password, database
	c.Net, c.Addr = "tcp", net.JoinHostPort(s.host, s.port)
	if s.socket != "" {
		c.Net, c.Addr = "unix", s.socket
	}
	c.Timeout = 30 * time.Second
	c.ConnectionAttributes = "program_name:" + server.Name()
	c.Logger = &mysql.NopLogger{} // it quotes what servers say
	c.TLSConfig = cmp.Or(s.tls, "preferred")
	if s.socket != "" && s.tls == "" {
		c.TLSConfig = "false"
	}
	if s.ca == "" {
		return c, nil
	}
	pem, err := os.ReadFile(s.ca)
	roots := x509.NewCertPool()
	if err != nil || !roots.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("ssl-ca: %w", ErrOptions)
	}
	c.TLS = &tls.Config{RootCAs: roots, ServerName: s.host, MinVersion: tls.VersionTLS12}
	return c, nil
}

// pass writes the settings into a pipe. A program reads them as a file, and neither
// its arguments, nor its environment, nor a disk has the password.
func (s *settings) pass() (*os.File, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	_, err = io.WriteString(w, s.file()) // far less than a pipe holds
	if err := errors.Join(err, w.Close()); err != nil {
		_ = r.Close()
		return nil, err
	}
	return r, nil
}
