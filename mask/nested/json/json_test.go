package json

import (
	"strings"
	"testing"

	"github.com/migawari-dev/migawari/mask/nested/nestedtest"
)

var kit = nestedtest.Case{
	Format: Format{},
	Good: []string{
		`{"a": 1, "a": "\u00e9\ud83d\ude00", "\u0061": [true, false, null, -0.5e+10, {}, []]}`, ` "x" `, "0", "\t[1,\r\n2]", `""`, `{"":""}`, `[[[]]]`,
		`{"big": 123456789012345678901234567890.10, "e": 1E400, "/": "\/\b\f\n\r\t\"\\"}`, `"\u2028"`, "[\"\u007f\"]",
	},
	Bad: []string{
		"", " ", "{", "[", `"`, `{"a"`, `{"a":`, `{"a":1`, `{"a":1,`, `{"a":1,}`, "[1,]", "[,]", "{,}", "[1 2]", `{"a" 1}`, `{a:1}`, `{'a':1}`, "tru", "nul", "True", "NaN", "Infinity",
		"01", "1.", ".5", "+1", "-", "1e", "0x1", "1 1", "{} {}", "[]x", `"a\u0000b"`, `"\ud800"`, `"\ud800x"`, `"\ud800\u0041"`, `"\udc00"`, `"\u12"`, `"\x41"`, `"\"`, "\"a\nb\"", "\"\x00\"", "\"\xff\"",
		"\xef\xbb\xbf{}", "[1]\x00", "/* c */ 1", "[1}", `{"a":1]`, "]", "}", `{"\u0000":1}`, `{"a":1 "b":2}`, `["a" "b"]`, `{1:2}`, `{"a"::1}`, "[\"\xed\xa0\x80\"]",
	},
	Deep: func(n int) string { return strings.Repeat(`[{"a":`, n/2) + "1" + strings.Repeat("}]", n/2) },
}

func TestJSON(t *testing.T) { nestedtest.Run(t, kit) }

func FuzzJSON(f *testing.F) { nestedtest.Fuzz(f, kit) }
