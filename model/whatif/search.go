package whatif

import (
	"context"

	"termsheet/model/deal"
)

// search looks at the multiples of the step around the target. What only rises
// or only falls, as a price does with a rate, crosses it once; what turns, as
// the cost of a commitment does, may cross it on either side.
func (k *seek) search(ctx context.Context) error {
	low, high := k.low, k.high
	if k.in.Unit == deal.Percent || k.isRate() {
		if high == farthest {
			high = k.beyond(ctx, high)
		}
		k.cross(ctx, low, high)
		return ctx.Err()
	}
	high = k.beyond(ctx, high)
	turn := k.turn(ctx, low, high)
	k.cross(ctx, low, turn)
	k.cross(ctx, turn, high)
	return ctx.Err()
}

// around is how many neighbours of a crossing are looked at, each way.
const around = 4

// cross finds where the metric crosses the target between two multiples, from
// where on it only rises or only falls, and looks at what lies around.
func (k *seek) cross(ctx context.Context, low, high int64) {
	from, to := k.at(low), k.at(high)
	for low < high-1 && from == None && ctx.Err() == nil { // what has no price at its lowest may have one a step on
		low++
		from = k.at(low)
	}
	rises := to > from
	first, last := low, high
	for first < last && ctx.Err() == nil {
		middle := first + (last-first)/2
		if value := k.at(middle); value != None && (value < k.Target) == rises {
			first = middle + 1
		} else {
			last = middle
		}
	}
	for n := max(first-around, k.low); n <= min(first+around, k.high) && ctx.Err() == nil; n++ {
		k.at(n)
	}
}

// beyond finds a multiple at which the metric moves away from the target, at
// most so far.
func (k *seek) beyond(ctx context.Context, most int64) int64 {
	before, high := k.low, k.low+1
	if numbers := k.in.Numbers(k.s); len(numbers) == 1 {
		high = max(high, multiple(numbers[0], k.Step))
	}
	for ; 2*high <= most && ctx.Err() == nil && k.in.Set(k.s.Clone(), k.value(2*high)) == nil; before, high = high, 2*high {
		now, then := k.at(high), k.at(before)
		if now != None && then != None && (now > then && now >= k.Target || now < then && now <= k.Target && k.isRate()) {
			break
		}
	}
	return min(high, most)
}

// turn finds the multiple at which the metric is least, where it falls first
// and rises then. It compares what lies far apart, so that the rounding of
// charges does not mislead it.
func (k *seek) turn(ctx context.Context, low, high int64) int64 {
	for high-low > 1 && ctx.Err() == nil {
		third := (high - low + 2) / 3
		left, right := low+third, max(high-third, low+third)
		now, then := k.at(left), k.at(right)
		if now == None || then != None && then < now {
			low = left
		} else if high = right; left == right {
			low = left - 1
		}
	}
	if least, next := k.at(low), k.at(high); least == None || next != None && next < least {
		return high
	}
	return low
}
