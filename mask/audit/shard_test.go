package audit_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask/audit"
)

// shardsOf are the audits of parts of one dump: the first has no value to mask.
func shardsOf(t *testing.T) []*audit.Record {
	all := []*audit.Record{
		record(t, rules, pupils+"INSERT INTO `plans` VALUES (1,'gold');\n"),
		record(t, rules, pupils+rows(0, 20)),
		record(t, rules, pupils+rows(20, 40)),
	}
	for i, r := range all {
		r.Shard = &audit.Shard{Number: i + 1, Of: len(all), Index: strings.Repeat("a", 64)}
		r.SHA256, r.BytesOut = shaOf(fmt.Sprint("text ", i)), 6
	}
	return all
}

func shaOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// TestShards: all parts, in any order, are the whole. What no part can judge is judged by all.
func TestShards(t *testing.T) {
	all := shardsOf(t)
	require.Equal(t, audit.Raw, all[0].Verdict)
	require.Contains(t, all[0].Reasons, audit.Reason{What: audit.NothingMasked})
	want, err := audit.Merge(all...)
	require.NoError(t, err)
	require.Equal(t, audit.Masked, want.Verdict)
	require.NotContains(t, want.Reasons, audit.Reason{What: audit.NothingMasked})
	require.Nil(t, want.Shard)
	require.Equal(t, int64(41), want.Rows())
	got, err := audit.Merge(shardsOf(t)[2], shardsOf(t)[0], shardsOf(t)[1])
	require.NoError(t, err)
	require.Equal(t, string(text(t, want)), string(text(t, got)))
	again, err := audit.Read(text(t, want))
	require.NoError(t, err)
	require.Equal(t, want.Parts, again.Parts)

	nothing := shardsOf(t)[:1]
	nothing[0].Shard.Of = 1
	sum, err := audit.Merge(nothing...)
	require.NoError(t, err)
	require.Equal(t, audit.Raw, sum.Verdict)
}

// TestShardsRefused: a part that is missing, or there twice, or of another dump.
func TestShardsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func([]*audit.Record) []*audit.Record
		want   error
		says   string
	}{
		"first lost":  {func(r []*audit.Record) []*audit.Record { return r[1:] }, audit.ErrLost, "part 1 of 3"},
		"middle lost": {func(r []*audit.Record) []*audit.Record { return slices.Delete(r, 1, 2) }, audit.ErrLost, "part 2 of 3"},
		"last lost":   {func(r []*audit.Record) []*audit.Record { return r[:2] }, audit.ErrLost, "part 3 of 3"},
		"twice":       {func(r []*audit.Record) []*audit.Record { return append(r, shardsOf(t)[1]) }, audit.ErrTwice, "part 2 of 3"},
		"other index": {func(r []*audit.Record) []*audit.Record { r[2].Shard.Index = "b"; return r }, audit.ErrIndexes, ""},
		"other parts": {func(r []*audit.Record) []*audit.Record { r[2].Shard.Of = 4; return r }, audit.ErrIndexes, ""},
		"a whole one": {func(r []*audit.Record) []*audit.Record { r[2].Shard = nil; return r }, audit.ErrIndexes, ""},
		"whole first": {func(r []*audit.Record) []*audit.Record { r[0].Shard = nil; return r }, audit.ErrIndexes, ""},
		"other key":   {func(r []*audit.Record) []*audit.Record { r[2].KeyID = "other"; return r }, audit.ErrKeys, ""},
		"edition":     {func(r []*audit.Record) []*audit.Record { r[2].Edition++; return r }, audit.ErrEditions, ""},
		"policy":      {func(r []*audit.Record) []*audit.Record { r[2].PolicyID = "other"; return r }, audit.ErrPolicies, ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := audit.Merge(c.change(shardsOf(t))...)
			require.ErrorIs(t, err, c.want)
			require.ErrorContains(t, err, c.says)
		})
	}
}

// TestJoined: what the parts join to gets a digest, and nothing else does.
func TestJoined(t *testing.T) {
	for dump, says := range map[string]string{
		"text 0text 1text 2": "", "text 0text 1text": "part 3 of 3", "text 0text 2text 1": "part 2 of 3", "text 0text 1text 2x": "behind the last part", "": "part 1 of 3",
	} {
		sum, err := audit.Merge(shardsOf(t)...)
		require.NoError(t, err)
		err = sum.Joined(strings.NewReader(dump))
		if says == "" {
			require.NoError(t, err)
			require.Equal(t, shaOf(dump), sum.SHA256)
			valid(t, text(t, sum))
			continue
		}
		require.ErrorIs(t, err, audit.ErrJoined)
		require.ErrorContains(t, err, says)
		require.Empty(t, sum.SHA256)
	}
}
