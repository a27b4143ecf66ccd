package dialecttest

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/migawari-dev/migawari/dialects"
)

// Benchmark measures what a dialect does with a dump, stage by stage:
//
//	whole   scanning, where all rows pass whole
//	cut     scanning, where rows are cut
//	split   the fields of the rows
//	decode  their values
//	encode  writing the values again
//
// The rates of the last three are of the rows' bytes.
func Benchmark(b *testing.B, d dialects.Dialect, data []byte) {
	scan := func(whole bool, each func(*dialects.Chunk)) {
		var c dialects.Chunk
		s := d.NewScanner(bytes.NewReader(data), dialects.ScanOptions{NoEndMark: true, Bind: func(*dialects.Rows) (bool, error) { return whole, nil }})
		for {
			err := s.Scan(&c)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				b.Fatal(err)
			}
			each(&c)
		}
	}
	for name, whole := range map[string]bool{"whole": true, "cut": false} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				scan(whole, func(*dialects.Chunk) {})
			}
		})
	}

	type row struct {
		codec  dialects.Codec
		raw    []byte
		fields []dialects.Field
		values [][]byte // nil: none
	}
	var rows []row
	size := int64(0)
	scan(false, func(c *dialects.Chunk) {
		for i := range c.Items {
			it := &c.Items[i]
			if it.Kind != dialects.Row {
				continue
			}
			r := row{codec: it.Rows.Codec, raw: bytes.Clone(c.Data[it.Body:it.End])}
			var err error
			if r.fields, err = r.codec.Fields(nil, r.raw); err != nil {
				b.Fatal(err)
			}
			r.values = make([][]byte, len(r.fields))
			for k, f := range r.fields {
				if f.Form == dialects.Null {
					continue
				}
				if r.values[k], err = r.codec.Decode([]byte{}, r.raw, f, k); err != nil {
					b.Fatal(err)
				}
			}
			rows, size = append(rows, r), size+int64(len(r.raw))
		}
	})
	stage := func(name string, work func(r *row) error) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for i := range rows {
					if err := work(&rows[i]); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
	var fields []dialects.Field
	var out []byte
	stage("split", func(r *row) (err error) {
		fields, err = r.codec.Fields(fields[:0], r.raw)
		return err
	})
	stage("decode", func(r *row) (err error) {
		for k, f := range r.fields {
			if r.values[k] != nil && err == nil {
				out, err = r.codec.Decode(out[:0], r.raw, f, k)
			}
		}
		return err
	})
	stage("encode", func(r *row) (err error) {
		for k, f := range r.fields {
			if r.values[k] != nil && err == nil {
				out, err = r.codec.AppendValue(out[:0], r.values[k], r.raw, f, k)
			}
		}
		return err
	})
}
