package workload

import (
	"encoding/hex"
	"strconv"
	"time"
)

// A row is one row in the layout of a dump, written column by column.
type row struct {
	layout Layout
	buf    []byte
	text   []byte // scratch in which a value can be made
}

func (r *row) begin() {
	r.buf = r.buf[:0]
	if r.layout != Postgres {
		r.buf = append(r.buf, '(')
	}
}

func (r *row) end() {
	if r.layout == Postgres {
		r.buf[len(r.buf)-1] = '\n'
	} else {
		r.buf[len(r.buf)-1] = ')'
	}
}

// separate ends a column; end makes of the last one the row's end.
func (r *row) separate() {
	if r.layout == Postgres {
		r.buf = append(r.buf, '\t')
	} else {
		r.buf = append(r.buf, ',')
	}
}

func (r *row) null() {
	if r.layout == Postgres {
		r.buf = append(r.buf, `\N`...)
	} else {
		r.buf = append(r.buf, "NULL"...)
	}
	r.separate()
}

func (r *row) int(n int) {
	r.buf = strconv.AppendInt(r.buf, int64(n), 10)
	r.separate()
}

// decimal writes n with some of its digits behind the point.
func (r *row) decimal(n, places int) {
	scale := 1
	for range places {
		scale *= 10
	}
	r.buf = strconv.AppendInt(r.buf, int64(n/scale), 10)
	r.buf = digits(append(r.buf, '.'), n%scale, places)
	r.separate()
}

// float writes a double.
func (r *row) float(f float64) {
	r.buf = strconv.AppendFloat(r.buf, f, 'f', -1, 64)
	r.separate()
}

// plain writes a text that needs no escapes.
func (r *row) plain(s string) {
	r.quote()
	r.buf = append(r.buf, s...)
	r.quote()
	r.separate()
}

func (r *row) quote() {
	if r.layout != Postgres {
		r.buf = append(r.buf, '\'')
	}
}

// string writes a text.
func (r *row) string(s string) {
	r.text = append(r.text[:0], s...)
	r.value()
}

// value writes the text that stands in the scratch.
func (r *row) value() {
	r.quote()
	of := &mysqlEscapes
	if r.layout == Postgres {
		of = &copyEscapes
	}
	r.escape(r.text, of)
	r.quote()
	r.separate()
}

// binary writes bytes.
func (r *row) binary(b []byte) {
	if r.layout == Postgres {
		r.buf = hex.AppendEncode(append(r.buf, `\\x`...), b)
	} else {
		r.quote()
		r.escape(b, &mysqlEscapes)
		r.quote()
	}
	r.separate()
}

func (r *row) escape(b []byte, of *[256]byte) {
	done := 0
	for i, c := range b {
		if e := of[c]; e != 0 {
			r.buf = append(append(r.buf, b[done:i]...), '\\', e)
			done = i + 1
		}
	}
	r.buf = append(r.buf, b[done:]...)
}

// What stands behind the backslash for a byte, 0 where there is none.
var (
	mysqlEscapes = [256]byte{0: '0', '\n': 'n', '\r': 'r', '\\': '\\', '\'': '\'', '"': '"', 0x1a: 'Z'}
	copyEscapes  = [256]byte{'\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't', '\v': 'v', '\\': '\\'}
)

// digits appends a number with zeros in front.
func digits(dst []byte, n, width int) []byte {
	from := len(dst)
	for range width {
		dst = append(dst, '0')
	}
	for i := len(dst) - 1; i >= from; i-- {
		dst[i] = byte('0' + n%10)
		n /= 10
	}
	return dst
}

// day writes a date, stamp a date and time.
func (r *row) day(x *random) {
	d := time.Date(2004, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, x.below(14*365))
	r.quote()
	r.buf = d.AppendFormat(r.buf, time.DateOnly)
	r.quote()
	r.separate()
}

func (r *row) stamp(x *random) {
	r.quote()
	r.buf = append(r.buf, "2025-"...)
	b := r.buf
	b = append(digits(b, 1+x.below(12), 2), '-')
	b = append(digits(b, 1+x.below(28), 2), ' ')
	b = append(digits(b, x.below(24), 2), ':')
	b = append(digits(b, x.below(60), 2), ':')
	r.buf = digits(b, x.below(60), 2)
	r.quote()
	r.separate()
}
