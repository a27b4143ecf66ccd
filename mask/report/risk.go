package report

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/migawari-dev/migawari/mask/risk"
)

// AddRisk adds the file that audit risk has written about the copy.
func (r *Report) AddRisk(text []byte) error {
	var v risk.Report
	if err := json.Unmarshal(text, &v); err != nil || v.Tables == nil || v.Columns == nil || v.Sets == nil || v.Names == nil {
		return ErrRisk // what is wrong with it would be shown with what it holds
	}
	var tables []string
	for _, t := range v.Tables {
		tables = append(tables, t.Table)
	}
	if err := r.belongs(v.SHA256, tables); err != nil {
		return err
	}
	r.risk, r.riskDigest = &v, digest(text)
	return nil
}

// risks are what audit risk has measured.
type risks struct {
	Digest  string
	Of      string
	Sets    []groups
	Columns []attacked
	Tables  []ordered
	Names   []named
}

// groups are rows that are alike in some columns.
type groups struct {
	Table            string
	Columns          []string
	Groups           string
	Alone, Few, Size change
	Linked, Sure     cell
}

// A change is a share of the rows, before and after, with the lengths of its bars.
type change struct {
	Text                      string
	BeforeLength, AfterLength string
}

// attacked is what a masked column tells.
type attacked struct {
	About  about
	Rule   string
	Cells  []cell // the same, undone, rank, guessed, length, as long
	Undone string // by what
}

// ordered is what the order and the keys of rows tell.
type ordered struct {
	Table string
	Cells []cell
	Times []string
}

// named are fake names that are, with the school, somebody's.
type named struct {
	Table   string
	Columns []string
	Cells   []cell
}

func (r *Report) risksView(l *Language) *risks {
	v := r.risk
	if v == nil {
		return nil
	}
	s := &risks{Digest: r.riskDigest, Of: r.of(l, v.SHA256)}
	for _, g := range v.Sets {
		again, sure := share(g.Linked), share(g.Sure)
		if !v.Pairs(g.Table) {
			again, sure = cell{"–", true}, cell{"–", true}
		}
		s.Sets = append(s.Sets, groups{
			Table: g.Table, Columns: g.Columns, Groups: l.Number(g.Before.Groups) + " → " + l.Number(g.After.Groups),
			Alone: changeOf(g.Before.Unique, g.After.Unique), Few: changeOf(g.Before.Few, g.After.Few), Size: changeOf(g.Before.Known, g.After.Known),
			Linked: again, Sure: sure,
		})
	}
	for _, c := range v.Columns {
		one := attacked{About: l.at(c.Table, c.Column, ""), Rule: c.Rule}
		one.Cells = []cell{l.cell(c.Values), l.cell(c.Same), l.cell(c.Undone), decimal(c.Rank), share(c.Guessed), decimal(c.Length), share(c.SameLength)}
		if c.Undone > 0 {
			one.Undone = c.By
		}
		s.Columns = append(s.Columns, one)
	}
	for _, t := range v.Tables {
		s.Tables = append(s.Tables, ordered{t.Table, []cell{l.cell(t.Rows), l.cell(t.Source), l.cell(t.KeysKept)}, t.TimesKept})
	}
	for _, n := range v.Names {
		s.Names = append(s.Names, named{n.Table, n.Columns, []cell{l.cell(n.Pairs), l.cell(n.Real)}})
	}
	return s
}

func percent(share float64) string { return fmt.Sprintf("%.1f%%", 100*share) }

func share(n float64) cell { return cell{percent(n), n == 0} }

func decimal(n *float64) cell {
	if n == nil {
		return cell{"–", true}
	}
	return cell{fmt.Sprintf("%.2f", *n), false}
}

func changeOf(before, after float64) change {
	length := func(share float64) string { return fmt.Sprintf("%.1f", 100*max(0, min(1, share))) }
	return change{percent(before) + " → " + percent(after), length(before), length(after)}
}

// riskNotices are what of the risks the reader must not miss.
func (r *Report) riskNotices(l *Language) []notice {
	var all []notice
	if r.risk == nil {
		return nil
	}
	var undone []string
	for _, c := range r.risk.Columns {
		if c.Undone > 0 {
			undone = append(undone, c.Table+"."+c.Column)
		}
	}
	if len(undone) > 0 {
		all = append(all, notice{"bad", fmt.Sprintf(l.undone, l.Count(int64(len(undone)), "column"), strings.Join(undone[:min(5, len(undone))], ", "))})
	}
	var found int64
	for _, n := range r.risk.Names {
		found += n.Real
	}
	var unpaired []string
	for _, t := range r.risk.Tables {
		if t.Unpaired {
			unpaired = append(unpaired, t.Table)
		}
	}
	if len(unpaired) > 0 {
		all = append(all, notice{"warn", fmt.Sprintf(l.unpaired, strings.Join(unpaired[:min(5, len(unpaired))], ", "))})
	}
	if found > 0 {
		all = append(all, notice{"warn", fmt.Sprintf(l.realNames, l.Count(found, "name"))})
	}
	return all
}
