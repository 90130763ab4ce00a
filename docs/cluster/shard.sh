#!/bin/sh
# One part of a batch, for whatever engine starts it: shard.sh I N IN OUT [OPTION...] does part I (from 1) of N. Run again, it
# does what is left. Exit status: 0 the part is done; 75 and 137 run it again; others: running it again mends nothing.
set -u
shard=$1/$2 in=$3 out=$4
shift 4
# Not "exec": the shell tells of a program that was killed by its status (128 and the signal), which engines can match.
"${MASTHEAD:-masthead}" convert --resume --log-progress --shard "$shard" "$@" -o "$out" "$in"
status=$?
# Records that failed are in the report; to the engine the part is done.
[ "$status" -eq 1 ] && status=0
exit "$status"
