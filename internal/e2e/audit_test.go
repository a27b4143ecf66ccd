package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/mask"
)

// TestAuditTells counts, in the bytes that came out, what the audit says: of
// each column how many values are others, and how many are as they were.
func TestAuditTells(t *testing.T) {
	p := compile(t, samplePolicy(t))
	for _, f := range sampleDumps {
		t.Run(f.file, func(t *testing.T) {
			d, dump := dialect(t, f.dialect), sample(t, f.file)
			out, audit, err := copyAs(d, dump, p)
			require.NoError(t, err)
			require.Equal(t, int64(len(dump)), audit.BytesIn)
			require.Equal(t, int64(len(out)), audit.BytesOut)
			after := map[string]dialecttest.Record{}
			for table, records := range dialecttest.Records(t, d, out, dialects.ScanOptions{}) {
				for _, r := range records {
					after[fmt.Sprint(table, r["id"])] = r
				}
			}
			for table, records := range dialecttest.Records(t, d, dump, dialects.ScanOptions{}) {
				a := audit.Tables[table]
				require.Equal(t, int64(len(records)), a.Rows, table)
				if strings.HasSuffix(table, "access_logs") {
					require.Equal(t, a.Rows, a.Dropped)
					continue
				}
				if a.Open {
					continue
				}
				got := map[string]mask.Counts{}
				for _, r := range records {
					masked := after[fmt.Sprint(table, r["id"])]
					for column, v := range r {
						c := got[column]
						switch {
						case a.Columns[column].Rule == mask.Keep:
							c.Kept++
							require.Equal(t, v, masked[column])
						case v == nil:
							c.Nulls++
							require.Nil(t, masked[column])
						case v == "":
							c.Empty++
							require.Equal(t, "", masked[column])
						case a.Columns[column].Rule == "json" && v == masked[column]:
							c.Kept++ // all parts of it are
						default:
							c.Masked++
							if v == masked[column] {
								c.Unchanged++
							}
						}
						got[column] = c
					}
				}
				for column, want := range got {
					require.Equal(t, want, a.Columns[column].Counts, "%s.%s", table, column)
				}
			}
		})
	}
}
