import Foundation
import LogModel
import LogTestSupport
import Testing

/// `TimeZoneRules` against Foundation's calendar over years of real zones.
///
/// St John's before November 2011 is not among them: there the clock went back over midnight, and
/// windows follow a rule of their own (see `TimeZoneRulesTests`).
struct TimeZoneRulesFoundationTests {
  @Test(arguments: [
    "UTC", "Europe/Berlin", "Europe/London", "Europe/Lisbon", "Africa/Casablanca", "Africa/Cairo",
    "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Sao_Paulo",
    "America/Havana", "America/Asuncion", "America/Santiago", "America/Caracas", "Asia/Kolkata",
    "Asia/Kathmandu", "Asia/Tehran", "Asia/Beirut", "Asia/Pyongyang", "Asia/Amman",
    "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Apia",
    "Antarctica/Troll",
  ])
  func `random instants fall into the day that Foundation names`(name: String) throws {
    let foundationZone = try #require(TimeZone(identifier: name), "zone database lacks \(name)")
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = foundationZone
    let zone = rules(of: foundationZone)
    var random = SplitMix64(seed: UInt64(name.utf8.count))
    let nearChanges = zone.periods.dropFirst().flatMap { period in
      [-90_000, -3_601, -1, 0, 1, 3_599, 3_600, 90_000].map { period.start + $0 }
    }
    let anywhere = (0..<200).map { _ in
      Int64.random(in: firstSecond...lastSecond, using: &random)
    }
    for second in anywhere + nearChanges {
      let instant = Date(timeIntervalSince1970: Double(second))
      #expect(zone.offset(at: second) == Int64(foundationZone.secondsFromGMT(for: instant)))
      let parts = calendar.dateComponents([.year, .month, .day], from: instant)
      let date = CivilDate(daysSinceEpoch: zone.day(of: second))
      let isSameDay =
        parts.year.map(Int64.init) == date.year && parts.month.map(Int64.init) == date.month
        && parts.day.map(Int64.init) == date.day
      #expect(isSameDay, "\(name) at \(second)")
      let start = zone.start(ofDay: zone.day(of: second))
      let expected = calendar.startOfDay(for: instant).timeIntervalSince1970
      #expect(Double(start) == expected, "\(name) at \(second)")
    }
  }

  /// 2012-01-01 and 2037-01-01, in UTC.
  private let firstSecond: Int64 = 1_325_376_000
  private let lastSecond: Int64 = 2_114_380_800

  /// Asks Foundation for the offset of every day, and halves the days in which it changes.
  private func rules(of zone: TimeZone) -> TimeZoneRules {
    func offset(_ second: Int64) -> Int64 {
      Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))))
    }
    var periods = [TimeZoneRules.Period(start: .min, offset: offset(firstSecond - 86_400))]
    for day in stride(from: firstSecond - 86_400, to: lastSecond + 86_400, by: 86_400)
    where offset(day) != offset(day + 86_400) {
      var before = day
      var after = day + 86_400
      while after - before > 1 {
        let middle = (before + after) / 2
        if offset(middle) == offset(day) { before = middle } else { after = middle }
      }
      periods.append(.init(start: after, offset: offset(after)))
    }
    return TimeZoneRules(name: zone.identifier, periods: periods)
  }
}
