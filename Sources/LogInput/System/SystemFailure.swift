import Glibc
import LogModel

/// A refusal of the system.
struct SystemFailure: Error, Equatable {
  /// The `errno` of the call.
  let code: Int32

  /// What it means for an input of which no byte was read.
  var problemAtOpening: SourceProblem {
    code == EISDIR ? .isDirectory : .unopenable(errno: code)
  }

  /// The failure of the call that was made last on this thread.
  static var latest: SystemFailure { SystemFailure(code: errno) }
}
