package tui

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/report"
	"termsheet/scenarios"
	"termsheet/tui/palette"
	"termsheet/tui/reading"
	"termsheet/tui/seller"
	"termsheet/tui/timeline"
)

// Reply is what line mode answers to a line.
type Reply struct {
	Text    string
	Refused bool // it was not done
	Failed  bool // an expectation does not hold
}

// outcome is how the last command line ended.
type outcome struct {
	text     string // the answer of a word that writes something out
	compared bool   // the comparison is to be written out
	asked    bool   // the answer to a what-if is
	failed   bool   // an expectation does not hold
	wrong    error  // what a script fails by: that, or one that cannot be looked at
}

// Do runs a command line, as a script does. The error is for a word that is no
// command; what the command itself refuses stands on the screen, and in Reply.
func (a *App) Do(line string) (tea.Cmd, error) {
	word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	a.outcome = outcome{}
	act := a.named(word)
	if act == nil {
		return nil, a.noCommand(word)
	}
	args := splitWords(rest)
	if a.opts.Plain {
		return tea.Batch(a.runPlain(act, args), a.check(), a.ask()), nil
	}
	cmd := a.run(act, args)
	if act.id == "expect" && a.message.tone == refusal {
		a.outcome.wrong = errors.New(a.message.text)
	}
	return tea.Batch(cmd, a.check(), a.ask(), a.lay()), nil
}

// named is the action that a word or an ID stands for.
func (a *App) named(word string) *action {
	return a.find(func(act *action) bool { return word != "" && (act.word == word || act.short == word || act.id == word) })
}

// noCommand says that a word is no command, and which were probably meant.
func (a *App) noCommand(word string) error {
	if names := a.meant(word); len(names) > 0 {
		return fmt.Errorf("there is no command %s; did you mean %s?", word, either(names))
	}
	return fmt.Errorf("there is no command %s; help lists all", word)
}

// words are the command words there are now.
func (a *App) words() []string {
	var words []string
	for i := range a.actions {
		if act := &a.actions[i]; act.word != "" && (!act.own || !a.session.Presenting()) {
			words = append(words, act.word)
		}
	}
	return words
}

// mostMeant is how many words are suggested.
const mostMeant = 4

// meant are the words that begin like one, or else the nearest to it.
func (a *App) meant(typed string) []string {
	begin := a.begun(typed)
	if near := scenarios.Nearest(typed, a.words()); near != "" && len(begin) == 0 {
		begin = []string{near}
	}
	return begin[:min(len(begin), mostMeant)]
}

// begun are the words that begin like one.
func (a *App) begun(typed string) []string {
	return slices.DeleteFunc(a.words(), func(word string) bool { return !strings.HasPrefix(word, strings.ToLower(typed)) })
}

// either joins words that are to be chosen from.
func either(words []string) string {
	if n := len(words) - 1; n > 0 {
		return strings.Join(words[:n], ", ") + " or " + words[n]
	}
	return words[0]
}

// runPlain does an action where there is no screen, or says why that cannot be.
func (a *App) runPlain(act *action, args []string) tea.Cmd {
	a.message = message{}
	switch {
	case act.screen != "":
		a.say(refusal, "%s: %s", act.name(), act.screen)
	case act.word == "":
		a.say(refusal, "%s: line mode has words only, and this has none", act.name())
	case act.needs && len(args) == 0:
		a.say(refusal, "%s", act.usage())
	case act.plain != nil:
		args, err := a.fitting(act, args)
		text := ""
		if err == nil {
			text, err = act.plain(a, args)
		}
		if err != nil {
			a.refuse(act, err)
		}
		a.outcome.text = text
	default:
		cmd := a.run(act, args)
		a.outcome.compared = a.outcome.compared || act.group == beside && a.message.tone != refusal
		return cmd
	}
	return nil
}

// name is how an action is called where it has a word.
func (act *action) name() string {
	if act.word != "" {
		return act.word
	}
	return act.id
}

// usage says what has to follow an action's word.
func (act *action) usage() string { return "write " + act.spelled() }

// spelled is a word with what follows it, as line mode takes it: there is no
// cursor that could say the rest.
func (act *action) spelled() string {
	args := act.args
	if group, optional := strings.CutPrefix(args, "["); act.needs && optional && strings.IndexByte(group, ']') == len(group)-1 {
		args = strings.TrimSuffix(group, "]")
	}
	return strings.TrimSpace(act.word + " " + args)
}

// Reply is the answer to the last command line in plain text. What opened to
// answer it is closed again.
func (a *App) Reply() Reply {
	r := Reply{Text: a.outcome.text, Failed: a.outcome.failed, Refused: a.message.tone == refusal && !a.outcome.failed}
	sheet := a.comparison()
	if o := a.overlay; o != nil && (sheet == nil || o.sheet == nil) {
		a.overlay = o.below
		a.reply(o, &r)
	}
	if sheet != nil && a.outcome.compared && !r.Refused {
		r.Text = strings.TrimLeft(a.message.text+"\n"+sheet.Text(), "\n")
	}
	if a.outcome.asked && !r.Refused {
		r.Text, r.Refused = a.answerText()
	}
	if r.Text == "" {
		r.Text = a.message.text
	}
	r.Text = plainText(r.Text)
	return r
}

// answerText is the answer to the what-if that is open, or why there is none.
func (a *App) answerText() (text string, refused bool) {
	var out bytes.Buffer
	if err := a.whatif.Text(&out); err != nil {
		return reason(err), true
	}
	return out.String(), false
}

// backPlain closes the comparison, or the question that is open.
func backPlain(a *App, _ []string) (string, error) {
	switch {
	case a.comparison() != nil:
		a.overlay = nil
		return "the comparison is closed", nil
	case a.asking:
		a.closeWhatIf()
		return "the question is closed", nil
	}
	return "", errors.New("nothing is open")
}

// reply answers with what a command has opened: a list is written out, a
// question or a text to be typed has to be answered by words.
func (a *App) reply(o *overlay, r *Reply) {
	switch {
	case o.text != nil:
		word, _, _ := strings.Cut(o.list.Text(), " ")
		r.Refused, r.Text = true, "write "+word+" and what has to follow it"
		if act := a.named(word); act != nil {
			r.Text = act.usage()
		}
	case o.list.Prompt == "" && len(o.list.About) > 0:
		r.Refused, r.Text = true, strings.Join(o.list.About, " ")
	default:
		r.Text = listText(o.list)
	}
}

// listText writes a list to choose from, a line an item.
func listText(list *palette.List) string {
	var out strings.Builder
	for _, item := range list.Items {
		text := item.Value
		if item.Label != item.Value {
			text += ": " + item.Label
		}
		if item.Detail != "" {
			text += "; " + item.Detail
		}
		out.WriteString(text + "\n")
	}
	return out.String()
}

// plainText makes every line of an answer safe to print.
func plainText(text string) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for i, line := range lines {
		lines[i] = report.Clean(strings.ReplaceAll(line, "\t", "    "))
	}
	return strings.Join(lines, "\n")
}

// Failure is why the last command line, an expectation, does not hold or cannot
// be looked at.
func (a *App) Failure() error { return a.outcome.wrong }

// Ended tells whether quitting has been agreed.
func (a *App) Ended() bool { return a.done }

// arrow stands between what a value was and what it is.
func (a *App) arrow() string {
	if a.opts.Plain {
		return "->"
	}
	return a.theme.Glyphs.Arrow
}

// spoken is what line mode adds to an answer, since no pane says it.
func (a *App) spoken(text string) string {
	if a.opts.Plain {
		return text
	}
	return ""
}

// now is what the shown variant costs, in words.
func (a *App) now() string {
	cost, ok := a.software()
	if !ok {
		return "; it cannot be priced"
	}
	return "; this deal " + cost.Grouped()
}

func explainPlain(a *App, args []string) (string, error) {
	if why := quoteOff(a); why != "" {
		return "", errors.New(why)
	}
	var out bytes.Buffer
	e, err := report.Explain(a.source().Quote, a.opts.Book.Conventions(), strings.Join(args, " "))
	if err == nil {
		err = report.ExplainText(&out, e, a.opts.Book)
	}
	return out.String(), a.nearPath(strings.Join(args, " "), err)
}

func sellerPlain(a *App, _ []string) (string, error) {
	if why := sellerOff(a); why != "" {
		return "", errors.New(why)
	}
	sheet, err := seller.New(a.session.Quote(), a.session.Scenario(), a.opts.Book)
	if err != nil {
		return "", err
	}
	return reading.Aligned(sheet.Table()), nil
}

// helpPlain lists the words that line mode has, or tells about one.
func helpPlain(a *App, args []string) (string, error) {
	if len(args) > 0 {
		act := a.named(args[0])
		if act == nil || act.word == "" {
			return "", a.noCommand(args[0])
		}
		return act.about(a), nil
	}
	var lines []string
	for i := range a.actions {
		act := &a.actions[i]
		if act.word == "" || act.screen != "" || act.own && a.session.Presenting() {
			continue
		}
		lines = append(lines, act.spelled()+": "+act.title)
	}
	return strings.Join(lines, "\n"), nil
}

// about is all there is to say about a word.
func (act *action) about(a *App) string {
	text := act.spelled() + ": " + act.title
	for _, more := range []string{act.help, act.like(), act.screen, act.off(a)} {
		if more != "" {
			text += "; " + more
		}
	}
	return text
}

// sayDay tells the day after it moved: in line mode all that holds on it.
func (a *App) sayDay() {
	if a.opts.Plain {
		a.say(note, "%s", timeline.Told(a.session))
		return
	}
	a.say(note, "%s", a.session.Day())
}

// Greeting says what is worked on, for line mode on a terminal.
func (a *App) Greeting() string {
	s := a.session.Scenario()
	return plainText(fmt.Sprintf("%s: %s%s\nhelp lists the words, quit ends.", s.Product.Title, s.Title, a.now()))
}
