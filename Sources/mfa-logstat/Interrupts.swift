import Glibc
import LogModel
import Synchronization

/// SIGINT and SIGTERM: the first one asks the run to end and tell what it has, the second one kills.
enum Interrupts {
  /// What the run looks at between two pieces of work.
  static let flag = InterruptFlag()
  private static let received = Atomic<Int32>(0)

  /// Starts to listen; a signal that the parent told us to ignore (`nohup`) stays ignored.
  static func listen() {
    // A parent with threads often hands down that all signals are blocked, without meaning it.
    var heard = sigset_t()
    _ = unsafe sigemptyset(&heard)
    for signal in [SIGINT, SIGTERM] {
      _ = unsafe sigaddset(&heard, signal)
      var present = sigaction()
      guard unsafe sigaction(signal, nil, &present) == 0 else { continue }
      let ignored = unsafe present.__sigaction_handler.sa_handler
      if unsafe unsafeBitCast(ignored, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        continue
      }
      var wanted = sigaction()
      unsafe wanted.__sigaction_handler.sa_handler = { Interrupts.note($0) }
      // Back to the default after the first one. Without SA_RESTART a blocked read comes back.
      wanted.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      _ = unsafe sigaction(signal, &wanted, nil)
    }
    // Both globals exist before a handler can run: it may only load and store.
    _ = (flag.isRaised, received.load(ordering: .relaxed))
    _ = unsafe pthread_sigmask(SIG_UNBLOCK, &heard, nil)
  }

  /// What the signal that came means for the exit status; nil when none came.
  static var status: ExitStatus? {
    switch received.load(ordering: .relaxed) {
    case SIGINT: .interrupted
    case SIGTERM: .terminated
    default: nil
    }
  }

  /// Runs inside the signal handler: two atomic stores and nothing else.
  private static func note(_ signal: Int32) {
    received.store(signal, ordering: .relaxed)
    flag.raise()
  }
}
