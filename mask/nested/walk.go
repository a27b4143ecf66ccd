package nested

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// Paths are paths by number, as they were given. They are immutable.
type Paths struct {
	steps  []step  // of all paths, one path behind the other
	starts []int32 // the first step of each path that has one
	root   int32   // the number of the path $, or -1
	rank   []int32 // of each path; the lowest applies
	names  map[string]int32
	keys   []bool // which paths find names
}

// Parse reads paths. Where one is at fault, i is its number; the error holds no part
// of it.
func Parse(texts []string) (p *Paths, i int, err error) {
	p = &Paths{root: -1, rank: make([]int32, len(texts)), names: map[string]int32{}}
	parsed, seen := make([]path, len(texts)), map[string]bool{}
	for i, text := range texts {
		if parsed[i], err = parsePath(text); err != nil {
			return nil, i, err
		}
		meaning := fmt.Sprintf("%#v", parsed[i])
		if seen[meaning] {
			return nil, i, errors.New("stands twice, in different words")
		}
		seen[meaning] = true
		p.add(int32(i), parsed[i])
	}
	order := make([]int, len(texts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return parsed[a].compare(&parsed[b]) })
	for rank, i := range order {
		p.rank[i] = int32(rank)
	}
	return p, 0, nil
}

func (p *Paths) add(number int32, way path) {
	p.keys = append(p.keys, way.names)
	if len(way.steps) == 0 {
		if p.root < 0 {
			p.root = number
		}
		return
	}
	p.starts = append(p.starts, int32(len(p.steps)))
	for _, s := range way.steps {
		for _, name := range s.names {
			id, known := p.names[name]
			if !known {
				id = int32(len(p.names))
				p.names[name] = id
			}
			s.ids = append(s.ids, id)
		}
		p.steps = append(p.steps, s)
	}
	p.steps[len(p.steps)-1].last = number
}

// compare orders paths, those that say more first.
func (p *path) compare(q *path) int {
	a, b := p.weight(), q.weight()
	return slices.Compare(b[:], a[:])
}

func (p *path) weight() [3]int {
	var w [3]int
	for i := range p.steps {
		switch s := &p.steps[i]; {
		case s.filter != nil:
			w[1]++
		case !s.any:
			w[0]++
		}
		if p.steps[i].deep {
			w[2]--
		}
	}
	return w
}

// A Walker goes through the parts of a value. It can be used again.
type Walker struct {
	tree   Tree
	paths  *Paths
	format Format
	src    []byte

	at     int32 // the next part
	frames []frame
	active []int32 // of all frames: the steps that look for parts in it
	name   []byte
	text   []byte
}

// A frame is an object or array that the walker is in.
type frame struct {
	end   int32 // the part behind it
	named bool  // its parts have names
	from  int32 // of active
	index int32 // of the next part
	path  int32 // that found it, or -1
}

// Begin takes a value apart.
func (w *Walker) Begin(f Format, p *Paths, src []byte) error {
	w.tree.Reset()
	w.paths, w.format, w.src = p, f, src
	w.at, w.frames, w.active = 0, w.frames[:0], w.active[:0]
	return f.Parse(&w.tree, src)
}

// End lets go of the value, and of memory that a huge one has taken.
func (w *Walker) End() {
	const large = 1 << 14
	w.src = nil
	if cap(w.tree.Parts) > large {
		w.tree.Parts = nil
	}
	if cap(w.name)+cap(w.text) > large {
		w.name, w.text = nil, nil
	}
}

// Next gives the next part, the number of the path that speaks for it and that of
// the path which speaks for its name; -1 where none does. It gives nil at the end.
func (w *Walker) Next() (p *Part, value, name int) {
	if int(w.at) == len(w.tree.Parts) {
		return nil, -1, -1
	}
	p = &w.tree.Parts[w.at]
	for n := len(w.frames) - 1; n >= 0 && w.frames[n].end == w.at; n-- {
		w.active = w.active[:w.frames[n].from]
		w.frames = w.frames[:n]
	}
	from, found, key := int32(len(w.active)), int32(-1), int32(-1)
	switch n := len(w.frames) - 1; {
	case n < 0:
		found = w.paths.root
		w.active = append(w.active, w.paths.starts...)
	case p.Own:
		found = w.frames[n].path
	default:
		f := &w.frames[n]
		if f.from < from {
			found, key = w.step(p, f, from)
		}
		f.index++
	}
	if p.Kind == Object || p.Kind == Array {
		w.frames = append(w.frames, frame{end: p.next, named: p.Kind == Object, from: from, path: found})
	} else {
		w.active = w.active[:from]
	}
	w.at++
	return p, int(found), int(key)
}

// step finds the paths that lead to a part, and adds the steps that look for parts
// in it. The steps of a frame are in order, and so are those that are added.
func (w *Walker) step(p *Part, f *frame, to int32) (found, key int32) {
	found, key = -1, -1
	id := int32(-1)
	if f.named && len(w.paths.names) > 0 {
		w.name = w.name[:0]
		if known, ok := w.paths.names[string(w.format.Name(w.name, w.src, p))]; ok {
			id = known
		}
	}
	inside := p.Kind == Object || p.Kind == Array
	add := func(k int32) {
		if n := int32(len(w.active)); inside && (n == to || w.active[n-1] != k) {
			w.active = append(w.active, k)
		}
	}
	for a := f.from; a < to; a++ {
		k := w.active[a]
		s := &w.paths.steps[k]
		if s.deep {
			add(k)
		}
		switch {
		case !w.matches(s, f, p, id):
		case s.last < 0:
			add(k + 1)
		case w.paths.keys[s.last]:
			if p.Name.End > p.Name.Start { // there is a name to write anew
				key = w.better(key, s.last)
			}
		default:
			found = w.better(found, s.last)
		}
	}
	return found, key
}

func (w *Walker) better(a, b int32) int32 {
	if a < 0 || cmp.Less(w.paths.rank[b], w.paths.rank[a]) {
		return b
	}
	return a
}

func (w *Walker) matches(s *step, f *frame, p *Part, id int32) bool {
	switch {
	case s.any:
		return true
	case s.filter != nil:
		return s.filter.holds(w, w.at)
	case !f.named:
		return slices.Contains(s.indexes, f.index)
	case p.Counted && s.indexes != nil:
		w.name = w.name[:0]
		n, err := strconv.ParseInt(string(w.format.Name(w.name, w.src, p)), 10, 32)
		return err == nil && slices.Contains(s.indexes, int32(n))
	}
	return id >= 0 && slices.Contains(s.ids, id)
}
