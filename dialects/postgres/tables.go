package postgres

import "github.com/migawari-dev/migawari/dialects/schema"

// rowsTable finds the table of rows, or makes one that is known by name only.
func (c *cutter) rowsTable(n schema.Name) *schema.Table {
	t := c.find(n)
	switch {
	case t == nil:
		if n.Schema == "" {
			n.Schema = c.session.home()
		}
		t = &schema.Table{Name: n, Server: serverTable(n)}
	case t.Name.Schema == "" && n.Schema != "":
		// A schema given from outside need not say where its tables are.
		t = t.Clone()
		t.Name = n
	default:
		return t
	}
	s := schema.New(c.schema.Fold)
	s.Put(t)
	return s.Table(t.Name)
}

// find looks up a table by a name as it is written. The schema public is where
// tables are that DDL does not qualify.
func (c *cutter) find(n schema.Name) *schema.Table {
	if n.Schema != "" {
		t := c.schema.Table(n)
		if t == nil && n.Schema == "public" {
			t = c.schema.Table(schema.Name{Name: n.Name})
		}
		return t
	}
	for _, s := range c.session.path {
		if t := c.schema.Table(schema.Name{Schema: s, Name: n.Name}); t != nil {
			return t
		}
	}
	t := c.schema.Table(n)
	if t == nil && !c.session.pathKnown {
		t = c.schema.Table(schema.Name{Schema: "public", Name: n.Name})
	}
	return t
}

// serverTable says whether a table belongs to the server: its catalogs, and
// those in which the schedulers keep what they start.
func serverTable(n schema.Name) bool {
	switch n.Schema {
	case "pg_catalog", "information_schema", "pg_toast", "pgagent", "timetable", "dbms_job":
		return true
	case "cron":
		return n.Name == "job" || n.Name == "job_run_details"
	case "_timescaledb_config":
		return n.Name == "bgw_job"
	}
	return false
}
