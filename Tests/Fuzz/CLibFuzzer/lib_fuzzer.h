// The one function of libFuzzer that is called; it comes with the compiler (-sanitize=fuzzer).
#ifndef LOGSTAT_LIB_FUZZER_H
#define LOGSTAT_LIB_FUZZER_H

#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer with its options and returns the status to exit with.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*judge)(const uint8_t *data, size_t size));

#endif
