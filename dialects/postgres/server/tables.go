package server

import (
	"bufio"
	"bytes"
	"cmp"
	"context"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/server"
)

// declaring are the kinds that say what tables there are.
var declaring = []kind{enums, domains, relations, identities, owners, defaults, checks, partitions, comments, keys, indexes, foreign}

// Tables implements [server.Server].
func (s *Server) Tables(ctx context.Context) (*schema.Schema, error) {
	tx, err := s.db.BeginTx(ctx, readOnly)
	if err != nil {
		return nil, reduced(err)
	}
	defer func() { _ = tx.Rollback() }() // it has only read
	if _, err := tx.ExecContext(ctx, "SET LOCAL search_path = ''; SET LOCAL statement_timeout = '60s'"); err != nil {
		return nil, reduced(err)
	}
	var ddl bytes.Buffer
	ddl.WriteString("SET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\n")
	w := bufio.NewWriter(&ddl)
	r := newReading(ctx, tx, w)
	all, err := r.list(declaring)
	if err == nil {
		err = r.depend()
	}
	if err == nil {
		err = r.make(all)
	}
	if err = cmp.Or(err, w.Flush()); err != nil {
		return nil, err
	}
	return server.Read(s.Dialect(), &ddl)
}
