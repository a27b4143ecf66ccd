package main

import (
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
	"github.com/migawari-dev/migawari/mask/review"
)

// strict ends a dump with an error if check would find something. It can say so only at
// the end: keys and constraints may stand behind the rows.
func strict(d dialects.Dialect, plan *mask.Plan) dialects.Dialect {
	return dialects.AtEnd(d, func(s *schema.Schema, _ *dialects.Listed) error {
		found := slices.DeleteFunc(plan.Check(s), unmet)
		found = append(found, review.Findings(plan, detect.Tables(s, detect.Options{}))...)
		if len(found) > 0 {
			return findings(found)
		}
		return nil
	})
}

// findings are an error of a strict run.
type findings []mask.Finding

func (f findings) Error() string {
	return "check finds " + count(int64(len(f)), "thing") + " (--strict)"
}
