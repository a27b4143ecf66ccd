package e2e

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
)

// surveyed masks a dump that is read first, as the command does with a file.
func surveyed(t testing.TB, dump []byte, p *mask.Plan) ([]byte, *mask.Audit) {
	t.Helper()
	d, err := recognise(dump)
	require.NoError(t, err)
	return surveyedAs(t, d, dump, p)
}

func surveyedAs(t testing.TB, d dialects.Dialect, dump []byte, p *mask.Plan) ([]byte, *mask.Audit) {
	t.Helper()
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(dump)), nil }
	s, err := mask.NewSurvey(context.Background(), open, d, p)
	require.NoError(t, err)
	out, audit, err := copyAs(d, dump, p, mask.Surveyed(s))
	require.NoError(t, err)
	return out, audit
}

// TestPersonsLeftOut leaves most accounts of the sample out. On each server their rows are
// gone from every table that knows accounts, no foreign key leads to a row that is gone,
// and everybody else is there.
func TestPersonsLeftOut(t *testing.T) {
	policy := samplePolicy(t)
	i := slices.IndexFunc(policy.Tables, func(x mask.Table) bool { return x.Pattern == "accounts" })
	policy.Tables[i].Where = parse(t, `{version: 1, tables: {t: {rows: {where: "id in [2, 3, 5, 7, 11, 13]"}, columns: {'*': keep}}}}`).Tables[0].Where
	p := compile(t, policy)
	for _, d := range sampleDumps {
		t.Run(d.file, func(t *testing.T) {
			raw, dev := rawStore(t, d.dialect, sample(t, d.file), d.load...), newStore(t, d.dialect)
			out, audit := surveyed(t, sample(t, d.file), p)
			dev.load(t, out, d.load...)
			require.NotEmpty(t, audit.LeftOut)
			const stay = "(2, 3, 5, 7, 11, 13)"
			require.Equal(t, "6", count(t, dev, "SELECT count(*) FROM accounts"))
			for table, columns := range raw.columns(t) {
				if !slices.Contains(columns, "account_id") || !slices.ContainsFunc(policy.Tables, func(x mask.Table) bool {
					return x.Pattern == table && x.Person != nil && slices.Equal(x.Person.By, []string{"account_id"}) && x.Where == nil && !x.Drop
				}) {
					continue
				}
				want := count(t, raw, "SELECT count(*) FROM "+table+" WHERE account_id IN "+stay)
				require.Equal(t, want, count(t, dev, "SELECT count(*) FROM "+table+" WHERE account_id IS NOT NULL"), table)
			}
			for _, k := range dev.foreignKeys(t) {
				orphans := fmt.Sprintf("SELECT count(*) FROM %s c WHERE c.%s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %s p WHERE p.%s = c.%s)", *k[0], *k[1], *k[2], *k[3], *k[1])
				require.Equal(t, "0", count(t, dev, orphans), "%s", k)
			}
		})
	}
}
