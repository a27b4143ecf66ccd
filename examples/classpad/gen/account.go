package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

// An account is a login. There are two kinds with different fields: a school
// ID belongs to a school and may have class, number and an SSO address; the
// other kind belongs to a person somewhere in the world, who may have come
// through a social network and then has its id and no password.
type account struct {
	id, school, home       int
	login, password, email string
	name, kana             string
	provider, sns, sso     string
	country, reset         string
	profile                string
	created, lastLogin     string
	student                *student
}

func accountID(s, k int) int { return accountsPer*(s-1) + k + 1 }

func (w *world) addAccounts(s int) {
	for k := range pupils {
		w.accounts = append(w.accounts, w.schoolAccount(s, k, &w.students[pupils*(s-1)+k]))
	}
	w.accounts = append(w.accounts, account{
		id: accountID(s, demoNo), school: s, login: fmt.Sprintf("demo-%03d", s), password: bcrypt(s, demoNo), country: "JP",
		profile: "{}", created: stamp("created", -800, -700, s, demoNo),
	})
	for k := casioNo; k < accountsPer; k++ {
		w.accounts = append(w.accounts, casioAccount(s, k))
	}
}

func (w *world) schoolAccount(s, k int, p *student) account {
	a := account{
		id: accountID(s, k), school: s, home: p.home, login: p.no, password: bcrypt(s, k), email: p.email, name: displayName(p), country: "JP",
		profile: profile(p, w.home(s, k%pupilHomes)), created: stamp("created", -800, -100, s, k), student: p,
	}
	switch {
	case k%5 == 3 && p.email != "":
		a.login = p.email
	case k%5 == 4:
		a.login = strings.ToLower(p.given.romaji[:2]) + pick([]string{"_no_ame", "neko", "★", "はなび", ".o3o"}, "free login", s, k) + fmt.Sprint(s*100+k)
	}
	if k == 2 && p.email != "" { // the same address in capitals
		a.email = strings.ToUpper(p.email[:1]) + p.email[1:]
	}
	if k%4 != 3 {
		a.kana = p.kana()
	}
	if k%4 == 2 {
		a.sso = mailbox(p.family, p.given) + "@sso.gakushu.example"
	}
	if k%3 != 1 {
		a.lastLogin = stamp("login", -90, 0, s, k)
	}
	if k%9 == 6 {
		a.reset = spell(hexDigits, 40, "reset", s, k)
	}
	return a
}

// displayName is a name as its owner may write it: in any order, script and
// width, or not at all, or as something else.
func displayName(p *student) string {
	f, g := p.family, p.given
	switch p.index % 8 {
	case 0:
		return f.kanji + " " + g.kanji
	case 1:
		return f.kanji + g.kanji
	case 2:
		return g.romaji + " " + strings.ToUpper(f.romaji)
	case 3:
		return ""
	case 4:
		return hiragana(f.kana) + " " + hiragana(g.kana)
	case 5:
		return fmt.Sprintf("3-A-%02d", p.index)
	case 6:
		return f.kanji + "　" + g.kanji
	}
	return g.kanji + "ん"
}

var (
	countries = []string{"JP", "US", "PH", "VN", "BR", "FR", "KR", "NO", "NR"}
	providers = []string{"line", "google", "apple", "x"}
)

func casioAccount(s, k int) account {
	a := account{
		id: accountID(s, k), name: strangers[(s*accountsPer+k)%len(strangers)], country: pick(countries, "country", s, k),
		profile: `{"plan": "free", "nickname": "` + pick([]string{"ねこ", "Sunny", "たぬき3号", "µ-fan"}, "nickname", s, k) + `", "tel": "` + mobile("profile", s, k) + `"}`,
		created: stamp("created", -800, -100, s, k), lastLogin: stamp("login", -90, 0, s, k),
	}
	if k%4 == 3 {
		a.provider = providers[(s+k/4)%len(providers)]
		a.sns = snsID(a.provider, s, k)
		a.login = a.provider + ":" + spell(hexDigits, 12, "sns login", s, k)
		return a
	}
	a.email = fmt.Sprintf("%s%d%02d@%s", spell("abcdefghijklmnopqrstuvwxyz", 6, "user", s, k), s, k, pick([]string{"post.example", "mail.test", "correo.example"}, "host", s, k))
	a.login = a.email
	a.password = "$argon2id$v=19$m=65536,t=3,p=4$" + spell(base64Digits, 22, "argon2 salt", s, k) + "$" + spell(base64Digits, 43, "argon2", s, k)
	if k%5 == 0 {
		a.name = ""
	}
	return a
}

// snsID has the shape of a provider's ids, and a beginning that none of them has.
func snsID(provider string, s, k int) string {
	switch provider {
	case "line":
		return "U00000000" + spell(hexDigits, 24, "sns", s, k)
	case "google":
		return "9" + spell(hexDigits[:10], 20, "sns", s, k)
	case "apple":
		return "000000." + spell(hexDigits, 32, "sns", s, k) + ".0000"
	}
	return "9" + spell(hexDigits[:10], 18, "sns", s, k)
}

func bcrypt(s, k int) string { return "$2y$10$" + spell(bcryptDigits, 53, "bcrypt", s, k) }

// profile is what the app keeps as JSON: names and numbers nested in it, and in
// that of the canary every face, once escaped.
func profile(p *student, h *home) string {
	v := struct {
		Plan      string            `json:"plan"`
		Nickname  string            `json:"nickname,omitempty"`
		Tel       string            `json:"tel,omitempty"`
		Favorites []string          `json:"favorites"`
		Guardian  map[string]string `json:"guardian,omitempty"`
	}{Plan: "school", Tel: p.phone, Favorites: []string{pick(subjects, "favorite", p.id), "<b>&'\"\\"}}
	switch {
	case p.canary:
		v.Nickname = p.given.kana
		v.Guardian = map[string]string{"name": h.family.kanji, "kana": halfWidth.Replace(p.kana()), "address": h.address, "mail": p.email}
	case p.index%3 == 0:
		v.Nickname = hiragana(p.given.kana)
	}
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // it holds nothing but texts
	}
	if p.canary {
		return strings.TrimSuffix(string(text), "}") + fmt.Sprintf(`,"name_escaped":"%s","no":"%s","romaji":"%s %s"}`,
			escapeJSON(p.family.kanji+p.given.kanji), p.no, p.given.romaji, p.family.romaji)
	}
	return string(text)
}

// escapeJSON writes characters of the basic plane as JSON escapes.
func escapeJSON(s string) string {
	var b strings.Builder
	for _, r := range s {
		fmt.Fprintf(&b, `\u%04x`, r)
	}
	return b.String()
}
