package query

import (
	"testing"

	"github.com/migawari-dev/migawari/mask/nested/nestedtest"
)

var kit = nestedtest.Case{
	Format: Format{},
	Good: []string{
		"a=1&b=2", "?a=%E5%A4%AA%e9%83%8e+x", "a", "a=", "=b", "a[]=1&a[]=2", "&&", "", "?", "q=太郎", "next=https://x.example/y?z=1:2@3", "a=b=c", "%61=1", "a=1&a=1",
	},
	Bad: []string{"https://x.example/?a=b", "a=1#frag", "a=%", "a=%4", "a=%zz", "a=%ff", "a b=1", "a=1\n", "a=\x00", "a=\xff", "/path?a=b", "user@x=1", "a=1 "},
}

func TestQuery(t *testing.T) { nestedtest.Run(t, kit) }

func FuzzQuery(f *testing.F) { nestedtest.Fuzz(f, kit) }
