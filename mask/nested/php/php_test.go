package php

import (
	"fmt"
	"strings"
	"testing"

	"github.com/migawari-dev/migawari/mask/nested/nestedtest"
)

var kit = nestedtest.Case{
	Format: Format{},
	Good: []string{
		"N;", "b:1;", "b:0;", "i:-5;", "i:9223372036854775807;", "i:-9223372036854775808;", "i:0;", "d:0.5;", "d:1.0E+25;", "d:INF;", "d:-INF;", "d:NAN;", `s:0:"";`, `s:6:"太郎";`, `s:3:"";"";`, "a:0:{}", `a:2:{i:0;s:1:"a";s:1:"k";a:1:{i:-1;N;}}`,
		`O:8:"stdClass":1:{s:4:"name";s:3:"abc";}`, "O:1:\"C\":2:{s:4:\"\x00C\x00p\";i:1;s:4:\"\x00*\x00q\";R:2;}", `C:11:"ArrayObject":21:{x:i:0;a:0:{};m:a:0:{}}`, `E:11:"Suit:Hearts";`,
		`a:2:{i:0;O:1:"A":0:{}i:1;r:2;}`, `s:16:"a:1:{i:0;s:1:"x"";`, `user|a:1:{s:2:"id";i:7;}_token|s:3:"abc";n|N;`,
	},
	Bad: []string{
		"", "N", "b:2;", "b:1", "i:;", "i:1", "i:+1;", "i:00;", "i:9223372036854775808;", "i:-9223372036854775809;", "i:1x;", "i:-;", "i:-0;", "i:99999999999999999999;", "d:;", "d:.5;", "d:1", `s:1:"";`, `s:3:"ab";`, `s:1:"ab";`, `s:2:"太";`, `s:-1:"";`, `s:1:"a"`, `s:99999999999:"a";`, `s:1:a;`,
		"a:1:{}", "a:0:{i:0;N;}", "a:1:{i:0;N;i:1;N;}", "a:-1:{}", "a:1:{i:0;N;", "a:1:{N;N;}", "a:1:{d:0.5;N;}", "a:1:{i:0;}", "a:4294967296:{}", `O:1:"AB":0:{}`, `O:1:"A":1:{}`, `C:1:"A":5:{abc}`, `E:3:"A:B"`, "R:0;", "R:x;",
		"N;N;", "a:0:{}x", `S:1:"a";`, "x:1;", `user|`, `user|i:1`, `|i:1;`, `a|i:1;b`, "i:1;|", `u"s|i:1;`,
	},
	Deep: func(n int) string { return strings.Repeat("a:1:{i:0;", n) + "N;" + strings.Repeat("}", n) },
}

func TestPHP(t *testing.T) { nestedtest.Run(t, kit) }

func FuzzPHP(f *testing.F) { nestedtest.Fuzz(f, kit) }

// A claim of a billion members or bytes costs nothing.
func TestClaims(t *testing.T) {
	for _, v := range []string{"a:2000000000:{", `s:2000000000:"`, `O:2000000000:"`, `C:1:"A":2000000000:{`} {
		nestedtest.Check(t, Format{}, []byte(v))
	}
	nestedtest.Check(t, Format{}, fmt.Appendf(nil, "a:1:{i:0;s:10000000:%q;}", strings.Repeat("x", 10_000_000)))
}
