package mask

import (
	"io"
	"testing"

	"github.com/migawari-dev/migawari/dialects"
)

// BenchmarkWrite measures the writing of finished chunks: of rows that were masked, and of
// rows between heads that wait for their first row.
func BenchmarkWrite(b *testing.B) {
	const size = 256 << 10
	out := make([]byte, size)
	held, rows := &job{done: out}, &dialects.Rows{NeedsRow: true}
	for i := range size / 1024 {
		at := i * 1024
		held.parts = append(held.parts, part{kind: head, end: at + 24, rows: rows}, part{kind: rewrite, end: at + 1022, rows: rows}, part{kind: tail, end: at + 1024})
	}
	for name, j := range map[string]*job{"rows": {done: out, parts: []part{{kind: rewrite, end: size}}}, "statements": held} {
		b.Run(name, func(b *testing.B) {
			w := writer{dst: io.Discard}
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				if err := w.write(j); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
