package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// completion writes the script that makes a shell complete verbs, flags and
// their values.
func (a *app) completion() *cobra.Command {
	shells := map[string]func(*cobra.Command) error{
		"bash":       func(root *cobra.Command) error { return root.GenBashCompletionV2(a.stdout, true) },
		"zsh":        func(root *cobra.Command) error { return root.GenZshCompletion(a.stdout) },
		"fish":       func(root *cobra.Command) error { return root.GenFishCompletion(a.stdout, true) },
		"powershell": func(root *cobra.Command) error { return root.GenPowerShellCompletionWithDesc(a.stdout) },
	}
	names := slices.Sorted(maps.Keys(shells))
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "writes the completion script of a shell: " + strings.Join(names, ", "),
		Example: `  bash        source <(migawari completion bash)
  zsh         migawari completion zsh > "${fpath[1]}/_migawari"
  fish        migawari completion fish > ~/.config/fish/completions/migawari.fish
  powershell  migawari completion powershell | Out-String | Invoke-Expression`,
		ValidArgs: names,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 || shells[args[0]] == nil {
				return usage("completion takes one of %s", strings.Join(names, ", "))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := shells[args[0]](cmd.Root()); err != nil {
				return failed("stdout", err)
			}
			return nil
		},
	}
}
