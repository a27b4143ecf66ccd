package policyfile

import (
	"go.yaml.in/yaml/v4"

	"github.com/migawari-dev/migawari/mask"
)

// ParseCondition reads a condition that stands outside a policy. The error is
// [mask.Faults], whose columns count characters of the text.
func ParseCondition(text string) (mask.Condition, error) {
	r := &reader{document: &document{text: []byte(text)}}
	n := &yaml.Node{Kind: yaml.ScalarNode, Value: text, Line: 1, Column: 1}
	r.end = r.walk(mask.Location{Line: 1, Column: 1}, 0, len(text))
	c := r.condition(n, nil)
	if len(r.faults) > 0 {
		return nil, r.sorted()
	}
	return c, nil
}
