import LogModel

/// From the earliest to the latest of some times; empty at first.
struct TimeSpan: Sendable {
  private var earliest = EventTime(seconds: .max, nanoseconds: .max)
  private var latest = EventTime(seconds: .min)

  init() {}

  /// Nil when there was no time.
  var first: EventTime? { isEmpty ? nil : earliest }
  var last: EventTime? { isEmpty ? nil : latest }

  private var isEmpty: Bool { latest < earliest }

  @inline(__always)
  mutating func cover(_ time: EventTime) {
    if time < earliest { earliest = time }
    if latest < time { latest = time }
  }

  mutating func formUnion(_ other: TimeSpan) {
    guard !other.isEmpty else { return }
    cover(other.earliest)
    cover(other.latest)
  }
}
