package dbfile

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/sqlite"
)

// A Builder runs the text of a dump in a new database file. It is an [io.Writer], and the
// file is whole only when Close has given no error.
type Builder struct {
	*io.PipeWriter
	db   *sql.DB
	conn *sql.Conn
	stop context.CancelFunc
	done chan struct{} // closed when err is there
	err  error
}

// Create begins a database in a file that is empty, or not there. It stands under its
// name from the beginning; nothing is written beside it.
func Create(path string) (*Builder, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", (&File{path: path}).uri())
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(context.Background())
	b := &Builder{db: db, stop: stop, done: make(chan struct{})}
	if b.conn, err = db.Conn(ctx); err == nil {
		// The file is thrown away if anything fails, so no journal has to undo it. What is
		// deleted in it is overwritten.
		err = b.exec(ctx, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF")
	}
	if err != nil {
		stop()
		_ = db.Close()
		return nil, reduced("creating", dialects.Pos{}, err)
	}
	r, w := io.Pipe()
	b.PipeWriter = w
	go func() {
		defer close(b.done)
		b.err = b.run(ctx, r)
		_ = r.CloseWithError(b.err) // it gives none; what is written from now on gets the error
	}()
	return b, nil
}

// Unused says whether another file can come in the place of one: whatever log or journal
// lies beside it would be taken for that of the new one.
func Unused(path string) error {
	for _, beside := range []string{"-wal", "-journal"} {
		if info, err := os.Stat(path + beside); err == nil && info.Size() > 0 {
			return ErrBusy
		}
	}
	return nil
}

func (b *Builder) exec(ctx context.Context, text string) error {
	_, err := b.conn.ExecContext(ctx, text)
	return err
}

// longest is how much of one INSERT is run at once.
const longest = 1 << 20

// run runs all statements of the text.
func (b *Builder) run(ctx context.Context, r io.Reader) error {
	rows := &insert{b: b, ctx: ctx}
	for it, err := range dialects.Items(sqlite.Dialect, r, dialects.ScanOptions{}) {
		if err != nil {
			return err
		}
		switch it.Kind {
		case dialects.Stmt:
			err = reduced("running a statement", it.Pos(), b.statement(ctx, it))
		case dialects.Head:
			rows.begin(it)
		case dialects.Row:
			err = rows.row(it)
		case dialects.Tail:
			err = rows.end(it)
		case dialects.Raw: // white space and comments
		}
		if err != nil {
			return err
		}
	}
	return b.settle(ctx)
}

// statement runs a statement without rows. The ANALYZE before rows of the planner's
// statistics makes the table for them, and here one of samples too, which is not wanted.
func (b *Builder) statement(ctx context.Context, it dialects.ChunkItem) error {
	text := string(it.Bytes())
	if it.Stmt.Words != "analyze" || !statistics.MatchString(text) {
		return b.exec(ctx, text)
	}
	var writable bool
	if err := b.conn.QueryRowContext(ctx, "PRAGMA writable_schema").Scan(&writable); err != nil {
		return err
	}
	text = "PRAGMA writable_schema=ON; CREATE TABLE IF NOT EXISTS sqlite_stat1(tbl,idx,stat)"
	if !writable {
		text += "; PRAGMA writable_schema=OFF"
	}
	return b.exec(ctx, text)
}

var statistics = regexp.MustCompile(`(?i)^analyze\s+sqlite_(schema|master)\s*;$`)

// An insert is a run of rows. A long one is run as several.
type insert struct {
	b     *Builder
	ctx   context.Context
	pos   dialects.Pos
	head  []byte
	text  []byte
	rows  int
	parts int
}

func (i *insert) begin(it dialects.ChunkItem) {
	i.head = append(i.head[:0], it.Bytes()...)
	i.text = append(i.text[:0], i.head...)
	i.pos, i.rows, i.parts = it.Pos(), 0, 0
}

func (i *insert) row(it dialects.ChunkItem) error {
	from := it.Start
	if i.rows > 0 && len(i.text)+int(it.End-it.Start) > longest {
		if err := i.run(";"); err != nil {
			return err
		}
		i.text = append(i.text[:0], i.head...)
		i.pos, i.rows = it.Pos(), 0
		i.parts++
	}
	if i.rows == 0 {
		from = it.Body
	}
	i.text = append(i.text, it.Chunk.Data[from:it.End]...)
	i.rows++
	return nil
}

func (i *insert) end(it dialects.ChunkItem) error {
	tail := bytes.TrimSpace(it.Bytes())
	switch {
	case i.rows == 0:
		return nil
	case i.parts > 0 && string(tail) != ";":
		return ErrLong
	}
	return i.run(string(tail))
}

func (i *insert) run(tail string) error {
	i.text = append(i.text, tail...)
	return reduced("inserting rows", i.pos, i.b.exec(i.ctx, string(i.text)))
}

// settle sees to what no statement of the text has done.
func (b *Builder) settle(ctx context.Context) error {
	err := b.exec(ctx, "PRAGMA writable_schema=RESET") // virtual tables are known from now on
	if err == nil {
		err = b.samples(ctx)
	}
	if err == nil {
		err = b.indexes(ctx)
	}
	if err == nil {
		err = b.pack(ctx)
	}
	return reduced("closing", dialects.Pos{}, err)
}

// samples takes away the table of the planner's samples, which ANALYZE has made here and
// the text does not fill.
func (b *Builder) samples(ctx context.Context) error {
	var n int
	const made = "SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat4'"
	err := b.conn.QueryRowContext(ctx, made).Scan(&n)
	if err != nil || n == 0 {
		return err
	}
	err = b.conn.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_stat4").Scan(&n)
	if err != nil || n > 0 {
		return err
	}
	return b.exec(ctx, "DROP TABLE sqlite_stat4")
}

// pack takes free pages out of the file, and gives one without tables its header.
func (b *Builder) pack(ctx context.Context) error {
	var free, pages int
	const ask = "SELECT freelist_count, page_count FROM pragma_freelist_count, pragma_page_count"
	err := b.conn.QueryRowContext(ctx, ask).Scan(&free, &pages)
	if err != nil || free == 0 && pages > 0 {
		return err
	}
	return b.exec(ctx, "VACUUM")
}

// indexes makes full-text indexes anew that do not fit their text.
func (b *Builder) indexes(ctx context.Context) error {
	rows, err := b.conn.QueryContext(ctx, "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%'")
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	var names []string
	for rows.Next() {
		var o object
		if err := rows.Scan(&o.name, &o.sql); err != nil {
			return err
		}
		if fullText.MatchString(o.sql) {
			names = append(names, o.name)
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, name := range names {
		if err := b.index(ctx, quotedName(name)); err != nil {
			return reduced("making a full-text index anew", dialects.Pos{}, err)
		}
	}
	return nil
}

func (b *Builder) index(ctx context.Context, name string) error {
	// The rank of 1 has the texts of other tables looked at too.
	if b.exec(ctx, "INSERT INTO "+name+"("+name+", rank) VALUES('integrity-check', 1)") == nil {
		return nil
	}
	return b.exec(ctx, "INSERT INTO "+name+"("+name+") VALUES('rebuild')")
}

// fullText is how an index is declared that can be made anew: the library has FTS5 only.
var fullText = regexp.MustCompile(`(?i)\busing\s+fts5\b`)

// Close ends the text and gives what became of it.
func (b *Builder) Close() error {
	_ = b.PipeWriter.Close() // it gives none
	<-b.done
	return errors.Join(b.err, b.shut())
}

// Discard ends what is not wanted any more. The file is the caller's to remove.
func (b *Builder) Discard() {
	b.stop()
	_ = b.PipeWriter.CloseWithError(context.Canceled) // it gives none
	<-b.done
	_ = b.shut()
}

func (b *Builder) shut() error {
	b.stop()
	return errors.Join(b.conn.Close(), b.db.Close())
}
