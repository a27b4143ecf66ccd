package main

import (
	"fmt"
	"io"

	"github.com/migawari-dev/migawari/internal/bench/workload"
)

// memory measures peak memory, of streams through a pipe.
func (b *bench) memory(w io.Writer) error {
	large := 64_000_000
	value := workload.Grid{Layout: workload.MySQL, Tables: 1, Columns: 2, Masked: 1, Length: 16, Last: large}
	whole := value
	whole.Masked = 2
	for name, g := range map[string]workload.Grid{"value.yaml": value, "whole.yaml": whole} {
		if err := b.put(name, g.Policy("hash")); err != nil {
			return err
		}
	}
	inputs := []struct {
		name   string
		policy string
		size   int64
		write  func(io.Writer) error
	}{
		{"100 MB, mysqldump", "mask.yaml", 1e8, elsewhere(description{School: &workload.Options{Layout: workload.MySQL, Size: 1e8}})},
		{"1 GB, mysqldump", "mask.yaml", 1e9, elsewhere(description{School: &workload.Options{Layout: workload.MySQL, Size: 1e9}})},
		{"10 GB, mysqldump", "mask.yaml", 1e10, elsewhere(description{School: &workload.Options{Layout: workload.MySQL, Size: 1e10}})},
		{"1 GB, pg_dump", "mask.yaml", 1e9, elsewhere(description{School: &workload.Options{Layout: workload.Postgres, Size: 1e9}})},
		{"2 GB in statements of 64 MB", "mask.yaml", 2e9, elsewhere(description{School: &workload.Options{Layout: workload.MySQL, Size: 2e9, Statement: 64e6}})},
		{"4 GB in statements of 1 GB", "mask.yaml", 4e9, elsewhere(description{School: &workload.Options{Layout: workload.MySQL, Size: 4e9, Statement: 1e9}})},
		{"a value of 64 MB that is kept, in a row with one that is masked", "value.yaml", int64(large), elsewhere(description{Grid: &value})},
		{"a value of 64 MB that is masked (`hash`)", "whole.yaml", int64(large), elsewhere(description{Grid: &whole})},
	}
	_, _ = fmt.Fprintf(w, "Peak memory, of streams through a pipe from a process that writes them; medians of %d runs, of those beyond 1 GB one run.\n\n", b.runs)
	row(w, "input", "peak MiB, 1 worker", "peak MiB, 2 workers")
	row(w, "---", "---", "---")
	for _, in := range inputs {
		runs := b.runs
		if in.size > 1e9 {
			runs = 1
		}
		var of [2]*subject
		for i := range of {
			of[i] = &subject{name: in.name, in: in.write, pipe: pipeline{b.mask(b.path(in.policy), i+1)}}
			for range runs { // no turns and no run before: time is not what counts
				u, err := of[i].run(false)
				if err != nil {
					return fmt.Errorf("%s: %w", in.name, err)
				}
				of[i].runs = append(of[i].runs, u)
			}
		}
		row(w, in.name, of[0].peak(), of[1].peak())
	}
	return nil
}
