import LogModel

/// An input that cannot be read at all, and why.
package struct InputError: Error, Equatable {
  package let problem: SourceProblem

  package init(_ problem: SourceProblem) { self.problem = problem }

  /// Whether the system refused to read what it had opened.
  var isReadFailure: Bool {
    if case .readFailed = problem { true } else { false }
  }
}
