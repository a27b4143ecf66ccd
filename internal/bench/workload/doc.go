// Package workload writes dumps to measure with: byte for byte what mysqldump,
// mariadb-dump and pg_dump write, without a server, of any size.
//
// [Write] is a made-up school application of nine tables: pupils, teachers and
// orders, of which [Policy] masks eight columns, amid access logs, LaTeX, pictures
// and free text that looks like SQL. [Grid] is a rectangle of which each side can be
// chosen: tables, columns, masked columns, length of values.
//
// The same options give the same bytes on every machine.
//
//	workload.go  options, and what is told of a dump
//	school.go    the nine tables and their rows
//	words.go     what the rows are made of
//	grid.go      the rectangle
//	rows.go      one row in each layout
//	layout.go    all else that a dump has
//	random.go    numbers that depend on a seed
//
// All people, schools and codes are made up.
package workload
