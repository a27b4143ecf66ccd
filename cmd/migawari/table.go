package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// A grid is rows of words in columns.
type grid struct {
	rows  [][]string
	codes map[int]string // the parameter of an SGR code by the row, where it has one
}

func (g *grid) add(cells ...string) { g.rows = append(g.rows, cells) }

// gap stands between two columns.
const gap = "  "

// String lays the columns out by how wide their words are on a terminal.
func (g *grid) String() string {
	widths := make([]int, len(g.rows[0]))
	for _, row := range g.rows {
		for i, cell := range row {
			widths[i] = max(widths[i], cells(cell))
		}
	}
	var b strings.Builder
	for n, row := range g.rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell + strings.Repeat(" ", widths[i]-cells(cell)) + gap)
		}
		b.WriteString(painted(g.codes[n], strings.TrimRight(line.String(), " ")) + "\n")
	}
	return b.String()
}

// paint gives the row that was added last a colour.
func (g *grid) paint(code string) {
	if g.codes == nil {
		g.codes = map[int]string{}
	}
	g.codes[len(g.rows)-1] = code
}

// cells counts the cells of a terminal that a text takes (UAX 11). Ambiguous
// characters take one.
func cells(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me):
		case isWide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

func isWide(r rune) bool {
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}
