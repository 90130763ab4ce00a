#!/bin/sh
# clang takes all of it with warnings as errors.
cd "$(dirname "$0")/../.." || exit 2
command -v clang >/dev/null 2>&1 || { echo "clang is missing"; exit 77; }
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cmake -S . -B "$work" -G Ninja -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=Debug -DMASTHEAD_WERROR=ON >/dev/null &&
    cmake --build "$work" >"$work/log" 2>&1 || { grep -E "error|warning" "$work/log" | head -20; exit 1; }
echo "clang is content"
