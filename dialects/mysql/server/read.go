package server

import (
	"bufio"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	driver "github.com/go-sql-driver/mysql"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/server"
)

// A reading reads a database by the driver, where no dump program is installed, and writes
// what mysqldump would: the server's own definitions, and all rows as of one moment. It
// stops at an object of which the server gives no definition.
type reading struct {
	ctx      context.Context
	conn     *sql.Conn
	w        *bufio.Writer
	database string
}

// readDump is a dump of a database without its program. It can be opened once: the moment
// belongs to one connection.
type readDump struct {
	ctx context.Context
	s   *Server
}

func (*readDump) Again() bool  { return false }
func (*readDump) Close() error { return nil }

func (d *readDump) Open() (io.ReadCloser, error) {
	return server.Text(d.ctx, func(ctx context.Context, w *bufio.Writer) error {
		db := sql.OpenDB(d.s.opens)
		defer func() { _ = db.Close() }() // it was only read
		conn, err := db.Conn(ctx)
		if err != nil {
			return reduced(err)
		}
		defer func() { _ = conn.Close() }() // likewise
		r := &reading{ctx, conn, w, d.s.target.Database}
		return r.all()
	}), nil
}

// session are how the connection reads: bytes as they are, in UTF-8, as of one moment, and
// however long whoever reads the dump takes.
var session = []string{
	"SET SESSION sql_mode = '', SESSION time_zone = '+00:00', SESSION sql_quote_show_create = 1, SESSION net_read_timeout = 86400, SESSION net_write_timeout = 86400, SESSION wait_timeout = 86400",
	"SET SESSION max_statement_time = 0", "SET SESSION max_execution_time = 0", // each server knows one of them
	"SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
	"START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY",
}

func (r *reading) all() error {
	for _, s := range session {
		_, err := r.conn.ExecContext(r.ctx, s)
		if e, ok := errors.AsType[*driver.MySQLError](err); err != nil && (!ok || e.Number != unknownVariable) {
			return reduced(err)
		}
	}
	var version string
	if err := r.conn.QueryRowContext(r.ctx, "SELECT VERSION()").Scan(&version); err != nil {
		return reduced(err)
	}
	r.printf(header, r.database, version)
	for _, step := range []func() error{r.known, r.tables, r.events, r.routines, r.views} {
		if err := step(); err != nil {
			return err
		}
	}
	r.printf("%s", footer)
	return nil
}

const header = `-- MySQL dump by migawari
--
-- Host: localhost    Database: %s
-- ------------------------------------------------------
-- Server version	%s

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!40101 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;
`

const footer = `
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;
/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed
`

// printf writes text. What went wrong is said when the writer is flushed.
func (r *reading) printf(format string, args ...any) { _, _ = fmt.Fprintf(r.w, format, args...) }

// list gives the first two columns of what a query finds.
func (r *reading) list(query string, args ...any) (all [][2]string, err error) {
	rows, err := r.conn.QueryContext(r.ctx, query, args...)
	if err != nil {
		return nil, reduced(err)
	}
	defer func() { _ = rows.Close() }() // its error is that of rows.Err
	for rows.Next() {
		var a, b sql.NullString
		if err := rows.Scan(&a, &b); err != nil {
			return nil, reduced(err)
		}
		all = append(all, [2]string{a.String, b.String})
	}
	return all, reduced(rows.Err())
}

// show gives the one row of a SHOW, by the names of its columns.
func (r *reading) show(query, object string) (map[string]string, error) {
	rows, err := r.conn.QueryContext(r.ctx, query)
	if err != nil {
		return nil, server.At(object, reduced(err))
	}
	defer func() { _ = rows.Close() }() // its error is that of rows.Err
	columns, err := rows.Columns()
	if err != nil {
		return nil, reduced(err)
	}
	values, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	if !rows.Next() {
		return nil, server.At(object, reduced(cmp.Or(rows.Err(), sql.ErrNoRows)))
	}
	if err := rows.Scan(into...); err != nil {
		return nil, reduced(err)
	}
	row := map[string]string{}
	for i, c := range columns {
		row[c] = values[i].String
	}
	return row, reduced(rows.Err())
}

// shown gives the definition that SHOW CREATE has of an object, with what it is beside.
func (r *reading) shown(kind, name string) (text string, beside map[string]string, err error) {
	beside, err = r.show("SHOW CREATE "+strings.ToUpper(kind)+" "+quoted(name), name)
	if err != nil {
		return "", nil, err
	}
	column := map[string]string{"trigger": "SQL Original Statement", "sequence": "Create Table"}[kind]
	if column == "" {
		column = "Create " + strings.ToUpper(kind[:1]) + kind[1:]
	}
	if text = beside[column]; text == "" {
		return "", nil, &server.Error{Reason: "the account may not read the definition of a " + kind, Object: name}
	}
	return text, beside, nil
}

// known stops at kinds of objects that nothing here describes.
func (r *reading) known() error {
	others, err := r.list("SELECT LOWER(routine_type), routine_name FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_type NOT IN ('PROCEDURE', 'FUNCTION')" +
		" UNION ALL SELECT LOWER(table_type), table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type NOT IN ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW', 'SEQUENCE')")
	if err != nil {
		return err
	}
	for _, o := range others {
		return server.Undescribed("a "+o[0], o[1])
	}
	return nil
}

// tables writes sequences, tables with their rows and triggers, and what stands in for views.
func (r *reading) tables() error {
	all, err := r.list("SELECT table_name, table_type FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_type = 'SEQUENCE' DESC, table_name")
	if err != nil {
		return err
	}
	for _, t := range all {
		switch name := t[0]; {
		case schema.Name{Name: name}.Ours():
		case t[1] == "SEQUENCE":
			err = r.sequence(name)
		case t[1] == "VIEW":
			err = r.placeholder(name)
		default:
			err = r.table(name)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *reading) sequence(name string) error {
	text, _, err := r.shown("sequence", name)
	if err != nil {
		return err
	}
	var next string
	if err := r.conn.QueryRowContext(r.ctx, "SELECT next_not_cached_value FROM "+quoted(name)).Scan(&next); err != nil {
		return server.At(name, reduced(err))
	}
	r.printf("\nDROP SEQUENCE IF EXISTS %s;\n%s;\nDO SETVAL(%[1]s, %[3]s, 0);\n", quoted(name), text, next)
	return nil
}

// placeholder lets other objects name a view before it is there.
func (r *reading) placeholder(name string) error {
	columns, err := r.list("SELECT column_name, '' FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position", name)
	if err != nil {
		return err
	}
	if len(columns) == 0 {
		return server.Undescribed("a view of tables that are not there", name)
	}
	var names []string
	for _, c := range columns {
		names = append(names, " 1 AS "+quoted(c[0]))
	}
	r.printf("\n/*!50001 DROP VIEW IF EXISTS %s*/;\n/*!50001 CREATE VIEW %[1]s AS SELECT\n%s */;\n", quoted(name), strings.Join(names, ",\n"))
	return nil
}

func (r *reading) table(name string) error {
	text, _, err := r.shown("table", name)
	if err != nil {
		return err
	}
	r.printf("\n--\n-- Table structure for table %s\n--\n\nDROP TABLE IF EXISTS %[1]s;\n%s;\n\n", quoted(name), text)
	if err := r.rows(name); err != nil {
		return server.At(name, err)
	}
	triggers, err := r.list("SELECT trigger_name, '' FROM information_schema.triggers WHERE trigger_schema = DATABASE() AND event_object_table = ? ORDER BY event_manipulation, action_timing, action_order", name)
	if err != nil {
		return err
	}
	for _, t := range triggers {
		if err := r.body("trigger", t[0]); err != nil {
			return err
		}
	}
	return nil
}

func (r *reading) events() error { return r.bodies("event", "events", "event") }
func (r *reading) routines() error {
	if err := r.bodies("function", "routines", "routine", "routine_type = 'FUNCTION'"); err != nil {
		return err
	}
	return r.bodies("procedure", "routines", "routine", "routine_type = 'PROCEDURE'")
}

// bodies writes all objects of a kind that has a body.
func (r *reading) bodies(kind, catalog, column string, only ...string) error {
	where := strings.Join(append([]string{column + "_schema = DATABASE()"}, only...), " AND ")
	all, err := r.list("SELECT " + column + "_name, '' FROM information_schema." + catalog + " WHERE " + where + " ORDER BY 1")
	if err != nil {
		return err
	}
	for _, o := range all {
		if err := r.body(kind, o[0]); err != nil {
			return err
		}
	}
	return nil
}

// body writes an object with a body, in the mode and the time zone in which it was made.
func (r *reading) body(kind, name string) error {
	text, beside, err := r.shown(kind, name)
	if err != nil {
		return err
	}
	r.printf("\n/*!50003 SET @saved_col_connection = @@collation_connection */ ;\n/*!50003 SET collation_connection  = %s */ ;\n"+
		"/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;\n/*!50003 SET sql_mode              = '%s' */ ;\n", beside["collation_connection"], beside["sql_mode"])
	if zone := beside["time_zone"]; zone != "" {
		r.printf("/*!50003 SET @saved_time_zone      = @@time_zone */ ;\n/*!50003 SET time_zone             = '%s' */ ;\n", zone)
	}
	if kind != "trigger" {
		r.printf("/*!50003 DROP %s IF EXISTS %s */;\n", strings.ToUpper(kind), quoted(name))
	}
	r.printf("DELIMITER ;;\n%s ;;\nDELIMITER ;\n", text)
	if beside["time_zone"] != "" {
		r.printf("/*!50003 SET time_zone             = @saved_time_zone */ ;\n")
	}
	r.printf("/*!50003 SET sql_mode              = @saved_sql_mode */ ;\n/*!50003 SET collation_connection  = @saved_col_connection */ ;\n")
	return nil
}

// views writes what placeholders stand for.
func (r *reading) views() error {
	all, err := r.list("SELECT table_name, collation_connection FROM information_schema.views WHERE table_schema = DATABASE() ORDER BY 1")
	if err != nil {
		return err
	}
	for _, v := range all {
		text, _, err := r.shown("view", v[0])
		if err != nil {
			return err
		}
		r.printf("\n/*!50001 DROP VIEW IF EXISTS %s*/;\n/*!50001 SET @saved_col_connection     = @@collation_connection */;\n/*!50001 SET collation_connection      = %s */;\n"+
			"%s;\n/*!50001 SET collation_connection      = @saved_col_connection */;\n", quoted(v[0]), v[1], text)
	}
	return nil
}

// statement is about how many bytes of rows one INSERT has.
const statement = 1 << 20

// elsewhere are engines whose rows lie in other tables.
var elsewhere = []string{"MRG_MyISAM", "MRG_MYISAM", "FEDERATED"}

// rows writes the rows of a table.
func (r *reading) rows(table string) error {
	engine, err := r.list("SELECT engine, '' FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?", table)
	if err != nil || len(engine) == 1 && slices.Contains(elsewhere, engine[0][0]) {
		return err
	}
	columns, err := r.list("SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?"+
		" AND COALESCE(generation_expression, '') = '' ORDER BY ordinal_position", table)
	if err != nil || len(columns) == 0 {
		return err
	}
	var names []string
	var forms []form
	for _, c := range columns {
		names, forms = append(names, quoted(c[0])), append(forms, formOf(strings.ToLower(c[1])))
	}
	list := strings.Join(names, ", ")
	rows, err := r.conn.QueryContext(r.ctx, "SELECT "+list+" FROM "+quoted(table))
	if err != nil {
		return reduced(err)
	}
	defer func() { _ = rows.Close() }() // its error is that of rows.Err
	values, into := make([]sql.RawBytes, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	head := "INSERT INTO " + quoted(table) + " (" + list + ") VALUES\n"
	var line []byte
	written := 0 // of the statement
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return reduced(err)
		}
		line = appendRow(line[:0], values, forms)
		switch {
		case written == 0:
			r.printf("%s", head)
		case written+len(line) > statement:
			r.printf(";\n%s", head)
			written = 0
		default:
			r.printf(",\n")
		}
		written += len(line)
		if _, err := r.w.Write(line); err != nil {
			return err
		}
	}
	if written > 0 {
		r.printf(";\n")
	}
	return reduced(rows.Err())
}
