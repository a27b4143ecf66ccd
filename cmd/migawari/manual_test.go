package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/require"
)

// TestManual: each verb has a page, with each of its flags, and what prints manuals finds
// nothing to say about them.
func TestManual(t *testing.T) {
	dir := t.TempDir()
	t.Setenv(dateVariable, "0")
	var stderr bytes.Buffer
	require.Zero(t, run(t.Context(), []string{"manual", dir}, nil, &stderr, &stderr), "%s", &stderr)
	pages, err := filepath.Glob(filepath.Join(dir, "man[15]", "migawari*.[15]"))
	require.NoError(t, err)
	a := &app{ui: newUI(&stderr, &stderr)}
	require.Len(t, pages, eachVerb(t, a.root(), func(cmd *cobra.Command, page string) {
		text, err := os.ReadFile(filepath.Join(dir, "man1", page+".1"))
		require.NoError(t, err)
		require.Contains(t, string(text), ".Dd January 1, 1970\n")
		cmd.Flags().VisitAll(func(f *pflag.Flag) { require.Contains(t, string(text), `Fl \-`+strings.ReplaceAll(f.Name, "-", `\-`)) })
	})+1, "and the page about policies")

	for _, program := range [][]string{{"mandoc", "-T", "lint", "-W", "warning"}, {"groff", "-mandoc", "-Tutf8", "-ww", "-z"}} {
		if _, err := exec.LookPath(program[0]); err != nil {
			t.Logf("there is no %s", program[0])
			continue
		}
		for _, page := range pages {
			out, err := exec.Command(program[0], append(program[1:], page)...).CombinedOutput()
			require.NoError(t, err, "%s", out)
			require.Empty(t, string(out), page)
		}
	}
}

// eachVerb calls f with the command and all verbs below it, and gives their number.
func eachVerb(t *testing.T, cmd *cobra.Command, f func(cmd *cobra.Command, page string)) int {
	n, page := 1, cmd.Name()
	for up := cmd.Parent(); up != nil; up = up.Parent() {
		page = up.Name() + "-" + page
	}
	f(cmd, page)
	for _, c := range cmd.Commands() {
		if c.Name() != "help" {
			n += eachVerb(t, c, f)
		}
	}
	return n
}

// TestCompletedFlags: whoever may not name any file is offered what he may say.
func TestCompletedFlags(t *testing.T) {
	a := &app{ui: newUI(nil, nil)}
	eachVerb(t, a.root(), func(cmd *cobra.Command, _ string) {
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if c, ok := f.Value.(*choice); ok {
				offer, found := cmd.GetFlagCompletionFunc(f.Name)
				require.True(t, found, "%s --%s", cmd.CommandPath(), f.Name)
				offered, directive := offer(cmd, nil, "")
				require.Equal(t, c.of, offered)
				require.Equal(t, cobra.ShellCompDirectiveNoFileComp, directive)
			}
		})
	})
}
