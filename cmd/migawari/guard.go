package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"hash"
	"os"
	"time"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/server"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// A guard is that of a policy.
type guard struct {
	server.Guard
	policy   string // its ID
	audience string
	verb     string // that asks
}

// readGuard reads the places of a policy.
func readGuard(verb, file string) (*guard, error) {
	if file == "" {
		return nil, noPolicy(verb)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, usage("%s: %s", named(file), reason(err))
	}
	p, err := policyfile.Parse(text)
	if faults, ok := errors.AsType[mask.Faults](err); ok {
		return nil, &policyError{file: file, text: text, faults: faults}
	}
	if err != nil {
		return nil, usage("%s: %s", named(file), err)
	}
	return &guard{server.Guard{Targets: p.Targets, Production: p.Production}, p.ID, p.Audience, verb}, nil
}

// guardHint says what to type if the person means it, where that can be.
func guardHint(err error, t *server.Target) string {
	switch {
	case errors.Is(err, server.ErrNotTarget):
		return "add it to the policy, for others to review: targets: [" + named(t.Place()) + "]"
	case errors.Is(err, server.ErrLooksLive):
		return "if it is none, name it in the policy without a *: targets: [" + named(t.Place()) + "]"
	case errors.Is(err, server.ErrOccupied):
		return "empty the database, or say --replace " + named(t.Database) + " --run-log FILE if the dump may write over its tables"
	case errors.Is(err, server.ErrMarked):
		return "whoever owns the database can drop the table " + schema.Marker
	case errors.Is(err, server.ErrSource):
		return "load it into another server"
	}
	return ""
}

// A manifest is what of an audit is held against the dump that it came with.
type manifest struct {
	Policy   string        `json:"policy_id"`
	Key      string        `json:"key_id"`
	Audience string        `json:"audience"`
	Verdict  audit.Verdict `json:"verdict"`
	Purpose  string        `json:"purpose"`
	Expires  time.Time     `json:"expires"`
	Source   string        `json:"source"`
	SHA256   string        `json:"sha256"`
	DryRun   bool          `json:"dry_run"`
	Shard    *audit.Shard  `json:"shard"`
	Tables   map[string]struct {
		Columns map[string]struct {
			Masked int64 `json:"masked"`
		} `json:"columns"`
	} `json:"tables"`
	own string // its own digest
}

// Why a manifest is refused.
var (
	errNoManifest = errors.New("it is not the audit of a masked dump")
	errDigest     = errors.New("it is the audit of another dump")
	errRaw        = errors.New("nothing was masked in this dump")
	errVerdict    = errors.New("it says that the dump is raw, and why")
	errShard      = errors.New("it is the audit of a part of a dump")
	errPartial    = errors.New("it says that the dump is masked in part, and why")
)

// A manifestError is about the manifest and not about the dump.
type manifestError struct{ err error }

func (e *manifestError) Error() string { return reason(e.err) }
func (e *manifestError) Unwrap() error { return e.err }

// readManifest reads the manifest and holds it against the digest of the dump.
func readManifest(f *loadFlags, sum hash.Hash) (*manifest, error) {
	text, err := os.ReadFile(string(f.manifest))
	if err != nil {
		return nil, &manifestError{err}
	}
	m := &manifest{}
	switch err := json.Unmarshal(text, m); {
	case err != nil || m.SHA256 == "" || m.Key == "":
		return nil, &manifestError{errNoManifest}
	case m.DryRun || m.SHA256 != hexSum(sum):
		return nil, &manifestError{errDigest}
	case m.Shard != nil:
		return nil, &manifestError{errShard}
	case m.masked() == 0 && m.Verdict != audit.Generated:
		return nil, &manifestError{errRaw}
	case m.Verdict == audit.Raw:
		return nil, &manifestError{errVerdict}
	case m.Verdict == audit.Partial && !f.partial:
		return nil, &manifestError{errPartial}
	case !m.Expires.IsZero() && time.Now().After(m.Expires):
		return nil, &manifestError{server.ErrExpired}
	}
	m.own = digest(text)
	return m, nil
}

// masked is how many values were.
func (m *manifest) masked() (n int64) {
	for _, t := range m.Tables {
		for _, c := range t.Columns {
			n += c.Masked
		}
	}
	return n
}

// source is the server that was dumped, as far as it is known.
func (m *manifest) source() string {
	if m == nil {
		return ""
	}
	return m.Source
}

// record is what the target keeps. As long as the manifest is not known, that is what the
// flags say. They can name a purpose that the manifest does not, and an earlier end.
func (m *manifest) record(f *loadFlags, complete bool) server.Copy {
	c := server.Copy{Purpose: f.purpose, Expires: f.expires.Time, Complete: complete}
	if m == nil {
		return c
	}
	c.Policy, c.Key, c.Audience, c.Source, c.SHA256, c.Audit = m.Policy, m.Key, m.Audience, m.Source, m.SHA256, m.own
	c.Purpose = cmp.Or(c.Purpose, m.Purpose)
	if c.Expires.IsZero() || !m.Expires.IsZero() && m.Expires.Before(c.Expires) {
		c.Expires = m.Expires
	}
	return c
}

// blameManifest names the file at which a load stopped.
func blameManifest(f *loadFlags, in *input, err error) error {
	name := in.name
	if _, ok := errors.AsType[*manifestError](err); ok {
		name = cmp.Or(named(string(f.manifest)), name)
	}
	hint := ""
	switch {
	case errors.Is(err, errShard):
		hint = "join the parts, and their audits: migawari audit merge --dump FILE"
	case errors.Is(err, errPartial):
		hint = "look at its reasons, and say --partial --run-log FILE if what stays is meant to"
	}
	return &failure{file: name, err: err, hint: hint}
}
