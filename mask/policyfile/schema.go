package policyfile

import _ "embed"

// Schema is the JSON Schema (draft 2020-12) of a policy file, for editors. It
// knows the words, their forms and the maskers of the contract, and refuses
// unknown ones; conditions, and what depends on several places of the file, are
// for [Parse] and [mask.Compile]. A program with maskers of its own adds their
// names to "$defs/masker".
//
//go:embed policy.schema.json
var Schema []byte
