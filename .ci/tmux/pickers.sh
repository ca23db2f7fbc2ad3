# Lists over the panes: scenarios, products, types to add, commands, help.
# shellcheck shell=bash disable=SC2154,SC2034,SC2143 # shared with the other parts

part_pickers() {
	start covered-baseline 120 40
	play 'o l a p s e'
	check 'o lists the scenarios, and typing filters' as_played
	press enter
	check 'enter opens the one that is left' await first_has 'Annuals that lapse'
	check 'a picked scenario is in order' sound

	start covered-baseline 120 40
	play "n $(spelled tesse)"
	check 'n lists the products, and typing filters' as_played
	play enter
	check 'a new deal on a product opens' await first_has 'Tesselark API Gateway'
	check 'its screen' as_played

	start covered-baseline 120 40
	play 'a'
	check 'a lists the types to add' await has 'Add from Northwind'
	play 'enter'
	check 'the chosen type is in the mix' as_played

	start covered-baseline 120 40
	play 'ctrl+p'
	check 'ctrl+p opens the command line' await has 'Command'
	play "$(spelled 'variant Hourly') enter"
	check 'a command that is off or unknown is no crash' sound

	press 'esc'
	command_line 'set m5.large annual 9'
	await has '[9]' || true
	press ': up'
	check 'up brings the last line back' await has ': set m5.large annual 9'

	start covered-baseline 120 40
	play '/'
	check '/ lists the rows' await has 'Go to a row'
	play "$(spelled 'with EC2') enter"
	check 'the cursor goes to the one that is left' as_played

	start covered-baseline 120 40
	play '?'
	check '? lists keys and commands' await has 'Keys and commands'
	play "$(spelled undo)"
	check 'the help filters' as_played
	check 'what is off says why' has 'off: nothing has been changed'
	press esc
	check 'esc leaves the help' await lacks 'Keys and commands'

	help_fits
}

# help_fits is the list at the smallest size that has panes.
help_fits() {
	start covered-baseline 80 24
	press '? pgdown pgdown end'
	check 'the help scrolls to its end at 80x24' await has '▸ figure before'
	check 'the help is in order at 80x24' sound
}
