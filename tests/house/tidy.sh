#!/bin/sh
# clang-tidy by .clang-tidy over all of src: tidy.sh BUILD, a folder with compile_commands.json. The options of gcc in it
# that clang does not know are not meant for it.
cd "$(dirname "$0")/../.." || exit 2
command -v clang-tidy >/dev/null 2>&1 || { echo "clang-tidy is missing"; exit 77; }
jobs=$(getconf _NPROCESSORS_ONLN)
find src -name '*.c' | sort | xargs -P "$jobs" -n 4 clang-tidy -p "$1" --quiet --extra-arg=-Wno-unknown-warning-option 2>/dev/null || exit 1
echo "clang-tidy is content"
