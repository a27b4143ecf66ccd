package data

var Person = map[string][]string{
	"first": {"Aaliyah"},
	"last":  {"Abbott", "Smith"},
}
