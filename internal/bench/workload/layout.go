package workload

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Layout is how a program writes dumps.
type Layout string

const (
	MySQL    Layout = "mysql"    // mysqldump: a line for each statement
	MariaDB  Layout = "mariadb"  // mariadb-dump: a line for each row
	Postgres Layout = "postgres" // pg_dump: COPY
)

// DefaultStatement is the length of statements that mysqldump and mariadb-dump aim at.
const DefaultStatement = 1046528

type column struct{ name, mysql, postgres string }

// A table is written row by row. Its first column is its primary key.
type table struct {
	name    string
	columns []column
	rows    int
	row     func(r *row, x *random, i int) // i from 1
}

// A writer writes a dump.
type writer struct {
	out       *bufio.Writer
	layout    Layout
	statement int
	row       row
	err       error

	head []byte // of the INSERT statements of the table
	used int    // bytes of the statement so far
}

// write writes tables, in the order of their names as the programs do.
func write(w io.Writer, layout Layout, statement int, seed uint64, tables []table) error {
	d := &writer{out: bufio.NewWriterSize(w, 1<<20), layout: layout, statement: statement, row: row{layout: layout}}
	if statement <= 0 {
		d.statement = DefaultStatement
	}
	slices.SortFunc(tables, func(a, b table) int { return strings.Compare(a.name, b.name) })
	switch layout {
	case MySQL, MariaDB:
		d.inserts(seed, tables)
	case Postgres:
		d.copies(seed, tables)
	default:
		return fmt.Errorf("workload: no layout %q", layout)
	}
	if err := d.out.Flush(); err != nil {
		return err
	}
	return d.err
}

func (d *writer) put(format string, args ...any) {
	if _, err := fmt.Fprintf(d.out, format, args...); err != nil {
		d.err = err
	}
}

// each makes the rows of a table, until a write fails.
func (d *writer) each(seed uint64, t *table, put func(row []byte)) {
	x := randomOf(seed, t.name)
	for i := 1; i <= t.rows && d.err == nil; i++ {
		d.row.begin()
		t.row(&d.row, x, i)
		d.row.end()
		put(d.row.buf)
	}
}

func (d *writer) bytes(b []byte) {
	if _, err := d.out.Write(b); err != nil {
		d.err = err
	}
}

const mysqlHeader = `-- MySQL dump 10.13  Distrib 5.7.44, for Linux (x86_64)
--
-- Host: localhost    Database: school
-- ------------------------------------------------------
-- Server version	5.7.44
`

const mariadbHeader = `/*M!999999\- enable the sandbox mode */ 
-- MariaDB dump 10.19  Distrib 10.11.19-MariaDB, for debian-linux-gnu (x86_64)
--
-- Host: localhost    Database: school
-- ------------------------------------------------------
-- Server version	10.11.19-MariaDB-0+deb12u1
`

const mysqlBegin = `
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

const mysqlEnd = `/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed
`

func (d *writer) inserts(seed uint64, tables []table) {
	header, space := mysqlHeader, " "
	if d.layout == MariaDB {
		header, space = mariadbHeader, "\n"
	}
	d.put("%s%s", header, mysqlBegin)
	for i := range tables {
		t := &tables[i]
		d.put("\n--\n-- Table structure for table `%s`\n--\n\nDROP TABLE IF EXISTS `%[1]s`;\n", t.name)
		d.put("/*!40101 SET @saved_cs_client     = @@character_set_client */;\n/*!40101 SET character_set_client = utf8mb4 */;\n")
		d.put("CREATE TABLE `%s` (\n", t.name)
		for _, c := range t.columns {
			d.put("  `%s` %s,\n", c.name, c.mysql)
		}
		d.put("  PRIMARY KEY (`%s`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;\n", t.columns[0].name)
		d.put("/*!40101 SET character_set_client = @saved_cs_client */;\n\n--\n-- Dumping data for table `%s`\n--\n\n", t.name)
		d.put("LOCK TABLES `%s` WRITE;\n/*!40000 ALTER TABLE `%[1]s` DISABLE KEYS */;\n", t.name)
		d.head, d.used = fmt.Appendf(d.head[:0], "INSERT INTO `%s` VALUES%s", t.name, space), 0
		d.each(seed, t, d.insert)
		if d.used > 0 {
			d.put(";\n")
		}
		d.put("/*!40000 ALTER TABLE `%s` ENABLE KEYS */;\nUNLOCK TABLES;\n", t.name)
	}
	d.put(mysqlEnd)
}

// insert writes a row where mysqldump would: it counts two bytes for a separator, and
// four for the end of a statement.
func (d *writer) insert(row []byte) {
	size := len(row) + 2
	switch {
	case d.used > 0 && d.used+size < d.statement:
		d.used += size
		if d.layout == MariaDB {
			d.bytes([]byte(",\n"))
		} else {
			d.bytes([]byte(","))
		}
	default:
		if d.used > 0 {
			d.put(";\n")
		}
		d.bytes(d.head)
		d.used = len(d.head) + 4 + size
	}
	d.bytes(row)
}

const postgresHeader = `--
-- PostgreSQL database dump
--

\restrict workload

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

`

const postgresEnd = `--
-- PostgreSQL database dump complete
--

\unrestrict workload

`

// entry is the remark in front of each thing that pg_dump writes.
const entry = "--\n-- %s: %s; Type: %s; Schema: public; Owner: postgres\n--\n\n"

func (d *writer) copies(seed uint64, tables []table) {
	d.put(postgresHeader)
	for i := range tables {
		t := &tables[i]
		d.put(entry+"CREATE TABLE public.%[2]s (\n", "Name", t.name, "TABLE")
		for k, c := range t.columns {
			end := ","
			if k == len(t.columns)-1 {
				end = ""
			}
			d.put("    %s %s%s\n", c.name, c.postgres, end)
		}
		d.put(");\n\n\nALTER TABLE public.%s OWNER TO postgres;\n\n", t.name)
	}
	for i := range tables {
		t := &tables[i]
		names := make([]string, len(t.columns))
		for k, c := range t.columns {
			names[k] = c.name
		}
		d.put(entry+"COPY public.%[2]s (%[4]s) FROM stdin;\n", "Data for Name", t.name, "TABLE DATA", strings.Join(names, ", "))
		d.each(seed, t, d.bytes)
		d.put("\\.\n\n\n")
	}
	for i := range tables {
		t := &tables[i]
		d.put(entry, "Name", t.name+" "+t.name+"_pkey", "CONSTRAINT")
		d.put("ALTER TABLE ONLY public.%s\n    ADD CONSTRAINT %[1]s_pkey PRIMARY KEY (%[2]s);\n\n\n", t.name, t.columns[0].name)
	}
	d.put(postgresEnd)
}
