import Glibc

/// What the process tells its caller when it ends; the numbers are those of `sysexits.h`.
package enum ExitStatus: Int32, CaseIterable, Error {
  case done = 0
  /// `explain` was asked for a code that nobody knows, or a file of rules or cases is not well; the
  /// warning of `check`.
  case judgedBad = 1
  /// Of `check`.
  case critical = 2
  /// Of `check`: whatever kept it from judging.
  case unknown = 3
  case usage = 64
  /// Damaged or cut input, too much of it malformed, or nothing in it recognised.
  case dataDamaged = 65
  case inputUnopenable = 66
  /// A bug of ours.
  case internalError = 70
  case outputUncreatable = 73
  case outputUnwritable = 74
  /// Another run holds the state.
  case locked = 75
  case configUnusable = 78
  case interrupted = 130
  case terminated = 143

  /// Which one is told when several apply: the first of these.
  private static let byPrecedence: [ExitStatus] = [
    .interrupted, .terminated, .usage, .internalError, .outputUnwritable, .outputUncreatable,
    .locked, .configUnusable, .inputUnopenable, .dataDamaged, .critical, .unknown, .judgedBad,
  ]

  /// The one to end with when all of these happened; `done` when nothing did.
  package static func worst(of statuses: [ExitStatus]) -> ExitStatus {
    byPrecedence.first { statuses.contains($0) } ?? .done
  }

  /// Ends the process.
  func leave() -> Never { exit(rawValue) }
}
