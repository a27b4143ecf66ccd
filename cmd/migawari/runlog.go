package main

import (
	"encoding/json"
	"errors"
	"os"
	"time"

	"github.com/migawari-dev/migawari/dialects/server"
	"github.com/migawari-dev/migawari/mask"
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
		e.Forced = []string{"--replace " + t.Database}
	}
	if err := f.log.write(e); err != nil {
		return err
	}
	read, m, err := load()
	e.Time, e.Ended = time.Now().UTC(), "stopped"
	if err == nil {
		c := m.record(f, true)
		e.Ended, e.Rows, e.SHA256, e.Audience, e.Purpose, e.Expires = "done", read.Rows(), c.SHA256, c.Audience, c.Purpose, c.Expires
	}
	return errors.Join(err, f.log.write(e))
}

// A logEntry is a line of the run log.
type logEntry struct {
	Time   time.Time `json:"time"`
	Who    string    `json:"who"`
	PID    int       `json:"pid"`
	Verb   string    `json:"verb"`
	Target string    `json:"target"`
	Policy string    `json:"policy_id"`
	// Of a load: what was forced, and how it ended. The line before its first statement has no end.
	Forced   []string  `json:"forced,omitempty"`
	Ended    string    `json:"ended,omitempty"`
	Rows     int64     `json:"rows,omitempty"`
	SHA256   string    `json:"sha256,omitempty"`
	Audience string    `json:"audience,omitempty"`
	Purpose  string    `json:"purpose,omitempty"`
	Expires  time.Time `json:"expires,omitzero"`
}

// newLogEntry says who does what, and when.
func newLogEntry(g *guard, t *server.Target) logEntry {
	return logEntry{Time: time.Now().UTC(), Who: server.Name(), PID: os.Getpid(), Verb: g.verb, Target: place(t), Policy: g.policy}
}

// A runLog is the file of the run log. Without a name there is none.
type runLog struct{ filePath }

// write adds a line to the log, and makes sure that it is on the disk.
func (l *runLog) write(e logEntry) error {
	if l.filePath == "" {
		return nil
	}
	line, err := json.Marshal(e)
	if err != nil {
		panic("migawari: internal error: " + err.Error())
	}
	file, err := os.OpenFile(l.String(), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return failed(named(l.String()), err)
	}
	_, err = file.Write(append(line, '\n'))
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return failed(named(l.String()), err)
	}
	return nil
}
