// Package e2e masks whole dumps and holds what comes out against what went in:
//
//	identity_test.go   a policy that keeps everything gives back every byte
//	restore_test.go    masked samples in real servers: rows, joins, constraints
//	hostile_test.go    what breaks careless readers and writers, in every form; types_test.go
//	                   has every type, maskers_test.go every masker on every type
//	tables_test.go     names, schemas, partitions; keys_test.go keys and what refers to them
//	audit_test.go      the audit, counted in the bytes that came out
//	formats_test.go    whatever the program and its options, the same masked rows
//	canary_test.go     nothing of one person is left, in any encoding (finder_test.go)
//	examples_test.go   the policies of examples/ on the databases that they are for
//	charset_test.go    each character of each legacy character set, asked of the servers
//	shards_test.go     pieces masked apart are the pieces of the whole
//	known_test.go      known failures of other tools, and the test against each
//
// It has tests only. Those that want a server start it, see package dbtest.
package e2e
