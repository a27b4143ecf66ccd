package prose_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/internal/texts"
	"github.com/migawari-dev/migawari/mask/detect/prose"
)

// TestRecall: what was found once is found again. docs/text.md has the table.
func TestRecall(t *testing.T) {
	for set, least := range map[string]float64{"ja": 0.95, "en": 0.85, "ja.unseen": 0, "en.unseen": 0} {
		lines, err := texts.Read("../../..", set)
		require.NoError(t, err)
		for _, s := range texts.Measure(lines) {
			t.Logf("%s %-12s recall %d/%d precision %d/%d missed %q wrong %q", set, s.Kind, s.Found, s.Marked, s.Right, s.Findings, s.Missed, s.Wrong)
			if s.Kind == "person" {
				require.GreaterOrEqual(t, s.Recall(), least, set)
				require.GreaterOrEqual(t, s.Precision(), 0.8, set)
			}
		}
	}
}

// TestNames: what verify counts as a name stands in few texts that name nobody, and in most
// that do. docs/command.md has the table.
func TestNames(t *testing.T) {
	for set, c := range map[string]struct{ recall, wrong float64 }{
		"kept": {0, 0.02}, "kept.unseen": {0, 0.05}, "people": {0.95, 0}, "people.unseen": {0.9, 0},
		"ja": {0.93, 0.03}, "en": {0.85, 0.03}, "ja.unseen": {0.7, 0.07}, "en.unseen": {0.7, 0.07},
	} {
		lines, err := texts.Read("../../..", set)
		require.NoError(t, err)
		s, wrong := texts.Names(lines)
		t.Logf("%s recall %d/%d, wrong in %d/%d, missed %q wrong %q", set, s.Found, s.Marked, wrong, len(lines), s.Missed, s.Wrong)
		require.GreaterOrEqual(t, s.Recall(), c.recall, set)
		require.LessOrEqual(t, float64(wrong), c.wrong*float64(len(lines)), set)
	}
}

func BenchmarkFind(b *testing.B) {
	for _, language := range []string{"ja", "en"} {
		lines, err := texts.Read("../../..", language)
		require.NoError(b, err)
		named, plain := bytes.Buffer{}, bytes.Buffer{}
		for _, l := range lines {
			w := &plain
			if len(l.Marks) > 0 {
				w = &named
			}
			w.WriteString(l.Text + "\n")
		}
		for _, c := range []struct {
			name string
			text []byte
		}{{"names", named.Bytes()}, {"no names", plain.Bytes()}} {
			b.Run(language+", "+c.name, func(b *testing.B) {
				prose.Find(nil, c.text) // loads the dictionary
				b.SetBytes(int64(len(c.text)))
				var dst []prose.Finding
				for b.Loop() {
					dst = prose.Find(dst[:0], c.text)
				}
			})
		}
	}
}
