import Glibc

/// Some threads of the system that do one piece of work together.
///
/// Not Dispatch's: on Linux its threads set their own priority, so that a run under `nice` would not
/// be nice, and one at a raised priority would wait for threads that are not.
enum ThreadTeam {
  /// Calls `work` on `count` threads, the calling one among them, and returns when all have ended.
  ///
  /// Each gets its number, from 0 on. Where the system refuses a thread, fewer take part; so the work
  /// must not wait for a number to show up.
  static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let others = (1..<max(count, 1)).compactMap { number in start(number, work) }
    work(0)
    for thread in others { _ = pthread_join(thread, nil) }
  }

  private final class Member: Sendable {
    let number: Int
    let work: @Sendable (Int) -> Void

    init(number: Int, work: @escaping @Sendable (Int) -> Void) {
      self.number = number
      self.work = work
    }
  }

  private static func start(_ number: Int, _ work: @escaping @Sendable (Int) -> Void) -> pthread_t?
  {
    let member = unsafe Unmanaged.passRetained(Member(number: number, work: work))
    var thread = pthread_t()
    let failure = unsafe pthread_create(
      &thread, nil,
      { context in
        guard let context = unsafe context else { return nil }
        let member = unsafe Unmanaged<Member>.fromOpaque(context).takeRetainedValue()
        member.work(member.number)
        return nil
      }, member.toOpaque())
    guard failure == 0 else {
      unsafe member.release()
      return nil
    }
    return thread
  }
}
