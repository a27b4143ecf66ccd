package policyfile

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/migawari-dev/migawari/internal/spelling"
	"github.com/migawari-dev/migawari/mask"
)

// Parse reads a policy file and compiles its conditions. The error is
// [mask.Faults]: everything that is wrong with the file, in its order, each with
// line and column. A file that is not YAML has one fault.
//
// What only the policy as a whole can tell (unknown maskers and parameters, a
// missing person, the order of arms) is found by [mask.Compile], whose faults
// have positions too. [Compile] gives all of them at once.
func Parse(data []byte) (*mask.Policy, error) {
	r, policy, f := read(data)
	switch {
	case f != nil:
		return nil, mask.Faults{*f}
	case len(r.faults) > 0:
		return nil, r.sorted()
	}
	identify(policy)
	return policy, nil
}

// read reads a policy file as far as it can. The reader has the faults that it
// has met; a file that is not YAML has one fault and nothing else.
func read(data []byte) (*reader, *mask.Policy, *mask.Fault) {
	d, f := load(data)
	if f != nil {
		return nil, nil, f
	}
	r := &reader{document: d, aliases: map[*yaml.Node]bool{}, top: map[string]mask.Location{}}
	r.vet(d.root, nil)
	return r, r.policy(d.root), nil
}

var policyWords = []string{"version", "locale", "audience", "names", "ddl", "large_objects", "definitions", "databases", "references", "production", "targets", "tables"}

// required are the words without which a file is no policy.
var required = []struct{ word, hint string }{
	{"version", "a policy begins with version: 1"},
	{"tables", "tables: {} is a policy that decides nothing"},
}

func (r *reader) policy(root *yaml.Node) *mask.Policy {
	policy := &mask.Policy{Collations: collations{}}
	entries := r.entries(root, nil, "the words of a policy")
	var met []string
	for _, e := range entries {
		p := (*path)(nil).to(e.key)
		met = append(met, e.key)
		r.top[e.key] = r.at(e.value)
		switch {
		case isKey(e):
			r.fault(e.at, keyPath(e.key), "a key does not belong in a policy", "give it with --key-file FILE, or in the variable MIGAWARI_KEY")
		case e.key == "version":
			r.version(e.value, p)
		case e.key == "locale":
			policy.Locale = r.locale(e.value, p)
		case e.key == "audience":
			policy.Audience = r.text(e.value, p, "a name")
		case e.key == "names":
			policy.Salt = r.salt(e.value, p)
		case e.key == "ddl":
			if r.choice(e.value, p, "safe", "keep") == "keep" {
				policy.DDL = mask.KeepDDL
			}
		case e.key == "large_objects":
			policy.LargeObjects = largeObjects[r.choice(e.value, p, "keep", "drop")]
		case e.key == "definitions":
			for _, d := range r.entries(e.value, p, "a map of objects") {
				action := r.choice(d.value, p.to(d.key), "mask", "keep")
				policy.Definitions = append(policy.Definitions, mask.Definition{Pattern: d.key, At: d.at, Mask: action == "mask"})
			}
		case e.key == "databases":
			policy.Databases = r.databases(e.value, p)
		case e.key == "references":
			policy.References = r.references(e.value, p)
		case e.key == "production":
			policy.Production = r.places(e.value, p)
		case e.key == "targets":
			policy.Targets = r.places(e.value, p)
		case e.key == "tables":
			for _, t := range r.entries(e.value, p, "a map of tables") {
				policy.Tables = append(policy.Tables, r.table(t, p.to(t.key)))
			}
		default:
			r.unknown(e, nil, policyWords)
			met = append(met, spelling.Nearest(e.key, policyWords)) // the word is not missing, it is misspelt
		}
	}
	for _, need := range required {
		if root.Kind == yaml.MappingNode && !slices.Contains(met, need.word) {
			r.fault(r.at(root), nil, need.word+" is missing", need.hint)
		}
	}
	return policy
}

// salt reads by what names are drawn.
func (r *reader) salt(n *yaml.Node, p *path) (salt int) {
	words := []string{"salt"}
	for _, e := range r.entries(n, p, "salt: a number") {
		if e.key != "salt" {
			r.unknown(e, p, words)
			continue
		}
		salt = r.positive(e.value, p.to(e.key))
	}
	return salt
}

var largeObjects = map[string]mask.LargeObjects{"keep": mask.KeepLargeObjects, "drop": mask.DropLargeObjects}

// version holds that the file is of the one version there is.
func (r *reader) version(n *yaml.Node, p *path) {
	v, ok := scalar(n).(int)
	switch {
	case n.Kind != yaml.ScalarNode || !ok:
		r.unwanted(n, p, "the number 1")
	case v != 1:
		r.fault(r.at(n), p, "an unknown version", "this program reads version 1")
	}
}

// locale reads a language tag and checks its form, as in BCP 47, section 2.1.
// Whether there are fakes for it is not known here.
func (r *reader) locale(n *yaml.Node, p *path) string {
	tag := r.text(n, p, "a language tag such as ja")
	for i, part := range strings.Split(tag, "-") {
		odd := func(c rune) bool {
			letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
			return !letter && (i == 0 || c < '0' || '9' < c)
		}
		if tag != "" && (part == "" || len(part) > 8 || strings.ContainsFunc(part, odd)) {
			r.fault(r.at(n), p, "not a language tag", "such as ja or en-US, with a hyphen (BCP 47)")
			break
		}
	}
	return tag
}

// databases reads where each database goes.
func (r *reader) databases(n *yaml.Node, p *path) map[string]string {
	m := map[string]string{}
	for _, e := range r.entries(n, p, "a map of databases") {
		if e.key == "" {
			r.fault(e.at, p, "a database without a name", "")
		}
		m[e.key] = r.name(e.value, p.to(e.key), "the name of a database")
	}
	return m
}

// places reads which databases of which servers are meant.
func (r *reader) places(n *yaml.Node, p *path) []string {
	list := r.names(n, p, "a database, as HOST/DATABASE")
	for i, place := range list {
		at := n
		if n.Kind == yaml.SequenceNode {
			at = n.Content[i]
		}
		if strings.HasPrefix(place, "sqlite:/") {
			continue // a file, by its path
		}
		if host, database, ok := strings.Cut(place, "/"); place != "" && (!ok || host == "" || database == "" || strings.Contains(database, "/")) {
			r.fault(r.at(at), p, "not of the form HOST/DATABASE", "* matches any run of characters: db.example.test/*")
		}
	}
	return list
}

// keyWords are names under which people write a secret, without hyphens and
// underscores.
var keyWords = []string{"key", "keyfile", "keyhex", "maskkey", "masterkey", "secretkey", "privatekey", "hmackey", "migawarikey",
	"secret", "salt", "pepper", "password", "passphrase", "token"}

// isKey recognises a key, by its word or by 64 hexadecimal digits.
func isKey(e entry) bool {
	word := strings.NewReplacer("-", "", "_", "").Replace(strings.ToLower(e.key))
	return slices.Contains(keyWords, word) || isSecret(e.key) || e.value.Kind == yaml.ScalarNode && isSecret(e.value.Value)
}

func isSecret(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) >= 64 && strings.Trim(s, "0123456789abcdefABCDEF") == ""
}

// keyPath shows the word of a key, unless it may be the key.
func keyPath(word string) *path {
	if !presentable(word) {
		return nil
	}
	return (*path)(nil).to(word)
}
