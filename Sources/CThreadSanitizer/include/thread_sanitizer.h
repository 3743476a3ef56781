// Words for ThreadSanitizer, which sees a lock only where it was compiled with its checks: the slow
// path of the standard library's Mutex was not, so without these words every contended lock looks
// like a race. In other builds they do nothing.
#ifndef LOGSTAT_THREAD_SANITIZER_H
#define LOGSTAT_THREAD_SANITIZER_H

#include <stdint.h>

/// What happened before `logstat_lock_is_left` for the same lock has happened before this.
void logstat_lock_was_entered(uintptr_t lock);

/// Said by who holds the lock, as the last thing.
void logstat_lock_is_left(uintptr_t lock);

#endif
