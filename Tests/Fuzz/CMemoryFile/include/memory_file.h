// Files and pipes of Linux that Swift's Glibc does not show, because they need _GNU_SOURCE.
#ifndef LOGSTAT_MEMORY_FILE_H
#define LOGSTAT_MEMORY_FILE_H

#pragma clang assume_nonnull begin

/// Opens a new regular file that lives in memory; -1 when there can be none.
int logstat_memory_file(void);

/// Opens a pipe in which every write is a packet that a read takes by itself, with room for 256
/// packets of 4,096 bytes; the end to read from comes first. Returns -1 when there can be none.
int logstat_packet_pipe(int *ends);

#pragma clang assume_nonnull end

#endif
