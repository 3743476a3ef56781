import CThreadSanitizer
import Synchronization

/// A value that one thread at a time may touch: the standard library's `Mutex`, with a word to
/// ThreadSanitizer, which would otherwise see a race wherever two threads meet at it.
///
/// It is taken once a batch or a file and never for a line. A value that may not be shared otherwise is
/// given away to it.
package final class Guarded<Value>: Sendable {
  private let mutex: Mutex<Value>

  package init(_ value: consuming sending Value) { mutex = Mutex(value) }

  /// Calls `body` with the value while no other thread has it.
  package func withLock<Result: Sendable>(_ body: (inout sending Value) -> Result) -> Result {
    let lock = UInt(bitPattern: ObjectIdentifier(self))
    return mutex.withLock { value in
      logstat_lock_was_entered(lock)
      defer { logstat_lock_is_left(lock) }
      return body(&value)
    }
  }
}
