package main

import (
	"context"

	"github.com/spf13/cobra"
)

// mark says in a database what it is.
func (a *app) mark() *cobra.Command {
	var production bool
	cmd := &cobra.Command{
		Use:   "mark --production TARGET",
		Short: "marks a database as a production's",
		Long: `mark makes the table migawari_production in the database of TARGET, with the identity
of the server and the name of the database. migawari load then never writes to it, by
whatever name it is reached, and migawari dump asks before it reads.

A mark that came along with a copy names another server, and does not count.`,
		Args: oneTarget,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !production {
				return &usageError{reason: "mark: say what the database is", hint: "migawari mark --production TARGET"}
			}
			return a.runMark(cmd.Context(), args[0])
		},
	}
	cmd.Flags().BoolVar(&production, "production", false, "it is a production's")
	return cmd
}

func (a *app) runMark(ctx context.Context, target string) error {
	t, err := parseTarget("mark", target)
	if err != nil {
		return err
	}
	s, err := a.connect(ctx, t)
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }() // all was waited for
	state, err := s.State(ctx)
	if err != nil {
		return failed(place(t), why(ctx, err))
	}
	a.stale(t, &state)
	if err := s.Mark(ctx); err != nil {
		return failed(place(t), why(ctx, err))
	}
	a.sayf("%s is marked as a production", place(t))
	return nil
}
