package mask

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"sync"

	"github.com/migawari-dev/migawari/dialects"
)

// The life of a chunk, in Copy:
//
//	scan      one goroutine reads, cuts and binds: everything that depends on
//	          the order of the stream happens here (run)
//	queue     the chunk's job takes its place in the order, then goes to work:
//	          the promise first, the work after
//	work      any worker turns it into its output, alone (worker)
//	write     the caller's goroutine writes the jobs in their order
//
// 2·W jobs exist in all and their buffers are reused, so memory does not
// depend on the input; a budget of bytes holds the rare chunks that are as
// large as one huge row. With one worker there is one job and one goroutine.

// Incomplete is the line that ends the output of a run that stopped. A client
// that reads it as SQL fails.
const Incomplete = "migawari: INCOMPLETE"

// An Option changes how Copy runs, never what it writes.
type Option func(*options)

type options struct {
	workers  int
	scan     dialects.ScanOptions
	partial  bool
	survey   *Survey
	detector Detector
	marker   string
	rowless  bool
	window   *Window
	progress func(Progress)
	// uncounted says what another run counts; nil: nothing is.
	uncounted func(offset int64) bool
}

func newOptions(opts []Option) options {
	o := options{workers: runtime.GOMAXPROCS(0), window: everything()}
	for _, opt := range opts {
		opt(&o)
	}
	return o
}

// Workers sets the number of goroutines that mask. 1 reads, masks and writes in
// the caller's goroutine. The default is the number of processors.
func Workers(n int) Option { return func(o *options) { o.workers = n } }

// Scan sets how the dialect reads: sizes, charset, what is known of the schema.
func Scan(s dialects.ScanOptions) Option { return func(o *options) { o.scan = s } }

// Partial allows the tables that the policy names to be absent; the audit
// lists them.
func Partial() Option { return func(o *options) { o.partial = true } }

// Marked has comments stay that hold a text, whatever the policy says of comments: by
// them what is written is taken apart again; see package dialects/parts.
func Marked(text string) Option { return func(o *options) { o.marker = text } }

// Rowless says that src has the definitions of a dump and no rows, which come in another
// run: what only the whole dump can tell is left to that.
func Rowless() Option { return func(o *options) { o.rowless = true } }

// A Progress is how far a run has come.
type Progress struct {
	BytesIn  int64 // understood and written
	BytesOut int64
	Rows     int64
}

// Observe has f called after each chunk that was written, in one goroutine.
func Observe(f func(Progress)) Option { return func(o *options) { o.progress = f } }

// Copy masks src into dst. The bytes written do not depend on the options. The
// error is the first in stream order, whatever the number of workers; then what
// was written ends with a line on which a client fails.
//
// The audit is complete only when the error is nil.
func Copy(ctx context.Context, dst io.Writer, src io.Reader, d dialects.Dialect, p *Plan, opts ...Option) (*Audit, error) {
	o := newOptions(opts)
	c := newCopier(ctx, dst, src, d, p, o)
	var err error
	if c.run.survey, err = o.survey.forPlan(p); err != nil {
		return c.audit, err
	}
	err = c.run.foresee(o.scan.Schema)
	switch {
	case err != nil:
	case o.window.To < math.MaxInt64 && Unsurveyed(p, opts...):
		err = &Error{Err: ErrSurvey, Hint: surveyHint}
	case o.workers <= 1:
		err = c.alone()
	default:
		err = c.together()
	}
	c.run.audit = c.audit
	if err == nil && !o.rowless {
		err = c.run.finish()
	}
	if err == nil && !o.rowless && o.window.To == math.MaxInt64 {
		err = o.survey.unchanged(c.w.progress.BytesIn)
	}
	if err != nil {
		c.w.giveUp()
		return c.audit, o.window.locate(err)
	}
	c.audit.LeftOut, c.audit.Spared = c.run.survey.gone.describe(), c.run.survey.kept.describe()
	c.audit.Part = c.run.survey.part.describe(c.run.survey.times)
	c.audit.forget()
	c.audit.BytesIn, c.audit.BytesOut = c.w.progress.BytesIn, c.w.progress.BytesOut
	return c.audit, nil
}

type copier struct {
	ctx     context.Context
	o       options
	run     *run
	scanner dialects.Scanner
	w       writer
	audit   *Audit // of what lies in the window
	outside *Audit // of what does not, which nobody asks for
	missing int64  // rows that the stream lacks of the run that is open
}

func newCopier(ctx context.Context, dst io.Writer, src io.Reader, d dialects.Dialect, p *Plan, o options) *copier {
	c := &copier{ctx: ctx, o: o, run: newRun(p, o.partial), w: writer{dst: dst, observe: o.progress}}
	c.audit, c.outside, c.missing = c.run.audit, &Audit{}, o.window.Rows
	o.scan.Bind = c.run.bind
	c.o.scan = o.scan.WithDefaults()
	c.scanner = d.NewScanner(src, c.o.scan)
	c.run.schema, c.run.detector, c.run.marker = c.scanner.Schema, o.detector, o.marker
	return c
}

// alone runs with one job in one goroutine.
func (c *copier) alone() error {
	j, w := new(job), newWorker()
	for {
		c.fill(j)
		w.work(j)
		if err := c.w.write(j); err != nil {
			w.report(c.audit)
			return ended(err)
		}
	}
}

// ended turns the end of the input into success.
func ended(err error) error {
	if errors.Is(err, errEnd) {
		return nil
	}
	return err
}

// errEnd ends a run that has read everything. It is not io.EOF, which a reader
// or writer might hand in.
var errEnd = errors.New("mask: end of input")

// together runs with several workers.
func (c *copier) together() error {
	n := 2 * c.o.workers
	var (
		free   = make(chan *job, n)
		order  = make(chan *job, n)
		work   = make(chan *job, n)
		budget = newBudget(2 * n * c.o.scan.ChunkSize)
		done   = make(chan struct{})
		wg     sync.WaitGroup
		audits sync.Mutex
		parts  []*worker
	)
	for range n {
		free <- &job{ready: make(chan struct{}, 1)}
	}
	for range c.o.workers {
		wg.Go(func() {
			w := newWorker()
			for j := range work {
				w.work(j)
				j.ready <- struct{}{}
			}
			audits.Lock()
			parts = append(parts, w)
			audits.Unlock()
		})
	}
	wg.Go(func() {
		defer close(order)
		defer close(work)
		for {
			var j *job
			select {
			case j = <-free:
			case <-done:
				return
			}
			c.fill(j)
			last := j.err != nil
			if !budget.take(len(j.chunk.Data), done) {
				return
			}
			order <- j
			work <- j
			if last {
				return
			}
		}
	})
	var err error
	for j := range order {
		<-j.ready
		if err = c.w.write(j); err != nil {
			break
		}
		budget.give(len(j.chunk.Data))
		j.trim(c.o.scan.ChunkSize)
		free <- j
	}
	close(done)
	budget.wake()
	for range order { // let the scanner end
	}
	wg.Wait()
	for _, w := range parts {
		w.report(c.audit)
	}
	return ended(err)
}

// A job is a chunk on its way.
type job struct {
	chunk dialects.Chunk
	tasks []task
	out   []byte // buffer of what is made
	done  []byte // the output: out, or the chunk's own bytes where all of them pass
	parts []part // what done consists of
	read  int64  // bytes of the chunk that are counted
	rows  int64  // and rows, kept or not
	quiet int64  // bytes of the output that are not
	err   error  // what stops the run behind the tasks; errEnd at the end
	ready chan struct{}
}

// A task is a run of items that are treated alike.
type task struct {
	kind     taskKind
	from, to int // items
	plan     *TablePlan
	edits    []edit // of a single item that passes
	quiet    bool   // another run counts it
}

type taskKind uint8

const (
	pass    taskKind = iota // as it came
	leave                   // left out
	rewrite                 // rows to be masked
	head                    // of rows that can be left out
	tail
)

// trim gives up buffers that one huge row has made large.
func (j *job) trim(chunk int) {
	j.done = nil
	if cap(j.chunk.Data) > 4*chunk {
		j.chunk.Data = nil
	}
	if cap(j.out) > 8*chunk {
		j.out = nil
	}
}

// fill scans the next chunk and decides what becomes of its items.
func (c *copier) fill(j *job) {
	j.tasks, j.read, j.rows, j.quiet = j.tasks[:0], 0, 0, 0
	if err := c.ctx.Err(); err != nil {
		j.chunk.Data, j.chunk.Items = j.chunk.Data[:0], j.chunk.Items[:0]
		j.err = err
		return
	}
	j.err = c.scanner.Scan(&j.chunk)
	if errors.Is(j.err, io.EOF) {
		j.err = errEnd
	}
	if j.err != nil {
		return
	}
	var plan *TablePlan
	var rows *dialects.Rows
	watched, w := false, c.o.window
	w.cut(&j.chunk)
	swallowed := c.run.swallowed(&j.chunk)
	for i := range j.chunk.Items {
		it := &j.chunk.Items[i]
		if i == swallowed {
			j.err = ErrPart
			c.stop(j, i)
			return
		}
		t := task{from: i, to: i + 1}
		if !w.holds(&j.chunk, it) {
			if j.err = c.pass(j, it); j.err != nil {
				c.stop(j, i)
				return
			}
			t.kind, rows = leave, nil
			j.add(t)
			continue
		}
		c.run.audit = c.audit
		if t.quiet = c.quiet(j, it); t.quiet {
			c.run.audit = c.outside
		} else {
			j.read += int64(it.End - it.Start)
		}
		switch {
		case it.Rows != nil:
			if it.Rows != rows {
				rows = it.Rows
				if plan, j.err = c.run.meet(rows); j.err != nil {
					c.stop(j, i)
					return
				}
				watched = c.run.watched(plan)
			}
			if it.Kind == dialects.Row {
				it.N += c.missing
			} else if it.Kind != dialects.Raw {
				c.missing = 0
			}
			if watched && it.Kind == dialects.Row {
				if j.err = c.watch(j, it, plan); j.err != nil {
					c.stop(j, i)
					return
				}
			}
			t.kind, t.plan = rowTask(it, plan), plan
			if it.Kind == dialects.Head && t.kind != leave {
				if t.edits, j.err = c.run.head(it, j.chunk.Data); j.err != nil {
					c.stop(j, i)
					return
				}
			}
			c.count(j, it, plan)
		case it.Kind == dialects.Stmt:
			rows = nil // it may mean another database
			var v verdict
			if v, j.err = c.run.statement(it.Stmt, j.chunk.Data[it.Start:it.End]); j.err != nil {
				c.stop(j, i)
				return
			}
			if t.edits = v.edits; v.drop {
				t.kind = leave
			}
		case c.run.server && c.run.plan.policy.DDL == SafeDDL:
			t.kind = leave // comments between the server's own tables
		}
		j.add(t)
	}
}

// quiet says whether another run counts an item.
func (c *copier) quiet(j *job, it *dialects.Item) bool {
	return c.o.uncounted != nil && c.o.uncounted(j.chunk.Pos.Offset+int64(it.Start))
}

// pass reads an item outside the window for what it says of those inside.
func (c *copier) pass(j *job, it *dialects.Item) (err error) {
	c.run.audit = c.outside
	switch {
	case it.Rows != nil && it.Kind == dialects.Head:
		_, err = c.run.meet(it.Rows)
	case it.Kind == dialects.Stmt:
		_, err = c.run.statement(it.Stmt, j.chunk.Data[it.Start:it.End])
	}
	return err
}

// watch has a row read of which others must know.
func (c *copier) watch(j *job, it *dialects.Item, t *TablePlan) error {
	if err := c.run.watch(t, j.chunk.Data[it.Body:it.End]); err != nil {
		return locate(err, t, it, j.chunk.PosAt(it.Body))
	}
	return nil
}

// rowTask says how an item of rows is treated.
func rowTask(it *dialects.Item, p *TablePlan) taskKind {
	switch {
	case p.drop && (it.Kind == dialects.Raw || it.Rows.NeedsRow || p.gone):
		return leave
	case p.whole:
		return pass
	case it.Kind == dialects.Row:
		return rewrite
	case !p.loses():
		return pass
	case it.Kind == dialects.Head:
		return head
	case it.Kind == dialects.Tail:
		return tail
	}
	return pass
}

// count counts the rows that pass or go whole; a worker counts the others.
func (c *copier) count(j *job, it *dialects.Item, p *TablePlan) {
	n := int64(0)
	switch it.Kind {
	case dialects.Raw:
		n = it.N
	case dialects.Row:
		n = 1
	case dialects.Head, dialects.Stmt, dialects.Tail:
	}
	j.rows += n
	if !p.whole || p.rows.Table.Server || p.rows.Table.Name.Ours() {
		return
	}
	t := c.run.audit.table(p.name)
	t.Rows += n
	if p.drop {
		t.Dropped += n
	}
}

// add appends a task, joined to the one before where they are treated alike.
func (j *job) add(t task) {
	if k := len(j.tasks) - 1; k >= 0 {
		last := &j.tasks[k]
		if last.kind == t.kind && last.quiet == t.quiet && last.edits == nil && t.edits == nil && (t.kind == pass || t.kind == leave || t.kind == rewrite && last.plan == t.plan) {
			last.to = t.to
			return
		}
	}
	j.tasks = append(j.tasks, t)
}

// stop ends a job before its i-th item, with the error that is about it.
func (c *copier) stop(j *job, i int) {
	var e *Error
	if !errors.As(j.err, &e) {
		e = &Error{Err: j.err}
	}
	e.Pos = j.chunk.PosAt(j.chunk.Items[i].Start)
	j.err, j.chunk.Items = e, j.chunk.Items[:i]
}

// A worker masks chunks. It has no state that outlives a chunk but counts.
type worker struct {
	in     *In
	out    *Out
	counts *tableCounts // of the plan at work
	all    map[*TablePlan]*tableCounts
	// settled has what all had before it grew too large.
	settled Audit
}

func newWorker() *worker {
	return &worker{in: &In{row: new(Row)}, out: new(Out), all: map[*TablePlan]*tableCounts{}}
}

// trim gives up what one huge row has made large.
func (w *worker) trim() {
	w.in.row.trim()
	w.in.Value = nil
	if cap(w.out.buf) > 1<<20 {
		w.out.buf = nil
	}
}

// settle gives up the plans whose rows have been counted.
func (w *worker) settle() {
	for p, c := range w.all {
		c.into(&w.settled, p)
	}
	clear(w.all)
}

// report adds what was counted to an audit.
func (w *worker) report(a *Audit) {
	w.settle()
	a.addTables(&w.settled)
}

// A part is a piece of a job's output where rows can be left out.
type part struct {
	kind taskKind
	end  int            // in out
	lead int            // for rewrite: the length of the separator before the first row
	rows *dialects.Rows // the run of rows that is still open behind it
}

// work turns a job's chunk into its output.
func (w *worker) work(j *job) {
	if j.passes() {
		t, items := j.tasks[0], j.chunk.Items
		j.done = j.chunk.Data[items[t.from].Start:items[t.to-1].End]
		j.parts = append(j.parts[:0], part{kind: pass, end: len(j.done), rows: open(&items[t.to-1])})
		if t.quiet {
			j.quiet = int64(len(j.done))
		}
		return
	}
	w.remake(j)
	j.done = j.out
}

// passes says whether the whole chunk leaves as it came.
func (j *job) passes() bool {
	return len(j.tasks) == 1 && j.tasks[0].kind == pass && j.tasks[0].edits == nil
}

// open gives the run of rows that is still open behind an item.
func open(it *dialects.Item) *dialects.Rows {
	if it.Kind == dialects.Tail {
		return nil
	}
	return it.Rows
}

// remake makes the output of a job task by task.
func (w *worker) remake(j *job) {
	if n := len(j.chunk.Data) + len(j.chunk.Data)/8; cap(j.out) < n {
		j.out = make([]byte, 0, n)
	}
	j.out, j.parts = j.out[:0], j.parts[:0]
	defer w.trim()
	data, items := j.chunk.Data, j.chunk.Items
	for k := range j.tasks {
		t := &j.tasks[k]
		from, to := items[t.from].Start, items[t.to-1].End
		p := part{kind: t.kind, rows: open(&items[t.to-1])}
		before := len(j.out)
		switch t.kind {
		case leave:
			continue
		case pass, head, tail:
			j.out = appendEdited(j.out, data[from:to], t.edits)
		case rewrite:
			if !w.rewrite(j, t, &p) {
				return
			}
		}
		p.end = len(j.out)
		j.parts = append(j.parts, p)
		if t.quiet {
			j.quiet += int64(p.end - before)
		}
	}
}

// appendEdited appends a statement with its marks replaced.
func appendEdited(dst, b []byte, edits []edit) []byte {
	at := int32(0)
	for _, e := range edits {
		dst = append(append(dst, b[at:e.span.Start]...), e.text...)
		at = e.span.End
	}
	return append(dst, b[at:]...)
}

// rewrite masks a run of rows. On an error the output ends before the row.
func (w *worker) rewrite(j *job, t *task, p *part) bool {
	w.counts = w.all[t.plan]
	if w.counts == nil {
		if len(w.all) >= maxBound {
			w.settle()
		}
		w.counts = newTableCounts(t.plan)
		w.all[t.plan] = w.counts
	}
	w.in.row.begin(t.plan)
	first := true
	for i := t.from; i < t.to; i++ {
		it := &j.chunk.Items[i]
		n := len(j.out)
		j.out = append(j.out, j.chunk.Data[it.Start:it.Body]...)
		out, keep, err := w.guarded(j.out, j.chunk.Data[it.Body:it.End])
		if err != nil {
			j.out = j.out[:n]
			j.err = locate(err, t.plan, it, j.chunk.PosAt(it.Body))
			p.end = n
			j.parts = append(j.parts, *p)
			return false
		}
		w.counts.rows++
		if !keep {
			w.counts.dropped++
			j.out = j.out[:n]
			continue
		}
		if first {
			p.lead, first = int(it.Body-it.Start), false
		}
		j.out = out
	}
	return true
}

// guarded turns a panic of a masker into an error without its value, which may
// hold data.
func (w *worker) guarded(dst, raw []byte) (out []byte, keep bool, err error) {
	defer func() {
		if r := recover(); r != nil {
			e := &Error{Err: ErrPanic, cause: fmt.Errorf("%v", r)}
			if w.in.Column != nil {
				e.Column = w.in.Column.Name
			}
			if w.in.rule != nil {
				e.Rule = w.in.rule.name
			}
			out, keep, err = dst, false, e
		}
	}()
	return w.row(dst, raw)
}

// locate completes an error of a row.
func locate(err error, p *TablePlan, it *dialects.Item, pos dialects.Pos) error {
	var e *Error
	if !errors.As(err, &e) {
		e = &Error{Err: err}
	}
	e.Table, e.Row, e.Pos = p.name, it.N, pos
	return e
}

// A writer writes jobs in order. It is the only code that knows whether a
// statement has had a row yet.
type writer struct {
	dst      io.Writer
	observe  func(Progress)
	progress Progress
	broken   bool // dst failed

	rows    *dialects.Rows // the run of rows we are in, if any
	pending []byte         // a head that waits for its first row
	held    bool           // pending is such a head
}

// write writes a job and gives its error, or errEnd behind the last.
func (w *writer) write(j *job) error {
	at := 0
	for i := 0; i < len(j.parts); {
		// Parts that need no decision are written at once.
		k := i
		for k < len(j.parts) && !w.held && j.parts[k].kind != head {
			w.rows = j.parts[k].rows
			k++
		}
		if k > i {
			if err := w.put(j.done[at:j.parts[k-1].end]); err != nil {
				return err
			}
			at, i = j.parts[k-1].end, k
			continue
		}
		if err := w.part(j.parts[i], j.done[at:j.parts[i].end]); err != nil {
			return err
		}
		at = j.parts[i].end
		i++
	}
	if j.err == nil || len(j.tasks) > 0 {
		w.progress.BytesIn += j.read
		w.progress.BytesOut -= j.quiet
		w.progress.Rows += j.rows
		if w.observe != nil {
			w.observe(w.progress)
		}
	}
	return j.err
}

// part writes a part while a head waits, or makes one wait. A head of which no
// row stays is left out with its tail.
func (w *writer) part(p part, b []byte) error {
	switch {
	case p.kind == head && p.rows.NeedsRow:
		w.pending, w.held, w.rows = append(w.pending[:0], b...), true, p.rows
		return nil
	case p.kind == tail:
		w.held, w.rows = false, nil
		return nil
	case p.kind == rewrite && w.held:
		if len(b) == 0 {
			return nil
		}
		w.held = false
		if err := w.put(w.pending); err != nil {
			return err
		}
		return w.put(b[p.lead:])
	}
	w.rows = p.rows
	return w.put(b)
}

func (w *writer) put(b []byte) error {
	if len(b) == 0 {
		return nil
	}
	n, err := w.dst.Write(b)
	w.progress.BytesOut += int64(n)
	if err != nil {
		w.broken = true
	}
	return err
}

// giveUp ends the output with a line on which the client fails.
func (w *writer) giveUp() {
	if w.broken {
		return
	}
	line := "\n" + Incomplete + "\n"
	if w.rows != nil && !w.held {
		line = w.rows.Codec.Incomplete(Incomplete)
	}
	_, _ = io.WriteString(w.dst, line)
}

// A budget bounds the bytes of the jobs in flight. A job larger than the whole
// budget waits until it is alone.
type budget struct {
	mu          sync.Mutex
	changed     *sync.Cond
	limit, used int
	over        bool
}

func newBudget(limit int) *budget {
	b := &budget{limit: limit}
	b.changed = sync.NewCond(&b.mu)
	return b
}

// take waits for n bytes. It gives false if the run is over.
func (b *budget) take(n int, done <-chan struct{}) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	for b.used > 0 && b.used+n > b.limit && !b.over {
		b.changed.Wait()
	}
	b.used += n
	select {
	case <-done:
		return false
	default:
		return true
	}
}

func (b *budget) give(n int) {
	b.mu.Lock()
	b.used -= n
	b.mu.Unlock()
	b.changed.Signal()
}

// wake ends the waiting: the run is over.
func (b *budget) wake() {
	b.mu.Lock()
	b.over = true
	b.mu.Unlock()
	b.changed.Broadcast()
}
