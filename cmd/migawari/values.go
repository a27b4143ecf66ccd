package main

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// A filePath names a file. It is not empty where it was given: what a script
// takes from a variable that is not set must not count as not said.
type filePath string

func (p *filePath) String() string { return string(*p) }
func (p *filePath) Type() string   { return "file" }

func (p *filePath) Set(s string) error {
	if s == "" {
		return errors.New("it is the name of a file")
	}
	*p = filePath(s)
	return nil
}

// A choice is one word of a list.
type choice struct {
	value string
	of    []string
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return "word" }

func (c *choice) Set(s string) error {
	if !slices.Contains(c.of, s) {
		return errors.New("it is one of " + strings.Join(c.of, ", "))
	}
	c.value = s
	return nil
}

// add gives a verb a flag whose usage ends with the words that it takes.
func (c *choice) add(cmd *cobra.Command, flag, usage string) {
	c.offer(cmd, flag, usage+": "+list(c.of))
}

// offer gives a verb a flag, for which a shell offers the words.
func (c *choice) offer(cmd *cobra.Command, flag, usage string) {
	cmd.Flags().Var(c, flag, usage)
	complete(cmd, flag, c.of...)
}

// A byteSize is a number of bytes, up to maxSize.
type byteSize int64

const maxSize = 1 << 30 // what dialects can hold in one piece

// units are what may stand behind a number of bytes, in lower case.
var units = map[string]int64{
	"": 1, "b": 1,
	"k": 1 << 10, "kib": 1 << 10, "kb": 1e3,
	"m": 1 << 20, "mib": 1 << 20, "mb": 1e6,
	"g": 1 << 30, "gib": 1 << 30, "gb": 1e9,
}

func (b *byteSize) String() string {
	n := int64(*b)
	for _, unit := range []string{"GiB", "MiB", "KiB"} {
		if scale := units[strings.ToLower(unit)]; n > 0 && n%scale == 0 {
			return strconv.FormatInt(n/scale, 10) + unit
		}
	}
	return strconv.FormatInt(n, 10)
}

func (b *byteSize) Type() string { return "size" }

func (b *byteSize) Set(s string) error {
	number := strings.TrimRight(s, "kmgibKMGIB ")
	n, err := strconv.ParseInt(number, 10, 64)
	scale, known := units[strings.ToLower(strings.TrimSpace(s[len(number):]))]
	if err != nil || !known || n < 1 || n > maxSize/scale {
		return errors.New("it is a size up to 1GiB, such as 64MiB")
	}
	*b = byteSize(n * scale)
	return nil
}

// A moment is the end of a day in UTC, by its date or by how many days there are until then.
type moment struct{ time.Time }

func (m *moment) Type() string { return "day" }

func (m *moment) String() string {
	if m.IsZero() {
		return ""
	}
	return m.Format(time.DateOnly)
}

func (m *moment) Set(s string) error {
	day, err := time.Parse(time.DateOnly, s)
	if number, isNumber := strings.CutSuffix(s, "d"); isNumber {
		var n int
		n, err = strconv.Atoi(number)
		day = time.Now().UTC().Truncate(24*time.Hour).AddDate(0, 0, n)
	}
	end := day.AddDate(0, 0, 1).Add(-time.Second)
	if err != nil || end.Before(time.Now()) {
		return errors.New("it is a day to come, such as 2030-01-31, or a number of days, such as 90d")
	}
	m.Time = end
	return nil
}
