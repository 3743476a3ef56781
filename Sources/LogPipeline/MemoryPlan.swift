import LogAggregation
import LogAlerting
import LogModel
import LogState

/// What a run is asked to remember, and where.
package struct MemoryPlan: Sendable {
  /// The path of the state.
  package var path: String
  /// How long to wait for another run.
  package var lockWaitSeconds = 10.0
  /// Windows are closed so long after their end, in the time of the events.
  package var latenessSeconds = Watermark.usualLatenessSeconds
  /// Counts are kept so long, in the time of the events.
  package var retainSeconds: Int64 = 35 * 86_400
  /// Whether the outputs tell of every incident, and not only of what is new.
  package var needsIncidents = false
  /// Whether everything is judged anew, as the first run does; for those who compare.
  package var judgesAll = false
  /// Told how many rows of counts were read; for those who try that it does not grow.
  package var readWitness: (@Sendable (_ rows: Int) -> Void)?
  /// Told of every row before it is written; for those who try what happens when that fails.
  package var witness: (@Sendable (_ step: Int) throws(StateError) -> Void)?

  package init(path: String) { self.path = path }

  /// How far back rules look from a window that they judge, in seconds.
  package static func lookbackSeconds(of set: RuleSet) -> Int64 {
    let longest =
      set.rules.map { rule -> Int64 in
        let learned: Int64 =
          switch rule.kind {
          case .flatline(let policy): policy.learnSeconds
          case .newCode(let policy): policy.learnSeconds
          // A spike looks back a week and a day.
          case .threshold, .spike: 9 * 86_400
          }
        return learned + rule.forSeconds + rule.keepFiringSeconds
      }.max() ?? 0
    return max(longest, 9 * 86_400)
  }

  /// What tells these rules from others.
  func digest(of set: RuleSet, levels: [String: RecoveryLevel]) -> String {
    let levels = levels.map { "\($0.key)=\($0.value.name)" }.sorted().joined(separator: " ")
    let hash = ByteHash.fixed.hash(
      Array("\(latenessSeconds) \(levels) \(RuleFileText.text(of: set))".utf8))
    return String(hash, radix: 16)
  }
}
