package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"

	"github.com/migawari-dev/migawari/internal/bench/workload"
)

// layoutNames says whose layout one is.
var layoutNames = map[workload.Layout]string{
	workload.MySQL:    "mysqldump",
	workload.MariaDB:  "mariadb-dump",
	workload.Postgres: "pg_dump (COPY)",
}

// speed measures files of the workload.
func (b *bench) speed(w io.Writer) error {
	for _, l := range []workload.Layout{workload.MySQL, workload.MariaDB, workload.Postgres} {
		if err := b.speedOf(w, workload.Options{Layout: l, Size: b.size}, true); err != nil {
			return err
		}
	}
	return nil
}

// atLarge measures large files of it.
func (b *bench) atLarge(w io.Writer) error {
	for _, l := range []workload.Layout{workload.MySQL, workload.Postgres} {
		if err := b.speedOf(w, workload.Options{Layout: l, Size: b.large}, false); err != nil {
			return err
		}
	}
	return nil
}

// speedOf measures one file, with more beside it or less.
func (b *bench) speedOf(w io.Writer, o workload.Options, more bool) error {
	file, size, s, err := b.generate("workload.sql", o)
	if err != nil {
		return err
	}
	policy, check := b.path("mask.yaml"), masked(o.Layout, s)
	subjects := append(b.limits(file),
		&subject{name: "no rule for any table, 1 worker", pipe: pipeline{b.mask(b.path("none.yaml"), 1, file)}, check: same(file)},
		&subject{name: "masked, 1 worker", pipe: pipeline{b.mask(policy, 1, file)}, check: check},
		&subject{name: "masked, 2 workers", pipe: pipeline{b.mask(policy, 2, file)}, check: check},
	)
	if more {
		subjects = append(subjects, &subject{name: "every column kept, 1 worker", pipe: pipeline{b.mask(b.path("keep.yaml"), 1, file)}, check: same(file)})
		packed, err := compress(file)
		if err != nil {
			return err
		}
		if packed != "" {
			unpack := program("zstd", "-dc", packed)
			subjects = append(subjects,
				&subject{name: "`zstd -dc FILE.zst`", pipe: pipeline{unpack}, check: same(file)},
				&subject{name: "`zstd -dc FILE.zst \\|` masked, 1 worker", pipe: pipeline{unpack, b.mask(policy, 1)}, check: check},
			)
		}
	}
	return b.onFile(w, layoutNames[o.Layout], size, subjects)
}

// limits are what does the least with a file.
func (b *bench) limits(file string) []*subject {
	return []*subject{
		{name: "`cat FILE`", pipe: pipeline{program("cat", file)}},
		{name: "`wc -l FILE`", pipe: pipeline{program("wc", "-l", file)}},
	}
}

// onFile measures subjects that read one file, beside the first of them.
func (b *bench) onFile(w io.Writer, title string, size int64, subjects []*subject) error {
	for _, s := range subjects {
		s.size = size
	}
	turns, err := b.measure(subjects...)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s, %s, %s:\n\n", title, megabytes(size), turns)
	table(w, subjects, nameColumn, wallColumn, rateColumn, times(subjects[0]), cpuColumn, workColumn, peakColumn)
	return nil
}

// compress makes a file for zstd; none where there is no zstd.
func compress(file string) (packed string, err error) {
	zstd, err := exec.LookPath("zstd")
	if errors.Is(err, exec.ErrNotFound) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	packed = file + ".zst"
	if err := os.Remove(packed); err != nil && !errors.Is(err, os.ErrNotExist) {
		return "", err
	}
	c := exec.Command(zstd, "-q", "-1", file, "-o", packed)
	c.Stderr = os.Stderr
	return packed, c.Run()
}

// sample measures the sample: every column decided.
func (b *bench) sample(w io.Writer) error {
	for _, name := range []string{"mariadb", "postgres"} {
		file := b.path("sample.sql")
		size, err := create(file, func(w io.Writer) error { return repeat(w, "testdata/classpad/"+name+".sql", b.size) })
		if err != nil {
			return err
		}
		if err := b.onFile(w, "testdata/classpad/"+name+".sql, repeated", size, b.withPolicy(file, "examples/classpad/policy.yaml")); err != nil {
			return err
		}
	}
	return nil
}

// file measures a dump and a policy of one's own.
func (b *bench) file(w io.Writer) error {
	info, err := os.Stat(b.dump)
	if err != nil {
		return err
	}
	return b.onFile(w, info.Name(), info.Size(), b.withPolicy(b.dump, b.policy))
}

func (b *bench) withPolicy(file, policy string) []*subject {
	return append(b.limits(file),
		&subject{name: "no rule for any table, 1 worker", pipe: pipeline{b.mask(b.path("none.yaml"), 1, file)}, check: same(file)},
		&subject{name: "masked, 1 worker", pipe: pipeline{b.mask(policy, 1, file)}},
		&subject{name: "masked, 2 workers", pipe: pipeline{b.mask(policy, 2, file)}},
	)
}
