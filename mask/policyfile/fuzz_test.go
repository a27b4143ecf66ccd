package policyfile_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// FuzzParse holds what is true of every file: reading ends without a panic, it
// is a policy or has faults that are in the file, and reading it again says the
// same.
func FuzzParse(f *testing.F) {
	seeds := 0
	for _, data := range goodFiles(f) {
		f.Add(data)
		seeds++
	}
	for _, b := range badFiles(f) {
		f.Add(b.policy)
		seeds++
	}
	if seeds < 40 {
		f.Fatal("the files of testdata are not there")
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := policyfile.Parse(data)
		id := idOf(data)
		if err != nil {
			require.Nil(t, p)
			require.Empty(t, id)
			checkFaults(t, data, faultsOf(t, err))
			_, again := policyfile.Parse(data)
			require.Equal(t, err, again)
			return
		}
		require.Len(t, id, 16)
		require.Equal(t, id, idOf(data))
		if !strings.HasPrefix(string(data), "\ufeff") {
			require.Equal(t, id, idOf(append([]byte("\ufeff"), data...)))
		}
		var faults mask.Faults
		if _, err := mask.Compile(p, mask.EphemeralKey(), testSet()); errors.As(err, &faults) {
			checkFaults(t, data, faults)
		}
	})
}

// FuzzCondition holds that a condition is compiled or has faults, that binding
// it does not panic, and that neither says what its literals are.
func FuzzCondition(f *testing.F) {
	seeds := 0
	add := func(text string) {
		before, rest, _ := strings.Cut(text, "'")
		_, after, _ := strings.Cut(rest, "'")
		f.Add(before, after)
		seeds++
	}
	for _, c := range conditionTests {
		add(c.condition)
	}
	for _, b := range badFiles(f) {
		for _, quoted := range regexp.MustCompile(`when: "(.*)"\}`).FindAllSubmatch(b.policy, -1) {
			add(string(quoted[1]))
		}
	}
	if seeds < 150 {
		f.Fatal("the conditions are not there")
	}
	var columns []*schema.Column
	for kind := schema.Unknown; kind <= schema.Other; kind++ {
		columns = append(columns, &schema.Column{Name: string('a' + rune(kind)), Type: schema.Type{Kind: kind}})
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		if strings.ContainsAny(before, "'\"`") || strings.Contains(before, "col") || strings.Contains(before+after, "canary") {
			before, after = "a == ", "" // where the canary might be no literal
		}
		text := before + "'canary'" + after
		c, err := condition(text)
		if err == nil {
			_, err = c.Bind(columns)
		}
		if err != nil {
			require.NotContains(t, err.Error(), "canary")
		}
	})
}

// FuzzExcerpt holds that a place of any file can be shown, on two lines.
func FuzzExcerpt(f *testing.F) {
	for _, data := range goodFiles(f) {
		f.Add(data, 3, 5)
	}
	for _, b := range badFiles(f) {
		f.Add(b.policy, 2, 10)
	}
	f.Fuzz(func(t *testing.T, data []byte, line, column int) {
		shown := policyfile.Excerpt(data, mask.Location{Line: line, Column: column})
		if shown == "" {
			return
		}
		text, caret, ok := strings.Cut(shown, "\n")
		require.True(t, ok)
		require.Equal(t, "^", strings.TrimLeft(caret, " "))
		for _, r := range text {
			require.False(t, r < ' ' || 0x7f <= r && r < 0xa0, "a control character is shown")
		}
	})
}
