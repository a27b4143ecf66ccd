package detect

import (
	"slices"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// The rules of this file judge by what a table is about and by what stands beside a column
// where its own words do not say that it is a person's. What they find is doubtful: a draft
// masks it until a person has looked, and no check fails for it.

// close says whether a text of which no word is known is rather a person's than not.
func (t *table) close() bool {
	return (t.subject == person || t.subject == deal || t.holds || t.subject == unknown && t.refers) && !t.catalogue
}

// follow finds the tables of which nothing is known that go with one that holds persons:
// they refer to it, or have a column that is called as its key.
func follow(s *schema.Schema, tables []*table) {
	held, keys := map[*schema.Table]bool{}, map[string]bool{}
	for _, t := range tables {
		if t.subject != person && !t.holds || t.catalogue {
			continue
		}
		held[t.Table] = true
		for _, c := range t.columns {
			if c.primary && (len(c.name.units) > 1 || c.name.last(0).classes == nil) { // not just id
				keys[schema.FoldASCII(c.Name)] = true
			}
		}
	}
	for _, t := range tables {
		t.refers = t.refers || t.subject == unknown &&
			(slices.ContainsFunc(t.Keys, func(k schema.Key) bool { return k.Kind == schema.Foreign && held[s.Table(k.RefTable)] }) ||
				slices.ContainsFunc(t.columns, func(c column) bool { return keys[schema.FoldASCII(c.Name)] }))
	}
}

// unknown judges a column of which no word is known: a text of a person is the person's
// until somebody says otherwise.
func (t *table) unknown(c *column) Finding {
	switch {
	case c.Type.Kind != schema.Text || hasRoomForFlag(c.Type) || c.foreign || t.catalogue:
	case c.primary && t.subject == person && !isUUID(c.Type):
		return Finding{AccountID, doubtful, ByType, "a text by which persons are numbered"}
	case c.primary:
	case t.close() && c.Type.Length == 0, t.message && t.personal() && isLong(c.Type):
		return Finding{FreeText, doubtful, ByType, "a long text beside persons, of which no word is known"}
	case t.subject == person:
		return Finding{OtherPII, doubtful, ByType, "a text in a table of persons, of which no word is known"}
	case t.subject == deal:
		return Finding{OtherPII, doubtful, ByType, "a text in a table of what persons enter into, of which no word is known"}
	case t.close():
		return Finding{OtherPII, doubtful, ByType, "a text beside what says who somebody is, of which no word is known"}
	case (t.refers && t.subject != organisation || t.message) && isLong(c.Type):
		return Finding{FreeText, doubtful, ByType, "a long text in a table that goes with persons"}
	}
	return Finding{None, perhaps, 0, "nothing speaks for data of a person"}
}

// mayBePersonal says whether a column may be a person's although its words are for
// something else: a text in a table of persons with room for more than a code.
func (t *table) mayBePersonal(c *column) bool {
	head := c.name.last(0)
	return (t.subject == person || t.holds) && !t.catalogue && isRoomy(c.Type) && !c.primary && !c.foreign && !head.is("key") && !head.is("catalogue") && !head.is("setting") && !isParticiple(head)
}

// otherwise is what such a column holds, if it is a person's.
func otherwise(c *column) Kind {
	switch head := c.name.last(0); {
	case head.is("link"):
		return URLProfile
	case head.is("organisation"):
		return Organisation
	}
	return OtherPII
}

// isRoomy says whether a text has room for more than yes or no.
func isRoomy(t schema.Type) bool { return t.Kind == schema.Text && (t.Length == 0 || t.Length > 10) }

// isPlace says whether persons share what a kind of data says, and rows of a table hold it.
func isPlace(k Kind) bool { return k == City || k == Region || k == Country }

// numbered is the kind of a number of which nothing is known.
func (t *table) numbered() Kind {
	if t.subject == deal {
		return OrderOrLicence
	}
	return AccountID
}

// keyedByText says whether the rows are known by a text: others refer to them by one, and
// so may they to others.
func (t *table) keyedByText() bool {
	i := slices.IndexFunc(t.columns, func(c column) bool { return c.primary })
	if i < 0 {
		i = slices.IndexFunc(t.columns, func(c column) bool { return c.name.last(0).is("key") })
	}
	return i >= 0 && t.columns[i].Type.Kind == schema.Text
}

// company judges texts by the columns that they stand among.
func (t *table) company(found []Finding) {
	account := t.account(found)
	for i := range t.columns {
		c := &t.columns[i]
		head := c.name.last(0)
		if c.Type.Kind != schema.Text || isFlagged(c.Type) || c.primary || c.foreign || head.is("key") || head.is("setting") || isParticiple(head) {
			continue
		}
		f := &found[i]
		switch {
		case f.Kind != None && f.Confidence > doubtful:
		case account != None && c.silent():
			*f = Finding{account, doubtful, ByName, "stands among columns of the kind " + string(account)}
		case f.Kind == None:
			if k := t.run(found, c); k != None {
				*f = Finding{k, doubtful, ByName, "begins as columns of a person do"}
			}
		case f.Kind == OtherPII && i > 0 && i+1 < len(found) && ofAddress(found[i-1]) && ofAddress(found[i+1]):
			*f = Finding{Address, doubtful, f.Evidence, "a text between the parts of an address"}
		}
	}
}

// silent says whether the name of a column does not say of what it is.
func (c *column) silent() bool {
	head := c.name.last(0)
	return head.classes == nil || head.is("number") && len(c.name.units) == 1
}

// account is the kind of the account or card that a table of no persons is about.
func (t *table) account(found []Finding) Kind {
	if t.subject == person {
		return None
	}
	for _, k := range [...]Kind{BankAccount, PaymentCard} {
		n, others := 0, 0
		for _, f := range found {
			switch {
			case !f.Personal() || f.Confidence <= doubtful:
			case f.Kind == k:
				n++
			default:
				others++
			}
		}
		if n >= 2 && n >= others {
			return k
		}
	}
	return None
}

// run is the kind of the columns that begin as c does, if most of them are a person's: what
// stands among guardian_name and guardian_phone is the guardian's.
func (t *table) run(found []Finding, c *column) Kind {
	const least = 3 // of letters; fewer are those of the table
	if len(c.name.units) < 2 || len(c.name.units[0].text) < least || t.subject == organisation || t.catalogue {
		return None
	}
	alike, personal, kind := 0, 0, None
	for i := range t.columns {
		n := t.columns[i].name
		if len(n.units) < 2 || n.units[0].text != c.name.units[0].text {
			continue
		}
		alike++
		if f := found[i]; f.Personal() && f.Confidence >= likely {
			if personal++; kind == None {
				kind = f.Kind
			} else if kind != f.Kind {
				kind = OtherPII
			}
		}
	}
	if personal < 2 || 2*personal <= alike || 2*alike > len(t.columns) { // the table's own prefix says nothing
		return None
	}
	return kind
}

// ofAddress says whether a column is a part of an address.
func ofAddress(f Finding) bool {
	return f.Confidence >= likely && (f.Kind == PostalCode || f.Kind == Address || f.Kind == City || f.Kind == Region)
}
