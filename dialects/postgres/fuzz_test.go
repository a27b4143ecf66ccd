package postgres_test

import (
	"strings"
	"testing"

	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/postgres"
)

// FuzzDialect begins with all inputs of the tables in this package.
func FuzzDialect(f *testing.F) {
	var seeds []string
	for _, d := range dumps(f) {
		if len(d.Data) <= 20<<10 {
			seeds = append(seeds, string(d.Data))
		}
	}
	for _, s := range strangers {
		seeds = append(seeds, strings.ReplaceAll(s, "§", ""))
	}
	for _, c := range classes {
		in, _ := split(c.in)
		seeds = append(seeds, in)
	}
	for _, p := range places {
		seeds = append(seeds, p.in)
	}
	dialecttest.Fuzz(f, postgres.Dialect, seeds)
}
