package policyfile

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/migawari-dev/migawari/internal/spelling"
	"github.com/migawari-dev/migawari/mask"
)

// A reader walks the tree of a policy file and gathers its faults. Its methods
// give the zero value for what is at fault, so that reading goes on.
type reader struct {
	*document
	faults mask.Faults
	more   int // faults that were left out
	// aliases have their fault already: what stands for them is not known.
	aliases map[*yaml.Node]bool
	// top is where what stands behind each word of the file's first level begins.
	top map[string]mask.Location
}

// maxFaults bounds what a file that is no policy at all can say.
const maxFaults = 1000

func (r *reader) fault(at mask.Location, p *path, reason, hint string) {
	if r.full() {
		r.more++
		return
	}
	r.faults = append(r.faults, mask.Fault{At: at, Path: p.String(), Reason: reason, Hint: hint})
}

// full says that faults are only counted.
func (r *reader) full() bool { return len(r.faults) == maxFaults }

// sorted gives the faults in the order of the file.
func (r *reader) sorted() mask.Faults {
	slices.SortStableFunc(r.faults, func(a, b mask.Fault) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	if r.more > 0 {
		r.faults = append(r.faults, mask.Fault{Reason: fmt.Sprintf("%d more faults", r.more)})
	}
	return r.faults
}

// A path is the way from the root of the file to a node. It becomes a text only
// where there is a fault.
type path struct {
	up   *path
	name string
}

func (p *path) to(name string) *path {
	if isSecret(name) {
		name = concealed
	}
	if way, _, conditional := strings.Cut(name, "[?"); conditional {
		name = way + "[?" + concealed + "]" // the literals of a condition in a path
	}
	return &path{p, name}
}

func (p *path) String() string {
	switch {
	case p == nil:
		return ""
	case p.up == nil:
		return p.name
	}
	return p.up.String() + "." + p.name
}

// vet refuses, wherever they stand, what YAML has besides maps, lists and words.
func (r *reader) vet(n *yaml.Node, p *path) {
	switch {
	case n.Kind == yaml.AliasNode:
		r.aliases[n] = true
		r.fault(r.at(n), p, "an alias stands here", aliasHint)
		return
	case n.Anchor != "":
		r.fault(r.at(n), p, "an anchor stands here", aliasHint)
	case n.Style&yaml.TaggedStyle != 0 || n.Tag == "!":
		r.fault(r.at(n), p, "a tag stands here", "quote what is to be a text")
	}
	for i, child := range n.Content {
		switch {
		case n.Kind != yaml.MappingNode:
			r.vet(child, p)
		case i%2 == 0 && child.Tag == mergeTag:
			r.fault(r.at(child), p, "a merge key stands here", aliasHint)
		case i%2 == 0:
			r.vet(child, p)
		case n.Content[i-1].Tag != mergeTag:
			r.vet(child, p.to(n.Content[i-1].Value))
		}
	}
}

const mergeTag = "!!merge"

// An entry is a key of a map and what stands behind it.
type entry struct {
	key   string
	at    mask.Location // of the key
	value *yaml.Node
}

// entries reads a map. Keys are taken as they are written.
func (r *reader) entries(n *yaml.Node, p *path, what string) []entry {
	if n.Kind != yaml.MappingNode {
		r.unwanted(n, p, what)
		return nil
	}
	list := make([]entry, 0, len(n.Content)/2)
	lines := make(map[string]int, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		switch {
		case k.Kind == yaml.AliasNode || k.Tag == mergeTag:
		case k.Kind != yaml.ScalarNode:
			r.fault(r.at(k), p, "a key that is a list or a map", "a key is a word")
		case lines[k.Value] != 0:
			r.fault(r.at(k), p.to(k.Value), "stands twice", fmt.Sprintf("it stands in line %d already", lines[k.Value]))
		default:
			at := r.at(k)
			lines[k.Value] = at.Line
			list = append(list, entry{k.Value, at, n.Content[i+1]})
		}
	}
	return list
}

// unwanted says that something else should stand at n.
func (r *reader) unwanted(n *yaml.Node, p *path, what string) {
	r.unwantedHint(n, p, what, "")
}

func (r *reader) unwantedHint(n *yaml.Node, p *path, what, hint string) {
	if r.aliases[n] {
		return
	}
	r.fault(r.at(n), p, "wants "+what+", not "+describe(n), hint)
}

// describe names the kind of a node without showing it.
func describe(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a map"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case plain(n) && n.Value == "":
		return "nothing"
	}
	switch scalar(n).(type) {
	case nil:
		return "null"
	case bool:
		return "true or false"
	case int, float64, tooLarge:
		return "a number"
	}
	if n.Value == "" {
		return "an empty text"
	}
	return "this text"
}

func plain(n *yaml.Node) bool {
	const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	return n.Kind == yaml.ScalarNode && n.Style&quoted == 0
}

// tooLarge is a number that Go has no type for.
type tooLarge struct{}

// scalar gives the value of a scalar in the core schema of YAML 1.2 (section
// 10.3): nil, bool, int, float64, tooLarge or string. The library's own tags
// follow YAML 1.1 in places (0777, 1_000, dates).
func scalar(n *yaml.Node) any {
	s := n.Value
	if !plain(n) {
		return s
	}
	switch s {
	case "", "~", "null", "Null", "NULL":
		return nil
	case "true", "True", "TRUE":
		return true
	case "false", "False", "FALSE":
		return false
	}
	unsigned := strings.TrimLeft(s, "+-")
	switch {
	case len(s)-len(unsigned) > 1 || unsigned == "":
		return s
	case unsigned == ".inf" || unsigned == ".Inf" || unsigned == ".INF" || s == ".nan" || s == ".NaN" || s == ".NAN":
		return tooLarge{}
	case strings.Trim(unsigned, "0123456789") == "":
		return integer(s, 10)
	case strings.HasPrefix(s, "0o") && len(s) > 2 && strings.Trim(s[2:], "01234567") == "":
		return integer(s[2:], 8)
	case strings.HasPrefix(s, "0x") && len(s) > 2 && strings.Trim(s[2:], "0123456789abcdefABCDEF") == "":
		return integer(s[2:], 16)
	case strings.Trim(unsigned, "0123456789.eE+-") != "":
		return s
	}
	f, err := strconv.ParseFloat(s, 64)
	switch {
	case err == nil:
		return f
	case math.IsInf(f, 0):
		return tooLarge{}
	}
	return s
}

func integer(digits string, base int) any {
	i, err := strconv.ParseInt(digits, base, strconv.IntSize)
	if err != nil {
		return tooLarge{}
	}
	return int(i)
}

// name reads the name of a column, table or masker, as it is written.
func (r *reader) name(n *yaml.Node, p *path, what string) string {
	if n.Kind != yaml.ScalarNode || n.Value == "" {
		r.unwanted(n, p, what)
		return ""
	}
	return n.Value
}

// names reads one name or a list of names.
func (r *reader) names(n *yaml.Node, p *path, what string) []string {
	if n.Kind != yaml.SequenceNode {
		if s := r.name(n, p, what+" or a list of them"); s != "" {
			return []string{s}
		}
		return nil
	}
	if len(n.Content) == 0 {
		r.fault(r.at(n), p, "an empty list", "")
	}
	var list []string
	for _, c := range n.Content {
		list = append(list, r.name(c, p, what))
	}
	return list
}

// text reads a text, which may look like a number. null, true and false are
// none: whoever writes them means something else.
func (r *reader) text(n *yaml.Node, p *path, what string) string {
	if n.Kind == yaml.ScalarNode && n.Value != "" {
		switch scalar(n).(type) {
		case nil, bool:
			r.unwantedHint(n, p, what, "leave the word out, or quote a text that looks like this")
			return ""
		}
	}
	return r.name(n, p, what)
}

// choice reads one of some words.
func (r *reader) choice(n *yaml.Node, p *path, words ...string) string {
	if n.Kind == yaml.ScalarNode && slices.Contains(words, n.Value) {
		return n.Value
	}
	hint := ""
	if n.Kind == yaml.ScalarNode {
		hint = spelling.DidYouMean(n.Value, words)
	}
	r.unwantedHint(n, p, alternatives(words), hint)
	return ""
}

// boolean reads true or false.
func (r *reader) boolean(n *yaml.Node, p *path) bool {
	if n.Kind == yaml.ScalarNode {
		if b, ok := scalar(n).(bool); ok {
			return b
		}
	}
	r.unwanted(n, p, "true or false")
	return false
}

// positive reads an integer above zero.
func (r *reader) positive(n *yaml.Node, p *path) int {
	if n.Kind == yaml.ScalarNode {
		if i, ok := scalar(n).(int); ok && i > 0 {
			return i
		}
	}
	r.unwanted(n, p, "an integer above 0")
	return 0
}

// value reads a parameter: string, int, float64, bool, []any or map[string]any.
func (r *reader) value(n *yaml.Node, p *path) any {
	switch {
	case n.Kind == yaml.MappingNode:
		m := map[string]any{}
		for _, e := range r.entries(n, p, "") {
			m[e.key] = r.value(e.value, p.to(e.key))
		}
		return m
	case n.Kind == yaml.SequenceNode:
		list := make([]any, 0, len(n.Content))
		for _, c := range n.Content {
			list = append(list, r.value(c, p))
		}
		return list
	case n.Kind == yaml.AliasNode:
		return nil
	}
	v := scalar(n)
	switch v.(type) {
	case nil:
		r.unwantedHint(n, p, "a value", "quote the word null; for NULL itself there is the masker null")
	case tooLarge:
		r.fault(r.at(n), p, "the number is too large", "")
	}
	return v
}

// unknown says that a word is none of those that can stand here.
func (r *reader) unknown(e entry, p *path, words []string) {
	hint := ""
	if !r.full() {
		hint = spelling.DidYouMean(e.key, words)
	}
	if hint == "" {
		hint = "the words here are " + strings.Join(words, ", ")
	}
	if presentable(e.key) {
		p = p.to(e.key)
	}
	r.fault(e.at, p, "unknown word", hint)
}

// longestWord is how long a word can be that is shown without being known.
const longestWord = 30

// presentable says whether a word that nobody knows can be shown: it may be a
// secret, or a condition that lost its place.
func presentable(word string) bool {
	odd := func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("_-.", c)
	}
	return word != "" && utf8.RuneCountInString(word) <= longestWord && !strings.ContainsFunc(word, odd)
}

// alternatives joins words for a sentence.
func alternatives(words []string) string {
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
