package e2e

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/mask"
)

// recut gives a dump with the rows of each statement that choose leaves, in its
// order. A statement without rows is left out.
func recut(t *testing.T, d dialects.Dialect, dump []byte, choose func(rows [][]byte) [][]byte) []byte {
	t.Helper()
	var out, head, separator []byte
	var rows [][]byte
	for it, err := range dialects.Items(d, bytes.NewReader(dump), dialects.ScanOptions{}) {
		require.NoError(t, err)
		switch it.Kind {
		case dialects.Raw, dialects.Stmt:
			out = append(out, it.Bytes()...)
		case dialects.Head:
			head, rows, separator = bytes.Clone(it.Bytes()), nil, nil
		case dialects.Row:
			if len(rows) > 0 {
				separator = bytes.Clone(it.Chunk.Data[it.Start:it.Body])
			}
			rows = append(rows, bytes.Clone(it.Chunk.Data[it.Body:it.End]))
		case dialects.Tail:
			if rows = choose(rows); len(rows) == 0 && it.Rows.NeedsRow {
				continue
			}
			out = append(append(append(out, head...), bytes.Join(rows, separator)...), it.Bytes()...)
		}
	}
	return out
}

// byTable gives the rows of a dump as texts, in an order of their own.
func byTable(t *testing.T, d dialects.Dialect, dump []byte) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for table, records := range dialecttest.Records(t, d, dump, dialects.ScanOptions{}) {
		for _, r := range records {
			out[table] = append(out[table], fmt.Sprint(r))
		}
		slices.Sort(out[table])
	}
	return out
}

// TestShards cuts the sample into pieces at row boundaries and masks each alone:
// together they are what the whole becomes.
func TestShards(t *testing.T) {
	p := compile(t, samplePolicy(t))
	const pieces = 3
	for _, f := range sampleDumps {
		t.Run(f.file, func(t *testing.T) {
			d, dump := dialect(t, f.dialect), sample(t, f.file)
			require.Equal(t, dump, recut(t, d, dump, func(rows [][]byte) [][]byte { return rows }))
			whole, together := byTable(t, d, masked(t, dump, p)), map[string][]string{}
			var sum *mask.Audit
			for k := range pieces {
				n := 0
				piece := recut(t, d, dump, func(rows [][]byte) [][]byte {
					var own [][]byte
					for _, r := range rows {
						if n++; n%pieces == k {
							own = append(own, r)
						}
					}
					return own
				})
				out, audit, err := copyAs(d, piece, p)
				require.NoError(t, err)
				for table, rows := range byTable(t, d, out) {
					together[table] = append(together[table], rows...)
				}
				if sum == nil {
					sum = audit
				} else {
					require.NoError(t, sum.Add(audit))
				}
			}
			for table := range maps.Keys(together) {
				slices.Sort(together[table])
			}
			require.Equal(t, whole, together)
			_, audit, err := copyAs(d, dump, p)
			require.NoError(t, err)
			for name, all := range sum.Tables { // who was in two parts is not known where there are few
				require.Len(t, audit.Tables[name].Persons, len(all.Persons))
				audit.Tables[name].Persons, all.Persons = nil, nil
			}
			require.Equal(t, audit.Tables, sum.Tables)
		})
	}
}

// TestOrderOfRows shuffles the rows of the sample: each becomes what it became.
func TestOrderOfRows(t *testing.T) {
	p := compile(t, samplePolicy(t))
	for _, f := range sampleDumps {
		t.Run(f.file, func(t *testing.T) {
			d, dump := dialect(t, f.dialect), sample(t, f.file)
			r := rand.New(rand.NewPCG(1, 2))
			shuffled := recut(t, d, dump, func(rows [][]byte) [][]byte {
				r.Shuffle(len(rows), func(i, k int) { rows[i], rows[k] = rows[k], rows[i] })
				return rows
			})
			require.Equal(t, byTable(t, d, masked(t, dump, p)), byTable(t, d, masked(t, shuffled, p, mask.Workers(3))))
		})
	}
}
