// Package pgarchive reads and writes the archives of pg_dump: the custom format (-Fc), directories
// (-Fd) and tar files (-Ft), of versions 1.12 to 1.16, which are those of PostgreSQL 9.5 to 18.
//
// An archive is a table of contents, whose entries hold statements, and the data of some
// entries. [Archive.Text] gives all of it as one stream of SQL, in which package parts marks
// where a piece begins; what comes back for the pieces makes a new archive of the same kind.
// Its table of contents stands before its data, so the statements come back first:
//
//	a, err := pgarchive.Open(file)
//	c := a.NewContents(neutral)      // takes what comes back for a.Definitions()
//	w, err := c.Archive(out)         // takes what comes back for a.Text()
//
// No string of the old table of contents reaches the new one but what came back, names, and
// what pg_restore needs to read the file. No error holds a byte of the archive.
package pgarchive
