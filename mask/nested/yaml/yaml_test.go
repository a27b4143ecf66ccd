package yaml

import (
	"strings"
	"testing"

	"github.com/migawari-dev/migawari/mask/nested/nestedtest"
)

var kit = nestedtest.Case{
	Format: Format{},
	Good: []string{
		"--- !ruby/hash:ActiveSupport::HashWithIndifferentAccess\nname: 太郎\n:sym: ~\nn: -1.5\nb: true\n", "a: &1 foo\nb: *1\nc: !t 'it''s'\n", "é: \"q\\\"\\u0041\\n\"\n", "- - a\n  - b: c\n    d:\n- e\n", "text: |\n  one\n    two\n\n  three\nnext: >-\n  x\n  y\n",
		"a: {b: c, \"d\": [1, 'e', ~]}\n", "just a text", "---\n:x: '1'\n...\n", "---\n- 1\r\n- 2\r\n", "\"folded\n  text\"", "? a\n: b\n", "<<: {a: 1}\n", "a: 2020-01-01\nb: 0x1f\nc: 1_000\nd: yes\ne: .inf\nf: 1e3\n", "{}", "[]", "a: \"\"\nb: ''\n", "'a': b", "a: http://x.example:80/y#z\n", "a: b\na: c\n",
	},
	Bad: []string{
		"", "# c\n", "a: 1 # c\n", "a: 1\n# c\n", "a: |\n  b\n# c\nd: e\n", "a: several\n  lines\n", "a: |+\n  b\n\n", "? [a]\n: b\n", "? {a: b}\n: c\n", "a: 1\n---\nb: 2\n", "%YAML 1.2\n---\na: 1\n", "%TAG ! tag:x,2000:\n---\na: 1\n", "a: *1\n", "a: [1\n", "a: 'b\n", "\ta: b", "a: b: c", "\xef\xbb\xbfa: 1", "a: \x00", "a: \xff", "a: b\rc: d", "a: b\u2028c",
		"a: \"\\q\"", "a: \"\\0\"", ":\n|\n ", ": &|\n|", "a: @b", "a: !<tag:x> b # c",
	},
	Deep: func(n int) string { return strings.Repeat("[", n) + "1" + strings.Repeat("]", n) },
}

func TestYAML(t *testing.T) { nestedtest.Run(t, kit) }

func FuzzYAML(f *testing.F) { nestedtest.Fuzz(f, kit) }
