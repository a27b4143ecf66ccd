package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"image/png"
	"net/netip"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/internal/dbtest"
)

func TestMain(m *testing.M) { os.Exit(dbtest.Runner{M: m}.Run()) }

// pinned are the sums of what the generator writes. A new sum means new dumps:
// run the tests with -update, and say in the changelog that the sample changed.
var pinned = map[string]string{
	"mariadb":  "eb850ffb8e40a6cd77b760361e829a34ad76acaf57587042ff2fa6530c338d5f",
	"postgres": "4459b03f59ad8b9b99aa594afb57ff8a15bb6e72a1767e58c240a905606a3972",
	"sqlite":   "b4a8b719b03f51df8f8df233bb3eb44b8aa0042fd5848a2b52d817e0d2685b21",
}

func generate(t *testing.T, args ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, &out))
	return out.Bytes()
}

func TestSameBytes(t *testing.T) {
	for i := range dialects {
		name := dialects[i].name
		t.Run(name, func(t *testing.T) {
			got := generate(t, "-dialect", name)
			require.Equal(t, got, generate(t, "-dialect", name))
			sum := sha256.Sum256(got)
			require.Equal(t, pinned[name], hex.EncodeToString(sum[:]))
		})
	}
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{{"-dialect", "oracle"}, {"-schools", "0"}, {"-schools", "1000"}} {
		var out bytes.Buffer
		require.Error(t, run(args, &out), args)
		require.Empty(t, out.String())
	}
}

// What is published as the sample must not move when more schools are asked for.
func TestMoreSchoolsKeepTheFirst(t *testing.T) {
	small, large := newWorld(2).tables(), newWorld(3).tables()
	for i, tab := range small {
		require.Greater(t, len(large[i].rows), len(tab.rows)-1)
		require.Equal(t, tab.rows, large[i].rows[:len(tab.rows)], tab.name)
	}
}

func TestMextCheckDigit(t *testing.T) {
	for _, code := range []string{"F112310102342", "B101210000018", "F139190110515", "B113200000015"} { // published
		require.Equal(t, code[12:], mextCheckDigit(code[:12]))
	}
	shape := regexp.MustCompile(`^[ABCDEFGH][12][0-4][0-9][123][1-9][0-9]{6}[0-9]$`)
	for _, s := range newWorld(60).schools {
		require.Regexp(t, shape, s.code)
		require.Equal(t, s.code[12:], mextCheckDigit(s.code[:12]))
		require.Equal(t, "49", s.code[2:4], "prefectures end with 47: the code is nobody's")
	}
}

func TestKana(t *testing.T) {
	require.Equal(t, "のがはら けいと", hiragana("ノガハラ ケイト"))
	require.Equal(t, "ﾉｶﾞﾊﾗ ｹｲﾄ ﾊﾟｰﾃｨ･ｳﾞ", halfWidth.Replace("ノガハラ ケイト パーティ・ヴ"))
	// Each pair is one in which the order of code points is wrong, or the order
	// of whole names would be.
	for _, pair := range [][2][2]string{
		{{"カトウ", "ア"}, {"ガトウ", "ア"}},
		{{"ガトウ", "ア"}, {"カトリ", "ア"}},
		{{"ハヤシ", "ア"}, {"バヤシ", "ア"}},
		{{"バンノ", "ア"}, {"ヒノ", "ア"}},
		{{"シヤ", "ア"}, {"シャ", "イ"}},
		{{"オオノ", "ア"}, {"オーノ", "イ"}},
		{{"オーノ", "ア"}, {"オカ", "ア"}},
		{{"ハラ", "ユウ"}, {"ハラダ", "アイ"}},
	} {
		require.Less(t, kanaOrder(pair[0][0], pair[0][1]), kanaOrder(pair[1][0], pair[1][1]), pair)
	}
}

func TestAttendanceFollowsKana(t *testing.T) {
	w := newWorld(defaultSchools)
	byClass := map[int][]*student{}
	unset := 0
	for i := range w.students {
		p := &w.students[i]
		require.Equal(t, p.class == 0, p.attendance == 0, "class and number are set together")
		if p.class == 0 {
			unset++
			continue
		}
		byClass[p.class] = append(byClass[p.class], p)
	}
	require.Len(t, byClass, len(w.classes))
	require.Positive(t, unset)
	gaps := 0
	for _, roll := range byClass {
		slices.SortFunc(roll, func(a, b *student) int { return a.attendance - b.attendance })
		for i := 1; i < len(roll); i++ {
			require.Less(t, roll[i-1].order(), roll[i].order(), "number %d", roll[i].attendance)
			gaps += roll[i].attendance - roll[i-1].attendance - 1
		}
	}
	require.Equal(t, 1, gaps, "one number is vacant")
}

func TestSiblingsShareTheHousehold(t *testing.T) {
	w := newWorld(defaultSchools)
	var students, guardians *table
	for _, tab := range w.tables() {
		switch tab.name {
		case "students":
			students = tab
		case "guardians":
			guardians = tab
		}
	}
	family, surname, address := students.column("family_id"), students.column("family_name"), students.column("address")
	given, seen, siblings := students.column("given_name"), map[any]int{}, 0
	for i := range family {
		if k, ok := seen[family[i]]; ok {
			siblings++
			require.Equal(t, surname[k], surname[i])
			require.Equal(t, address[k], address[i])
			require.NotEqual(t, given[k], given[i])
		}
		seen[family[i]] = i
	}
	require.Equal(t, 3*defaultSchools, siblings)

	otherName, with := 0, map[any]bool{}
	for i, f := range guardians.column("family_id") {
		k, ok := seen[f]
		require.True(t, ok, "a guardian has a pupil")
		with[f] = true
		require.Equal(t, address[k], guardians.column("address")[i])
		if !strings.HasPrefix(guardians.column("name")[i].(string), surname[k].(string)+" ") {
			require.Equal(t, "祖母", guardians.column("relation")[i])
			otherName++
		}
	}
	require.Len(t, with, len(seen), "every pupil has a guardian")
	require.Positive(t, otherName)
}

func TestTwoKindsOfAccount(t *testing.T) {
	w := newWorld(defaultSchools)
	kinds := map[string]int{}
	for i := range w.accounts {
		a := &w.accounts[i]
		require.Equal(t, i+1, a.id)
		kind := "casio"
		if a.school != 0 {
			kind = "school"
			require.Empty(t, a.sns, "a school's account does not come through a social network")
		} else {
			require.Empty(t, a.sso)
			require.Zero(t, a.home)
			require.Equal(t, a.provider == "", a.sns == "")
			require.Equal(t, a.sns == "", a.password != "")
		}
		switch {
		case strings.Contains(a.login, "@"):
			kind += " mail"
		case a.student != nil && a.login == a.student.no:
			kind += " number"
		default:
			kind += " free"
		}
		if a.name == "" {
			kinds["nameless"]++
		}
		kinds[kind]++
	}
	require.Len(t, kinds, 6, "logins of each kind, and accounts without a name: %v", kinds)
}

// Nothing in the raw sample leads to anybody, and nothing of it is what
// migawari writes.
func TestSampleIsHarmless(t *testing.T) {
	mail := regexp.MustCompile(`[A-Za-z0-9._%+-]+@([A-Za-z0-9.-]+)`)
	reserved := regexp.MustCompile(`\.(test|example|invalid)$`)
	phone := regexp.MustCompile(`(?:\+81-?|0)(\d{1,2})[-)]?(\d{4})-?\d{4}\b`)
	postal := regexp.MustCompile(`\b\d{3}-\d{4}\b`)
	mails, phones, postals, addresses := 0, 0, 0, 0
	for _, tab := range newWorld(20).tables() {
		for k, column := range tab.columns {
			for _, row := range tab.rows {
				v, ok := row[k].(string)
				if !ok {
					continue
				}
				for _, m := range mail.FindAllStringSubmatch(v, -1) {
					require.Regexp(t, reserved, m[1], "%s.%s", tab.name, column)
					mails++
				}
				switch column {
				case "phone":
					plain := strings.Map(func(r rune) rune {
						if '！' <= r && r <= '～' {
							return r - '！' + '!'
						}
						return r
					}, v)
					m := phone.FindStringSubmatch(strings.TrimPrefix(plain, "("))
					require.NotNil(t, m, "%s.%s", tab.name, column)
					require.Contains(t, []string{"3", "6", "90"}, m[1])
					require.Equal(t, "0", m[2][:1], "no exchange begins with 0, no mobile number with 090-0")
					phones++
				case "postal_code":
					require.Regexp(t, postal, v)
					require.Greater(t, v, "999-8531", "the last postal code in use")
					postals++
				case "ip":
					ip, err := netip.ParseAddr(v)
					require.NoError(t, err)
					shared := netip.MustParsePrefix("100.64.0.0/10")
					require.True(t, shared.Contains(ip) || ip.IsPrivate(), "%s.%s", tab.name, column)
					addresses++
				}
			}
		}
	}
	require.Greater(t, min(mails, phones, postals, addresses), 100)
}

// Names and what else has to survive a dump in CP932 can be written in it; notes
// need not.
func TestNamesFitCP932(t *testing.T) {
	cp932 := charset.Lookup("cp932")
	backslash := 0
	for _, tab := range newWorld(defaultSchools).tables() {
		for k, column := range tab.columns {
			if column == "body" {
				continue
			}
			for _, row := range tab.rows {
				v, ok := row[k].(string)
				if !ok || strings.ContainsAny(v, "éµ☆") { // of users abroad
					continue
				}
				b, err := cp932.Encode(nil, []byte(v))
				require.NoError(t, err, "%s.%s", tab.name, column)
				if !strings.Contains(v, `\`) && bytes.Contains(b, []byte(`\`)) {
					backslash++
				}
			}
		}
	}
	require.Greater(t, backslash, 20, "characters whose second byte is a backslash")
}

func TestProfilesAndPictures(t *testing.T) {
	w := newWorld(defaultSchools)
	for i := range w.accounts {
		require.True(t, json.Valid([]byte(w.accounts[i].profile)))
	}
	pictures := 0
	for i := range w.notes {
		if b := w.notes[i].thumbnail; b != nil {
			img, err := png.Decode(bytes.NewReader(b))
			require.NoError(t, err)
			require.Equal(t, 8, img.Bounds().Dx())
			pictures++
		}
	}
	require.Positive(t, pictures)
	bodies := map[string]bool{}
	for i := range w.notes {
		bodies[w.notes[i].body] = true
	}
	require.GreaterOrEqual(t, len(bodies), 16, "all hostile texts are used")
}

// Every face of the canary stands where a careless masking would leave it.
func TestCanaryIsEverywhere(t *testing.T) {
	w := newWorld(defaultSchools)
	found := map[string]map[string]bool{}
	for _, tab := range w.tables() {
		for k, column := range tab.columns {
			for _, row := range tab.rows {
				var v string
				switch x := row[k].(type) {
				case string:
					v = x
				case []byte:
					v = string(x)
				case object:
					v = string(x.data)
				}
				for _, canary := range w.canaries() {
					if strings.Contains(v, canary) {
						if found[canary] == nil {
							found[canary] = map[string]bool{}
						}
						found[canary][tab.name+"."+column] = true
					}
				}
			}
		}
	}
	for _, canary := range w.canaries() {
		require.NotEmpty(t, found[canary], canary)
	}
	p := w.canaryPupil()
	for _, place := range []string{
		"students.family_name", "students.memo", "accounts.name", "accounts.profile", "guardians.name", "orders.buyer_name",
		"notes.title", "notes.body", "notes.attachment", "documents.content", "access_logs.line",
	} {
		require.True(t, found[p.family.kanji][place], place)
	}
	require.True(t, found[p.family.romaji]["notes.thumbnail"], "in a picture's metadata")
	require.True(t, found[p.no]["accounts.login_id"])
	require.True(t, found[halfWidth.Replace(p.family.kana)]["students.name_half"])
}

func Example() {
	tables := newWorld(1).tables()
	for _, tab := range tables[:5] {
		fmt.Println(tab.name, len(tab.rows))
	}
	// Output:
	// products 4
	// schools 1
	// teachers 3
	// classes 2
	// accounts 27
}
