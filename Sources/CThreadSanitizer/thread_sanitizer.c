#include "thread_sanitizer.h"

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define LOGSTAT_IS_CHECKED 1
#endif
#endif

#ifdef LOGSTAT_IS_CHECKED
void __tsan_acquire(void *address);
void __tsan_release(void *address);

void logstat_lock_was_entered(uintptr_t lock) { __tsan_acquire((void *)lock); }
void logstat_lock_is_left(uintptr_t lock) { __tsan_release((void *)lock); }
#else
void logstat_lock_was_entered(uintptr_t lock) { (void)lock; }
void logstat_lock_is_left(uintptr_t lock) { (void)lock; }
#endif
