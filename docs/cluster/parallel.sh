#!/bin/sh
# A batch on a few machines without a scheduler: parallel.sh HOSTS SHARDS IN OUT [OPTION...]. HOSTS is a file for GNU parallel's
# --sshloginfile; folders, program and these scripts are on a disk that all share. Run again, it does what is left.
set -eu
hosts=$1 shards=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
out=$2
mkdir -p "$out/.masthead"
# Parts that failed or were not reached are done again. Machines that work on after this one was killed hold their parts: those
# end with 75 until they are done.
seq "$shards" | parallel --sshloginfile "$hosts" --workdir "$PWD" --retries 3 --joblog "$out/.masthead/parallel.log" --resume-failed \
    --env SOURCE_DATE_EPOCH --env MASTHEAD --quote "$here/shard.sh" {} "$shards" "$@"
"${MASTHEAD:-masthead}" report -o "$out/report.html" "$out"
