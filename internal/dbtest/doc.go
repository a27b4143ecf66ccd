// Package dbtest starts private database servers for tests.
//
//	func TestMain(m *testing.M) { os.Exit(dbtest.Runner{M: m}.Run()) }
//
//	func TestRestore(t *testing.T) {
//		db := dbtest.MariaDB(t).NewDatabase(t)
//		db.Load(t, dump)
//		again := db.Dump(t, "--skip-dump-date")
//		…
//	}
//
// A server listens on a unix socket in a temporary directory that only its
// account can enter; it opens no TCP port. It is started when the first test
// asks for it, shared by the tests of one test binary, and stopped by the
// [Runner]. Each test gets a database of its own. Nothing is durable: a server
// never waits for a disk.
//
// The servers' programs are looked for in PATH, then where distributions put
// them. A test is skipped where they are missing, and fails where the
// environment says MIGAWARI_REQUIRE_DB=1, as CI does. A program that is there
// and does not work always fails the test.
//
// Under root the servers run as the accounts postgres and mysql, or nobody,
// since they refuse root. On Linux the kernel ends a server whose test binary
// was killed, and the next run removes the directory that was left. On other
// systems a server outlives a test binary that is killed.
//
// PostgreSQL 14 or later, MariaDB 10.4 or later and MySQL 8 are expected.
//
// Where a thing lives:
//
//	dbtest.go    servers, databases, and the rule when a test is skipped
//	runner.go    the servers of this test binary, and their end
//	postgres.go  what is particular to PostgreSQL
//	mariadb.go   what is particular to MariaDB and MySQL
//	sqlite.go    the sqlite3 shell
//	find.go      programs and their places
//	process.go   a server's process and the environment of programs
//	place_*.go   directories and accounts of a system; death_*.go its signals
package dbtest
