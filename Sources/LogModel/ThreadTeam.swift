import Glibc
import Synchronization

/// Some threads of the system that do one piece of work together.
///
/// Not Dispatch's: on Linux its threads set their own priority, so that a run under `nice` would not
/// be nice, and one at a raised priority would wait for threads that are not.
package enum ThreadTeam {
  /// Calls `work` on `count` threads, the calling one among them, and returns when all have ended.
  ///
  /// Each gets its number, from 0 on. Where the system refuses a thread, fewer take part; so the work
  /// must not wait for a number to show up.
  package static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let others = (1..<max(count, 1)).compactMap { number in start(number, work) }
    work(0)
    for thread in others { _ = pthread_join(thread, nil) }
  }

  /// Calls `make` with every number below `count`, on at most `jobs` threads at a time, and returns what it
  /// gave in the order of the numbers.
  ///
  /// Who is done takes the next number, so that parts of unlike size fill all threads.
  package static func map<Result: Sendable>(
    _ count: Int, jobs: Int, _ make: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard jobs > 1, count > 1 else { return (0..<count).map(make) }
    let made = Made<Result>()
    run(min(jobs, count)) { _ in
      while true {
        let number = made.next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        let result = make(number)
        made.results.withLock { $0.append((number, result)) }
      }
    }
    return made.results.withLock { $0 }.sorted { $0.number < $1.number }.map(\.result)
  }

  /// Calls two functions at a time, or one after the other where `jobs` is one.
  package static func both<First: Sendable, Second: Sendable>(
    jobs: Int, _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let results = map(2, jobs: jobs) { number in
      number == 0 ? Either.first(first()) : .second(second())
    }
    guard case .first(let one) = results[0], case .second(let other) = results[1] else {
      preconditionFailure("results in another order")
    }
    return (one, other)
  }

  private enum Either<First: Sendable, Second: Sendable>: Sendable {
    case first(First)
    case second(Second)
  }

  private final class Made<Result: Sendable>: Sendable {
    let next = Atomic(0)
    let results = Guarded<[(number: Int, result: Result)]>([])
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
