package dbfile

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
)

// A File is a database file that is to be read.
type File struct {
	path string
	info fs.FileInfo
	wal  bool
}

// Open looks at a file, and reads none of its rows.
func Open(path string) (*File, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if path, err = filepath.EvalSymlinks(path); err != nil { // its journals lie beside the file itself
		return nil, err
	}
	f := &File{path: path}
	if f.info, err = os.Stat(path); err != nil {
		return nil, err
	}
	return f, f.look()
}

// headSize is the length of a file's own header, and in it the byte that says whether there
// is a write-ahead log.
const (
	headSize   = 100
	headFormat = 19
	formatWAL  = 2
)

// look reads the header and sees what lies beside the file.
func (f *File) look() error {
	head := make([]byte, headSize)
	if err := readHead(f.path, head); err != nil {
		return err
	}
	f.wal = head[headFormat] == formatWAL
	if info, err := os.Stat(f.path + "-wal"); err == nil && info.Size() > 0 {
		return ErrLog
	}
	// One that was finished is empty, or begins with zeros.
	head = head[:8]
	if err := readHead(f.path+"-journal", head); err == nil && !bytes.Equal(head, make([]byte, len(head))) {
		return ErrJournal
	}
	return nil
}

func readHead(path string, head []byte) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // it was only read
	_, err = io.ReadFull(file, head)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return &Error{Doing: "reading the header", Code: notADatabase}
	}
	return err
}

const notADatabase = 26 // SQLITE_NOTADB

// name is how SQLite opens the file. One with a write-ahead log it would open only with
// a log beside it, so it is told that nobody writes; whether that was so is seen in the end.
func (f *File) name() string {
	mode := "mode=ro"
	if f.wal {
		mode += "&immutable=1"
	}
	return f.uri() + "?" + mode
}

func (f *File) uri() string {
	return "file:" + (&url.URL{Path: filepath.ToSlash(f.path)}).EscapedPath()
}

// Connect opens a file, which must be there, for asking it or for changing it, as any
// application does: what lies beside it counts.
func Connect(path string, write bool) (*sql.DB, error) {
	f := &File{path: path}
	head := make([]byte, headSize)
	if err := readHead(path, head); err != nil {
		return nil, err
	}
	if write {
		return sql.Open("sqlite", f.uri()+"?mode=rw")
	}
	if _, err := os.Stat(path + "-wal"); errors.Is(err, fs.ErrNotExist) {
		f.wal = head[headFormat] == formatWAL
	}
	return sql.Open("sqlite", f.name())
}

// Text gives the dump of the file. It can be asked for more than once.
func (f *File) Text() io.ReadCloser { return f.read(true) }

// Definitions gives the dump without rows.
func (f *File) Definitions() io.ReadCloser { return f.read(false) }

func (f *File) read(rows bool) io.ReadCloser {
	ctx, stop := context.WithCancel(context.Background())
	r, w := io.Pipe()
	done := make(chan struct{})
	go func() {
		defer close(done)
		b := bufio.NewWriterSize(w, 256<<10)
		err := f.dump(ctx, b, rows)
		if err == nil {
			err = f.same()
		}
		if err == nil {
			err = b.Flush()
		}
		_ = w.CloseWithError(err) // it gives none
	}()
	return &text{r, func() { stop(); _ = r.Close(); <-done }}
}

// A text is a dump being read.
type text struct {
	*io.PipeReader
	stop func()
}

func (t *text) Close() error {
	t.stop()
	return nil
}

// same says whether the file is as it was when it was opened.
func (f *File) same() error {
	info, err := os.Stat(f.path)
	if err != nil {
		return err
	}
	if !os.SameFile(info, f.info) || info.Size() != f.info.Size() || !info.ModTime().Equal(f.info.ModTime()) {
		return ErrChanged
	}
	return f.look()
}

// dump writes the whole text, as one state of the file.
func (f *File) dump(ctx context.Context, w *bufio.Writer, rows bool) error {
	db, err := sql.Open("sqlite", f.name())
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }() // it was only read
	conn, err := db.Conn(ctx)
	if err != nil {
		return reduced("opening", dialects.Pos{}, err)
	}
	defer func() { _ = conn.Close() }()
	d := &dumper{ctx: ctx, conn: conn, w: w, wal: f.wal, rowless: !rows}
	for _, part := range []func() error{d.begin, d.tables, d.others, d.end} {
		if err := part(); err != nil {
			return reduced("reading", dialects.Pos{}, err)
		}
	}
	return nil
}

// A dumper writes the text of a dump.
type dumper struct {
	ctx      context.Context
	conn     *sql.Conn
	w        *bufio.Writer
	wal      bool
	rowless  bool   // definitions only
	writable bool   // the schema has been made writable
	quoted   []byte // scratch
}

// usual are settings of a file, and what SQLite gives a new one.
var usual = []struct{ name, value string }{
	{"page_size", "4096"}, {"encoding", "UTF-8"}, {"auto_vacuum", "0"}, {"application_id", "0"}, {"user_version", "0"},
}

// begin writes what comes before the first table.
func (d *dumper) begin() error {
	for _, s := range []string{"PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA temp_store=MEMORY", "BEGIN"} {
		if _, err := d.conn.ExecContext(d.ctx, s); err != nil {
			return err
		}
	}
	_, _ = d.w.WriteString("PRAGMA foreign_keys=OFF;\n") // its errors stay until Flush
	for _, s := range usual {
		var value string
		if err := d.conn.QueryRowContext(d.ctx, "PRAGMA "+s.name).Scan(&value); err != nil {
			return err
		}
		switch {
		case value == s.value:
		case s.name == "encoding":
			_, _ = fmt.Fprintf(d.w, "PRAGMA encoding='%s';\n", value)
		default:
			_, _ = fmt.Fprintf(d.w, "PRAGMA %s=%s;\n", s.name, value)
		}
	}
	_, err := d.w.WriteString("BEGIN TRANSACTION;\n")
	return err
}

func (d *dumper) end() error {
	if d.writable {
		_, _ = d.w.WriteString("PRAGMA writable_schema=OFF;\n")
	}
	_, err := d.w.WriteString("COMMIT;\n")
	if d.wal {
		_, err = d.w.WriteString("PRAGMA journal_mode=wal;\n")
	}
	return err
}

// An object is a line of the schema.
type object struct{ name, sql string }

// objects lists those that a condition takes in, in the order in which they were made.
func (d *dumper) objects(condition string) ([]object, error) {
	rows, err := d.conn.QueryContext(d.ctx, "SELECT name, sql FROM sqlite_schema WHERE sql NOT NULL AND "+condition)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var all []object
	for rows.Next() {
		var o object
		if err := rows.Scan(&o.name, &o.sql); err != nil {
			return nil, err
		}
		all = append(all, o)
	}
	return all, rows.Err()
}

// tables writes tables and their rows; the counters come last, since every table that
// counts makes one.
func (d *dumper) tables() error {
	all, err := d.objects("type = 'table' ORDER BY name = 'sqlite_sequence', rowid")
	if err != nil {
		return err
	}
	for _, t := range all {
		if err := d.table(t); err != nil {
			return err
		}
	}
	return nil
}

func (d *dumper) table(t object) error {
	name := strings.ToLower(t.name)
	switch {
	case name == "sqlite_sequence":
		_, _ = d.w.WriteString("DELETE FROM sqlite_sequence;\n")
	case name == "sqlite_stat1":
		_, _ = d.w.WriteString("ANALYZE sqlite_schema;\n")
	case strings.HasPrefix(name, "sqlite_stat"):
		return nil // written by a SQLite that was built with it, and read by no other
	case strings.HasPrefix(name, "sqlite_"):
		return nil
	case strings.HasPrefix(strings.ToUpper(t.sql), "CREATE VIRTUAL TABLE"):
		return d.virtual(t)
	default:
		if err := d.definition(t.sql); err != nil {
			return err
		}
	}
	if d.rowless {
		return nil
	}
	columns, err := d.columns(t.name)
	if err != nil {
		return err
	}
	return d.rows(t.name, columns)
}

// virtual writes how a virtual table is put into the schema without being made, since
// its rows lie in tables of their own.
func (d *dumper) virtual(t object) error {
	if !d.writable {
		d.writable = true
		_, _ = d.w.WriteString("PRAGMA writable_schema=ON;\n")
	}
	name, text := appendText(nil, t.name), appendText(nil, t.sql)
	_, err := fmt.Fprintf(d.w, "INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table',%s,%s,0,%s);\n", name, name, text)
	return err
}

// columns lists those that hold a value: not those that are computed.
func (d *dumper) columns(table string) ([]string, error) {
	rows, err := d.conn.QueryContext(d.ctx, "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid", table)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

// rows writes those of a table. The plus keeps a value and hides the type of its column, by
// which the driver would change it.
func (d *dumper) rows(table string, columns []string) error {
	from := make([]string, len(columns))
	for i, c := range columns {
		from[i] = "+" + quotedName(c)
	}
	rows, err := d.conn.QueryContext(d.ctx, "SELECT "+strings.Join(from, ",")+" FROM "+quotedName(table))
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	values, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	head := "INSERT INTO " + quotedName(table) + " VALUES("
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		_, _ = d.w.WriteString(head)
		for i, v := range values {
			if i > 0 {
				_ = d.w.WriteByte(',')
			}
			d.quoted = appendLiteral(d.quoted[:0], v)
			_, _ = d.w.Write(d.quoted)
		}
		if _, err := d.w.WriteString(");\n"); err != nil {
			return err
		}
	}
	return rows.Err()
}

// others writes indexes, views and triggers, in the order in which they were made.
func (d *dumper) others() error {
	all, err := d.objects("type IN ('index', 'view', 'trigger') ORDER BY rowid")
	if err != nil {
		return err
	}
	for _, o := range all {
		if err := d.definition(o.sql); err != nil {
			return err
		}
	}
	return nil
}
