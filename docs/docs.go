// Package docs has the documents that the command brings along.
package docs

import _ "embed" // for Policy

// Policy is the grammar of policies, in Markdown.
//
//go:embed policy.md
var Policy string
