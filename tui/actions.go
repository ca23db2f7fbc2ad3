package tui

import (
	"slices"

	"termsheet/tui/compare"
	"termsheet/tui/cumulative"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
	"termsheet/tui/whatif"
)

// actionTable is the one table of actions.
func actionTable() []action {
	list := slices.Concat(
		grouped(moving, movingActions()), grouped(changing, changingActions()), grouped(comparing, variantActions(), lookingActions()), grouped(beside, columnActions()),
		grouped(inTime, timeActions()), grouped(filing, fileActions()), grouped(general, generalActions()), grouped(asking, askingActions()))
	for i := range list {
		if list[i].in == 0 {
			list[i].in = onPanes
		}
	}
	return list
}

// grouped puts actions into a group.
func grouped(group string, lists ...[]action) []action {
	list := slices.Concat(lists...)
	for i := range list {
		list[i].group = group
	}
	return list
}

// movingActions go from row to row and from pane to pane.
func movingActions() []action {
	return []action{
		verb("up", "row up", pane.Up, whatif.Up, "up", "k"),
		verb("down", "row down", pane.Down, whatif.Down, "down", "j"),
		verb("left", "cell left", pane.Left, whatif.Left, "left", "h"),
		verb("right", "cell right", pane.Right, whatif.Right, "right", "l"),
		verb("page-up", "page up", pane.PageUp, whatif.PageUp, "pgup", "ctrl+b", "ctrl+u"),
		verb("page-down", "page down", pane.PageDown, whatif.PageDown, "pgdown", "ctrl+f", "ctrl+d"),
		verb("home", "first row", pane.Home, whatif.Home, "home", "g"),
		verb("end", "last row", pane.End, whatif.End, "end", "G"),
		{id: "next-pane", keys: []string{"tab"}, title: "next pane", hint: "pane", rank: 1, off: always, in: inAll, asks: whatif.NextQuestion, counts: true,
			run: do(func(a *App) { a.step(1) }), presented: true},
		{id: "previous-pane", keys: []string{"shift+tab"}, title: "previous pane", off: always, in: inAll, asks: whatif.QuestionBefore, counts: true,
			run: do(func(a *App) { a.step(-1) })},
		{id: "focus", one: true, word: "focus", args: "PANE", title: "go to a pane", off: always, run: focusPane,
			help: "mix, terms, cost, chart or timeline", screen: noScreen, example: "focus timeline", next: these(paneNames[:]...)},
		{id: "row", keys: []string{"/"}, word: "row", args: "[NAME]", title: "go to a row", hint: "find", rank: 14, off: always, run: goToRow, in: inBoth,
			help: "a type, a dimension, a term or a figure, by a part of its name; without one, a list", screen: noScreen, example: "row m5.large", rest: true, next: first((*App).rowNames)},
		{id: "zoom", keys: []string{"z"}, word: "zoom", title: "one pane, whole screen", off: always,
			help: "again for all panes", run: do(func(a *App) { a.zoom = !a.zoom }), screen: noScreen},
		{id: "back", keys: []string{"esc"}, word: "back", plain: backPlain, title: "back", off: always, in: onPanes | inQuestions, asks: whatif.Back, run: do((*App).back),
			help: "out of a list, a field, the whole screen, what was opened"},
	}
}

// changingActions edit the deal.
func changingActions() []action {
	return []action{
		{id: "more", keys: []string{"+"}, title: "one more", hint: "more", rank: 2, off: needsCell, run: stepCell("+"), in: onPanes | inBest | inTornado, asks: whatif.More,
			counts: true, again: true, help: "5+ is five more; dates go by days"},
		{id: "less", keys: []string{"-"}, title: "one less", hint: "less", rank: 2, off: needsCell, run: stepCell("-"), in: onPanes | inBest | inTornado, asks: whatif.Less,
			counts: true, again: true},
		{id: "type", keys: []string{"enter", "space"}, title: "type a value", hint: "type", rank: 3, off: needsCell, run: openCell,
			help: "12, or a change: +2  -15%  *1.1; by month 10 12 14; by hours 6@30% 2@70%, which then read 10>12>14 and 6|2. A digit starts it too"},
		{id: "set", word: "set", args: "KEY FIELD VALUE", title: "set a value", off: always, run: setValue, again: true,
			help: "set m5.large annual 10; set users level +10%; set discount 15%", next: setWords, cell: setCell},
		{id: "term", keys: []string{"t"}, word: "term", args: "MONTHS", title: "contract term", hint: "term", rank: 6,
			off: termOff, run: setTerm, again: true, needs: true, help: "the key goes through the terms on the list", example: "term 36"},
		{id: "horizon", keys: []string{"T"}, word: "horizon", args: "MONTHS", title: "how far to look",
			off: always, run: setHorizon, again: true, needs: true, help: "the key goes through 12, 24, 36 and 60 months", example: "horizon 24"},
		{id: "renew", keys: []string{"r"}, word: "renew", args: "none|auto", title: "renew or lapse", hint: "renew", rank: 12,
			off: always, run: setRenew, again: true, needs: true, help: "what happens when a term ends inside the horizon", example: "renew auto", next: these("none", "auto")},
		{id: "discount", keys: []string{"d"}, word: "discount", args: "PERCENT", title: "discount of a private offer",
			off: always, run: setDiscount, again: true, help: "makes a private offer where there is none; discount off goes back to public terms", example: "discount 15%"},
		{id: "price", word: "price", args: "KEY RATE VALUE", title: "change a price", off: always, run: setPrice, again: true,
			help: "price m5.large hourly +5%: in the private offer, else announced to all on the day of the cursor", next: priceWords, cell: priceCell},
		{id: "best", one: true, keys: []string{"b"}, word: "best", args: "[KEY]", title: "buy the cheapest number of annuals", hint: "best X", rank: 8,
			off: bestOff, run: setBest, again: true, help: "of the type at the cursor", needs: true, example: "best m5.large", next: first((*App).keysOfDeal)},
		{id: "add", one: true, keys: []string{"a"}, word: "add", args: "KEY", title: "add a type or dimension", hint: "add", rank: 9,
			off: addOff, run: addKey, help: "from the product's list", example: "add m5.4xlarge", next: first(addable), tells: addableDetail},
		{id: "remove", one: true, keys: []string{"x", "delete"}, word: "remove", args: "[KEY]", title: "remove it", hint: "remove", rank: 13,
			off: removeOff, run: removeKey, again: true, help: "the type or dimension at the cursor", needs: true, example: "remove m5.large", next: first((*App).keysOfDeal)},
		{id: "repeat", keys: []string{"."}, word: "repeat", args: times, example: "repeat 5", title: "the last edit again", off: repeatOff, run: repeatEdit,
			counts: true, help: "in the cell at the cursor; 5. is five times, and 5.. where a value could begin with 5."},
		{id: pasteID, keys: []string{"ctrl+v"}, title: "paste a value", off: always, run: pasteValue,
			help: "what y copied, else the terminal's clipboard where it tells"},
		{id: "undo", keys: []string{"u", "ctrl+z"}, word: "undo", args: times, example: "undo 3", title: "undo", hint: "undo", rank: 5, off: undoOff, run: do((*App).undo),
			counts: true, in: inAll},
		{id: "redo", keys: []string{"U", "ctrl+r"}, word: "redo", args: times, example: "redo 3", title: "redo", off: redoOff, run: do((*App).redo), counts: true, in: inAll},
	}
}

// variantActions are about variants and the figures they are held against.
func variantActions() []action {
	return []action{
		{id: "next-variant", keys: []string{"v"}, title: "next variant", hint: "variant", rank: 7, off: variantOff,
			run: do(func(a *App) { a.stepVariant(a.times()) }), counts: true, in: onPanes | inQuestions, presented: true},
		{id: "previous-variant", keys: []string{"V"}, title: "previous variant", off: variantOff,
			run: do(func(a *App) { a.stepVariant(-a.times()) }), counts: true, in: onPanes | inQuestions},
		{id: "variant", word: "variant", args: "[NAME]", title: "show a variant", off: variantOff, run: showVariant,
			help: "without a name, a list with what each costs", example: "variant Hourly only", rest: true, next: first((*App).variantNames)},
		{id: "compare", keys: []string{"c"}, word: "compare", args: "[FILE...]", title: "compare side by side", hint: "compare", rank: 6,
			off: quoteOff, run: openCompare, help: "all variants, or those named and scenario files; FILE:NAME is a variant of a file, FILE:* all of them",
			example: "compare base other.toml", takes: takes{ending: ".toml", many: true, known: true}, next: comparable},
		{id: "clone", keys: []string{"C"}, word: "clone", args: "[NAME]", title: "clone into a new variant", hint: "clone", rank: 11,
			off: always, run: cloneVariant, help: "the deal as it stands, under a new name", example: "clone Without the peaks", in: inBoth},
		{id: "rename", word: "rename", args: "NAME", title: "rename the variant", off: isBase, run: renameVariant, example: "rename Plan B", in: inBoth},
		{id: "drop", word: "drop", args: "[NAME]", title: "remove a variant", off: variantOff, run: dropVariant,
			help: "without a name, the one that is shown", example: "drop Plan B", rest: true, next: first((*App).variantNames)},
		{id: "chart", one: true, keys: []string{"i"}, word: "chart", args: "[cumulative|invoices|prices]", title: "next picture", hint: "picture", rank: 12,
			off: quoteOff, run: nextChart, help: "in the chart pane: cumulative cost, invoices by month, prices of new customers and this buyer", screen: noScreen,
			example: "chart prices", next: these(cumulative.Names()...)},
		{id: "pin", keys: []string{"p"}, word: "pin", title: "pin these figures", hint: "pin", rank: 10, off: pinOff,
			run: pinFigures, help: "every figure shows its difference from them; in the comparison those of the column", in: inAll},
		{id: "unpin", keys: []string{"P"}, word: "unpin", title: "forget the pinned figures", off: unpinOff,
			run: do((*App).unpin), in: inAll},
	}
}

// lookingActions tell more about the deal: where a figure comes from, what else could be.
func lookingActions() []action {
	return []action{
		{id: "explain", keys: []string{"e"}, word: "explain", args: "[PATH]", title: "where it comes from", hint: "explain", rank: 6,
			off: quoteOff, run: explainFigure, help: "of any figure or date: inputs, formula, rules; explain totals.hourly", needs: true, plain: explainPlain, in: inAll,
			still: true, next: first((*App).explained), presented: true},
		{id: "show", word: "show", args: "[WHAT|PATH]", title: "write it out", off: always, run: show, plain: showPlain,
			help: "figures, mix, terms, variants, charges, months, invoices, events or day; or a figure: show totals.hourly", next: first(showWords)},
		{id: "expect", word: "expect", args: "PATH VALUE", title: "hold a figure against a value", off: always, run: expectFigure,
			help: "expect totals.software 93222.60, or at_least, at_most 93222.60; in a script or in line mode one that does not hold is a failure", next: first((*App).explained)},
		{id: "presenter", keys: []string{"f5", "B"}, word: "presenter", args: "[on|off]", title: "presenter view", hint: "presenter", rank: 16,
			off: always, run: setPresenter, help: "for a screen that a buyer sees: nothing of the seller's own, and more space; again for all", example: "presenter on",
			in: inBoth, next: these("on", "off"), presented: true},
		{id: "hide", word: "hide", args: "[NAME]", title: "hide a variant from the buyer", own: true, off: hideOff, run: hideVariant, rest: true,
			help: "in presenter view, and in what is copied and written out there; again shows it; without a name, the one that is shown", example: "hide Plan B", next: first((*App).variantNames)},
		{id: "seller", keys: []string{"$"}, word: "seller", title: "the seller's side", hint: "seller", rank: 15, own: true, off: sellerOff,
			run: openSeller, help: "listing fee, partner's margin, use never billed, net by invoice", plain: sellerPlain},
		{id: "whatif", keys: []string{"w"}, word: "whatif", args: "[best|seek|sweep|tornado]", title: "what if", hint: "what if", rank: 7, off: always,
			run: openWhatIf, help: "the best X, what reaches a figure, a sweep over inputs, what moves the total most", needs: true, example: "whatif best m5.large",
			in: onPanes | inQuestions, asks: whatif.Close, next: whatIfWords},
		{id: "target", word: "target", args: "AMOUNT [FIGURE]", title: "reach a figure", off: always, needs: true, example: "target 90,000 total",
			run: question("seek", "target AMOUNT [FIGURE]", setTarget), help: "by a discount, one rate or X: what if, goal seek"},
		{id: "hold", in: inSeek, asks: whatif.Hold, keys: []string{"space"}, word: "hold", args: "KEY RATE", title: "hold a line", off: always, needs: true,
			example: "hold m5.large hourly", rest: true,
			run: question("seek", "hold KEY RATE", setHold), help: "a discount that is sought leaves it as it is; again lets it go", next: lineWords},
		{id: "floor", in: inSeek, asks: whatif.Floor, keys: []string{"f"}, word: "floor", args: "[KEY RATE] PERCENT", title: "keep above a floor", own: true, off: presenterOff,
			needs: true, example: "floor m5.large hourly 85%",
			run: question("seek", "floor [KEY RATE] PERCENT", setFloor), help: "the lowest share of list that what is sought may come to, of one line or of all; none takes it away", next: lineWords},
		{id: "round", in: inSeek, asks: whatif.Round, keys: []string{"s"}, word: "round", args: "NUMBER", title: "what can be sold", off: always, needs: true, example: "round 0.5",
			run: question("seek", "round NUMBER", setStep), help: "percent of a discount, 0.5 unless told; dollars of a rate, or units: what is sought goes by it"},
		{id: "seek", word: "seek", args: "[WHAT]", title: "goal seek", off: always, run: question("seek", "", setWay),
			help: "by what the target is reached: the discount, one rate, or the annuals of a type", example: "seek m5.large hourly", rest: true, next: wayWords},
		{id: "sweep", word: "sweep", args: "[KEY FIELD RANGE] [...]", title: "sweep over inputs", off: always, run: question("sweep", "", setAxes),
			help: "one across, a second one down; without a range, the usual one", example: "sweep m5.large annual 0..12/2 months 12..36/12", rest: true, next: axisWords},
		{id: "tornado", word: "tornado", args: "[PERCENT]", title: "what moves the figure most", off: always, run: question("tornado", "", setSwing),
			help: "each input that much lower and higher", example: "tornado 10%", next: these(whatif.Swings()...)},
		{id: "book", word: "book", args: "[FILE.csv] [MONTHS] [skip]", title: "book of agreements", own: true, off: bookOff,
			run: openBook, help: "what the price change does to it: who is affected when, by how much; read again when it changes; skip leaves out rows that cannot be priced; esc calls it off and closes it", plain: bookPlain, example: "book agreements.csv 12", takes: takes{ending: ".csv"}, away: true},
		{id: "findings", keys: []string{"f"}, word: "findings", title: "what the rules say", hint: "findings", rank: 4, own: true, off: findingsOff,
			run: do((*App).openFindings), help: "every finding with its rule; enter goes to the field", plain: showing("findings"), in: onPanes | inQuestions},
		{id: "copy", one: true, keys: []string{"y"}, word: "copy", args: "[figure|row|table]", title: "copy the figure", hint: "copy", rank: 15, off: always,
			run: copyNamed, help: "at the cursor, through the terminal to the clipboard", screen: "line mode has no cursor; show prints figures and tables", example: "copy table",
			in: inBoth | inBest | inSeek | inTornado, still: true, next: these(partWords()...)},
		{id: "copy-row", keys: []string{"Y"}, title: "copy the row", off: always, run: copyPart(parts[1]), in: inBoth | inQuestions, still: true},
		{id: "copy-table", keys: []string{"ctrl+y"}, title: "copy the table", off: always, run: copyPart(parts[2]),
			help: "of the pane or the question, cells parted by tabs", in: inBoth | inQuestions, still: true},
	}
}

// columnActions work in the comparison.
func columnActions() []action {
	return []action{
		{id: "show-column", in: inCompare, keys: []string{"enter"}, title: "show the column", hint: "show", rank: 2, off: compareOff,
			run: inComparison(showCompared), help: "in the panes; a file is opened"},
		{id: "sort", in: inCompare, keys: []string{"s"}, word: "sort", args: "[FIGURE] [worst]", title: "sort by a figure", hint: "sort", rank: 2, off: compareOff,
			run: inComparison(sortCompared), help: "that at the cursor: the best first, again the worst, again as written; sort off", example: "sort saved", next: first(sortWords)},
		{id: "split", in: inCompare, keys: []string{"w"}, word: "split", args: "[COLUMN]", title: "split the difference", hint: "split", rank: 3, off: compareOff,
			run: inComparison(splitCompared), help: "into price, quantity, term, mix and fees, adding up to the cent", example: "split Hourly only", rest: true, next: first(columnWords)},
		{id: "differences", in: inCompare, keys: []string{"d"}, word: "differences", title: "differences only", hint: "differences", rank: 8, off: compareOff,
			run: inComparison(func(_ *App, sheet *compare.Sheet, _ []string) error { sheet.Differ(); return nil }), help: "where a column has no room for figure and difference"},
		{id: "net", in: inCompare, keys: []string{"n"}, word: "net", title: "what the seller keeps", hint: "net", rank: 13, own: true, off: netOff,
			run: inComparison(netCompared), help: "in place of what the buyer pays"},
		{id: "leave-out", in: inCompare, keys: []string{"x"}, word: "out", args: "[COLUMN]", title: "leave a column out", hint: "out", rank: 12, off: compareOff,
			run: inComparison(leaveOut), example: "out Hourly only", rest: true, next: first(columnWords)},
		{id: "bring-back", in: inCompare, keys: []string{"a"}, word: "all", title: "bring the columns back", hint: "all", rank: 14, off: outOff,
			run: inComparison(func(_ *App, sheet *compare.Sheet, _ []string) error { sheet.BringBack(); return nil }), help: "that were left out"},
		{id: "column", word: "column", args: "NAME", title: "go to a column", off: compareOff,
			run: inComparison(goToColumn), example: "column Hourly only", in: inCompare, rest: true, next: first(columnWords)},
		{id: "column-left", in: inCompare, keys: []string{"<"}, title: "column further left", hint: "column left", rank: 15, off: compareOff,
			run: inComparison(moveColumn(-1))},
		{id: "column-right", in: inCompare, keys: []string{">"}, title: "column further right", hint: "column right", rank: 16, off: compareOff,
			run: inComparison(moveColumn(1))},
		{id: "move-column", one: true, word: "move", args: "left|right", title: "move the column", off: compareOff,
			run: inComparison(moveColumn(0)), help: "at the cursor", example: "move left", in: inCompare, next: these("left", "right")},
	}
}

// timeActions move the day cursor.
func timeActions() []action {
	return []action{
		{id: "next-event", keys: []string{"]"}, word: "next", args: times, example: "next 3", title: "next event", hint: "event", rank: 14, off: quoteOff,
			run: do(func(a *App) { a.stepEvents(1) }), counts: true, presented: true},
		{id: "previous-event", keys: []string{"["}, word: "previous", args: times, example: "previous 3", title: "event before", off: quoteOff,
			run: do(func(a *App) { a.stepEvents(-1) }), counts: true},
		{id: "next-month", keys: []string{"}"}, title: "next month", off: always,
			run: do(func(a *App) { a.session.StepMonth(a.times()); a.sayDay() }), counts: true},
		{id: "previous-month", keys: []string{"{"}, title: "month before", off: always,
			run: do(func(a *App) { a.session.StepMonth(-a.times()); a.sayDay() }), counts: true},
		{id: "next-day", keys: []string{">"}, title: "next day", off: always,
			run: do(func(a *App) { a.session.StepDay(a.times()); a.sayDay() }), counts: true},
		{id: "previous-day", keys: []string{"<"}, title: "day before", off: always,
			run: do(func(a *App) { a.session.StepDay(-a.times()); a.sayDay() }), counts: true},
		{id: "field", in: inTimeline, keys: []string{"enter", "space"}, word: "field", title: "go to the field", hint: "field", rank: 3, off: eventOff, run: goToEvent, screen: noScreen,
			help: "that what happens on the day comes from; in the timeline"},
		{id: "day", one: true, word: "day", args: "DATE", title: "go to a day", off: always, run: goToDay,
			help: "day 2026-07-01, day +30, day -1m"},
	}
}

// fileActions open and write.
func fileActions() []action {
	return []action{
		{id: "open", keys: []string{"o"}, word: "open", args: "[NAME]", title: "open a scenario", hint: "open", rank: 11, off: always, run: openScenario,
			help: "a file, which tab completes, or a built-in one; without a name, a list", example: "open month-to-month", in: onPanes | inQuestions, rest: true,
			takes: takes{ending: ".toml", known: true}, away: true},
		{id: "new", keys: []string{"n"}, word: "product", args: "[ID|FILE]", title: "new deal on a product", off: always, run: newDeal,
			help: "of the catalogue, or of a product file", example: "product northwind-ngfw", rest: true, takes: takes{ending: ".toml"}, next: these(products()...), tells: productTitle, away: true},
		{id: "save", keys: []string{"s", "ctrl+s"}, word: "save", short: "w", args: "[FILE]", title: "save", hint: "save", rank: 12, off: saveOff, run: saveThen(false),
			help: "comments and order of the file are kept; with a name, save as; w for short", example: "save deals/acme.toml", in: onPanes | inQuestions, rest: true, takes: takes{ending: ".toml", fresh: true}},
		{id: "save-quit", word: "wq", args: "[FILE]", title: "save and quit", off: saveOff, run: saveThen(true), example: "wq deals/acme.toml", rest: true,
			takes: takes{ending: ".toml", fresh: true}},
		{id: "save-as", keys: []string{"S"}, title: "save as", off: saveAsOff, run: do((*App).askSave), in: onPanes | inQuestions},
		{id: "overwrite", word: "save!", short: "w!", args: "FILE", title: "save over another file", help: "w! for short", off: saveAsOff, run: overwrite, example: "save! deals/acme.toml", rest: true,
			takes: takes{ending: ".toml", fresh: true}},
		{id: "edit", keys: []string{"E"}, word: "edit", title: "edit the text", own: true, off: editorOff, run: openEditor,
			help: "of the file in $EDITOR; unsaved edits are in it", screen: "line mode has no editor; set changes values, and show file prints the text"},
	}
}

// generalActions are about the application itself.
func generalActions() []action {
	return []action{
		{id: "commands", keys: []string{":", "ctrl+p"}, title: "command", hint: "command", rank: 4, off: always,
			run: do((*App).openCommands), help: "every action by its word, with arguments", in: inAll},
		{id: "theme", one: true, word: "theme", args: "NAME", title: "theme", off: always, run: chooseTheme,
			help: "auto, light, dark, contrast or mono", screen: "line mode has no colours", example: "theme light", next: these(theme.Choices()...)},
		{id: "ascii", word: "ascii", title: "plain characters or not", off: always, run: do((*App).toggleASCII), screen: "line mode draws nothing"},
		{id: "mouse", keys: []string{"m"}, word: "mouse", args: "[on|off]", title: "use the mouse", hint: "mouse", rank: 17, off: always, run: setMouse,
			help: "a click goes there, a second one opens it; off, the terminal selects text", screen: "line mode has no mouse", example: "mouse on", next: these("on", "off")},
		{id: "help", keys: []string{"?", "f1"}, word: "help", args: "[WORD]", title: "help", hint: "help", rank: 1, off: always, run: openHelp, plain: helpPlain,
			example: "help set", in: inAll, next: first((*App).words), presented: true},
		{id: "quit", keys: []string{"q", "ctrl+c"}, word: "quit", short: "q", title: "quit", hint: "quit", rank: 1, off: always, run: quit,
			help: "asks where there are unsaved edits; q for short", in: onPanes | inQuestions},
		{id: "quit-now", word: "quit!", short: "q!", title: "quit without saving", help: "q! for short", off: always, run: quitNow},
	}
}
