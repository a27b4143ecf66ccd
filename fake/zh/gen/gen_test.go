package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func read(t *testing.T, dir, file string) string {
	t.Helper()
	got, err := os.ReadFile(filepath.Join(dir, file))
	require.NoError(t, err)
	return string(got)
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, write("testdata/zh_CN.json", "testdata/common", dir))
	require.Contains(t, read(t, dir, "family.txt"), "王\t\tWang\n单\t\tShan\n")
	men, women := read(t, dir, "male.txt"), read(t, dir, "female.txt")
	require.Contains(t, men, "伟\t\tWei\n")
	require.Contains(t, men, "志明\t\tZhiming\n")
	require.NotContains(t, men, "国民", "a word")
	require.Contains(t, women, "丽安\t\tLi'an\n")
	require.Error(t, write("testdata/zh_CN.json", "testdata", dir))
}

func TestLatin(t *testing.T) {
	_, err := table{"明": "ming"}.latin([]string{"明", "飞"})
	require.EqualError(t, err, "no pinyin for 飞")
}
