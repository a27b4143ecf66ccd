package postgres

import (
	"encoding/hex"
	"slices"
	"strconv"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// Opening implements [dialects.Writer].
func (dialect) Opening(deferred bool) string {
	s := "SET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\nSET timezone = 'UTC';\nBEGIN;\n"
	if deferred {
		s += "SET CONSTRAINTS ALL DEFERRED;\n"
	}
	return s
}

// Closing implements [dialects.Writer].
func (dialect) Closing(bool) string { return "COMMIT;\n" }

// AppendName implements [dialects.Writer].
func (dialect) AppendName(dst []byte, name string) []byte {
	dst = append(dst, '"')
	for i := range len(name) {
		if name[i] == '"' {
			dst = append(dst, '"')
		}
		dst = append(dst, name[i])
	}
	return append(dst, '"')
}

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
		dst = appendText(dst, d.appendQualified(nil, c.Sequence))
	} else {
		dst = append(appendText(append(dst, "pg_catalog.pg_get_serial_sequence("...), d.appendQualified(nil, t.Name)), ", "...)
		dst = append(appendText(dst, []byte(c.Name)), ')')
	}
	dst = strconv.AppendInt(append(dst, ", "...), last, 10)
	return append(dst, ");\n"...)
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
		return appendText(dst, value)
	}
	switch t.Kind {
	case schema.Integer, schema.Decimal, schema.Bool:
		return append(dst, value...)
	case schema.Bit:
		return append(append(append(dst, "B'"...), value...), '\'')
	case schema.Binary:
		return append(hex.AppendEncode(append(dst, `'\x`...), value), '\'')
	}
	return appendText(dst, value)
}

func appendText(dst, text []byte) []byte {
	dst = append(dst, '\'')
	for _, c := range text {
		if c == '\'' {
			dst = append(dst, '\'')
		}
		dst = append(dst, c)
	}
	return append(dst, '\'')
}
