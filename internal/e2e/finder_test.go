package e2e

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/migawari-dev/migawari/dialects/charset"
)

// A finder looks for strings in every guise in which a dump could hold them.
type finder struct {
	guises []guise
	folded map[[4]byte][]int // guises in which the case of ASCII means nothing, by how they begin
	exact  map[[4]byte][]int // the others
}

type guise struct {
	canary string
	as     string
	bytes  []byte
}

// legacySets are the encodings besides UTF-8 in which text may stand.
var legacySets = []string{"cp932", "eucjpms", "utf16", "utf16le", "utf32"}

// newFinder makes all guises of all canaries, without those that are so short
// that they would be found anywhere.
func newFinder(canaries []string) *finder {
	f := &finder{folded: map[[4]byte][]int{}, exact: map[[4]byte][]int{}}
	for _, c := range canaries {
		for as, text := range spellings(c) {
			f.add(c, as, []byte(text), 4)
			f.coded(c, as, []byte(text))
			for _, set := range legacySets {
				code, err := charset.Lookup(set).Encode(nil, []byte(text))
				if err != nil || bytes.Equal(code, []byte(text)) {
					continue
				}
				f.add(c, as+" in "+set, code, 4)
				f.coded(c, as+" in "+set, code)
			}
		}
		md, s1, s2 := md5.Sum([]byte(c)), sha1.Sum([]byte(c)), sha256.Sum256([]byte(c))
		for as, sum := range map[string][]byte{"md5": md[:], "sha1": s1[:], "sha256": s2[:]} {
			f.coded(c, as, sum)
			f.add(c, as, sum, 4)
		}
	}
	return f
}

// spellings are texts that say the same to a reader.
func spellings(c string) map[string]string {
	runes := []rune(c)
	slices.Reverse(runes)
	out := map[string]string{
		"text": c, "reversed": string(runes), "decomposed": norm.NFD.String(c), "compatible": norm.NFKC.String(c),
		"url": url.QueryEscape(c), "url path": url.PathEscape(c), "quoted printable": quotedPrintable(c),
		"full width": mapRunes(c, func(r rune) rune {
			if '!' <= r && r <= '~' {
				return r - '!' + '！'
			}
			return r
		}),
		"hiragana": mapRunes(c, func(r rune) rune {
			if 'ァ' <= r && r <= 'ヶ' {
				return r - 'ァ' + 'ぁ'
			}
			return r
		}),
		"katakana": mapRunes(c, func(r rune) rune {
			if 'ぁ' <= r && r <= 'ゖ' {
				return r - 'ぁ' + 'ァ'
			}
			return r
		}),
		"rot13": mapRunes(c, func(r rune) rune {
			switch {
			case 'a' <= r && r <= 'z':
				return 'a' + (r-'a'+13)%26
			case 'A' <= r && r <= 'Z':
				return 'A' + (r-'A'+13)%26
			}
			return r
		}),
	}
	var escaped, decimal, hexadecimal, octal, hexBytes strings.Builder
	for _, u := range utf16.Encode([]rune(c)) {
		fmt.Fprintf(&escaped, `\u%04x`, u)
	}
	for _, r := range c {
		fmt.Fprintf(&decimal, "&#%d;", r)
		fmt.Fprintf(&hexadecimal, "&#x%x;", r)
	}
	for i := range len(c) {
		fmt.Fprintf(&octal, `\%03o`, c[i])
		fmt.Fprintf(&hexBytes, `\x%02x`, c[i])
	}
	out["JSON"], out["HTML"], out["HTML in hex"] = escaped.String(), decimal.String(), hexadecimal.String()
	out["octal"], out["hex of each byte"] = octal.String(), hexBytes.String()
	if s := strconv.QuoteToASCII(c); s[1:len(s)-1] != c {
		out["quoted"] = s[1 : len(s)-1] // ASCII as it is, the rest \u
	}
	if digits := strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, c); len(digits) >= 7 && len(digits) > len(c)/2 {
		out["digits"] = digits
	}
	return out
}

func mapRunes(s string, f func(rune) rune) string { return strings.Map(f, s) }

func quotedPrintable(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c < 0x21 || c > 0x7e || c == '=' {
			fmt.Fprintf(&b, "=%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// coded adds what hides bytes as text: hex, and base64 however the bytes lie in
// its groups of three.
func (f *finder) coded(canary, as string, b []byte) {
	f.add(canary, as+" in hex", []byte(hex.EncodeToString(b)), 8)
	for before := range 3 {
		padded := append(make([]byte, before), b...)
		from := []int{0, 2, 3}[before]
		for name, enc := range map[string]*base64.Encoding{"base64": base64.RawStdEncoding, "base64url": base64.RawURLEncoding} {
			text := enc.EncodeToString(padded)
			text = text[from : len(text)-map[int]int{0: 0, 1: 1, 2: 1}[len(padded)%3]]
			f.guise(f.exact, canary, fmt.Sprintf("%s in %s at %d", as, name, before), []byte(text), 6)
		}
	}
}

// add adds a guise in which the case of ASCII letters means nothing.
func (f *finder) add(canary, as string, b []byte, least int) {
	f.guise(f.folded, canary, as, lower(b), least)
}

func (f *finder) guise(index map[[4]byte][]int, canary, as string, b []byte, least int) {
	if len(b) < least {
		return
	}
	begin := [4]byte(b)
	for _, i := range index[begin] {
		if f.guises[i].canary == canary && bytes.Equal(f.guises[i].bytes, b) {
			return
		}
	}
	index[begin] = append(index[begin], len(f.guises))
	f.guises = append(f.guises, guise{canary, as, b})
}

// lower folds ASCII only: bytes of other encodings are no letters.
func lower(b []byte) []byte {
	out := bytes.Clone(b)
	for i, c := range out {
		if 'A' <= c && c <= 'Z' {
			out[i] = c + 'a' - 'A'
		}
	}
	return out
}

// find gives what it finds, as canary and guise.
func (f *finder) find(text []byte) map[string][]string {
	found := map[string][]string{}
	for _, in := range []struct {
		text  []byte
		index map[[4]byte][]int
	}{{lower(text), f.folded}, {text, f.exact}} {
		for at := 0; at+4 <= len(in.text); at++ {
			for _, i := range in.index[[4]byte(in.text[at:])] {
				if g := &f.guises[i]; bytes.HasPrefix(in.text[at:], g.bytes) && !slices.Contains(found[g.canary], g.as) {
					found[g.canary] = append(found[g.canary], g.as)
				}
			}
		}
	}
	return found
}

// TestFinder hides each canary in each guise, by other means than the finder's
// where there are some, and has it found.
func TestFinder(t *testing.T) {
	list := canaries(t)
	f := newFinder(list)
	require.Greater(t, len(f.guises), 100*len(list))
	require.Empty(t, f.find([]byte("nothing of anybody, のがら, 23001044, "+strings.Repeat("0123456789abcdef", 100))))
	for _, c := range list {
		for name, text := range map[string]string{
			"text": c, "upper": strings.ToUpper(c), "within": "＜" + c + "＞",
			"hex": hex.EncodeToString([]byte("ab" + c)), "HEX": strings.ToUpper(hex.EncodeToString([]byte(c))),
			"url": strings.ToLower(url.QueryEscape(c)),
		} {
			require.NotEmpty(t, f.find([]byte(text))[c], "%s as %s", c, name)
		}
		for n := range 6 {
			require.NotEmpty(t, f.find([]byte(base64.StdEncoding.EncodeToString([]byte(strings.Repeat("x", n) + c + strings.Repeat("y", n/2)))))[c], "%s in base64 behind %d bytes", c, n)
		}
		for _, set := range []string{"utf16", "utf16le"} {
			code, err := charset.Lookup(set).Encode(nil, []byte("a"+c+"b"))
			require.NoError(t, err)
			require.NotEmpty(t, f.find(code)[c], "%s in %s", c, set)
		}
	}
}
