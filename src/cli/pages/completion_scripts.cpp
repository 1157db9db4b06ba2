// The functions for the shells: each hands the words of the command line to `fluxi complete` and
// offers what comes back, files by its own means.
#include "cli/pages/complete.hpp"

namespace fluxi::cli {

namespace {

constexpr const char* kBash = R"fluxi(# Completion of fluxi in bash.
_fluxi() {
    local cur=${COMP_WORDS[COMP_CWORD]} program=${COMP_WORDS[0]/#\~/$HOME} value rest item
    [[ $cur == = ]] && cur=
    COMPREPLY=()
    while IFS=$'\t' read -r value rest; do
        case $value in
            :files | :scripts)
                compopt -o filenames 2>/dev/null
                while IFS= read -r item; do
                    if [[ $value == :files || -d $item || $item == *.flux ]]; then
                        COMPREPLY+=("$item")
                    fi
                done < <(compgen -f -- "$cur")
                ;;
            :dirs)
                compopt -o filenames 2>/dev/null
                while IFS= read -r item; do COMPREPLY+=("$item"); done < <(compgen -d -- "$cur")
                ;;
            '') ;;
            *) COMPREPLY+=("$(printf %q "$value")") ;;
        esac
    done < <("$program" complete "$((COMP_CWORD - 1))" "${COMP_WORDS[@]:1}" 2>/dev/null)
}
complete -F _fluxi fluxi
)fluxi";

constexpr const char* kZsh = R"fluxi(#compdef fluxi
# Completion of fluxi in zsh.
_fluxi() {
    local line value rest option=
    local -a found described
    # Behind --option= a value is completed by itself.
    [[ $PREFIX == --*=* ]] && compset -P 1 '*=' && option=$IPREFIX
    for line in "${(@f)$("${words[1]}" complete "$((CURRENT - 2))" "${(@)words[2,-1]}" 2>/dev/null)}"; do
        value=${${line%%$'\t'*}#$option}
        rest=
        [[ $line == *$'\t'* ]] && rest=${line#*$'\t'}
        case $value in
            :files) _files ;;
            :dirs) _files -/ ;;
            :scripts) _files -g '*.flux' ;;
            '') ;;
            *)
                found+=("$value")
                described+=("${value}${rest:+  -- $rest}")
                ;;
        esac
    done
    (( $#found )) && compadd -l -d described -- "${found[@]}"
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _fluxi "$@"
else
    compdef _fluxi fluxi
fi
)fluxi";

constexpr const char* kFish = R"fluxi(# Completion of fluxi in fish.
function __fluxi_complete
    set -l before (commandline -opc)
    set -l cur (commandline -ct)
    # Behind --option= stands a path.
    set -l option (string match -r -- '^--[^=]+=' "$cur")
    set -l path (string replace -r -- '^--[^=]+=' '' "$cur")
    for line in ($before[1] complete (math (count $before) - 1) $before[2..-1] "$cur" 2>/dev/null)
        switch $line
            case :files
                for found in (__fish_complete_path "$path")
                    printf '%s\n' "$option$found"
                end
            case :dirs
                for found in (__fish_complete_directories "$path")
                    printf '%s\n' "$option$found"
                end
            case :scripts
                __fish_complete_suffix .flux
            case '*'
                printf '%s\n' $line
        end
    end
end
complete -c fluxi -f -a '(__fluxi_complete)'
)fluxi";

}  // namespace

std::string completion_script(const std::string& shell) {
    if (shell == "bash") return kBash;
    if (shell == "zsh") return kZsh;
    if (shell == "fish") return kFish;
    return {};
}

}  // namespace fluxi::cli
