package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
)

// canary is in every value of the dumps below and in no name.
const canary = "canary"

// dumps have a canary in every value, in each dialect.
var dumps = map[string]string{
	"mysql": "-- MySQL dump 10.13  Distrib 8.0.46\n/*!40101 SET NAMES utf8mb4 */;\n" +
		"CREATE TABLE `users` (`id` varchar(40) NOT NULL DEFAULT 'canary0', `mail` varchar(255), `born` date, PRIMARY KEY (`id`)) COMMENT='canary1';\n" +
		"INSERT INTO `users` VALUES ('canary2','canary3@corp.test','1999-canary4'),('canary5',NULL,x'63616e617279');\n" +
		"INSERT INTO `users` (`mail`,`id`) VALUES ('canary\\'6','canary7');\n" +
		"-- Dump completed on canary8\n",
	"postgres": "--\n-- PostgreSQL database dump\n--\n\nSET client_encoding = 'UTF8';\n" +
		"CREATE TABLE public.users (\n    id text DEFAULT 'canary0'::text NOT NULL,\n    mail text,\n    born date\n);\n" +
		"COPY public.users (id, mail, born) FROM stdin;\ncanary2\tcanary3@corp.test\tcanary4\ncanary5\t\\N\t\\N\n\\.\n\n" +
		"INSERT INTO public.users (mail, id) VALUES ('canary''6', E'canary\\n7');\n" +
		"--\n-- PostgreSQL database dump complete\n--\n\n",
	"sqlite": "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n" +
		"CREATE TABLE users (id TEXT PRIMARY KEY DEFAULT 'canary0', mail TEXT, born DATE);\n" +
		"INSERT INTO users VALUES('canary2','canary3@corp.test','canary4');\nINSERT INTO users VALUES('canary''5',NULL,X'63616e617279');\nCOMMIT;\n",
}

// policies stop at different places: in a masker, at a column, at a table, at a
// condition, nowhere.
var policies = map[string]string{
	"all":       "{version: 1, tables: {users: {person: id, columns: {id: {mask: hash, length: 20}, mail: {mask: hash, length: 20}, born: 'null'}}}}",
	"keep":      "{version: 1, ddl: keep, tables: {'*': keep}}",
	"unfit":     "{version: 1, tables: {users: {columns: {id: integer, mail: uuid, born: {mask: date, to: year}}}}}",
	"dates":     "{version: 1, tables: {users: {person: id, columns: {id: keep, mail: keep, born: {mask: date, shift: 4w}}}}}",
	"uncovered": "{version: 1, tables: {users: {columns: {id: keep}}}}",
	"dropped":   "{version: 1, tables: {users: {rows: drop}}}",
	"absent":    "{version: 1, tables: {users: keep, others: keep}}",
	"when":      "{version: 1, tables: {users: {rows: {where: \"mail matches '^x'\"}, columns: {'*': keep, mail: [{when: \"born == '1999-01-01'\", mask: hash}, {mask: keep}]}}}}",
}

// TestSilence runs every verb that reads over dumps that are whole, cut, and
// broken at each place, and looks for the canary in all that is said.
func TestSilence(t *testing.T) {
	t.Setenv(keyVariable, mask.GenerateKey())
	dir := t.TempDir()
	for name, text := range policies {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	stopped := 0
	for dialect, dump := range dumps {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "whole"), []byte(dump), 0o600))
		for name := range policies {
			step := 13
			if testing.Short() {
				step = 41
			}
			for at := 0; at <= len(dump); at += step {
				for _, in := range broken(dump, at) {
					stopped += silent(t, in, dir, name, dialect)
				}
			}
			silent(t, dump, dir, name, "auto")
			silent(t, dump, dir, name, "mysql")
		}
	}
	require.Greater(t, stopped, 100)
}

// broken gives a dump that is cut at a place, and others that are damaged there.
func broken(dump string, at int) []string {
	return []string{dump[:at], dump[:at] + "'" + dump[at:], dump[:at] + ",(1)" + dump[at:], dump[:at] + "\xff\\" + dump[at:]}
}

// silent runs the command and fails if it says anything of the dump. It counts
// the runs that stopped.
func silent(t *testing.T, dump, dir, policy, dialect string) (stopped int) {
	t.Helper()
	audit := filepath.Join(t.TempDir(), "audit.json")
	raw := filepath.Join(t.TempDir(), "raw.sql")
	require.NoError(t, os.WriteFile(raw, []byte(dump), 0o600))
	whole := filepath.Join(dir, "whole")
	runs := [][]string{
		{"mask", "-p", filepath.Join(dir, policy), "--dialect", dialect, "--strict", "--progress", "always", "--dry-run", "--audit", audit},
		{"check", "-p", filepath.Join(dir, policy), "--dialect", dialect, "--progress", "always"},
		{"mask", "--verify", "-p", filepath.Join(dir, policy), "--dialect", dialect, "--dry-run"},
		{"verify", "-p", filepath.Join(dir, policy), "--dialect", dialect, "--progress", "always"},
	}
	if policy == "all" || policy == "when" { // these get furthest
		runs = append(runs, []string{"verify", "-p", filepath.Join(dir, policy), "--dialect", dialect, "--source", raw, whole})
	}
	for _, args := range runs {
		var stdout, stderr bytes.Buffer
		status := run(context.Background(), args, strings.NewReader(dump), &stdout, &stderr)
		require.NotContains(t, stdout.String()+stderr.String(), canary)
		require.NotContains(t, stderr.String(), "internal error")
		require.NotEqual(t, exitUsage, status, stderr.String())
		if status == exitStopped {
			stopped++
			require.Regexp(t, `(?m)^migawari: (stdin|\S*(raw\.sql|whole)): `, stderr.String())
		}
		for line := range strings.Lines(stderr.String()) {
			require.True(t, strings.HasPrefix(line, prefix), line)
		}
	}
	if b, err := os.ReadFile(audit); err == nil {
		require.NotContains(t, string(b), canary)
	}
	return stopped
}

// TestSilenceOfPolicies breaks a policy with literals in its conditions.
func TestSilenceOfPolicies(t *testing.T) {
	t.Setenv(keyVariable, mask.GenerateKey())
	text := `{version: 1, tables: {users: {columns: {"*": keep, mail: [{when: "mail == 'canary' and id in ['canary', 'canary']", mask: hash}, {mask: keep}]}}}}`
	from := strings.Index(text, "mail ==")
	to := strings.Index(text, "\", mask")
	for at := from; at < to; at++ {
		if strings.Contains(text[:at]+"|", "canar|") { // a canary in two pieces is none
			continue
		}
		name := filepath.Join(t.TempDir(), "policy.yaml")
		require.NoError(t, os.WriteFile(name, []byte(text[:at]+")"+text[at:]), 0o600))
		var stdout, stderr bytes.Buffer
		run(context.Background(), []string{"mask", "-p", name}, strings.NewReader(dumps["mysql"]), &stdout, &stderr)
		require.NotContains(t, stderr.String(), canary, fmt.Sprint("at ", at))
	}
}

// TestPanic is a bug of ours: where it arose is said, and nothing of its value.
func TestPanic(t *testing.T) {
	var stdout, stderr bytes.Buffer
	a := &app{ui: newUI(&stdout, &stderr)}
	status := exitDone
	func() {
		defer a.confess(&status)
		panic(canary)
	}()
	require.Equal(t, exitStopped, status)
	require.NotContains(t, stderr.String(), canary)
	require.Contains(t, stderr.String(), "migawari: internal error")
	require.Contains(t, stderr.String(), "silence_test.go:")
}

// TestKeyIsSilent gives keys in all the wrong places.
func TestKeyIsSilent(t *testing.T) {
	key := mask.GenerateKey()
	dir := t.TempDir()
	file := filepath.Join(dir, "key")
	require.NoError(t, os.WriteFile(file, []byte(key+"!"), 0o600))
	t.Setenv(keyVariable, key+"?")
	policy := filepath.Join(dir, "policy.yaml")
	require.NoError(t, os.WriteFile(policy, []byte("version: 1\nkey: "+key+"\ntables: {}\n"), 0o600))
	good := filepath.Join(dir, "good.yaml")
	require.NoError(t, os.WriteFile(good, []byte(policies["keep"]), 0o600))
	for _, args := range [][]string{
		{"mask", "-p", good, "--key-file", key},
		{"mask", "-p", good, "--key-file=" + key},
		{"mask", "-p", good, "--key", key},
		{"mask", "-p", good, "--key=" + key},
		{"mask", "-p", good, "-k" + key},
		{"mask", "-p", good, "--key-file", file},
		{"mask", "-p", good},
		{"mask", "-p", policy, "--ephemeral-key"},
		{"mask", "-p", good, "--ephemeral-key=" + key},
	} {
		var stdout, stderr bytes.Buffer
		status := run(context.Background(), args, strings.NewReader(dumps["mysql"]), &stdout, &stderr)
		require.Equal(t, exitUsage, status, args)
		require.NotContains(t, stdout.String()+stderr.String(), key, args[3:])
	}
}
