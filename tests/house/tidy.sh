#!/bin/sh
# clang-tidy by .clang-tidy over all of src: tidy.sh BUILD, a folder with compile_commands.json.
cd "$(dirname "$0")/../.." || exit 2
command -v clang-tidy >/dev/null 2>&1 || { echo "clang-tidy is missing"; exit 77; }
jobs=$(getconf _NPROCESSORS_ONLN)
find src -name '*.c' | sort | xargs -P "$jobs" -n 4 clang-tidy -p "$1" --quiet 2>/dev/null || exit 1
echo "clang-tidy is content"
