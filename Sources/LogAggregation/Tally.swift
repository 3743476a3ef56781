import LogModel

/// How many records, and when the first and the last of them were; 32 bytes.
struct Tally: Sendable {
  private(set) var count = 0
  private var firstSeconds = Int64.max
  private var lastSeconds = Int64.min
  private var firstNanoseconds: UInt32 = 0
  private var lastNanoseconds: UInt32 = 0

  init() {}

  /// What is known of some records; `first` and `last` are nil when none had a time.
  init(count: Int, first: EventTime?, last: EventTime?) {
    self.count = count
    if let first, let last { cover(from: first, through: last) }
  }

  /// Nil when no record had a time.
  var first: EventTime? { hasTime ? firstTime : nil }
  var last: EventTime? { hasTime ? lastTime : nil }

  mutating func add(_ time: EventTime?) {
    count += 1
    if let time { cover(from: time, through: time) }
  }

  mutating func merge(_ other: Tally) {
    count += other.count
    if other.hasTime { cover(from: other.firstTime, through: other.lastTime) }
  }

  private var hasTime: Bool { firstSeconds <= lastSeconds }
  private var firstTime: EventTime {
    EventTime(seconds: firstSeconds, nanoseconds: firstNanoseconds)
  }
  private var lastTime: EventTime { EventTime(seconds: lastSeconds, nanoseconds: lastNanoseconds) }

  private mutating func cover(from first: EventTime, through last: EventTime) {
    if !hasTime || first < firstTime {
      (firstSeconds, firstNanoseconds) = (first.seconds, first.nanoseconds)
    }
    if !(firstSeconds <= lastSeconds) || lastTime < last {
      (lastSeconds, lastNanoseconds) = (last.seconds, last.nanoseconds)
    }
  }
}
