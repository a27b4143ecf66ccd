package folder

import (
	"encoding/json"
	"errors"
	"regexp"
	"slices"
	"strings"
)

// ErrName is a database that gets a name which its files cannot have, or that of another.
var ErrName = errors.New("the files of a database cannot be named so")

// fileName are names of databases that are names of files as they are.
var fileName = regexp.MustCompile(`^[\pL\pN_$-]+$`)

// Rename has databases get other names, and what is named after them. It comes before the
// directory is read or written.
func (f *Folder) Rename(to func(database string) string) error {
	f.rename = to
	taken := map[string]string{} // by the new name, which has it
	for _, p := range f.Parts {
		name := to(p.Database)
		if name != p.Database && !fileName.MatchString(name) || p.Database != "" && taken[name] != "" && taken[name] != p.Database {
			return at(p.File, ErrName)
		}
		taken[name] = p.Database
	}
	return nil
}

// renamed says what a database is called in the written dump.
func (f *Folder) renamed(database string) string {
	if f.rename == nil {
		return database
	}
	return f.rename(database)
}

// written is the name of a file of a database in the written directory. Those of MySQL
// Shell are named by what lies beside them, and keep theirs.
func (f *Folder) written(file, database string) string {
	if rest, ok := strings.CutPrefix(file, database); ok && f.byName && database != "" {
		return f.renamed(database) + rest
	}
	return file
}

// inList writes names of databases in a list anew.
func (o Outcome) inList(raw json.RawMessage) ([]byte, error) {
	var names []string
	if json.Unmarshal(raw, &names) != nil {
		return nil, ErrFact
	}
	if !slices.ContainsFunc(names, func(name string) bool { return o.database(name) != name }) {
		return raw, nil
	}
	for i, name := range names {
		names[i] = o.database(name)
	}
	return json.Marshal(names)
}

// inText writes the name of a database anew.
func (o Outcome) inText(raw json.RawMessage) ([]byte, error) {
	var name string
	if json.Unmarshal(raw, &name) != nil {
		return nil, ErrFact
	}
	if o.database(name) == name {
		return raw, nil
	}
	return json.Marshal(o.database(name))
}

// namesIn has the members of an object called as databases are.
func (o Outcome) namesIn(object string) func(path []string) string {
	return func(path []string) string {
		if len(path) == 2 && path[0] == object {
			return o.database(path[1])
		}
		return path[len(path)-1]
	}
}
