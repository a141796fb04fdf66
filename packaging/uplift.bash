# SPDX-License-Identifier: GPL-3.0-or-later
# Bash completion for uplift. tests/packaging holds the options against `uplift --help`.
_uplift()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    # Bash splits --data-dir=DIR into three words.
    [ "$current" = = ] && current=
    [ "$previous" = = ] && previous=${COMP_WORDS[COMP_CWORD - 2]}
    case $previous in
    --data-dir)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
        return
        ;;
    --language)
        mapfile -t COMPREPLY < <(compgen -W 'en zh_CN' -- "$current")
        return
        ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W '--practice --data-dir --language --version --help' -- "$current")
}
complete -F _uplift uplift
