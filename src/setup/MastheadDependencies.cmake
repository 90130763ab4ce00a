# Every library Masthead uses, found through pkg-config; docs/dependencies.md says why each was chosen.
find_package(PkgConfig REQUIRED)

pkg_check_modules(GLIB REQUIRED IMPORTED_TARGET glib-2.0>=2.72)
pkg_check_modules(GIO REQUIRED IMPORTED_TARGET gio-2.0>=2.72)
pkg_check_modules(LIBXML2 REQUIRED IMPORTED_TARGET libxml-2.0>=2.9.13)
pkg_check_modules(LIBXSLT REQUIRED IMPORTED_TARGET libxslt>=1.1.34 libexslt)
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pangocairo>=1.50 pangoft2 fontconfig)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo>=1.16 cairo-pdf)
pkg_check_modules(HARFBUZZ REQUIRED IMPORTED_TARGET harfbuzz-subset>=2.9)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip>=1.7)
pkg_check_modules(UCHARDET REQUIRED IMPORTED_TARGET uchardet)
pkg_check_modules(JSON_GLIB REQUIRED IMPORTED_TARGET json-glib-1.0)
pkg_check_modules(RSVG REQUIRED IMPORTED_TARGET librsvg-2.0>=2.52)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)

# libhyphen and zint ship no pkg-config file in Debian.
find_library(HYPHEN_LIBRARY hyphen REQUIRED)
find_library(ZINT_LIBRARY zint REQUIRED)

find_program(GLIB_COMPILE_RESOURCES glib-compile-resources REQUIRED)
