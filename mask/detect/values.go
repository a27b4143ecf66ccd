package detect

import (
	"bytes"
	"encoding/json"
	"hash/maphash"
	"slices"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/mask/detect/name"
	"github.com/migawari-dev/migawari/mask/detect/value"
)

// stats is what was seen of the values of one column. It holds sums, and no value.
type stats struct {
	values float64 // judged, but NULL and empty ones, by how many each stands for
	seen   int     // the same, counted
	whole  [value.Wallet + 1]float64
	// inside counts values that hold something of somebody beside other text.
	inside float64
	// names, by their form: family, given, full; kana besides.
	family, given, full, reading, kana float64
	place                              [5]float64 // by the order of placeKinds
	gender, agent                      float64
	object, prose, picture             float64          // JSON and the like; sentences; pictures
	live                               float64          // with a host, address or secret in it that is not reserved
	own                                map[Kind]float64 // of detectors of somebody else
	few                                [16]uint64
	fewN                               int // different values, as long as they are few
}

// longestJudged is how much of a value is looked at.
const longestJudged = 16 << 10

// add judges a value that stands for so many.
func (s *stats) add(v []byte, weight float64, scratch *scratch) {
	s.values += weight
	s.seen++
	s.count(v, scratch)
	for _, d := range scratch.own {
		s.told(d.Value(v), weight)
	}
	if len(v) > longestJudged {
		v = v[:longestJudged]
	}
	if !utf8.Valid(v) && (len(v) < longestJudged || bytes.IndexByte(v, 0) >= 0) {
		if isPicture(v) {
			s.picture += weight
		}
		return
	}
	v = bytes.TrimSpace(v)
	found := value.Find(scratch.found[:0], v)
	scratch.found = found
	if slices.ContainsFunc(found, reaches) {
		s.live += weight
	}
	switch {
	case isObject(v):
		s.object += weight
		if anybodys(v, found) || namesInside(v) {
			s.inside += weight
		}
		return
	case len(found) == 1 && found[0].Start == 0 && found[0].End == len(v):
		if found[0].Sure > value.Possible || found[0].Kind == value.Phone || found[0].Kind == value.PostalCode {
			s.whole[found[0].Kind] += weight
		}
		return
	case anybodys(v, found):
		s.inside += weight
	}
	s.words(v, weight, scratch)
}

// placeKinds are those of places, and of organisations.
var placeKinds = [...]Kind{Address, Region, City, Country, Organisation}

// told counts what a detector of somebody else says.
func (s *stats) told(k Kind, weight float64) {
	if k == "" || k == None {
		return
	}
	if s.own == nil {
		s.own = map[Kind]float64{}
	}
	s.own[k] += weight
}

// toldOf gives the kind that detectors of somebody else find in most values, or "".
func (s *stats) toldOf() Kind {
	for _, k := range Kinds {
		if s.share(s.own[k]) >= 0.5 {
			return k
		}
	}
	return ""
}

// words judges a value that is no number or address of the net.
func (s *stats) words(v []byte, weight float64, scratch *scratch) {
	if bytes.HasPrefix(v, []byte("Mozilla/")) || bytes.HasPrefix(v, []byte("Opera/")) {
		s.agent += weight
		return
	}
	if len(v) <= 12 && genders[string(bytes.ToLower(v))] {
		s.gender += weight
	}
	form := name.Whole(v)
	if form&name.Family != 0 {
		s.family += weight
	}
	if form&name.Given != 0 {
		s.given += weight
	}
	if form&name.Full != 0 {
		s.full += weight
	}
	if form != 0 && form&name.Reading != 0 {
		s.reading += weight
	}
	if isKana(v) {
		s.kana += weight
	}
	var place placeForm
	place, scratch.lower = placeOf(v, scratch.lower)
	for i, f := range [...]placeForm{isStreet, isRegion, isCity, isCountry, isOrganisation} {
		if place&f != 0 {
			s.place[i] += weight
		}
	}
	if isProse(v) {
		s.prose += weight
	}
}

// count counts different values as long as they are few.
func (s *stats) count(v []byte, scratch *scratch) {
	if s.fewN > len(s.few) {
		return
	}
	h := maphash.Bytes(scratch.seed, v)
	for _, x := range s.few[:min(s.fewN, len(s.few))] {
		if x == h {
			return
		}
	}
	if s.fewN < len(s.few) {
		s.few[s.fewN] = h
	}
	s.fewN++
}

// reaches says whether a finding reaches somebody or opens something.
func reaches(f value.Finding) bool {
	switch f.Kind {
	case value.URL, value.Host, value.Email, value.Secret, value.IP:
		return !f.Harmless && f.Sure > value.Possible
	}
	return false
}

// isLive says whether more than a stray value reaches somebody.
func (s *stats) isLive() bool { return s != nil && s.share(s.live) >= 0.01 }

// anybodys says whether a finding in a text is somebody's: a host, a date or a UUID is
// not, nor is a version of four numbers.
func anybodys(text []byte, found []value.Finding) bool {
	for _, f := range found {
		switch f.Kind {
		case value.Date, value.UUID, value.URL, value.Host, value.SchoolCode, value.None:
		case value.Phone, value.PostalCode:
			if f.Sure >= value.Likely {
				return true
			}
		case value.IP:
			if f.Sure > value.Possible && !bytes.HasSuffix(text[f.Start:f.End], []byte(".0.0")) {
				return true
			}
		default:
			if f.Sure > value.Possible {
				return true
			}
		}
	}
	return false
}

var genders = map[string]bool{"m": true, "f": true, "male": true, "female": true, "男": true, "女": true, "男性": true, "女性": true,
	"other": true, "unknown": true, "その他": true, "不明": true, "unspecified": true, "man": true, "woman": true}

// isObject says whether a value is JSON with parts or serialised PHP.
func isObject(v []byte) bool {
	if len(v) < 2 {
		return false
	}
	switch {
	case v[0] == '{' || v[0] == '[':
		return json.Valid(v) || len(v) == longestJudged
	case (v[0] == 'a' || v[0] == 'O') && v[1] == ':':
		i := 2
		for i < len(v) && '0' <= v[i] && v[i] <= '9' {
			i++
		}
		return i > 2 && i < len(v) && v[i] == ':'
	}
	return false
}

// namesInside says whether a text in quotes, of JSON or serialised PHP, is somebody's
// name.
func namesInside(v []byte) bool {
	for {
		i := bytes.IndexByte(v, '"')
		if i < 0 {
			return false
		}
		v = v[i:]
		n := quotedEnd(v)
		if n == 0 {
			return false
		}
		text := v[1 : n-1]
		if bytes.IndexByte(text, '\\') >= 0 { // PHP and others write Japanese as \u4f50
			var s string
			if json.Unmarshal(v[:n], &s) == nil {
				text = []byte(s)
			}
		}
		if name.Whole(text)&name.Full != 0 {
			return true
		}
		v = v[n:]
	}
}

// quotedEnd is the length of the text in quotes that b begins with; 0 if it does not end.
func quotedEnd(b []byte) int {
	for i := 1; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return 0
}

// isPicture knows the first bytes of pictures, and of PDF.
func isPicture(v []byte) bool {
	for _, magic := range [...]string{"\xff\xd8\xff", "\x89PNG", "GIF8", "RIFF", "%PDF", "BM"} {
		if bytes.HasPrefix(v, []byte(magic)) {
			return true
		}
	}
	return false
}

// isKana says whether a value is a short text in kana.
func isKana(v []byte) bool {
	chars := 0
	for i := 0; i < len(v); {
		r, n := utf8.DecodeRune(v[i:])
		if !(r >= 'ァ' && r <= 'ー' || r >= 'ぁ' && r <= 'ゖ' || r >= 'ｦ' && r <= 'ﾟ' || r == ' ' || r == '　') {
			return false
		}
		i += n
		chars++
	}
	return chars >= 2 && chars <= 24
}

// isProse says whether a value is a sentence: several words, or Japanese with its signs.
func isProse(v []byte) bool {
	if bytes.Contains(v, []byte("。")) {
		return true
	}
	return len(v) >= 30 && bytes.Count(v, []byte(" ")) >= 4
}

// share is how much of the column's values a sum is.
func (s *stats) share(x float64) float64 {
	if s.values == 0 {
		return 0
	}
	return x / s.values
}

// verdict says what the values are by themselves.
func (s *stats) verdict(personal bool) verdict {
	best := verdict{}
	take := func(k Kind, share, least, confidence float64, why string) {
		if share >= least && confidence > best.confidence && best.kind == "" {
			best = verdict{k, confidence, why}
		}
	}
	for _, k := range [...]value.Kind{value.Email, value.Card, value.PasswordHash, value.Secret, value.IP, value.MAC, value.SSN, value.MyNumber, value.BankAccount, value.Wallet, value.BirthDate} {
		take(Kind(k.Class()), s.share(s.whole[k]), 0.5, sure, "values of the kind "+k.String())
	}
	take(Phone, s.share(s.whole[value.Phone]), 0.7, likely, "values of the kind phone")
	take(PostalCode, s.share(s.whole[value.PostalCode]), 0.8, perhaps, "values of the kind postal_code")
	take(UserAgent, s.share(s.agent), 0.5, sure, "what browsers call themselves")
	take(Address, s.share(s.place[0]), 0.3, sure, "streets with numbers, or towns")
	place := perhaps // elsewhere it may be a list of the operator's
	if personal {
		place = likely
	}
	for i, k := range placeKinds[1:] {
		take(k, s.share(s.place[i+1]), 0.5, place, "of the lists for the kind "+string(k))
	}
	if s.seen >= 5 {
		if full := s.share(s.full); full >= 0.3 {
			k := PersonName
			if s.share(s.reading) >= 0.3 || s.share(s.kana) >= 0.7 {
				k = KanaName
			}
			take(k, full, 0.3, likely, "names of the lists")
		}
		if s.share(s.family) >= 0.4 || s.share(s.given) >= 0.4 {
			k := FamilyName
			if s.given > s.family {
				k = GivenName
			}
			if s.share(s.kana) >= 0.7 {
				k = KanaName
			}
			take(k, max(s.share(s.family), s.share(s.given)), 0.4, likely, "names of the lists")
		}
		if s.fewN >= 2 && s.fewN <= 6 {
			take(Gender, s.share(s.gender), 0.95, perhaps, "words for sexes")
		}
	}
	for _, k := range [...]value.Kind{value.Email, value.Card, value.PasswordHash, value.Secret, value.SSN} { // a column of several things
		take(Kind(k.Class()), s.share(s.whole[k]), 0.1, perhaps, "values of the kind "+k.String()+" among others")
	}
	if s.share(s.object) >= 0.3 && (personal || s.inside > 0) {
		take(JSONContainer, 1, 0, likely, "objects with parts")
	}
	if s.share(s.inside) >= 0.01 {
		take(FreeText, 1, 0, likely, "values of somebody inside of texts")
	}
	if personal && s.share(s.prose) >= 0.2 {
		take(FreeText, 1, 0, perhaps, "sentences in a table that goes with persons")
	}
	if s.share(s.picture) >= 0.3 && personal {
		take(PhotoBlob, 1, 0, perhaps, "pictures in a table that goes with persons")
	}
	if s.share(s.whole[value.URL]) >= 0.5 && personal {
		take(URLProfile, 1, 0, perhaps, "links in a table that goes with persons")
	}
	return best
}

// shaped gives the share of values that have the shape of a kind; ok is false for a kind
// that has none.
func (s *stats) shaped(k Kind) (share float64, ok bool) {
	switch k {
	case Email:
		return s.share(s.whole[value.Email]), true
	case IPAddress:
		return s.share(s.whole[value.IP]), true
	case UserAgent:
		return s.share(s.agent), true
	case Gender:
		return s.share(s.gender), true
	}
	return 0, false
}

// weigh combines what names say with what values say.
func (s *stats) weigh(f Finding, personal bool) Finding {
	if s == nil || s.seen == 0 {
		return f
	}
	if k := s.toldOf(); k != "" {
		return Finding{k, sure, ByValues, "values that a detector of one's own knows"}
	}
	v := s.verdict(personal)
	switch {
	case v.kind == "":
		if share, ok := s.shaped(f.Kind); ok && s.seen >= 20 && f.Kind != Gender && share == 0 && f.Confidence < sure {
			return Finding{None, likely, f.Evidence | ByValues, "no value is of the kind " + string(f.Kind)}
		}
		if (f.Kind == FreeText && f.Confidence <= perhaps || f.Confidence <= doubtful) && s.seen >= 50 && s.fewN <= 6 {
			return Finding{None, likely, f.Evidence | ByValues, "few different values"}
		}
		return f
	case isName(f.Kind) && v.kind == KanaName:
		return Finding{KanaName, sure, f.Evidence | ByValues, "names in kana"}
	case v.kind == f.Kind:
		f.Evidence |= ByValues
		f.Confidence = max(f.Confidence, v.confidence, sure) + 0.04
		return f
	case f.Kind == None || f.Confidence <= doubtful:
		if f.Kind == None && f.Confidence >= sure && v.confidence < likely {
			return f
		}
		return Finding{v.kind, v.confidence, ByValues, v.why}
	case holdsAnything(f.Kind) && v.confidence < sure, v.kind == FreeText, v.kind == URLProfile, v.kind == Gender, v.kind == PostalCode, v.kind == PhotoBlob:
		return f
	case v.confidence >= f.Confidence, v.confidence >= likely && isName(f.Kind) && isName(v.kind) && v.kind != f.Kind && f.Confidence < sure:
		return Finding{v.kind, v.confidence, f.Evidence | ByValues, v.why}
	}
	return f
}

func holdsAnything(k Kind) bool { return k == FreeText || k == JSONContainer || k == OtherPII }

func isName(k Kind) bool {
	return k == PersonName || k == FamilyName || k == GivenName || k == KanaName || k == Nickname || k == Username
}
