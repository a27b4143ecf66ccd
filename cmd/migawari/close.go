package main

import (
	"context"
	"errors"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/dialects/server"
	"github.com/migawari-dev/migawari/mask/audit"
)

// closeFlags say how it is known that a copy is gone.
type closeFlags struct {
	database string
	word     string
	log      runLog
}

// closeVerb writes down that a copy is gone.
func (a *app) closeVerb() *cobra.Command {
	f := &closeFlags{}
	cmd := &cobra.Command{
		Use:   "close --run-log FILE {--database TARGET | --word TEXT} AUDIT",
		Short: "writes down that a masked copy is gone",
		Long: `close adds to the run log that copies of the dump of AUDIT are gone. With --database
it looks: the database must be gone, or empty, or hold another dump, and its copy is
closed. With --word it takes a person's word, and closes all copies that are open.`,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) != 1:
				return usage("close takes one AUDIT")
			case f.log.filePath == "":
				return usage("close: --run-log FILE is missing")
			case (f.database == "") == (strings.TrimSpace(f.word) == ""):
				return usage("close: say --database TARGET or --word TEXT")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.runClose(cmd.Context(), f, args[0]) },
	}
	fs := cmd.Flags()
	fs.StringVar(&f.database, "database", "", "`target` in which the copy must not be any more")
	fs.StringVar(&f.word, "word", "", "`text`: how somebody knows that it is gone")
	fs.Var(&f.log, "run-log", "`file` of the run log")
	return cmd
}

// What stands against closing a copy.
var (
	errThere  = errors.New("the copy is still there")
	errNoCopy = errors.New("the run log has no open copy of this dump there")
)

func (a *app) runClose(ctx context.Context, f *closeFlags, name string) error {
	r, err := readAudit(name)
	if err != nil {
		return err
	}
	copies, err := readCopies(f.log.String(), time.Now())
	if err != nil {
		return err
	}
	at := ""
	if f.database != "" {
		t, err := parseTarget("close", f.database)
		if err != nil {
			return err
		}
		at = place(t)
		gone, err := a.gone(ctx, t, r.SHA256)
		if err != nil {
			return err
		}
		if !gone {
			a.sayf("%s: %s", at, errThere)
			return errFound
		}
	}
	var closed int64
	for _, c := range copies {
		if c.SHA256 == "" || c.SHA256 != r.SHA256 || c.State == audit.Closed || at != "" && c.Place() != at {
			continue
		}
		e := audit.Entry{Who: server.Name(), PID: os.Getpid(), Verb: audit.Close, Target: c.Target, Output: c.Output, SHA256: c.SHA256, Word: f.word}
		if err := f.log.write(e); err != nil {
			return err
		}
		closed++
	}
	if closed == 0 {
		return failed(named(f.log.String()), errNoCopy)
	}
	a.sayf("the copy is closed in %s", count(closed, "place"))
	return nil
}

// gone looks whether a database holds a copy of a dump no more.
func (a *app) gone(ctx context.Context, t *server.Target, sum string) (bool, error) {
	s, err := a.connect(ctx, t)
	if refused, ok := errors.AsType[*server.Error](err); ok && refused.Code == noDatabase[t.Dialect] {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	defer func() { _ = s.Close() }() // it was only read
	kept, err := s.Kept(ctx)
	if err != nil {
		return false, failed(place(t), why(ctx, err))
	}
	if kept != nil {
		return kept.SHA256 != sum, nil
	}
	state, err := s.State(ctx)
	if err != nil {
		return false, failed(place(t), why(ctx, err))
	}
	return state.Tables == 0, nil
}

// noDatabase are the codes by which servers say that there is no such database.
var noDatabase = map[string]string{"mysql": "1049 (42000)", "postgres": "3D000"}
