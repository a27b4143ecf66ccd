package main

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"

	"github.com/migawari-dev/migawari/internal/bench/workload"
)

// A description is of a dump: one of them is set.
type description struct {
	School *workload.Options
	Grid   *workload.Grid
}

// elsewhere writes a dump from another process, so that this one stays small: to the
// system, a program that is measured begins with the memory of the process that starts it.
func elsewhere(d description) func(io.Writer) error {
	return func(w io.Writer) error {
		self, err := os.Executable()
		if err != nil {
			return err
		}
		text, err := json.Marshal(d)
		if err != nil {
			return err
		}
		c := exec.Command(self, "-write-dump", string(text))
		c.Stdout, c.Stderr = w, os.Stderr
		return c.Run()
	}
}

// writeDump is what the other process does.
func writeDump(text string) error {
	var d description
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		return err
	}
	if d.Grid != nil {
		return d.Grid.Write(os.Stdout)
	}
	_, err := workload.Write(os.Stdout, *d.School)
	return err
}
