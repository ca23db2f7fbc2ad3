package pricing

import (
	"errors"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
)

// Layout is a scenario's plan as lines of like charges, for arithmetic that is
// not done in decimals: the charges of Charges are those of Upfront and, Count
// times each, the pieces of Lines.
type Layout struct {
	Lines   []Line   // software and infrastructure by use
	Upfront []Bought // annuals, contracts and amendments, with what rounds to nothing
	Bare    []Line   // the software of hourly only; nil where the comparison would mislead, or is not asked for

	Free     bool            // a trial leaves an instance free: what a type costs by the hour hangs on the others
	Amended  bool            // whether amendments are allowed hangs on the annual rates
	Removed  []string        // and on how many annuals there are of the types that they take some from
	Discount decimal.Decimal // what an offer takes off the rates that are Listed
	Horizons int             // how many it is for; 0: one
}

// Bought is an upfront charge.
type Bought struct {
	Charge
	Listed listing.Rate // the rate before the offer's discount; not set where it takes none off
	Amends bool         // by an amendment, whose units are its own
	Slice  int          // of several horizons, the first that it is dated in
}

// Line is what one key is charged for one kind of use.
type Line struct {
	Kind   Kind
	Key    string
	Load   []deal.Step // Y by weight; empty: each piece has its need
	Pieces []Piece
}

// Piece is a charge that recurs Count times, in segments that follow each
// other and are alike:
//
//	round(sum of weight x max(0, need - Cover) x Times / Per x Rate)
type Piece struct {
	From       calendar.Day // the first segment's first day
	Count      int64
	Need       decimal.Decimal
	Cover      decimal.Decimal
	Bought     bool            // Cover is a commitment that is in force
	Added      decimal.Decimal // what amendments have added to it
	Times, Per int64
	Rate       listing.Rate
	Listed     listing.Rate // before the offer's discount; not set where it takes none off
	Slice      int          // of several horizons, the first that it lies in
	Only       bool         // it lies in no longer one
}

// Lay makes the layout of a scenario, with that of hourly only if it is asked
// for.
func Lay(s *deal.Scenario, c Conventions, bare bool) (*Layout, error) {
	return layUntil(s, c, bare, horizon(s, c))
}

// LayUntil is Lay for several horizons at once, of whole months, which end on the
// given days, ascending. What has no price, or misleads, in the longest has no
// layout here, though shorter ones may have.
func LayUntil(s *deal.Scenario, c Conventions, bare bool, ends []calendar.Day) (*Layout, error) {
	l, err := layUntil(s, c, bare, ends...)
	if err != nil {
		return nil, err
	}
	if bare && l.Bare == nil {
		return nil, errMisleads
	}
	return l, nil
}

var errMisleads = errors.New("something that is used has no hourly or usage rate")

func layUntil(s *deal.Scenario, c Conventions, bare bool, ends ...calendar.Day) (*Layout, error) {
	p, err := compile(s, c, ends[len(ends)-1])
	if err != nil {
		return nil, err
	}
	without := (*plan)(nil)
	if bare {
		if without = p.uncommitted(); !without.comparable() {
			without = nil
		}
	}
	horizons := 0
	if len(ends) > 1 {
		horizons = len(ends)
		p.segments = p.until(ends, p.cuts())
		if without != nil {
			without.segments = without.until(ends, without.effects())
		}
	}
	l := &Layout{Horizons: horizons, Lines: p.lines(true), Upfront: p.bought()}
	l.Free = p.trialEnd != 0 && p.instanceFree()
	l.Amended, l.Removed = len(s.Amendments) > 0, removed(s.Amendments)
	if s.Offer != nil {
		l.Discount = s.Offer.Discount
	}
	for i := range l.Upfront {
		one := &l.Upfront[i]
		for horizons > 0 && one.Date >= ends[one.Slice] {
			one.Slice++
		}
	}
	if without != nil {
		l.Bare = without.lines(false)
	}
	return l, nil
}

// removed lists the types that amendments take annuals from.
func removed(amendments []deal.Amendment) (keys []string) {
	for _, a := range amendments {
		for _, q := range a.Remove {
			keys = append(keys, q.Key)
		}
	}
	return keys
}

// ChargesUntil is Charges up to a day instead of the scenario's own horizon.
func ChargesUntil(s *deal.Scenario, c Conventions, end calendar.Day) ([]*Charge, Totals, error) {
	p, err := compile(s, c, end)
	if err != nil {
		return nil, Totals{}, err
	}
	return p.price()
}

// bought lists what is charged upfront.
func (p *plan) bought() []Bought {
	list := make([]Bought, 0, len(p.upfront)+len(p.nothing))
	for _, charges := range [][]*Charge{p.upfront, p.nothing} {
		for _, c := range charges {
			list = append(list, Bought{Charge: *c, Listed: p.beforeDiscount(c), Amends: c.Rule == amendedRule})
		}
	}
	return list
}

// beforeDiscount is the rate that an offer's discount has been taken off for a
// charge.
func (p *plan) beforeDiscount(c *Charge) (rate listing.Rate) {
	o := p.s.Offer
	run := slices.IndexFunc(p.agreement.annual, func(r span) bool { return r.from == c.Date })
	if o == nil || run < 0 || c.Rule == amendedRule {
		return rate
	}
	if c.Kind == Contract {
		if named, _ := o.Rates.Dimension(c.Key); len(named.Contract) == 0 {
			rate = p.contractList(c.Key).on(p.s.Accepted)
		}
	} else if named, _ := o.Rates.Instance(c.Key); !named.Annual.Set && !named.Upfront.Set {
		rate = p.annualList(c.Key).on(p.s.Accepted)
	}
	return uplifted(rate, o, run)
}

// lines lays the metered charges out.
func (p *plan) lines(infrastructure bool) []Line {
	list := make([]Line, 0, 2*len(p.instances)+len(p.dimensions))
	free := make([]int, len(p.segments))
	for s := range p.segments {
		free[s] = p.freeInstance(&p.segments[s])
	}
	for n := range p.instances {
		i := &p.instances[n]
		list = append(list, i.hourLine(p.segments, func(s int) bool { return free[s] == n }))
		if infrastructure && i.infra.any() {
			list = append(list, i.infraLine(p.segments))
		}
	}
	for n := range p.dimensions {
		list = append(list, p.useLine(&p.dimensions[n]))
	}
	return list
}

// any tells whether there ever is a rate.
func (s rateSteps) any() bool {
	for i := range s {
		if s[i].rate.Set {
			return true
		}
	}
	return false
}

// again counts a segment to the last piece where nothing has changed.
func (l *Line) again(now, last state, segments []segment) bool {
	if len(l.Pieces) == 0 {
		room := usualPieces
		if n := len(segments); segments[n-1].slice > 0 { // of several horizons hardly two are alike
			room = n
		}
		l.Pieces = make([]Piece, 0, room)
		return false
	}
	if now != last {
		return false
	}
	l.Pieces[len(l.Pieces)-1].Count++
	return true
}

// usualPieces is how many pieces most lines stay within.
const usualPieces = 8

// hourLine is the instance-hours of a type that no annual covers.
func (i *instancePlan) hourLine(segments []segment, free func(s int) bool) Line {
	l := Line{Kind: Hourly, Key: i.need.Type, Load: i.need.Load.Steps}
	var last state
	for s := range segments {
		seg := &segments[s]
		now := i.hourState(seg, free(s))
		if !l.again(now, last, segments) {
			cover := i.cover.units(now.cover)
			rate := &i.hourly[now.rate]
			piece := Piece{From: seg.from, Count: 1, Need: i.need.Running.At(seg.month), Cover: cover, Bought: !cover.IsZero(),
				Times: now.times, Per: now.per, Rate: rate.rate, Listed: rate.listed, Slice: seg.slice, Only: seg.only}
			if piece.Bought && cover != i.need.Annual { // the very same where no amendment has touched it
				piece.Added = cover.Sub(i.need.Annual)
			}
			if now.trial {
				piece.Cover = cover.Add(decimal.NewFromInt(1))
			}
			l.Pieces = append(l.Pieces, piece)
		}
		last = now
	}
	return l
}

// infraLine is the EC2 hours of all that runs of a type.
func (i *instancePlan) infraLine(segments []segment) Line {
	l := Line{Kind: Infrastructure, Key: i.need.Type, Load: i.need.Load.Steps}
	var last state
	for s := range segments {
		seg := &segments[s]
		now := i.infraState(seg)
		rate := i.infra[now.rate].rate
		if rate.Set && !l.again(now, last, segments) {
			l.Pieces = append(l.Pieces, Piece{From: seg.from, Count: 1, Need: i.need.Running.At(seg.month), Times: now.times, Per: now.per, Rate: rate, Slice: seg.slice, Only: seg.only})
		}
		last = now
	}
	return l
}

// useLine is the use of a dimension beyond what is committed.
func (p *plan) useLine(d *dimensionPlan) Line {
	l, segments := Line{Kind: Usage, Key: d.key}, p.segments
	var last state
	for s := range segments {
		seg := &segments[s]
		if p.freeUse(seg) {
			continue
		}
		now := d.useState(seg)
		if now.times == now.per { // whole months are alike, however long
			now.times, now.per = 1, 1
		}
		cover, rate := d.cover.units(now.cover), &d.usage[now.rate]
		if d.ended(cover, rate.rate) {
			continue
		}
		if !l.again(now, last, segments) {
			l.Pieces = append(l.Pieces, Piece{From: seg.from, Count: 1, Need: d.at(seg.month), Cover: cover, Bought: !cover.IsZero(),
				Times: now.times, Per: now.per, Rate: rate.rate, Listed: rate.listed, Slice: seg.slice, Only: seg.only})
		}
		last = now
	}
	return l
}

// Amount is one charge of a piece, in decimals.
func (l *Line) Amount(p *Piece) (money.Amount, error) {
	units := above(p.Need, p.Cover)
	if len(l.Load) > 0 {
		load := tailsOf(l.Load)
		units = load.above(p.Cover)
	}
	if units.IsZero() {
		return 0, nil
	}
	return money.Product(units, p.Times, p.Per, p.Rate.Value)
}
