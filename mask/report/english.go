package report

import (
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/detect"
)

var english = &Language{
	Tag:   "en",
	Title: "Masking report", Lead: "What was decided about a copy of production data, and what was done to it",
	Made: "Report made on %s",
	Verdicts: map[audit.Verdict]saying{
		audit.Masked:  {"Masked", "What looks personal is pseudonymised, and somebody has decided about each column."},
		audit.Partial: {"Masked in part", "Some of what looks personal stays for a reason that is written down, or nobody has decided about the columns of a table one by one."},
		audit.Raw:     {"Raw", "Treat this copy as the production data itself."},
	},
	Reasons: map[audit.What]string{
		audit.DefinitionsKept: "Definitions, comments, accounts and statistics are as they were (ddl: keep)",
		audit.LargeObjects:    "Data outside of any table (large objects) is as it was",
		audit.PatternKept:     "A pattern with * keeps tables or columns, those of tomorrow too",
		audit.PersonalKept:    "Looks personal and is kept, and nobody says why",
		audit.NothingMasked:   "No value was masked",
		audit.TableKept:       "The table is kept whole: nobody has decided about its columns one by one",
		audit.ReasonedKept:    "Looks personal and is kept for a reason",
		audit.PersonsKept:     "Some persons are kept as they were",
		audit.Unchanged:       "A masker gave back every value as it was",
		audit.Earlier:         "Files that an earlier run had finished are part of the copy; their rows are not counted here",
	},
	Why: "Why this verdict", Because: "There is no reason against it.", Told: "The copy", ToKnow: "To know first",
	Coverage:      "Columns at a glance",
	CoverageLead:  "One sign for each column. Names lead to what was decided.",
	Decisions:     "What was decided, and why",
	DecisionsLead: "By table and column: the rule, what the policy says about it, and how many values it was about. Numbers of different fakes and of persons are estimates.",
	Evidence:      "Was this audit checked?", EvidenceLead: "What was not checked is only what the file says.",
	Approvals: "Approvals", ApprovalsLead: "As the run has noted them. It had checked their signatures before it began.",
	LeftOut: "Rows left out", LeftOutLead: "These rows are not in the copy.",
	OpenTables: "Tables kept whole", OpenLead: "The policy keeps every column of these tables, and those that are added later.",
	Definitions: "Definitions and statements", Warnings: "Warnings of the run",
	Limits: "What this report does not say",
	LimitsList: []string{
		"A masked copy is pseudonymised. It has a row for each person, and under most laws it is still data about persons.",
		"Whoever holds the key, or the raw dump, can find out who somebody is. Keep the key with the raw data.",
		"What was kept can tell who somebody is: class and number, day of birth and postal code, the only one of a small school.",
		"Whether a column looks personal is told by its name, type and comment. Values of kept columns were not read; verify does that.",
		"The audit is about the dump with the digest above. What was written into a database beside it is not known here.",
	},
	WholeTable: "kept whole", AllLeftOut: "all rows left out", NoRows: "no rows", ReasonMark: "Why", Owner: "Decided by", NotGiven: "not given", None: "none",
	Classes: map[class]string{
		masked: "masked", part: "masked, some values kept", same: "masked, but nothing changed", kept: "kept",
		reasoned: "looks personal, kept for a reason", personal: "looks personal, kept without a reason", none: "no value",
	},
	Outcomes: map[outcome]string{
		valueMasked: "masked", valueUnchanged: "masked, the same by chance", valueKept: "kept", valueNull: "NULL", valueEmpty: "empty",
	},
	Facts: map[string]string{
		"tables": "tables", "columns": "columns", "rows": "rows", "values": "values", "masked": "values masked",
		"purpose": "Purpose", "requester": "Asked for by", "audience": "Made for", "expires": "To be gone by", "expired": "expired", "started": "Masked on", "took": "Took",
		"mode": "Key", "key": "Key ID", "policy": "Policy ID", "ddl": "Definitions", "dialect": "Dialect", "fakes": "Fakes", "version": "Made with", "method": "Construction", "source": "Server (digest)",
		"dump": "Masked dump, SHA-256", "raw": "Raw dump, keyed digest", "schema": "Tables and columns, SHA-256", "policy_sha256": "Policy, SHA-256", "audit": "File of the audit, SHA-256",
	},
	Modes: map[audit.Mode]string{
		audit.Managed:   "managed: somebody keeps it, and the next copy gets the same fakes",
		audit.Ephemeral: "ephemeral: drawn for this run, and nobody knows it",
	},
	DDL: map[string]string{"safe": "safe: accounts, statistics and what starts by itself are left out", "keep": "keep: all of them are as they were"},
	Heads: map[string][]string{
		"overview":  {"Table", "Columns", "Rows", "Persons", "Values masked"},
		"columns":   {"Column", "Decision", "Masked", "Kept", "NULL", "Empty", "Unchanged", "Different fakes"},
		"evidence":  {"What", "Result", "Detail"},
		"approvals": {"By", "Key", "Made", "Until"},
		"left":      {"Table", "Rows", "Left out", "In the copy"},
		"keys":      {"Of", "Keys", "Digest"},
	},
	States:     map[state]string{holds: "holds", fails: "does not hold", unchecked: "not checked", absent: "not signed"},
	Statements: map[string]string{"dropped": "Statements left out", "changed": "Statements changed", "examined": "Texts looked at", "decided": "Texts that look like data, and were decided", "counters": "Counters that keep their number", "absent": "Tables of the policy that were not in the dump"},
	Kinds: map[detect.Kind]string{
		detect.PersonName: "name", detect.FamilyName: "family name", detect.GivenName: "given name", detect.KanaName: "reading of a name", detect.Nickname: "nickname", detect.Username: "user name",
		detect.Email: "e-mail address", detect.Phone: "phone number", detect.PostalCode: "postal code", detect.Address: "address", detect.City: "city", detect.Region: "region", detect.Country: "country",
		detect.BirthDate: "date of birth", detect.Gender: "gender", detect.NationalID: "national ID", detect.StudentID: "student number", detect.AccountID: "account ID",
		detect.PasswordHash: "password hash", detect.SecretToken: "secret or token", detect.IPAddress: "IP address", detect.UserAgent: "user agent", detect.DeviceID: "device ID", detect.Geo: "position",
		detect.URLProfile: "profile URL", detect.PaymentCard: "payment card", detect.BankAccount: "bank account", detect.OrderOrLicence: "order or licence", detect.FreeText: "free text",
		detect.PhotoBlob: "photo or file", detect.Organisation: "organisation", detect.JSONContainer: "JSON", detect.OtherPII: "other personal data",
	},
	Computed: "computed by the server",
	nouns: map[string][2]string{
		"row": {"%s row", "%s rows"}, "row left out": {"%s row left out", "%s rows left out"}, "column": {"%s column", "%s columns"},
		"value": {"%s value", "%s values"}, "byte": {"%s byte", "%s bytes"}, "day": {"%s day", "%s days"},
	},
	moment: "2 January 2006, 15:04 UTC", about: "about %s", below: "<%s", more: "and %s more, marked below",
	expired: "The copy has expired: it was to be gone by %s.", expires: "The copy has to be gone by %s (%s left).",
	dry: "A dry run: no copy was written.", unapproved: "Nobody has approved this copy.",
	unsigned: "No signature was checked against a list of signers, so this page shows what the file says.",
	fails:    "%s: %s.", unknownSigner: "it is signed with %s; whose key that is was not checked",
	edition: "%s, edition %d", seconds: "%.1f s",
	evidence:  map[string]string{"signature": "Signature", "dump": "Masked dump", "run log": "Run log", "time": "Clock"},
	unchecked: map[string]string{"signature": "there is no signature beside the audit", "dump": "the dump was not given", "run log": "the run log was not given"},
	bar:       "%s: %s. %s", of: "%s: %s", separator: "; ",
}
