package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"filippo.io/age"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/migawari-dev/migawari/internal/dbtest"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
)

// update rewrites the expected files of the scripts.
var update = flag.Bool("update", false, "rewrite the expected files of testdata/script")

func TestMain(m *testing.M) {
	testscript.Main(dbtest.Runner{M: m}, map[string]func(){"migawari": onMachine})
}

// onMachine is main on a machine that a script has made.
func onMachine() {
	machine.file, machine.owner = os.Getenv("MACHINE"), os.Getuid()
	main()
}

// TestScript runs the stories in testdata/script. Each finds a file key, with a
// key of its own, since one that stood in a script would be published.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup: func(e *testscript.Env) error {
			for _, name := range []string{keyVariable, "NO_COLOR", "FORCE_COLOR"} {
				e.Vars = append(e.Vars, name+"=")
			}
			archives, err := filepath.Abs("../../dialects/postgres/pgarchive/testdata")
			if err != nil {
				return err
			}
			e.Vars = append(e.Vars, "OTHER_KEY="+mask.GenerateKey(), "ARCHIVES="+archives, "MACHINE="+filepath.Join(e.WorkDir, "machine", "approval.yaml"))
			if err := ageKeys(e); err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(e.WorkDir, "key"), []byte(mask.GenerateKey()+"\n"), 0o600)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "mode": mode, "cut": cut, "hardlink": hardlink, "alone": alone, "digest": digestOf, "fits-schema": fitsSchema,
		},
	})
}

// ageKeys gives a story a key of age, in the file age.key, and to whom it is encrypted
// then, in the variable AGE_RECIPIENT and the file recipients; and those of somebody else.
func ageKeys(e *testscript.Env) error {
	for _, name := range []string{"other", "age"} {
		id, err := age.GenerateX25519Identity()
		if err != nil {
			return err
		}
		to := id.Recipient().String()
		e.Vars = append(e.Vars, strings.ToUpper(name)+"_RECIPIENT="+to)
		if err := os.WriteFile(filepath.Join(e.WorkDir, "recipients"), []byte("# us\n"+to+"\n"), 0o600); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(e.WorkDir, name+".key"), []byte(id.String()+"\n"), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// exits N COMMAND... runs a command and holds its exit status against N.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits status command...")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}

// mode OCTAL FILE holds the permissions of a file.
func mode(ts *testscript.TestScript, _ bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[1]))
	ts.Check(err)
	if got := strconv.FormatUint(uint64(info.Mode().Perm()), 8); got != args[0] {
		ts.Fatalf("%s has mode %s, want %s", args[1], got, args[0])
	}
}

// cut N FILE NEW makes a file of all but the last N bytes of another.
func cut(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	b, err := os.ReadFile(ts.MkAbs(args[1]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), b[:len(b)-n], 0o600))
}

// hardlink FILE NEW gives a file a second name.
func hardlink(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.Link(ts.MkAbs(args[0]), ts.MkAbs(args[1])))
}

// alone DIR [NAME] holds that a directory has one file, or none: no temporary
// file stays behind.
func alone(ts *testscript.TestScript, _ bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if strings.Join(names, " ") != strings.Join(args[1:], " ") {
		ts.Fatalf("%s holds %q", args[0], names)
	}
}

// digestOf AUDIT FILE holds the digest in an audit against a file.
func digestOf(ts *testscript.TestScript, _ bool, args []string) {
	text, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	a, err := audit.Read(text)
	ts.Check(err)
	b, err := os.ReadFile(ts.MkAbs(args[1]))
	ts.Check(err)
	if got := digest(b); got != a.SHA256 {
		ts.Fatalf("%s has %s, and %s says %s", args[1], got, args[0], a.SHA256)
	}
}

// fitsSchema AUDIT holds an audit against its published schema.
func fitsSchema(ts *testscript.TestScript, _ bool, args []string) {
	c := jsonschema.NewCompiler()
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(audit.Schema))
	ts.Check(err)
	ts.Check(c.AddResource("audit.schema.json", tree))
	s, err := c.Compile("audit.schema.json")
	ts.Check(err)
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(s.Validate(v))
}
