package review

import (
	"bytes"
	"errors"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect/name"
	"github.com/migawari-dev/migawari/mask/detect/value"
)

// ErrText is about the text of a policy, which many may read that may not see the data.
var ErrText = errors.New("the policy itself holds what could be somebody's")

// A Place is where a policy holds what could be somebody's.
type Place struct {
	At   mask.Location
	Kind string
}

// Text looks for data in the text of a policy, its comments included. Who has decided
// something may be named (owner), and so may what somebody has said is safe (unsafe).
func Text(policy []byte) []Place {
	var found []Place
	n := 0
	for line := range bytes.Lines(policy) {
		n++
		if bytes.Contains(line, []byte("owner:")) || bytes.Contains(line, []byte("unsafe:")) {
			continue
		}
		for _, f := range value.Find(nil, line) {
			if f.Kind != value.Date && f.Kind != value.UUID && !f.Harmless && f.Sure > value.Possible {
				found = append(found, Place{mask.Location{Line: n, Column: f.Start + 1}, f.Kind.String()})
			}
		}
		if f, ok := name.InLabel(line); ok {
			found = append(found, Place{mask.Location{Line: n, Column: f.Start + 1}, "name"})
		}
	}
	return found
}
