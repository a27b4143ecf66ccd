package verify

import "github.com/migawari-dev/migawari/mask"

// A Report is a verdict as it is written down for others, as JSON. In its names, what
// cannot be seen is escaped.
type Report struct {
	Clean bool `json:"clean"`
	// SHA256 is that of the masked dump, as its audit has it: unpacked; of an archive, that of its
	// file; of a directory, that of the list of its files. Whoever has read the dump says it; a
	// database has none.
	SHA256   string           `json:"sha256,omitempty"`
	Like     string           `json:"looks_like,omitempty"`
	Findings []FindingReport  `json:"findings"`
	Columns  []ColumnReport   `json:"columns"`
	Sources  []ComparedReport `json:"sources,omitempty"`
}

// A FindingReport is a [Finding].
type FindingReport struct {
	What   What   `json:"what"`
	Table  string `json:"table,omitempty"`
	Column string `json:"column,omitempty"`
	Kind   string `json:"kind,omitempty"`
	Line   int64  `json:"line"`
	Byte   int64  `json:"byte"`
	Count  int64  `json:"count"`
	From   string `json:"from,omitempty"` // the column of the source
	Guise  string `json:"guise,omitempty"`
}

// A ColumnReport is a [Column].
type ColumnReport struct {
	Table   string `json:"table"`
	Column  string `json:"column"`
	Rule    string `json:"rule"`
	State   State  `json:"state"`
	Values  int64  `json:"values"`
	Ours    int64  `json:"ours"`
	NotOurs int64  `json:"not_ours"`
	Decided int64  `json:"decided,omitempty"`
}

// A ComparedReport is a [Source].
type ComparedReport struct {
	Table    string `json:"table"`
	Column   string `json:"column"`
	Values   int64  `json:"values"`
	Searched int64  `json:"searched"`
	InPlace  int64  `json:"in_place"`
	LeftOut  int64  `json:"left_out"`
	Common   int64  `json:"common"`
	Fakes    int64  `json:"fakes"`
}

// Report writes it down.
func (v *Verdict) Report() *Report {
	r := &Report{Clean: v.Clean(), Like: string(v.Like), Findings: []FindingReport{}, Columns: []ColumnReport{}}
	for _, f := range v.Findings {
		from := ""
		if f.SourceTable != "" {
			from = mask.Printable(f.SourceTable) + "." + mask.Printable(f.SourceColumn)
		}
		r.Findings = append(r.Findings, FindingReport{f.What, mask.Printable(f.Table), mask.Printable(f.Column), f.Kind, f.First.Line, f.First.Offset, f.Count, from, f.Guise})
	}
	for _, c := range v.Columns {
		r.Columns = append(r.Columns, ColumnReport{mask.Printable(c.Table), mask.Printable(c.Column), c.Rule, c.State, c.Values, c.Ours, c.NotOurs, c.Decided})
	}
	for _, s := range v.Sources {
		r.Sources = append(r.Sources, ComparedReport{mask.Printable(s.Table), mask.Printable(s.Column), s.Values, s.Searched, s.InPlace, s.Short, s.Common, s.Fakes})
	}
	return r
}
