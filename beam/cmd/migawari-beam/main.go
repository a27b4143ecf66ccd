// Command migawari-beam masks a dump that lies in a bucket on the workers of an engine of
// Apache Beam, or in this process.
//
// Engines start this program as their worker, too: with --worker, which Beam's own harness
// takes.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// The exit statuses, as those of migawari.
const (
	exitDone    = 0
	exitStopped = 1
	exitUsage   = 2
)

func main() {
	if isWorker(os.Args[1:]) {
		flag.Parse()
	}
	beam.Init() // a worker works here until the engine ends it
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// isWorker says whether an engine has started the program.
func isWorker(args []string) bool {
	return slices.ContainsFunc(args, func(a string) bool { return a == "--worker" || a == "--worker=true" })
}

const help = `migawari-beam masks a dump in a bucket, in parts, on the workers of an engine.

  migawari-beam mask --input URL --output URL --policy FILE [flags]

`

// run does what the arguments say and gives the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 || args[0] != "mask" {
		_, _ = io.WriteString(stderr, help)
		if len(args) == 1 && slices.Contains([]string{"--help", "-h", "help"}, args[0]) {
			newFlags().usage(stderr)
			return exitDone
		}
		return exitUsage
	}
	f := newFlags()
	err := f.parse(args[1:])
	if errors.Is(err, flag.ErrHelp) {
		_, _ = io.WriteString(stdout, help)
		f.usage(stdout)
		return exitDone
	}
	if err == nil {
		f.log(stderr)
		err = f.mask(ctx, stdout)
	}
	return report(stderr, err)
}

// A usageError is about the command line, the policy or the key: nothing was read.
type usageError struct{ reason string }

func (e *usageError) Error() string { return e.reason }

func usage(format string, args ...any) error { return &usageError{fmt.Sprintf(format, args...)} }

// A policyError has the faults of a policy.
type policyError struct {
	file   string
	text   []byte
	faults mask.Faults
}

func (e *policyError) Error() string { return e.faults.Error() }

// report says how the program ended and gives the exit status.
func report(stderr io.Writer, err error) int {
	if err == nil {
		return exitDone
	}
	if bad, ok := errors.AsType[*policyError](err); ok {
		for _, f := range bad.faults {
			_, _ = fmt.Fprintf(stderr, "migawari-beam: %s:%s\n%s", bad.file, f.Error(), policyfile.Excerpt(bad.text, f.At))
		}
		return exitUsage
	}
	_, _ = fmt.Fprintf(stderr, "migawari-beam: %s\n", err)
	if _, ok := errors.AsType[*usageError](err); ok {
		return exitUsage
	}
	return exitStopped
}
