package main

import (
	"errors"
	"os"
	"strings"
)

const documentName = "BENCHMARKS.md"

// document puts a table between its marks in BENCHMARKS.md.
func document(name, text string) error {
	data, err := os.ReadFile(documentName)
	if err != nil {
		return err
	}
	made, err := between(string(data), name, text)
	if err != nil {
		return err
	}
	return os.WriteFile(documentName, []byte(made), 0o644) //nolint:gosec // G306: a document of the project
}

// between puts a text in the place of what stands between the marks of a name.
func between(document, name, text string) (string, error) {
	begin, end := "<!-- bench "+name+" -->\n", "<!-- end "+name+" -->\n"
	head, rest, found := strings.Cut(document, begin)
	_, tail, closed := strings.Cut(rest, end)
	if !found || !closed {
		return "", errors.New(documentName + " has no place for the table " + name)
	}
	return head + begin + "\n" + strings.TrimSpace(text) + "\n\n" + end + tail, nil
}
