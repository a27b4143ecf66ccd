package detect

import (
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// fit holds what words say against the type and the keys of the column: what a type
// cannot hold is not there, and some types say by themselves what they hold.
func fit(f Finding, c *column, t *table) Finding {
	byType := func(k Kind, confidence float64, why string) Finding {
		return Finding{k, confidence, f.Evidence | ByType, why}
	}
	switch c.Type.Kind {
	case schema.IP:
		return byType(IPAddress, sure, "type of addresses")
	case schema.MAC:
		return byType(DeviceID, sure, "type of addresses")
	case schema.Geometry:
		if !t.personal() && f.Kind != Geo {
			return byType(Geo, perhaps, "type of places")
		}
		return byType(Geo, likely, "type of places")
	case schema.JSON, schema.XML:
		if f.Kind == None && f.Confidence >= sure {
			return f
		}
		return byType(JSONContainer, likely, "type of values with parts")
	case schema.UUID:
		if f.Kind != SecretToken && f.Kind != DeviceID {
			return byType(None, likely, "type of keys")
		}
		return f
	}
	if f.Kind == None {
		if c.Type.Kind == schema.Binary && f.Confidence < sure && t.personal() && isLong(c.Type) && c.Type.Length == 0 {
			return byType(PhotoBlob, perhaps, "bytes that go with a person")
		}
		return f
	}
	if c.foreign && f.Kind != Email && (c.Type.Kind == schema.Integer || f.Kind == Country || f.Kind == Region || f.Kind == City) || c.Auto {
		return Finding{None, sure, f.Evidence, "a key"}
	}
	if !holds(c, f.Kind) {
		return byType(None, sure, "a "+c.Type.Kind.String()+" column does not hold it")
	}
	return f
}

// holds says whether data of a kind can stand in a column of that type.
func holds(c *column, k Kind) bool {
	t := c.Type
	key := c.name.last(0).is("key") || strings.HasSuffix(c.name.last(0).text, " id")
	switch t.Kind {
	case schema.Bool, schema.Bit:
		return k == Gender || k == OtherPII && !c.name.units[0].is("whether")
	case schema.Date, schema.DateTime, schema.Year:
		return k == BirthDate || k == OtherPII && (isDeath(c.name.last(0).text) || isDeath(c.name.last(1).text))
	case schema.Time, schema.Interval:
		return false
	case schema.Float:
		return k == Geo || k == OtherPII
	case schema.Decimal:
		switch k {
		case Geo, OtherPII, Phone, PostalCode, NationalID, PaymentCard, BankAccount, StudentID, AccountID, OrderOrLicence:
			return true
		case Address:
			return strings.HasSuffix(c.name.last(0).text, " number")
		}
		return false
	case schema.Integer:
		switch k {
		case Gender, OtherPII, BirthDate:
			return true
		case Region, StudentID:
			return t.Bits > 8 && !(key && k == Region)
		case Address:
			return t.Bits > 8 && strings.HasSuffix(c.name.last(0).text, " number")
		case AccountID, OrderOrLicence:
			return t.Bits > 16 && (!key || k == AccountID && t.Bits == 64)
		case Phone, PostalCode, NationalID, PaymentCard, BankAccount, IPAddress:
			return (t.Bits > 16 || k == PaymentCard && strings.Contains(c.name.last(0).text, "exp")) && !key
		case SecretToken:
			return t.Bits > 8 && !key && !c.primary && c.name.last(0).text != "session" && c.name.last(0).text != "sid"
		}
		return false
	case schema.Enum, schema.Set:
		return k == Gender || k == OtherPII || k == Country || k == Region
	}
	if t.Length > 0 && t.Length < leastLength(k) && c.name.number < 0 {
		return false
	}
	if isFlagged(t) {
		return k == Gender || k == OtherPII || k == Country || k == Region || k == GivenName && (strings.Contains(c.name.last(0).text, "init") || c.name.last(0).text == "mi")
	}
	return true
}

// leastLength is the room, in characters, without which a column holds no data of a
// kind: what is called so and is shorter is a flag or a code.
func leastLength(k Kind) int {
	switch k {
	case Email, IPAddress, UserAgent, URLProfile, PhotoBlob, PasswordHash, FreeText, JSONContainer, Phone:
		return 6
	}
	return 0
}
