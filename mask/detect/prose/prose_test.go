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
