# Packages and building, for ./convert and ./check. Read by them with "."; POSIX sh.

# What the program is built with, on Debian 12, 13 and Ubuntu 24.04.
build_packages="gcc cmake ninja-build pkg-config libglib2.0-dev libxml2-dev libxslt1-dev
libpango1.0-dev libcairo2-dev libharfbuzz-dev libzip-dev libhyphen-dev libuchardet-dev librsvg2-dev libzint-dev
libjson-glib-dev libicu-dev zlib1g-dev"

# What it needs to run: faces for six languages, hyphenation for four.
run_packages="fonts-liberation fonts-noto-cjk fonts-hosny-amiri
hyphen-en-gb hyphen-fr hyphen-es hyphen-ru"

# What the tests need beyond that; a test whose tool is missing is reported as skipped.
test_packages="libcmocka-dev g++ clang clang-format clang-tidy libxml2-utils xsltproc poppler-utils
qpdf python3 python3-docx trang man-db"

say() {
    printf '%s\n' "$*" >&2
}

# Names of the given packages that are not installed.
missing_packages() {
    for package in "$@"; do
        state=$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null) || state=
        case $state in
        ii*) ;;
        *) printf '%s ' "$package" ;;
        esac
    done
}

# Installs what is missing, or says exactly what to install and stops with status 3.
need_packages() {
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if ! command -v apt-get >/dev/null 2>&1; then
        say "This system has no apt-get. Please install what these Debian packages hold:"
        say "  $missing"
        exit 3
    fi
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            as_root=sudo
        else
            say "Packages are missing, and installing them needs root. Please run:"
            say "  apt-get install $missing"
            exit 3
        fi
    fi
    say "Installing: $missing"
    # shellcheck disable=SC2086 # a list of names
    if $as_root apt-get -qq update >/dev/null &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y \
            --no-install-recommends $missing >/dev/null; then
        return 0
    fi
    say "The packages could not be installed (is there a network?). Please run:"
    say "  apt-get update && apt-get install $missing"
    exit 3
}

# configure_and_build PRESET [CMAKE-OPTION...]: builds in build-PRESET, quietly when all is well.
configure_and_build() {
    preset=$1
    shift
    log=build-$preset.log
    if ! { cmake --preset "$preset" -G Ninja "$@" && cmake --build --preset "$preset"; } \
        >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        say "The build failed; all of its output is in $log."
        exit 3
    fi
    rm -f "$log"
}
