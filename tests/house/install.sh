#!/bin/sh
# What "cmake --install" puts in place serves a user: install.sh BUILD. A program of C and one of C++ are made with
# pkg-config and convert the founding record.
set -eu
build=$1
here=$(cd "$(dirname "$0")" && pwd)
record=$here/../../input/000_9b48314a96a0a4e5.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/usr" >/dev/null
PKG_CONFIG_PATH=$(dirname "$(find "$work/usr" -name masthead.pc)")
export PKG_CONFIG_PATH
LD_LIBRARY_PATH=$(dirname "$PKG_CONFIG_PATH")
export LD_LIBRARY_PATH
# The file names the prefix of the build; this test moved it.
flags="-I$work/usr/include -L$LD_LIBRARY_PATH $(pkg-config --libs-only-l masthead)"

cat >"$work/user.c" <<'C'
#include <masthead.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    static char bytes[1 << 20];
    FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
    if (!file)
        return 2;
    masthead_record record = {0};
    record.size = sizeof record;
    record.name = "letter.txt";
    record.bytes = bytes;
    record.byte_count = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    masthead *converter = masthead_new(NULL);
    masthead_result *result = NULL;
    masthead_status status = masthead_convert(converter, &record, "akn,text", &result);
    size_t size = 0;
    const void *text = masthead_result_bytes(result, "text", &size);
    printf("%d %s %s %d\n", (int)status, masthead_result_kind(result), masthead_result_date(result),
           text != NULL && size > 5000);
    masthead_result_free(result);
    masthead_free(converter);
    return 0;
}
C
sed 's/= {0}/= {}/' "$work/user.c" >"$work/user.cpp"
# shellcheck disable=SC2086 # a list of options
cc -std=c17 "$work/user.c" -o "$work/user" $flags
[ "$("$work/user" "$record")" = "0 letter 2021-06-04 1" ] || { "$work/user" "$record"; exit 1; }
if command -v c++ >/dev/null 2>&1; then
    # shellcheck disable=SC2086
    c++ "$work/user.cpp" -o "$work/user" $flags
    [ "$("$work/user" "$record")" = "0 letter 2021-06-04 1" ]
fi
"$work/usr/bin/masthead" --version
[ -s "$work/usr/share/man/man1/masthead.1" ]
