// Package docs holds the documents against the code: what they show is what it
// does. With -update, what is made is made anew:
//
//	go test ./internal/docs -update
//
// In a document, these parts are looked at, from top to bottom:
//
//   - ```yaml is a policy. It compiles, unless what follows shows its faults.
//   - ```LANGUAGE FILE is written to a file of that name.
//   - ```console has commands behind "$ " and what they print.
//   - <!-- made: WHAT --> to <!-- end --> is made: see made_test.go.
//   - A link leads to a file.
package docs

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/internal/programs"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/masktest"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

var update = flag.Bool("update", false, "make anew what is made")

const root = "../.."

// documents are all there are.
func documents(t *testing.T) []string {
	var all []string
	for _, pattern := range []string{"*.md", "docs/*.md"} {
		found, err := filepath.Glob(filepath.Join(root, pattern))
		require.NoError(t, err)
		all = append(all, found...)
	}
	require.Greater(t, len(all), 5)
	return all
}

func TestDocuments(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("there is no shell for what the documents run")
	}
	commands := t.TempDir()
	require.NoError(t, programs.Build(commands, "cmd/migawari", "internal/licences"))
	for _, name := range documents(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			d := &document{dir: t.TempDir(), commands: commands}
			want := d.made(t, string(data))
			if *update && want != string(data) {
				require.NoError(t, os.WriteFile(name, []byte(want), 0o644))
				return
			}
			require.Empty(t, difference(want, string(data)), "go test ./internal/docs -update makes it anew")
		})
	}
}

// difference shows the first lines that two texts do not share.
func difference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf("line %d: want %q, have %q", i+1, w[i], g[i])
		}
	}
	if len(w) != len(g) {
		return fmt.Sprintf("%d lines, want %d", len(g), len(w))
	}
	return ""
}

// A document is one that is being read.
type document struct {
	dir      string // where its files are, and its commands run
	commands string // a directory with the command migawari, and with programs of this project
	policy   string // the last one shown
	dump     string
}

// part is a fenced block or one that is made. The text before its content and
// behind it is that of the document.
var part = regexp.MustCompile("(?ms)^```([a-z]+)(?: ([^\n]+))?\n(.*?)^```$|^<!-- made: ([^\n]+) -->\n(.*?)^<!-- end -->$")

// made gives the document as it is to be.
func (d *document) made(t *testing.T, text string) string {
	var out strings.Builder
	at := 0
	parts := part.FindAllStringSubmatchIndex(text, -1)
	for i, m := range parts {
		group := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return text[m[2*n]:m[2*n+1]]
		}
		language, file, content, what := group(1), group(2), group(3), group(4)
		from, to := m[6], m[7]
		if what != "" {
			from, to = m[10], m[11]
			content = d.make(t, what)
		}
		if file != "" {
			require.NoError(t, os.WriteFile(filepath.Join(d.dir, file), []byte(content), 0o600))
		}
		switch language {
		case "yaml":
			d.policy = content
			shown := i+1 < len(parts) && parts[i+1][8] >= 0 && text[parts[i+1][8]:parts[i+1][9]] == "faults"
			if err := compile(t, content); !shown {
				require.NoError(t, err, "%s", content)
			}
		case "sql":
			d.dump = content
		case "console":
			content = d.run(t, content)
		}
		out.WriteString(text[at:from] + content)
		at = to
	}
	return out.String() + text[at:]
}

// run gives commands and what they print.
func (d *document) run(t *testing.T, console string) string {
	var out strings.Builder
	for line := range strings.Lines(console) {
		command, ok := strings.CutPrefix(line, "$ ")
		if !ok {
			continue
		}
		cmd := exec.Command("sh", "-c", command)
		cmd.Dir = d.dir
		cmd.Env = append(os.Environ(), "PATH="+d.commands+string(os.PathListSeparator)+os.Getenv("PATH"), "NO_COLOR=1", "MIGAWARI_KEY=")
		printed, err := cmd.CombinedOutput()
		var status *exec.ExitError
		if !errors.As(err, &status) {
			require.NoError(t, err)
		}
		out.WriteString(line)
		out.Write(printed)
		if len(printed) > 0 && !bytes.HasSuffix(printed, []byte("\n")) {
			out.WriteString("\n")
		}
	}
	return out.String()
}

// plan compiles a policy under the key for tests.
func plan(t *testing.T, text string) (*mask.Plan, error) {
	return policyfile.Compile([]byte(text), masktest.Key(t), func(string) (mask.Set, error) { return builtin.Set(ja.Locale), nil })
}

func compile(t *testing.T, text string) error {
	_, err := plan(t, text)
	return err
}

var (
	link    = regexp.MustCompile(`\]\(([^)#:]*)(?:#([^)]*))?\)`)
	heading = regexp.MustCompile("(?m)^#+ (.*)$")
	// notInAnchors is what an anchor leaves out of its heading.
	notInAnchors = regexp.MustCompile(`[^a-z0-9 _-]`)
)

// TestLinks follows links to files of the project and to headings in documents.
func TestLinks(t *testing.T) {
	for _, name := range documents(t) {
		for _, m := range link.FindAllStringSubmatch(prose(t, name), -1) {
			file := name
			if m[1] != "" {
				file = filepath.Join(filepath.Dir(name), m[1])
			}
			_, err := os.Stat(file)
			require.NoError(t, err, "%s links to %s", name, m[0])
			if m[2] == "" {
				continue
			}
			var anchors []string
			for _, h := range heading.FindAllStringSubmatch(prose(t, file), -1) {
				anchors = append(anchors, strings.ReplaceAll(notInAnchors.ReplaceAllString(strings.ToLower(h[1]), ""), " ", "-"))
			}
			require.Contains(t, anchors, m[2], "%s links to %s", name, m[0])
		}
	}
}

// prose is a document without its fenced blocks.
func prose(t *testing.T, name string) string {
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return regexp.MustCompile("(?ms)^```.*?^```$").ReplaceAllString(string(data), "")
}

// Every key of an audit is explained.
func TestAuditKeys(t *testing.T) {
	page := prose(t, filepath.Join(root, "docs/command.md"))
	for _, typ := range []reflect.Type{
		reflect.TypeFor[audit.Record](), reflect.TypeFor[mask.Audit](), reflect.TypeFor[mask.TableAudit](), reflect.TypeFor[mask.ColumnAudit](), reflect.TypeFor[mask.Counts](),
	} {
		for _, f := range reflect.VisibleFields(typ) {
			if key, _, _ := strings.Cut(f.Tag.Get("json"), ","); key != "" {
				require.Regexp(t, "[`.]"+key+"[`.]", page)
			}
		}
	}
}

// Each edition that a locale has had is explained, and none that it has not.
func TestEditions(t *testing.T) {
	page := prose(t, filepath.Join(root, "docs/editions.md"))
	rows := regexp.MustCompile("(?m)^\\| `[a-z]+` \\| [0-9]+ \\| (?:none|[0-9.]+) \\| [^|]+ \\|$").FindAllString(page, -1)
	var want int
	for _, l := range locales.All() {
		for n := range l.Edition {
			want++
			require.Contains(t, page, fmt.Sprintf("\n| `%s` | %d | ", l.Tag, n+1))
		}
	}
	require.Len(t, rows, want)
}

// The README's first two commands are those of a newcomer. The tests themselves
// are the other one, which the project's CI runs.
func TestFirstCommand(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("there is no shell for the command")
	}
	data, err := os.ReadFile(filepath.Join(root, "README.md"))
	require.NoError(t, err)
	blocks := regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllSubmatch(data, 2)
	require.Len(t, blocks, 2)
	masked := filepath.Join(t.TempDir(), "masked.sql")
	command := strings.Replace(string(blocks[0][1]), "masked.sql", masked, 1)
	require.Contains(t, command, masked)
	cmd := exec.Command("sh", "-c", command)
	cmd.Dir = root
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	text, err := os.ReadFile(masked)
	require.NoError(t, err)
	require.NotContains(t, string(text), "霧島")

	ci, err := os.ReadFile(filepath.Join(root, ".ci/run"))
	require.NoError(t, err)
	require.Contains(t, string(ci), "\n"+string(blocks[1][1]))
}
