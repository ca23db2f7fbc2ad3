package report

import (
	"io"
	"strings"

	"termsheet/model/listing"
)

// ScenarioInfo is a built-in scenario as a list shows it.
type ScenarioInfo struct {
	Name    string `json:"name"`
	Title   string `json:"title"`
	About   string `json:"about"`
	Product string `json:"product"`
}

// Scenarios writes a list of scenarios for a terminal.
func Scenarios(w io.Writer, list []ScenarioInfo) error {
	var p page
	for i, s := range list {
		if i > 0 {
			p.WriteString("\n")
		}
		p.line(s.Name)
		p.item("  ", oneLine(s.Title)+" ("+s.Product+")")
		p.item("  ", oneLine(s.About))
	}
	return p.flush(w)
}

// ScenariosJSON writes a list of scenarios as one object, termsheet.scenarios/1.
func ScenariosJSON(w io.Writer, list []ScenarioInfo) error {
	return writeJSON(w, struct {
		Schema    string         `json:"schema"`
		Scenarios []ScenarioInfo `json:"scenarios"`
	}{schema("scenarios"), list})
}

type productJSON struct {
	ID       string           `json:"id"`
	Title    string           `json:"title"`
	Delivery listing.Delivery `json:"delivery"`
	Models   []listing.Model  `json:"models"`
}

// Products writes a list of products for a terminal.
func Products(w io.Writer, list []*listing.Product) error {
	var p page
	t := &table{head: []string{"id", "delivery", "title", "models"}, left: 3, last: true}
	for _, product := range list {
		models := make([]string, len(product.Models))
		for i, m := range product.Models {
			models[i] = string(m)
		}
		t.add(product.ID, string(product.Delivery), oneLine(product.Title), strings.Join(models, ", "))
	}
	p.table(t)
	return p.flush(w)
}

// ProductsJSON writes a list of products as one object, termsheet.products/1.
func ProductsJSON(w io.Writer, list []*listing.Product) error {
	out := make([]productJSON, len(list))
	for i, p := range list {
		out[i] = productJSON{p.ID, p.Title, p.Delivery, p.Models}
	}
	return writeJSON(w, struct {
		Schema   string        `json:"schema"`
		Products []productJSON `json:"products"`
	}{schema("products"), out})
}
