package pgarchive

// OpenDirectory reads the table of contents of a directory.
func OpenDirectory(path string) (*Archive, error) { return nil, at(nil, ErrMagic) }
