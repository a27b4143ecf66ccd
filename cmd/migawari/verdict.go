package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/verify"
)

// conclude says in words what a verdict comes to.
func (a *app) conclude(v *verify.Verdict) {
	if v.Like != "" {
		a.sayf("the masked dump looks like %s", v.Like)
	}
	var values, compared int64
	for _, c := range v.In(verify.Judged) {
		values += c.Values
	}
	a.sayf("%s in %s; %s of %s judged", count(int64(len(v.Findings)), "finding"), count(int64(len(v.Tables)), "table"),
		count(values, "value"), count(int64(len(v.In(verify.Judged))), "column"))
	if len(v.Findings) == 0 && !v.Clean() {
		a.sayf("nothing speaks for the dump: no masked column of it has a value that can be judged")
	}
	if len(v.Sources) > 0 {
		for _, s := range v.Sources {
			compared += max(s.Searched, s.InPlace)
		}
		a.sayf("%s of %s compared with the source", count(compared, "value"), count(int64(len(v.Sources)), "column"))
		return
	}
	if unknown := len(v.In(verify.CannotTell)) + len(v.In(verify.PartlyJudged)); unknown > 0 {
		a.sayf("cannot tell of %s", count(int64(unknown), "masked column"))
	}
}

func renderVerdict(v *verify.Verdict, format string, sum *digested) (string, error) {
	if format == "json" {
		r := v.Report()
		var err error
		if r.SHA256, err = sum.value(); err != nil {
			return "", err
		}
		b, err := json.MarshalIndent(r, "", "  ")
		return string(b) + "\n", err
	}
	var grids []string
	if len(v.Findings) > 0 {
		grids = append(grids, findingsTable(v))
	}
	if len(v.Sources) > 0 {
		grids = append(grids, sourcesTable(v))
	} else if unknown := unknownTable(v); unknown != "" {
		grids = append(grids, unknown)
	}
	return strings.Join(grids, "\n"), nil
}

func findingsTable(v *verify.Verdict) string {
	var g grid
	head := []string{"FOUND", "TABLE", "COLUMN", "KIND", "LINE", "COUNT"}
	if len(v.Sources) > 0 {
		head = append(head, "FROM", "WRITTEN IN")
	}
	g.add(head...)
	for _, f := range v.Report().Findings {
		line := ""
		if f.Line > 0 {
			line = fmt.Sprint(f.Line)
		}
		g.add([]string{string(f.What), f.Table, f.Column, f.Kind, line, grouped(f.Count), f.From, f.Guise}[:len(head)]...)
	}
	return g.String()
}

// unknownTable has the columns of which nobody can tell without the source.
func unknownTable(v *verify.Verdict) string {
	var g grid
	g.add("CANNOT TELL", "COLUMN", "RULE", "VALUES")
	for _, c := range v.Columns {
		if c.State == verify.CannotTell || c.State == verify.PartlyJudged {
			g.add(mask.Printable(c.Table), mask.Printable(c.Column), c.Rule, grouped(c.Values-c.Ours-c.NotOurs))
		}
	}
	if len(g.rows) == 1 {
		return ""
	}
	return g.String()
}

// sourcesTable has what was compared of each masked column, and what was left out.
func sourcesTable(v *verify.Verdict) string {
	var g grid
	g.add("COMPARED", "COLUMN", "RULE", "VALUES", "LOOKED FOR", "IN PLACE", "LEFT OUT", "COMMON", "LIKE FAKES")
	for _, s := range v.Sources {
		g.add(mask.Printable(s.Table), mask.Printable(s.Column), s.Rule, grouped(s.Values), grouped(s.Searched), grouped(s.InPlace), grouped(s.Short), grouped(s.Common), grouped(s.Fakes))
	}
	return g.String()
}
