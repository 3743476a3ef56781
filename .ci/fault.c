// A library to be loaded before all others (LD_PRELOAD): makes one call of the system fail.
//
// FAULT_AT=N lets the Nth of the calls below fail, counted over all threads, or the process die before it
// (FAULT_MODE=die). When it happens, the name of the call is written into the file FAULT_MARK, so that who
// tries knows whether there was an Nth call. Files count that stand under FAULT_UNDER; the runtime reads some
// of the system's, too. Messages on standard error are let alone.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static int is_refused(const char *name) {
  static long at = -1;
  if (at < 0) at = getenv("FAULT_AT") ? atol(getenv("FAULT_AT")) : 0;
  if (at == 0 || atomic_fetch_add(&calls, 1) + 1 != at) return 0;
  const char *mark = getenv("FAULT_MARK");
  const int file = mark ? open(mark, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
  if (file >= 0) {
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    (void)!real(file, name, strlen(name));
    close(file);
  }
  const char *mode = getenv("FAULT_MODE");
  if (mode && strcmp(mode, "die") == 0) _exit(137);
  errno = mode && strcmp(mode, "full") == 0 ? ENOSPC : EIO;
  return 1;
}

static int is_ours(int file) {
  const char *under = getenv("FAULT_UNDER");
  char link[64], path[4096];
  if (file == 2 || !under) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t count = readlink(link, path, sizeof path - 1);
  return count > 0 && strncmp(path, under, strlen(under)) == 0;
}

// SQLite syncs folders, too, and takes no notice when it cannot: not every file system can.
static int is_regular(int file) {
  struct stat status;
  return fstat(file, &status) == 0 && S_ISREG(status.st_mode);
}

#define WRAP(result, name, parameters, arguments, condition)                    \
  result name parameters {                                                      \
    static result(*real) parameters;                                            \
    if (!real) real = (result(*) parameters)dlsym(RTLD_NEXT, #name);            \
    if ((condition) && is_refused(#name)) return -1;                            \
    return real arguments;                                                      \
  }

WRAP(ssize_t, read, (int file, void *to, size_t count), (file, to, count), is_ours(file))
WRAP(ssize_t, pread, (int file, void *to, size_t count, off_t at), (file, to, count, at), is_ours(file))
WRAP(ssize_t, pread64, (int file, void *to, size_t count, off64_t at), (file, to, count, at), is_ours(file))
WRAP(ssize_t, write, (int file, const void *from, size_t count), (file, from, count), is_ours(file))
WRAP(ssize_t, pwrite, (int file, const void *from, size_t count, off_t at), (file, from, count, at), is_ours(file))
WRAP(ssize_t, pwrite64, (int file, const void *from, size_t count, off64_t at), (file, from, count, at), is_ours(file))
WRAP(int, fsync, (int file), (file), is_ours(file))
WRAP(int, fdatasync, (int file), (file), is_ours(file) && is_regular(file))
WRAP(int, ftruncate, (int file, off_t size), (file, size), is_ours(file))
WRAP(int, ftruncate64, (int file, off64_t size), (file, size), is_ours(file))
WRAP(int, rename, (const char *from, const char *to), (from, to), 1)
WRAP(int, link, (const char *from, const char *to), (from, to), 1)
WRAP(int, unlink, (const char *path), (path), 1)
