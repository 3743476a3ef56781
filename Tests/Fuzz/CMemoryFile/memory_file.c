#define _GNU_SOURCE
#include "memory_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

int logstat_memory_file(void) { return memfd_create("logstat", MFD_CLOEXEC); }

int logstat_packet_pipe(int *ends) {
  if (pipe2(ends, O_CLOEXEC | O_DIRECT | O_NONBLOCK) != 0) return -1;
  if (fcntl(ends[1], F_SETPIPE_SZ, 256 * 4096) > 0) return 0;
  close(ends[0]);
  close(ends[1]);
  return -1;
}
