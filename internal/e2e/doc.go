// Package e2e masks whole dumps and holds what comes out against what went in:
//
//	identity_test.go   a policy that keeps everything gives back every byte
//	restore_test.go    masked samples in real servers: rows, joins, constraints
//	formats_test.go    whatever the program and its options, the same masked rows
//	canary_test.go     nothing of one person is left, in any encoding (finder_test.go)
//	charset_test.go    each character of each legacy character set, asked of the servers
//	shards_test.go     pieces masked apart are the pieces of the whole
//	known_test.go      known failures of other tools, and the test against each
//
// It has tests only. Those that want a server start it, see package dbtest.
package e2e
