package main

import (
	"fmt"
	"io"

	"github.com/migawari-dev/migawari/internal/bench/workload"
)

// growth measures how cost grows, one side at a time.
func (b *bench) growth(w io.Writer) error {
	grid := workload.Grid{Layout: workload.MySQL, Size: 50e6, Tables: 10, Columns: 16, Masked: 2, Length: 16}
	type step struct {
		name    string
		workers int
		school  *workload.Options
		grid    workload.Grid
	}
	var groups [][]step
	group := func(steps ...step) { groups = append(groups, steps) }
	var g []step
	for _, n := range []int64{10e6, 100e6, 1e9} {
		g = append(g, step{name: fmt.Sprintf("workload of %.0f MB", float64(n)/1e6), school: &workload.Options{Layout: workload.MySQL, Size: n}})
	}
	group(g...)
	g = nil
	for _, n := range []int{1e3, 1e6, 100e6} {
		g = append(g, step{name: fmt.Sprintf("workload of 200 MB in statements of %s", bytesOf(n)), school: &workload.Options{Layout: workload.MySQL, Size: 200e6, Statement: n}})
	}
	group(g...)
	vary := func(format string, values []int, set func(*workload.Grid, int)) {
		g := make([]step, len(values))
		for i, n := range values {
			g[i] = step{name: fmt.Sprintf(format, n), grid: grid}
			set(&g[i].grid, n)
		}
		group(g...)
	}
	vary("%d columns, an eighth of them masked", []int{8, 80, 400, 1600}, func(g *workload.Grid, n int) { g.Columns, g.Masked = n, n/8 })
	vary("16 columns, %d of them masked", []int{0, 2, 8, 16}, func(g *workload.Grid, n int) { g.Masked = n })
	vary("%d tables", []int{10, 100, 1000, 10000}, func(g *workload.Grid, n int) { g.Tables = n })
	vary("values of %d bytes", []int{4, 16, 64, 256, 4096, 1 << 20}, func(g *workload.Grid, n int) { g.Length = n })
	vary("one value of 64 MB beside one of 16 bytes, %d of them masked", []int{1, 2}, func(g *workload.Grid, n int) { g.Tables, g.Columns, g.Masked, g.Last = 1, 2, n, 64e6 })
	vary("half of the columns masked, %d workers", []int{1, 2, 4}, func(g *workload.Grid, _ int) { g.Masked = 8 })
	for i, n := range []int{1, 2, 4} {
		groups[len(groups)-1][i].workers = n
	}
	group(step{name: "a dump of 3 kB, start to end", grid: workload.Grid{Layout: workload.MySQL, Size: 1600, Tables: 1, Columns: 2, Masked: 1, Length: 16}})

	_, _ = fmt.Fprintf(w, "mysqldump's layout, 1 worker, `hash` masks what is not the workload's. Each group is measured in turns of its own, %d runs.\n\n", b.runs)
	columns := []column{nameColumn, {"MB", func(s *subject) string { return fmt.Sprintf("%.4g", float64(s.size)/1e6) }}, wallColumn, cpuColumn, workColumn, peakColumn}
	var subjects []*subject
	for _, steps := range groups {
		var in []*subject
		for k, st := range steps {
			name, policy := fmt.Sprintf("step%d.sql", k), "mask.yaml"
			s := &subject{name: st.name}
			var err error
			if st.school != nil {
				var sum *workload.Summary
				if _, s.size, sum, err = b.generate(name, *st.school); err == nil {
					s.check = masked(st.school.Layout, sum)
				}
			} else {
				policy = fmt.Sprintf("step%d.yaml", k)
				if err = b.put(policy, st.grid.Policy("hash")); err == nil {
					s.size, err = create(b.path(name), elsewhere(description{Grid: &st.grid}))
				}
			}
			if err != nil {
				return err
			}
			s.pipe = pipeline{b.mask(b.path(policy), max(1, st.workers), b.path(name))}
			in = append(in, s)
		}
		if _, err := b.measure(in...); err != nil {
			return err
		}
		subjects = append(subjects, in...)
	}
	table(w, subjects, columns...)
	return nil
}

func bytesOf(n int) string {
	if n < 1e6 {
		return fmt.Sprintf("%d kB", n/1e3)
	}
	return fmt.Sprintf("%d MB", n/1e6)
}
