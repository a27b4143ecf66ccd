package mask

import (
	"context"
	"io"
	"sync"

	"github.com/migawari-dev/migawari/dialects"
)

// A Reader is Copy turned inside out: it gives the masked dump to whoever
// reads. Close it, whether or not it was read to its end.
type Reader struct {
	pipe   *io.PipeReader
	cancel context.CancelFunc
	done   chan struct{}
	once   sync.Once
	audit  *Audit
	err    error
}

// NewReader masks src. Read returns io.EOF only after every byte of src has
// been understood; an error comes behind a line on which a client fails.
func NewReader(src io.Reader, d dialects.Dialect, p *Plan, opts ...Option) *Reader {
	ctx, cancel := context.WithCancel(context.Background())
	pr, pw := io.Pipe()
	r := &Reader{pipe: pr, cancel: cancel, done: make(chan struct{})}
	go func() {
		defer close(r.done)
		r.audit, r.err = Copy(ctx, pw, src, d, p, opts...)
		_ = pw.CloseWithError(r.err) // nil is io.EOF
	}()
	return r
}

// Read implements [io.Reader].
func (r *Reader) Read(b []byte) (int, error) { return r.pipe.Read(b) }

// Close stops the run and waits until src is no longer read.
func (r *Reader) Close() error {
	r.once.Do(func() {
		r.cancel()
		_ = r.pipe.Close()
		<-r.done
	})
	return nil
}

// Audit gives the audit, once Read has returned io.EOF. Before, or after an
// error, it gives the error.
func (r *Reader) Audit() (*Audit, error) {
	select {
	case <-r.done:
		return r.audit, r.err
	default:
		return nil, ErrRunning
	}
}
