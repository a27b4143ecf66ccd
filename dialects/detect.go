package dialects

import (
	"bytes"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
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
	var (
		found Dialect
		first uint64
	)
	for _, d := range ds {
		sum, err := reading(d, head)
		if err != nil {
			continue
		}
		if found == nil {
			found, first = d, sum
		} else if sum != first {
			return nil, ErrUndetected
		}
	}
	if found == nil {
		return nil, ErrUndetected
	}
	return found, nil
}

// reading sums up what a dialect understands of head: statements, tables,
// columns with their types, and values. The last item may be cut.
func reading(d Dialect, head []byte) (uint64, error) {
	h := fnv.New64a()
	var fields []Field
	var value []byte
	for it, err := range Items(d, bytes.NewReader(head), ScanOptions{NoEndMark: true}) {
		if errors.Is(err, ErrTruncated) && len(head) >= DetectSize {
			break
		}
		if err != nil {
			return 0, err
		}
		switch it.Kind {
		case Stmt:
			if it.Stmt.Class == Note {
				continue
			}
			fmt.Fprintf(h, "%d %s\n", it.Stmt.Class, it.Stmt.Words)
			if it.Stmt.Declares {
				for _, c := range it.Stmt.Table.Columns {
					fmt.Fprintf(h, " %s %d", c.Name, c.Type.Kind)
				}
			}
		case Head:
			fmt.Fprintf(h, "%s", it.Rows.Table.Name)
			for _, c := range it.Rows.Columns {
				fmt.Fprintf(h, " %s", c.Name)
			}
		case Row:
			row := it.Chunk.Data[it.Body:it.End]
			fields, err = it.Rows.Codec.Fields(fields[:0], row)
			if err != nil {
				return 0, err
			}
			for i, f := range fields {
				value, err = it.Rows.Codec.Decode(value[:0], row, f, i)
				fmt.Fprintf(h, "%s %q %t\n", f.Form, value, err != nil)
			}
		case Raw, Tail:
		}
	}
	return h.Sum64(), nil
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
