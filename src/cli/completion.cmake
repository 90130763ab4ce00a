# Writes the completion script for SHELL, as PROGRAM prints it, to OUT.
# A build with sanitizers prints it, too: what one run leaves to the system is no leak here.
set(ENV{ASAN_OPTIONS} detect_leaks=0)
execute_process(COMMAND ${PROGRAM} completion ${SHELL} OUTPUT_FILE ${OUT} COMMAND_ERROR_IS_FATAL ANY)
