package dbtest

import (
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// places are where distributions put servers outside of PATH.
var places = []string{"/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/usr/local/mysql/bin", "/opt/homebrew/bin"}

// findProgram finds a program by the first of its names that exists.
func findProgram(names ...string) (string, error) {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return filepath.Abs(path)
		}
		for _, dir := range places {
			if path := filepath.Join(dir, name); executable(path) {
				return path, nil
			}
		}
	}
	return "", &missingError{strings.Join(names, " or ")}
}

func executable(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o111 != 0
}

// postgresPrograms must lie in one directory: programs of two versions do not
// work together, and Debian's psql in PATH is a wrapper for its own clusters.
var postgresPrograms = []string{"initdb", "postgres", "psql", "pg_dump"}

// findPostgres finds the directory of a whole PostgreSQL installation: the one
// that PATH leads to, else the newest.
func findPostgres() (string, error) {
	var dirs []string
	if path, err := exec.LookPath("initdb"); err == nil {
		if path, err = filepath.EvalSymlinks(path); err == nil {
			dirs = append(dirs, filepath.Dir(path))
		}
	}
	for _, pattern := range []string{"/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			return "", err
		}
		slices.SortFunc(found, func(a, b string) int { return cmp.Compare(version(b), version(a)) })
		dirs = append(dirs, found...)
	}
	for _, dir := range dirs {
		if !slices.ContainsFunc(postgresPrograms, func(p string) bool { return !executable(filepath.Join(dir, p)) }) {
			return dir, nil
		}
	}
	return "", &missingError{"a directory with " + strings.Join(postgresPrograms, ", ")}
}

// version is the version number in a path such as /usr/lib/postgresql/15/bin.
func version(path string) float64 {
	v := strings.FieldsFunc(path, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
	if len(v) == 0 {
		return 0
	}
	n, err := strconv.ParseFloat(v[len(v)-1], 64)
	if err != nil {
		return 0
	}
	return n
}
