import LogModel

/// Compares what is known now with what was told, and says what is new.
///
/// A pure function of the memory, the clock of the events and the incidents; the order in which
/// incidents come does not show. The incidents follow from all counts, so what is remembered of them is
/// the same after one run or a hundred; only what was told when depends on the runs.
package struct AlertLifecycle: Sendable {
  private let rules: [Rule]

  /// The longest time between two tellings, unless the rule itself asks for a longer one.
  package static let longestRenotifySeconds: Int64 = 86_400

  package init(_ rules: [Rule]) { self.rules = rules }

  /// What is new, and what to remember.
  ///
  /// Call it only with all incidents of the windows that are judged: what it does not find among them
  /// is taken for withdrawn, unless it is settled by the review.
  ///
  /// - Parameters:
  ///   - memory: What the run before has left, with the watermark moved to where it is now.
  ///   - lives: The incidents by all that is known now, judged with the windows closed that the
  ///     watermark says.
  ///   - horizon: Windows that end at this UTC second or before cannot be judged any more; `Int64.min`
  ///     when all can.
  ///   - review: Which windows were judged anew; nil for all that can be.
  /// - Returns: What is new since that run, and what to leave to the next one.
  package func step(
    from memory: AlertMemory, lives: [IncidentLife], horizon: Int64 = .min,
    review: Review? = nil
  ) -> AlertStep {
    let closed = memory.watermark.closedBefore
    let horizon = max(memory.horizon, min(horizon, closed))
    let settled = memory.alerts.filter { review?.isSettled($0) ?? false }
    let told = Dictionary(
      grouping: memory.alerts.filter { !(review?.isSettled($0) ?? false) }, by: \.subject)
    let judged = Dictionary(
      grouping: lives.filter { $0.seconds.upperBound > horizon }, by: \.subject)
    var news = AlertNews(rules: rules, watermark: memory.watermark, horizon: horizon)
    for subject in Set(told.keys).union(judged.keys).sorted() {
      var left = (told[subject] ?? []).sorted(by: AlertLifecycle.isEarlier)
      let lives = (judged[subject] ?? []).sorted {
        $0.seconds.lowerBound < $1.seconds.lowerBound
      }
      // What is told to be firing goes on until it is over: what fires behind it may still be joined
      // with it by late data, and is told by itself only then.
      let open = lives.firstIndex { life in
        life.state(closedBefore: closed) != .resolved
          && (life.incident != nil || left.contains { life.goesOn($0, horizon: horizon) })
      }
      for (place, life) in lives[..<(open.map { $0 + 1 } ?? lives.endIndex)].enumerated() {
        let held = place == open ? lives[(place + 1)...] : []
        let mine = left.filter { alert in
          life.goesOn(alert, horizon: horizon)
            || held.contains { $0.goesOn(alert, horizon: horizon) }
        }
        left.removeAll(where: mine.contains)
        if let before = AlertLifecycle.merged(mine) {
          news.follow(before, as: life, held: held)
        } else {
          news.begin(life, held: held)
        }
      }
      for alert in left {
        news.lose(alert, isSilenced: lives.contains { $0.span.overlaps(alert.span) })
      }
    }
    return AlertStep(
      memory: AlertMemory(
        watermark: memory.watermark, horizon: horizon,
        alerts: (news.alerts + settled.filter { review?.end(of: $0) ?? .max > horizon }).sorted {
          $0.subject != $1.subject ? $0.subject < $1.subject : AlertLifecycle.isEarlier($0, $1)
        }),
      transitions: news.transitions.sorted(by: AlertLifecycle.isMoreUrgent),
      incidents: AlertLifecycle.present(lives, closedBefore: closed),
      silencedCount: lives.reduce(0) {
        $0 + ($1.state(closedBefore: closed) == .resolved ? 0 : $1.silencedCount)
      },
      silenced: AlertLifecycle.silenced(judged.values.joined(), review, horizon: horizon))
  }

  /// Where the incidents are of which something is silenced, judged anew or not.
  private static func silenced(
    _ lives: some Sequence<IncidentLife>, _ review: Review?, horizon: Int64
  ) -> [SilencedLife] {
    let settled = review?.settledSilenced.filter { $0.seconds.upperBound > horizon } ?? []
    let judged = lives.filter { $0.silencedCount > 0 }.map {
      SilencedLife(subject: $0.subject, seconds: $0.seconds, clearsAt: $0.clearsAt)
    }
    return (settled + judged).sorted {
      ($0.subject, $0.seconds.lowerBound) < ($1.subject, $1.seconds.lowerBound)
    }
  }

  /// What late data have joined is one, known by its earliest part, and told as the parts were.
  private static func merged(_ parts: [RememberedAlert]) -> RememberedAlert? {
    guard var whole = parts.first else { return nil }
    for part in parts.dropFirst() {
      let latest = max(whole.telling.at, part.telling.at)
      whole.telling = AlertTelling(
        at: latest,
        renotifySeconds: part.telling.at == latest
          ? part.telling.renotifySeconds : whole.telling.renotifySeconds,
        severity: max(whole.telling.severity, part.telling.severity),
        isProviderWide: whole.telling.isProviderWide || part.telling.isProviderWide,
        revision: max(whole.telling.revision, part.telling.revision))
      if part.state != .resolved { whole.state = part.state }
    }
    return whole
  }

  private static func isEarlier(_ left: RememberedAlert, _ right: RememberedAlert) -> Bool {
    (left.seconds.lowerBound, left.clearsAt) < (right.seconds.lowerBound, right.clearsAt)
  }

  /// What needs somebody now comes before what goes on, and that before what is over.
  private static func isMoreUrgent(_ left: AlertTransition, _ right: AlertTransition) -> Bool {
    let (one, other) = (left.alert, right.alert)
    if left.kind.rank != right.kind.rank { return left.kind.rank < right.kind.rank }
    if one.severity != other.severity { return one.severity > other.severity }
    if one.count != other.count { return one.count > other.count }
    if one.subject != other.subject { return one.subject < other.subject }
    return one.seconds.lowerBound < other.seconds.lowerBound
  }

  /// What is not over and not silenced, each with the severity it has now; the worst first.
  private static func present(_ lives: [IncidentLife], closedBefore: Int64) -> [Incident] {
    let levels = lives.compactMap { life -> (life: IncidentLife, incident: Incident)? in
      guard var incident = life.incident, let level = life.level(closedBefore: closedBefore)
      else { return nil }
      incident.severity = level
      return (life, incident)
    }
    return levels.sorted { left, right in
      let (one, other) = (left.incident, right.incident)
      if one.severity != other.severity { return one.severity > other.severity }
      if one.count != other.count { return one.count > other.count }
      if one.seconds.lowerBound != other.seconds.lowerBound {
        return one.seconds.lowerBound < other.seconds.lowerBound
      }
      return left.life.subject < right.life.subject
    }.map(\.incident)
  }
}

/// What a run with memory comes to.
package struct AlertStep: Hashable, Sendable {
  package var memory: AlertMemory
  /// What is new, the most urgent first; empty when nothing is.
  package var transitions: [AlertTransition]
  /// What is not over, each with its present severity; the worst first.
  package var incidents: [Incident]
  /// How many alerts of what is not over silences hold back.
  package var silencedCount: Int
  /// Where the incidents are, or were, of which silences hold something back; for the next review.
  package var silenced: [SilencedLife]
}

extension RememberedAlert {
  /// The seconds in which no other incident of its subject can begin.
  fileprivate var span: Range<Int64> { seconds.lowerBound..<clearsAt }
}

extension IncidentLife {
  /// The seconds in which no other incident of its subject can begin.
  fileprivate var span: Range<Int64> { seconds.lowerBound..<clearsAt }

  /// Whether it is what was told.
  ///
  /// When all of it is silenced, it is not; unless what was told is too old to be judged.
  fileprivate func goesOn(_ alert: RememberedAlert, horizon: Int64) -> Bool {
    span.overlaps(alert.span) && (incident != nil || alert.seconds.upperBound <= horizon)
  }
}

extension AlertTransition.Kind {
  /// Its place among others, as `isMoreUrgent` has them.
  fileprivate var rank: Int {
    switch self {
    case .firing, .escalated: 0
    case .revised: 1
    case .repeated: 2
    case .resolved: 3
    }
  }
}
