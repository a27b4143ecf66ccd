package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/migawari-dev/migawari/internal/bench/workload"
)

// subset measures parts of a dump, beside passing all of it through.
func (b *bench) subset(w io.Writer) error {
	if err := b.put("references.yaml", string(workload.References)); err != nil {
		return err
	}
	for _, l := range []workload.Layout{workload.MySQL, workload.Postgres} {
		file, size, _, err := b.generate("workload.sql", workload.Options{Layout: l, Size: 1e9})
		if err != nil {
			return err
		}
		whole := []string{"--root", "schools", "--percent", "5"}
		err = b.onFile(w, layoutNames[l], size, []*subject{
			{name: "passed through, 1 worker", pipe: pipeline{b.mask(b.path("none.yaml"), 1, file)}, check: same(file)},
			{name: "5 % of the schools with all that is theirs, 1 worker", pipe: pipeline{b.cut(1, file, whole...)}},
			{name: "the same, 2 workers", pipe: pipeline{b.cut(2, file, whole...)}},
			{name: "1000 students without children, 1 worker", pipe: pipeline{b.cut(1, file, "--root", "students: id <= 1000", "--children", "none")}},
		})
		if err != nil {
			return err
		}
		if err := b.keys(w, file); err != nil {
			return err
		}
	}
	return nil
}

// keys says what memory is taken by the keys of the largest part.
func (b *bench) keys(w io.Writer, file string) error {
	audit := b.path("part.json")
	if _, err := (pipeline{b.cut(1, file, "--root", "schools", "--audit", audit)}).run(nil, nil); err != nil {
		return err
	}
	text, err := os.ReadFile(audit)
	if err != nil {
		return err
	}
	var a struct {
		Part struct {
			Keys  int64 `json:"keys"`
			Bytes int64 `json:"key_bytes"`
		} `json:"subset"`
	}
	if err := json.Unmarshal(text, &a); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "\nFor all schools, %d keys take %.1f bytes each.\n\n", a.Part.Keys, float64(a.Part.Bytes)/float64(a.Part.Keys))
	return err
}

func (b *bench) cut(workers int, file string, args ...string) command {
	all := []string{"subset", "-p", b.path("references.yaml"), "--key-file", b.path("key"), "--jobs", fmt.Sprint(workers), "--progress", "never", "--no-end-mark"}
	return program(b.path("migawari"), append(append(all, args...), file)...)
}
