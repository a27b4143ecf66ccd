// Command stream masks a dump from standard input to standard output with the
// library: the main job of the command migawari, in one function.
//
//	mysqldump shop | stream policy.yaml | mysql shop_dev
//	pg_dump shop   | stream policy.yaml | psql -v ON_ERROR_STOP=1 shop_dev
//
// The key is in the variable MIGAWARI_KEY, as "migawari keygen" writes it.
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

func main() {
	if err := run(os.Args, os.Getenv("MIGAWARI_KEY"), os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "stream:", err) // holds positions and names, never data
		os.Exit(1)
	}
}

func run(args []string, secret string, in io.Reader, out io.Writer) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: %s POLICY <DUMP", args[0])
	}
	text, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	key, err := mask.ParseKey([]byte(secret))
	if err != nil {
		return err
	}
	return stream(text, key, in, out)
}

// stream masks a dump of any of three dialects. Where it fails, what it wrote
// ends with a line on which a database's client fails too.
func stream(text []byte, key mask.Key, in io.Reader, out io.Writer) error {
	plan, err := policyfile.Compile(text, key, func(string) (mask.Set, error) {
		return builtin.Set(ja.Locale), nil // whatever locale the policy names
	})
	if err != nil {
		return err // with every fault of the policy, and where it stands
	}
	head, dump, err := dialects.Peek(in)
	if err != nil {
		return err
	}
	dialect, err := dialects.Detect(head, mysql.Dialect, postgres.Dialect, sqlite.Dialect)
	if err != nil {
		return err
	}
	_, err = mask.Copy(context.Background(), out, dump, dialect, plan)
	return err
}
