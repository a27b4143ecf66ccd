package dbfile

import (
	"bytes"
	"encoding/hex"
	"math"
	"strconv"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/sqlite"
)

// quotedName quotes a name.
func quotedName(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// appendLiteral writes a value as the driver gives it, so that SQLite reads the same.
func appendLiteral(dst []byte, v any) []byte {
	switch v := v.(type) {
	case nil:
		return append(dst, "NULL"...)
	case int64:
		return strconv.AppendInt(dst, v, 10)
	case float64:
		return appendReal(dst, v)
	case string:
		return appendText(dst, v)
	case []byte:
		dst = append(dst, "X'"...)
		dst = hex.AppendEncode(dst, v)
		return append(dst, '\'')
	default:
		panic("dbfile: internal error: the driver gives a value of another type")
	}
}

// appendReal writes a number that is none of the integers, even if it is equal to one.
func appendReal(dst []byte, f float64) []byte {
	switch {
	case math.IsInf(f, 1):
		return append(dst, "1e999"...)
	case math.IsInf(f, -1):
		return append(dst, "-1e999"...)
	}
	n := len(dst)
	dst = strconv.AppendFloat(dst, f, 'g', -1, 64)
	if !bytes.ContainsAny(dst[n:], ".e") {
		dst = append(dst, ".0"...)
	}
	return dst
}

// appendText writes a text. A zero byte would end it, and the statement, and the shell
// takes the CR from before a line end.
func appendText(dst []byte, s string) []byte {
	if strings.IndexByte(s, 0) >= 0 || strings.Contains(s, "\r\n") {
		dst = append(dst, "CAST(X'"...)
		dst = hex.AppendEncode(dst, []byte(s))
		return append(dst, "' AS TEXT)"...)
	}
	dst = append(dst, '\'')
	for {
		before, after, found := strings.Cut(s, "'")
		dst = append(dst, before...)
		if !found {
			return append(dst, '\'')
		}
		dst = append(dst, "''"...)
		s = after
	}
}

// definition writes a statement of the schema, which may end in a comment: that is ended
// first.
func (d *dumper) definition(text string) error {
	end := ";"
	if strings.Contains(text, "--") || strings.Contains(text, "/*") {
		for _, e := range []string{";", "*/;", "\n;"} {
			if isStatement(text + e) {
				end = e
				break
			}
		}
	}
	_, _ = d.w.WriteString(text)
	_, err := d.w.WriteString(end + "\n")
	return err
}

// isStatement says whether a text is one whole statement.
func isStatement(text string) bool {
	n := 0
	for it, err := range dialects.Items(sqlite.Dialect, strings.NewReader(text), dialects.ScanOptions{}) {
		if err != nil {
			return false
		}
		if it.Kind == dialects.Stmt {
			n++
		}
	}
	return n == 1
}
