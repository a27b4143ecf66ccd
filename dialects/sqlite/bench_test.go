package sqlite_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/sqlite"
)

func BenchmarkDialect(b *testing.B) {
	dump, err := os.ReadFile("../../testdata/classpad/sqlite.sql")
	require.NoError(b, err)
	dialecttest.Benchmark(b, sqlite.Dialect, dump)
}
