// Package job masks a dump in a bucket on the workers of an engine of Apache Beam.
//
//	job.go     what the workers are told, and the pipeline
//	key.go     where a worker finds the key
//	worker.go  what a worker has at hand: plan, buckets, key
//	plan.go    first stage: the dump is cut into parts
//	part.go    second: each part is masked into an object with a name of its own
//	commit.go  third to fifth: the parts are counted, named, and listed in the manifest
//	counters.go  what the engine shows meanwhile
//
// A stage can be done twice, or by two workers at once, as engines do that have lost sight of a
// worker: objects appear whole, under names that nobody else has, and get their last names
// when all are there. The manifest comes last. Without it nothing is to be used.
package job

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/migawari-dev/migawari/dialects/archive"
)

// A Job is what every worker is told. It stands in the parameters of the pipeline, for all
// who may see those: it has no key, and nothing of the dump.
type Job struct {
	ID       string    `json:"id"`
	Input    string    `json:"input"`  // URL of a dump, or of a prefix of dumps
	Output   string    `json:"output"` // URL of a prefix
	Index    string    `json:"index,omitempty"`
	Parts    int       `json:"parts"`  // of a dump
	Suffix   string    `json:"suffix"` // of the parts' names: .sql, .sql.gz …
	Policy   []byte    `json:"policy"`
	PolicyID string    `json:"policy_id"`
	KeyID    string    `json:"key_id"`
	Key      KeySource `json:"key"`

	Dialect   string `json:"dialect"`
	Charset   string `json:"charset,omitempty"`
	MaxRow    int    `json:"max_row,omitempty"`
	NoEndMark bool   `json:"no_end_mark,omitempty"`
	Partial   bool   `json:"partial,omitempty"`
	Workers   int    `json:"workers"` // goroutines that mask one part; 0: one for each processor
}

// NewID draws the ID of a job.
func NewID() string {
	b := make([]byte, 6)
	_, _ = rand.Read(b) // never fails, says crypto/rand
	return hex.EncodeToString(b)
}

// name is that of the object of a part of a dump. Their order is that of the parts.
func (j *Job) name(number int) string {
	return fmt.Sprintf("part-%05d-of-%05d%s", number, j.Parts, j.Suffix)
}

// aside is where objects of the job lie that have no last name yet.
func (j *Job) aside() string { return Aside + j.ID + "/" }

// Aside begins the names of objects of jobs that have not ended.
const Aside = ".migawari-"

// packing is how the parts are compressed.
func (j *Job) packing() archive.Kind { return archive.KindOf(j.Suffix) }

func init() {
	for _, t := range []any{(*planFn)(nil), (*maskFn)(nil), (*checkFn)(nil), (*nameFn)(nil), (*listFn)(nil)} {
		beam.RegisterDoFn(reflect.TypeOf(t).Elem())
	}
}

// Build makes the pipeline of a job.
func (j Job) Build() *beam.Pipeline {
	p, s := beam.NewPipelineWithRoot()
	parts := beam.ParDo(s.Scope("plan"), &planFn{Job: j}, beam.Impulse(s))
	done := beam.ParDo(s.Scope("mask"), &maskFn{Job: j}, beam.Reshuffle(s, parts))
	checked := beam.ParDo(s.Scope("check"), &checkFn{Job: j}, together(s, done))
	named := beam.ParDo(s.Scope("name"), &nameFn{Job: j}, beam.Reshuffle(s, checked))
	beam.ParDo0(s.Scope("list"), &listFn{Job: j}, together(s, named))
	return p
}

// together has one call see all of a collection, once all of it is there.
func together(s beam.Scope, c beam.PCollection) beam.PCollection {
	return beam.GroupByKey(s, beam.AddFixedKey(s, c))
}
