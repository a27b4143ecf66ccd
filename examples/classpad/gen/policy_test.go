package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// computed are columns that a dump can hold and the generator does not write.
var computed = map[string][]string{"students": {"full_name"}}

// The policy names every column that there is, and no other; it leaves nothing
// to "*", and what looks personal stays only with a reason.
func TestPolicyDecidesEveryColumn(t *testing.T) {
	data, err := os.ReadFile("../policy.yaml")
	require.NoError(t, err)
	policy, err := policyfile.Parse(data)
	require.NoError(t, err)
	require.Equal(t, mask.SafeDDL, policy.DDL)
	require.Equal(t, mask.DropLargeObjects, policy.LargeObjects)

	entries := map[string]*mask.Table{}
	for i := range policy.Tables {
		entries[policy.Tables[i].Pattern] = &policy.Tables[i]
	}
	tables := newWorld(1).tables()
	require.Len(t, entries, len(tables))
	for _, tab := range tables {
		e := entries[tab.name]
		require.NotNil(t, e, tab.name)
		if e.Keep || e.Drop {
			continue
		}
		var named []string
		for _, c := range e.Columns {
			named = append(named, c.Name)
			for _, arm := range c.Arms {
				if arm.Rule.Mask == mask.Keep && c.Name != "id" && !strings.HasSuffix(c.Name, "_id") {
					require.NotEmpty(t, arm.Rule.Reason, "%s.%s stays without a reason", tab.name, c.Name)
				}
			}
		}
		require.ElementsMatch(t, append(computed[tab.name], tab.columns...), named, tab.name)
	}
	require.True(t, entries["products"].Keep)
	require.True(t, entries["access_logs"].Drop)
}
