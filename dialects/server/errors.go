package server

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// An Error is what of a complaint of a server, or of one of its programs, may be
// shown: codes, positions, names of objects and fixed words. The text itself can
// quote rows, and is nowhere kept.
type Error struct {
	Program string // "pg_dump"; empty: the server, asked by this program
	Status  string // how the program ended
	Code    string // the server's number, SQLSTATE or both
	Reason  string // of a list of fixed words; empty if none fits
	Object  string // the table or other object that it is about
	Line    string // of what was read
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(cmp.Or(e.Program, "the server"))
	if e.Status != "" {
		b.WriteString(": " + e.Status)
	}
	if e.Line != "" {
		b.WriteString(": line " + e.Line)
	}
	if e.Code != "" {
		b.WriteString(": error " + e.Code)
	}
	if e.Reason != "" {
		b.WriteString(": " + e.Reason)
	}
	if e.Object != "" {
		b.WriteString(": " + printable(e.Object))
	}
	return b.String()
}

// ErrMissing is a program of the server that is not installed.
var ErrMissing = errors.New("the program is not installed")

// Find finds a program by the first of its names that is installed.
func Find(names ...string) (string, error) {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("%s: %w", strings.Join(names, " or "), ErrMissing)
}

func program(cmd *exec.Cmd) string { return filepath.Base(cmd.Path) }

// printable takes out of a name what could speak to a terminal.
func printable(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return '?'
	}, name)
}

// reasons are beginnings of complaints that hold no data, and what is said for them.
// A name stands in the group, at the end of the line. They are compiled when a program
// complains, which is seldom.
var reasons = sync.OnceValue(func() []reason {
	return []reason{
		{regexp.MustCompile(`error: aborting because of server version mismatch$`), "the program is older than the server"},
		{regexp.MustCompile(`ERROR:  permission denied for \w+ ("[^"]+"|\w+)$`), "permission denied"},
		{regexp.MustCompile(`error: query failed: ERROR:  could not obtain lock on relation "([^"]+)"$`), "locked by somebody else"},
		{regexp.MustCompile(`ERROR:  canceling statement due to lock timeout$`), "locked by somebody else"},
		{regexp.MustCompile(`ERROR:  canceling statement due to statement timeout$`), "the server's limit of time"},
		{regexp.MustCompile(`error: Dumping the contents of table "([^"]+)" failed: PQget(?:Result|CopyData)\(\) failed\.$`), "the rows of a table could not be read"},
		{regexp.MustCompile(`when dumping table [\x60'"]([^\x60'"]+)[\x60'"] at row: \d+$`), "the rows of a table could not be read"},
		{regexp.MustCompile(`^(?:pg_dump|psql): error: connection to server .* failed`), "no connection"},
		{regexp.MustCompile(`server closed the connection unexpectedly$|terminating connection`), "the connection was lost"},
	}
})

type reason struct {
	pattern *regexp.Regexp
	reason  string
}

// codes are how programs write the numbers of errors.
var codes = sync.OnceValue(func() []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile(`^ERROR (?P<code>\d{4,5} \([0-9A-Z]{5}\))(?: at line (?P<line>\d+))?`),       // mariadb, mysql
		regexp.MustCompile(`^psql:[^:]*:(?P<line>\d+): (?:ERROR|FATAL|PANIC):  (?P<code>[0-9A-Z]{5})$`), // psql, VERBOSITY=sqlstate
		regexp.MustCompile(`^(?:mysqldump|mariadb-dump): (?:Got error:|Error:?) (?P<code>\d{4,5}):`),    // while it dumps
		regexp.MustCompile(`^(?:mysqldump|mariadb-dump): Couldn't execute '.*\((?P<code>\d{4,5})\)$`),   // what it asks
	}
})

// A complaint reads what a program writes to its standard error, line by line, and
// keeps what an Error holds of the first line that has any.
type complaint struct {
	line  []byte
	found Error
}

// longestLine is what of a line is looked at.
const longestLine = 8 << 10

// Write implements [io.Writer].
func (c *complaint) Write(b []byte) (int, error) {
	n := len(b)
	for len(b) > 0 {
		line, rest, whole := bytes.Cut(b, []byte{'\n'})
		c.line = append(c.line, line[:min(len(line), longestLine-len(c.line))]...)
		if whole {
			c.read()
		}
		b = rest
	}
	return n, nil
}

// read reads one line and forgets it.
func (c *complaint) read() {
	line := strings.TrimSuffix(string(c.line), "\r")
	clear(c.line)
	c.line = c.line[:0]
	if c.found.Code == "" {
		for _, p := range codes() {
			if m := p.FindStringSubmatch(line); m != nil {
				c.found.Code = m[p.SubexpIndex("code")]
				if i := p.SubexpIndex("line"); i > 0 {
					c.found.Line = m[i]
				}
				break
			}
		}
	}
	if c.found.Reason == "" {
		for _, r := range reasons() {
			if m := r.pattern.FindStringSubmatch(line); m != nil {
				c.found.Reason = r.reason
				if len(m) > 1 {
					c.found.Object = strings.Trim(m[1], `"`)
				}
				break
			}
		}
	}
}

func (c *complaint) error(program, status string) error {
	if len(c.line) > 0 {
		c.read()
	}
	e := c.found
	e.Program, e.Status = program, status
	return &e
}
