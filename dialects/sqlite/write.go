package sqlite

import (
	"encoding/hex"

	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// Opening implements [dialects.Writer].
func (dialect) Opening(deferred bool) []string {
	s := []string{"BEGIN TRANSACTION"}
	if deferred {
		s = append(s, "PRAGMA defer_foreign_keys = ON")
	}
	return s
}

// Closing implements [dialects.Writer].
func (dialect) Closing(bool) []string { return []string{"COMMIT"} }

// AppendName implements [dialects.Writer].
func (dialect) AppendName(dst []byte, name string) []byte { return lex.AppendQuoted(dst, name, '"') }

// Overriding implements [dialects.Writer].
func (dialect) Overriding([]*schema.Column) string { return "" }

// Rowless implements [dialects.Writer].
func (dialect) Rowless() string { return "DEFAULT VALUES" }

// AppendCounter implements [dialects.Writer]: SQLite takes the greatest number.
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
		return lex.AppendQuoted(dst, value, '\'')
	}
	switch t.Kind {
	case schema.Integer, schema.Decimal, schema.Float, schema.Year:
		return append(dst, value...)
	case schema.Bool:
		if string(value) == "true" {
			return append(dst, '1')
		}
		return append(dst, '0')
	case schema.Binary:
		return append(hex.AppendEncode(append(dst, "X'"...), value), '\'')
	}
	return lex.AppendQuoted(dst, value, '\'')
}
