package split_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/masktest"
	"github.com/migawari-dev/migawari/mask/split"
)

// counts are the numbers of parts with which the same bytes must come out.
var counts = []int{1, 2, 7, 64}

// A sample is a dump with its dialect.
type sample struct {
	name    string
	text    []byte
	dialect dialects.Dialect
	scan    dialects.ScanOptions
}

// samples are the dumps of testdata.
func samples(t testing.TB) []sample {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/classpad/*.sql")
	require.NoError(t, err)
	require.Greater(t, len(paths), 4)
	var all []sample
	for _, path := range paths {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		d, err := dialects.Detect(text[:min(len(text), dialects.DetectSize)], mysql.Dialect, postgres.Dialect, sqlite.Dialect)
		require.NoError(t, err, path)
		all = append(all, sample{name: filepath.Base(path), text: text, dialect: d})
	}
	return all
}

// plan compiles a policy with the maskers of the contract.
func plan(t testing.TB, p *mask.Policy) *mask.Plan {
	t.Helper()
	c, err := mask.Compile(p, masktest.Key(t), builtin.Set(ja.Locale))
	require.NoError(t, err)
	return c
}

// keepAll gives back its input.
func keepAll(t testing.TB) *mask.Plan {
	return plan(t, &mask.Policy{DDL: mask.KeepDDL, Tables: []mask.Table{{Pattern: "*", Keep: true}}})
}

// holds masks a dump in parts and holds the whole against one run.
func holds(t testing.TB, s sample, p *mask.Plan, every int64) {
	t.Helper()
	ctx := context.Background()
	var want bytes.Buffer
	audit, err := mask.Copy(ctx, &want, bytes.NewReader(s.text), s.dialect, p, mask.Scan(s.scan))
	require.NoError(t, err)
	src := split.At(bytes.NewReader(s.text), int64(len(s.text)))
	x, err := split.Make(ctx, src, s.dialect, split.Options{Scan: s.scan, Every: every})
	require.NoError(t, err)
	require.Equal(t, int64(len(s.text)), x.Size)
	for _, of := range counts {
		var got bytes.Buffer
		var sum *mask.Audit
		for n := 1; n <= of; n++ {
			var out bytes.Buffer
			a, err := split.Copy(ctx, &out, src, split.Job{Index: x, Number: n, Of: of, Dialect: s.dialect, Plan: p, Scan: s.scan, Options: []mask.Option{mask.Workers(1 + n%2)}})
			require.NoError(t, err)
			got.Write(out.Bytes())
			if sum == nil {
				sum = a
			} else {
				require.NoError(t, sum.Add(a))
			}
		}
		require.True(t, want.String() == got.String(), "%d parts", of)
		require.Equal(t, audit, sum, "%d parts", of)
	}
}

// TestSameBytes: the same comes out, in however many parts.
func TestSameBytes(t *testing.T) {
	for _, s := range samples(t) {
		for _, every := range []int64{1, 1000, 0} {
			t.Run(fmt.Sprintf("%s/%d", s.name, every), func(t *testing.T) {
				holds(t, s, keepAll(t), every)
			})
		}
	}
}
