package report

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/detect"
	"github.com/migawari-dev/migawari/mask/verify"
)

// Languages are those that pages are written in.
var Languages = []*Language{english, japanese}

// Find gives a language by its tag, or nil.
func Find(tag string) *Language {
	for _, l := range Languages {
		if l.Tag == tag {
			return l
		}
	}
	return nil
}

// A Language has the words of a page. What begins with a small letter is a format, and is
// put together in Go.
type Language struct {
	Tag string

	Title, Lead, Made          string
	Verdicts                   map[audit.Verdict]saying
	Reasons                    map[audit.What]string
	Why, Because, Told, ToKnow string
	Decided                    string
	Coverage, CoverageLead     string
	Decisions, DecisionsLead   string
	Evidence, EvidenceLead     string
	Approvals, ApprovalsLead   string
	LeftOut, LeftOutLead       string
	OpenTables, OpenLead       string
	Definitions, Warnings      string
	Limits                     string
	LimitsList                 []string
	Pseudonymised              string // of what is not raw
	SignOff                    string // on paper
	SignOffLines               []string
	WholeTable, AllLeftOut     string
	ByPattern                  string
	NoRows, Owner              string
	NotGiven, None             string
	Classes                    map[class]string
	Outcomes                   map[outcome]string
	Facts                      map[string]string // of the copy
	Modes                      map[audit.Mode]string
	DDL                        map[string]string
	Heads                      map[string][]string // of tables: the first is that of the rows
	States                     map[state]string
	Statements                 map[string]string
	Kinds                      map[detect.Kind]string
	Computed                   string

	Leaks, LeaksLead, NotGivenLeaks string
	Unknown, UnknownLead            string
	Compared, ComparedLead          string
	Outside                         string
	Found                           map[verify.What]string
	Judged                          map[verify.State]string
	Guises                          map[string]string
	Likes                           map[verify.Likeness]string
	Verified                        map[audit.Verified]string // by the run itself
	Risks, RisksLead                string
	Sets, SetsLead                  string
	Attacked, AttackedLead          string
	Order, RealNames                string
	Before, After, File             string
	moreLeaks, leaksFound           string
	nothingJudged, cleanAlone       string
	cleanCompared, verified         string
	undone, realNames, unpaired     string
	ofDump, ofPart, ofTables        string

	nouns            map[string][2]string // of one, of several
	moment           string               // for time.Format
	about, below     string
	more             string
	expired, expires string
	dry, unapproved  string
	unsigned, fails  string
	unknownSigner    string
	edition, seconds string
	evidence         map[string]string // what an audit is held against
	unchecked        map[string]string
	errors           map[error]string // nil: as they are
	bar              string
	of               string
	separator        string
}

// A saying is a word, and what it means.
type saying struct{ Name, Says string }

// Number writes a number with commas.
func (l *Language) Number(n int64) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Count gives a number with its noun.
func (l *Language) Count(n int64, noun string) string {
	form := l.nouns[noun][1]
	if n == 1 {
		form = l.nouns[noun][0]
	}
	return fmt.Sprintf(form, l.Number(n))
}

// Moment writes a time.
func (l *Language) Moment(t time.Time) string { return t.UTC().Format(l.moment) }

// Kind names a kind of data.
func (l *Language) Kind(k string) string {
	if name := l.Kinds[detect.Kind(k)]; name != "" {
		return name
	}
	return mask.Printable(k)
}

// fault says what is wrong.
func (l *Language) fault(err error) string {
	for known, says := range l.errors {
		if errors.Is(err, known) {
			return says
		}
	}
	return err.Error()
}

// join lists things.
func (l *Language) join(all ...string) string { return strings.Join(all, l.separator) }
