#!/bin/sh
# Help, versions, wrong usage.
. "$(dirname "$0")/expect"

expect 0 "$masthead" --help
says out "masthead convert"
expect 0 "$masthead" --version
says out "masthead 0."
expect 2 "$masthead"
expect 2 "$masthead" no-such-command
says err "no-such-command"
for command in convert watch report verify pack explain formats stylesheets completion help; do
    expect 0 "$masthead" help "$command"
    says out "Usage:"
done
expect 0 "$masthead" convert --help
says out "convert [OPTION…] PATH…"
lacks out "PATH… PATH…"
says out "--output"

expect 0 "$masthead" formats
for format in akn pdf docx flatopc html text fo dc mods marcxml; do
    says out " $format "
done

expect 0 "$masthead" stylesheets
says out "akn-to-fo.xsl"
expect 0 "$masthead" stylesheets --export sheets
has_files sheets/akn-to-fo.xsl sheets/fo/layout.xsl sheets/common/words.xml
expect 2 "$masthead" stylesheets --export sheets
says err "not empty"

expect 2 "$masthead" convert
expect 2 "$masthead" convert --no-such-option "$record"
expect 2 "$masthead" convert --to odt "$record"
says err "odt"
expect 2 "$masthead" convert --paper legal "$record"
expect 2 "$masthead" convert --shard 5/4 "$record"
expect 2 "$masthead" convert --language de "$record"
expect 2 "$masthead" convert --set date=yesterday "$record"
expect 2 "$masthead" convert --param novalue "$record"
expect 2 "$masthead" convert --emit soup "$record"
expect 2 "$masthead" convert --pdf-profile x1a "$record"
expect 2 "$masthead" convert --stylesheets no-such-folder "$record"
expect 2 "$masthead" convert --emblem no-such.svg "$record"
expect 2 "$masthead" convert -o - "$record"
says err "one format"
expect 2 "$masthead" convert no-such-file.txt
says err "no-such-file.txt"
mkdir empty
expect 2 "$masthead" convert empty
says err "BAT-001"
has_nothing_in output
finish
