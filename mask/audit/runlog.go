package audit

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"
)

// An Entry is a line of the run log. It holds no value.
type Entry struct {
	N        int       `json:"n"` // from 1 on
	Time     time.Time `json:"time"`
	Who      string    `json:"who"`
	PID      int       `json:"pid"`
	Verb     string    `json:"verb"`
	Target   string    `json:"target,omitempty"` // a database: that is read, or loaded into
	Output   string    `json:"output,omitempty"` // where the masked dump went
	Policy   string    `json:"policy_id,omitempty"`
	Key      string    `json:"key_id,omitempty"`
	Audience string    `json:"audience,omitempty"`
	// Forced is what was said in words that no other run needs.
	Forced []string `json:"forced,omitempty"`
	// Ended says how a run ended. The line at its beginning has none.
	Ended  string `json:"ended,omitempty"`
	Rows   int64  `json:"rows,omitempty"`
	SHA256 string `json:"sha256,omitempty"` // of the masked dump
	Audit  string `json:"audit,omitempty"`  // SHA-256 of the file of the audit
	Use
	Approved []string `json:"approved,omitempty"` // by whom
	// Word is how somebody knows that a copy is gone.
	Word string `json:"word,omitempty"`
	// Before is the sum of the line before; of the first it is empty. The sum of a line
	// stands at its end: the SHA-256 of all that stands before it.
	Before string `json:"before"`
}

// endOfLine has the sum of what stands before it.
const endOfLine = `,"sum":"%s"}`

// sumOf gives the sum that a line ends with, if it is that of the line.
func sumOf(line []byte) (sum string, ok bool) {
	n := len(line) - len(fmt.Sprintf(endOfLine, digest(nil)))
	if n < 0 {
		return "", false
	}
	sum = digest(line[:n])
	return sum, string(line[n:]) == fmt.Sprintf(endOfLine, sum)
}

// How runs end, and how it is known that a copy is gone.
const (
	Done    = "done"
	Stopped = "stopped"
)

// Close is the verb of the line that says that a copy is gone.
const Close = "close"

// What is wrong with a run log.
var (
	ErrChain = errors.New("the chain of the run log is broken: a line was changed, taken out or put in")
	ErrClock = errors.New("the clock of this machine was set back: the run log ends at a later time")
	ErrLine  = errors.New("it is no run log of migawari")
)

// A LineError says at which line of a run log something is wrong.
type LineError struct {
	Line int
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Err) }
func (e *LineError) Unwrap() error { return e.Err }

// slack is by how much the clocks of two runs may differ.
const slack = time.Minute

// ReadLog reads a run log and holds each line against the one before.
func ReadLog(text []byte) ([]Entry, error) {
	var all []Entry
	before := ""
	for len(text) > 0 {
		line, rest, whole := bytes.Cut(text, []byte("\n"))
		wrong := func(err error) ([]Entry, error) { return all, &LineError{len(all) + 1, err} }
		var e Entry
		if !whole || json.Unmarshal(line, &e) != nil {
			return wrong(ErrLine)
		}
		sum, holds := sumOf(line)
		switch {
		case e.Before != before || e.N != len(all)+1 || !holds:
			return wrong(ErrChain)
		case len(all) > 0 && e.Time.Before(all[len(all)-1].Time.Add(-slack)):
			return wrong(ErrClock)
		}
		all, before, text = append(all, e), sum, rest
	}
	return all, nil
}

// line is an entry as it is written.
func (e *Entry) line() []byte {
	text, err := json.Marshal(e)
	if err != nil {
		panic("audit: internal error: " + err.Error())
	}
	text = text[:len(text)-1]
	return fmt.Appendf(text, endOfLine+"\n", digest(text))
}

// CheckClock refuses a clock that stands before the end of a log.
func CheckClock(log []Entry, now time.Time) error {
	if len(log) > 0 && now.Before(log[len(log)-1].Time.Add(-slack)) {
		return ErrClock
	}
	return nil
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Append adds a line to the file of a run log, at the time that it is, and makes sure that
// it is on the disk. It refuses a log that is broken, and a clock that stands before it.
func Append(path string, e Entry) (err error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if err := lock(file); err != nil {
		return err
	}
	text, err := io.ReadAll(file)
	if err != nil {
		return err
	}
	all, err := ReadLog(text)
	if err != nil {
		return err
	}
	e.N, e.Time = len(all)+1, time.Now().UTC()
	if err := CheckClock(all, e.Time); err != nil {
		return err
	}
	last := text[bytes.LastIndexByte(bytes.TrimSuffix(text, []byte("\n")), '\n')+1:]
	e.Before, _ = sumOf(bytes.TrimSuffix(last, []byte("\n")))
	_, err = file.Write(e.line())
	return errors.Join(err, file.Sync())
}

// A State says what is known of a copy.
type State string

const (
	Running State = "running" // or it was killed
	Open    State = "open"
	Expired State = "expired"
	Closed  State = "closed"
)

// A Copy is a run that is not known to have failed, with what became of its dump.
type Copy struct {
	Entry
	State State
	// Closing is the line that says that it is gone.
	Closing *Entry
}

// Place says where a copy is.
func (c *Copy) Place() string {
	if c.Output != "" {
		return c.Output
	}
	return c.Target
}

// Copies are those of the runs in a log.
func Copies(log []Entry, now time.Time) []Copy {
	var all []Copy
	for i, e := range log {
		switch {
		case e.Verb == Close || e.Output == "" && e.Verb != "load": // it was read, and no copy made
		case e.Ended == Stopped || ended(log[i+1:], e):
		case e.Ended == "":
			all = append(all, Copy{Entry: e, State: Running})
		default:
			c := Copy{Entry: e, State: Open}
			if e.Expires != nil && now.After(*e.Expires) {
				c.State = Expired
			}
			for k := range log[i+1:] {
				if gone := &log[i+1+k]; gone.Verb == Close && gone.SHA256 == e.SHA256 && gone.Target == e.Target && gone.Output == e.Output {
					c.State, c.Closing = Closed, gone
				}
			}
			all = append(all, c)
		}
	}
	return all
}

// ended says whether a later line is the end of a run that began.
func ended(later []Entry, begun Entry) bool {
	return begun.Ended == "" && slices.ContainsFunc(later, func(e Entry) bool {
		return e.Ended != "" && e.PID == begun.PID && e.Who == begun.Who && e.Verb == begun.Verb && e.Target == begun.Target && e.Output == begun.Output
	})
}
