package mysql_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/internal/bench/workload"
)

func BenchmarkDialect(b *testing.B) {
	for _, layout := range []workload.Layout{workload.MySQL, workload.MariaDB} {
		b.Run(string(layout), func(b *testing.B) {
			var dump bytes.Buffer
			_, err := workload.Write(&dump, workload.Options{Layout: layout, Size: 5e6})
			require.NoError(b, err)
			dialecttest.Benchmark(b, mysql.Dialect, dump.Bytes())
		})
	}
}
