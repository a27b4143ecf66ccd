package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"unicode"
)

// A sourceFlags name the raw dump that a masked one is held against.
type sourceFlags struct {
	file    filePath
	command command
}

// named says whether there is one.
func (f *sourceFlags) named() bool { return f.file != "" || f.command.words != nil }

// open opens the raw dump; its again runs the command once more.
func (f *sourceFlags) open(ctx context.Context, r *readFlags) (*input, error) {
	if f.command.words == nil {
		return openFile(ctx, r.keys, string(f.file))
	}
	if f.file != "" {
		return nil, usage("--source and --source-command name two raw dumps")
	}
	return f.run(ctx, r)
}

func (f *sourceFlags) run(ctx context.Context, r *readFlags) (*input, error) {
	p, err := f.command.start(ctx)
	if err != nil {
		return nil, failed(sourceName, err)
	}
	in := &input{name: sourceName, keys: r.keys, free: func() { _ = p.Close() }} // it was only read
	in.again = func() (io.ReadCloser, error) { return f.run(ctx, r) }
	if err := in.unpack(ctx, p); err != nil {
		in.close()
		return nil, err
	}
	return in, nil
}

const sourceName = "the source command"

// A command is a program with its arguments, as a flag has them: words between spaces, in
// which ' and " keep spaces. No shell reads them, so that nothing in them is carried out but
// the program.
type command struct {
	text  string
	words []string
}

func (c *command) String() string { return c.text }
func (c *command) Type() string   { return "command" }

func (c *command) Set(s string) error {
	var word strings.Builder
	begun, quote := false, rune(0)
	var words []string
	for _, r := range s {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '\'' || r == '"':
			quote, begun = r, true
		case unicode.IsSpace(r):
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if quote != 0 {
		return errors.New("a quote does not end")
	}
	if begun {
		words = append(words, word.String())
	}
	if len(words) == 0 {
		return errors.New("it is empty")
	}
	c.text, c.words = s, words
	return nil
}

// start runs the command. What it prints beside its output is not shown: it may tell of data.
func (c *command) start(ctx context.Context) (io.ReadCloser, error) {
	cmd := exec.CommandContext(ctx, c.words[0], c.words[1:]...)
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, keyVariable+"=") })
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return nil, errNoCommand
	}
	return &child{ReadCloser: out, cmd: cmd}, nil
}

var errNoCommand = errors.New("it cannot be run")

// A child is a program that is read. At its end it must say that all went well.
type child struct {
	io.ReadCloser
	cmd   *exec.Cmd
	ended bool
	err   error
}

func (p *child) Read(b []byte) (int, error) {
	if p.ended {
		return 0, p.err
	}
	n, err := p.ReadCloser.Read(b)
	if errors.Is(err, io.EOF) {
		p.ended, p.err = true, io.EOF
		if failed := p.cmd.Wait(); failed != nil {
			p.err = fmt.Errorf("it ended with status %d", p.cmd.ProcessState.ExitCode())
		}
		return n, p.err
	}
	return n, err
}

// Close ends a program that was not read to its end.
func (p *child) Close() error {
	if p.ended {
		return nil
	}
	p.ended, p.err = true, os.ErrClosed
	_ = p.cmd.Process.Kill() // it may have ended
	_ = p.cmd.Wait()         // nobody wants the rest
	return nil
}
