package pgarchive

import "bufio"

func openTar(*bufio.Reader) (*Archive, error) { return nil, at(nil, ErrMagic) }
