import LogModel

/// The books and the diagnostics of the sources, gathered from all workers.
final class SourceLog: Sendable {
  /// What is known of one source.
  struct Entry: Sendable {
    var lines = LineLedger()
    var bytes = 0
    var problem: SourceProblem?
    /// The earliest few of each group, by line.
    var rejections: [DiagnosticGroup: [Diagnostic]] = [:]
  }

  /// How many diagnostics of a group are told; the rest is counted.
  static let shownPerGroup = 5

  private let entries: Guarded<[Entry]>
  private let names: [String]

  init(names: [String]) {
    self.names = names
    entries = Guarded([Entry](repeating: Entry(), count: names.count))
  }

  func add(
    _ lines: LineLedger, bytes: Int, rejections: [Rejection], firstLine: Int, source: Int
  ) {
    entries.withLock { entries in
      entries[source].lines += lines
      entries[source].bytes += bytes
      for rejection in rejections {
        let diagnostic = Diagnostic(
          .rejected(rejection.reason, column: rejection.column), file: names[source],
          line: firstLine + rejection.line)
        var kept = entries[source].rejections[DiagnosticGroup(of: diagnostic.kind), default: []]
        kept.append(diagnostic)
        // Pieces come in any order: the earliest lines are told.
        kept.sort { $0.line ?? 0 < $1.line ?? 0 }
        entries[source].rejections[DiagnosticGroup(of: diagnostic.kind)] = Array(
          kept.prefix(SourceLog.shownPerGroup))
      }
    }
  }

  /// Forgets everything about a source, to read it anew.
  func forget(source: Int) { entries.withLock { $0[source] = Entry() } }

  func problem(ofSource source: Int) -> SourceProblem? { entries.withLock { $0[source].problem } }

  func add(_ problem: SourceProblem, source: Int) {
    entries.withLock { $0[source].problem = problem }
  }

  func take() -> [Entry] { entries.withLock { $0 } }
}
