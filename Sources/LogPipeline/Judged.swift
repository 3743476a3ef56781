import LogAggregation
import LogAlerting
import LogModel

/// What the rules say of what was counted.
package struct Judged: Sendable {
  package let set: RuleSet
  package let index: MeasureIndex
  /// By rule, series and window.
  package var alerts: [Alert]
  /// What silences hold back, in the same order.
  package let silenced: [Alert]
  package let scope: JudgingScope
  /// How many threads may work at a time.
  let jobs: Int

  /// Judges an aggregate, on so many threads; windows that end after `closedBefore` are still open.
  ///
  /// Without it the end of the input closes all windows.
  ///
  /// - Precondition: The requests of its plan are those of the set.
  package init(
    _ aggregate: PartialAggregate, by set: RuleSet, closedBefore: Int64 = .max, jobs: Int = 1
  ) {
    self.set = set
    self.jobs = jobs
    let judge = RuleJudge(set)
    index = MeasureIndex(of: aggregate, jobs: jobs)
    precondition(index.tables.count == set.rules.count, "other rules than were counted for")
    scope = JudgingScope(
      stretches: index.stretches(gap: JudgingScope.longestGap), closedBefore: closedBefore,
      baseSeconds: index.baseSeconds)
    (alerts, silenced) = judge.alerts(for: index.tables, scope: scope, jobs: jobs)
  }
}

extension MeasureSpan {
  /// Where the errors of an alert stand.
  init(_ alert: Alert) {
    self.init(request: alert.rule, series: alert.series, seconds: alert.seconds)
  }
}
