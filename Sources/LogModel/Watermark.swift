/// How far the time of the events has come, whatever the clock on the wall says.
///
/// It moves with the records that are read and never goes back. While nothing is logged it stands
/// still, so nothing is ever over only because nobody wrote.
package struct Watermark: Hashable, Sendable {
  /// The latest time of a record that moved it; nil before the first.
  package private(set) var latest: EventTime?
  /// Windows that end at this UTC second or before are closed; `Int64.min` before the first record.
  package private(set) var closedBefore: Int64

  /// Records that are further ahead of now do not move it.
  package static let mostAheadSeconds: Int64 = 300
  package static let usualLatenessSeconds: Int64 = 900

  /// - Parameters:
  ///   - latest: As it was when it was stored.
  ///   - closedBefore: As it was when it was stored.
  package init(latest: EventTime? = nil, closedBefore: Int64 = .min) {
    self.latest = latest
    self.closedBefore = closedBefore
  }

  /// Moves it to the time of a record, unless that is far ahead of `now` or behind.
  ///
  /// Only the latest time counts, so times may come in any order. A longer lateness than before does
  /// not open again what is closed.
  package mutating func advance(to time: EventTime, now: EventTime, latenessSeconds: Int64) {
    guard Watermark.isInReach(time, now: now) else { return }
    let latest = max(self.latest ?? time, time)
    self.latest = latest
    // A window ends at a whole second, so the fraction decides nothing.
    closedBefore = max(closedBefore, latest.seconds - latenessSeconds)
  }

  /// Whether a record of this time may move the clock: at most five minutes ahead of now.
  package static func isInReach(_ time: EventTime, now: EventTime) -> Bool {
    time <= latestInReach(of: now)
  }

  /// The latest time that may move the clock.
  package static func latestInReach(of now: EventTime) -> EventTime {
    EventTime(seconds: now.seconds + mostAheadSeconds, nanoseconds: now.nanoseconds)
  }
}
