#!/bin/sh
# Unit, layout and fuzz tests again, with address and undefined-behaviour sanitizers. Not those that drive the program:
# its limit of memory does not bear the address space that the sanitizer takes.
cd "$(dirname "$0")/../.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cmake -S . -B "$work" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DMASTHEAD_WERROR=ON -DMASTHEAD_SANITIZE=address,undefined >/dev/null &&
    cmake --build "$work" >"$work/log" 2>&1 || { tail -n 20 "$work/log"; exit 1; }
# cairo 1.16 and fontconfig keep memory for good; tests that look for our leaks do it for themselves.
ASAN_OPTIONS=detect_leaks=0 ctest --test-dir "$work" -R '^(unit|fuzz|layout)\.' --output-on-failure >"$work/ctest.log" 2>&1 ||
    { grep -vE "Passed|Start" "$work/ctest.log" | tail -n 60; exit 1; }
grep "tests passed" "$work/ctest.log"
