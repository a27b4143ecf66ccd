package main

import (
	"os"
	"path/filepath"
	"strings"
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
	require.NoError(t, write("testdata/ko.json", dir))
	require.Contains(t, read(t, dir, "family.txt"), "김\t\tKim\n정\t\tJung\n한\t\tHan\n")
	men := read(t, dir, "male.txt")
	require.Contains(t, men, "은우\t\tEunu\n")
	require.Contains(t, men, "민준\t\tMinjun\n")
	require.NotContains(t, men, "지안", "a woman")
	require.Contains(t, read(t, dir, "female.txt"), "지안\t\tJian\n")
	require.Error(t, write("testdata/none", dir))
}

// Syllables are joined that are usual at their place, but not to names of the other
// sex, nor to words.
func TestGiven(t *testing.T) {
	own := strings.Fields("민준 민호 민우 민석 하민 하서 하윤 하진 서준 도준 성준 지진")
	require.Contains(t, given(own, nil, nil), "하준")
	require.NotContains(t, given(own, nil, []string{"하준"}), "하준")
	require.Contains(t, given(own, []string{"은우"}, nil), "은우")
}

// Examples of the rules of the Revised Romanization.
func TestRomanise(t *testing.T) {
	for name, want := range map[string]string{"홍": "Hong", "한복남": "Hanboknam", "빛나": "Bitna", "신리": "Sinri", "왕": "Wang", "알": "Al", "의": "Ui", "찬욱": "Chanuk"} {
		require.Equal(t, want, romanise(name), name)
	}
}
