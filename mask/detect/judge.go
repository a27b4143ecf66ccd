package detect

import (
	"slices"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// A verdict is what the words of a name say; no kind: they say nothing.
type verdict struct {
	kind       Kind
	confidence float64
	why        string
}

func no(confidence float64, why string) verdict { return verdict{None, confidence, why} }

// A judge reads the words of one name or comment of a column.
type judge struct {
	t     *table
	c     *column
	found []Finding // of the table's columns, as far as they are known
}

// words says what a name means. The head of a name is its last word; what stands before
// says whose or which, and some words make another thing of what stands before them.
func (j *judge) words(p parsed) verdict {
	if len(p.units) == 0 {
		return verdict{}
	}
	if p.units[0].is("whether") && len(p.units) > 1 && p.units[0].kind() == "" {
		switch v := j.words(parsed{p.units[1:], p.number}); {
		case v.kind == "" || v.kind == None:
		case isRoomy(j.c.Type) && (j.t.close() || v.confidence >= likely):
			return verdict{v.kind, doubtful, v.why + ", with room for more than yes or no"}
		case v.kind == OtherPII && j.c.Type.Kind == schema.Decimal && j.t.personal(): // total income
			return verdict{v.kind, perhaps, v.why}
		}
		return no(sure, "begins with "+p.units[0].text)
	}
	if p.units[0].is("date") && (p.units[0].text == "time" || p.units[0].text == "date") && len(p.units) > 1 && p.last(0).kind() == "" {
		return no(likely, "a time of something")
	}
	if p.units[0].text == "id" && len(p.units) > 1 && j.c.Type.Kind == schema.Integer {
		return no(sure, "a key")
	}
	for i := 0; ; i++ {
		u := p.last(i)
		if u.text == "" {
			return no(perhaps, "no word for data")
		}
		before := p.last(i + 1)
		if u.is("same") && before.text != "" && j.says(before) && (u.kind() == "" || before.kind() != "") && !(u.text == "contact" && before.is("person")) {
			continue // phone 1, address line, mail 2
		}
		if i > 0 && p.last(0).is("number") && u.kind() != "" {
			return j.kind(p, i)
		}
		return j.head(p, i)
	}
}

// names says whether the table has a first and a last, of which each is a text.
func (j *judge) names() bool {
	n := 0
	for _, c := range j.t.columns {
		if text := c.name.last(0).text; len(c.name.units) == 1 && (text == "first" || text == "last") && c.Type.Kind == schema.Text {
			n++
		}
	}
	return n == 2
}

// leastPost and mostPost are how long postal codes are.
const leastPost, mostPost = 7, 10

// sames counts the units from the i-th of the end on that change nothing.
func (j *judge) sames(p parsed, i int) int {
	n := 0
	for p.last(i+n).is("same") && p.last(i+n).kind() == "" || p.last(i+n).is("picture") && p.last(i+n).kind() == "" {
		n++
	}
	return n
}

// says says whether a unit stands for data by itself.
func (j *judge) says(u unit) bool {
	return u.kind() != "" || u.is("name") || u.is("key") || u.is("person") || u.is("text") || u.is("picture") || u.is("same") || u.is("state")
}

// beside judges words that say what they do by what stands beside them; no kind: they are
// none of those.
func (j *judge) beside(p parsed, i int) verdict {
	u, before := p.last(i), p.last(i+1)
	switch {
	case u.text == "post" && !j.t.message && (j.t.subject == person || j.addressed()) && j.c.Type.Kind == schema.Text && j.c.Type.Length >= leastPost && j.c.Type.Length <= mostPost:
		return verdict{PostalCode, likely, "a post that is as long as a postal code"}
	case u.text == "sn" && before.text != "": // of a thing, it is its serial number
		return j.number(p, i)
	case u.is("title") && before.is("person") && isRoomy(j.c.Type):
		return verdict{OtherPII, perhaps, "title of a person"}
	case before.kind() == Gender && u.is("about"):
		return j.kind(p, i+1)
	case u.text == "list" && before.is("person") && isLong(j.c.Type):
		return verdict{PersonName, doubtful, "list of persons"}
	case u.text == "agent" && isLong(j.c.Type) && j.t.hasKind(j.found, IPAddress):
		return verdict{UserAgent, perhaps, "agent beside an address"}
	case u.text == "cc" && before.text == "" && isRoomy(j.c.Type):
		return verdict{Email, perhaps, "whom a copy goes to"}
	case before.text == "" && (u.text == "first" || u.text == "last") && j.c.Type.Kind == schema.Text && j.names():
		return verdict{map[string]Kind{"first": GivenName, "last": FamilyName}[u.text], perhaps, "first and last of a name"}
	case u.is("picture") && before.is("person") && isRoomy(j.c.Type):
		return j.picture(u, before)
	}
	return verdict{}
}

// head judges a name by its i-th unit from the end.
func (j *judge) head(p parsed, i int) verdict {
	u, before := p.last(i), p.last(i+1)
	if v := j.beside(p, i); v.kind != "" {
		return v
	}
	switch {
	case u.text == "line" && before.text == "" && (j.t.hasKindInName(Address) || j.addressed()):
		return verdict{Address, likely, "line of an address"}
	case u.text == "by" && j.c.Type.Kind == schema.Text && !isUUID(j.c.Type) && before.text != "":
		return verdict{Username, perhaps, "by whom"}
	case (u.text == "weight" || u.text == "height" || u.text == "vision") && before.classes == nil && (j.t.hasKindInName(OtherPII) || j.t.subject == person && !j.t.catalogue):
		return verdict{OtherPII, perhaps, "a measure of a person"}
	case u.is("name"):
		return j.name(p, i)
	case u.is("state"):
		return j.state(before)
	case u.is("title") && before.kind() == FreeText && before.is("message") && j.c.Type.Kind == schema.Text:
		return verdict{FreeText, perhaps, "subject of a message"}
	case sorts[u.text] && before.kind() == OtherPII && j.t.personal():
		v := j.kind(p, i+1)
		v.confidence = min(v.confidence, perhaps)
		return v
	case u.text == "suffix" && before.is("name") && before.kind() == "" && j.t.subject == person && j.c.Type.Kind == schema.Text:
		return verdict{OtherPII, perhaps, "suffix of the name of a person"}
	case (u.text == "prefix" || u.text == "suffix") && before.kind() != "" && before.kind() != Region && j.c.Type.Kind == schema.Text && j.t.subject != thing:
		v := j.kind(p, i+1)
		v.confidence = min(v.confidence, perhaps)
		return v
	case u.is("about") && !(u.is("date") && (before.kind() == BirthDate || before.kind() == Email && (u.text == "to" || u.text == "from"))) && before.text != "" && (before.kind() != "" || before.is("person") || before.is("same") && p.last(i+2).kind() != ""):
		return no(sure, "ends with "+u.text)
	case u.kind() != "":
		return j.kind(p, i)
	case u.is("number"):
		return j.number(p, i)
	case u.is("key"):
		return j.key(p, i)
	case (u.is("person") || u.is("organisation")) && isOwned(before.kind()): // telefono cliente
		v := j.kind(p, i+1)
		v.confidence = min(v.confidence, likely)
		return v
	case u.is("person"):
		return j.person(u, before)
	case u.is("title"):
		switch {
		case j.c.Type.Kind != schema.Text:
		case j.t.subject == person && !j.t.catalogue && !j.t.message:
			return verdict{OtherPII, perhaps, "title of a person"}
		case j.t.message && !j.t.catalogue:
			return verdict{FreeText, perhaps, "title of a message"}
		case j.t.subject == deal && before.text == "":
			return verdict{FreeText, doubtful, "title of what persons enter into"}
		}
		return no(perhaps, "a title")
	case slices.ContainsFunc(contents, u.is):
		return j.content(p, i)
	case u.is("date") && before.kind() == BirthDate:
		return verdict{BirthDate, sure, "words for a birth date"}
	case (u.text == "to" || u.text == "from") && before.kind() == Email:
		return verdict{Email, likely, "to or from an address"}
	case u.is("date") && isDeath(before.text):
		return verdict{OtherPII, likely, "time of a death"}
	case (u.text == "to" || u.text == "from") && before.text != "" && before.kind() == "" && isRoomy(j.c.Type) && j.t.close():
		return verdict{OtherPII, doubtful, "to or from what nobody knows beside persons"}
	case u.is("date"):
		return no(sure, "a time")
	case u.text == "amount" && j.t.hasKindInName(OtherPII):
		return verdict{OtherPII, perhaps, "amount of an income"}
	case isParticiple(u) && before.kind() != "" && isRoomy(j.c.Type): // pwd encoded
		return verdict{before.kind(), doubtful, "words for " + string(before.kind()) + " before what has been done to it"}
	case u.is("about"), u.is("thing"), u.is("whether"), u.is("setting"), isParticiple(u) && !p.units[0].is("person"):
		return no(likely, "a word for something else: "+u.text)
	case u.classes == nil && before.kind() != "":
		switch k := before.kind(); k {
		case Email, Phone, PasswordHash, PersonName, NationalID, PaymentCard:
			return verdict{k, perhaps, "words for " + string(k) + " before an unknown word"}
		default:
			if j.t.close() && (j.c.Type.Kind != schema.Integer || j.c.Type.Bits > 8 && k != OtherPII) {
				return verdict{k, doubtful, "words for " + string(k) + " before an unknown word"}
			}
		}
	}
	return verdict{}
}

// isParticiple says whether an unknown word says what has been done to something.
func isParticiple(u unit) bool {
	return u.classes == nil && len(u.text) >= 6 && strings.HasSuffix(u.text, "ed")
}

// contents are the roles of what can hold anybody's data or nobody's.
var contents = []string{"text", "picture", "link", "place", "pair", "bag", "organisation"}

// content judges what can hold anybody's data by what its table is about.
func (j *judge) content(p parsed, i int) verdict {
	u, before := p.last(i), p.last(i+1)
	switch {
	case u.is("text"):
		return j.text(u, before)
	case u.is("picture"):
		return j.picture(u, before)
	case u.is("link"):
		if of := p.last(i + 1 + j.sames(p, i+1)); of.kind() == PhotoBlob && !of.is("thing") {
			return verdict{PhotoBlob, likely, "link to the picture of a person"}
		}
		if before.is("person") || before.text == "" && (j.t.subject == person || j.t.subject == organisation) && !j.t.catalogue {
			return verdict{URLProfile, likely, "a link of a person"}
		}
		return no(perhaps, "a link")
	case u.is("place"):
		switch {
		case j.t.subject == person:
			return verdict{OtherPII, perhaps, "place of a person"}
		case j.t.message && (j.t.hasKind(j.found, Email) || j.t.hasKind(j.found, IPAddress)):
			return verdict{OtherPII, perhaps, "place from where somebody wrote"}
		case before.kind() == Username || before.kind() == IPAddress || j.t.log && (j.t.close() || j.t.hasKind(j.found, IPAddress)):
			return verdict{OtherPII, perhaps, "place from where somebody did something"}
		}
		return no(perhaps, "a place")
	case u.is("pair"):
		switch {
		case (before.text != "" || j.c.Type.Kind == schema.Decimal) && j.c.Type.Kind != schema.Text && j.c.Type.Kind != schema.Binary:
		case !j.t.pairs && j.t.close() && isRoomy(j.c.Type):
			return verdict{OtherPII, doubtful, "value of any kind beside persons"}
		case j.t.pairs && j.t.personal() && !j.t.catalogue:
			return verdict{OtherPII, perhaps, "value of any kind in a table that goes with persons"}
		case j.t.pairs && j.t.subject != thing:
			return verdict{JSONContainer, perhaps, "value of any kind"}
		}
		return no(perhaps, "a value")
	case (u.text == "other" || u.text == "misc") && before.text == "" && j.t.close() && isRoomy(j.c.Type):
		return verdict{FreeText, perhaps, "whatever else somebody has to say"}
	case u.is("bag"):
		if before.kind() == "" && (j.t.refers || j.t.log || j.t.subject == person) && isLong(j.c.Type) {
			return verdict{JSONContainer, perhaps, "data of any kind"}
		}
		if before.kind() == "" && j.t.close() && isLong(j.c.Type) {
			return verdict{JSONContainer, doubtful, "data of any kind beside persons"}
		}
		if before.kind() == "" && j.t.holds && isRoomy(j.c.Type) {
			return verdict{FreeText, doubtful, "data of any kind beside persons"}
		}
		return no(perhaps, "data of an application")
	case u.is("organisation"):
		switch {
		case j.t.subject == person && before.text == "":
			return verdict{Organisation, perhaps, "organisation of a person"}
		case j.t.close() && !before.is("person") && isRoomy(j.c.Type) && !j.c.foreign:
			return verdict{Organisation, doubtful, "organisation beside persons"}
		}
		return no(perhaps, "an organisation")
	}
	return verdict{}
}

// sorts are words for which one it is, which is what there is to know of a disability or
// a scholarship.
var sorts = map[string]bool{"type": true, "kind": true, "category": true, "status": true, "level": true, "class": true, "amount": true, "total": true, "sum": true, "score": true, "result": true, "code": true,
	"種別": true, "区分": true, "種類": true, "状態": true, "額": true, "人数": true, "数": true, "等級": true, "kbn": true, "kubun": true, "shubetsu": true, "su": true, "ninzu": true}

// kind judges a word for a kind of data by the table and by what stands before it.
func (j *judge) kind(p parsed, i int) verdict {
	u, before := p.last(i), p.last(i+1)
	k := u.kind()
	if before.is("name") && before.kind() == "" || isName(k) && before.is("name") { // 商品名カナ
		before = p.last(i + 2)
	}
	v := verdict{k, sure, "words for " + string(k)}
	t := j.t
	switch k {
	case Email:
		if strings.HasSuffix(u.text, "address") && j.posted() {
			v.kind, v.why = Address, "address to which post goes"
		}
	case Address:
		if (t.mail || before.kind() == Email) && !j.posted() {
			v.kind, v.why = Email, "address in a table of e-mail addresses"
		}
		if before.is("thing") || isPart(u.text) && t.subject != person && !j.addressed() {
			return no(likely, "address of a thing")
		}
	case FamilyName, GivenName, KanaName, PersonName, Nickname:
		switch {
		case before.is("organisation") || t.subject == organisation && before.text == "" && k == KanaName:
			v.kind, v.confidence = Organisation, likely
		case before.is("thing") || t.subject == thing && before.text == "" && len(u.text) < 4 || k == Nickname && t.subject == thing && u.text != "nickname" && u.text != "nick name":
			return no(likely, "name of a thing")
		case k == Nickname && !t.personal(), t.subject == thing && k != FamilyName && k != GivenName:
			v.confidence = perhaps
		}
	case FreeText:
		switch {
		case before.kind() == PasswordHash || before.kind() == SecretToken:
			v.kind, v.why = SecretToken, "question or answer in the place of a password"
		case before.is("thing") || t.catalogue && !t.message:
			return no(perhaps, "text of the operator")
		case !t.personal() && !t.message:
			v.confidence = likely
		}
	case City, Region, Country:
		if !t.personal() && t.subject != organisation && !j.addressed() {
			v.confidence = perhaps
		}
		if before.is("thing") || u.text == "pref" && before.text != "" && before.classes == nil { // what somebody prefers
			return no(likely, "of a thing")
		}
	case OtherPII:
		if t.subject == thing || t.subject == organisation || t.subject == unknown && !t.refers && ambiguousPII(u.text) {
			if !clearPII(u.text) {
				return no(perhaps, "not of a person")
			}
			v.confidence = perhaps
		} else {
			v.confidence = likely
		}
	case URLProfile:
		if t.subject == thing && !t.message {
			return no(perhaps, "link of a thing")
		}
		v.confidence = likely
	case PhotoBlob:
		if t.subject == thing && j.c.Type.Kind != schema.Binary || before.is("thing") {
			return no(perhaps, "picture of a thing")
		}
	case Organisation:
		v.confidence = likely
		if t.subject == thing {
			v.confidence = perhaps
		}
	case JSONContainer:
		v.confidence = likely
	case StudentID, OrderOrLicence, AccountID, NationalID, UserAgent, DeviceID:
		if t.subject == thing && k != OrderOrLicence {
			v.confidence = perhaps
			if k == StudentID && strings.HasPrefix(u.text, "reg") {
				v.kind, v.why = OrderOrLicence, "registration of a thing"
			}
		} else {
			v.confidence = likely
		}
	case Username:
		if strings.HasSuffix(u.text, " by") || strings.HasSuffix(u.text, " to") {
			if isUUID(j.c.Type) {
				return no(likely, "a key")
			}
			v.confidence = perhaps
		}
	}
	return v
}

// isPart says whether a word numbers the parts of other things as well as those of houses.
func isPart(text string) bool {
	switch text {
	case "unit number", "block number", "floor number", "suite", "flat":
		return true
	}
	return false
}

// posted says whether mail goes by post: the table has a mail city or a mail zip.
func (j *judge) posted() bool {
	return slices.ContainsFunc(j.t.columns, func(c column) bool {
		k := c.name.last(0).kind()
		return len(c.name.units) > 1 && c.name.units[0].kind() == Email && (k == City || k == PostalCode || k == Region || c.name.last(0).is("state"))
	})
}

// clearPII says whether a word is about a person wherever it stands.
func clearPII(text string) bool {
	switch text {
	case "religion", "caste", "vcard", "blood group", "blood type", "ethnicity", "marital status", "disability", "salary", "血液型", "年齢", "続柄", "年収", "宗教":
		return true
	}
	return isDeath(text)
}

// isDeath says whether a word is about the end of a person's life.
func isDeath(text string) bool {
	return strings.Contains(text, "death") || strings.HasPrefix(text, "deceased") || strings.HasPrefix(text, "died") || strings.HasPrefix(text, "死亡") || text == "没年月日"
}

// ambiguousPII says whether a word is as often about a thing.
func ambiguousPII(text string) bool {
	switch text {
	case "age", "job", "education", "qualification", "relation", "degree", "health", "資格", "wage", "weight", "height":
		return true
	}
	return false
}

// hasKindInName says whether the table's name has words for a kind of data.
func (t *table) hasKindInName(k Kind) bool {
	return slices.ContainsFunc(t.name.units, func(u unit) bool { return u.kind() == k })
}

// addressed says whether other columns of the table belong to an address.
func (j *judge) addressed() bool {
	parts := 0
	for i := range j.t.columns {
		if k := j.t.columns[i].name.last(0); j.t.columns[i].Column != j.c.Column && (isPlace(k.kind()) && k.kind() != Country || k.kind() == PostalCode || k.is("state")) {
			parts++
		}
	}
	if parts >= 2 && j.t.subject != thing {
		return true
	}
	for i, f := range j.found {
		if j.t.columns[i].Column != j.c.Column && (f.Kind == PostalCode || f.Kind == Address || f.Kind == City && f.Confidence >= likely) {
			return true
		}
	}
	return false
}

// state is a region beside an address, and the state of a thing elsewhere.
func (j *judge) state(before unit) verdict {
	if j.c.Type.Kind == schema.Integer {
		return no(likely, "number of a state")
	}
	if j.addressed() || before.is("deal") || before.is("same") && j.t.personal() {
		return verdict{Region, sure, "state beside an address"}
	}
	return no(perhaps, "state of a thing")
}

// name judges whose name it is: that of what stands before, or of the table's rows.
func (j *judge) name(p parsed, i int) verdict {
	for p.last(i+1).is("same") && p.last(i+1).kind() == "" && !p.last(i+1).is("person") && !p.last(i+1).is("deal") {
		i++
	}
	m, t := p.last(i+1), j.t
	if m.text == "file" || m.text == "ファイル" {
		if m = p.last(i + 2); m.text == "" {
			return no(likely, "name of a file")
		}
	}
	switch {
	case (m.kind() == PhotoBlob || m.is("picture") && t.subject == person) && t.personal():
		return verdict{PhotoBlob, perhaps, "file with the picture of a person"}
	case m.text == "" || strings.HasPrefix(t.first(), m.text) && m.classes == nil:
		return j.rowName()
	case m.is("person"):
		return verdict{PersonName, sure, "name of a person"}
	case m.is("organisation"):
		return verdict{Organisation, likely, "name of an organisation"}
	case m.kind() == Username, m.kind() == City, m.kind() == Region, m.kind() == Country, m.kind() == Organisation, m.kind() == KanaName, m.kind() == Address:
		return verdict{m.kind(), likely, "name of a " + string(m.kind())}
	case m.is("deal"):
		if p.number > 0 || j.addressed() || t.hasKind(j.found, KanaName) || t.hasKind(j.found, Email) {
			return verdict{PersonName, likely, "name in an order"}
		}
		return no(perhaps, "name of a transaction")
	case m.kind() == Phone && t.close():
		return verdict{PersonName, doubtful, "name of whom a number reaches"}
	case m.is("thing"), m.kind() != "", m.is("about"):
		return no(sure, "name of a thing")
	}
	if m.classes == nil && j.c.Type.Kind == schema.Text {
		switch {
		case t.subject == person && !t.catalogue:
			return verdict{PersonName, perhaps, "name of whom nobody knows in a table of persons"}
		case t.close():
			return verdict{PersonName, doubtful, "name of what nobody knows beside persons"}
		}
	}
	return no(likely, "name of something else")
}

// first is the first word of the table's name that says what it is about.
func (t *table) first() string {
	for i := len(t.name.units) - 1; i >= 0; i-- {
		if u := t.name.units[i]; !u.is("carrier") && u.classes != nil {
			return u.text
		}
	}
	if len(t.name.units) > 0 {
		return t.name.last(0).text
	}
	return ""
}

// rowName judges a name that stands by itself.
func (j *judge) rowName() verdict {
	switch t := j.t; {
	case t.subject == person && !t.catalogue && !t.message:
		return verdict{PersonName, sure, "name in a table of persons"}
	case t.subject == organisation:
		return verdict{Organisation, likely, "name in a table of organisations"}
	case t.subject == deal && (t.hasKind(j.found, Email) || t.hasKind(j.found, Phone) || j.addressed() || t.hasKind(j.found, KanaName)):
		return verdict{PersonName, likely, "name beside an address"}
	case t.message && (t.hasKind(j.found, Email) || t.hasKind(j.found, FreeText)):
		return verdict{PersonName, perhaps, "name beside a text"}
	case t.subject == unknown && !t.catalogue && (t.holds || t.hasKind(j.found, Email) || t.hasKindInName(Phone)):
		return verdict{PersonName, doubtful, "name beside what reaches a person"}
	case t.holds && t.hasKind(j.found, KanaName):
		return verdict{PersonName, perhaps, "name beside its reading and an address"}
	case t.subject == thing || t.catalogue:
		return no(likely, "name in a table of things")
	}
	return no(perhaps, "name of something")
}

// number judges a number or code.
func (j *judge) number(p parsed, i int) verdict {
	for p.last(i+1).is("same") && p.last(i+1).kind() == "" && !p.last(i+1).is("person") {
		i++
	}
	m, t := p.last(i+1), j.t
	if m.kind() == "" && p.last(i+2).kind() == Phone {
		return verdict{Phone, perhaps, "number for a phone"}
	}
	switch {
	case m.kind() == Phone && p.last(0).text == "code":
		return no(likely, "a dialling code")
	case m.kind() == PersonName:
		return verdict{AccountID, perhaps, "number of a person"}
	case m.kind() != "" && m.kind() != FreeText && m.kind() != PhotoBlob && m.kind() != Organisation && !m.is("thing"):
		return j.kind(p, i+1)
	case m.is("person") && isPupil(m.text):
		return verdict{StudentID, likely, "number of a pupil"}
	case m.is("person"):
		return verdict{AccountID, likely, "number of a person"}
	case m.is("deal"):
		return verdict{OrderOrLicence, likely, "number of an order"}
	case m.text == "" && t.hasKindInName(Phone) && j.c.Type.Kind == schema.Text:
		return verdict{Phone, perhaps, "number in a table of phones"}
	case m.text == "" && t.hasKindInName(AccountID) && j.c.Type.Kind == schema.Text:
		return verdict{AccountID, perhaps, "number in a table of persons' numbers"}
	case m.text == "" && t.subject == person && j.c.Type.Kind == schema.Text:
		if isPupil(t.first()) {
			return verdict{StudentID, perhaps, "number in a table of pupils"}
		}
		return verdict{AccountID, perhaps, "number in a table of persons"}
	}
	if t.close() && m.classes == nil && isRoomy(j.c.Type) {
		return verdict{t.numbered(), doubtful, "number of what nobody knows beside persons"}
	}
	return no(likely, "number of something else")
}

func isPupil(word string) bool {
	switch strings.TrimSuffix(word, "s") {
	case "student", "pupil", "gakusei", "seito", "jido", "jidou", "生徒", "学生", "児童", "applicant", "learner", "alumno":
		return true
	}
	return false
}

// key judges a reference. What refers to a row by a number of the database is nobody's.
func (j *judge) key(p parsed, i int) verdict {
	m := p.last(i + 1)
	if j.c.Type.Kind == schema.Text && !j.c.foreign && !j.c.primary && !isUUID(j.c.Type) {
		switch k := m.kind(); k {
		case Email, NationalID, DeviceID, Username, StudentID, SecretToken, PaymentCard, BankAccount:
			return verdict{k, likely, "id of the kind " + string(k)}
		}
	}
	if j.isToken(p.last(i)) {
		return verdict{SecretToken, perhaps, "key in a table of secrets"}
	}
	if j.c.primary && j.t.subject == person && j.numbersRows() && m.is("person") {
		return verdict{AccountID, doubtful, "a text by which persons are numbered"}
	}
	if m.text == "" && j.t.subject == person && !j.c.primary && !j.c.foreign && j.numbersRows() && j.t.hasKind(j.found, PasswordHash) && j.t.PrimaryKey() != nil {
		return verdict{Username, perhaps, "a text beside the key of the row and a password"}
	}
	if j.c.Type.Kind == schema.Text && m.is("person") && !j.c.foreign && !j.c.primary && !isUUID(j.c.Type) && !isHash(j.c.Type) {
		if isPupil(m.text) {
			return verdict{StudentID, perhaps, "id of a pupil as a text"}
		}
		return verdict{AccountID, perhaps, "id of a person as a text"}
	}
	if j.c.Type.Kind == schema.Text && !j.c.foreign && !j.c.primary && !isUUID(j.c.Type) && m.text != "" && isRoomy(j.c.Type) && !isPlace(m.kind()) && !j.t.pairs && !j.t.keyedByText() && j.t.close() {
		if u := p.last(i); u.text == "key" {
			return verdict{SecretToken, doubtful, "key of what nobody knows beside persons"}
		}
		return verdict{j.t.numbered(), doubtful, "id of what nobody knows beside persons"}
	}
	return no(sure, "a key")
}

// isOwned says whether data of a kind is a person's whose word stands behind it: languages
// in which the head of a name stands first write telefono cliente.
func isOwned(k Kind) bool {
	switch k {
	case Email, Phone, Address, PostalCode, City, BirthDate, Gender, NationalID:
		return true
	}
	return false
}

// isToken says whether a key opens something: the table is one of passwords to be reset.
func (j *judge) isToken(u unit) bool {
	return u.text == "uuid" && !j.c.primary && j.c.Type.Kind == schema.Text && (j.t.hasKindInName(PasswordHash) || j.t.hasKindInName(SecretToken))
}

// numbersRows says whether a text is as long as the numbers are that people write.
func (j *judge) numbersRows() bool {
	const most = 40
	t := j.c.Type
	return t.Kind == schema.Text && t.Length > 0 && t.Length <= most && !isUUID(t)
}

// person judges a column that is named after somebody.
func (j *judge) person(u, before unit) verdict {
	const leastPhone, mostPhone = 7, 25
	switch {
	case u.text == "contact" && (j.t.subject == person || before.is("person")) && !j.c.foreign && (j.c.Type.Kind == schema.Integer && j.c.Type.Bits == 64 || j.c.Type.Kind == schema.Text && j.c.Type.Length >= leastPhone && j.c.Type.Length <= mostPhone):
		return verdict{Phone, perhaps, "a contact that is as long as a number"}
	case j.c.Type.Kind != schema.Text || hasRoomForFlag(j.c.Type):
		return no(likely, "a reference or a flag")
	case j.t.mail:
		return verdict{Email, likely, "whom mail goes to or comes from"}
	case u.text == "sha" && before.is("thing"):
		return no(likely, "a hash")
	case u.text == "account" && before.is("person"):
		return verdict{AccountID, perhaps, "account of a person"}
	case u.text == "account" && before.text == "" && j.t.close():
		return verdict{AccountID, doubtful, "an account beside persons"}
	case u.text == "account" || strings.HasSuffix(u.text, "profile"): // of a ledger, of rights
		return no(perhaps, "an account of any kind")
	}
	if j.t.subject == thing || j.t.catalogue {
		return verdict{PersonName, perhaps, "named after a person"}
	}
	return verdict{PersonName, likely, "named after a person: " + u.text}
}

// text judges what somebody may have written.
func (j *judge) text(u, before unit) verdict {
	switch t := j.t; {
	case before.kind() == FreeText:
		return verdict{FreeText, likely, "text of a message"}
	case (before.is("thing") || before.is("deal")) && before.kind() == "" && !before.is("message"):
		if t.log && isLong(j.c.Type) {
			return verdict{JSONContainer, doubtful, "text in a log"}
		}
		return no(likely, "text about a thing: "+before.text)
	case t.message:
		return verdict{FreeText, likely, "text in a table of messages"}
	case t.personal() && !t.catalogue && t.subject != thing && isLong(j.c.Type):
		return verdict{FreeText, perhaps, "text in a table that goes with persons"}
	case t.log && t.refers && isLong(j.c.Type):
		return verdict{JSONContainer, perhaps, "text in a log of what persons do"}
	case t.subject == unknown && !t.catalogue && isLong(j.c.Type):
		return verdict{FreeText, doubtful, "a long text in a table of which no word is known"}
	}
	return no(perhaps, "text of the operator: "+u.text)
}

// picture judges a picture by whose it is.
func (j *judge) picture(u, before unit) verdict {
	switch {
	case before.is("person") || before.text == "" && j.t.subject == person && !j.t.catalogue && !j.t.message:
		return verdict{PhotoBlob, likely, "picture of a person"}
	case j.c.Type.Kind == schema.Binary && j.t.subject != thing && u.text != "logo":
		return verdict{PhotoBlob, perhaps, "a picture"}
	}
	return no(perhaps, "picture of a thing")
}

// isUUID says whether a text is as long as the keys are that programs make: UUIDs and ULIDs.
func isUUID(t schema.Type) bool {
	return t.Kind == schema.Text && (t.Length == 36 || t.Length == 26)
}

// isHash says whether a text is as long as keys are that are hashes.
func isHash(t schema.Type) bool {
	return t.Kind == schema.Text && (t.Length == 32 || t.Length == 40 || t.Length == 48 || t.Length == 64)
}

// isLong says whether a type has room for a text of several sentences.
func isLong(t schema.Type) bool {
	return t.Kind == schema.Binary || t.Kind == schema.Text && (t.Length == 0 || t.Length >= 200)
}

// isFlagged says whether a type has room for a flag or a code only.
func isFlagged(t schema.Type) bool { return t.Kind == schema.Text && t.Length > 0 && t.Length <= 2 }

// hasRoomForFlag says whether a type has room for yes and no and little more.
func hasRoomForFlag(t schema.Type) bool {
	return t.Kind == schema.Text && t.Length > 0 && t.Length <= 3
}
