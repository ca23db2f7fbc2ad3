package deal

import (
	"fmt"
	"strings"
)

// Path names a value of a scenario as TOML writes it:
// instance."m5.large".annual, price_change.0.announced.
type Path []string

// P makes a path of its parts.
func P(parts ...string) Path { return parts }

// With is the path of something inside p.
func (p Path) With(parts ...string) Path {
	return append(append(make(Path, 0, len(p)+len(parts)), p...), parts...)
}

// String writes the path as TOML does, with quotes only where they are needed.
func (p Path) String() string {
	parts := make([]string, len(p))
	for i, part := range p {
		parts[i] = Quoted(part)
	}
	return strings.Join(parts, ".")
}

// Quoted writes one key as TOML does.
func Quoted(key string) string {
	bare := key != "" && strings.IndexFunc(key, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-')
	}) < 0
	if bare {
		return key
	}
	return fmt.Sprintf("%q", key)
}

// ParsePath reads a path that is written as TOML writes it; the error says where it
// is not.
func ParsePath(s string) (Path, error) {
	var p Path
	rest := s
	for {
		var part string
		if strings.HasPrefix(rest, `"`) {
			end := strings.Index(rest[1:], `"`)
			if end < 0 {
				return nil, fmt.Errorf("path %s: a quote is not closed", s)
			}
			part, rest = rest[1:1+end], rest[2+end:]
		} else {
			end := strings.IndexByte(rest, '.')
			if end < 0 {
				end = len(rest)
			}
			part, rest = rest[:end], rest[end:]
		}
		if part == "" {
			return nil, fmt.Errorf("path %q: write it as TOML does, like instance.\"m5.large\".annual", s)
		}
		p = append(p, part)
		if rest == "" {
			return p, nil
		}
		if rest[0] != '.' {
			return nil, fmt.Errorf("path %q: a dot is missing before %s", s, rest)
		}
		rest = rest[1:]
	}
}
