package server

import (
	"database/sql"
	"encoding/hex"
	"slices"
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
			b = appendText(b, v)
		}
	}
	return append(b, ')')
}

// escapes are what stands behind a backslash for a byte of a text; 0: nothing does.
var escapes = [256]byte{0: '0', '\n': 'n', '\r': 'r', '\\': '\\', '\'': '\'', '"': '"', 0x1a: 'Z'}

// appendText quotes a text.
func appendText(b, text []byte) []byte {
	b = append(b, '\'')
	for _, c := range text {
		if e := escapes[c]; e != 0 {
			b = append(b, '\\', e)
		} else {
			b = append(b, c)
		}
	}
	return append(b, '\'')
}
