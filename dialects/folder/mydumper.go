package folder

import (
	"bytes"
	"cmp"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// steps are how names of mydumper's files end, in the order in which myloader takes
// them: placeholders of views are tables until their own files come.
var steps = []string{
	"-schema-create.sql", "-schema-sequence.sql", "-schema.sql", dataStep, "-schema-view.sql", "-schema-post.sql", "-schema-triggers.sql",
}

const dataStep = ".sql" // rows

// mydumper lists the files of a dump of mydumper's.
func (f *Folder) mydumper(entries []fs.DirEntry) error {
	step, views := map[string]int{}, map[string]bool{}
	rows, statements := map[string]string{}, map[string]bool{} // of --load-data
	for _, e := range entries {
		plain := unpacked(e.Name())
		if of, ok := strings.CutSuffix(plain, loadRows); ok {
			rows[of] = e.Name()
		}
		statements[plain] = true
	}
	for _, e := range entries {
		name := e.Name()
		if name == "metadata" || name == "metadata.partial" {
			if name != "metadata" {
				f.cut = at(name, ErrCut)
			}
			if err := f.fact(name, mydumperMetadata); err != nil {
				return err
			}
			continue
		}
		plain := unpacked(name)
		if of, ok := strings.CutSuffix(plain, loadRows); ok && statements[of+dataStep] {
			continue // it comes with its statement
		}
		i := slices.IndexFunc(steps, func(suffix string) bool { return suffix != dataStep && strings.HasSuffix(plain, suffix) })
		if i < 0 {
			i = slices.Index(steps, dataStep)
		}
		of, ok := strings.CutSuffix(plain, steps[i])
		database, table, isTable := strings.Cut(of, ".")
		if !ok || steps[i] == dataStep && !isTable {
			return at(name, ErrFile)
		}
		if table, _, _ = strings.Cut(table, "."); isOurs(table) {
			continue
		}
		if file := rows[of]; file != "" && steps[i] == dataStep {
			if err := f.loadData(name, file, database, table); err != nil {
				return err
			}
			step[file] = i
			continue
		}
		step[name] = i
		if strings.HasSuffix(plain, "-schema-view.sql") {
			views[of] = true
		}
		f.Parts = append(f.Parts, Part{File: name, Database: database, Data: steps[i] == dataStep, bytes: -1})
	}
	for i := range f.Parts {
		of, isTable := strings.CutSuffix(unpacked(f.Parts[i].File), "-schema.sql")
		f.Parts[i].View = isTable && views[of]
	}
	slices.SortStableFunc(f.Parts, func(a, b Part) int { return cmp.Compare(step[a.File], step[b.File]) })
	return nil
}

// unpacked gives a file's name without what says how it is compressed.
func unpacked(name string) string {
	for _, suffix := range []string{".gz", ".zst"} {
		if plain, ok := strings.CutSuffix(name, suffix); ok {
			return plain
		}
	}
	return name
}

// mydumperMetadata writes the file metadata anew. Up to 0.11 it is a report:
//
//	Started dump at: 2024-01-01 00:00:00
//	SHOW MASTER STATUS:
//		Log: bin.000001
//
// and after that it has sections, of which those with a table's name tell of a table:
//
//	# Started dump at: 2024-01-01 00:00:00
//	[master]
//	File = bin.000001
//	[`shop`.`users`]
//	rows = 3
//
// What tells of the server's log is left out under ddl: safe. Checksums are those of
// the raw rows and are left out where rows were written anew.
func mydumperMetadata(text []byte, o Outcome) ([]byte, error) {
	var out []byte
	table, server, ours := "", false, false
	for line := range bytes.Lines(text) {
		word := string(bytes.TrimSpace(line))
		key, _, isPair := strings.Cut(word, "=")
		key = strings.TrimSpace(key)
		switch {
		case word == "":
			server = server && table == "" && word != ""
		case strings.HasPrefix(word, "SHOW ") && strings.HasSuffix(word, ":"):
			server = true
		case strings.HasPrefix(strings.TrimPrefix(word, "# "), "Started dump at: "), strings.HasPrefix(strings.TrimPrefix(word, "# "), "Finished dump at: "):
			server = false
		case line[0] == '\t' && server:
		case strings.HasPrefix(word, "[") && strings.HasSuffix(word, "]"):
			section := word[1 : len(word)-1]
			table = tableOf(section)
			if database, name, _ := strings.Cut(table, "."); table != "" && o.database(database) != database {
				line = []byte("[`" + o.database(database) + "`.`" + name + "`]\n")
			}
			server = table == "" && !slices.Contains(sections, section)
			_, name, _ := strings.Cut(table, ".")
			ours = isOurs(name)
		case strings.HasPrefix(word, "#"):
		case table != "" && key == "rows":
			if n, known := o.Rows(table); known {
				line = append([]byte("rows = "+strconv.FormatInt(n, 10)), '\n')
			}
		case table != "" && strings.HasSuffix(key, "checksum"):
			if !o.Whole {
				continue
			}
		case isPair:
		default:
			return nil, ErrFact
		}
		if !ours && (!server || !o.Safe) {
			out = append(out, line...)
		}
	}
	return out, nil
}

// sections are those that tell how the files are written.
var sections = []string{"config", "myloader_session_variables"}

// tableOf gives the name of the table that a section is about.
func tableOf(section string) string {
	database, table, ok := strings.Cut(section, "`.`")
	if !ok || !strings.HasPrefix(database, "`") || !strings.HasSuffix(table, "`") {
		return ""
	}
	return database[1:] + "." + table[:len(table)-1]
}
