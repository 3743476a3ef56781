/// How many malformed lines are too many.
package enum MalformedLimit: Hashable, Sendable {
  /// Any is.
  case nothing
  /// More than this part of all lines, in millionths of a percent; 0 ... 100,000,000.
  ///
  /// A whole number, so that 29 of 100 lines are exactly 29 % and not more.
  case share(Int)

  /// The tenth part that holds unless the user says otherwise.
  package static let tenPercent = MalformedLimit.share(10_000_000)

  package func isBroken(by malformed: Int, of lines: Int) -> Bool {
    switch self {
    case .nothing: malformed > 0
    case .share(let most):
      malformed.multipliedFullWidth(by: 100_000_000) > lines.multipliedFullWidth(by: most)
    }
  }
}
