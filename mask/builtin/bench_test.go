package builtin

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake/ja"
)

// BenchmarkMaskers masks one value by the example of each masker, with its seed and all
// that the engine does for it in database/sql. Each has a row of its own.
func BenchmarkMaskers(b *testing.B) {
	for _, d := range Docs(ja.Locale) {
		b.Run(d.Name, func(b *testing.B) {
			m, value := table(b, ja.Locale, d.Example), []byte(d.Values[0])
			b.SetBytes(int64(len(value)))
			b.ReportAllocs()
			vals, id := []any{nil, nil, nil}, int64(0)
			for b.Loop() {
				id++
				vals[0], vals[1], vals[2] = id, id, value
				if _, err := m.Mask(vals); err != nil {
					require.NoError(b, err)
				}
			}
		})
	}
}
