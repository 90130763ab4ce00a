#!/bin/sh
# Completion scripts and manual have every option that help prints, and the scripts work where their shells are installed.
. "$(dirname "$0")/expect"

# The manual as plain words: its escaped hyphens are hyphens.
sed 's/\\-/-/g; s/\\f[BIR]//g' "$source_folder/docs/masthead.1.in" >manual

for shell in bash zsh fish; do
    expect 0 "$masthead" completion $shell
    cp out script.$shell
done
expect 2 "$masthead" completion
expect 2 "$masthead" completion tcsh

checked=0
expect 0 "$masthead" --help
commands=$(sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' out)
for command in $commands; do
    for file in manual script.bash script.zsh script.fish; do
        grep -qw -- "$command" $file || fail "no command $command in $file"
    done
    expect 0 "$masthead" help "$command"
    for option in $(sed -n 's/^  -., --\([a-z-]*\).*/\1/p; s/^  --\([a-z-]*\).*/\1/p' out); do
        [ "$option" = help ] && continue
        checked=$((checked + 1))
        grep -q -- "--$option\([^a-z-]\|\$\)" manual || fail "no --$option in the manual"
        grep -q -- "'$command --$option'\|$command) words='.*--$option " script.bash || fail "no --$option in the completion for bash"
        sed -n "/^    $command)/,/;;/p" script.zsh | grep -q -- "--$option[=[]" || fail "no --$option in the completion for zsh"
        grep -q -- "from $command' -l $option " script.fish || fail "no --$option in the completion for fish"
    done
done
[ "$checked" -ge 36 ] || fail "only $checked options were found in help"

# complete WORD…: what bash offers for the last word.
complete() {
    bash -c '. ./script.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _masthead; printf "%s\n" "${COMPREPLY[@]}"' bash "$@" >out 2>err ||
        fail "bash: $*"
}
mkdir -p folder/inner
: >folder/letter.txt
if command -v bash >/dev/null 2>&1; then
    complete masthead ver
    says out verify
    complete masthead convert --pap
    says out --paper
    complete masthead convert --paper ''
    says out a4
    complete masthead convert -t ht
    says out html
    complete masthead convert --emit ''
    says out record
    complete masthead convert --quarantine folder/
    says out folder/inner
    grep -q letter out && fail "a file where a folder is wanted"
    complete masthead verify folder/l
    says out folder/letter.txt
    complete masthead help exp
    says out explain
    complete masthead verify --emi
    [ -s out ] && [ -n "$(cat out)" ] && fail "an option of another command"
fi
for shell in bash zsh fish; do
    command -v $shell >/dev/null 2>&1 || continue
    $shell -n script.$shell 2>err || fail "the script for $shell is broken"
done
if command -v fish >/dev/null 2>&1; then
    HOME=$PWD fish -c 'source script.fish; complete -C "masthead convert --pap"' >out 2>err
    says out --paper
    HOME=$PWD fish -c 'source script.fish; complete -C "masthead convert --paper "' >out 2>err
    says out a4
fi
finish
