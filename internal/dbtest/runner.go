package dbtest

import (
	"sync"
	"sync/atomic"
	"testing"
)

// shared are the servers of this process. A test binary is one process, and so
// is the life of its servers; that is why they are global here and nowhere else.
var shared struct {
	running           atomic.Bool // a Runner will stop what is started
	postgres, mariadb slot
}

// A slot holds a server that is started once.
type slot struct {
	once   sync.Once
	server *Server
	err    error
}

func (s *slot) get(t testing.TB, start func() (*Server, error)) *Server {
	t.Helper()
	if !shared.running.Load() {
		t.Fatal("dbtest: nothing would stop the server: give the package a TestMain with a dbtest.Runner")
	}
	s.once.Do(func() { s.server, s.err = start() })
	if s.err != nil {
		demand(t, s.err)
	}
	return s.server
}

// A Runner runs the tests of a package and then stops the servers that they
// started. It can stand wherever a *testing.M is run:
//
//	func TestMain(m *testing.M) { os.Exit(dbtest.Runner{M: m}.Run()) }
//	func TestMain(m *testing.M) { testscript.Main(dbtest.Runner{M: m}, commands) }
type Runner struct{ M interface{ Run() int } }

// Run runs the tests and gives the exit status of the test binary.
func (r Runner) Run() int {
	shared.running.Store(true)
	defer stopAll() // also when a test panics or ends the goroutine
	return r.M.Run()
}

func stopAll() {
	shared.running.Store(false)
	for _, s := range []*slot{&shared.postgres, &shared.mariadb} {
		if s.server != nil {
			s.server.Stop()
		}
	}
}

// Stop ends the server at once: nothing of it is needed again.
func (s *Server) Stop() {
	_ = s.admin.Close()
	s.process.stop()
	s.place.remove()
}
