# Completion of sipcode for fish. Commands, options, values and codes are asked from the program itself.

# The items of a section of the help, a line each.
function __sipcode_section --argument-names title
    sipcode --lang en --help 2>/dev/null | awk -v title="$title" '
        /^[^ ]/ { inside = $0 ~ "^" title ":$"; next }
        !inside || !NF { next }
        /^         / { sub(/^ +/, " "); item = item $0; next }
        { if (item) print item; sub(/^ +/, ""); item = $0 }
        END { if (item) print item }'
end

# The options that take a value.
function __sipcode_valued
    __sipcode_section Options | string match --regex --groups-only '^(?:(-.), )?(--[a-z]+) [A-Z]+ '
end

function __sipcode_commands
    __sipcode_section Commands | string replace --regex '^([a-z]+) +' '$1\t'
end

function __sipcode_values --argument-names option
    __sipcode_section Options | string replace --filter --regex "^.*--$option [A-Z]+ +" '' |
        string split ' ' | string trim --chars , | string match --invert or
end

function __sipcode_codes
    sipcode --lang en list --all -f code,phrase 2>/dev/null
    printf '%s\n' 1xx 2xx 3xx 4xx 5xx 6xx
end

# The command of the line; fails where there is none yet.
function __sipcode_command
    set --local commands (__sipcode_commands | string replace --regex '\t.*' '')
    set --local valued (__sipcode_valued)
    set --local before ''
    for word in (commandline -opc)[2..-1]
        if contains -- $before $valued
            set before ''
            continue
        end
        set before $word
        string match --quiet -- '-*' $word; and continue
        contains -- $word $commands; and echo $word
        return
    end
end

function __sipcode_operands
    switch (__sipcode_command)
        case annotate count
            __fish_complete_path (commandline -ct)
        case cause
            sipcode --lang en cause -f code,phrase
        case warning
            sipcode --lang en warning -f code,phrase
        case help
            __sipcode_commands
        case search
        case ''
            __sipcode_commands
            __sipcode_codes
        case '*'
            __sipcode_codes
    end
end

complete -c sipcode -f -a '(__sipcode_operands)'
for line in (__sipcode_section Options)
    set --local name (string replace --filter --regex '^(?:-., )?--([a-z]+).*' '$1' -- $line)
    set --local letter (string replace --filter --regex '^-(.), .*' '$1' -- $line)
    set --local text (string replace --regex '^(?:-., )?--[a-z]+(?: [A-Z]+)? +' '' -- $line)
    set --local arguments -l $name -d $text
    test -n "$letter"; and set --append arguments -s $letter
    switch $name
        case format color
            set --append arguments -x -a "(__sipcode_values $name)"
        case lang
            set --append arguments -x -a '(__sipcode_values lang | string match --regex "^[a-z]{2}\$")'
        case fields
            set --append arguments -x -a '(__sipcode_section "Fields.*" | string split " " | string trim --chars ,)'
        case only
            set --append arguments -x -a '(__sipcode_codes)'
        case width
            set --append arguments -x
    end
    complete -c sipcode $arguments
end
