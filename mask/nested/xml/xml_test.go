package xml

import (
	"strings"
	"testing"

	"github.com/migawari-dev/migawari/mask/nested/nestedtest"
)

var kit = nestedtest.Case{
	Format: Format{},
	Good: []string{
		`<a/>`, `<a b="c" d='e'>f</a>`, `<?xml version="1.0" encoding="UTF-8"?>` + "\n<a>\n  <b>x</b>\n</a>\n", "x &amp; &#x3042;&#12354;&lt;", "", " ", "<a></a><b/>", `<a><![CDATA[x]]y]]>z</a>`, `<!DOCTYPE html><a/>`,
		`<a><!-- c --><?go x="y"?><?none?></a>`, `<a><?p x-?><?q --?><!--?> ?--><?p x??></a>`, `<a xmlns="urn:x" xmlns:b="urn:y" b:c="d"/>`, `<名前 属性="値">太郎</名前>`, `<a b="&quot;&apos;&gt;"/>`, "<a\n b = 'c'\n></a >",
	},
	Bad: []string{
		"<", "<a", "<a>", "</a>", "<a></b>", "<a><b></a></b>", "<a b/>", "<a b=c/>", `<a b="c/>`, `<a b="c"d="e"/>`, "<a b='<'/>", "& ", "&x;", "&amp", "&#0;", "&#xd800;", "&#x110000;", "&#;", "<!-- x", "<!-- a -- b -->", "<![CDATA[x", "]]>",
		`<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`, `<!DOCTYPE a SYSTEM "http://x/y.dtd"><a/>`, `<!DOCTYPE a PUBLIC "x" "y"><a/>`, "<!ENTITY x 'y'>", "<?xml version='1.0'?", "<a><?xml version='1.0'?></a>", "<?p", "<?pX", "< a/>", "<1/>", "a\x00b", "\xff", "<a>\x01</a>",
		"<a><!DOCTYPE b></a>", "<a/", "<?xml comment='x@y.z'?><a/>",
	},
	Deep: func(n int) string { return strings.Repeat("<a>", n) + "x" + strings.Repeat("</a>", n) },
}

func TestXML(t *testing.T) { nestedtest.Run(t, kit) }

func FuzzXML(f *testing.F) { nestedtest.Fuzz(f, kit) }
