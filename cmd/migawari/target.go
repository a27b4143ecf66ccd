package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"

	mysqlserver "github.com/migawari-dev/migawari/dialects/mysql/server"
	postgresserver "github.com/migawari-dev/migawari/dialects/postgres/server"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/server"
	sqliteserver "github.com/migawari-dev/migawari/dialects/sqlite/server"
)

// parseTarget reads the target of a verb. What is wrong with one does not show it.
func parseTarget(verb, text string) (*server.Target, error) {
	t, err := server.ParseTarget(text)
	if err == nil {
		err = locate(t)
	}
	if err == nil {
		return t, nil
	}
	hint := "migawari " + verb + " --help"
	switch {
	case errors.Is(err, server.ErrPassword):
		hint = "leave it out: an option file (~/.my.cnf), PGPASSFILE, a variable (MYSQL_PWD, PGPASSWORD) or the terminal has it"
	case errors.Is(err, server.ErrOption):
		hint = fmt.Sprintf("mysql has %s; postgres has %s",
			strings.Join(server.Options("mysql"), ", "), strings.Join(server.Options("postgres"), ", "))
	}
	return nil, &usageError{reason: verb + ": " + err.Error(), hint: hint}
}

// locate finds out where a target leads.
func locate(t *server.Target) error {
	switch t.Dialect {
	case "mysql":
		return mysqlserver.Locate(t)
	case "sqlite":
		return sqliteserver.Locate(t)
	}
	return postgresserver.Locate(t)
}

// place shows a target without the account and the options.
func place(t *server.Target) string {
	if t.Dialect == "sqlite" {
		return named(t.Place())
	}
	return named(t.Dialect + "://" + t.Place())
}

// connect opens a target. Where its server wants a password that nobody has given,
// the terminal is asked.
func (a *app) connect(ctx context.Context, t *server.Target) (server.Server, error) {
	s, err := openServer(ctx, t)
	var refused *server.Error
	if errors.As(err, &refused) && refused.Reason == server.Denied && t.Password == "" && isTerminal(a.stderr) {
		if t.Password, err = a.askPassword(t); err == nil && t.Password != "" {
			s, err = openServer(ctx, t)
		}
	}
	if err != nil {
		return nil, failed(place(t), why(ctx, err))
	}
	return s, nil
}

func openServer(ctx context.Context, t *server.Target) (server.Server, error) {
	switch t.Dialect {
	case "mysql":
		return mysqlserver.Open(ctx, t)
	case "sqlite":
		return sqliteserver.Open(ctx, t)
	}
	return postgresserver.Open(ctx, t)
}

// liveTables reads which tables a target has, and none of their rows.
func (a *app) liveTables(ctx context.Context, verb, text string) (*schema.Schema, error) {
	t, err := parseTarget(verb, text)
	if err != nil {
		return nil, err
	}
	s, err := a.connect(ctx, t)
	if err != nil {
		return nil, err
	}
	defer func() { _ = s.Close() }() // it was only read
	tables, err := s.Tables(ctx)
	if err != nil {
		return nil, failed(place(t), why(ctx, err))
	}
	return tables, nil
}

// askPassword reads a password from the terminal of the process, which does not show
// it; standard input may be a dump.
func (a *app) askPassword(t *server.Target) (string, error) {
	tty, err := os.OpenFile("/dev/tty", os.O_RDWR, 0)
	if err != nil {
		return "", err
	}
	defer func() { _ = tty.Close() }()
	_, _ = fmt.Fprint(a.stderr, prefix+"password for "+place(t)+": ") // there is nobody else to tell
	text, err := term.ReadPassword(int(tty.Fd()))
	_, _ = fmt.Fprintln(a.stderr)
	return string(text), err
}
