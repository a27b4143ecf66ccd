package main

import (
	"regexp"
	"slices"
	"strings"
)

// A licence is one that can be told by its words.
type licence struct {
	id   string // of SPDX, where that has one
	asks string // of whoever passes it on; empty: it does not go together with ours
	all  []string
	none []string
}

const notice = "that its text goes along"

// known are those that have been looked at. Texts are compared without their line breaks.
var known = []licence{
	{id: "Apache-2.0", asks: notice + ", and NOTICE files; it is ours too", all: []string{"Apache License Version 2.0, January 2004 http://www.apache.org/licenses/"}},
	{id: "BSD-2-Clause", asks: notice, all: []string{"Redistribution and use in source and binary forms"}, none: []string{"used to endorse or promote products"}},
	{id: "BSD-3-Clause", asks: notice, all: []string{"Redistribution and use in source and binary forms", "used to endorse or promote products"}},
	{id: "ISC", asks: notice, all: []string{"Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee"}},
	{id: "MIT", asks: notice, all: []string{"Permission is hereby granted, free of charge, to any person obtaining a copy of this software"}},
	{id: "MPL-2.0", asks: notice + ", and that the source of its own files stays to be had: they are unchanged, at the module's address", all: []string{"Mozilla Public License", "2.0"}},
	{id: "NAIST-2003", asks: notice, all: []string{"Nara Institute of Science and Technology", "ICOT Free Software"}},
	{id: "public domain", asks: "nothing", all: []string{"has been dedicated to the public domain by the authors"}},

	{id: "GPL", all: []string{"GNU GENERAL PUBLIC LICENSE Version"}},
	{id: "LGPL", all: []string{"GNU LESSER GENERAL PUBLIC LICENSE Version"}},
	{id: "AGPL", all: []string{"GNU AFFERO GENERAL PUBLIC LICENSE Version"}},
	{id: "SSPL", all: []string{"Server Side Public License"}},
	{id: "BUSL", all: []string{"Business Source License"}},
}

var space = regexp.MustCompile(`\s+`)

// licencesOf tells which licences a text has.
func licencesOf(text string) []licence {
	text = space.ReplaceAllString(text, " ")
	var found []licence
	for _, l := range known {
		has := func(words string) bool { return strings.Contains(text, words) }
		lacks := func(words string) bool { return !has(words) }
		if !slices.ContainsFunc(l.all, lacks) && !slices.ContainsFunc(l.none, has) {
			found = append(found, l)
		}
	}
	return found
}
