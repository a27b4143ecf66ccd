package main

import (
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/mysql/mysqlxml"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/sqlite"
)

// grammars are the dialects that a dump can be in.
func grammars() []dialects.Dialect {
	return []dialects.Dialect{mysql.Dialect, postgres.Dialect, sqlite.Dialect, mysqlxml.Dialect}
}

// grammar gives the dialect of that name, or tells it by the dump's first bytes.
// Where they do not tell, otherwise stands in, which may be nil.
func (in *input) grammar(name string, otherwise dialects.Dialect) (dialects.Dialect, error) {
	switch {
	case in.archive != nil:
		return postgres.Dialect, nil
	case in.database != nil:
		return sqlite.Dialect, nil
	case in.folder != nil:
		return in.folder.Dialect(), nil
	}
	for _, d := range grammars() {
		if d.Name() == name {
			return d, nil
		}
	}
	d, err := dialects.Detect(in.head, grammars()...)
	if err != nil && otherwise != nil {
		return otherwise, nil
	}
	if err != nil {
		return nil, failed(in.name, err)
	}
	return d, nil
}
