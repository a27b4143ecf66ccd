package review_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/detect"
	"github.com/migawari-dev/migawari/mask/policyfile"
	"github.com/migawari-dev/migawari/mask/review"
)

func TestFindings(t *testing.T) {
	const two = "CREATE TABLE a (id int PRIMARY KEY, name text);\nCREATE TABLE b (id int PRIMARY KEY, name text%s);\n"
	for _, c := range []struct {
		name, dump, tables string
		want               error // nil: nothing
	}{
		{"a kept address", "CREATE TABLE users (mail text);", "users: {columns: {mail: keep}}", review.ErrPersonal},
		{"in a table that is kept", "CREATE TABLE users (mail text);", "users: keep", review.ErrPersonal},
		{"under a star", "CREATE TABLE users (mail text);", `users: {columns: {"*": keep}}`, review.ErrPersonal},
		{"in an arm", "CREATE TABLE users (mail text, kind text);", `users: {columns: {kind: keep, mail: [{when: "kind == 'x'", mask: keep}, {mask: email}]}}`, review.ErrPersonal},
		{"by values", "CREATE TABLE t (x text);\nINSERT INTO t VALUES ('a@corp.test');", "t: {columns: {x: keep}}", review.ErrPersonal},
		{"with a reason", "CREATE TABLE users (mail text);", "users: {columns: {mail: {mask: keep, reason: made up}}}", nil},
		{"with a reason of the table", "CREATE TABLE users (mail text);", "users: {reason: made up, columns: {mail: keep}}", nil},
		{"a draft, which stops by itself", "CREATE TABLE users (mail text);", "users: {columns: {mail: {mask: keep, draft: true}}}", nil},
		{"masked", "CREATE TABLE users (mail text);", "users: {columns: {mail: email}}", nil},
		{"dropped", "CREATE TABLE users (mail text);", "users: {rows: drop}", nil},
		{"a host", "CREATE TABLE t (x text);\nINSERT INTO t VALUES ('https://db7.corp-net.com/x');", "t: {columns: {x: keep}}", review.ErrLive},
		{"a reserved host", "CREATE TABLE t (x text);\nINSERT INTO t VALUES ('https://db7.example.com/x');", "t: {columns: {x: keep}}", nil},
		{"format on a phone", "CREATE TABLE users (phone text);", "users: {columns: {phone: format}}", review.ErrFormat},
		{"format on a code", "CREATE TABLE users (member_no text);", "users: {columns: {member_no: format}}", nil},
		{"two that number persons", strings.ReplaceAll(two, "%s", ""), "a: {person: id, columns: {id: keep, name: person.name}}\n  b: {person: id, columns: {id: keep, name: person.name}}", review.ErrPersons},
		{"that are shared", strings.ReplaceAll(two, "%s", ""), "a: {person: id, columns: {id: keep, name: person.name}}\n  b: {person: {by: id, shared: true}, columns: {id: keep, name: person.name}}", nil},
		{"of two domains", strings.ReplaceAll(two, "%s", ""), "a: {person: id, columns: {id: keep, name: person.name}}\n  b: {person: {by: id, domain: b}, columns: {id: keep, name: person.name}}", nil},
		{"joined by a foreign key", strings.ReplaceAll(two, "%s", ", FOREIGN KEY (id) REFERENCES a (id)"), "a: {person: id, columns: {id: keep, name: person.name}}\n  b: {person: id, columns: {id: keep, name: person.name}}", nil},
		{"known by another key", "CREATE TABLE a (id int PRIMARY KEY, name text);\nCREATE TABLE b (who varchar(9), name text);",
			"a: {person: id, columns: {id: keep, name: person.name}}\n  b: {person: who, columns: {who: hash, name: person.name}}", review.ErrKnownBy},
		{"a date beside", "CREATE TABLE t (id int, a date, b datetime);", "t: {person: id, columns: {id: keep, a: {mask: date, shift: 3w}, b: keep}}", review.ErrTime},
		{"both dates", "CREATE TABLE t (id int, a date, b datetime);", "t: {person: id, columns: {id: keep, a: {mask: date, shift: 3w}, b: {mask: date, shift: 3w}}}", nil},
		{"a time as a number beside", "CREATE TABLE t (id int PRIMARY KEY, a date, created bigint);", "t: {person: id, columns: {id: keep, a: {mask: date, shift: 3w}, created: keep}}", review.ErrClock},
		{"a counter beside", "CREATE TABLE t (id int PRIMARY KEY, a date, seq int);", "t: {person: id, columns: {id: keep, a: {mask: date, shift: 3w}, seq: keep}}", review.ErrClock},
		{"a counter that the server keeps", "CREATE TABLE t (code char(9) PRIMARY KEY, a date, n int AUTO_INCREMENT, KEY (n));", "t: {person: code, columns: {code: keep, a: {mask: date, shift: 3w}, n: keep}}", review.ErrClock},
		{"a counter that is masked", "CREATE TABLE t (id int PRIMARY KEY, a date, seq int);", "t: {person: id, columns: {id: keep, a: {mask: date, shift: 3w}, seq: integer}}", nil},
		{"a counter with a reason", "CREATE TABLE t (id int PRIMARY KEY, a date, seq int);", "t: {person: id, columns: {id: keep, a: {mask: date, shift: 3w}, seq: {mask: keep, reason: of lines}}}", nil},
		{"a counter beside a kept date", "CREATE TABLE t (id int PRIMARY KEY, a date, seq int);", "t: {person: id, columns: {id: keep, a: keep, seq: keep}}", nil},
		{"the key of the row", "CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a date, n int);", "t: {person: id, columns: {id: keep, a: {mask: date, shift: 3w}, n: keep}}", nil},
		{"an outbox", "CREATE TABLE outbox (id int, topic varchar(9));", "outbox: {columns: {id: keep, topic: keep}}", review.ErrPassing},
		{"an outbox of masked rows", "CREATE TABLE outbox (id int, topic varchar(9));", "outbox: {columns: {id: keep, topic: redact}}", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			plan, err := policyfile.Compile([]byte("version: 1\ntables:\n  "+c.tables+"\n"), mask.EphemeralKey(), func(string) (mask.Set, error) { return builtin.Set(en.Locale), nil })
			require.NoError(t, err)
			r, err := detect.Sample(context.Background(), strings.NewReader(c.dump+"\n"), mysql.Dialect, dialects.ScanOptions{}, detect.Options{})
			require.NoError(t, err)
			found := review.Findings(plan, r.Tables)
			if c.want == nil {
				require.Empty(t, found)
				return
			}
			require.Len(t, found, 1)
			require.True(t, errors.Is(found[0].Err, c.want), "%v", found[0].Err)
			require.NotEmpty(t, found[0].Hint)
		})
	}
}

func TestText(t *testing.T) {
	found := review.Text([]byte("version: 1 # ask carol@corp-mail.com\ntables:\n  a: {owner: dave@corp-mail.com}\n  b: {value: x@example.com}\n"))
	require.Len(t, found, 1)
	require.Equal(t, review.Place{At: mask.Location{Line: 1, Column: 18}, Kind: "email"}, found[0])
}
