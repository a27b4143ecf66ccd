package postgres

import (
	"encoding/hex"
	"slices"
	"strconv"

	"github.com/migawari-dev/migawari/dialects/internal/lex"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// Opening implements [dialects.Writer].
func (dialect) Opening(deferred bool) []string {
	s := []string{"SET client_encoding = 'UTF8'", "SET standard_conforming_strings = on", "SET timezone = 'UTC'", "BEGIN"}
	if deferred {
		s = append(s, "SET CONSTRAINTS ALL DEFERRED")
	}
	return s
}

// Closing implements [dialects.Writer].
func (dialect) Closing(bool) []string { return []string{"COMMIT"} }

// AppendName implements [dialects.Writer].
func (dialect) AppendName(dst []byte, name string) []byte { return lex.AppendQuoted(dst, name, '"') }

// Overriding implements [dialects.Writer].
func (dialect) Overriding(columns []*schema.Column) string {
	if slices.ContainsFunc(columns, func(c *schema.Column) bool { return c.Always }) {
		return "OVERRIDING SYSTEM VALUE "
	}
	return ""
}

// Rowless implements [dialects.Writer].
func (dialect) Rowless() string { return "DEFAULT VALUES" }

// AppendCounter implements [dialects.Writer].
func (d dialect) AppendCounter(dst []byte, t *schema.Table, c *schema.Column, last int64) []byte {
	dst = append(dst, "SELECT pg_catalog.setval("...)
	if c.Sequence.Name != "" {
		dst = lex.AppendQuoted(dst, d.appendQualified(nil, c.Sequence), '\'')
	} else {
		dst = append(lex.AppendQuoted(append(dst, "pg_catalog.pg_get_serial_sequence("...), d.appendQualified(nil, t.Name), '\''), ", "...)
		dst = append(lex.AppendQuoted(dst, c.Name, '\''), ')')
	}
	dst = strconv.AppendInt(append(dst, ", "...), last, 10)
	return append(dst, ')')
}

func (d dialect) appendQualified(dst []byte, n schema.Name) []byte {
	if n.Schema != "" {
		dst = append(d.AppendName(dst, n.Schema), '.')
	}
	return d.AppendName(dst, n.Name)
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
	case schema.Integer, schema.Decimal, schema.Bool:
		if t.Bits == 8 { // another server's, which may be a boolean here: a text can become either
			return lex.AppendQuoted(dst, value, '\'')
		}
		return append(dst, value...)
	case schema.Bit:
		return append(append(append(dst, "B'"...), value...), '\'')
	case schema.Binary:
		return append(hex.AppendEncode(append(dst, `'\x`...), value), '\'')
	}
	return lex.AppendQuoted(dst, value, '\'')
}

// AppendCopy implements [dialects.Copier].
func (d dialect) AppendCopy(dst, table []byte, columns []*schema.Column) []byte {
	dst = append(append(append(dst, "COPY "...), table...), " ("...)
	for i, c := range columns {
		if i > 0 {
			dst = append(dst, ", "...)
		}
		dst = d.AppendName(dst, c.Name)
	}
	return append(dst, ") FROM stdin;\n"...)
}

// AppendField implements [dialects.Copier].
func (dialect) AppendField(dst, value []byte, c *schema.Column) []byte {
	switch {
	case value == nil:
		return append(dst, `\N`...)
	case c.Type.Kind == schema.Binary && !c.Type.Array:
		return hex.AppendEncode(append(dst, `\\x`...), value)
	}
	for _, b := range value {
		if e := escapeLetter(b); e != b || b == '\\' {
			dst = append(dst, '\\', e)
		} else {
			dst = append(dst, b)
		}
	}
	return dst
}
