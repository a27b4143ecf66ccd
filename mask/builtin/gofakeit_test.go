package builtin

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake/gofake"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
)

func unsafely(r mask.Rule) mask.Rule {
	r.Unsafe = "nobody sees it"
	return r
}

func TestGofakeitLaws(t *testing.T) {
	for name, r := range map[string]mask.Rule{
		"sentence": rule("gofakeit.sentence"), "FirstName": rule("gofakeit.FirstName"), "generate": rule("gofakeit.generate", "str", "{adjective} {animal} {number:1,1000000}"),
		"url": unsafely(rule("gofakeit.url")), "json": rule("gofakeit.json", "rowcount", 2, "fields", []any{map[string]any{"name": "a", "function": "hackerphrase"}}),
	} {
		t.Run(name, func(t *testing.T) {
			factory := func(b *mask.Build) (mask.Masker, error) {
				b.Name = r.Mask
				return gofakeFactory(b)
			}
			masktest.Run(t, masktest.Case{Factory: factory, Rule: r, Values: words})
		})
	}
}

// Every function can be named in a policy, or says why not, or what it lacks.
func TestGofakeitNames(t *testing.T) {
	compiled := 0
	for _, name := range gofake.Names() {
		_, err := plan(t, unsafely(rule("gofakeit."+name)))
		switch {
		case gofake.Refused(name) != "":
			require.ErrorContains(t, err, gofake.Refused(name), name)
		case err != nil:
			require.ErrorContains(t, err, "its parameters are", name)
		default:
			compiled++
		}
	}
	require.Greater(t, compiled, 500)
	_, err := plan(t, rule("gofakeit.fristname"))
	var faults mask.Faults
	require.ErrorAs(t, err, &faults)
	require.Equal(t, "did you mean gofakeit.firstname?", faults[0].Hint)
}

func TestGofakeitHarmless(t *testing.T) {
	for _, name := range []string{
		"email", "phone", "phoneformatted", "url", "domainname", "creditcardnumber", "ssn", "street", "address", "ipv4address", "ipv6address", "macaddress",
		"bitcoinaddress", "bitcoinprivatekey", "achaccount", "ein", "celebrityactor", "username", "latitude", "email_text", "markdown",
	} {
		_, err := plan(t, rule("gofakeit."+name))
		require.ErrorContains(t, err, "unsafe: REASON", name)
		_, err = plan(t, unsafely(rule("gofakeit."+name)))
		require.NoError(t, err, name)
	}
	for _, r := range []mask.Rule{
		rule("gofakeit.generate", "str", "tel 090-1{number:100,999}-5678"), rule("gofakeit.generate", "str", "{firstname}@gmail.com"), rule("gofakeit.template", "template", "https://shop.jp/{{Color}}"),
		rule("gofakeit.numerify", "str", "(###) 6##-####"), rule("gofakeit.regex", "str", `03-[2-9]\d{3}-\d{4}`),
	} {
		_, err := plan(t, r)
		require.ErrorContains(t, err, "unsafe: REASON", "%v", r)
	}
	for _, name := range []string{"firstname", "color", "sentence", "beername", "jobtitle", "uuid", "hackerphrase", "emoji", "bool", "number", "price"} {
		_, err := plan(t, rule("gofakeit."+name))
		require.NoError(t, err, name)
	}
}

func TestGofakeitParameters(t *testing.T) {
	r := rule("gofakeit.number", "min", 1)
	r.Max = 6 // as a policy reads it
	for _, f := range fakes(t, r, words...) {
		require.Regexp(t, regexp.MustCompile(`^[1-6]$`), f)
	}
	r = rule("gofakeit.sentence")
	r.Max = 10
	for _, f := range fakes(t, r, words...) {
		require.LessOrEqual(t, utf8.RuneCountInString(f), 10)
	}
	require.Equal(t, fakes(t, rule("gofakeit.firstname"), words...), fakes(t, rule("gofakeit.FirstName"), words...))
	for r, word := range map[*mask.Rule]string{
		{Mask: "gofakeit.firstname", Params: map[string]any{"long": true}}: "has no parameter",
		{Mask: "gofakeit.intrange", Params: map[string]any{"min": "x"}}:    "its parameters are",
		{Mask: "gofakeit.pastdate"}:                                        "clock",
	} {
		_, err := plan(t, *r)
		require.ErrorContains(t, err, word)
	}
}

func TestGofakeitColumns(t *testing.T) {
	text := schema.Type{Kind: schema.Text, Name: "varchar", Length: 20}
	integer := func(bits int) schema.Type { return schema.Type{Kind: schema.Integer, Bits: bits, Name: "int"} }
	limited := mask.Rule{Mask: "gofakeit.sentence", Max: 20}
	for _, tt := range []struct {
		rule mask.Rule
		typ  schema.Type
		want error
	}{
		{rule("gofakeit.sentence"), text, mask.ErrWidth},
		{limited, text, nil},
		{rule("gofakeit.bool"), schema.Type{Kind: schema.Bool}, nil},
		{rule("gofakeit.hour"), integer(8), nil},
		{rule("gofakeit.number"), integer(16), mask.ErrType},
		{rule("gofakeit.sentence"), integer(32), mask.ErrType},
		{rule("gofakeit.price"), schema.Type{Kind: schema.Decimal}, nil},
	} {
		err := bound(t, tt.rule, tt.typ)
		if tt.want == nil {
			require.NoError(t, err, tt.rule.Mask)
			continue
		}
		require.ErrorIs(t, err, tt.want, tt.rule.Mask)
	}
}

// What the detectors know besides mail, phone and card.
func TestDetectors(t *testing.T) {
	for _, text := range []string{
		"shop.casio.jp", "(613) 645-9948", "613.645.9948", "see migawari.dev", "8.8.8.8", "123456789018", "1234 5678 9018", "DE89370400440532013000", "B101210000018",
		"1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "0x52908400098527886E0F7030069857D2E4169EE7", "AKIAIOSFODNN7EXAMPLE",
	} {
		_, err := plan(t, rule("fixed", "value", text))
		require.ErrorContains(t, err, "unsafe", text)
	}
	for _, text := range []string{"www.example.com", "x.test", "192.0.2.7", "10.0.0.1", "127.0.0.1", "(202) 555-0143", "v1.20.3", "123456789019", "DE00370400440532013000", "B113200000015", "photo.jpg", "Node.js", strings.Repeat("0", 13)} {
		_, err := plan(t, rule("fixed", "value", text))
		require.NoError(t, err, text)
	}
}

// Two spellings of one function are one masker, whose rules in one domain have the same
// parameters.
func TestGofakeitSpellings(t *testing.T) {
	compile := func(a, b mask.Rule) error {
		columns := []mask.Column{{Name: "a", Arms: []mask.Arm{{Rule: a}}}, {Name: "b", Arms: []mask.Arm{{Rule: b}}}}
		_, err := mask.Compile(&mask.Policy{Tables: []mask.Table{{Pattern: "t", Columns: columns}}}, masktest.Key(t), Set(ja.Locale))
		return err
	}
	a, b := rule("gofakeit.intrange", "min", 1), rule("gofakeit.IntRange", "min", 2)
	a.Max, b.Max = 9, 9
	require.ErrorContains(t, compile(a, b), "equal values would get different fakes")
	b.Params["min"] = 1
	require.NoError(t, compile(a, b))
}
