package main

import (
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/docs"
	"github.com/migawari-dev/migawari/internal/manual"
)

// dateVariable is the time, in seconds, that what is built twice has both times.
const dateVariable = "SOURCE_DATE_EPOCH"

// manual writes the manual pages, which say what --help says.
func (a *app) manual() *cobra.Command {
	return &cobra.Command{
		Use:   "manual DIR",
		Short: "writes the manual pages",
		Long: `manual writes the manual pages into DIR, where man looks for them in man1 and man5: one for
each verb, one for the command, and migawari-policy(5), the grammar of policies. They
have today's date, or that of the variable ` + dateVariable + `.`,
		Example: `  migawari manual ~/.local/share/man && man migawari-mask`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("manual takes one directory")
			}
			return nil
		},
		ValidArgsFunction: directories,
		RunE:              func(cmd *cobra.Command, args []string) error { return writeManual(cmd.Root(), args[0]) },
	}
}

func writeManual(root *cobra.Command, dir string) error {
	day := time.Now()
	if text, set := os.LookupEnv(dateVariable); set {
		seconds, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return usage("%s: it is a number of seconds", dateVariable)
		}
		day = time.Unix(seconds, 0)
	}
	policy := manual.Document("migawari-policy", 5, "what becomes of each column of a dump", docs.Policy, day)
	for _, page := range manual.Verbs(root, day, sections(), policy) {
		file := filepath.Join(dir, filepath.FromSlash(page.File()))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil { //nolint:gosec // everybody reads manuals
			return failed(named(file), err)
		}
		if err := os.WriteFile(file, []byte(page.Text), 0o644); err != nil { //nolint:gosec // as above
			return failed(named(file), err)
		}
	}
	return nil
}

// sections are what holds for all verbs.
func sections() []manual.Section {
	status := func(n int, means string) manual.Item { return manual.Item{Word: strconv.Itoa(n), Means: means} }
	return []manual.Section{
		{Title: "ENVIRONMENT", Items: []manual.Item{
			{Word: keyVariable, Means: "the key, where --key-file names none"},
			{Word: "NO_COLOR, FORCE_COLOR", Means: "no colours on a terminal; colours everywhere"},
			{Word: dateVariable, Means: "the date of the manual pages that migawari manual writes"},
		}},
		{Title: "EXIT STATUS", Items: []manual.Item{
			status(exitDone, "All input was understood, and nothing was found."),
			status(exitStopped, "The run has stopped, and any output is incomplete."),
			status(exitUsage, "The usage, the key or the policy is wrong, and nothing was read."),
			status(exitFound, "A verb that looks for something has found it."),
		}},
	}
}
