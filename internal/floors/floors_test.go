// Package floors holds the layers of DESIGN.md, section 2, by a test.
package floors

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/migawari-dev/migawari"

type pkg struct {
	ImportPath string
	Imports    []string // without those of tests
	Standard   bool
}

// packages lists the module's packages.
func packages(t *testing.T) []pkg {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,Standard", "./...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	require.NoError(t, err)
	var all []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else {
			require.NoError(t, err)
		}
		all = append(all, p)
	}
	require.Greater(t, len(all), 10)
	return all
}

// core carries no dependency: importing mask into a service brings nothing.
var core = []string{"mask", "mask/detect/value", "dialects", "dialects/schema", "dialects/internal/lex", "fake", "fake/fixture", "internal/spelling", "internal/sshsig"}

// allowed are the packages of this module that others may see, by the longest
// prefix of their path. What is not listed may see anything: floors 2 and 3.
var allowed = map[string][]string{
	"dialects/schema":             {},
	"dialects":                    {"dialects/schema"},
	"dialects/internal/lex":       {"dialects", "dialects/schema"},
	"dialects/charset":            {"dialects", "dialects/internal/lex"},
	"dialects/dialecttest":        {"dialects", "dialects/schema"},
	"dialects/mysql":              {"dialects", "dialects/schema", "dialects/charset", "dialects/internal/lex"},
	"dialects/mysql/mysqlxml":     {"dialects", "dialects/schema", "dialects/charset", "dialects/internal/lex", "dialects/mysql"},
	"dialects/postgres":           {"dialects", "dialects/schema", "dialects/charset", "dialects/internal/lex"},
	"dialects/postgres/pgarchive": {"dialects", "dialects/archive", "dialects/partial", "dialects/parts"},
	"dialects/sqlite":             {"dialects", "dialects/schema", "dialects/charset", "dialects/internal/lex"},
	"dialects/sqlite/server":      {"dialects", "dialects/schema", "dialects/server", "dialects/sqlite", "dialects/sqlite/dbfile"},
	"dialects/sqlite/dbfile":      {"dialects", "dialects/sqlite"},
	"dialects/archive":            {"dialects", "dialects/schema"},
	"dialects/sealed":             {},
	"dialects/csv":                {"dialects", "dialects/schema", "dialects/charset", "dialects/internal/lex"},
	"dialects/parts":              {},
	"dialects/partial":            {},
	"internal/spelling":           {},
	"internal/pipe":               {},
	"fake":                        {},
	"fake/faketest":               {"fake"},
	"fake/fixture":                {"fake", "internal/spelling"},
	"fake/gofake":                 {"fake"},
	"mask":                        {"dialects", "dialects/schema", "fake", "mask/detect/value", "internal/spelling"},
	"mask/nested":                 {},
	"mask/nested/base64":          {"mask/nested"},
	"mask/nested/json":            {"mask/nested"},
	"mask/nested/pgvalue":         {"mask/nested"},
	"mask/nested/php":             {"mask/nested"},
	"mask/nested/query":           {"mask/nested"},
	"mask/nested/xml":             {"mask/nested"},
	"mask/nested/yaml":            {"mask/nested"},
	"mask/masktest":               {"mask"},
	"mask/policyfile":             {"mask", "dialects/schema", "internal/spelling"},
	"mask/detect":                 {"dialects", "dialects/schema", "fake", "fake/ja", "mask/detect/value", "mask/detect/name"},
	"mask/detect/value":           {"fake"},
	"mask/detect/name":            {"fake", "fake/en", "fake/ja"},
	"internal/sshsig":             {},
	"mask/audit":                  {"mask", "mask/detect", "dialects/schema", "internal/sshsig"},
	"mask/approval":               {"mask/audit", "internal/sshsig"},
	"mask/report":                 {"mask", "mask/audit", "mask/detect", "mask/verify", "mask/risk", "internal/sshsig"},
	"mask/risk":                   {"mask", "mask/detect", "dialects", "dialects/schema"},
	"mask/subset":                 {"mask", "mask/policyfile", "dialects"},
	"mask/split":                  {"mask", "dialects", "dialects/archive", "dialects/partial"},
	"mask/verify":                 {"mask", "mask/detect/value", "mask/detect/name", "dialects", "dialects/schema", "fake"},
	"mask/detect/prose":           {"fake", "mask/detect/value", "mask/detect/name"},
	"mask/draft":                  {"mask", "mask/detect", "dialects/schema"},
	"mask/review":                 {"mask", "mask/detect", "mask/detect/value", "mask/detect/name", "dialects/schema"},
	"mask/fixture":                {"mask", "mask/detect", "mask/draft", "mask/builtin", "dialects", "dialects/charset", "dialects/schema", "fake", "fake/locales", "internal/spelling"},
	"mask/builtin": {"mask", "mask/detect/value", "mask/detect/name", "mask/detect/prose", "dialects/schema", "fake", "fake/gofake", "mask/nested",
		"mask/nested/base64", "mask/nested/json", "mask/nested/pgvalue", "mask/nested/php", "mask/nested/query", "mask/nested/xml", "mask/nested/yaml"},

	"dialects/server":          {"dialects", "dialects/schema", "internal/pipe"},
	"dialects/mysql/server":    {"dialects", "dialects/schema", "dialects/server", "dialects/mysql"},
	"dialects/postgres/server": {"dialects", "dialects/schema", "dialects/server", "dialects/postgres"},
}

// locale is what those may see that have a language, and their generators.
var locale = []string{"fake", "fake/internal/listgen"}

// forTests are packages that only tests import, and that may import kits; bench measures
// with the servers of tests, and nobody imports it.
var forTests = []string{"internal/corpora", "internal/dbtest", "internal/bench"}

func TestFloors(t *testing.T) {
	for _, p := range packages(t) {
		path, ours := strings.CutPrefix(p.ImportPath, module+"/")
		if !ours {
			continue
		}
		see, limited := allowed[path]
		if !limited && strings.HasPrefix(path, "fake/") && path != "fake/locales" {
			see, limited = locale, true
		}
		for _, imported := range p.Imports {
			name, own := strings.CutPrefix(imported, module+"/")
			switch {
			case slices.Contains(forTests, path):
			case own && (strings.HasSuffix(name, "test") || slices.Contains(forTests, name)):
				t.Errorf("%s imports %s, which is for tests", path, name)
			case own && limited && !slices.Contains(see, name):
				t.Errorf("%s imports %s: not on a floor below it", path, name)
			case !own && slices.Contains(core, path) && strings.Contains(strings.Split(imported, "/")[0], "."):
				t.Errorf("%s imports %s: the core has the standard library only", path, imported)
			}
		}
	}
}

// TestThinCommand: nothing of weight is done in the command.
func TestThinCommand(t *testing.T) {
	files, err := filepath.Glob("../../cmd/migawari/*.go")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		require.LessOrEqual(t, bytes.Count(data, []byte("\n")), 200, "%s has grown: move what is not choosing and connecting", f)
	}
}

// TestModuleBeside: who uses this module gets nothing of what the one in beam needs.
func TestModuleBeside(t *testing.T) {
	data, err := os.ReadFile("../../go.mod")
	require.NoError(t, err)
	for _, theirs := range []string{module + "/beam", "github.com/apache/beam", "gocloud.dev"} {
		require.NotContains(t, string(data), theirs)
	}
	data, err = os.ReadFile("../../beam/go.mod")
	require.NoError(t, err)
	require.Contains(t, string(data), "replace "+module+" => ../\n", "it is built with the engine beside it")
}
