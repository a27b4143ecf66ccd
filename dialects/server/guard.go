package server

import (
	"errors"
	"slices"
	"strings"
	"unicode"
)

// A Guard keeps masked dumps out of productions. It judges a target twice: by its name
// before anything is asked of it, and by what the database says of itself, since one
// database can have many names.
//
// No part of it is answered by saying yes: what allows a target stands in a file that
// others review, and what forbids one stands in the database.
type Guard struct {
	// Targets are the databases that may be loaded into, as HOST/DATABASE. A * matches
	// any run of characters.
	Targets []string
	// Production are those that never may be.
	Production []string
}

// Why a guard refuses.
var (
	ErrNotTarget  = errors.New("the policy does not name it under targets")
	ErrProduction = errors.New("the policy names it under production")
	ErrLooksLive  = errors.New("its name is that of a production")
	ErrMarked     = errors.New("it carries the mark of a production")
	ErrSource     = errors.New("the dump came from this server")
	ErrOccupied   = errors.New("it holds tables, and no load of migawari is recorded in it")
)

// A State is what a database says of itself.
type State struct {
	Identity string // of its server
	Marked   bool   // it carries the mark of a production
	Stale    bool   // it carries one that names another server or database: it came along with a copy
	Tables   int    // that are not ours
	Loaded   bool   // a load is recorded
}

// IsProduction says whether a target, or the mark in its database, says that it is a
// production.
func (g *Guard) IsProduction(t *Target, s *State) bool {
	return matches(g.Production, t.Place()) || s != nil && s.Marked
}

// Name judges a target by its name.
func (g *Guard) Name(t *Target) error {
	switch {
	case g.IsProduction(t, nil):
		return ErrProduction
	case !matches(g.Targets, t.Place()):
		return ErrNotTarget
	case looksLive(t.Place()) && !slices.Contains(g.Targets, t.Place()):
		return ErrLooksLive
	}
	return nil
}

// Database judges a target by what it says of itself. source is the identity of the
// server that was dumped, where it is known; replace says that somebody has named the
// database as one whose tables may go.
func (g *Guard) Database(t *Target, s *State, source string, replace bool) error {
	switch {
	case g.IsProduction(t, s):
		return ErrMarked
	case source != "" && source == s.Identity:
		return ErrSource
	case s.Tables > 0 && !s.Loaded && !replace:
		return ErrOccupied
	}
	return nil
}

// liveWords are how people call a production, as words of a name.
var liveWords = []string{"prod", "prd", "production", "live", "primary", "master", "honban", "本番"}

func looksLive(place string) bool {
	words := strings.FieldsFunc(strings.ToLower(place), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(liveWords, w) })
}

// matches says whether one of the patterns takes in a place. Names of hosts and of
// databases are compared without case: the careful way for both lists is to be asked.
func matches(patterns []string, place string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return match(strings.ToLower(p), strings.ToLower(place)) })
}

// match compares with a pattern. A * stays on its side of the slash.
func match(pattern, s string) bool {
	before, after, star := strings.Cut(pattern, "*")
	if !star {
		return pattern == s
	}
	rest, ok := strings.CutPrefix(s, before)
	for ok {
		if match(after, rest) {
			return true
		}
		if rest == "" || rest[0] == '/' {
			return false
		}
		rest = rest[1:]
	}
	return false
}
