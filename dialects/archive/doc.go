// Package archive reads and writes the containers that dumps come in. For now
// these are the compressed streams: gzip, zstd, lz4 and xz are read, and all but
// xz are written. A [Memory] holds such a stream where it passes by once.
//
// What a stream is, its first bytes tell and never its name. Reading is
// streaming: memory depends on the window that the compressed stream asks for
// and not on how much it expands to.
//
// No error holds a byte of the input. An input that ends early is ErrTruncated,
// wherever it was cut, and never a clean end; only a cut exactly between two
// members of a gzip file, or frames of the others, leaves a whole file behind,
// and then the dump inside lacks its end.
package archive
