package main

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"time"

	"github.com/migawari-dev/migawari/dialects/server"
)

// productionFlags are what it takes to read a production.
type productionFlags struct {
	yes string
	log filePath
}

// ask demands that who reads a production means it, and writes that down before the
// first row is read.
func (f *productionFlags) ask(t *server.Target, policy string) error {
	switch {
	case f.yes != t.Database:
		return &usageError{reason: place(t) + ": it is a production", hint: "a replica is the better place to read; else say --yes-production " + named(t.Database) + " --run-log FILE"}
	case f.log == "":
		return &usageError{reason: place(t) + ": it is a production, and reading it is written down", hint: "--run-log FILE"}
	}
	return f.write(logEntry{time.Now().UTC(), server.Name(), os.Getpid(), "dump", place(t), policy})
}

// A logEntry is a line of the run log.
type logEntry struct {
	Time   time.Time `json:"time"`
	Who    string    `json:"who"`
	PID    int       `json:"pid"`
	Verb   string    `json:"verb"`
	Target string    `json:"target"`
	Policy string    `json:"policy_id"`
}

// write adds a line to the log, and makes sure that it is on the disk.
func (f *productionFlags) write(e logEntry) error {
	line, err := json.Marshal(e)
	if err != nil {
		panic("migawari: internal error: " + err.Error())
	}
	file, err := os.OpenFile(string(f.log), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return failed(named(string(f.log)), err)
	}
	_, err = file.Write(append(line, '\n'))
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return failed(named(string(f.log)), err)
	}
	return nil
}

// allowed judges a database that is connected by the mark that it may carry.
func (f *dumpFlags) allowed(ctx context.Context, g *guard, t *server.Target, s server.Server) error {
	state, err := s.State(ctx)
	if err != nil {
		return failed(place(t), why(ctx, err))
	}
	if g.IsProduction(t, &state) {
		return f.ask(t, g.policy)
	}
	return nil
}
