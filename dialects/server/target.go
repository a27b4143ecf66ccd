package server

import (
	"errors"
	"net/url"
	"slices"
	"strings"
)

// A Target is a database of a server, as it is named on the command line:
//
//	mysql://user@host:3306/database?option-file=FILE
//	postgres://user@host:5432/database?service=NAME
//	sqlite:FILE
//
// What it leaves out comes from where the server's own programs take it from: files
// with options, and variables.
type Target struct {
	Dialect  string // "mysql", "postgres" or "sqlite"
	Host     string // empty: as the options say, or this machine
	Port     string
	User     string
	Database string // of SQLite: the path of the file
	Options  map[string]string
	// Leads is the host to which it leads, whatever says so; empty: this machine.
	Leads string
	// Password was typed on a terminal. It is in no text that is given or made.
	Password string
}

// Why a target is refused. No error repeats it: it may hold a password.
var (
	ErrScheme   = errors.New("a target is mysql://USER@HOST/DATABASE or postgres://USER@HOST/DATABASE, or sqlite:FILE")
	ErrPassword = errors.New("a password on the command line is seen by everybody on the machine")
	ErrDatabase = errors.New("the target names no database")
	ErrOption   = errors.New("the target has an option that is not known")
	ErrSeveral  = errors.New("the target leads to several hosts, or to an address beside its host")
)

// schemes are the words before :// and whose servers they lead to.
var schemes = map[string]string{"mysql": "mysql", "mariadb": "mysql", "postgres": "postgres", "postgresql": "postgres"}

// Options lists the options of a dialect's targets.
func Options(dialect string) []string {
	if dialect == "mysql" {
		return []string{"option-file", "socket", "ssl-ca", "tls"}
	}
	return []string{"host", "passfile", "service", "sslcert", "sslkey", "sslmode", "sslrootcert"}
}

// IsTarget says whether a word of the command line means a server, and not a file.
func IsTarget(word string) bool {
	scheme, _, found := strings.Cut(word, "://")
	return found && schemes[scheme] != "" || strings.HasPrefix(word, ofFile)
}

// ofFile is what the target begins with that is a file, and its place.
const ofFile = "sqlite:"

// ParseTarget reads a target.
func ParseTarget(text string) (*Target, error) {
	if !IsTarget(text) {
		return nil, ErrScheme
	}
	if path, ok := strings.CutPrefix(text, ofFile); ok {
		if path = strings.TrimPrefix(path, "//"); path == "" || strings.ContainsRune(path, 0) {
			return nil, ErrDatabase
		}
		return &Target{Dialect: "sqlite", Database: path}, nil
	}
	u, err := url.Parse(text)
	if err != nil {
		return nil, ErrScheme
	}
	if _, set := u.User.Password(); set {
		return nil, ErrPassword
	}
	t := &Target{
		Dialect: schemes[u.Scheme], Host: u.Hostname(), Port: u.Port(), User: u.User.Username(),
		Database: strings.TrimPrefix(u.Path, "/"), Options: map[string]string{},
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil || u.Fragment != "" {
		return nil, ErrScheme
	}
	for name, values := range query {
		switch {
		case slices.Contains(Options(t.Dialect), name) && len(values) == 1:
			t.Options[name] = values[0]
		case strings.Contains(strings.ToLower(name), "pass"), strings.EqualFold(name, "pwd"):
			return nil, ErrPassword
		default:
			return nil, ErrOption
		}
	}
	if t.Database == "" && t.Options["service"] == "" || strings.ContainsAny(t.Database, "/\x00") {
		return nil, ErrDatabase
	}
	return t, nil
}

// Place is where the target leads, in the words of [Guard]: HOST/DATABASE, or
// sqlite:/DIRECTORY/FILE. It is known
// when files and variables have been asked, which a dialect's Locate does.
func (t *Target) Place() string {
	if t.Dialect == "sqlite" {
		return ofFile + t.Database
	}
	host := t.Leads
	if host == "" {
		host = "localhost"
	}
	return host + "/" + t.Database
}
