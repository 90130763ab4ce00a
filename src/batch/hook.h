#ifndef MH_BATCH_HOOK_H
#define MH_BATCH_HOOK_H

/*
 * Records that misbehave on purpose, for the tests of the batch. Compiled in with the tests
 * (BUILD_TESTING) only. Private to batch.
 */

/**
 * Does to this worker what the environment variable MASTHEAD_TEST_HOOK says of record @p name: a
 * comma separated list of DEED:PATTERN, where the pattern has * and ? and the deed is one of crash
 * (segmentation fault), hang, eat (memory without end), starve
 * (sleeps when there is no more memory), exit (ends without a word) and kill (kills
 * the parent, as a machine that goes down would).
 */
void batch_hook(const char *name);

#endif
