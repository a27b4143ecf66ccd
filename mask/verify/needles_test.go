package verify

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func canonical(text string) []rune { return theForms().append(nil, []byte(text)) }

// FuzzSearch holds the search against one that compares characters: what stands in a text is
// found, as it is, reversed and in ROT13, and what is found stands there.
func FuzzSearch(f *testing.F) {
	f.Add("Keito.Nogahara@kirisaka.migawari", "to ", "!")
	f.Add("０３－０８４５－１１９４", "tel", "0")
	f.Add("のがはら けいと", "は", "さん")
	f.Add("aaaaaaaaaaaaaaaaaaaaaaaa", "aaa", "aaaa")
	f.Add("\xff\xfeabcdef\xe3", "\xe3", "\x81")
	f.Add("山田abcdef", "山", "fed")
	f.Fuzz(func(t *testing.T, value, before, behind string) {
		needle := cutNeedle(canonical(value))
		if !tellsOf(needle) {
			return
		}
		s := newNeedles()
		add(s, needle, needle)
		require.Equal(t, 1, s.len())
		s.settle()
		for w := range ways {
			written := w.write(nil, needle)
			before := canonical(before)
			found := false
			searched(s, slices.Concat(before, written, canonical(behind)), func(got []rune, _ way) {
				require.Equal(t, needle, got)
				require.Equal(t, s.identity(needle), s.identity(got))
				found = true
			})
			if onlyDigits(written[:min(len(written), beginsWith)]) || isDigit(written[len(written)-1]) {
				continue // it may be part of a number
			}
			if len(written) < leastSampled && isWord(written) && len(before) > 0 && isWordRune(before[len(before)-1]) {
				continue // it is part of a word
			}
			require.True(t, found, "%d", w)
		}
	})
}

func add(s *needles, all ...[]rune) {
	a := adder{needles: s}
	for _, needle := range all {
		a.add(needle)
	}
	a.flush()
}

// searched looks for needles in a canonical text, and gives what is found.
func searched(s *needles, text []rune, found func(needle []rune, w way)) {
	l := letters{forms: theForms(), bytes: s.bytes.Load()}
	l.reset()
	l.grow(len(text))
	for _, r := range text {
		l.put(r)
	}
	s.search(&l, func(at int, short bool) {
		letter, i := l.place(at)
		for ; letter < at; i++ {
			letter += sizeOf(text[i])
		}
		if letter == at {
			s.lookUp(text, i, short, func(from, to int, w way) { found(w.write(nil, text[from:to]), w) })
		}
	})
}

// FuzzGuises reads whatever a text can hold, without a panic, and the text first.
func FuzzGuises(f *testing.F) {
	for _, s := range []string{`\u57dc\x41\101\`, "%E5%9F%9C+%4", "=E5=9F=\r\n=9C=", "&#22492;&#x57dc;&#;", "a2VpdG8ubm9nYWhhcmFAa2lyaXNha2E", "6b6569746f2e6e6f67\x00", "\x82\xa0\x82", "\x8f\xb0\xa1\x8e\xb1", "\x00K\x00\x00\x00e\xd8\x42\xdf\xb7"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		n := 0
		r := reader{digest: func([]byte) {}, any: inAny(charsets(everything()))}
		forms := theForms()
		r.see = func(b []byte, as decoding, _ guise) {
			if n == 0 {
				require.Equal(t, text, b)
			}
			n += len(b)
			if as != nil {
				forms.fold(as(nil, b))
			}
		}
		r.read(text, true)
		require.LessOrEqual(t, n, 2000*(len(text)+1), "linear in the text")
	})
}

// TestCharsets reads what is written in each set, from any byte on.
func TestCharsets(t *testing.T) {
	all := everything()
	for _, set := range charsets(all) {
		require.NotPanics(t, func() { set.read(nil, bytes.Repeat([]byte{0x81}, 7)) })
	}
	require.Equal(t, []rune{'a', '𠮷', '田', divider}, utf16Big(nil, []byte{0, 'a', 0xd8, 0x42, 0xdf, 0xb7, 0x75, 0x30}, all))
	require.Equal(t, []rune{'ｱ', '山', '田', divider}, cp932(nil, []byte{0xb1, 0x8e, 0x52, 0x93, 0x63}, shiftJIS()))
	require.Equal(t, []rune{'ｱ', '山', '丂', divider}, eucjp(nil, []byte{0x8e, 0xb1, 0xbb, 0xb3, 0x8f, 0xb0, 0xa1}, eucJP(), eucJP3())[:4])
}

// TestAlike: readings of CP932 that begin one byte apart soon go on alike.
func TestAlike(t *testing.T) {
	set := &charsets(everything())[4]
	text := append([]byte{0x88, 0x9f, 0x88, 0x9f, '!'}, bytes.Repeat([]byte("a"), 2*overlap)...)
	require.Equal(t, 4+overlap, set.alike(text, 1))
	require.Equal(t, len(text), set.alike(text, 0))
	whole := set.read(nil, text[1:])
	require.Equal(t, whole[:overlap], set.read(nil, text[1:set.alike(text, 1)])[:overlap])
	require.Equal(t, 3, set.alike(text[:3], 1))
}

// TestBcrypt: no part of a hash with a salt is read, though it is as long as one of a value.
func TestBcrypt(t *testing.T) {
	const hash = "$2y$10$bkFepsqfNIF30eJ.aIRGuiHyAzc.F8/jiKNmjDNSn2E0OUxwTGZSW"
	read := func(text string) (n int) {
		r := reader{digest: func([]byte) { n++ }, any: inAny(charsets(everything()))}
		r.read([]byte(text), false)
		return n
	}
	require.Zero(t, read("is "+hash+"."))
	require.Positive(t, read(hash[3:]))
	for _, other := range []string{hash[:59], hash + "W", strings.Replace(hash, "30", "+_", 1), strings.Replace(hash, "2y", "3y", 1)} {
		require.False(t, isBcrypt([]byte(other)), other)
	}
}

func everything() *alphabet {
	all := new(alphabet)
	for i := range all {
		all[i] = 1<<64 - 1
	}
	return all
}

// TestForms: what people write in several ways is one.
func TestForms(t *testing.T) {
	for _, same := range [][]string{
		{"０９０－１２３４", "090-1234", "(090) 1234", "090.1234"},
		{"ﾉｶﾞﾊﾗ ﾊﾟﾋﾟ", "のがはら　ぱぴ", "ノガハラパピ", "のか\u3099はらは\u309aひ\u309a"},
		{"O'Brien", "OBRIEN", "o’brien"}, {"José Müller", "jose muller", "Jose\u0301 Mu\u0308ller"}, {"髙橋", "高橋"},
	} {
		for _, s := range same[1:] {
			require.Equal(t, canonical(same[0]), canonical(s), s)
		}
	}
	for _, long := range []string{"090123", "abcde", "山田", "ab山"} {
		require.False(t, tellsOf(canonical(long)), long)
	}
	for _, long := range []string{"0901234", "abcdef", "山田花", "山田a"} {
		require.True(t, tellsOf(canonical(long)), long)
	}
	require.Equal(t, broken+0xff, canonical("\xff")[0])
	require.Equal(t, utf8.RuneError, canonical("\ufffd")[0])
}

// TestSearchGivesEveryLength: of two values of which one begins the other, both are found; a
// longer one that only has the same mark must not hide a shorter one.
func TestSearchGivesEveryLength(t *testing.T) {
	s := newNeedles()
	add(s, []rune("ノガハラ"), []rune("ノガハラケイト"))
	s.settle()
	text := []rune("昨日ノガハラケイトハ")
	var found []string
	searched(s, text, func(got []rune, _ way) { found = append(found, string(got)) })
	require.Equal(t, []string{"ノガハラ", "ノガハラケイト"}, found)
}

// TestNeedlesAreSmall holds what a different value takes.
func TestNeedlesAreSmall(t *testing.T) {
	s := newNeedles()
	const n = 1 << 20
	var b []byte
	for i := range n {
		b = append(b[:0], "person"...)
		for k := i; k > 0; k /= 26 {
			b = append(b, 'a'+byte(k%26))
		}
		add(s, canonical(string(b)))
	}
	bytes := 0
	for i := range s.shards {
		bytes += cap(s.shards[i])
	}
	require.InDelta(t, n, s.len(), n/100)
	require.Less(t, float64(8*bytes)/n, 32.)
}

func TestAppendLower(t *testing.T) {
	for _, s := range []string{"", "Keito.Nogahara@Kirisaka", "ÀÉÎ Straße ΣΑΣ ЖУК", "埜河原 圭燈 ＡＢ ｱｲ ㍿ Ꙁ", "𝔸𐐀x"} {
		require.Equal(t, strings.ToLower(s), string(appendLower(nil, []byte(s))))
	}
	require.Equal(t, "a\xffb", string(appendLower(nil, []byte("A\xffB"))))
}

// TestMoments: dates stand everywhere, with a time of day or without.
func TestMoments(t *testing.T) {
	var p picker
	for _, v := range []string{"2021-01-01", "2021-01-01 12:34:56", "2021-01-01T12:34:56+09:00", "1999/01/02 03:04", "平成3年4月5日"} {
		require.True(t, mayBeDate([]byte(v)) && p.isMoment([]byte(v)), v)
	}
	for _, v := range []string{"2021-01-01 called Hanako", "03-0845-1194", "hanako@mail.migawari", "C-2021-01-01"} {
		require.False(t, mayBeDate([]byte(v)) && p.isMoment([]byte(v)), v)
	}
}
