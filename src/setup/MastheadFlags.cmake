# Warnings, hardening and sanitizers, all on one interface target that every module links.
add_library(masthead_flags INTERFACE)

set(warnings
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wstrict-prototypes
    -Wmissing-prototypes -Wold-style-definition -Wpointer-arith -Wcast-qual -Wwrite-strings
    -Wformat=2 -Wundef -Wvla -Wnull-dereference -Wdouble-promotion -Wimplicit-fallthrough)
if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
  list(APPEND warnings -Wcast-align=strict -Wlogical-op -Wduplicated-cond -Wduplicated-branches
       -Wjump-misses-init)
else()
  list(APPEND warnings -Wcast-align -Wcomma -Wmissing-variable-declarations
       -Wconditional-uninitialized -Wunreachable-code)
endif()

target_include_directories(masthead_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(masthead_flags INTERFACE
    _GNU_SOURCE G_LOG_DOMAIN="masthead" MASTHEAD_VERSION="${PROJECT_VERSION}"
    GLIB_VERSION_MIN_REQUIRED=GLIB_VERSION_2_72)
target_compile_options(masthead_flags INTERFACE
    ${warnings} -fstack-protector-strong -fno-common -fvisibility=hidden
    $<$<BOOL:${MASTHEAD_WERROR}>:-Werror>)
target_link_libraries(masthead_flags INTERFACE PkgConfig::GLIB m)

if(MASTHEAD_SANITIZE)
  set(sanitize -fsanitize=${MASTHEAD_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(masthead_flags INTERFACE ${sanitize})
  target_link_options(masthead_flags INTERFACE ${sanitize})
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_definitions(masthead_flags INTERFACE _FORTIFY_SOURCE=2)
endif()

if(MASTHEAD_COVERAGE)
  target_compile_options(masthead_flags INTERFACE --coverage)
  target_link_options(masthead_flags INTERFACE --coverage)
endif()

if(MASTHEAD_FUZZ)
  target_compile_options(masthead_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
