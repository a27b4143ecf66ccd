// Package detect says what personal data the columns of a schema hold: by names,
// types, comments and keys, and by values where there are any.
//
// What it knows is data: words with their classes ([Words]), and [Profile]s that say
// which kinds count. A [Detector] of somebody else adds evidence of its own. No
// result holds a byte of a row.
package detect

// A Kind is a kind of data, in the words of scans, audits and reports.
type Kind string

// The kinds of data.
const (
	None           Kind = "none"
	PersonName     Kind = "person_name"
	FamilyName     Kind = "family_name"
	GivenName      Kind = "given_name"
	KanaName       Kind = "kana_name"
	Nickname       Kind = "nickname"
	Username       Kind = "username"
	Email          Kind = "email"
	Phone          Kind = "phone"
	PostalCode     Kind = "postal_code"
	Address        Kind = "address"
	City           Kind = "city"
	Region         Kind = "region"
	Country        Kind = "country"
	BirthDate      Kind = "birth_date"
	Gender         Kind = "gender"
	NationalID     Kind = "national_id"
	StudentID      Kind = "student_id"
	AccountID      Kind = "account_id"
	PasswordHash   Kind = "password_hash"
	SecretToken    Kind = "secret_token"
	IPAddress      Kind = "ip_address"
	UserAgent      Kind = "user_agent"
	DeviceID       Kind = "device_id"
	Geo            Kind = "geo"
	URLProfile     Kind = "url_profile"
	PaymentCard    Kind = "payment_card"
	BankAccount    Kind = "bank_account"
	OrderOrLicence Kind = "order_or_licence"
	FreeText       Kind = "free_text"
	PhotoBlob      Kind = "photo_blob"
	Organisation   Kind = "organisation_name"
	JSONContainer  Kind = "json_container"
	OtherPII       Kind = "other_pii"
)

// Kinds lists them in the order in which a scan shows them: what names or opens
// something first, [None] last.
var Kinds = []Kind{PaymentCard, BankAccount, NationalID, PasswordHash, SecretToken, PersonName, FamilyName, GivenName, KanaName, Email, Phone,
	Address, BirthDate, StudentID, Username, AccountID, Nickname, PostalCode, IPAddress, DeviceID, Geo, PhotoBlob, FreeText, JSONContainer, OtherPII,
	Gender, URLProfile, OrderOrLicence, UserAgent, City, Region, Country, Organisation, None}

// Evidence is what spoke for a kind.
type Evidence uint8

// The sources of evidence.
const (
	ByName Evidence = 1 << iota
	ByType
	ByComment
	ByValues
)

var evidenceWords = [...]string{"name", "type", "comment", "values"}

// String joins the words of the sources by +.
func (e Evidence) String() string {
	s := ""
	for i, w := range evidenceWords {
		if e>>i&1 == 0 {
			continue
		}
		if s != "" {
			s += "+"
		}
		s += w
	}
	return s
}

// A Finding is what a column is taken for.
type Finding struct {
	Kind       Kind
	Confidence float64 // that it is this kind: 0 to 1
	Evidence   Evidence
	Reason     string // names and fixed words, no data
}

// Personal says whether a finding is of personal data.
func (f Finding) Personal() bool { return f.Kind != None && f.Kind != "" }

// The levels of confidence. They are measured: internal/detectbench prints how often a
// finding of each level is right.
const (
	sure     = 0.95
	likely   = 0.85
	perhaps  = 0.6
	doubtful = 0.3
)
