#!/bin/sh
# Every C file is as clang-format writes it.
cd "$(dirname "$0")/../.." || exit 2
command -v clang-format >/dev/null 2>&1 || { echo "clang-format is missing"; exit 77; }
find src tests -name '*.c' -o -name '*.h' | sort | xargs clang-format --dry-run --Werror && echo "formatted"
