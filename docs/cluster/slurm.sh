#!/bin/sh
# A batch as a Slurm job array: slurm.sh SHARDS IN OUT [OPTION...]. Folder, program and these scripts are on a disk that all nodes
# share. Prints the numbers of two jobs: the array, and the one that merges its reports into OUT/report.html.
set -eu
shards=$1 in=$2 out=$3
shift 3
here=$(cd "$(dirname "$0")" && pwd)
log=$out/.masthead/slurm-%a.log
mkdir -p "$out/.masthead"

# quote WORD...: as the shell reads them back.
quote() {
    for word in "$@"; do
        printf "'%s' " "$(printf '%s' "$word" | sed "s/'/'\\\\''/g")"
    done
}

# --requeue: a part whose node dies is run again. That of a part that was killed on a node that lives is the cluster's
# setting RequeueExit=75,137, or the same command once more.
array=$(sbatch --parsable --job-name masthead --array "1-$shards" --requeue --open-mode=append --output "$log" ${SBATCH_EXTRA:-} <<J
#!/bin/sh
$(quote "$here/shard.sh") "\$SLURM_ARRAY_TASK_ID" $(quote "$shards" "$in" "$out" "$@")
exit \$?
J
)
merge=$(sbatch --parsable --job-name masthead-report --dependency "afterany:$array" --output "$out/.masthead/slurm-report.log" <<J
#!/bin/sh
$(quote "${MASTHEAD:-masthead}" report -o "$out/report.html" "$out")
J
)
echo "$array $merge"
