package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
)

// usualTerm is the contract term a new deal begins with, where it is sold.
const usualTerm = 12

// Blank is the text of a new deal on a product, which is named by its id or its
// file: the smallest that shows a price, to be worked on from there.
func Blank(p *listing.Product, ref string, start calendar.Day) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "title   = %s\nproduct = %s\nstart   = %s\n",
		Text("New deal: "+p.Title), Text(ref), Date(start))
	if len(p.Instances) > 0 {
		fmt.Fprintf(&b, "\n[instance.%s]\nannual  = 0\nrunning = 1\n", deal.Quoted(p.Instances[0].Type))
		return []byte(b.String())
	}
	i := slices.IndexFunc(p.Dimensions, func(d listing.Dimension) bool { return len(d.Contract) > 0 })
	if i >= 0 {
		d := p.Dimensions[i]
		months := d.Contract[0].Months
		if d.ContractFor(usualTerm).Set {
			months = usualTerm
		}
		fmt.Fprintf(&b, "\n[contract]\nmonths   = %d\nquantity = { %s = 1 }\n", months, deal.Quoted(d.Key))
		return []byte(b.String())
	}
	if len(p.Dimensions) > 0 {
		key := "monthly"
		if p.Dimensions[0].Per == listing.PerHour {
			key = "level"
		}
		fmt.Fprintf(&b, "\n[usage.%s]\n%s = 1\n", deal.Quoted(p.Dimensions[0].Key), key)
	}
	return []byte(b.String())
}
