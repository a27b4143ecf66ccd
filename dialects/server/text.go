package server

import (
	"bufio"
	"context"
	"errors"
	"io"
)

// Text gives what write writes, as it is read: who does not read holds write up, and
// nothing of it lies anywhere. Where write fails, reading ends with its error.
func Text(ctx context.Context, write func(ctx context.Context, w *bufio.Writer) error) io.ReadCloser {
	ctx, cancel := context.WithCancel(ctx)
	r, w := io.Pipe()
	t := &text{PipeReader: r, cancel: cancel, ended: make(chan struct{})}
	go func() {
		defer close(t.ended)
		buffer := bufio.NewWriterSize(w, 64<<10)
		err := write(ctx, buffer)
		if err == nil {
			err = buffer.Flush()
		}
		_ = w.CloseWithError(err) // it gives no other
	}()
	return t
}

type text struct {
	*io.PipeReader
	cancel context.CancelFunc
	ended  chan struct{}
}

// Close stops writing and waits for its end.
func (t *text) Close() error {
	t.cancel()
	err := t.PipeReader.Close()
	<-t.ended
	return err
}

// Undescribed is the error of an object that no definition can be written of.
func Undescribed(kind, name string) error {
	return &Error{Reason: kind + " cannot be described without the server's dump program", Object: name}
}

// At names the object at which a server stopped.
func At(object string, err error) error {
	if e, ok := errors.AsType[*Error](err); ok && e.Object == "" {
		own := *e
		own.Object = object
		return &own
	}
	return err
}
