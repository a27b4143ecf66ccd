package gofake

import (
	"testing"

	"github.com/migawari-dev/migawari/fake"
)

// BenchmarkAppend draws from gofakeit by a seed for each value.
func BenchmarkAppend(b *testing.B) {
	for _, name := range []string{"firstname", "creditcardnumber", "url", "macaddress", "school", "address"} {
		f, err := New(name, nil)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			seed, dst, i := fake.TestSeed(name), make([]byte, 0, 512), 0
			for b.Loop() {
				i++
				if dst, err = f.Append(dst[:0], seed.Nth(i)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
