import LogModel

/// The instants by which a plan tells records apart.
struct TimeBounds: Sendable {
  private let hasBounds: Bool
  private let since: EventTime
  private let until: EventTime?
  private let latestPresent: EventTime
  private let latestOfClock: EventTime

  init(_ plan: CountingPlan) {
    hasBounds = plan.since != nil || plan.until != nil
    since = plan.since ?? EventTime(seconds: .min)
    until = plan.until
    latestOfClock = Watermark.latestInReach(of: plan.now)
    latestPresent = EventTime(
      seconds: plan.now.seconds + 86_400, nanoseconds: plan.now.nanoseconds)
  }

  /// Whether a record of this time is kept by `since` and `until`.
  func admit(_ time: EventTime?) -> Bool {
    guard hasBounds else { return true }
    guard let time, since <= time else { return false }
    if let until { return time < until }
    return true
  }

  /// Whether a record of this time moves the clock of the events.
  func mayMoveClock(_ time: EventTime) -> Bool { time <= latestOfClock }

  /// Whether a record of this time is more than a day ahead of now.
  func areExceeded(by time: EventTime) -> Bool { latestPresent < time }
}
