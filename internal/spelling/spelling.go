// Package spelling finds the word that somebody meant.
package spelling

import "strings"

// Nearest gives the known word that differs from a misspelt one in the fewest
// letters, or does so in small letters, or nothing if none is near. Of several it is
// the first.
func Nearest(word string, known []string) string {
	best, distance := "", min(4, (len(word)+3)/2)
	for _, k := range known {
		if max(len(word)-len(k), len(k)-len(word)) >= distance {
			continue // a word can be as long as a file
		}
		if d := min(edits(word, k), edits(strings.ToLower(word), k)); d < distance {
			best, distance = k, d
		}
	}
	return best
}

// DidYouMean asks whether the nearest word was meant, if there is one.
func DidYouMean(word string, known []string) string {
	if best := Nearest(word, known); best != "" {
		return "did you mean " + best + "?"
	}
	return ""
}

// edits counts the letters to insert, remove or change.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			d := corner
			if a[i] != b[j] {
				d = 1 + min(corner, row[j], row[j+1])
			}
			corner, row[j+1] = row[j+1], d
		}
	}
	return row[len(b)]
}
