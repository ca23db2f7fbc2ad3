package tui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"termsheet/scenarios"
)

// The titles that a file can bring: wide and combining characters, pictures of
// several code points, text that runs the other way, and what would steer a
// terminal.
var hostileTitles = []string{
	"日本語の長い題名で画面をあふれさせるもの、さらに長く",
	"e\\u0301a\\u0308o\\u0302 combining \\u0301 marks",
	"\\u001b[31mred\\u001b[0m \\u0007 \\u202eright to left\\u202c",
	"ทำสัญญา ｶﾞｷﾞﾊﾟ \\u0d4e 한국어 العربية עברית",
	"👩‍👩‍👧‍👦 family 🇩🇪 flag 👍🏽 hand",
	strings.Repeat("long ", 60),
}

// hostileTypes and hostileDimensions are the most that a screen must bear.
const (
	hostileTypes      = 200
	hostileDimensions = 24
)

// hostile is a scenario made to break a screen: 200 instance types, 24
// dimensions, numbers of twelve digits, and titles of all kinds.
func hostile(t testing.TB) *scenarios.Document {
	t.Helper()
	dir := t.TempDir()
	var product, deal strings.Builder
	fmt.Fprintf(&product, "id = \"hostile\"\ntitle = \"%s\"\nseller = \"%s\"\ndelivery = \"saas\"\nlaunched = 2025-01-01\nmodels = [\"hourly\", \"annual\", \"usage\", \"contract\"]\n",
		hostileTitles[0], hostileTitles[2])
	fmt.Fprintf(&deal, "title = \"%s\"\nabout = \"%s\"\nproduct = \"product.toml\"\nstart = 2026-01-31\nmonths = 36\nrenew = \"auto\"\n",
		hostileTitles[4], hostileTitles[5])
	for i := range hostileTypes {
		kind := fmt.Sprintf("x%d.%dxlarge", i%7, i)
		if i == 3 {
			kind = "日本語の型.とても長い名前のインスタンス"
		}
		fmt.Fprintf(&product, "[instance.\"%s\"]\nhourly = \"0.24\"\nannual = \"1260\"\ninfrastructure = \"0.096\"\n", kind)
		running := fmt.Sprint(i)
		if i == 0 {
			running = "999999999999"
		}
		if i == 1 {
			running = "[123456789012, 1, 999999999999, 7]"
		}
		fmt.Fprintf(&deal, "[instance.\"%s\"]\nannual = %d\nrunning = %s\n", kind, i*i, running)
	}
	quantity := make([]string, hostileDimensions)
	for i := range hostileDimensions {
		fmt.Fprintf(&product, "[dimension.d%d]\ntitle = \"%s\"\ncategory = \"users\"\nunit = \"使用者\"\nper = \"hour\"\nusage = \"0.00001234\"\ncontract = { 1 = \"12\", 12 = \"120\", 24 = \"220\", 36 = \"300\" }\n",
			i, hostileTitles[i%len(hostileTitles)])
		quantity[i] = fmt.Sprintf("d%d = %d", i, i+1)
	}
	fmt.Fprintf(&deal, "[contract]\nmonths = 12\nquantity = { %s }\n", strings.Join(quantity, ", "))
	for i := range hostileDimensions {
		fmt.Fprintf(&deal, "[usage.d%d]\nlevel = 999999999999\ngrowth = \"1%%\"\n", i)
	}
	for i := range 5 {
		fmt.Fprintf(&deal, "[variant.\"%s\"]\nmonths = %d\n", hostileTitles[i], 12+i)
	}
	for name, text := range map[string]string{"product.toml": product.String(), "deal.toml": deal.String()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return open(t, filepath.Join(dir, "deal.toml"))
}
