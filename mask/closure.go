package mask

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"maps"
	"math"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A closure is the part of a dump that is kept. No row is remembered, but two kinds of
// keys by which a row can tell that it belongs to the part: of rows to which kept rows
// refer, and of rows that bring their children. A key is noted once and never taken back,
// so that the order in which rows are read does not matter.
type closure struct {
	spec   *Subset
	plan   *Plan
	nodes  map[schema.Name]*node
	joints map[setID]*joint
	roots  []int64  // rows that each root has matched
	tables []string // of roots, where none was named
	clock  int64    // counts the keys
	open   bool     // another pass can find more
}

// A node is a table.
type node struct {
	name   schema.Name // as its dialect compares it
	table  *schema.Table
	roots  []int // of the subset
	whole  bool  // every row is kept
	links  []link
	joints []*joint // its own keys to which others refer

	most  int      // how many rows can be kept as roots or children; 0: all
	chose keyTable // which they are
	offer []uint64 // others that could be

	reached  bool // rows of it can be kept
	descends bool // and bring their children

	settled int64 // the clock when its rows began to be judged, all of them; -1: they never were
	began   int64 // the same of this pass; -1: none has been judged
	skipped bool  // in this pass some were not
	again   bool  // more rows have been chosen
	last    int64 // behind its last rows in the dump
}

func (n *node) compare(o *node) int {
	return cmp.Or(cmp.Compare(n.name.Schema, o.name.Schema), cmp.Compare(n.name.Name, o.name.Name))
}

// A link is a foreign key of a table.
type link struct {
	here []schema.Part
	when Condition // of the rows that have it; nil: all
	to   *joint
}

// A joint is a key of a table to which others refer.
type joint struct {
	owners  []*node // the table, and its partitions
	id      setID   // without the columns
	columns []string
	needed  keyTable // rows of the table to which kept rows refer
	bring   keyTable // rows of the table that bring their children
}

// newClosure finds how the tables of a dump hang together.
func newClosure(s *Survey, spec *Subset) (*closure, error) {
	c := &closure{spec: spec, plan: s.plan, nodes: map[schema.Name]*node{}, joints: map[setID]*joint{}, roots: make([]int64, len(spec.Roots))}
	for name, t := range s.tables {
		if t.twice {
			return nil, &Error{Table: t.Name.String(), Err: ErrDatabases, Hint: "several databases have it: cut one database at a time"}
		}
		if e, err := s.plan.find(t.Table); err == nil && e != nil && !e.Drop {
			c.nodes[name] = &node{name: name, table: t.Table, settled: -1, began: -1, last: s.index.last[name]}
		}
	}
	for _, n := range c.nodes {
		for _, k := range c.plan.keys(n.table) {
			if k.Kind == schema.Foreign {
				if err := c.link(n, k); err != nil {
					return nil, err
				}
			}
		}
	}
	c.inherit()
	if err := errors.Join(c.root(), c.limit()); err != nil {
		return nil, err
	}
	return c, c.connected()
}

// line is a table, the one of which it is a partition, and so on.
func (c *closure) line(n *node) (line []*node) {
	for n != nil && !slices.Contains(line, n) {
		line = append(line, n)
		if n.table.Partition == nil {
			break
		}
		n = c.nodes[nameOf(n.table.Partition.Of, n.table.FoldsTables())]
	}
	return line
}

// inherit gives partitions the keys of the tables whose rows they have.
func (c *closure) inherit() {
	own := map[*node]node{}
	for _, n := range c.nodes {
		own[n] = *n
	}
	for _, n := range c.nodes {
		for _, of := range c.line(n)[1:] {
			n.links = append(n.links, own[of].links...)
			n.joints = append(n.joints, own[of].joints...)
			for _, j := range own[of].joints {
				j.owners = append(j.owners, n)
			}
		}
	}
}

// connected refuses a dump whose tables do not hang together: a part of it would be the
// rows of its roots.
func (c *closure) connected() error {
	alone := 0
	for _, n := range c.nodes {
		switch {
		case n.roots != nil && (n.links != nil || n.joints != nil):
			return nil
		case n.roots == nil && !n.whole:
			alone++
		}
	}
	if alone == 0 || len(c.spec.Roots) == 0 || c.spec.Children == NoChildren {
		return nil
	}
	return &Error{Table: c.spec.Roots[0].Table, Err: ErrNoKeys, Hint: "say references: in the policy where the definitions declare no keys, give them with --schema, or say --children none"}
}

func (c *closure) node(t *schema.Table) *node { return c.nodes[nameOf(t.Name, t.FoldsTables())] }

// outside says that no row of a table is kept; divides, that some can be left out.
func (c *closure) outside(t *schema.Table) bool {
	if c == nil {
		return false
	}
	n := c.node(t)
	return n == nil || !n.reached
}

func (c *closure) divides(t *schema.Table) bool {
	return c != nil && !c.outside(t) && !c.node(t).whole
}

// link notes a foreign key whose two ends are in the dump.
func (c *closure) link(n *node, k linked) error {
	to := c.nodes[nameOf(k.RefTable, n.table.FoldsTables())]
	if to == nil {
		return nil
	}
	columns := k.RefColumns
	if len(columns) == 0 && to.table.PrimaryKey() != nil {
		for _, p := range to.table.PrimaryKey().Parts {
			columns = append(columns, p.Column)
		}
	}
	if len(columns) != len(k.Parts) {
		return &Error{Table: n.table.Name.String(), Err: ErrReference, Hint: "the foreign key " + quoteWord(k.Name) + " leads to columns of " + quoteWord(to.table.Name.String()) + " that the dump does not tell: give its DDL with --schema"}
	}
	own := setID{name: schema.FoldASCII(to.name.String())}
	id := own
	for _, name := range slices.Sorted(slices.Values(columns)) {
		id.columns += ", " + schema.FoldASCII(name)
	}
	j := c.joints[id]
	if j == nil {
		j = &joint{owners: []*node{to}, id: own, columns: columns}
		c.joints[id] = j
		to.joints = append(to.joints, j)
	}
	n.links = append(n.links, link{align(k.Parts, columns, j.columns), k.when, j})
	return nil
}

// align puts parts that stand beside columns into the order of another list of them.
func align(parts []schema.Part, columns, order []string) []schema.Part {
	out := make([]schema.Part, len(order))
	for i, name := range order {
		out[i] = parts[slices.IndexFunc(columns, func(c string) bool { return schema.EqualFold(c, name) })]
	}
	return out
}

// root finds the roots, and how far they reach.
func (c *closure) root() error {
	if len(c.spec.Roots) == 0 {
		return c.tops()
	}
	for i, r := range c.spec.Roots {
		found, err := c.named(r.Table)
		if err != nil {
			return err
		}
		for _, n := range found {
			n.roots = append(n.roots, i)
			if r.Where != nil && n.table.Declared {
				if _, err := r.Where.Bind(n.table.Columns); err != nil {
					return &Error{Table: n.table.Name.String(), Err: ErrRoot, Hint: err.Error(), cause: err}
				}
			}
			c.descend(n)
		}
	}
	return nil
}

// tops makes roots of the tables that refer to no other, but in a circle.
func (c *closure) tops() error {
	below := map[*node][]*node{}
	for _, n := range c.nodes {
		below[n] = n.above(nil)
	}
	for _, n := range slices.SortedFunc(maps.Values(c.nodes), (*node).compare) {
		if !slices.ContainsFunc(below[n], func(to *node) bool { return !slices.Contains(below[to], n) }) {
			n.roots = append(n.roots, len(c.roots))
			c.roots = append(c.roots, 0)
			c.tables = append(c.tables, n.table.Name.String())
			c.descend(n)
		}
	}
	return nil
}

// above are the tables to which rows of a table lead.
func (n *node) above(met []*node) []*node {
	for _, l := range n.links {
		for _, to := range l.to.owners {
			if !slices.Contains(met, to) {
				met = to.above(append(met, to))
			}
		}
	}
	return met
}

// named gives the tables of a name, of which there must be one.
func (c *closure) named(name string) ([]*node, error) {
	found := c.find(name)
	if len(found) == 0 {
		return nil, &Error{Table: name, Err: ErrRoot, Hint: "the dump has no such table, or the policy drops its rows"}
	}
	return found, nil
}

// limit finds of which tables all rows are kept, and of which not more than some.
func (c *closure) limit() error {
	for _, name := range c.spec.Keep {
		found, err := c.named(name)
		if err != nil {
			return err
		}
		for _, n := range found {
			n.whole = true
			c.reach(n)
		}
	}
	for _, l := range c.spec.MaxRows {
		found := slices.Collect(maps.Values(c.nodes))
		if l.Table != "" {
			var err error
			if found, err = c.named(l.Table); err != nil {
				return err
			}
		}
		for _, n := range found {
			if n.most == 0 || l.Table != "" {
				n.most = l.Rows
			}
		}
	}
	return nil
}

// descend notes that rows of a table can bring their children.
func (c *closure) descend(n *node) {
	c.reach(n)
	if n.descends || c.spec.Children == NoChildren {
		return
	}
	n.descends = true
	for _, child := range c.nodes {
		if !slices.ContainsFunc(child.links, func(l link) bool { return slices.Contains(l.to.owners, n) }) {
			continue
		}
		if c.spec.Children == DirectChildren {
			c.reach(child)
		} else {
			c.descend(child)
		}
	}
}

// reach notes that rows of a table can be kept.
func (c *closure) reach(n *node) {
	if n.reached {
		return
	}
	n.reached = true
	for _, l := range n.links {
		for _, to := range l.to.owners {
			c.reach(to)
		}
	}
}

// due says whether rows of a table can belong to the part that were not found to yet.
func (n *node) due() bool {
	switch {
	case !n.reached || n.ends():
		return false
	case n.again, n.settled < 0 && (n.roots != nil || n.whole):
		return true
	}
	since := max(0, n.settled)
	return slices.ContainsFunc(n.links, func(l link) bool { return l.to.bring.grown > since }) ||
		slices.ContainsFunc(n.joints, func(j *joint) bool { return j.needed.grown > since })
}

// ends says that nothing can come of the rows of a table: none refers to them, and each is kept
// for the one to which it refers.
func (n *node) ends() bool {
	return n.roots == nil && !n.whole && n.most == 0 && n.joints == nil && len(n.links) < 2
}

// enough says that a pass can find nothing more behind the bytes that it has read.
func (c *closure) enough(at int64) bool {
	for _, n := range c.nodes {
		if n.last > at && n.due() {
			return false
		}
	}
	return true
}

// pass ends a pass.
func (c *closure) pass() {
	c.open = false
	for _, n := range c.nodes {
		switch {
		case n.skipped:
		case n.began < 0:
			n.settled = c.clock // it has no rows where the pass went
		default:
			n.settled, n.again = n.began, false
		}
		n.began, n.skipped = -1, false
	}
	for _, n := range c.nodes {
		c.open = c.open || n.due()
	}
	if c.open {
		return
	}
	for _, n := range c.nodes { // of all that can be chosen, now that they are known
		c.open = n.choose() || c.open
	}
}

// choose chooses among the rows that can be kept. It says whether there are more now.
func (n *node) choose() bool {
	n.trim()
	for _, k := range n.offer {
		n.chose.add(k)
	}
	n.again = len(n.offer) > 0
	n.offer = n.offer[:0]
	return n.again
}

// trim leaves no more offers than there is room.
func (n *node) trim() {
	slices.Sort(n.offer)
	n.offer = slices.Compact(n.offer)
	n.offer = n.offer[:min(len(n.offer), n.most-n.chose.n)]
}

// admits says whether a row is kept that is a root or a child.
func (w *reach) admits(r *Row) (bool, error) {
	n := w.node
	if n.most == 0 {
		return true, nil
	}
	s, err := w.share.all(r)
	if err != nil || n.chose.has(half(s)) {
		return err == nil, err
	}
	if w.c.open && n.chose.n < n.most {
		n.offer = append(n.offer, half(s))
		if len(n.offer) > 2*n.most+1024 {
			n.trim()
		}
	}
	return false, nil
}

// asks says whether a pass is to read rows of a table.
func (c *closure) asks(table schema.Name) bool {
	n := c.nodes[table]
	if n == nil || n.due() {
		return n != nil
	}
	n.skipped = true
	return false
}

// judges says whether the rows behind a head are to be judged.
func (c *closure) judges(n *node) bool {
	if n == nil || !n.due() {
		if n != nil {
			n.skipped = true
		}
		return false
	}
	if n.began < 0 {
		n.began, n.offer = c.clock, n.offer[:0]
	}
	return true
}

// matched holds that every root has matched a row.
func (c *closure) matched() error {
	for i, n := range c.roots {
		if n == 0 && len(c.spec.Roots) > 0 {
			hint := "correct the condition of --root"
			if c.spec.Share > 0 && c.spec.Share < 1 {
				hint = "raise --percent: of few rows none may belong to a share"
			}
			return &Error{Table: c.spec.Roots[i].Table, Err: ErrNoRoot, Hint: hint}
		}
	}
	return nil
}

// A reach is what of the closure is about the rows of a plan.
type reach struct {
	c     *closure
	node  *node
	roots []boundRoot
	ups   []boundJoint // to which the rows refer
	own   []boundJoint // by which others refer to them
	share tuple        // by what rows of roots are chosen
	first int          // columns that are asked, from the first on; 0: a condition asks for any
}

type boundRoot struct {
	index int
	test  Test // nil: every row
}

type boundJoint struct {
	tuple
	*joint
	when Test // of the rows that have the key; nil: all
}

// of gives the key in a row; ok is false if it has none.
func (b *boundJoint) of(r *Row) (k uint64, ok bool, err error) {
	if ok, err := r.holds(b.when); !ok {
		return 0, false, err
	}
	s, ok, err := b.tuple.of(r)
	return half(s), ok, err
}

// within lines rows up with the part that is kept.
func (r *run) within(t *TablePlan) error {
	c := r.survey.part
	if c == nil || t.entry == nil || t.drop {
		return nil
	}
	n := c.node(t.rows.Table)
	if n == nil || !n.reached {
		t.whole, t.drop, t.apart, t.follows, t.gives = true, true, true, nil, nil
		return nil
	}
	if n.whole && !r.surveying {
		return nil
	}
	if t.whole {
		t.whole = false
		if err := t.bind(); err != nil {
			return err
		}
	}
	return t.bindReach(c, n)
}

func (t *TablePlan) bindReach(c *closure, n *node) error {
	w := &reach{c: c, node: n}
	for _, i := range n.roots {
		b := boundRoot{index: i}
		if len(c.spec.Roots) > 0 && c.spec.Roots[i].Where != nil {
			var err error
			if b.test, err = c.spec.Roots[i].Where.Bind(t.rows.Columns); err != nil {
				return &Error{Table: t.name, Err: ErrRoot, Hint: err.Error(), cause: err}
			}
		}
		w.roots = append(w.roots, b)
	}
	bound := func(j *joint, here []schema.Part) (boundJoint, error) {
		k, _, ok := t.tuple(j.id, here, j.columns)
		if !ok {
			return boundJoint{}, &Error{Table: t.name, Err: ErrReference, Hint: "the rows lack a column of a key"}
		}
		k.keyedBy(c.plan, t.rows.Columns)
		return boundJoint{tuple: k, joint: j}, nil
	}
	for _, l := range n.links {
		b, err := bound(l.to, l.here)
		if err != nil {
			return err
		}
		if l.when != nil {
			if b.when, err = l.when.Bind(t.rows.Columns); err != nil {
				return t.condition("", err)
			}
		}
		w.ups = append(w.ups, b)
	}
	for _, j := range n.joints {
		var here []schema.Part
		for _, name := range j.columns {
			here = append(here, schema.Part{Column: name})
		}
		b, err := bound(j, here)
		if err != nil {
			return err
		}
		w.own = append(w.own, b)
	}
	t.bindShare(w)
	w.first = w.asks()
	t.reach = w
	return nil
}

// asks says how many columns tell whether a row is of the part.
func (w *reach) asks() int {
	n := 0
	all := [][]int{}
	for _, r := range w.roots {
		if r.test != nil {
			return 0
		}
	}
	if w.roots != nil || w.node.most > 0 {
		all = append(all, w.share.by)
	}
	for _, b := range slices.Concat(w.ups, w.own) {
		if b.when != nil {
			return 0
		}
		all = append(all, b.by)
	}
	for _, by := range all {
		for _, i := range by {
			n = max(n, i+1)
		}
	}
	return n
}

// peeks says whether the first columns of a row tell whether it stays.
func (t *TablePlan) peeks() bool {
	if t.reach == nil || t.reach.first == 0 || t.where != nil || t.follows != nil {
		return false
	}
	_, ok := t.rows.Codec.(dialects.Peeker)
	return ok
}

// bindShare finds by what rows of roots are chosen: their primary key.
func (t *TablePlan) bindShare(w *reach) {
	w.share = tuple{label: frame([]byte("share"), []byte(w.node.name.String()))}
	if k := w.node.table.PrimaryKey(); k != nil {
		for _, p := range k.Parts {
			i := slices.IndexFunc(t.rows.Columns, func(c *schema.Column) bool { return c == t.rows.Table.Column(p.Column) })
			if i >= 0 {
				w.share.by = append(w.share.by, i)
			}
		}
	}
	if w.share.by == nil {
		for i := range t.rows.Columns {
			w.share.by = append(w.share.by, i)
		}
	}
	w.share.keyedBy(w.c.plan, t.rows.Columns)
}

// chosen says whether the row is of the part that is kept.
func (r *Row) chosen() (bool, error) {
	w := r.plan.reach
	if w == nil {
		return true, nil
	}
	kept, _, err := w.judge(r)
	return kept, err
}

// judge says whether a row is kept, and whether it brings its children.
func (w *reach) judge(r *Row) (kept, brings bool, err error) {
	kept, brings, err = w.belongs(r)
	if kept && err == nil {
		kept, err = w.admits(r)
	}
	if kept || err != nil {
		return kept, brings, err
	}
	if w.node.whole {
		return true, false, nil
	}
	for i := range w.own {
		o := &w.own[i]
		if o.needed.n == 0 {
			continue
		}
		k, ok, err := o.of(r)
		if err != nil {
			return false, false, err
		}
		if ok && o.needed.has(k) {
			return true, false, nil
		}
	}
	return false, false, nil
}

// belongs says whether a row is a root or a child, and whether it would bring children.
func (w *reach) belongs(r *Row) (is, brings bool, err error) {
	for _, root := range w.roots {
		if ok, err := w.isRoot(root, r); err != nil {
			return false, false, err
		} else if ok {
			if w.c.open {
				w.c.roots[root.index]++
			}
			return true, true, nil
		}
	}
	for i := range w.ups {
		u := &w.ups[i]
		if u.bring.n == 0 {
			continue
		}
		k, ok, err := u.of(r)
		if err != nil {
			return false, false, err
		}
		if ok && u.bring.has(k) {
			return true, w.c.spec.Children == AllChildren, nil
		}
	}
	return false, false, nil
}

func (w *reach) isRoot(root boundRoot, r *Row) (bool, error) {
	if ok, err := r.holds(root.test); !ok {
		return false, err
	}
	share := w.c.spec.Share
	if share == 0 || share >= 1 {
		return true, nil
	}
	k, err := w.share.all(r)
	return float64(binary.BigEndian.Uint64(k[:])) < share*math.MaxUint64, err
}

// extend judges a row and notes what it brings.
func (w *reach) extend(row *Row) error {
	kept, brings, err := w.judge(row)
	if err != nil || !kept {
		return err
	}
	for i := range w.ups {
		u := &w.ups[i]
		k, ok, err := u.of(row)
		if err != nil {
			return err
		}
		if ok && !u.bring.has(k) {
			w.c.take(&u.needed, k)
		}
	}
	if !brings || !w.node.descends {
		return nil
	}
	for i := range w.own {
		o := &w.own[i]
		k, ok, err := o.of(row)
		if err != nil {
			return err
		}
		if ok {
			w.c.take(&o.bring, k)
		}
	}
	return nil
}

// take takes a key in.
func (c *closure) take(t *keyTable, k uint64) {
	if t.add(k) {
		c.clock++
		t.grown = c.clock
	}
}

// extending says that a pass looks for rows that bring others.
func (r *run) extending() bool { return r.surveying && r.survey.part != nil && r.survey.part.open }

// describe tells an audit of the part.
func (c *closure) describe(readings int) *Part {
	if c == nil {
		return nil
	}
	p := &Part{Share: c.spec.Share, Children: c.spec.Children, Keep: c.spec.Keep, Readings: readings}
	for _, name := range c.tables {
		p.Roots = append(p.Roots, Printable(name))
	}
	for _, r := range c.spec.Roots {
		p.Roots = append(p.Roots, Printable(r.Table))
	}
	for _, l := range c.spec.MaxRows {
		p.MaxRows = append(p.MaxRows, Limit{Printable(l.Table), l.Rows})
	}
	for _, n := range c.nodes {
		if !n.reached {
			p.Apart = append(p.Apart, Printable(n.table.Name.String()))
		}
	}
	slices.Sort(p.Apart)
	sum := sha256.New()
	for _, id := range slices.SortedFunc(maps.Keys(c.joints), setID.compare) {
		for _, t := range []*keyTable{&c.joints[id].needed, &c.joints[id].bring} {
			p.Keys += t.n
			p.Bytes += int64(8 * len(t.slots))
			t.digest(sum)
		}
	}
	p.Digest = hex.EncodeToString(sum.Sum(nil))
	return p
}
