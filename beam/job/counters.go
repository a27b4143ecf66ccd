package job

import (
	"context"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/migawari-dev/migawari/mask"
)

// namespace is that of the counters.
const namespace = "migawari"

// What the engine shows of a job while it runs. Rows and bytes grow within a part.
var (
	rows     = beam.NewCounter(namespace, "rows")
	bytesIn  = beam.NewCounter(namespace, "bytes_in")
	bytesOut = beam.NewCounter(namespace, "bytes_out")
	values   = beam.NewCounter(namespace, "masked_values")
	parts    = beam.NewCounter(namespace, "parts")
)

// observe has the counters follow one run.
func observe(ctx context.Context) mask.Option {
	var before mask.Progress
	return mask.Observe(func(p mask.Progress) {
		rows.Inc(ctx, p.Rows-before.Rows)
		bytesIn.Inc(ctx, p.BytesIn-before.BytesIn)
		bytesOut.Inc(ctx, p.BytesOut-before.BytesOut)
		before = p
	})
}

// finished counts what is known at the end of a part.
func finished(ctx context.Context, a *mask.Audit) {
	for _, t := range a.Tables {
		for _, c := range t.Columns {
			values.Inc(ctx, c.Masked)
		}
	}
	parts.Inc(ctx, 1)
}

// Counted gives the counters of a job that has ended, by their names.
func Counted(r beam.PipelineResult) map[string]int64 {
	counted := map[string]int64{}
	all := r.Metrics()
	for _, c := range all.Query(func(m beam.MetricResult) bool { return m.Namespace() == namespace }).Counters() {
		counted[c.Name()] += c.Result()
	}
	return counted
}
