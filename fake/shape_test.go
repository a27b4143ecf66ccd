package fake_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
)

// shapeTests are the variations of japanese names that applications hold. In
// the wanted form, F and G are the parts in the locale's script; FK FH FX FL and
// so on in katakana, hiragana, half width and Latin; U and L after that are
// capitals and small letters, W is full width, I the first letter.
var shapeTests = []struct{ value, ja, en string }{
	{"山田太郎", "F+G", "G+ +F"},
	{"山田 太郎", "F+ +G", "G+ +F"},
	{"山田　太郎", "F+　+G", "G+　+F"},
	{"山田・太郎", "F+・+G", ""},
	{"太郎", "G", "F"},
	{"健太", "G", "F"},
	{"鈴木", "F", "F"},
	{"Taro YAMADA", "GL+ +FLU", "G+ +FU"},
	{"YAMADA Taro", "FLU+ +GL", "FU+ +G"},
	{"YAMADA, Taro", "FLU+, +GL", "FU+, +G"},
	{"Yamada, Taro", "FL+, +GL", "F+, +G"},
	{"Yamada,Taro", "FL+,+GL", "F+,+G"},
	{"Taro Yamada", "GL+ +FL", "G+ +F"},
	{"Yamada Taro", "FL+ +GL", "G+ +F"},
	{"Suzuki Ichiro", "FL+ +GL", "G+ +F"},
	{"TARO YAMADA", "GLU+ +FLU", "GU+ +FU"},
	{"taro yamada", "GLL+ +FLL", "GL+ +FL"},
	{"taro.yamada", "GLL+.+FLL", "GL+.+FL"},
	{"taro_yamada", "GLL+_+FLL", "GL+_+FL"},
	{"T. Yamada", "GLI.+ +FL", "GI.+ +F"},
	{"T Yamada", "GLI+ +FL", "GI+ +F"},
	{"Yamada", "FL", "G"},
	{"Taro", "GL", "G"},
	{"ＹＡＭＡＤＡ　Ｔａｒｏ", "FLUW+　+GLW", "FUW+　+GW"},
	{"ヤマダ タロウ", "FK+ +GK", "G+ +F"},
	{"ヤマダタロウ", "FK+GK", "G+ +F"},
	{"サトウケイ", "FK+GK", ""},
	{"サトウ", "FK", ""},
	{"タロウ", "GK", ""},
	{"ﾔﾏﾀﾞ ﾀﾛｳ", "FX+ +GX", "G+ +F"},
	{"ﾔﾏﾀﾞﾀﾛｳ", "FX+GX", ""},
	{"ｺﾊﾞﾔｼ", "FX", ""},
	{"ﾃｯﾍﾟｲ", "GX", ""},
	{"あべ", "FH", ""},
	{"やまだ たろう", "FH+ +GH", "G+ +F"},
	{"さくら", "GH", ""},
	{"ヒカル", "GK", ""},
	{"山田 さくら", "F+ +G", ""},
	{"山田 ヒカル", "F+ +G", ""},
	{"山田 太郎（ヤマダ タロウ）", "F+ +G+（+FK+ +GK+）", "G+ +F"},
	{"山田太郎(やまだたろう)", "F+G+(+FH+GH+)", "G+ +F"},
	{"山田 太郎 [ﾔﾏﾀﾞ ﾀﾛｳ]", "F+ +G+ +[+FX+ +GX+]", "G+ +F"},
	{"ヤマダ タロウ（山田 太郎）", "FK+ +GK+（+F+ +G+）", "G+ +F"},
	{"山田 太郎（Yamada）", "F+ +G+（+FL+）", ""},
	{"山田 太郎（母）", "F+ +G", "G+ +F"},
	{"山田 太郎（3年）", "F+ +G", "G+ +F"},
	{"山田先生", "F+先生", ""},
	{"山田 先生", "F+ +先生", ""},
	{"山田太郎 様", "F+G+ +様", ""},
	{"山田太郎様", "F+G+様", ""},
	{"山田太郎　殿", "F+G+　+殿", ""},
	{"太郎くん", "G+くん", ""},
	{"山田さん", "F+さん", ""},
	{"花子ちゃん", "G+ちゃん", ""},
	{"山田君", "F+君", ""},
	{"山田氏", "F+氏", ""},
	{"山田 太郎（ヤマダ タロウ）様", "F+ +G+（+FK+ +GK+）+様", ""},
	{"山田 太郎 様（ヤマダ タロウ）", "F+ +G+ +様+（+FK+ +GK+）", ""},
	{"林", "F", "F"},
	{"東", "F", "F"},
	{"原", "F", "F"},
	{"佐々木", "F", ""},
	{"長谷川", "F", ""},
	{"林太郎", "F+G", "G+ +F"},
	{"佐々木 太郎", "F+ +G", "G+ +F"},
	{"勅使河原 太郎", "F+ +G", "G+ +F"},
	{"勅使河原太郎", "F+G", "G+ +F"},
	{"一ヶ瀬 太郎", "F+ +G", ""},
	{"三ヵ尻 太郎", "F+ +G", ""},
	{"髙橋 一郎", "F+ +G", "G+ +F"},
	{"𠮷田 﨑", "F+ +G", "G+ +F"},
	{"渡邊\U000E0101 太郎", "F+ +G", "G+ +F"},
	{"マリア・サントス", "GK+・+FK", "G+・+F"},
	{"ﾏﾘｱ･ｻﾝﾄｽ", "GX+･+FX", ""},
	{"マリア＝サントス", "GK+＝+FK", ""},
	{"Nguyễn Thị Lan", "GL+ +M+ +FL", "G+ +M+ +F"},
	{"John Q. Public", "GL+ +MI.+ +FL", "G+ +MI.+ +F"},
	{"John Q Public", "GL+ +MI+ +FL", "G+ +MI+ +F"},
	{"Public, John Q.", "FL+, +GL+ +MI.", "F+, +G+ +MI."},
	{"Mr. John Smith", "Mr.+ +GL+ +FL", "Mr.+ +G+ +F"},
	{"DR JOHN SMITH", "Dr.+ +GLU+ +FLU", "Dr.+ +GU+ +FU"},
	{"John Smith Jr.", "GL+ +FL", "G+ +F"},
	{"John Smith, III", "GL+ +FL", "G+ +F"},
	{"O'Brien-Smith, Mary", "FL+, +GL", "F+, +G"},
	{"José García", "GL+ +FL", "G+ +F"},
	{"Иван Петров", "GL+ +FL", "G+ +F"},
	{"김 민수", "GL+ +FL", "G+ +F"},
	{"山田  太郎", "F+ +G", "G+ +F"},
	{"  山田 太郎  ", "F+ +G", "G+ +F"},
	{"山田\t太郎", "F+\t+G", ""},
}

// notNames are values of which the shape is none of a name.
var notNames = []string{
	"", " ", "・", "12345", "2-A 15", "user123", "山田太郎2", "taro@example.test", "<b>", "山田\x00太郎", "\xff\xfe", "★山田★",
	strings.Repeat("山", 30), strings.Repeat("a b ", 10), "1年A組 山田", "?", "---",
}

// expect builds what a template of shapeTests means for a person.
func expect(p fake.Persona, template string) string {
	var b strings.Builder
	for _, part := range strings.Split(template, "+") {
		code := strings.TrimRight(part, ".")
		if part == "" || !strings.ContainsAny(code[:min(1, len(code))], "FGM") || code == "Mr" {
			b.WriteString(part)
			continue
		}
		b.WriteString(partOf(p, code))
		b.WriteString(part[len(code):])
	}
	return b.String()
}

func partOf(p fake.Persona, code string) string {
	face, rest := fake.Written, code[1:]
	latin := p.Locale() == ja.Locale
	if rest != "" && latin {
		switch rest[0] {
		case 'K':
			face, rest = fake.Katakana, rest[1:]
		case 'H':
			face, rest = fake.Hiragana, rest[1:]
		case 'X':
			face, rest = fake.HalfKatakana, rest[1:]
		case 'L':
			face, rest = fake.Latin, rest[1:]
		}
	}
	var text string
	switch code[0] {
	case 'F':
		text = string(p.AppendFamily(nil, face))
	case 'G':
		text = string(p.AppendGiven(nil, face))
	case 'M':
		name, _ := p.AppendName(nil, fake.Shape{Face: fake.Latin, Middle: fake.MiddleName, Order: fake.GivenFirst, Sep: fake.Space}, 0)
		text = strings.Split(string(name), " ")[1]
	}
	for _, c := range rest {
		switch c {
		case 'U':
			text = strings.ToUpper(text)
		case 'L':
			text = strings.ToLower(text)
		case 'I':
			text = text[:1]
		case 'W':
			text = wide(text)
		}
	}
	return text
}

func wide(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\'':
			return -1
		case '!' <= r && r <= '~':
			return r - '!' + '！'
		}
		return r
	}, s)
}

func TestShapes(t *testing.T) {
	for i := range 20 {
		s := fake.TestSeed(t.Name()).Nth(i)
		for _, tt := range shapeTests {
			for _, want := range []struct {
				l        *fake.Locale
				template string
			}{{ja.Locale, tt.ja}, {en.Locale, tt.en}} {
				if want.template == "" {
					continue
				}
				p := fake.NewPersona(s, s, want.l)
				shape, ok := want.l.ParseShape([]byte(tt.value))
				require.True(t, ok, "%s: %q", want.l.Tag, tt.value)
				got, ok := p.AppendName([]byte("x"), shape, 0)
				require.True(t, ok)
				require.Equal(t, "x"+expect(p, want.template), string(got), "%s: %q", want.l.Tag, tt.value)
			}
		}
	}
}

func TestNotNames(t *testing.T) {
	for _, l := range []*fake.Locale{ja.Locale, en.Locale} {
		for _, v := range notNames {
			_, ok := l.ParseShape([]byte(v))
			require.False(t, ok, "%q", v)
		}
	}
}

// What a shape gave is read as that shape again.
func TestShapeRoundTrip(t *testing.T) {
	separators := []fake.Separator{fake.NoSeparator, fake.Space, fake.WideSpace, fake.MiddleDot, fake.CommaSpace, fake.Slash}
	rapid.Check(t, func(t *rapid.T) {
		p := anyPersona(ja.Locale).Draw(t, "person")
		s := fake.Shape{
			Face:      fake.Face(rapid.IntRange(int(fake.Written), int(fake.Latin)).Draw(t, "face")),
			Sep:       rapid.SampledFrom(separators[1:]).Draw(t, "separator"),
			Honorific: uint8(rapid.IntRange(0, len(ja.Locale.Honorifics)).Draw(t, "honorific")),
		}
		if s.Honorific > 0 {
			s.HonorificSep = rapid.SampledFrom([]fake.Separator{fake.Space, fake.WideSpace}).Draw(t, "gap")
		}
		if s.Face == fake.Latin {
			s.Case = fake.Case(rapid.IntRange(0, int(fake.FamilyUpper)).Draw(t, "case"))
		}
		if rapid.Bool().Draw(t, "bracket") && s.Face == fake.Written {
			s.Bracket, s.BracketFace, s.InnerSep = 2, fake.Hiragana, fake.WideSpace
			s.HonorificLast = s.Honorific != 0
		}
		got, ok := p.AppendName(nil, s, 0)
		require.True(t, ok)
		read, ok := ja.Locale.ParseShape(got)
		require.True(t, ok, "%s", got)
		again, _ := p.AppendName(nil, read, 0)
		if !reversible(p) {
			require.Equal(t, string(got), string(again))
		}
	})
}

// reversible says whether a name can be read in either order: Soma and Izumi are
// family names and given names.
func reversible(p fake.Persona) bool {
	stands := func(reading []byte, lists ...fake.List) bool {
		for _, l := range lists {
			for n := range l.All() {
				if n.Reading == string(reading) {
					return true
				}
			}
		}
		return false
	}
	return stands(p.AppendFamily(nil, fake.Katakana), ja.Locale.Male, ja.Locale.Female) && stands(p.AppendGiven(nil, fake.Katakana), ja.Locale.Family)
}

// Under a limit, a name loses its decorations before it loses a part, and never
// exceeds it.
func TestLimits(t *testing.T) {
	s := fake.TestSeed(t.Name())
	p := fake.NewPersona(s, s, ja.Locale)
	shape, _ := ja.Locale.ParseShape([]byte("山田 太郎（ヤマダ タロウ）様"))
	whole, _ := p.AppendName(nil, shape, 0)
	seen := map[string]bool{}
	for limit := utf8.RuneCount(whole); limit > 0; limit-- {
		got, ok := p.AppendName([]byte("x"), shape, limit)
		got = got[1:]
		require.LessOrEqual(t, utf8.RuneCount(got), limit)
		require.Equal(t, limit >= utf8.RuneCountInString(p.Family()), ok)
		seen[string(got)] = true
	}
	full := p.Family() + " " + p.Given()
	require.Equal(t, map[string]bool{string(whole): true, full + "様": true, full: true, p.Family(): true, "": true}, seen)
	for f := fake.Written; f <= fake.Passport; f++ {
		for i := range 300 {
			p := fake.NewPersona(s.Nth(i), s.Nth(i), ja.Locale)
			for _, part := range []fake.Part{fake.FamilyPart, fake.GivenPart} {
				_, ok := p.AppendName(nil, fake.Shape{Part: part, Face: f}, ja.Locale.Longest(part, f))
				require.True(t, ok)
			}
		}
	}
}

// No two characters of a Japanese name that stand side by side survive, whatever
// its shape. The names are none of the lists', so that chance plays no part.
func TestCanaries(t *testing.T) {
	faces := [][2]string{
		{"小鳥遊", "六華凛"}, {"ヌベヒズゲ", "ムズヘビロ"}, {"ぬべひずげ", "むずへびろ"}, {"ﾇﾍﾞﾋｽﾞｹﾞ", "ﾑｽﾞﾍﾋﾞﾛ"}, {"Nubehizuge", "Muzuhebiro"}, {"NUBEHIZUGE", "MUZUHEBIRO"},
	}
	shapes := []string{"%s%s", "%s %s", "%s　%s", "%s・%s", "%s, %s", "%s %s様", "%s%s 先生", "%[1]s %[2]s（%[1]s）", "1-%s:%s", "%s%s9", "★%s/%s"}
	for _, l := range []*fake.Locale{ja.Locale, en.Locale} {
		for _, face := range faces {
			for _, shape := range shapes {
				value := fmt.Sprintf(shape, face[0], face[1])
				for i := range 50 {
					s := fake.TestSeed(t.Name()).Nth(i)
					got := maskName(fake.NewPersona(s, s, l), s, value)
					for _, piece := range pieces(face) {
						require.NotContains(t, got, piece, "of %q", value)
					}
				}
			}
		}
	}
}

// maskName is what a masker does with a name.
func maskName(p fake.Persona, s fake.Seed, value string) string {
	shape, ok := p.Locale().ParseShape([]byte(value))
	if !ok {
		return string(p.Locale().AppendLike(nil, s, s, []byte(value), 0))
	}
	got, _ := p.AppendName(nil, shape, 0)
	return string(got)
}

// pieces are the substrings that must not survive: of two kanji, three kana, or
// four letters.
func pieces(face [2]string) (out []string) {
	for _, part := range face {
		runes := []rune(part)
		n := 2
		switch {
		case runes[0] < utf8.RuneSelf:
			n = 5
		case runes[0] < '一' || runes[0] > '\uff00':
			n = 3
		}
		for i := range len(runes) - n + 1 {
			out = append(out, string(runes[i:i+n]))
		}
	}
	return out
}

// FuzzParseShape: whatever comes in, what is rendered is made of the person and
// of separators, brackets, honorifics and titles.
func FuzzParseShape(f *testing.F) {
	for _, tt := range shapeTests {
		f.Add(tt.value)
	}
	for _, v := range notNames {
		f.Add(v)
	}
	seeded(f, min(len(shapeTests), len(notNames)))
	s := fake.TestSeed("fuzz")
	var people []fake.Persona
	var allowed []string
	for _, l := range []*fake.Locale{ja.Locale, en.Locale} {
		p := fake.NewPersona(s, s, l)
		people = append(people, p)
		var b []byte
		for face := fake.Written; face <= fake.Passport; face++ {
			b = p.AppendGiven(p.AppendFamily(b, face), face)
			b, _ = p.AppendName(b, fake.Shape{Face: face, Middle: fake.MiddleName}, 0)
		}
		text := string(b)
		text += strings.ToUpper(text) + strings.ToLower(text)
		text += wide(text) + strings.Join(l.Titles, "") + strings.Join(l.Honorifics, "")
		for sep := fake.NoSeparator; sep <= fake.Tab; sep++ {
			text += sep.String()
		}
		allowed = append(allowed, text+"()（）[]［］【】「」〈〉<>《》{}〔〕．")
	}
	f.Fuzz(func(t *testing.T, value string) {
		for i, p := range people {
			shape, ok := p.Locale().ParseShape([]byte(value))
			if !ok {
				like := p.Locale().AppendLike(nil, s, s, []byte(value), 8)
				if n := utf8.RuneCount(like); n > 8 || n == 0 {
					t.Fatalf("%d characters of a fake of its own shape", n)
				}
				continue
			}
			got, _ := p.AppendName(nil, shape, 0)
			if len(got) == 0 || !utf8.Valid(got) {
				t.Fatalf("%q", got)
			}
			for _, r := range string(got) {
				if !strings.ContainsRune(allowed[i], r) {
					t.Fatalf("%q has %q, which is not the person's", got, r)
				}
			}
			if short, ok := p.AppendName(nil, shape, 7); ok && utf8.RuneCount(short) > 7 {
				t.Fatalf("%q is longer than 7", short)
			}
		}
	})
}
