package main

import (
	"encoding/json"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
)

// auditStatus lists the copies of a run log.
func (a *app) auditStatus() *cobra.Command {
	var all bool
	format := choice{value: "table", of: []string{"table", "json"}}
	cmd := &cobra.Command{
		Use:   "status [--all] LOG",
		Short: "lists the copies that are open or have expired",
		Long: `status reads a run log and lists the copies of which nobody has said that they are
gone: open, expired, or running, which a run that was killed is too. With --all it lists
those that are closed as well.

The exit status is 3 if a copy has expired.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("audit status takes one run log")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			copies, err := readCopies(args[0], time.Now())
			if err != nil {
				return err
			}
			expired := false
			var shown []audit.Copy
			for _, c := range copies {
				expired = expired || c.State == audit.Expired
				if all || c.State != audit.Closed {
					shown = append(shown, c)
				}
			}
			text, err := renderCopies(shown, format.value)
			if err != nil {
				return err
			}
			if err := a.show(text); err != nil {
				return err
			}
			if expired {
				return errFound
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "list copies that are closed, too")
	format.add(cmd, "format", "how to show it")
	return cmd
}

// readCopies reads a run log. It refuses one that ends later than now.
func readCopies(name string, now time.Time) ([]audit.Copy, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, failed(named(name), err)
	}
	log, err := audit.ReadLog(text)
	if err == nil {
		err = audit.CheckClock(log, now)
	}
	if err != nil {
		return nil, failed(named(name), err)
	}
	return audit.Copies(log, now), nil
}

func renderCopies(copies []audit.Copy, format string) (string, error) {
	if format == "json" {
		type line struct {
			State audit.State `json:"state"`
			audit.Entry
			Closing *audit.Entry `json:"closing,omitempty"`
		}
		lines := []line{}
		for _, c := range copies {
			lines = append(lines, line{c.State, c.Entry, c.Closing})
		}
		b, err := json.MarshalIndent(lines, "", "  ")
		return string(b) + "\n", err
	}
	if len(copies) == 0 {
		return "", nil
	}
	var g grid
	g.add("STATE", "SINCE", "EXPIRES", "WHERE", "PURPOSE", "REQUESTER", "BY")
	for _, c := range copies {
		expires := ""
		if c.Expires != nil {
			expires = c.Expires.UTC().Format(time.DateOnly)
		}
		g.add(string(c.State), c.Time.UTC().Format(time.DateOnly), expires, mask.Printable(c.Place()), mask.Printable(c.Purpose), mask.Printable(c.Requester), mask.Printable(c.Who))
	}
	return g.String(), nil
}
