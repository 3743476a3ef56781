import LogAggregation
import LogAlerting
import LogModel
import LogState

extension StatefulCheckRun {
  /// What a judgement rests on, to be built on by the next one.
  struct Ground {
    var past: JudgedPast
    /// Those found in the windows that begin at `judgedFrom` or later.
    var spikes: [FiredSpike]
    var judgedFrom: Int64
  }

  /// Judges what was counted with what is remembered.
  ///
  /// - Parameters:
  ///   - found: What is new.
  ///   - session: Holds what is known, without what is new.
  ///   - digest: What tells the rules from others.
  ///   - news: Has what the run before has left, and gets what is new.
  /// - Throws: When the state cannot be read.
  func judge(
    _ found: StatefulReading.News, _ session: StateSession, rules digest: String,
    into news: inout News
  ) throws(StateError) {
    let counted = found.counted
    let digest = "\(StatefulCheckRun.edition) \(digest)"
    let review = try review(of: counted.aggregate, session, rules: digest, memory: news.memory)
    var range = review?.reads ?? .all
    range.lacksUsers = counted.aggregate.lacksUsers
    let stored = try session.counts(range)
    memory.readWitness?(stored.rowCount)
    let whole = StatefulReading.whole(stored, with: found)
    if let clock = whole.clock {
      news.memory.watermark.advance(
        to: clock, now: plan.now, latenessSeconds: memory.latenessSeconds)
    }
    var spikes: [FiredSpike] = []
    if let review { spikes = try session.spikes(in: review.historySeconds) }
    let judged = Judged(
      whole, by: plan.rules, closedBefore: news.memory.watermark.closedBefore, jobs: counted.jobs,
      review: review, after: spikes)
    let step = judged.step(
      from: news.memory,
      horizon: try horizon(session, closedBefore: news.memory.watermark.closedBefore))
    news.memory = step.memory
    news.ground = Ground(
      past: JudgedPast(
        rules: digest, now: plan.now.seconds, stretches: judged.scope.stretches,
        silenced: step.silenced),
      spikes: judged.spikes, judgedFrom: judged.scope.judgedFrom)
    news.records = whole.records
    news.report.transitions = step.transitions
    news.report.incidents = step.incidents
    news.report.silencedCount = step.silencedCount
    news.report.alertCount = step.incidents.reduce(0) { $0 + $1.alertCount }
    if memory.needsIncidents {
      let sums = try session.errorSums()
      news.report.errors = ErrorCounts(of: StatefulReading.whole(sums, with: found)).sorted()
    }
    (news.report.first, news.report.last) = (whole.first, whole.last)
  }

  /// Another number makes all states judge everything once: for when verdicts change though rules do not.
  private static let edition = 1

  /// What is to be judged; nil for everything.
  private func review(
    of new: PartialAggregate, _ session: StateSession, rules: String, memory: AlertMemory
  ) throws(StateError) -> Review? {
    guard !self.memory.judgesAll, let past = try session.judgedPast(), past.rules == rules
    else { return nil }
    // What was far ahead of now is not any more, or is again.
    let (before, now) = (past.now + 86_400, plan.now.seconds + 86_400)
    var turned: [Range<Int64>] = []
    if before != now {
      turned = try session.windowsAhead(endingIn: min(before, now) + 1...max(before, now))
    }
    guard before <= now || turned.isEmpty else { return nil }
    return Review(
      after: past, memory: memory, news: new.recordWindows + turned, rules: plan.rules.rules,
      baseSeconds: session.windowSeconds)
  }

  /// When counts were forgotten, windows that were closed so long before are not judged again.
  private static let reviewedSeconds: Int64 = 7 * 86_400

  /// Before it, verdicts would rest on counts that were forgotten.
  private func horizon(
    _ session: StateSession, closedBefore: Int64
  ) throws(StateError) -> Int64 {
    guard let forgotten = try session.forgottenBefore() else { return .min }
    // A verdict rests on verdicts before it, though less and less; the latest rest on nearly all.
    return max(
      forgotten + MemoryPlan.lookbackSeconds(of: plan.rules),
      closedBefore - StatefulCheckRun.reviewedSeconds)
  }
}
