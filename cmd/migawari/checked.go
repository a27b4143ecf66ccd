package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/review"
)

// A finding is one of check, with the place of the policy that it is about.
type finding struct {
	mask.Finding
	at mask.Location // zero: the file as a whole
}

// placed finds the places of findings: of the column's rule, or of the table's entry,
// where the table is among those that are known.
func placed(p *mask.Plan, found []mask.Finding, known []*schema.Table) []finding {
	tables := map[string]*schema.Table{}
	for _, t := range known {
		tables[t.Name.String()] = t
	}
	all := make([]finding, len(found))
	for i, f := range found {
		all[i].Finding = f
		t := tables[f.Table]
		if t == nil {
			continue
		}
		e, err := p.Entry(t)
		if err != nil || e == nil {
			continue
		}
		all[i].at = e.At
		for _, c := range e.Columns {
			if c.Name == f.Column || t.FoldsColumns() && schema.EqualFold(c.Name, f.Column) {
				all[i].at = c.At
			}
		}
	}
	return all
}

// texts finds what the text of the policy should not hold.
func (p *policy) texts() []finding {
	var all []finding
	for _, t := range review.Text(p.text) {
		all = append(all, finding{mask.Finding{Err: fmt.Errorf("%w: %s", review.ErrText, t.Kind), Hint: "take it out, or say unsafe: REASON"}, t.At})
	}
	return all
}

// checked shows findings.
func checked(found []finding, format, file string) (string, error) {
	switch format {
	case "json":
		return asCheckJSON(found)
	case "sarif":
		return asSARIF(found, file)
	case "github":
		return asGitHub(found, file), nil
	}
	return inTable(found), nil
}

func inTable(found []finding) string {
	if len(found) == 0 {
		return ""
	}
	var g grid
	g.add("TABLE", "COLUMN", "RULE", "FINDING", "HINT")
	for _, f := range found {
		g.add(mask.Printable(f.Table), mask.Printable(f.Column), f.Rule, f.text(), f.Hint)
	}
	return g.String()
}

// text says what was found, and where in the policy if that is all there is to say.
func (f *finding) text() string {
	if f.Table == "" && f.at.Line > 0 {
		return fmt.Sprintf("%s (line %d)", f.Err, f.at.Line)
	}
	return f.Err.Error()
}

// about names what a finding is about.
func (f *finding) about() string {
	switch {
	case f.Table == "":
		return "policy"
	case f.Column == "":
		return mask.Printable(f.Table)
	}
	return mask.Printable(f.Table) + "." + mask.Printable(f.Column)
}

// sentence says all of a finding in one line.
func (f *finding) sentence() string {
	s := f.about() + ": " + f.Err.Error()
	if f.Hint != "" {
		s += " (" + f.Hint + ")"
	}
	return s
}

// checks are the findings by a word for each, which programs compare.
var checks = []struct {
	err  error
	word string
}{
	{mask.ErrUncovered, "uncovered"}, {mask.ErrUnmet, "unmet"}, {mask.ErrDraft, "draft"}, {mask.ErrNoColumns, "no-columns"}, {mask.ErrAmbiguous, "ambiguous"},
	{mask.ErrWidth, "width"}, {mask.ErrType, "type"}, {mask.ErrCheck, "check"}, {mask.ErrNotNull, "not-null"}, {mask.ErrUnique, "unique"},
	{mask.ErrPartition, "partition"}, {mask.ErrForeign, "foreign-key"}, {mask.ErrDangling, "dangling"}, {mask.ErrGenerated, "generated"}, {mask.ErrCondition, "condition"},
	{review.ErrPersonal, "personal"}, {review.ErrLive, "live"}, {review.ErrFormat, "format"}, {review.ErrPersons, "persons"},
	{review.ErrKnownBy, "known-by"}, {review.ErrTime, "time"}, {review.ErrClock, "clock"}, {review.ErrPassing, "passing"}, {review.ErrText, "policy-text"},
	{mask.ErrLiteral, "definition"}, {mask.ErrDatabases, "databases"},
}

func (f *finding) word() string {
	for _, c := range checks {
		if errors.Is(f.Err, c.err) {
			return c.word
		}
	}
	return "other"
}

func asCheckJSON(found []finding) (string, error) {
	type item struct {
		Check   string `json:"check"`
		Table   string `json:"table,omitempty"`
		Column  string `json:"column,omitempty"`
		Rule    string `json:"rule,omitempty"`
		Finding string `json:"finding"`
		Hint    string `json:"hint,omitempty"`
		Line    int    `json:"line,omitempty"`
	}
	all := []item{}
	for _, f := range found {
		all = append(all, item{f.word(), mask.Printable(f.Table), mask.Printable(f.Column), f.Rule, f.Err.Error(), f.Hint, f.at.Line})
	}
	b, err := json.MarshalIndent(all, "", "  ")
	return string(b) + "\n", err
}

// asGitHub writes the commands by which a workflow of GitHub notes something at a line.
func asGitHub(found []finding, file string) string {
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	message := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "::error file=%s,line=%d,title=%s::%s\n", property.Replace(named(filepath.ToSlash(file))), max(f.at.Line, 1),
			property.Replace("migawari check: "+f.word()), message.Replace(f.sentence()))
	}
	return b.String()
}
