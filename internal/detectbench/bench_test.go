package main

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask/detect"
)

// TestMeasured holds the level that was measured, and a bit below.
func TestMeasured(t *testing.T) {
	labels, err := read("../..", detect.Options{})
	require.NoError(t, err)
	require.Greater(t, len(labels), 1400)
	held := count(labels, false, func(l *label) bool { return !l.developed() })
	require.Greater(t, held.hit+held.missed, 200)
	require.GreaterOrEqual(t, held.recall(), 0.98)
	require.GreaterOrEqual(t, held.precision(), 0.96)
	require.GreaterOrEqual(t, held.kinds(), 0.97)
	natural := count(labels, false, func(l *label) bool { return !l.developed() && !l.chosen })
	require.GreaterOrEqual(t, natural.recall(), 0.98)
	require.GreaterOrEqual(t, natural.precision(), 0.9)
	for name, s := range map[string]score{
		"all":      count(labels, false, everyLabel),
		"Japanese": count(labels, false, func(l *label) bool { return l.japanese }),
	} {
		require.GreaterOrEqual(t, s.recall(), 0.98, name)
		require.GreaterOrEqual(t, s.precision(), 0.96, name)
	}
	for _, l := range labels {
		require.Contains(t, detect.Kinds, l.kind, "the label of %s.%s", l.table, l.column)
	}
}

// newWords are the sets with which no words came into the lists.
var newWords = []string{"blind-7", "blind-8", "blind-9"}

// public are the sets that were read from public repositories.
var public = []string{"blind-10", "blind-11", "blind-12", "blind-13", "blind-14", "blind-15", "blind-16", "blind-17", "blind-18", "blind-19"}

// TestBlind holds the level on the sets that were blind, which the rules have been
// changed with since.
func TestBlind(t *testing.T) {
	for _, name := range blind {
		labels, err := readBlind("../../testdata/detection/"+name+".sql", detect.Options{})
		require.NoError(t, err)
		require.Greater(t, len(labels), 120, name)
		s := count(labels, false, everyLabel)
		recall, kinds := 0.98, 0.93
		switch {
		case slices.Contains(newWords, name):
			recall, kinds = 0.92, 0.82
		case slices.Contains(public, name):
			recall, kinds = 0.95, 0.9
		}
		require.GreaterOrEqual(t, s.recall(), recall, name)
		require.GreaterOrEqual(t, s.precision(), 0.91, name)
		require.GreaterOrEqual(t, s.kinds(), kinds, name)
		for _, l := range labels {
			require.Contains(t, detect.Kinds, l.kind, "the label of %s.%s", l.table, l.column)
		}
	}
}

// TestValues holds the level with values that are made.
func TestValues(t *testing.T) {
	labels, err := read("../..", detect.Options{})
	require.NoError(t, err)
	require.NoError(t, withRows(labels, "", false, detect.Options{}))
	s := count(labels, false, func(l *label) bool { return !l.developed() })
	require.GreaterOrEqual(t, s.recall(), 0.98)
	require.GreaterOrEqual(t, s.precision(), 0.96)
	for _, name := range blind {
		labels, err := readBlind("../../testdata/detection/"+name+".sql", detect.Options{})
		require.NoError(t, err)
		require.NoError(t, withRows(labels, "", false, detect.Options{}))
		s := count(labels, false, everyLabel)
		recall := 0.98
		if slices.Contains(newWords, name) {
			recall = 0.95
		}
		require.GreaterOrEqual(t, s.recall(), recall, name)
		require.GreaterOrEqual(t, s.precision(), 0.91, name)
	}
}
