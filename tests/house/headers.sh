#!/bin/sh
# Every header compiles alone as C17, the public one as C++ too.
cd "$(dirname "$0")/../.." || exit 2
flags="-Isrc -D_GNU_SOURCE $(pkg-config --cflags pangocairo libxml-2.0 libxslt glib-2.0 json-glib-1.0)" || exit 77
status=0
for header in src/*.h src/*/*.h; do
    # shellcheck disable=SC2086 # a list of options
    cc -std=c17 -Wall -Wextra -Werror -fsyntax-only $flags -x c "$header" || { echo "$header"; status=1; }
done
cc -std=c17 -pedantic -Wall -Wextra -Werror -fsyntax-only -x c src/masthead.h || status=1
if command -v c++ >/dev/null 2>&1; then
    c++ -pedantic -Wall -Wextra -Werror -fsyntax-only -x c++ src/masthead.h || status=1
fi
[ "$status" -eq 0 ] && echo "every header stands alone"
exit $status
