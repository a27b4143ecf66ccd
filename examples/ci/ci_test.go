// Package ci is an example without a program: files for CI, and a test that they hold.
package ci

import (
	"bytes"
	"errors"
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/detect"
	"github.com/migawari-dev/migawari/mask/fixture"
	"github.com/migawari-dev/migawari/mask/policyfile"
	"github.com/migawari-dev/migawari/mask/review"
)

func declared(t *testing.T, ddl []byte) *schema.Schema {
	s := mysql.Dialect.NewScanner(bytes.NewReader(ddl), dialects.ScanOptions{})
	var c dialects.Chunk
	for {
		err := s.Scan(&c)
		if errors.Is(err, io.EOF) {
			return s.Schema()
		}
		require.NoError(t, err)
	}
}

// TestFixtures: the rows that the tests of a workflow ask for can be made.
func TestFixtures(t *testing.T) {
	text, err := os.ReadFile("policy.yaml")
	require.NoError(t, err)
	policy, err := policyfile.Parse(text)
	require.NoError(t, err)
	ddl, err := os.ReadFile("schema.sql")
	require.NoError(t, err)
	set := fixture.New(declared(t, ddl), 1, fixture.Options{Policy: policy}).Rows("pupils", 200).Rows("*", 20)
	rows := 0
	for _, err := range set.All(t.Context()) {
		require.NoError(t, err)
		rows++
	}
	require.Equal(t, 220, rows)
}

// TestNewColumn: the policy decides the schema, and not what a migration adds to it.
func TestNewColumn(t *testing.T) {
	text, err := os.ReadFile("policy.yaml")
	require.NoError(t, err)
	plan, err := policyfile.Compile(text, mask.EphemeralKey(), func(string) (mask.Set, error) { return builtin.Set(en.Locale), nil })
	require.NoError(t, err)
	ddl, err := os.ReadFile("schema.sql")
	require.NoError(t, err)
	s := declared(t, ddl)
	require.Empty(t, plan.Check(s))
	require.Empty(t, review.Findings(plan, detect.Tables(s, detect.Options{})))
	require.Empty(t, review.Text(text))

	found := plan.Check(declared(t, append(ddl, "ALTER TABLE `pupils` ADD COLUMN `phone` varchar(20);\n"...)))
	require.Len(t, found, 1)
	require.Equal(t, "phone", found[0].Column)
	require.ErrorIs(t, found[0].Err, mask.ErrUncovered)
}
