package en

import "github.com/migawari-dev/migawari/fake"

// schools have the names of municipalities that do not exist.
var schools = fake.Schools{Words: []string{
	"School", "Schools", "Elementary", "Primary", "Junior", "Senior", "High", "Middle", "Secondary", "Grammar", "Preparatory", "Charter", "Community",
	"University", "College", "Academy", "Kindergarten", "Preschool", "Nursery", "Institute", "Technology", "of", "for", "and", "the", "at", "State", "County",
	"District", "Board", "Education", "Public", "Private", "No.",
}}
