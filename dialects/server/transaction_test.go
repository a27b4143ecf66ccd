package server_test

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/server"
)

func TestOneTransaction(t *testing.T) {
	var got []byte
	s := server.OneTransaction(postgres.Dialect).NewScanner(strings.NewReader("BEGIN;\nCREATE TABLE t (a text);\nINSERT INTO t VALUES ('COMMIT;');\nEND; START TRANSACTION; COMMIT;\n"), dialects.ScanOptions{
		Bind: func(*dialects.Rows) (bool, error) { return false, nil },
	}.WithDefaults())
	var err error
	for c := new(dialects.Chunk); err == nil; {
		if err = s.Scan(c); err == nil {
			got = append(got, c.Data...)
		}
	}
	require.ErrorIs(t, err, io.EOF)
	require.Equal(t, "      \nCREATE TABLE t (a text);\nINSERT INTO t VALUES ('COMMIT;');\n"+strings.Repeat(" ", len("END; START TRANSACTION; COMMIT;"))+"\n", string(got))
}
