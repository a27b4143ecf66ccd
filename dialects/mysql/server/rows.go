package server

import (
	"database/sql"
	"encoding/hex"
	"slices"

	"github.com/migawari-dev/migawari/dialects/mysql"
)

// A form is how mysqldump writes the values of a column.
type form int

const (
	quotedText form = iota
	bareNumber
	hexBytes
)

var (
	numbers  = []string{"tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double", "year"}
	binaries = []string{
		"binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "bit", "vector", "geometry", "point", "linestring", "polygon",
		"multipoint", "multilinestring", "multipolygon", "geometrycollection", "geomcollection",
	}
)

// formOf gives the form of a type.
func formOf(dataType string) form {
	switch {
	case slices.Contains(numbers, dataType):
		return bareNumber
	case slices.Contains(binaries, dataType):
		return hexBytes
	}
	return quotedText
}

// appendRow writes a row as it stands behind VALUES.
func appendRow(b []byte, values []sql.RawBytes, forms []form) []byte {
	for i, v := range values {
		separator := byte(',')
		if i == 0 {
			separator = '('
		}
		b = append(b, separator)
		switch {
		case v == nil:
			b = append(b, "NULL"...)
		case forms[i] == bareNumber:
			b = append(b, v...)
		case forms[i] == hexBytes && len(v) > 0:
			b = hex.AppendEncode(append(b, "0x"...), v)
		default:
			b = mysql.AppendText(b, v)
		}
	}
	return append(b, ')')
}
