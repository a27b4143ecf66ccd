package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/migawari-dev/migawari/internal/bench/workload"
)

// beamParts is the number of parts in the table beam.
const beamParts = 64

// beam measures the module beside this one: a dump in parts, by Prism on this machine, beside
// one run. What it measures are the constants of the model in beam/README.md.
func (b *bench) beam(w io.Writer) error {
	build := exec.Command("go", "build", "-C", "beam", "-o", b.dir, "./cmd/migawari-beam")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return err
	}
	for _, l := range []workload.Layout{workload.MySQL, workload.Postgres} {
		if err := b.beamOf(w, l); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) beamOf(w io.Writer, l workload.Layout) error {
	if err := os.MkdirAll(b.path("raw"), 0o700); err != nil {
		return err
	}
	file, size, sum, err := b.generate("raw/workload.sql", workload.Options{Layout: l, Size: b.large / 2})
	if err != nil {
		return err
	}
	one := &subject{name: "masked, 1 worker, to a file", pipe: pipeline{b.mask(b.path("mask.yaml"), 1, "--audit", b.path("audit.json"), "-o", b.path("masked.sql"), file)}}
	two := &subject{name: "masked, 2 workers, to a file", pipe: pipeline{b.mask(b.path("mask.yaml"), 2, "--audit", b.path("audit.json"), "-o", b.path("masked.sql"), file)}}
	plan := &subject{name: "planned", pipe: pipeline{program(b.path("migawari"), "plan", "--progress", "never", "--no-end-mark", "-o", b.path("index.json"), file)}}
	single, many := b.prism(l, sum, file, 1), b.prism(l, sum, file, beamParts)
	if err := b.onFile(w, layoutNames[l], size, []*subject{one, two, plan, single, many}); err != nil {
		return err
	}
	each := max(0, many.cpu()-single.cpu()) / (beamParts - 1)
	_, _ = fmt.Fprintf(w, "Prism with %d parts has %.0f %% of the rate of one run with 2 workers. For the model: R_plan %s MB/s, R_mask %s MB/s, T_part %.3f s.\n\n",
		beamParts, 100/many.ratio(two), rate(size, plan.wall()), rate(size, one.cpu()), each)
	heads, lines := []string{"workers, of 2 cores"}, []string{"---"}
	planned, indexed := []string{"times as fast as 1 core"}, []string{"with an index made before"}
	for _, n := range []int{16, 32, 64, 128, 256} {
		masking := one.cpu()/float64(2*n) + each
		heads, lines = append(heads, fmt.Sprint(n)), append(lines, "---")
		planned = append(planned, fmt.Sprintf("%.1f", one.cpu()/(plan.wall()+masking)))
		indexed = append(indexed, fmt.Sprintf("%.1f", one.cpu()/masking))
	}
	for _, cells := range [][]string{heads, lines, planned, indexed} {
		row(w, cells...)
	}
	_, _ = fmt.Fprintln(w) // to a buffer or a terminal
	return nil
}

// prism masks a file in parts, which are checked as one dump.
func (b *bench) prism(l workload.Layout, sum *workload.Summary, file string, parts int) *subject {
	out := b.path("parts")
	return &subject{
		name:   fmt.Sprintf("Prism, %d parts", parts),
		before: func() error { return os.RemoveAll(out) },
		pipe: pipeline{program(b.path("migawari-beam"), "mask", "--input", "file://"+file, "--output", "file://"+out+"/",
			"--policy", b.path("mask.yaml"), "--key-file", b.path("key"), "--parts", fmt.Sprint(parts), "--no-end-mark")},
		after: func() (err error) {
			names, err := filepath.Glob(filepath.Join(out, "part-*"))
			if err != nil || len(names) != parts {
				return errors.Join(err, fmt.Errorf("there are %d parts", len(names)))
			}
			r, w := io.Pipe()
			go func() { w.CloseWithError(concatenate(w, names)) }()
			return masked(l, sum)(r)
		},
	}
}

func concatenate(w io.Writer, names []string) error {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		_, err = io.Copy(w, f)
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
	}
	return nil
}
