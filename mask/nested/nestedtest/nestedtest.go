// Package nestedtest checks that a format of package nested keeps its laws.
package nestedtest

import (
	"bytes"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/migawari-dev/migawari/mask/nested"
)

// A Case is a format with values that it reads and such that it refuses.
type Case struct {
	Format nested.Format
	Good   []string
	Bad    []string
	// Deep gives a value of so many levels.
	Deep func(levels int) string
}

// Run checks the values, what is cut off from them, deep ones and large ones.
func Run(t *testing.T, c Case) {
	t.Helper()
	if len(c.Good) == 0 || len(c.Bad) == 0 {
		t.Fatal("nestedtest: a kit without input checks nothing")
	}
	for _, v := range c.Good {
		if _, err := parse(c.Format, []byte(v)); err != nil {
			t.Errorf("%q must be read: %v", v, err)
		}
		Check(t, c.Format, []byte(v))
		for i := range v {
			Check(t, c.Format, []byte(v[:i]))
			Check(t, c.Format, []byte(v[i:]))
		}
	}
	for _, v := range c.Bad {
		if _, err := parse(c.Format, []byte(v)); err == nil {
			t.Errorf("%q must be refused", v)
		}
	}
	if c.Deep == nil {
		return
	}
	for _, levels := range []int{nested.MaxDepth / 2, nested.MaxDepth * 10, 1_000_000} {
		start := time.Now()
		_, err := parse(c.Format, []byte(c.Deep(levels)))
		if levels < nested.MaxDepth && err != nil || levels > nested.MaxDepth && !errors.Is(err, nested.ErrLimit) {
			t.Errorf("%d levels: %v", levels, err)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%d levels take %v", levels, took)
		}
	}
}

// Fuzz does the same with values that are made up from those of the case.
func Fuzz(f *testing.F, c Case) {
	for _, v := range slices.Concat(c.Good, c.Bad) {
		f.Add([]byte(v))
	}
	f.Fuzz(func(t *testing.T, src []byte) { Check(t, c.Format, src) })
}

// A part is what a part of a value says.
type part struct {
	kind       nested.Kind
	name, text string
	named      bool
}

func parse(f nested.Format, src []byte) ([]part, error) {
	var parts []part
	var w nested.Walker
	none, _, err := nested.Parse(nil)
	if err != nil {
		return nil, err
	}
	if err := w.Begin(f, none, src); err != nil {
		return nil, err
	}
	for p, _, _ := w.Next(); p != nil; p, _, _ = w.Next() {
		x := part{kind: p.Kind, named: p.Name.End > p.Name.Start}
		if x.named {
			x.name = string(f.Name(nil, src, p))
		}
		if p.Kind > nested.Array && p.Kind != nested.Null {
			x.text = string(f.Text(nil, src, p))
		}
		parts = append(parts, x)
	}
	return parts, nil
}

// canary is a text with what formats must escape.
const canary = "Kanari\u00e9 \"'\\<&{},;:=|\n42"

// Check holds for any value that it is refused by one of two errors, or that its parts
// follow each other; that the same texts written anew are read as the same; and that
// other texts are read as these.
func Check(t *testing.T, f nested.Format, src []byte) {
	t.Helper()
	before := bytes.Clone(src)
	want, err := parse(f, src)
	if err != nil {
		if !errors.Is(err, nested.ErrForm) && !errors.Is(err, nested.ErrLimit) {
			t.Fatalf("%q: an error of its own: %v", src, err)
		}
		return
	}
	same, ok := rewrite(t, f, src, func(p part) string { return p.text })
	if !ok {
		t.Fatalf("%q: its own texts cannot be written", src)
	}
	got, err := parse(f, same)
	if err != nil || !slices.Equal(got, want) {
		t.Fatalf("%q: written anew: %q: %v\n%v\n%v", src, same, err, want, got)
	}
	for _, text := range []string{canary, "x", "-12.5e3", "true"} {
		other, ok := rewrite(t, f, src, func(part) string { return text })
		if !ok {
			continue
		}
		got, err := parse(f, other)
		if err != nil || len(got) != len(want) {
			t.Fatalf("%q: with other texts: %q: %v", src, other, err)
		}
		for i, p := range got {
			if scalar := p.kind > nested.Array && p.kind != nested.Opaque && want[i].kind != nested.Null; scalar && p.text != text || p.name != want[i].name {
				t.Fatalf("%q: with %q for every text: %q: has %q", src, text, other, p.text)
			}
		}
	}
	if !bytes.Equal(src, before) {
		t.Fatalf("%q: the value was changed", before)
	}
}

// rewrite writes texts in the place of all scalars but NULL. Where a format cannot hold
// one, ok is false.
func rewrite(t *testing.T, f nested.Format, src []byte, text func(part) string) (out []byte, ok bool) {
	var w nested.Walker
	none, _, _ := nested.Parse(nil)
	if err := w.Begin(f, none, src); err != nil {
		t.Fatal(err)
	}
	from, seen := int32(0), int32(0)
	next := func(at nested.Span) {
		if at.Start < seen || at.End < at.Start || int(at.End) > len(src) {
			t.Fatalf("%q: parts out of order", src)
		}
		seen = at.End
	}
	for p, _, _ := w.Next(); p != nil; p, _, _ = w.Next() {
		if p.Name.End > p.Name.Start {
			next(p.Name)
		}
		if p.Kind <= nested.Array {
			continue
		}
		next(p.At)
		if p.Kind == nested.Null || p.Kind == nested.Opaque {
			continue
		}
		out = append(out, src[from:p.At.Start]...)
		from = p.At.End
		own := part{kind: p.Kind, text: string(f.Text(nil, src, p))}
		var err error
		if out, err = f.Append(out, []byte(text(own)), src, p); err != nil {
			return nil, false
		}
	}
	return append(out, src[from:]...), true
}
