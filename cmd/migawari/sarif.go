package main

import (
	"encoding/json"
	"net/url"
	"path/filepath"
	"slices"
)

// asSARIF writes findings as SARIF 2.1.0, which code hosts show beside the lines of the
// policy.
func asSARIF(found []finding, file string) (string, error) {
	type text struct {
		Text string `json:"text"`
	}
	type rule struct {
		ID    string `json:"id"`
		Short text   `json:"shortDescription"`
	}
	type region struct {
		Line int `json:"startLine"`
	}
	type artifact struct {
		URI string `json:"uri"`
	}
	type physical struct {
		Artifact artifact `json:"artifactLocation"`
		Region   region   `json:"region"`
	}
	type logical struct {
		Name string `json:"fullyQualifiedName"`
	}
	type location struct {
		Physical physical  `json:"physicalLocation"`
		Logical  []logical `json:"logicalLocations"`
	}
	type result struct {
		Rule      string     `json:"ruleId"`
		Level     string     `json:"level"`
		Message   text       `json:"message"`
		Locations []location `json:"locations"`
	}
	type driver struct {
		Name    string `json:"name"`
		Version string `json:"version"`
		Rules   []rule `json:"rules"`
	}
	type tool struct {
		Driver driver `json:"driver"`
	}
	type run struct {
		Tool    tool     `json:"tool"`
		Results []result `json:"results"`
	}
	r := run{Tool: tool{driver{Name: "migawari", Version: version(), Rules: []rule{}}}, Results: []result{}}
	for _, c := range checks {
		if slices.ContainsFunc(found, func(f finding) bool { return f.word() == c.word }) {
			r.Tool.Driver.Rules = append(r.Tool.Driver.Rules, rule{c.word, text{c.err.Error()}})
		}
	}
	for _, f := range found {
		r.Results = append(r.Results, result{f.word(), "error", text{f.sentence()}, []location{{
			physical{artifact{(&url.URL{Path: filepath.ToSlash(file)}).String()}, region{max(f.at.Line, 1)}}, []logical{{f.about()}},
		}}})
	}
	b, err := json.MarshalIndent(struct {
		Schema  string `json:"$schema"`
		Version string `json:"version"`
		Runs    []run  `json:"runs"`
	}{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []run{r}}, "", "  ")
	return string(b) + "\n", err
}
