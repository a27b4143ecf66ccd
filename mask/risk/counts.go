package risk

import (
	"cmp"
	"math"
	"slices"
)

// A top counts the most frequent values: exactly, as long as there are fewer different ones
// than it has room for, and never too high. Of each it keeps what stood beside it mostly.
type top struct {
	of     map[uint64]*often
	values int64
}

type often struct {
	n      int64
	beside uint64 // that stands beside it in more than half of the rows, if anything does
	weight int64
}

const maxTop = 2048

func (t *top) add(value, beside uint64) {
	t.values++
	o := t.of[value]
	if o == nil {
		if t.of == nil {
			t.of = map[uint64]*often{}
		}
		if len(t.of) >= 2*maxTop {
			t.cut()
		}
		o = &often{}
		t.of[value] = o
	}
	o.n++
	switch {
	case o.weight == 0:
		o.beside, o.weight = beside, 1
	case o.beside == beside:
		o.weight++
	default:
		o.weight--
	}
}

// cut makes room: of each as many are taken away as the middle one has.
func (t *top) cut() {
	all := make([]int64, 0, len(t.of))
	for _, o := range t.of {
		all = append(all, o.n)
	}
	slices.Sort(all)
	middle := all[len(all)/2]
	for v, o := range t.of {
		if o.n -= middle; o.n <= 0 {
			delete(t.of, v)
		}
	}
}

func (t *top) count(value uint64) int64 {
	if o := t.of[value]; o != nil {
		return o.n
	}
	return 0
}

// sorted gives those that occur more than once, the most frequent first.
func (t *top) sorted(most int) []uint64 {
	var all []uint64
	for v, o := range t.of {
		if o.n > 1 {
			all = append(all, v)
		}
	}
	slices.SortFunc(all, func(a, b uint64) int { return cmp.Or(cmp.Compare(t.of[b].n, t.of[a].n), cmp.Compare(a, b)) })
	return all[:min(most, len(all))]
}

// Groups are counted in a sample of them, each whole: those whose hash begins with as many
// zeros as the sample has been halved. So the share of those of a size is that of all.
type groups struct {
	of     map[uint64]*group
	halved int
	rows   int64
}

type group struct {
	n    int64
	kept bool // a row of it is as it was
}

const maxGroups = 1 << 13

func (g *groups) add(hash uint64, kept bool) {
	g.rows++
	if !g.has(hash) {
		return
	}
	o := g.of[hash]
	if o == nil {
		if g.of == nil {
			g.of = map[uint64]*group{}
		}
		for len(g.of) >= maxGroups {
			g.halve()
		}
		if !g.has(hash) {
			return
		}
		o = &group{}
		g.of[hash] = o
	}
	o.n++
	o.kept = o.kept || kept
}

// has says whether a group is in the sample.
func (g *groups) has(hash uint64) bool { return hash>>(64-g.halved) == 0 }

func (g *groups) halve() {
	g.halved++
	for h := range g.of {
		if !g.has(h) {
			delete(g.of, h)
		}
	}
}

// scale is how many groups one of the sample stands for.
func (g *groups) scale() float64 { return math.Ldexp(1, g.halved) }

func (g *groups) sizes() Sizes {
	var few, known, rows int64
	of := map[int64]int64{} // groups, by their size
	for _, o := range g.of {
		rows += o.n
		of[o.n]++
		if o.n < Few {
			few += o.n
		}
	}
	for n, k := range of {
		if k == 1 {
			known += n
		}
	}
	return Sizes{Groups: int64(float64(len(g.of)) * g.scale()), Unique: share(of[1], rows), Few: share(few, rows), Known: share(known, rows)}
}

// linked is the share of rows that are as they were and alone afterwards, and of those that
// were alone before, too.
func linked(before, after *groups) (alone, sure float64) {
	var n, both, rows int64
	sample := groups{halved: max(before.halved, after.halved)}
	for h, o := range after.of {
		if !sample.has(h) {
			continue
		}
		rows += o.n
		if o.n == 1 && o.kept {
			n++
			if raw := before.of[h]; raw != nil && raw.n == 1 {
				both++
			}
		}
	}
	return share(n, rows), share(both, rows)
}

// common counts those of one that are in another, and all of the one.
func common(a, b *groups) (all, both int64) {
	halved := max(a.halved, b.halved)
	sample := groups{halved: halved}
	for h := range a.of {
		if !sample.has(h) {
			continue
		}
		all++
		if b.of[h] != nil {
			both++
		}
	}
	scale := int64(sample.scale())
	return all * scale, both * scale
}

func share(part, whole int64) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// A correlation is that of Pearson.
type correlation struct{ n, x, y, xx, yy, xy float64 }

func (c *correlation) add(x, y float64) {
	c.n++
	c.x += x
	c.y += y
	c.xx += x * x
	c.yy += y * y
	c.xy += x * y
}

// value gives it; nil where one of both does not vary.
func (c *correlation) value() *float64 {
	dx, dy := c.n*c.xx-c.x*c.x, c.n*c.yy-c.y*c.y
	if c.n < 3 || dx <= 0 || dy <= 0 {
		return nil
	}
	r := (c.n*c.xy - c.x*c.y) / math.Sqrt(dx*dy)
	return &r
}

// ranks gives the rank of each number, the mean of those that are equal.
func ranks(of []int64) []float64 {
	order := make([]int, len(of))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(of[b], of[a]) })
	out := make([]float64, len(of))
	for i := 0; i < len(order); {
		k := i
		for k < len(order) && of[order[k]] == of[order[i]] {
			k++
		}
		for j := i; j < k; j++ {
			out[order[j]] = float64(i+k-1) / 2
		}
		i = k
	}
	return out
}
