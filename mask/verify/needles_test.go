package verify

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzSearch holds the search against one that compares bytes: what stands in a text is
// found, and what is found stands there.
func FuzzSearch(f *testing.F) {
	f.Add([]byte("Keito.Nogahara@kirisaka.migawari"), []byte("to "), []byte("!"))
	f.Add([]byte("０３－０８４５－１１９４"), []byte("tel"), []byte("0"))
	f.Add([]byte("のがはら けいと"), []byte("は"), []byte("さん"))
	f.Add([]byte("aaaaaaaaaaaaaaaaaaaaaaaa"), []byte("aaa"), []byte("aaaa"))
	f.Add([]byte("\xff\xfeabcdef\xe3"), []byte("\xe3"), []byte("\x81"))
	f.Fuzz(func(t *testing.T, value, before, behind []byte) {
		needle := cutNeedle(appendCanonical(nil, value))
		if !tellsOf(needle) {
			return
		}
		s := newNeedles()
		s.add(needle, s.hashes(nil, needle))
		require.Equal(t, 1, s.n)
		text := appendCanonical(nil, bytes.Join([][]byte{before, value, behind}, nil))
		found := false
		s.search(text, s.hashes(nil, text), func(id identity, from, to int) {
			require.Equal(t, needle, text[from:to])
			require.Equal(t, s.identity(needle, s.mark(s.hashes(nil, needle), 0, len(needle))), id)
			found = true
		})
		at := bytes.Index(text, needle)
		if at < 0 || !startsCharacter(text, at) { // it grew together with what stands beside it
			return
		}
		if onlyDigits(needle[:min(len(needle), shortWindow)]) || isDigit(needle[len(needle)-1]) {
			return // it may be part of a number
		}
		require.True(t, found)
	})
}

func startsCharacter(text []byte, at int) bool { return text[at]&0xc0 != 0x80 }

// FuzzGuises reads whatever a text can hold, without a panic, and the text first.
func FuzzGuises(f *testing.F) {
	for _, s := range []string{`\u57dc\x41\101\`, "%E5%9F%9C+%4", "=E5=9F=\r\n=9C=", "&#22492;&#x57dc;&#;", "a2VpdG8ubm9nYWhhcmFAa2lyaXNha2E", "6b6569746f2e6e6f67\x00", "\x82\xa0\x82"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		n := 0
		r := reader{digest: func([]byte) {}}
		r.see = func(b []byte, _ guise) {
			if n == 0 {
				require.Equal(t, text, b)
			}
			n += len(b)
			appendCanonical(nil, b)
		}
		r.read(text, plain, 0)
		require.LessOrEqual(t, n, 2000*(len(text)+1), "linear in the text")
	})
}

// TestSearchGivesEveryLength: of two values of which one begins the other, both are found; a
// longer one that only has the same mark must not hide a shorter one.
func TestSearchGivesEveryLength(t *testing.T) {
	s := newNeedles()
	for _, v := range []string{"ノガハラ", "ノガハラケイト"} {
		s.add([]byte(v), s.hashes(nil, []byte(v)))
	}
	text := []byte("昨日ノガハラケイトハ")
	var found []string
	s.search(text, s.hashes(nil, text), func(_ identity, from, to int) { found = append(found, string(text[from:to])) })
	require.Equal(t, []string{"ノガハラ", "ノガハラケイト"}, found)
}

// TestNeedlesAreSmall holds what a different value takes.
func TestNeedlesAreSmall(t *testing.T) {
	s := newNeedles()
	const n = 1 << 20
	var b, canonical []byte
	var hashes []uint64
	for i := range n {
		b = append(b[:0], "person"...)
		for k := i; k > 0; k /= 26 {
			b = append(b, 'a'+byte(k%26))
		}
		canonical = appendCanonical(canonical[:0], b)
		hashes = s.hashes(hashes, canonical)
		s.add(canonical, hashes)
	}
	bytes := 0
	for _, shard := range s.shards {
		bytes += cap(shard)
	}
	require.InDelta(t, n, s.n, n/100)
	require.Less(t, float64(8*bytes)/n, 32.)
}
