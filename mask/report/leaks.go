package report

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/verify"
)

// Why a file is not shown.
var (
	// ErrVerify: it is not what verify has written.
	ErrVerify = errors.New("it is not what migawari verify --format json writes")
	// ErrRisk: it is not what audit risk has written.
	ErrRisk = errors.New("it is not what migawari audit risk --format json writes")
	// ErrOther: its digest is of no dump of the audit.
	ErrOther = errors.New("it is of another dump: the audit is of none with its SHA-256")
	// ErrTables: it says of no dump that it is about it, and has no table of the audit.
	ErrTables = errors.New("it is of another dump: it has no table of the audit")
)

// AddVerify adds the file that verify has written about the copy.
func (r *Report) AddVerify(text []byte) error {
	var v verify.Report
	if err := json.Unmarshal(text, &v); err != nil || v.Findings == nil || v.Columns == nil {
		return ErrVerify // what is wrong with it would be shown with what it holds
	}
	var tables []string
	for _, c := range v.Columns {
		tables = append(tables, c.Table)
	}
	if err := r.belongs(v.SHA256, tables); err != nil {
		return err
	}
	r.leaks, r.leaksDigest = &v, digest(text)
	return nil
}

// leaks are what verify has found.
type leaks struct {
	Digest   string
	Of       string
	Says     string
	Like     string
	Findings []leak
	More     string
	Bar      *bar
	Unknown  []judged
	Compared []judged
}

type leak struct {
	About       about
	What        string
	From, Guise string
	Count, Line cell
}

// A judged is what was done to judge a column.
type judged struct {
	About about
	Rule  string
	Cells []cell
}

// mostLeaks is how many findings the page shows; verify shows all.
const mostLeaks = 200

// stateClass has the colours of what verify says of columns.
var (
	judgements = []verify.State{verify.Judged, verify.PartlyJudged, verify.CannotTell, verify.Kept, verify.Empty}
	stateClass = map[verify.State]class{verify.Judged: masked, verify.PartlyJudged: part, verify.CannotTell: reasoned, verify.Kept: kept, verify.Empty: none}
)

func (r *Report) leaksView(l *Language) *leaks {
	v := r.leaks
	if v == nil {
		return nil
	}
	s := &leaks{Digest: r.leaksDigest, Of: r.of(l, v.SHA256), Says: l.found(v), Like: l.Likes[verify.Likeness(v.Like)]}
	for _, f := range v.Findings[:min(mostLeaks, len(v.Findings))] {
		s.Findings = append(s.Findings, leak{
			About: l.at(f.Table, f.Column, f.Kind), What: word(l.Found, f.What), From: f.From, Guise: word(l.Guises, f.Guise), Count: l.cell(f.Count), Line: l.cell(f.Line),
		})
	}
	if more := len(v.Findings) - mostLeaks; more > 0 {
		s.More = fmt.Sprintf(l.moreLeaks, l.Number(int64(more)))
	}
	counts := map[verify.State]int64{}
	for _, c := range v.Columns {
		counts[c.State]++
		if len(v.Sources) == 0 && (c.State == verify.CannotTell || c.State == verify.PartlyJudged) {
			s.Unknown = append(s.Unknown, judged{l.at(c.Table, c.Column, ""), c.Rule, []cell{l.cell(c.Values - c.Ours - c.NotOurs)}})
		}
	}
	s.Bar = barOf(l, l.Facts["judged"], "column", judgements, l.Judged, counts)
	if s.Bar != nil {
		for i := range s.Bar.Slices {
			s.Bar.Slices[i].Class = string(stateClass[verify.State(s.Bar.Slices[i].Class)])
		}
	}
	for _, c := range v.Sources {
		one := judged{About: l.at(c.Table, c.Column, "")}
		for _, n := range []int64{c.Values, c.Searched, c.InPlace, c.LeftOut, c.Common, c.Fakes} {
			one.Cells = append(one.Cells, l.cell(n))
		}
		s.Compared = append(s.Compared, one)
	}
	return s
}

// found says in a sentence what verify has found.
func (l *Language) found(v *verify.Report) string {
	switch {
	case len(v.Findings) > 0:
		return fmt.Sprintf(l.leaksFound, l.Count(int64(len(v.Findings)), "finding"))
	case !v.Clean:
		return l.nothingJudged
	case len(v.Sources) > 0:
		var n int64
		for _, s := range v.Sources {
			n += max(s.Searched, s.InPlace)
		}
		return fmt.Sprintf(l.cleanCompared, l.Count(n, "value"), l.Count(int64(len(v.Sources)), "column"))
	}
	var unknown int64
	for _, c := range v.Columns {
		if c.State == verify.CannotTell || c.State == verify.PartlyJudged {
			unknown++
		}
	}
	return fmt.Sprintf(l.cleanAlone, l.Count(unknown, "column"))
}

// at names a place.
func (l *Language) at(table, column, kind string) about {
	a := about{Table: table, Column: column}
	if table == "" {
		a.Outside = l.Outside
	}
	if kind != "" {
		a.Kind = l.Kind(kind)
	}
	return a
}

// word gives the word of a language for one of a program, or that.
func word[W ~string](words map[W]string, w W) string {
	if own := words[w]; own != "" {
		return own
	}
	return mask.Printable(string(w))
}
