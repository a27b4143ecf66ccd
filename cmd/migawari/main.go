// Command migawari streams a database dump through column-level masking rules.
//
// It chooses and connects: grammars are in dialects, rules in mask, fakes in
// fake. There is a file for each verb, and ui.go has the rules of output.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/internal/pipe"
)

func main() {
	ctx := untilSignal(context.Background())
	pipe.Widen(os.Stdin)
	pipe.Widen(os.Stdout)
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run does what the arguments say and gives the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (status int) {
	a := &app{ui: newUI(stdout, stderr), stdin: stdin}
	defer a.confess(&status)
	root := a.root()
	root.SetArgs(append([]string{}, args...)) // nil would stand for os.Args
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return a.report(root.ExecuteContext(ctx))
}

// An app is one run of the command.
type app struct {
	*ui
	stdin io.Reader
}

// confess reports a panic, which is a bug of ours. Its value may quote data and
// is left out; where it arose is said.
func (a *app) confess(status *int) {
	if recover() == nil {
		return
	}
	*status = exitStopped
	a.say("internal error: this is a bug in migawari")
	var pcs [32]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs[:])])
	for {
		f, more := frames.Next()
		a.sayf("  %s (%s:%d)", f.Function, filepath.Base(f.File), f.Line)
		if !more {
			return
		}
	}
}

// root is the tree of verbs.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "migawari",
		Short: "masks the personal data of a database dump",
		Long: `migawari streams a database dump through column-level masking rules and writes
a dump that is safe to restore into development, test and CI: same shape, same
joins, nobody real in it.

  mysqldump shop | migawari mask -p policy.yaml --key-file key | mysql shop_dev`,
		Version: version(),
		Args:    a.noSuchVerb,
		RunE: func(*cobra.Command, []string) error {
			return &usageError{reason: "a verb is missing", hint: "migawari --help"}
		},
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.SetVersionTemplate("{{.Version}}")
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(a.help())
	root.AddCommand(a.mask(), a.planVerb(), a.subset(), a.dump(), a.load(), a.mark(), a.scanVerb(), a.check(), a.verify(), a.generate(), a.auditVerb(), a.reportVerb(), a.approveVerb(), a.closeVerb(), a.keygen(), a.maskers(), a.version(), a.completion(), a.manual())
	return root
}

// help is --help for those who type it in front.
func (a *app) help() *cobra.Command {
	return &cobra.Command{
		Use:   "help [VERB]",
		Short: "describes a verb",
		RunE: func(cmd *cobra.Command, args []string) error {
			verb, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return a.noSuchVerb(cmd.Root(), args)
			}
			return verb.Help()
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) (verbs []string, _ cobra.ShellCompDirective) {
			if at, _, err := cmd.Root().Find(args); err == nil {
				for _, v := range at.Commands() {
					verbs = append(verbs, v.Name()+"\t"+v.Short)
				}
			}
			return verbs, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// noSuchVerb refuses what is no verb, and says what was meant.
func (a *app) noSuchVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := "migawari --help"
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		hint = "did you mean " + near[0] + "?"
	}
	return &usageError{reason: "unknown verb " + quoted(args[0]), hint: hint}
}

// interrupted is why a run ends that a signal ends.
type interrupted struct{ signal os.Signal }

func (i interrupted) Error() string { return "stopped by a signal: " + i.signal.String() }

// untilSignal gives a context that the first interrupt ends. A second one finds
// no handler and ends the process.
//
// A closed pipe behind stdout or stderr is an error of the write and no signal,
// so that a run can end in order.
func untilSignal(ctx context.Context) context.Context {
	signal.Ignore(syscall.SIGPIPE)
	ctx, cancel := context.WithCancelCause(ctx)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	if !signal.Ignored(syscall.SIGHUP) { // nohup says that a lost terminal is nothing
		signal.Notify(signals, syscall.SIGHUP)
	}
	go func() {
		s := <-signals
		signal.Stop(signals)
		cancel(interrupted{s})
	}()
	return ctx
}
