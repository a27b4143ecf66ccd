package job

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/migawari-dev/migawari/beam/bucket"
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
)

// Why a worker does no work.
var (
	ErrOtherKey    = errors.New("this worker has another key than the job")
	ErrOtherPolicy = errors.New("this worker reads the policy in another way than the one that started the job: it is of another version")
)

// Grammars are the dialects that a dump can be in.
func Grammars() []dialects.Dialect {
	return []dialects.Dialect{mysql.Dialect, postgres.Dialect, sqlite.Dialect}
}

// A worker has at hand what masks.
type worker struct {
	plan   *mask.Plan
	locale *fake.Locale
}

// worker makes the worker of this process.
func (j *Job) worker(ctx context.Context) (*worker, error) {
	key, err := j.Key.Key(ctx)
	if err != nil {
		return nil, err
	}
	if id := key.ID(); id != j.KeyID {
		return nil, fmt.Errorf("%w: %s and not %s", ErrOtherKey, id, j.KeyID)
	}
	w := &worker{}
	if w.plan, w.locale, err = Compile(j.Policy, key); err != nil {
		return nil, fmt.Errorf("the policy: %w", err)
	}
	if w.plan.Policy().ID != j.PolicyID {
		return nil, ErrOtherPolicy
	}
	return w, nil
}

// options are those of each part.
func (j *Job) options() []mask.Option {
	opts := []mask.Option{mask.Detect(detect.NamesOfPersons), mask.Workers(j.workers())}
	if j.Partial {
		opts = append(opts, mask.Partial())
	}
	return opts
}

func (j *Job) workers() int {
	if j.Workers > 0 {
		return j.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// scan says how dumps are read.
func (j *Job) scan() dialects.ScanOptions {
	return dialects.ScanOptions{Charset: j.Charset, MaxRow: j.MaxRow, NoEndMark: j.NoEndMark}
}

// input opens an object of the input.
func (j *Job) input(ctx context.Context, name string) (*bucket.Bucket, *bucket.Object, error) {
	p, err := bucket.Parse(j.Input)
	if err != nil {
		return nil, nil, fmt.Errorf("the input: %w", err)
	}
	b, err := bucket.Open(ctx, p)
	if err != nil {
		return nil, nil, fmt.Errorf("the input: %w", err)
	}
	o, err := b.Object(ctx, name)
	if err != nil {
		_ = b.Close() // it was only read
		return nil, nil, fmt.Errorf("the input: %w", err)
	}
	return b, o, nil
}

// output opens where the masked parts go.
func (j *Job) output(ctx context.Context) (*bucket.Bucket, error) {
	p, err := bucket.Parse(j.Output)
	if err != nil {
		return nil, fmt.Errorf("the output: %w", err)
	}
	b, err := bucket.OpenToWrite(ctx, p)
	if err != nil {
		return nil, fmt.Errorf("the output: %w", err)
	}
	return b, nil
}

// said is an error as it leaves a worker: engines write down whatever they can find in one.
func said(number, of int, err error) error {
	return fmt.Errorf("part %d of %d: %s", number, of, err.Error())
}

// guard makes an error of a panic, which is a bug of ours. Its value may quote data and is
// left out; where it arose is said.
func guard(err *error) {
	if recover() == nil {
		return
	}
	var pcs [16]uintptr
	where := ""
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs[:])])
	for {
		f, more := frames.Next()
		if strings.HasPrefix(f.Function, "reflect.") {
			break // the engine's
		}
		where += fmt.Sprintf("\n  %s (%s:%d)", f.Function, filepath.Base(f.File), f.Line)
		if !more {
			break
		}
	}
	*err = errors.New("internal error: this is a bug in migawari" + where)
}
