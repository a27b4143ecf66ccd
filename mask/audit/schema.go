package audit

import _ "embed"

// Schema is the JSON Schema (draft 2020-12) of an audit.
//
//go:embed audit.schema.json
var Schema []byte
