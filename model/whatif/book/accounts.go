package book

import (
	"bytes"
	"hash/maphash"
)

// accounts sums by account in arrays without pointers, which grow chunk by
// chunk: a million accounts take about as many times 30 bytes and their names.
type accounts struct {
	seed  maphash.Seed
	slots []uint32 // account + 1 by hash, 0 where there is none; a power of two
	count int
	sums  [][]accountSum
	names [][]byte // chunks of names, one after the other
}

// accountSum is what the changes do to one account.
type accountSum struct {
	delta  int64
	name   uint32 // where it begins in the names
	length uint16
	first  int16 // month of the window, -1 for none
}

// How many accounts, and how many bytes of names, are added at once.
const (
	accountChunk = 1 << 13
	nameChunk    = 1 << 17
)

// A slot holds an account + 1 and, above it, a part of its hash, which tells
// most others apart without their names.
const (
	accountBits  = 25
	mostAccounts = 1<<accountBits - 1
	tagMask      = 1<<32 - 1<<accountBits
)

func newAccounts() *accounts {
	return &accounts{seed: maphash.MakeSeed(), slots: make([]uint32, 1<<12)}
}

func (a *accounts) at(i int) *accountSum { return &a.sums[i/accountChunk][i%accountChunk] }

func (a *accounts) name(s *accountSum) []byte {
	return a.names[s.name/nameChunk][s.name%nameChunk:][:s.length]
}

// add sums what the changes do to an account; first is the first month that
// differs, -1 for none.
func (a *accounts) add(name []byte, delta int64, first int) {
	s := a.find(name)
	s.delta += delta
	if first >= 0 && (s.first < 0 || int16(first) < s.first) {
		s.first = int16(first)
	}
}

// find finds an account, or adds it.
func (a *accounts) find(name []byte) *accountSum {
	hash := maphash.Bytes(a.seed, name)
	tag, mask := uint32(hash>>32)&tagMask, uint64(len(a.slots)-1)
	for slot := hash & mask; ; slot = (slot + 1) & mask {
		i := a.slots[slot]
		if i == 0 {
			a.slots[slot] = tag | uint32(a.count+1)
			s := a.new(name)
			if a.count*4 > len(a.slots)*3 {
				a.grow()
			}
			return s
		}
		if i&tagMask == tag {
			if s := a.at(int(i&mostAccounts) - 1); bytes.Equal(a.name(s), name) {
				return s
			}
		}
	}
}

// new appends an account. A name does not go over the end of a chunk.
func (a *accounts) new(name []byte) *accountSum {
	if a.count%accountChunk == 0 {
		a.sums = append(a.sums, make([]accountSum, accountChunk))
	}
	last := len(a.names) - 1
	if last < 0 || len(a.names[last])+len(name) > nameChunk {
		a.names = append(a.names, make([]byte, 0, nameChunk))
		last++
	}
	s := a.at(a.count)
	*s = accountSum{name: uint32(last*nameChunk + len(a.names[last])), length: uint16(len(name)), first: -1}
	a.names[last] = append(a.names[last], name...)
	a.count++
	return s
}

// full tells that the accounts, or the names, of one more block could not be
// told apart.
func (a *accounts) full() bool {
	return a.count >= mostAccounts-blockSize || len(a.names) >= 1<<32/nameChunk-16
}

// grow doubles the slots.
func (a *accounts) grow() {
	a.slots = make([]uint32, 2*len(a.slots))
	mask := uint64(len(a.slots) - 1)
	for i := range a.count {
		hash := maphash.Bytes(a.seed, a.name(a.at(i)))
		slot := hash & mask
		for a.slots[slot] != 0 {
			slot = (slot + 1) & mask
		}
		a.slots[slot] = uint32(hash>>32)&tagMask | uint32(i+1)
	}
}

// rank is the delta that so many accounts, counted from the lowest, do not
// exceed: found byte by byte, so that no copy is made to be sorted.
func (a *accounts) rank(n int) int64 {
	prefix, known := uint64(0), 64
	for known > 0 {
		known -= 8
		var counts [256]int
		for i := range a.count {
			if d := ordered(a.at(i).delta); known == 56 || d>>(known+8) == prefix>>(known+8) {
				counts[d>>known&255]++
			}
		}
		b := 0
		for ; counts[b] < n; b++ {
			n -= counts[b]
		}
		prefix |= uint64(b) << known
	}
	return int64(prefix ^ 1<<63)
}

// ordered maps numbers to ones without a sign that sort alike.
func ordered(n int64) uint64 { return uint64(n) ^ 1<<63 }
