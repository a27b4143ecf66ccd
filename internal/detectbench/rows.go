package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/mask/detect"
)

// rowsOfTable is how many rows a table has in which values are made.
const rowsOfTable = 120

// withRows judges the columns of labels anew, as columns of a dump with rows. Values are
// those of a public dump of the same schema where there is one that has some, and made
// for the kind of the label elsewhere. Nameless columns have numbers for names.
func withRows(labels []*label, corpora string, nameless bool, o detect.Options) error {
	bySource := map[string][]*label{}
	var sources []string
	for _, l := range labels {
		if bySource[l.source] == nil {
			sources = append(sources, l.source)
		}
		bySource[l.source] = append(bySource[l.source], l)
	}
	for _, s := range sources {
		values, err := realValues(corpora, s)
		if err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
		rows := inserts(bySource[s], values)
		declared := ddl(bySource[s])
		if nameless {
			declared, rows = withoutNames(bySource[s], rows)
		}
		dump := declared + rows
		r, err := detect.Sample(context.Background(), strings.NewReader(dump), mysql.Dialect, dialects.ScanOptions{}, o)
		if err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
		i := 0
		for _, t := range r.Tables {
			for _, c := range t.Columns {
				bySource[s][i].Finding = c.Finding
				i++
			}
		}
	}
	return nil
}

// withoutNames takes the names of tables and columns away, and the comments.
func withoutNames(labels []*label, rows string) (string, string) {
	tables := 0
	bare := make([]*label, len(labels))
	for i, l := range labels {
		if i == 0 || labels[i-1].table != l.table {
			tables++
			rows = strings.Replace(rows, "INSERT INTO `"+l.table+"`", fmt.Sprintf("INSERT INTO `t%d`", tables), 1)
		}
		bare[i] = &label{table: fmt.Sprintf("t%d", tables), column: fmt.Sprintf("c%d", i), sqlType: l.sqlType}
	}
	return ddl(bare), rows
}

// inserts writes rows for the tables of a source.
func inserts(labels []*label, real map[string][]string) string {
	var b strings.Builder
	for len(labels) > 0 {
		n := 1
		for n < len(labels) && labels[n].table == labels[0].table {
			n++
		}
		columns := labels[:n]
		labels = labels[n:]
		values := make([][]string, n)
		for i, l := range columns {
			values[i] = real[columnKey(l.table, l.column)]
			l.real = len(values[i]) > 0
			for m := makerFor(l); !l.real && len(values[i]) < rowsOfTable; {
				values[i] = append(values[i], m.value(l))
			}
		}
		fmt.Fprintf(&b, "INSERT INTO `%s` VALUES ", columns[0].table)
		for row := range rowsOfTable {
			b.WriteString([]string{",(", "("}[min(1, max(0, 1-row))])
			for i := range columns {
				if i > 0 {
					b.WriteByte(',')
				}
				b.WriteString("'" + escape.Replace(values[i][row%len(values[i])]) + "'")
			}
			b.WriteByte(')')
		}
		b.WriteString(";\n")
	}
	return b.String()
}

var escape = strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\x00", `\0`, "\n", `\n`, "\r", `\r`)
