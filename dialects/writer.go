package dialects

import "github.com/migawari-dev/migawari/dialects/schema"

// A Writer is a dialect that can write rows anew, where there are none to write them
// like. Values are as a [Codec] decodes them; a nil value is NULL.
type Writer interface {
	Dialect
	// Opening are the statements before the first row, and Closing those behind the last one.
	// deferred says that foreign keys must hold only there.
	Opening(deferred bool) []string
	Closing(deferred bool) []string
	// AppendName appends a name with its quotes.
	AppendName(dst []byte, name string) []byte
	// AppendValue appends the literal of a value in a column.
	AppendValue(dst, value []byte, c *schema.Column) []byte
	// Overriding stands before VALUES where a row brings its own numbers for a column that
	// the server numbers.
	Overriding(columns []*schema.Column) string
	// Rowless stands behind the name of a table to which a row without a value is added.
	Rowless() string
	// AppendCounter appends a statement, without its end, after which the server numbers a column from behind
	// last on; nothing where it does so by itself.
	AppendCounter(dst []byte, t *schema.Table, c *schema.Column, last int64) []byte
}

// A Copier is a Writer that has another way for many rows: COPY, whose rows are lines that
// a line of a backslash and a dot ends.
type Copier interface {
	Writer
	// AppendCopy appends the statement, up to the first row.
	AppendCopy(dst []byte, table []byte, columns []*schema.Column) []byte
	// AppendField appends a value of a row.
	AppendField(dst, value []byte, c *schema.Column) []byte
}
