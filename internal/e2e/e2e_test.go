package e2e

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/internal/dbtest"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/masktest"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

func TestMain(m *testing.M) { os.Exit(dbtest.Runner{M: m}.Run()) }

// sampleDir holds the sample as real programs dumped it.
const sampleDir = "../../testdata/classpad"

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	return b
}

// sample gives one dump of the sample.
func sample(t testing.TB, name string) []byte {
	t.Helper()
	return readFile(t, filepath.Join(sampleDir, name))
}

// parse reads a policy.
func parse(t testing.TB, policy string) *mask.Policy {
	t.Helper()
	p, err := policyfile.Parse([]byte(policy))
	require.NoError(t, err)
	return p
}

// compile compiles a policy with a key that is published.
func compile(t testing.TB, p *mask.Policy) *mask.Plan {
	t.Helper()
	plan, err := mask.Compile(p, masktest.Key(t), builtin.Set(ja.Locale))
	require.NoError(t, err)
	return plan
}

// samplePolicy is the policy of the sample.
func samplePolicy(t testing.TB) *mask.Policy {
	t.Helper()
	return parse(t, string(readFile(t, "../../examples/classpad/policy.yaml")))
}

// keepAll gives back its input.
const keepAll = `{version: 1, ddl: keep, tables: {"*": keep}}`

var grammars = []dialects.Dialect{mysql.Dialect, postgres.Dialect, sqlite.Dialect}

func dialect(t testing.TB, name string) dialects.Dialect {
	t.Helper()
	i := slices.IndexFunc(grammars, func(d dialects.Dialect) bool { return d.Name() == name })
	require.GreaterOrEqual(t, i, 0, name)
	return grammars[i]
}

// recognise tells the dialect from the stream, as the command does.
func recognise(dump []byte) (dialects.Dialect, error) {
	return dialects.Detect(dump[:min(len(dump), dialects.DetectSize)], grammars...)
}

func copyAs(d dialects.Dialect, dump []byte, p *mask.Plan, opts ...mask.Option) ([]byte, *mask.Audit, error) {
	var out bytes.Buffer
	audit, err := mask.Copy(context.Background(), &out, bytes.NewReader(dump), d, p, opts...)
	return out.Bytes(), audit, err
}

// copyDump masks a dump whose dialect it is not told.
func copyDump(dump []byte, p *mask.Plan, opts ...mask.Option) ([]byte, *mask.Audit, error) {
	d, err := recognise(dump)
	if err != nil {
		return nil, nil, err
	}
	return copyAs(d, dump, p, opts...)
}

// masked masks a dump.
func masked(t testing.TB, dump []byte, p *mask.Plan, opts ...mask.Option) []byte {
	t.Helper()
	out, _, err := copyDump(dump, p, opts...)
	require.NoError(t, err)
	return out
}
