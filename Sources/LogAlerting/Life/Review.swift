import LogModel

/// What a run with memory judges anew, and what stays as it was judged.
///
/// A verdict follows from the counts of its own window and of those before it. So before the first window
/// with new counts, and before the clock of the last judgement, nothing has changed. An incident that goes
/// on from there is judged again from its first window, since its sums grow; of other subjects, nothing
/// before is looked at. What is left out is remembered as it is.
///
/// The result is that of judging everything, and costs as much as what is new and what goes on.
package struct Review: Sendable {
  /// Windows that begin at this UTC second or later are judged, a multiple of the windows of all rules.
  package let judgedFrom: Int64
  /// See `JudgingScope`; with what is new.
  package let stretches: [Range<Int64>]
  /// Which counts that needs.
  package let reads: StoredRange
  /// In which UTC seconds a spike changes what is a spike later.
  package let historySeconds: Range<Int64>
  private let rules: [Rule]
  /// Verdicts about windows that begin earlier are what they were.
  private let changedFrom: Int64
  /// The same for subjects of which an incident goes on there.
  private let starts: [AlertSubject: Int64]
  private let silenced: [SilencedLife]

  /// Nil when everything is to be judged.
  ///
  /// - Parameters:
  ///   - past: What the last judgement left, which was by the same rules.
  ///   - memory: The alerts by that judgement.
  ///   - news: The base windows that hold new counts, in UTC seconds.
  ///   - rules: All rules.
  ///   - baseSeconds: The length of the base windows.
  package init?(
    after past: JudgedPast, memory: AlertMemory, news: [Range<Int64>], rules: [Rule],
    baseSeconds: Int64
  ) {
    let step = Review.commonSeconds(of: rules)
    let closedBefore = memory.watermark.closedBefore
    guard closedBefore > .min, 86_400 % step == 0, !rules.contains(where: \.mayFireAnew)
    else { return nil }
    self.rules = rules
    stretches = JudgingScope.stretches(of: past.stretches + news)
    let changed = min(
      closedBefore, news.map(\.lowerBound).min() ?? .max,
      Review.firstChange(past.stretches, stretches, baseSeconds: baseSeconds))
    let from = changed.flooredQuotient(by: step) * step
    // What ended before the horizon is not remembered, and late data may go on with it.
    let clears = rules.map { max($0.keepFiringSeconds, $0.windowSeconds) }.max() ?? 0
    guard memory.horizon == .min || from - clears > memory.horizon else { return nil }
    changedFrom = from
    silenced = past.silenced
    let spans = Dictionary(
      grouping: memory.alerts.map(Span.init) + silenced.map(Span.init), by: \.subject)
    starts = spans.compactMapValues { spans in
      let start = Review.start(of: spans, from: from)
      return start < from ? start : nil
    }
    // What waits for its `for` began to hold before it fires.
    let waits = rules.map(\.forSeconds).max() ?? 0
    let first = (starts.values.min() ?? from) - (waits > 0 ? waits + step : 0)
    let judgedFrom = first.flooredQuotient(by: step) * step
    // Of earlier stretches it is not known whether their series named users.
    guard stretches.count < 2 || judgedFrom >= stretches[stretches.count - 1].lowerBound
    else { return nil }
    self.judgedFrom = judgedFrom
    let reach = rules.map(\.spikeReachSeconds).max() ?? 0
    historySeconds = judgedFrom - reach..<judgedFrom
    let learned = rules.map(\.flatlineReachSeconds).max() ?? 0
    reads = StoredRange(
      totalsFrom: judgedFrom - learned,
      errorsFrom: rules.contains(where: \.looksBackToAnyTime) ? .min : judgedFrom - reach,
      userCountsFrom: judgedFrom)
  }

  /// Those of the windows in which their subject is judged anew.
  package func kept(_ alerts: [Alert]) -> [Alert] {
    alerts.filter { alert in
      let start = alert.seconds.lowerBound
      if start >= changedFrom { return true }
      guard !starts.isEmpty else { return false }
      return start >= starts[AlertSubject(of: alert, rules)] ?? changedFrom
    }
  }

  /// Whether a remembered alert was over before the windows in which its subject is judged anew.
  func isSettled(_ alert: RememberedAlert) -> Bool { isSettled(Span(alert)) }

  /// Where the silenced incidents were that are not judged anew.
  var settledSilenced: [SilencedLife] { silenced.filter { isSettled(Span($0)) } }

  /// The end of the incident of a settled alert, silenced windows included.
  func end(of alert: RememberedAlert) -> Int64 {
    silenced.filter { $0.subject == alert.subject && Span($0).overlaps(Span(alert)) }
      .reduce(alert.seconds.upperBound) { max($0, $1.seconds.upperBound) }
  }

  private func isSettled(_ span: Span) -> Bool {
    span.end <= starts[span.subject] ?? changedFrom
  }
}

extension Review {
  /// The seconds in which no other incident of a subject can begin.
  private struct Span {
    let subject: AlertSubject
    let start: Int64
    let end: Int64
    let isOver: Bool

    init(_ alert: RememberedAlert) {
      subject = alert.subject
      (start, end) = (alert.seconds.lowerBound, alert.clearsAt)
      isOver = alert.state == .resolved
    }

    init(_ life: SilencedLife) {
      subject = life.subject
      (start, end) = (life.seconds.lowerBound, life.clearsAt)
      isOver = true
    }

    func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
  }

  /// The latest second not after `from` that cuts none of the spans and has what is not over behind it.
  private static func start(of spans: [Span], from: Int64) -> Int64 {
    var start = from
    // Going back over one span may come to lie in another.
    for span in spans.sorted(by: { $0.end > $1.end })
    where span.start < start && (span.end > start || !span.isOver) {
      start = span.start
    }
    return spans.contains { $0.start < start && start < $0.end }
      ? self.start(of: spans, from: start) : start
  }

  /// The first second of which it may be known otherwise than before what happened then.
  private static func firstChange(
    _ before: [Range<Int64>], _ now: [Range<Int64>], baseSeconds: Int64
  ) -> Int64 {
    for (old, new) in zip(before, now) where old != new {
      // In the last window of a stretch, nobody is missed yet.
      return old.lowerBound != new.lowerBound
        ? min(old.lowerBound, new.lowerBound) : min(old.upperBound, new.upperBound) - baseSeconds
    }
    return now.count > before.count ? now[before.count].lowerBound : .max
  }

  /// The shortest time that is made up of whole windows of every rule.
  private static func commonSeconds(of rules: [Rule]) -> Int64 {
    rules.reduce(1) { common, rule in
      let length = rule.judgedSeconds
      var (left, right) = (common, length)
      while right != 0 { (left, right) = (right, left % right) }
      // No day is made up of such windows anyway.
      return common > 86_400 ? common : common / left * length
    }
  }
}

extension Rule {
  /// What is judged together, in seconds: a window, or the hour of windows of a spike.
  fileprivate var judgedSeconds: Int64 {
    detector.map { windowSeconds * ($0.spans.max() ?? 1) } ?? windowSeconds
  }

  /// How long before a window counts can make it a spike.
  fileprivate var spikeReachSeconds: Int64 { detector.map { $0.reach * windowSeconds } ?? 0 }

  /// How long before a silence a tenant must have logged steadily.
  fileprivate var flatlineReachSeconds: Int64 {
    guard case .flatline(let policy) = kind else { return 0 }
    return policy.learnSeconds + windowSeconds
  }

  /// A new code tells how long there was none of it, however long that is.
  fileprivate var looksBackToAnyTime: Bool {
    if case .newCode = kind { true } else { false }
  }

  /// Whether what fired long ago may cease to, because somebody names users now: as long as nobody does,
  /// their number is no condition.
  fileprivate var mayFireAnew: Bool {
    guard case .spike(let policy) = kind else { return false }
    return policy.minUsers > policy.minCount
  }

  private var detector: SpikeDetector? {
    guard case .spike(let policy) = kind else { return nil }
    return SpikeDetector(policy: policy, windowSeconds: windowSeconds)
  }
}
