import LogModel

/// What a run has found, for the front door to tell.
package struct RunResult: Sendable {
  package var report: Report
  /// What else the user should know, in order; at most five of a group.
  package var diagnostics: [Diagnostic]
  /// How many there are of each group in all.
  package var diagnosticCounts: [DiagnosticGroup: Int]
  package var failures: Set<RunFailure>
  package var wasInterrupted: Bool

  package init(
    report: Report, diagnostics: [Diagnostic], diagnosticCounts: [DiagnosticGroup: Int],
    failures: Set<RunFailure>, wasInterrupted: Bool
  ) {
    self.report = report
    self.diagnostics = diagnostics
    self.diagnosticCounts = diagnosticCounts
    self.failures = failures
    self.wasInterrupted = wasInterrupted
  }
}

/// What went wrong in a run that nevertheless has a result.
package enum RunFailure: Hashable, Sendable {
  /// An input could not be opened.
  case inputUnopenable
  /// An input is damaged or cut, too many lines are malformed, or nothing in it was recognised.
  case dataDamaged
  /// The books do not balance.
  case internalError
}
