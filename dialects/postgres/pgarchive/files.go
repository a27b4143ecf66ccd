package pgarchive

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// The files of directories and tar files.
const (
	tocFile    = "toc.dat"
	scriptFile = "restore.sql"
)

// objectFile is the name of a large object's file.
func objectFile(oid uint32) string { return fmt.Sprintf("blob_%d.dat", oid) }

// checkFiles refuses names of files that lead elsewhere, or that two entries share.
func checkFiles(all []*entry) error {
	taken := map[string]bool{tocFile: true, scriptFile: true}
	for _, e := range all {
		if !e.data() {
			continue
		}
		if !plainName(e.file.s) || taken[e.file.s] {
			return at(e, ErrFileName)
		}
		taken[e.file.s] = true
	}
	return nil
}

// plainName says whether a name is one of those that pg_dump gives: a number or a word and
// a number, and a suffix.
func plainName(name string) bool {
	base, suffix, ok := strings.Cut(name, ".")
	number := strings.TrimPrefix(strings.TrimPrefix(base, "blobs"), "_")
	_, err := strconv.ParseUint(number, 10, 32)
	return ok && (suffix == "dat" && base == number && err == nil || suffix == "toc" && (base == "blobs" || strings.HasPrefix(base, "blobs_") && err == nil))
}

// An objectList is a file that lists large objects and their files, a line each.
type objectList struct{ lines *bufio.Scanner }

func newObjectList(r io.Reader) *objectList { return &objectList{bufio.NewScanner(r)} }

// next gives the number of the next object, or io.EOF.
func (l *objectList) next() (uint32, error) {
	if !l.lines.Scan() {
		if err := l.lines.Err(); err != nil {
			return 0, err
		}
		return 0, io.EOF
	}
	number, file, _ := strings.Cut(l.lines.Text(), " ")
	oid, err := strconv.ParseUint(number, 10, 32)
	if err != nil || file != objectFile(uint32(oid)) {
		return 0, ErrFileName
	}
	return uint32(oid), nil
}

func objectLine(oid uint32) string { return fmt.Sprintf("%d %s\n", oid, objectFile(oid)) }

// ended sees that nothing stands behind the table of contents in its file.
func (d *decoder) ended() error {
	switch _, err := d.r.Peek(1); err {
	case nil:
		return ErrDamaged
	case io.EOF:
		return nil
	default:
		return err
	}
}
