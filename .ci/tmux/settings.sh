# The user's settings: keys of one's own wherever keys are named, and a file with
# a fault in it.
# shellcheck shell=bash disable=SC2154,SC2034 # shared with the other parts

# with_settings W H FILE... opens with the settings in $tmp/settings.toml.
with_settings() {
	local w=$1 h=$2
	shift 2
	open "$w" "$h" TERMSHEET_CONFIG="$tmp/settings.toml" "$binary" "$@"
}

part_settings() {
	cat >"$tmp/settings.toml" <<-'SETTINGS'
		theme = "mono"
		ascii = true
		[keys]
		undo = ["z", "ctrl+z"]
		zoom = ["Z"]
		help = ["f2"]
		quit = ["Q"]
		cheapest = ["n"]
	SETTINGS
	with_settings 120 40 covered-baseline
	check 'the settings hold' await has 'this deal'
	check 'no colours, nothing but ASCII' plain
	check 'the footer has the keys of the settings' has 'f2 help  Q quit'
	press '+'
	check 'the footer names the undo of the settings' await has 'z undo'
	press z
	check 'which undoes' await has 'undone: '
	press u
	check 'its key before does nothing' await has 'u does nothing here; f2 lists the keys'
	press f2
	check 'the help has them' await has 'Keys and commands'
	press 'u n d o'
	check 'for every action' await has 'z ctrl+z'
	press esc
	await lacks 'Keys and commands' || true
	press w
	await has 'What if' || true
	check 'the what-if screen has them too' await has 'f2 help'
	check 'and those of its own' has 'n cheapest'
	press n
	check 'which do what they say' await has 'X 8 > [10]'
	press b
	check 'the key before does nothing there' await has 'b does nothing here'
	press esc
	await lacks 'What if' || true
	press Q
	check 'and leave' await ended 0

	printf 'theme = "mono"\nteme = "dark"\n[keys]\nunod = ["z"]\n' >"$tmp/settings.toml"
	with_settings 120 40 covered-baseline
	check 'settings with a fault: it opens all the same' await has 'this deal'
	check 'and says what is wrong, where' has 'settings.toml:2:1: there is no setting "teme"; write theme'
	check 'and that there is more' has '(1 of 2; termsheet'
	check 'as it comes, not in part' coloured
	press q
	check 'and leaves' await ended 0
}
