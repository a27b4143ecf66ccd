package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/migawari-dev/migawari/mask"
)

// The rules of output:
//
//   - Data goes to stdout: the dump, or what a verb was asked to show. Where a
//     verb writes a dump there, nothing else goes there.
//   - Everything else goes to stderr, every line of it behind "migawari: ", in
//     lower case and without a full stop.
//   - An error is one line: file, place, table, column, rule, reason. Where we can tell
//     what was meant or what to type, a line "hint: ..." follows.
//   - No line holds a byte of a dump or of a key. Names of files, tables and columns
//     have their control characters escaped.
//   - A run without anything to say says one line on success, and a verb that
//     only shows something says nothing.
//   - Escape codes go to terminals only. Colours follow NO_COLOR and FORCE_COLOR.

const prefix = "migawari: "

// A ui is where output goes.
type ui struct {
	stdout, stderr io.Writer
	colour         bool // on stderr
}

func newUI(stdout, stderr io.Writer) *ui {
	return &ui{stdout: stdout, stderr: stderr, colour: wantsColour(stderr)}
}

// wantsColour says whether w is to have colours: see no-color.org and
// force-color.org.
func wantsColour(w io.Writer) bool {
	if force := os.Getenv("FORCE_COLOR"); force != "" && force != "0" {
		return true
	}
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(w)
}

// isTerminal says whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// say writes lines to stderr.
func (u *ui) say(text string) {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(prefix + strings.TrimSuffix(line, "\n") + "\n")
	}
	_, _ = io.WriteString(u.stderr, b.String()) // there is nobody left to tell
}

// sayf is say of a format.
func (u *ui) sayf(format string, args ...any) { u.say(fmt.Sprintf(format, args...)) }

// warn says what the user should know and what does not stop the run.
func (u *ui) warn(format string, args ...any) {
	u.say(u.paint("33", "warning:") + " " + fmt.Sprintf(format, args...))
}

// hint says what the user can do, if there is anything.
func (u *ui) hint(text string) {
	if text != "" {
		u.say(u.paint("36", "hint:") + " " + text)
	}
}

// paint colours a word by the parameter of an SGR code.
func (u *ui) paint(code, word string) string {
	if !u.colour {
		return word
	}
	return painted(code, word)
}

// painted is the word between SGR codes, or the word if there is no code.
func painted(code, word string) string {
	if code == "" {
		return word
	}
	return "\x1b[" + code + "m" + word + "\x1b[0m"
}

// show writes what a verb was asked for.
func (u *ui) show(text string) error {
	if _, err := io.WriteString(u.stdout, text); err != nil {
		return failed("stdout", err)
	}
	return nil
}

// named shows the name of a file.
func named(path string) string { return mask.Printable(path) }

// quoted shows a word of the command line.
func quoted(word string) string { return `"` + mask.Printable(word) + `"` }

// count gives a number with its noun: "1 row", "12,345 rows".
func count(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return grouped(n) + " " + noun + "s"
}

// grouped writes a number with commas.
func grouped(n int64) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// size writes a number of bytes.
func size(n int64) string {
	const units = "kMGTPE"
	if n < 1000 {
		return fmt.Sprintf("%d B", n)
	}
	f, i := float64(n)/1000, 0
	for ; f >= 999.95; i++ {
		f /= 1000
	}
	return fmt.Sprintf("%.1f %cB", f, units[i])
}
