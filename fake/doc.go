// Package fake makes up people, addresses and numbers that belong to nobody.
//
// Everything in it is a pure function of a [Seed] and a [Locale]: no clock, no
// counter, no global source. The same seed gives the same fake on every
// machine, in every order, as long as the locale's edition stays.
//
// # For fixtures
//
// A fixture begins from a name. Which person is the third does not depend on
// how many others were drawn, or on what was drawn of them:
//
//	pupils := fake.TestSeed("pupils")
//	p := fake.NewPersona(pupils.Nth(3), pupils.Nth(3), ja.Locale)
//	p.Name()                             // as the locale writes names
//	p.AppendFamily(nil, fake.Katakana)   // the reading of the same name
//
// Brothers and sisters share the second seed, which is that of their household.
// Package mask draws the same fakes from seeds of its own, which follow from a key.
//
// A [School] is drawn from a seed as well, and what it has agrees: name, code, domain,
// and the [Place] where it stands, as a household has one. A [Class] of it has pupils
// who agree with it.
//
// # Like what was there
//
// Most fakes are made in the likeness of a value: the script and order of a name,
// the notation of a number, the class of a domain. A function takes it as like,
// appends to dst, and says false where it is nothing of its kind. Nothing but its
// form comes from it. A limit is a greatest number of characters; 0 is none.
//
// # Nobody's
//
// No fake reaches somebody or opens something:
//
//   - E-mail addresses are under domains that are reserved: example.com and the
//     like (RFC 2606), and the labels EXAMPLE under .jp (JPRS).
//   - Phone numbers are those that a numbering plan keeps for fiction, or cannot
//     give out; [Phones].Source says where that stands.
//   - IP addresses are of 198.18.0.0/15 (RFC 2544) and 2001:db8::/32 (RFC 3849),
//     or private.
//   - Postal codes have no place, and towns, streets and buildings come from closed
//     lists of names that no place has. A prefecture may stay, and is real.
//   - Texts begin with a mark that says what they are.
//
// Names are the exception, as every name is somebody's. They are drawn from lists,
// whatever the value was, and pass [PairCheck], by which anybody can tell a
// made-up full name from a real one, but for one in 64.
//
// Package faketest holds a locale against all of this.
package fake
