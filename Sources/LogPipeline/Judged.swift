import LogAggregation
import LogAlerting
import LogModel

/// What the rules say of what was counted.
package struct Judged: Sendable {
  package let set: RuleSet
  package let index: MeasureIndex
  /// By rule, series and window; of the windows in which their subjects are judged.
  package var alerts: [Alert]
  /// What silences hold back, in the same order.
  package let silenced: [Alert]
  /// By rule, series and window; of all windows from `scope.judgedFrom` on.
  let spikes: [FiredSpike]
  package let scope: JudgingScope
  /// What stays as it was judged before; nil when everything was judged.
  let review: Review?
  /// How many threads may work at a time.
  let jobs: Int

  /// Judges an aggregate, on so many threads; windows that end after `closedBefore` are still open.
  ///
  /// Without it the end of the input closes all windows. With a review, the aggregate need only hold what
  /// that asks for, and `spikes` are those it asks for.
  ///
  /// - Precondition: The requests of its plan are those of the set.
  package init(
    _ aggregate: PartialAggregate, by set: RuleSet, closedBefore: Int64 = .max, jobs: Int = 1,
    review: Review? = nil, after spikes: [FiredSpike] = []
  ) {
    self.set = set
    self.review = review
    self.jobs = jobs
    let judge = RuleJudge(set)
    index = MeasureIndex(of: aggregate, jobs: jobs)
    precondition(index.tables.count == set.rules.count, "other rules than were counted for")
    scope = JudgingScope(
      stretches: review?.stretches ?? JudgingScope.stretches(of: index.recordWindows),
      closedBefore: closedBefore, baseSeconds: index.baseSeconds,
      judgedFrom: review?.judgedFrom ?? .min)
    let verdict = judge.verdict(for: index.tables, scope: scope, after: spikes, jobs: jobs)
    alerts = review?.kept(verdict.alerts) ?? verdict.alerts
    silenced = review?.kept(verdict.silenced) ?? verdict.silenced
    self.spikes = verdict.spikes
  }
}

extension MeasureSpan {
  /// Where the errors of an alert stand.
  init(_ alert: Alert) {
    self.init(request: alert.rule, series: alert.series, seconds: alert.seconds)
  }
}
