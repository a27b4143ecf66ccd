package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// platforms are those for which .goreleaser.yaml builds.
var platforms = []string{"darwin/amd64", "darwin/arm64", "linux/amd64", "linux/arm64", "windows/amd64", "windows/arm64"}

// A module is one of which the binary has a part.
type module struct {
	path, version string
	licences      []string
	texts         []string
}

// goLicence is where Go's own licence stands too: what a distribution installs of Go may lack it.
const goLicence = "golang.org/x/text"

// modules lists the modules in a program, and Go's standard library.
func modules(program string) ([]module, error) {
	found := map[string]*module{}
	files := map[string]bool{}
	for _, platform := range platforms {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}\t{{$.Dir}}{{end}}{{end}}", program)
		system, processor, _ := strings.Cut(platform, "/")
		list.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+processor, "CGO_ENABLED=0")
		out, err := list.Output()
		if err != nil {
			var exit *exec.ExitError
			if errors.As(err, &exit) {
				err = fmt.Errorf("%w: %s", err, exit.Stderr)
			}
			return nil, fmt.Errorf("go list for %s: %w", platform, err)
		}
		for line := range strings.Lines(string(out)) {
			if line == "\n" {
				continue
			}
			field := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			m := found[field[0]]
			if m == nil {
				m = &module{path: field[0], version: field[1]}
				found[field[0]] = m
			}
			if err := m.read(files, field[2], field[3]); err != nil {
				return nil, err
			}
		}
	}
	same := found[goLicence]
	if same == nil {
		return nil, fmt.Errorf("%s is not in the command any more, and Go's licence has to come from elsewhere", goLicence)
	}
	all := []module{{path: "Go's standard library", texts: same.texts}}
	for _, m := range found {
		all = append(all, *m)
	}
	slices.SortFunc(all[1:], func(a, b module) int { return strings.Compare(a.path, b.path) })
	var faults []error
	for i := range all {
		faults = append(faults, all[i].judge())
	}
	return all, errors.Join(faults...)
}

// named are files that say something of a licence.
var named = regexp.MustCompile(`(?i)^(go_)?(licen[cs]e|unlicense|copying|copyright|notice|patents)([-._].*)?$`)

// read takes the licences that hold for a package: those of its directory and of all above it.
func (m *module) read(seen map[string]bool, root, dir string) error {
	for ; ; dir = filepath.Dir(dir) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return err
		}
		for _, e := range entries {
			file := filepath.Join(dir, e.Name())
			if seen[file] || e.IsDir() || !named.MatchString(e.Name()) || strings.HasSuffix(e.Name(), ".go") {
				continue
			}
			seen[file] = true
			text, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			clean := strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n"))
			if !slices.Contains(m.texts, clean) {
				m.texts = append(m.texts, clean)
			}
		}
		if dir == root {
			return nil
		}
	}
}

// judge says which licences a module has, and whether they go together with ours.
func (m *module) judge() error {
	for _, text := range m.texts {
		for _, l := range licencesOf(text) {
			if l.asks == "" {
				return fmt.Errorf("%s is under %s, which does not go together with Apache-2.0", m.path, l.id)
			}
			if !slices.Contains(m.licences, l.id) {
				m.licences = append(m.licences, l.id)
			}
		}
	}
	if m.licences == nil {
		return fmt.Errorf("%s has no licence that is known here: look at it, and add it to licence.go", m.path)
	}
	slices.Sort(m.licences)
	return nil
}
