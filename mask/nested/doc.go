// Package nested finds the parts of a value that has parts: JSON, serialised PHP,
// an array, a query string. A [Format] is one notation; it gives the parts as a
// [Tree] and writes one of them anew, so that every other byte stays. [Paths] say
// which rule speaks for which part.
//
// A path is a JSONPath (RFC 9535), in all formats:
//
//	$.tel                    the member tel of the outermost object
//	$['e-mail'], $["e-mail"] a name that is no word
//	$.tags[0], $.tags[*]     an element of an array, counted from 0; all of them
//	$.*                      all members, or elements
//	$..tel                   tel, at any depth
//	$['tel','fax'], $[0,1]   any of these
//	$.fields[?@.id == 7].value
//	                         inside those for which a condition holds
//	$.by_mail.*~             the names of the members, not their values
//	$                        a value that is not an object or array
//
// A condition compares members of the element with literals: == and !=, texts in
// quotes, numbers, true, false and null; @.a alone asks whether there is one; &&,
// ||, ! and brackets join them. A text is equal to a text alone and a number to a
// number, whatever its spelling. Of members with one name, the last is compared.
// Slices, indices from the end, functions and < are not taken.
//
// A path speaks for scalars: what it finds that has parts itself stays as it is, and
// its parts have paths of their own. Where several paths find one part, the one with
// the most names and indices applies; then the one with the most conditions; then
// the one with the fewest ..; then the one that is written first. All paths find
// their parts in one pass.
package nested
