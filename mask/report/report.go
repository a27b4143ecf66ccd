// Package report makes a page of an audit, for whoever signs that a copy is safe: the
// verdict and why, what was decided of each column, and what others have found out about
// the copy. The page needs nothing else: no network, no script, no font.
//
//	report.go    a report: an audit, and what belongs to it
//	view.go      what the page shows, in order
//	columns.go   what became of each column, and the pictures of it
//	leaks.go     what verify has found
//	risk.go      what audit risk has measured
//	language.go  the words of the page; english.go and japanese.go have them
//	page.go      the frame of pages, with their style
package report

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/risk"
	"github.com/migawari-dev/migawari/mask/verify"
)

// A Report is an audit, and what belongs to it.
type Report struct {
	record   *audit.Record
	digest   string // SHA-256 of the audit's file
	evidence audit.Evidence
	found    []audit.Finding

	// What others have written about the copy, with its digest; nil: nobody has.
	leaks                   *verify.Report
	risk                    *risk.Report
	leaksDigest, riskDigest string
}

// belongs says why what others have written, with the digest of a dump and its tables, is not
// about the copy. A database has no digest, and can have other tables beside those of the copy.
func (r *Report) belongs(sum string, tables []string) error {
	if part, _ := r.record.PartOf(sum); sum != "" {
		if part == 0 {
			return ErrOther
		}
		return nil
	}
	own := map[string]bool{}
	for name := range r.record.Tables {
		own[mask.Printable(name)] = true
	}
	if len(tables) > 0 && !slices.ContainsFunc(tables, func(name string) bool { return own[name] }) {
		return ErrTables
	}
	return nil
}

// of says which dump something is about that belongs to the audit.
func (r *Report) of(l *Language, sum string) string {
	switch part, of := r.record.PartOf(sum); {
	case sum == "":
		return l.ofTables
	case of > 1:
		return fmt.Sprintf(l.ofPart, part, of)
	}
	return l.ofDump
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
	return &Report{record: record, digest: digest(text), evidence: ev, found: found}, nil
}

func digest(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
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
	return page().Execute(w, r.view(l))
}
