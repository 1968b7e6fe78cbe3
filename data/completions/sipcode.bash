# Completion of sipcode for bash. Commands, options, values and codes are asked from the program itself.

# __sipcode_section TITLE: the items of a section of the help, a line each.
__sipcode_section() {
	sipcode --lang en --help 2>/dev/null | awk -v title="$1" '
		/^[^ ]/ { inside = $0 ~ "^" title ":$"; next }
		!inside || !NF { next }
		/^         / { sub(/^ +/, " "); item = item $0; next }
		{ if (item) print item; sub(/^ +/, ""); item = $0 }
		END { if (item) print item }'
}

# The options that take a value, as words.
__sipcode_valued() {
	__sipcode_section Options | sed -n 's/^\(-.\), \(--[a-z]*\) [A-Z][A-Z]* .*/\1 \2/p; s/^\(--[a-z]*\) [A-Z][A-Z]* .*/\1/p'
}

# __sipcode_offer LINE...: offer what begins as the word does. A line is a candidate, or one, a tab and what it means, which is
# shown where there is a choice.
__sipcode_offer() {
	local line found=()
	while IFS= read -r line; do
		[[ -n $line && $line == "$cur"* ]] && found+=("${line/$'\t'/  }")
	done
	if ((${#found[@]} == 1)); then
		COMPREPLY=("${found[0]%%  *}")
	else
		COMPREPLY=("${found[@]}")
	fi
}

# __sipcode_values OPTION: the values that the help lists for an option.
__sipcode_values() {
	__sipcode_section Options | sed -n "s/^.*--$1 [A-Z]*  *//p" | tr -d ',' | tr ' ' '\n' | grep -vx or
}

__sipcode_commands() {
	__sipcode_section Commands | sed 's/^\([a-z]*\)  */\1\t/'
}

__sipcode_codes() {
	sipcode --lang en list --all -f code,phrase 2>/dev/null
	printf '%s\n' 1xx 2xx 3xx 4xx 5xx 6xx
}

# The command of the line, "" when there is none yet.
__sipcode_command() {
	local word commands valued before=
	commands=" $(__sipcode_commands | cut -f1 | tr '\n' ' ')"
	valued=" $(__sipcode_valued | tr '\n' ' ')"
	for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		if [[ -n $before && $valued == *" $before "* ]]; then
			before=
			continue
		fi
		before=$word
		[[ $word == -* ]] && continue
		[[ $commands == *" $word "* ]] && echo "$word"
		return
	done
}

_sipcode() {
	local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command
	COMPREPLY=()
	case $previous in
	-o | --format) __sipcode_offer < <(__sipcode_values format) && return ;;
	--color) __sipcode_offer < <(__sipcode_values color) && return ;;
	-l | --lang) __sipcode_offer < <(__sipcode_values lang | grep -x '[a-z][a-z]') && return ;;
	-f | --fields) __sipcode_offer < <(__sipcode_section 'Fields.*' | tr -d ',' | tr ' ' '\n') && return ;;
	--only) __sipcode_offer < <(__sipcode_codes) && return ;;
	--width) return ;;
	esac
	if [[ $cur == -* ]]; then
		__sipcode_offer < <(__sipcode_section Options |
			sed -n 's/^\(-., \)\{0,1\}\(--[a-z]*\)\( [A-Z]*\)\{0,1\}  */\2\t/p')
		return
	fi
	command=$(__sipcode_command)
	case $command in
	annotate | count) COMPREPLY=() ;; # files, as complete -o default has them
	cause) __sipcode_offer < <(sipcode --lang en cause -f code,phrase) ;;
	warning) __sipcode_offer < <(sipcode --lang en warning -f code,phrase) ;;
	help) __sipcode_offer < <(__sipcode_commands) ;;
	search) compopt +o default 2>/dev/null ;;
	'') __sipcode_offer < <(__sipcode_commands; __sipcode_codes) ;;
	*) __sipcode_offer < <(__sipcode_codes) ;;
	esac
}

complete -o default -F _sipcode sipcode
