package main

import (
	"errors"
	"os"

	"github.com/migawari-dev/migawari/dialects/server"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
)

// productionFlags are what it takes to read a production.
type productionFlags struct {
	yes string
	log runLog
}

// ask demands that who reads a production means it, and writes that down before the
// first row is read.
func (f *productionFlags) ask(t *server.Target, g *guard) error {
	switch {
	case f.yes != t.Database:
		return &usageError{reason: place(t) + ": it is a production", hint: "a replica is the better place to read; else say --yes-production " + named(t.Database) + " --run-log FILE"}
	case f.log.filePath == "":
		return &usageError{reason: place(t) + ": it is a production, and reading it is written down", hint: "--run-log FILE"}
	}
	return f.log.write(newLogEntry(g, t))
}

// logged writes down that a load begins, before its first statement, and how it ends.
func (f *loadFlags) logged(g *guard, t *server.Target, state *server.State, load func() (*mask.Audit, *manifest, error)) error {
	e := newLogEntry(g, t)
	if f.replace != "" && state.Tables > 0 && !state.Loaded {
		e.Forced = append(e.Forced, "--replace "+t.Database)
	}
	if f.partial {
		e.Forced = append(e.Forced, "--partial")
	}
	if err := f.log.write(e); err != nil {
		return err
	}
	read, m, err := load()
	e.Ended = audit.Stopped
	if err == nil {
		c := m.record(f, true)
		e.Ended, e.Rows, e.SHA256, e.Audit, e.Audience, e.Purpose = audit.Done, read.Rows(), c.SHA256, c.Audit, c.Audience, c.Purpose
		if !c.Expires.IsZero() {
			e.Expires = &c.Expires
		}
	}
	return errors.Join(err, f.log.write(e))
}

// newLogEntry says who does what.
func newLogEntry(g *guard, t *server.Target) audit.Entry {
	return audit.Entry{Who: server.Name(), PID: os.Getpid(), Verb: g.verb, Target: place(t), Policy: g.policy}
}

// A runLog is the file of the run log. Without a name there is none.
type runLog struct{ filePath }

// write adds a line to the log.
func (l *runLog) write(e audit.Entry) error {
	if l.filePath == "" {
		return nil
	}
	if err := audit.Append(l.String(), e); err != nil {
		return failed(named(l.String()), err)
	}
	return nil
}
