package folder

import (
	"io/fs"
	"strings"

	"github.com/migawari-dev/migawari/dialects/csv"
)

// isTab says whether a directory has what mysqldump --tab writes: for each table its
// definition, TABLE.sql, and its rows, TABLE.txt.
func isTab(files map[string]bool) bool {
	rows := false
	for name := range files {
		table, isText := strings.CutSuffix(name, ".txt")
		if isText && !files[table+".sql"] || !isText && !strings.HasSuffix(name, ".sql") {
			return false
		}
		rows = rows || isText
	}
	return rows
}

// tab lists the files of a directory of mysqldump --tab.
func (f *Folder) tab(entries []fs.DirEntry) {
	format := csv.Outfile
	format.Charset = "binary" // mysqldump has each column written in its own
	var rows []Part
	for _, e := range entries {
		table, isText := strings.CutSuffix(e.Name(), ".txt")
		if isOurs(strings.TrimSuffix(table, ".sql")) {
			continue
		}
		if !isText {
			f.Parts = append(f.Parts, Part{File: e.Name(), bytes: -1})
			continue
		}
		rows = append(rows, Part{File: e.Name(), Data: true, bytes: -1, Rows: &Layout{Format: format, Table: table}})
	}
	f.Parts = append(f.Parts, rows...)
}
