package job

import "runtime/debug"

// module is the path of the module whose engine masks.
const module = "github.com/migawari-dev/migawari"

// version is that of the engine which this program was built with.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	for _, d := range info.Deps {
		if d.Path == module && d.Replace == nil {
			return d.Version
		}
	}
	return "(devel)" // it stands beside the engine's source
}
