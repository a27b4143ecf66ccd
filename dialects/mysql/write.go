package mysql

import (
	"encoding/hex"

	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// Opening implements [dialects.Writer]: as mysqldump does, texts are UTF-8, times without
// a shift, and zero is a number like any other. It fails on what a server would cut.
func (dialect) Opening(deferred bool) []string {
	s := []string{"SET NAMES utf8mb4", "SET time_zone = '+00:00'", "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_ALL_TABLES'"}
	if deferred { // the server has no later: who writes the rows answers for their keys
		s = append(s, "SET foreign_key_checks = 0")
	}
	return append(s, "START TRANSACTION")
}

// Closing implements [dialects.Writer].
func (dialect) Closing(deferred bool) []string {
	if deferred {
		return []string{"COMMIT", "SET foreign_key_checks = 1"}
	}
	return []string{"COMMIT"}
}

// AppendName implements [dialects.Writer].
func (dialect) AppendName(dst []byte, name string) []byte { return lex.AppendQuoted(dst, name, '`') }

// Overriding implements [dialects.Writer].
func (dialect) Overriding([]*schema.Column) string { return "" }

// Rowless implements [dialects.Writer].
func (dialect) Rowless() string { return "() VALUES ()" }

// AppendCounter implements [dialects.Writer]: the server takes the greatest number.
func (dialect) AppendCounter(dst []byte, _ *schema.Table, _ *schema.Column, _ int64) []byte {
	return dst
}

// AppendValue implements [dialects.Writer].
func (dialect) AppendValue(dst, value []byte, c *schema.Column) []byte {
	if value == nil {
		return append(dst, "NULL"...)
	}
	t := c.Type
	if t.Array {
		return AppendText(dst, value)
	}
	switch t.Kind {
	case schema.Integer, schema.Decimal, schema.Float, schema.Year:
		return append(dst, value...)
	case schema.Bool:
		if string(value) == "true" {
			return append(dst, '1')
		}
		return append(dst, '0')
	case schema.Bit:
		return append(append(append(dst, "b'"...), value...), '\'')
	case schema.Binary:
		return append(hex.AppendEncode(append(dst, "x'"...), value), '\'')
	case schema.Geometry:
		return append(AppendText(append(dst, "ST_GeomFromText("...), value), ')')
	}
	return AppendText(dst, value)
}
