// Package texts measures what is found in running text against what somebody has
// marked by hand: the lines of testdata/texts.
package texts

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/mask/detect/name"
	"github.com/migawari-dev/migawari/mask/detect/prose"
)

// A Line is a text and what is personal in it.
type Line struct {
	Text  string
	Marks []Mark
}

// A Mark is a part of a text; Kind is the word that package prose has for it.
type Mark struct {
	Start, End int
	Kind       string
}

// Read reads the lines of a language from the project's folder.
func Read(root, language string) ([]Line, error) {
	data, err := os.ReadFile(filepath.Join(root, "testdata", "texts", language+".txt"))
	if err != nil {
		return nil, err
	}
	var lines []Line
	for s := range strings.Lines(string(data)) {
		if s = strings.TrimSpace(s); s != "" && s[0] != '#' {
			lines = append(lines, parse(s))
		}
	}
	return lines, nil
}

// parse reads {KIND:TEXT}; a | in TEXT falls away.
func parse(s string) Line {
	var l Line
	for {
		before, rest, ok := strings.Cut(s, "{")
		l.Text += before
		if !ok {
			return l
		}
		inside, behind, _ := strings.Cut(rest, "}")
		kind, text, _ := strings.Cut(inside, ":")
		text = strings.ReplaceAll(text, "|", "")
		l.Marks = append(l.Marks, Mark{len(l.Text), len(l.Text) + len(text), kind})
		l.Text += text
		s = behind
	}
}

// A Score is how one kind fared.
type Score struct {
	Kind string
	// Marked parts; of them, those that were found whole.
	Marked, Found int
	// Findings of the kind; of them, those that touch a marked part of any kind.
	Findings, Right int
	// Missed are the marked parts that were not found whole, Wrong the findings that
	// touch none.
	Missed, Wrong []string
}

// Recall is the share of the marked parts that were found.
func (s Score) Recall() float64 { return share(s.Found, s.Marked) }

// Precision is the share of the findings that were right.
func (s Score) Precision() float64 { return share(s.Right, s.Findings) }

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

// Measure holds what package prose finds against the marks, by kind.
func Measure(lines []Line) []Score {
	scores := map[string]*Score{}
	of := func(kind string) *Score {
		if scores[kind] == nil {
			scores[kind] = &Score{Kind: kind}
		}
		return scores[kind]
	}
	for _, l := range lines {
		var found []Mark
		for _, f := range prose.Find(nil, []byte(l.Text), locales.All()...) {
			found = append(found, Mark{f.Start, f.End, f.Kind()})
		}
		for _, m := range l.Marks {
			s := of(m.Kind)
			if s.Marked++; covered(m, found) {
				s.Found++
			} else {
				s.Missed = append(s.Missed, l.Text[m.Start:m.End])
			}
		}
		for _, f := range found {
			s := of(f.Kind)
			if s.Findings++; slices.ContainsFunc(l.Marks, func(m Mark) bool { return m.Start < f.End && f.Start < m.End }) {
				s.Right++
			} else {
				s.Wrong = append(s.Wrong, l.Text[f.Start:f.End])
			}
		}
	}
	var all []Score
	for _, s := range scores {
		all = append(all, *s)
	}
	slices.SortFunc(all, func(a, b Score) int {
		return cmp.Or(b.Marked-a.Marked, strings.Compare(a.Kind, b.Kind))
	})
	return all
}

// Names holds the names of persons that are found without doubt against the marks, as verify
// counts them, and says in how many of the texts one is found where none is marked.
func Names(lines []Line) (s Score, wrong int) {
	s.Kind = name.Person.String()
	for _, l := range lines {
		var found []Mark
		for _, f := range name.Find(nil, []byte(l.Text)) {
			if f.Kind == name.Person && !f.Doubt {
				found = append(found, Mark{f.Start, f.End, s.Kind})
			}
		}
		before := len(s.Wrong)
		for _, m := range l.Marks {
			if m.Kind != s.Kind {
				continue
			}
			if s.Marked++; covered(m, found) {
				s.Found++
			} else {
				s.Missed = append(s.Missed, l.Text[m.Start:m.End])
			}
		}
		for _, f := range found {
			if s.Findings++; slices.ContainsFunc(l.Marks, func(m Mark) bool { return m.Start < f.End && f.Start < m.End }) {
				s.Right++
			} else {
				s.Wrong = append(s.Wrong, l.Text[f.Start:f.End])
			}
		}
		if len(s.Wrong) > before {
			wrong++
		}
	}
	return s, wrong
}

// covered says whether nothing of a part but spaces is left by what was found.
func covered(m Mark, found []Mark) bool {
	at := m.Start
	for _, f := range found { // in the order of the text
		if f.Start <= at && at < f.End {
			at = f.End
		}
	}
	return at >= m.End
}
