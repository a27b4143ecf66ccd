package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/partial"
	"github.com/migawari-dev/migawari/internal/dbtest"
	"github.com/migawari-dev/migawari/mask"
)

// opened is a call that opens a file so that it can be written.
var opened = regexp.MustCompile(`(?:open|openat|creat|memfd_create)\((?:AT_FDCWD, |\d+, )?"([^"]+)".*(?:O_WRONLY|O_RDWR|O_CREAT|creat|memfd)`)

// watched runs the command in a directory and gives the names of the files that it and its
// programs have opened for writing, devices left out, and all that they opened.
func watched(t *testing.T, dir string, env []string, args ...string) (written []string, calls string) {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	log := filepath.Join(t.TempDir(), "calls")
	cmd := exec.Command(strace, append([]string{"-f", "-qq", "-s", "4096", "-e", "trace=open,openat,openat2,creat,memfd_create", "-o", log, "migawari"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), keyVariable+"="+mask.GenerateKey()), env...)
	out, err := cmd.CombinedOutput()
	if err != nil && strings.Contains(string(out), "ptrace") {
		t.Skip("processes cannot be watched here")
	}
	require.NoError(t, err, "%s", out)
	text, err := os.ReadFile(log)
	require.NoError(t, err)
	for _, m := range opened.FindAllStringSubmatch(string(text), -1) {
		if name := m[1]; !strings.HasPrefix(name, "/dev/") && !slices.Contains(written, name) {
			written = append(written, name)
		}
	}
	return written, string(text)
}

// ownFiles are the masked dump and the audit before they have their names.
var ownFiles = regexp.MustCompile(`^\.(dev\.\w+|audit\.json)\.[A-Z2-7]{8}\.tmp$`)

// TestNothingRaw watches the command and the program that it runs: they open nothing
// for writing but the masked dump, the audit and what is no file. The same holds where the
// driver reads.
func TestNothingRaw(t *testing.T) {
	for scheme, place := range livePlaces(t) {
		t.Run(scheme, func(t *testing.T) {
			dir := t.TempDir()
			require.NoError(t, os.WriteFile(filepath.Join(dir, "policy.yaml"), []byte(samplePolicy), 0o600))
			command, err := exec.LookPath("migawari")
			require.NoError(t, err)
			for by, path := range map[string]string{"program": os.Getenv("PATH"), "driver": filepath.Dir(command)} {
				written, calls := watched(t, dir, []string{"PATH=" + path}, "dump", "-p", "policy.yaml", "--audit", "audit.json", "-o", "dev.sql", place.target)
				if by == "program" {
					require.Regexp(t, `openat\(.*libpq|"/dev/fd/3"`, calls, "the program is watched too")
				}
				require.Len(t, written, 2, written)
				for _, name := range written {
					require.Regexp(t, ownFiles, name)
				}
			}
		})
	}
}

// TestNothingRawOfFiles watches what is done with dumps of every kind: what is opened for
// writing gets a name that a masked dump, an audit or a part of one has.
func TestNothingRawOfFiles(t *testing.T) {
	dir := t.TempDir()
	all := killable(t, dir, 100)
	require.NoError(t, os.Mkdir(filepath.Join(dir, "out"), 0o700))
	for name, c := range all {
		t.Run(name, func(t *testing.T) {
			require.NoError(t, os.WriteFile(filepath.Join(dir, "policy.yaml"), []byte(c.policy), 0o600))
			written, _ := watched(t, dir, nil, "mask", "-p", "policy.yaml", "--audit", "audit.json", "-o", "out/"+c.dev, "raw/"+c.raw)
			require.NotEmpty(t, written)
			for _, file := range written {
				inside := strings.HasPrefix(file, "out/"+c.dev+partial.Suffix+"/") || slices.Contains([]string{"toc.dat", "migawari.state"}, file) || regexp.MustCompile(`^\d+\.dat$`).MatchString(file)
				require.True(t, inside || ownFiles.MatchString(filepath.Base(file)), file)
			}
			for file, text := range contents(t, filepath.Join(dir, "out")) {
				require.NotContains(t, string(text), canary, file)
			}
		})
	}
}

// shim puts a script before a program, which writes down its arguments.
func shim(t *testing.T, name, dir string) {
	t.Helper()
	real, err := exec.LookPath(name)
	require.NoError(t, err)
	script := "#!/bin/sh\necho \"$0 $*\" >>" + filepath.Join(dir, "arguments") + "\nenv | grep -e KEY -e _PWD >>" + filepath.Join(dir, "environment") + "\nexec " + real + " \"$@\"\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(script), 0o700))
}

// TestPasswords: a password reaches the server, and no argument holds it.
func TestPasswords(t *testing.T) {
	key := mask.GenerateKey()
	t.Setenv(keyVariable, key)
	const password = `p"a\ss'wo#rd`
	policy := write(t, "policy.yaml", samplePolicy)
	places := livePlaces(t)
	s := dbtest.MariaDB(t)
	s.Exec(t, "CREATE OR REPLACE USER reader@localhost IDENTIFIED BY '"+strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(password)+"'", "GRANT ALL ON *.* TO reader@localhost")
	target := strings.Replace(places["mysql"].target, "root@", "reader@", 1)
	dir := t.TempDir()
	shim(t, "mariadb-dump", dir)
	shim(t, "pg_dump", dir)
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	t.Setenv("HOME", dir)

	status, _, said := migawari(t, "", "dump", "-p", policy, target)
	require.Equal(t, exitStopped, status)
	require.Contains(t, said, "error 1045 (28000): the account or its password is refused")

	options := write(t, "my.cnf", "[mysqldump]\nwhere=0\n[client]\nuser = nobody\npassword=\"p\\\"a\\\\ss'wo#rd\"\n[mysql]\npassword=wrong\n")
	status, _, said = migawari(t, "", "dump", "-p", policy, target+"&option-file="+options)
	require.Equal(t, exitDone, status, said)
	require.Contains(t, said, "4 rows")

	t.Setenv("MYSQL_PWD", password)
	status, _, said = migawari(t, "", "dump", "-p", policy, target)
	require.Equal(t, exitDone, status, said)

	t.Setenv("PGPASSWORD", password)
	status, _, said = migawari(t, "", "dump", "-p", policy, places["postgres"].target)
	require.Equal(t, exitDone, status, said)

	arguments, err := os.ReadFile(filepath.Join(dir, "arguments"))
	require.NoError(t, err)
	require.Contains(t, string(arguments), "mariadb-dump --defaults-file=/dev/fd/3 ")
	require.Contains(t, string(arguments), "pg_dump --snapshot=")
	require.NotContains(t, string(arguments), "wo#rd")
	environment, err := os.ReadFile(filepath.Join(dir, "environment"))
	require.NoError(t, err)
	require.NotContains(t, string(environment), key)
	require.NotContains(t, string(environment), "MYSQL_PWD")
}

// TestProgramFails: where the program fails behind rows that were masked, the dump
// does not appear, and of what it says only the code is shown.
func TestProgramFails(t *testing.T) {
	t.Setenv(keyVariable, mask.GenerateKey())
	policy := write(t, "policy.yaml", samplePolicy)
	for scheme, c := range map[string]struct{ program, says, want string }{
		"mysql": {"mariadb-dump", "mariadb-dump: Error 2013: canary\nmariadb-dump: Error: 2013: canary 'canary' when dumping table `users` at row: 1",
			"mariadb-dump: exit status 3: error 2013: the rows of a table could not be read: users"},
		"postgres": {"pg_dump", `pg_dump: error: Dumping the contents of table "users" failed: PQgetResult() failed.` + "\npg_dump: detail: canary",
			"pg_dump: exit status 3: the rows of a table could not be read: users"},
	} {
		t.Run(scheme, func(t *testing.T) {
			place := livePlaces(t)[scheme]
			dir := t.TempDir()
			real, err := exec.LookPath(c.program)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(filepath.Join(dir, "says"), []byte(c.says), 0o600))
			script := "#!/bin/sh\n" + real + " \"$@\" || exit\ncase $1 in --version) exit;; esac\ncat " + filepath.Join(dir, "says") + " >&2\nexit 3\n"
			require.NoError(t, os.WriteFile(filepath.Join(dir, c.program), []byte(script), 0o700))
			t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
			output := filepath.Join(t.TempDir(), "dev.sql")
			status, _, said := migawari(t, "", "dump", "-p", policy, "-o", output, place.target)
			require.Equal(t, exitStopped, status)
			require.Contains(t, said, c.want)
			require.NotContains(t, said, canary)
			require.NoFileExists(t, output)
		})
	}
}
