package pgvalue

import (
	"strings"
	"testing"

	"github.com/migawari-dev/migawari/mask/nested/nestedtest"
)

var arrays = nestedtest.Case{
	Format: Array{Delimiter: ','},
	Good:   []string{"{}", "{a}", "{a,b}", `{"a b",NULL,"NULL",null,"",x}`, `{"q\"\\",太郎}`, "[0:1]={1,2}", "[-1:0][2:3]={{1,2},{3,NULL}}", "{{{1}}}", `{"{","}"}`, `{"\\x00ff"}`, "{a;b}"},
	Bad:    []string{"", "{", "}", "{a", "{a,", "{a,}", "{,a}", "{a}b", "a", `{"a}`, `{"a"b}`, `{a"b"}`, `{a\b}`, "{a}{b}", "{{a}", "{{a}}}", "[0:1={1}", "[x]={1}", "{}}", "{{}}", "{{},{}}"},
	Deep:   func(n int) string { return strings.Repeat("{", n) + "1" + strings.Repeat("}", n) },
}

var boxes = nestedtest.Case{
	Format: Array{Delimiter: ';'},
	Good:   []string{"{(1,2),(0,0)}", "{(1,2),(0,0);(3,4),(1,1)}", "{a,b}"},
	Bad:    []string{"{;}", "{a;}"},
}

var composites = nestedtest.Case{
	Format: Composite{},
	Good:   []string{"()", "(a)", "(,)", `(a,"",)`, `("x,y",1)`, `("a""b\\",太郎)`, `("a\"b")`, `(a b)`},
	Bad:    []string{"", "(", ")", "(a", "(a,", "a", "(a)b", `("a)`, `("a"b)`, `(a"b")`, `(a\b)`, "((a))", "(a(b)", "(a)(b)"},
}

var ranges = nestedtest.Case{
	Format: Range{},
	Good:   []string{"[1,10)", "(,)", "empty", "[1,1]", `["2024-01-01 00:00:00","2024-02-01 00:00:00")`, "{[1,3),[5,7)}", "{}", "{(,3),[5,)}", "{empty}", "[-infinity,infinity]"},
	Bad:    []string{"", "[", "[1", "[1,", "[1,2", "[1)", "1,2", "[1,2]x", "{[1,2)", "{[1,2),}", "{,}", "[1,2,3]", `["1,2]`, "empt", "[[1,2]]"},
}

var hstores = nestedtest.Case{
	Format: Hstore{},
	Good:   []string{"", `"a"=>"b"`, `"a"=>"1\"\\", "b"=>NULL, ""=>""`, `"太郎"=>"x"`},
	Bad:    []string{`"a"`, `"a"=>`, `"a"=>"b`, `"a"=>"b",`, `"a"=>"b","c"=>"d"`, `a=>b`, `"a"=>null`, `"a"=>"b" `, `"a"="b"`, `"a"=>"b\`},
}

var kits = map[string]nestedtest.Case{"array": arrays, "box": boxes, "composite": composites, "range": ranges, "hstore": hstores}

func TestValues(t *testing.T) {
	for name, kit := range kits {
		t.Run(name, func(t *testing.T) { nestedtest.Run(t, kit) })
	}
}

func FuzzArray(f *testing.F)     { nestedtest.Fuzz(f, arrays) }
func FuzzComposite(f *testing.F) { nestedtest.Fuzz(f, composites) }
func FuzzRange(f *testing.F)     { nestedtest.Fuzz(f, ranges) }
func FuzzHstore(f *testing.F)    { nestedtest.Fuzz(f, hstores) }
