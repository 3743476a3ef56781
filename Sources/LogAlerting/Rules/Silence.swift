import LogModel

/// A time in which alerts are not told, because somebody knows of the trouble.
package struct Silence: Hashable, Sendable {
  /// When it is in force.
  package enum Span: Hashable, Sendable {
    /// `[from, until)` in UTC seconds.
    case once(from: Int64, until: Int64)
    /// On these weekdays (0 is Monday) from one local time to another, both in seconds since
    /// midnight. When `until` is not after `from` it ends on the next day.
    case weekly(days: Set<Int>, from: Int64, until: Int64, zone: TimeZoneRules)
  }

  /// Only `tenant` and `code` are given; a key that is not given fits everything.
  package var match: RuleMatch
  package var span: Span
  /// Why, in the words of who wrote it.
  package var comment: String?
  package var place: RulePlace?

  package init(match: RuleMatch, span: Span, comment: String? = nil, place: RulePlace? = nil) {
    self.match = match
    self.span = span
    self.comment = comment
    self.place = place
  }

  /// Whether it is in force at a UTC second.
  package func isInForce(at second: Int64) -> Bool {
    switch span {
    case .once(let from, let until): return (from..<until).contains(second)
    case .weekly(let days, let from, let until, let zone):
      // By the clock on the wall: an hour that is shown twice is in it twice.
      let local = second + zone.offset(at: second)
      let day = local.flooredQuotient(by: 86_400)
      let clock = local.flooredRemainder(by: 86_400)
      let isToday = days.contains(Silence.weekday(of: day))
      guard until <= from else { return isToday && (from..<until).contains(clock) }
      let wasYesterday = days.contains(Silence.weekday(of: day - 1))
      return (isToday && clock >= from) || (wasYesterday && clock < until)
    }
  }

  /// 1970-01-01 was a Thursday.
  private static func weekday(of day: Int64) -> Int { Int((day + 3).flooredRemainder(by: 7)) }
}
