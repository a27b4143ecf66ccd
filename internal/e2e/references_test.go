package e2e

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/internal/corpora"
)

// TestReferencesOfCorpora: of every foreign key in real dumps both ends are read.
func TestReferencesOfCorpora(t *testing.T) {
	joined := 0
	for _, f := range corpora.Files(t) {
		if f.Refused != "" {
			continue
		}
		s := dialect(t, f.Dialect()).NewScanner(bytes.NewReader(f.Data), f.Options.WithDefaults())
		var err error
		for c := new(dialects.Chunk); err == nil; {
			err = s.Scan(c)
		}
		if !errors.Is(err, io.EOF) {
			continue // no dump, which is said elsewhere
		}
		for _, table := range s.Schema().Tables() {
			for _, k := range table.Keys {
				if k.Kind != schema.Foreign {
					continue
				}
				for _, part := range k.Parts {
					require.NotNil(t, table.Column(part.Column), "%s: %s", f.Name, table.Name)
				}
				parent := s.Schema().Table(k.RefTable)
				if parent == nil {
					continue // is in another file
				}
				for _, name := range k.RefColumns {
					require.NotNil(t, parent.Column(name), "%s: %s", f.Name, table.Name)
				}
				joined++
			}
		}
	}
	require.Greater(t, joined, 400)
}
