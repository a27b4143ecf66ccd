// Package mask streams a database dump through column-level rules and writes the
// same dump with made-up values in it. It stops where it does not understand.
//
//	key, err := mask.ReadKey(file)                     // the only secret
//	plan, err := policyfile.Compile(text, key, set)    // what becomes of each column
//	audit, err := mask.Copy(ctx, dst, src, mysql.Dialect, plan)
//
// A [Policy] is data; package mask/policyfile reads it from YAML. A [Plan] is a
// policy whose names are resolved and whose keys are derived: immutable, and safe
// for concurrent use. [Copy] pushes a dump through it and [NewReader] pulls;
// [Plan.Row] masks rows that come from database/sql, and [Struct] values of a
// struct type, all with the fakes that a dump of the same rows would get.
// [Plan.Check] finds what would stop a run without one.
//
// The maskers of a policy are looked up in a [Set]. Those that the project
// brings are in mask/builtin; a program adds its own to its copy of the map, and
// tries them with mask/masktest. This package and what it imports use the
// standard library only.
//
// # What a fake depends on
//
// On these, and on nothing else:
//
//   - the key and the policy's audience;
//   - the domain of the rule, by default the kind of data: email, person;
//   - what the masker is keyed by: the value in its canonical form, the person
//     whom the row is about, or person (else row) and value together;
//   - the value itself, where the fake takes its notation, script or length class
//     from it;
//   - the masker, its parameters, and the edition of the locale's lists.
//
// There is no clock, counter or table of values seen, and names of tables and
// columns, the order of rows, the number of workers, the size of chunks and the
// width of columns have no part in it. So two machines that mask two halves of a
// dump agree, as do two dumps of two months, and equal things stay equal in all
// tables of all databases that share a key.
//
// # How long fakes stay the same
//
// A fake is the same for as long as key, audience, domain, rule and edition are.
// The edition of a locale is raised whenever its lists change, and it stands in
// the audit. A version of this module that changes fakes for another reason says
// so in the changelog, under "Fakes"; known-answer vectors in the tests make sure
// that this does not happen by accident. Whoever needs the same fakes for years
// pins the version of the module.
//
// # Failing closed
//
// An error says that the output must not be used. Everything that is not decided
// or not understood is one: a column without a rule, a rule that met nothing, a
// statement of unknown kind, a torn row, a value that is not of its masker's kind,
// an input that ends early. What was written before ends with [Incomplete], a
// line on which a database's client fails. The errors of this package show
// positions, names and fixed words, and never a byte of data; [Error.Cause] keeps
// what a masker of somebody else said, which may.
//
// # Security considerations
//
// The output is pseudonymised, not anonymous: rows still stand for persons, and
// what the policy keeps may single them out. Whoever decides about a policy
// should know what three kinds of attacker can do.
//
// With the masked dump alone, one sees what the policy keeps; which rows have NULL
// or the empty text; how many rows there are, in which order; which values were
// equal, in every rule keyed by value; the notation of a value, and its length
// under format, token and redact; under date with shift, the time between two
// dates of one person. Fakes themselves tell nothing: without the key they
// cannot be told from random ones, whatever list of likely values one has. But a
// value that is frequent stays frequent under a rule keyed by value, so names are
// keyed by person; and who knows the fake of one person from elsewhere, such as
// their own account, knows it everywhere in the domain.
//
// Where there are few values, few secrets can be kept. A permutation of 45
// attendance numbers hides one of 45, and shrinks with each pair that becomes
// known. FF1 is used from a million values of a pattern on, as its standard asks;
// below that the permutation keeps values apart and is not called encryption.
//
// With the key, format, token and integer can be turned back into what they were.
// Everything else can be guessed: who has a list of addresses can compute their
// fakes and compare. Whoever can run this package with the key on input of their
// own choice is in the same position. So the key stays where the raw data is, and
// is as worth protecting as that; [EphemeralKey] is for copies that need not
// agree with any other.
//
// With the code, one has nothing. All lists, labels and algorithms are public.
//
// A masker of somebody else runs in this process and sees raw rows. It is trusted
// not to write them anywhere; masktest looks whether its errors quote them.
package mask
