package main

import (
	"encoding/csv"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask/detect"
)

// A label is what somebody has said about a column by hand.
type label struct {
	source, table, column, sqlType, comment string

	kind     detect.Kind
	also     []detect.Kind
	low      bool // two careful readers would differ
	chosen   bool // its table was picked because it holds persons
	japanese bool
	real     bool // its values are those of a public dump
	detect.Finding
}

// tolerates says whether the column may as well be taken for k.
func (l *label) tolerates(k detect.Kind) bool { return l.kind == k || slices.Contains(l.also, k) }

// open says whether personal and not personal are both right.
func (l *label) open() bool {
	for _, k := range l.also {
		if (k == detect.None) != (l.kind == detect.None) {
			return true
		}
	}
	return false
}

// developed says whether the rules were written with the labels of the source at hand.
// Sources are divided by a hash of their names.
func (l *label) developed() bool {
	h := fnv.New32a()
	_, _ = h.Write([]byte(l.source)) // it does not fail
	return h.Sum32()%2 == 1
}

// blind are files of columns whose labels were written before any rule was run on them.
var blind = []string{"blind-1", "blind-2", "blind-3", "blind-4", "blind-5", "blind-6", "blind-7", "blind-8", "blind-9", "blind-10", "blind-11", "blind-12", "blind-13", "blind-14", "blind-15", "blind-16", "blind-17", "blind-18", "blind-19"}

var japanese = []string{"TatsuyaTakakusa/seisakukadai", "ISC-MakeIT/f_college_db", "2101002ishikawa/1-_TwiBooks", "EC-CUBE/ec-cube2", "EC-CUBE/ec-cube"}

// read reads the labels and judges their columns.
func read(root string, o detect.Options) ([]*label, error) {
	f, err := os.Open(filepath.Join(root, "testdata", "detection", "labels.csv"))
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	var all []*label
	bySource := map[string][]*label{}
	var sources []string
	for _, row := range rows[1:] {
		cell := func(name string) string { return row[at[name]] }
		l := &label{source: cell("source_repo"), table: cell("table"), column: cell("column"), sqlType: cell("sql_type"),
			kind: detect.Kind(cell("label")), low: cell("confidence") == "low", chosen: cell("table_sampling") == "chosen"}
		l.japanese = slices.Contains(japanese, l.source)
		for k := range strings.SplitSeq(cell("also_ok"), "|") {
			if k != "" {
				l.also = append(l.also, detect.Kind(k))
			}
		}
		if _, c, ok := strings.Cut(cell("note"), "[schema comment: "); ok {
			l.comment = strings.TrimSuffix(c, "]")
		}
		if bySource[l.source] == nil {
			sources = append(sources, l.source)
		}
		bySource[l.source] = append(bySource[l.source], l)
		all = append(all, l)
	}
	for _, s := range sources {
		if err := judge(bySource[s], o); err != nil {
			return nil, fmt.Errorf("%s: %w", s, err)
		}
	}
	return all, nil
}

// judge has the columns of one source judged, by way of DDL as a server would write it.
func judge(labels []*label, o detect.Options) error {
	s, err := declared(ddl(labels))
	if err != nil {
		return err
	}
	found := detect.Columns(s, o)
	if len(found) != len(labels) {
		return fmt.Errorf("%d columns became %d", len(labels), len(found))
	}
	for i, l := range labels {
		if found[i].Column.Name != l.column {
			return fmt.Errorf("%s.%s became %s", l.table, l.column, found[i].Column.Name)
		}
		l.Finding = found[i].Finding
	}
	return nil
}

// ddl declares the tables of a source.
func ddl(labels []*label) string {
	var ddl strings.Builder
	for i, l := range labels {
		if i == 0 || labels[i-1].table != l.table {
			if i > 0 {
				ddl.WriteString("\n);\n")
			}
			fmt.Fprintf(&ddl, "CREATE TABLE `%s` (\n", l.table)
		} else {
			ddl.WriteString(",\n")
		}
		fmt.Fprintf(&ddl, "  `%s` %s", l.column, mysqlType(l.sqlType))
		if l.comment != "" {
			fmt.Fprintf(&ddl, " COMMENT '%s'", strings.ReplaceAll(l.comment, "'", "''"))
		}
	}
	ddl.WriteString("\n);\n")
	return ddl.String()
}

// declared reads DDL.
func declared(ddl string) (*schema.Schema, error) {
	s := mysql.Dialect.NewScanner(strings.NewReader(ddl), dialects.ScanOptions{})
	var c dialects.Chunk
	for {
		if err := s.Scan(&c); err != nil {
			if err.Error() == "EOF" {
				return s.Schema(), nil
			}
			return nil, err
		}
	}
}

// mysqlType gives the type that a migration's word becomes.
func mysqlType(word string) string {
	lower := strings.ToLower(word)
	base, size, _ := strings.Cut(lower, "(")
	switch base {
	case "string":
		return "varchar(" + cmpOr(strings.TrimSuffix(size, ")"), "255") + ")"
	case "integer":
		if size == "8)" {
			return "bigint"
		}
		return "int"
	case "binary":
		return "longblob"
	case "datetimetz":
		return "datetime"
	case "numeric", "decimal":
		if size == "" {
			return "decimal(10,2)"
		}
	}
	return enumSpace.ReplaceAllString(word, "$1(")
}

var enumSpace = regexp.MustCompile(`(?i)^(enum|set)\s+\(`)

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
