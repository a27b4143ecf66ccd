package main

import (
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
)

// A dump has rows of a source of labels.csv.
type dump struct {
	dialect dialects.Dialect
	file    string // below the folder of the corpora
}

var dumps = map[string]dump{
	"jOOQ/sakila":               {postgres.Dialect, "public/jOOQ__sakila/postgres-sakila-db/postgres-sakila-insert-data-using-copy.sql.gz"},
	"lerocha/chinook-database":  {mysql.Dialect, "public/lerocha__chinook-database/ChinookDatabase/DataSources/Chinook_MySql.sql.gz"},
	"ClassicPress/ClassicPress": {mysql.Dialect, "public/lucatume__wp-browser/tests/_data/dump.sql"}, // WordPress, of which it is a fork
	"EC-CUBE/ec-cube2":          {mysql.Dialect, "public/EC-CUBE__eccube-2_13/html/install/sql/insert_data.sql.gz"},
}

// mostReal is how many values of a column are taken.
const mostReal = 300

// realValues reads what the columns of a source really hold; nothing where the dump is
// not there.
func realValues(corpora, source string) (map[string][]string, error) {
	d, ok := dumps[source]
	if !ok || corpora == "" {
		return nil, nil
	}
	f, err := os.Open(filepath.Join(corpora, filepath.FromSlash(d.file)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	var r io.Reader = f
	if strings.HasSuffix(d.file, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, err
		}
	}
	values := map[string][]string{}
	in := d.dialect.NewScanner(r, dialects.ScanOptions{})
	var c dialects.Chunk
	for {
		if err := in.Scan(&c); errors.Is(err, io.EOF) {
			return values, nil
		} else if err != nil {
			return nil, err
		}
		for _, it := range c.Items {
			if it.Kind == dialects.Row && it.Rows.Columns != nil {
				add(values, it.Rows, c.Data[it.Body:it.End])
			}
		}
	}
}

// add takes the values of a row.
func add(values map[string][]string, r *dialects.Rows, row []byte) {
	fields, err := r.Codec.Fields(nil, row)
	if err != nil || len(fields) != len(r.Columns) {
		return
	}
	for i, f := range fields {
		k := columnKey(r.Table.Name.Name, r.Columns[i].Name)
		if f.Form == dialects.Null || len(values[k]) >= mostReal {
			continue
		}
		if v, err := r.Codec.Decode(nil, row, f, i); err == nil && len(v) > 0 {
			values[k] = append(values[k], string(v))
		}
	}
}

// columnKey is the name of a column in whatever style its dump writes it.
func columnKey(table, column string) string {
	return strings.ToLower(strings.ReplaceAll(table+"."+column, "_", ""))
}
