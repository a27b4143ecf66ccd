package detect

import "slices"

// A Profile says which kinds of data count. It is data: a list of kinds under a name.
type Profile struct {
	Name  string
	About string // one line
	Kinds []Kind
}

// apply takes a finding of a kind that does not count for none.
func (p *Profile) apply(f Finding) Finding {
	if p == nil || f.Kind == None || slices.Contains(p.Kinds, f.Kind) {
		return f
	}
	return Finding{None, f.Confidence, f.Evidence, string(f.Kind) + " does not count in the profile " + p.Name}
}

// identifying is what every law takes for data of a person.
var identifying = []Kind{PersonName, FamilyName, GivenName, KanaName, Nickname, Username, Email, Phone, PostalCode, Address, BirthDate,
	NationalID, StudentID, AccountID, PasswordHash, SecretToken, PaymentCard, BankAccount, FreeText, PhotoBlob, JSONContainer, OtherPII}

func with(base []Kind, more ...Kind) []Kind { return slices.Concat(base, more) }

// Profiles lists those that the package brings.
var Profiles = []Profile{
	{"school", "what identifies pupils, guardians and staff, and where they live and learn",
		with(identifying, Gender, City, Region, IPAddress, DeviceID, Geo, URLProfile, UserAgent, Organisation, OrderOrLicence)},
	{"appi", "the Japanese Act on the Protection of Personal Information, with what identifies a person only beside other data",
		with(identifying, Gender, City, Region, IPAddress, UserAgent, DeviceID, Geo, URLProfile, OrderOrLicence)},
	{"gdpr", "the General Data Protection Regulation: any data about an identifiable person",
		with(identifying, Gender, City, Region, Country, IPAddress, UserAgent, DeviceID, Geo, URLProfile, OrderOrLicence)},
	{"hipaa-safe-harbor", "the eighteen identifiers of 45 CFR 164.514(b)(2); regions as large as a state do not count",
		with(identifying, City, IPAddress, DeviceID, Geo, URLProfile, OrderOrLicence)},
	{"pci", "data of payment cards and of their holders",
		[]Kind{PaymentCard, PersonName, FamilyName, GivenName, PasswordHash, SecretToken, FreeText, JSONContainer}},
}

// FindProfile finds a profile by its name; nil if there is none.
func FindProfile(name string) *Profile {
	for i := range Profiles {
		if Profiles[i].Name == name {
			return &Profiles[i]
		}
	}
	return nil
}
