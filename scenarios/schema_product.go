package scenarios

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/scenarios/syntax"
)

// mostTrial is the longest trial that a file may give, in days; what a listing
// may offer is a rule.
const mostTrial = 3660

var productKeys = []key[listing.Product]{
	{name: "id", example: `id = "northwind-ngfw"`, read: text(func(p *listing.Product) *string { return &p.ID })},
	{name: "title", read: text(func(p *listing.Product) *string { return &p.Title })},
	{name: "seller", read: text(func(p *listing.Product) *string { return &p.Seller })},
	{name: "delivery", example: `delivery = "ami"`, read: word(listing.Deliveries, func(p *listing.Product) *listing.Delivery { return &p.Delivery })},
	{name: "launched", read: day(func(p *listing.Product) *calendar.Day { return &p.Launched })},
	{name: "models", example: `models = ["hourly", "annual"]`, read: readModels},
	{name: "trial_days", read: count(0, mostTrial, func(p *listing.Product) *int { return &p.TrialDays })},
	{name: "paid_option", read: text(func(p *listing.Product) *string { return &p.PaidOption })},
	{name: "choose_one", read: flag(func(p *listing.Product) *bool { return &p.ChooseOne })},
	{name: "instance", read: entries(readListedInstance)},
	{name: "dimension", read: entries(readListedDimension)},
}

var dimensionKeys = []key[listing.Dimension]{
	{name: "title", read: text(func(d *listing.Dimension) *string { return &d.Title })},
	{name: "category", read: text(func(d *listing.Dimension) *string { return &d.Category })}, // one of the market's is a rule
	{name: "unit", read: text(func(d *listing.Dimension) *string { return &d.Unit })},
	{name: "per", example: `per = "hour" or per = "unit"`, read: word([]string{listing.PerHour, listing.PerUnit}, func(d *listing.Dimension) *string { return &d.Per })},
	{name: "usage", read: rate(func(d *listing.Dimension) *listing.Rate { return &d.Usage })},
	{name: "contract", read: func(r *reader, p *place, d *listing.Dimension) { termRates(r, p, &d.DimensionRates) }},
	{name: "includes", read: units(func(d *listing.Dimension) *decimal.Decimal { return &d.Includes })},
}

func readModels(r *reader, p *place, into *listing.Product) {
	if p.Kind != syntax.List || len(p.Items) == 0 {
		r.refuse(p, "models is not a list of pricing models", "write a list of "+choices(listing.Models))
		return
	}
	for i := range p.Items {
		m, ok := oneWord(r, p.item(i), listing.Models)
		if ok && slices.Contains(into.Models, m) {
			r.refuse(p.item(i), fmt.Sprintf("models has %s twice", Quoted(string(m))), "take one out")
			continue
		}
		if ok {
			into.Models = append(into.Models, m)
		}
	}
}

func readListedInstance(r *reader, p *place, name string, into *listing.Product) {
	made := listing.Instance{Type: name}
	if table(r, p, listRates, &made.InstanceRates) {
		into.Instances = append(into.Instances, made)
	}
}

func readListedDimension(r *reader, p *place, name string, into *listing.Product) {
	made := listing.Dimension{Key: name, Title: name, Unit: "unit"}
	if !table(r, p, dimensionKeys, &made) {
		return
	}
	if f := p.Field("includes"); f != nil && made.Per == listing.PerHour {
		r.refuseKey(p.field(f), p.name()+` is metered per hour, where nothing is included by the month`, `take includes out, or write per = "unit"`)
	}
	into.Dimensions = append(into.Dimensions, made)
}

// productOf reads a whole product file.
func (r *reader) productOf(root *place) *listing.Product {
	made := new(listing.Product)
	table(r, root, productKeys, made)
	if root.Field("title") == nil {
		made.Title = made.ID
	}
	if made.Has(listing.BYOL) && root.Field("launched") == nil {
		r.refuseTable(root, "a byol product has no day of launch, from which its paid option is due", "write launched = 2025-03-01")
	}
	return made
}

// ProductDocument is a product file with the places of its keys.
type ProductDocument struct {
	Product *listing.Product
	name    string
	path    string
	text    []byte
	tree    *syntax.Tree
}

// ReadProduct reads the text of a product file; name is how messages name it.
func ReadProduct(name string, text []byte) (*ProductDocument, error) {
	text = slices.Clone(text)
	tree, faults := syntax.Parse(text)
	errs := syntaxErrors(name, faults)
	if tree == nil {
		return nil, errs
	}
	r := newReader(text)
	product := r.productOf(&place{Node: tree.Root})
	for _, f := range r.faults {
		errs = append(errs, f.at(name, tree))
	}
	if len(errs) > 0 {
		return nil, errs.sorted(name)
	}
	return &ProductDocument{Product: product, name: name, text: text, tree: tree}, nil
}

// Name is how messages name the file.
func (d *ProductDocument) Name() string { return d.name }

// Path is the file on disk, "" for a product of the catalogue.
func (d *ProductDocument) Path() string { return d.path }

// Text is the source of the file.
func (d *ProductDocument) Text() []byte { return slices.Clone(d.text) }

// Where is the place of a key of the product, or of its nearest parent that is
// written out.
func (d *ProductDocument) Where(p deal.Path) Position {
	node, _ := d.tree.Root.Walk(p)
	return positionIn(d.name, d.tree, node)
}

// Comments are the file's comments, in order.
func (d *ProductDocument) Comments() []syntax.Comment { return d.tree.Comments() }
