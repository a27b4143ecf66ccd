// Command sqlrow masks rows that come from database/sql and not from a dump: it
// writes a query's result as CSV.
//
//	sqlrow 'app@tcp(replica)/shop' 'SELECT id, name, email FROM users' users.csv
//
// The key is in the variable MIGAWARI_KEY. With the same key and policy, the rows
// get the fakes that they have in a masked dump.
package main

import (
	"context"
	"database/sql"
	"encoding/csv"
	"fmt"
	"io"
	"os"

	_ "github.com/go-sql-driver/mysql" // any driver will do

	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
)

// policy decides about the columns of the query. It is written as a literal here;
// a program that shares one with others reads it with package policyfile.
var policy = &mask.Policy{Tables: []mask.Table{{
	Pattern: "users",
	Person:  &mask.Person{By: []string{"id"}},
	Columns: []mask.Column{
		column("id", "keep"),
		column("name", "person.name"),
		column("email", "email"),
	},
}}}

func column(name, masker string) mask.Column {
	return mask.Column{Name: name, Arms: []mask.Arm{{Rule: mask.Rule{Mask: masker}}}}
}

func main() {
	if err := run(os.Args, os.Getenv("MIGAWARI_KEY")); err != nil {
		fmt.Fprintln(os.Stderr, "sqlrow:", err)
		os.Exit(1)
	}
}

func run(args []string, secret string) error {
	if len(args) != 4 {
		return fmt.Errorf("usage: %s DSN QUERY FILE", args[0])
	}
	key, err := mask.ParseKey([]byte(secret))
	if err != nil {
		return err
	}
	db, err := sql.Open("mysql", args[1])
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	out, err := os.Create(args[3])
	if err != nil {
		return err
	}
	defer func() { _ = out.Close() }() // where it matters, below
	if err := export(context.Background(), db, args[2], key, out); err != nil {
		return err
	}
	return out.Close()
}

// export writes the rows of a query, masked, with a line of column names.
func export(ctx context.Context, db *sql.DB, query string, key mask.Key, out io.Writer) error {
	plan, err := mask.Compile(policy, key, builtin.Set(en.Locale))
	if err != nil {
		return err
	}
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	names, err := rows.Columns()
	if err != nil {
		return err
	}
	row, err := plan.Row("users", names) // a column that the policy does not decide fails here
	if err != nil {
		return err
	}

	w := csv.NewWriter(out)
	if err := w.Write(names); err != nil {
		return err
	}
	vals, record := make([]any, len(names)), make([]string, len(names))
	for i := range vals {
		vals[i] = new(sql.NullString)
	}
	for rows.Next() {
		if err := rows.Scan(vals...); err != nil {
			return err
		}
		keep, err := row.Mask(vals)
		if err != nil {
			return err
		}
		if !keep { // the policy leaves it out
			continue
		}
		for i, v := range vals {
			record[i] = v.(*sql.NullString).String
		}
		if err := w.Write(record); err != nil {
			return err
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return err
	}
	return rows.Err()
}
