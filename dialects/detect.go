package dialects

import (
	"bytes"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"strings"
)

// Evidence is how surely the first bytes of a stream belong to a dialect.
type Evidence uint8

const (
	// Possible: nothing speaks for or against it.
	Possible Evidence = iota
	// Sure: only this dialect's producers write such a thing.
	Sure
)

// DetectSize is how many bytes of a stream [Detect] wants to see.
const DetectSize = 64 << 10

// Detect finds the dialect of a stream from its first bytes. Where no dialect
// is sure, those that can read the bytes are left; if they read them alike,
// the first is as good as any. Otherwise the error is ErrUndetected.
func Detect(head []byte, ds ...Dialect) (Dialect, error) {
	var sure []Dialect
	for _, d := range ds {
		if d.Evidence(head) == Sure {
			sure = append(sure, d)
		}
	}
	if len(sure) == 1 {
		return sure[0], nil
	}
	if len(sure) > 1 {
		return nil, ErrUndetected
	}
	return alike(head, ds, func(r understood) uint64 { return r.all })
}

// DetectNames is Detect for whoever does not depend on types, nor on the case of names:
// where several dialects read the same tables, columns and values, the first is as good as any.
func DetectNames(head []byte, ds ...Dialect) (Dialect, error) {
	d, err := Detect(head, ds...)
	if err != nil {
		d, err = alike(head, ds, func(r understood) uint64 { return r.untyped })
	}
	return d, err
}

// alike gives the first of the dialects that can read head, if all of those understand the same.
func alike(head []byte, ds []Dialect, same func(understood) uint64) (found Dialect, err error) {
	var first uint64
	for _, d := range ds {
		r, err := reading(d, head)
		if err != nil {
			continue
		}
		if found == nil {
			found, first = d, same(r)
		} else if same(r) != first {
			return nil, ErrUndetected
		}
	}
	if found == nil {
		return nil, ErrUndetected
	}
	return found, nil
}

// An understood is the sum of what a dialect has understood.
type understood struct {
	all     uint64 // statements, tables, columns with their types, and values
	untyped uint64 // the same without types, and names in lower case
}

// reading sums up what a dialect understands of head. The last item may be cut.
func reading(d Dialect, head []byte) (understood, error) {
	all, untyped := fnv.New64a(), fnv.New64a()
	h := io.MultiWriter(all, untyped) // hashes take everything
	name := func(n string) {
		_, _ = fmt.Fprintf(all, " %s", n)
		_, _ = fmt.Fprintf(untyped, " %s", strings.ToLower(n))
	}
	var fields []Field
	var value []byte
	for it, err := range Items(d, bytes.NewReader(head), ScanOptions{NoEndMark: true}) {
		if errors.Is(err, ErrTruncated) && len(head) >= DetectSize {
			break
		}
		if err != nil {
			return understood{}, err
		}
		switch it.Kind {
		case Stmt:
			if it.Stmt.Class == Note {
				continue
			}
			_, _ = fmt.Fprintf(h, "%d %s\n", it.Stmt.Class, it.Stmt.Words)
			if it.Stmt.Declares {
				for _, c := range it.Stmt.Table.Columns {
					name(c.Name)
					_, _ = fmt.Fprintf(all, " %d", c.Type.Kind)
				}
			}
		case Head:
			name(it.Rows.Table.Name.String())
			for _, c := range it.Rows.Columns {
				name(c.Name)
			}
		case Row:
			row := it.Chunk.Data[it.Body:it.End]
			fields, err = it.Rows.Codec.Fields(fields[:0], row)
			if err != nil {
				return understood{}, err
			}
			for i, f := range fields {
				value, err = it.Rows.Codec.Decode(value[:0], row, f, i)
				_, _ = fmt.Fprintf(h, "%s %q %t\n", f.Form, value, err != nil)
			}
		case Raw, Tail:
		}
	}
	return understood{all: all.Sum64(), untyped: untyped.Sum64()}, nil
}

// Peek reads the first bytes of r for [Detect] and gives a reader of the whole.
func Peek(r io.Reader) (head []byte, whole io.Reader, err error) {
	head = make([]byte, DetectSize)
	n, err := io.ReadFull(r, head)
	head = head[:n]
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return head, bytes.NewReader(head), nil
	}
	if err != nil {
		return nil, nil, err
	}
	return head, io.MultiReader(bytes.NewReader(head), r), nil
}
