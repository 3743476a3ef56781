import Foundation
import LogModel

/// Names of time zones, turned into the plain rules that everything below works with.
package enum ZoneText {
  /// Offsets are kept from 1900 to 2200; before and after that the first and last one hold.
  private static let span = (start: -2_208_988_800.0, end: 7_258_118_400.0)

  package static func rules(_ name: String) throws(Misfit) -> TimeZoneRules {
    // Nothing of the zone database is touched for the usual case.
    if name == "UTC" { return .utc }
    guard let zone = TimeZone(identifier: name), zone.identifier == name, !isOffset(name) else {
      throw misfit(name, known: TimeZone.knownTimeZoneIdentifiers)
    }
    var periods = [period(of: zone, from: Date(timeIntervalSince1970: span.start))]
    var instant = Date(timeIntervalSince1970: span.start)
    while let change = zone.nextDaylightSavingTimeTransition(after: instant),
      change > instant, change.timeIntervalSince1970 < span.end
    {
      let next = period(of: zone, from: change)
      if next.offset != periods[periods.count - 1].offset { periods.append(next) }
      instant = change
    }
    return TimeZoneRules(name: name, periods: periods)
  }

  private static func period(of zone: TimeZone, from date: Date) -> TimeZoneRules.Period {
    TimeZoneRules.Period(
      start: Int64(date.timeIntervalSince1970), offset: Int64(zone.secondsFromGMT(for: date)))
  }

  /// Foundation makes an offset of `GMT+0500`, whose sign means the opposite of `Etc/GMT+5`.
  private static func isOffset(_ name: String) -> Bool {
    name.hasPrefix("GMT+") || name.hasPrefix("GMT-")
  }

  private static func misfit(_ name: String, known: [String]) -> Misfit {
    let remedy = "write a name of the IANA database: UTC, Europe/Berlin"
    let lower = name.lowercased()
    let nearest =
      known.first { $0.lowercased() == lower } ?? NearestName.find(name, in: known)
      ?? known.first { $0.lowercased().hasSuffix("/" + lower.replacing(" ", with: "_")) }
    return Misfit(
      "is not a time zone", remedy + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
  }
}
