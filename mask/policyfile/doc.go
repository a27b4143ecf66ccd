// Package policyfile reads policies from files: YAML 1.2, or JSON.
//
//	version: 1
//	locale: ja
//	tables:
//	  students:
//	    person: {by: id, household: family_id}
//	    columns:
//	      id: keep
//	      name: person.name
//	      login:
//	        - {when: "id_type == 'school'", mask: format, domain: student_no}
//	        - {mask: shape}
//	      "*": text
//	  access_logs: {rows: drop}
//	  prefectures: keep
//
// [Parse] turns a file into a [mask.Policy] or says everything that is wrong
// with it. What follows is the grammar; "the words here" are fixed, and any
// other is a fault.
//
// # The file
//
// One document in UTF-8 of at most 10 MiB, with or without a byte order mark,
// with any ends of lines. Maps, lists and words are all there is: anchors,
// aliases, merge keys and tags are refused, so that a policy reads from top to
// bottom and what is decided about a column stands at the column. No key stands
// twice in a map.
//
// Names (keys, columns, tables, maskers) are taken as they are written: no, 1, ~
// and null are names. Parameters have the types of YAML's core schema: integers
// (also 0x1f and 0o17), floats, true and false, texts; there is no null. What a
// person reads (domain, audience, reason, owner, unsafe) is a text, and null,
// true and false are none.
//
// # Words
//
// At the top: version (1; required), locale (BCP 47), audience, ddl (safe, the
// default, or keep), large_objects (keep or drop), databases (a map from name to
// name), references (a list of maps of from, to and when), tables (required). A key or a password does not belong in a policy and
// is refused.
//
// A table, by name or pattern, is keep or a map of person, rows, columns, reason
// and owner. Its rows are keep, drop or {where: CONDITION}.
//
// A person is a column, a list of columns, or a map of by (the same), domain,
// household and number (columns), else (value) and shared (true or false).
//
// A column, by name or "*" for those that are not named, is a rule or a list of
// arms. An arm is a rule as a map, with a condition under when; the last has
// none.
//
// A rule is the name of a masker, or keep, or a map of mask, domain, by (a column
// or a list), max (an integer above 0), null and empty (mask), else (a rule),
// reason, owner, draft (true: nobody has looked at it yet) and unsafe (a reason). All other words are parameters for the
// masker, and it refuses those that it does not know. So is max where the masker
// is integer or number. The parameter paths is a map of rules, which become
// [mask.Rules]; of, numbers and booleans, where they are no lists, are one, a [mask.Rule].
//
// # Conditions
//
// A condition compares columns of the original row:
//
//	id_type == 'school' and grade in [1, 2, 3]
//	not (closed_at == nil) or exact(code) != "X" or col("利用 者") matches `^\d+$`
//
// It knows columns, texts in ', " or ` (backslashes are escapes in the first
// two), numbers, true, false and nil; == != < <= > >=, in and not in with a list
// of literals, matches and not matches with a regular expression in quotes
// (package regexp; the collation has no say in it); and or not && || ! and
// brackets; exact(x), which compares bytes; col("…") for a column whose name is
// no word. It computes nothing. At least one side of a comparison is a column. A
// condition has at most 32 KiB.
//
// The column of a name is the one spelt so, or else the only one that differs in
// the case of ASCII letters.
//
// NULL: x == nil holds for NULL, x != nil for everything else. No other comparison
// holds for NULL, != and not in and not matches included. not turns what was
// found: not (x == 1) holds for NULL.
//
// Numbers compare as decimals of any length, exponents included, and never as
// floating point: if the column is numeric or the literal a number. What is no
// number, NaN and Infinity included, compares with none: x == 1 and x != 1 are
// both false for a word.
//
// Dates and times compare as texts of one form, 2026-04-01 08:30:00.5+09 or the
// beginning of it, or the time alone; what is not given counts as zero. The zone
// counts only where both sides have one; then it must be the same. Other forms
// (five-digit years, BC, infinity, 838:59:59) compare with nothing.
//
// Truth: true and false compare with t and f, true and false, 1 and 0 and the
// bytes of a bit, in columns of any type but decimals, floats and dates.
//
// Text compares as the column's collation does; two columns of different
// collations need exact. Everything else (binary, JSON, arrays, addresses)
// compares by its bytes, and uuid without the case of ASCII.
//
// A condition that no row can satisfy by its types (a number column and a word, a
// date column and 1/4/2026) is an error when it is bound to a table.
//
// # Collations
//
// As far as DDL names them. The first columns say which of these are equal:
//
//	                                  A a   é e   カ か  は ば  Ａ A  ① 1   ß ss
//	utf8mb4_bin, …_bin                 -     -     -     -     -     -     -
//	utf8mb4_0900_as_cs                 -     -     -     -     -     -     -
//	utf8mb4_ja_0900_as_cs              -     -     =     -     -     -     -
//	utf8mb4_0900_as_ci, uca1400_as_ci  =     -     =     -     =     =     -
//	utf8mb4_general_ci                 =     =     -     -     -     -     ß s
//	utf8mb4_unicode_ci, _520_ci        =     =     =     =     =     =     =
//	utf8mb4_0900_ai_ci, uca1400_ai_ci  =     =     =     =     =     =     =
//	latin1_swedish_ci                  =     =     .     .     .     .     -
//	cp932_, sjis_, ujis_japanese_ci    =     -     -     -     -     -     -
//	other …_ci of 8-bit sets           =     -     .     .     .     .     -
//	SQLite NOCASE                      =     -     -     -     -     -     -
//	PostgreSQL; nothing known          -     -     -     -     -     -     -
//
// Where カ is か, a small kana is a large one (ャ ヤ) and a half-width one is a
// full-width one (ｶ カ); the long mark ー is a letter of its own everywhere. Variant
// kanji (髙 高) are never one. In general_ci, unicode_ci and the languages that
// build on it, all characters beyond U+FFFF are one, emoji and 𠮷 included, as on
// the servers. Language-specific collations of Unicode sets (utf8mb4_spanish_ci)
// compare as unicode_ci or 0900_ai_ci does, without the language's own letters.
//
// Spaces at the end do not count (PAD SPACE) in MySQL's collations but those with
// 0900, nopad or binary in their names, in SQLite's RTRIM and in PostgreSQL's
// char(n). Where DDL names a character set and no collation, it is general_ci, or
// latin1_swedish_ci. PostgreSQL's citext has no case; its nondeterministic
// collations are not known from their names and count as exact.
//
// Only equality is the server's. The order < > of texts is that of code points,
// after folding, not that of a dictionary. What is said here of MariaDB was held
// against a server (testdata/collations.txt); of MySQL's 0900, only against its
// manual.
//
// # Security
//
// The reader ends soon on any file: size, depth, the number of faults and the
// length of conditions are bounded, and aliases are refused before anything
// follows them. No fault and no error of a condition shows a literal of a
// condition or a value; [Excerpt] shows a line of the file with those literals
// concealed.
package policyfile
