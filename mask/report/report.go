// Package report makes a page of an audit, for whoever signs that a copy is safe: the
// verdict and why, what was decided of each column, and what others have found out about
// the copy. The page needs nothing else: no network, no script, no font.
//
//	report.go    a report: an audit, and what belongs to it
//	view.go      what the page shows, in order
//	columns.go   what became of each column, and the pictures of it
//	language.go  the words of the page; english.go and japanese.go have them
//	page.go      the frame of pages, with their style
package report

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"

	"github.com/migawari-dev/migawari/mask/audit"
)

// A Report is an audit, and what belongs to it.
type Report struct {
	record   *audit.Record
	digest   string // SHA-256 of the audit's file
	evidence audit.Evidence
	found    []audit.Finding
}

// Read reads the file of an audit and holds it against the evidence there is. What does
// not hold is no error: the page says so, and [Report.Faults] too.
func Read(text []byte, ev audit.Evidence) (*Report, error) {
	record, found, err := audit.Check(text, ev)
	if err != nil {
		return nil, err
	}
	if err := record.CheckVerdict(); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(text)
	return &Report{record: record, digest: hex.EncodeToString(sum[:]), evidence: ev, found: found}, nil
}

// Faults are what speaks against the audit itself. That a copy has expired does not.
func (r *Report) Faults() []audit.Finding {
	var all []audit.Finding
	for _, f := range r.found {
		if f.Err != nil && !errors.Is(f.Err, audit.ErrGone) {
			all = append(all, f)
		}
	}
	return all
}

// Expired says whether the copy should be gone.
func (r *Report) Expired() bool {
	return r.record.Expires != nil && r.evidence.Now.After(*r.record.Expires)
}

// Write writes the page.
func (r *Report) Write(w io.Writer, l *Language) error {
	return page.Execute(w, r.view(l))
}
