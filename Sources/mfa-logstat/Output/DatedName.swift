import LogModel
import LogReporting

/// The name of a file with the date of a report in it: `mfa-%F.html`.
struct DatedName {
  /// The report's first UTC second.
  let second: Int64
  let zone: TimeZoneRules

  /// The name with its dates filled in, as `strftime` would.
  func filled(_ name: String) throws(Misfit) -> String {
    var result = ""
    var rest = Substring(name)
    while let place = rest.firstIndex(of: "%") {
      result += rest[..<place]
      rest = rest[rest.index(after: place)...]
      guard let letter = rest.popFirst(), let text = text(for: letter) else {
        throw Misfit(
          "has a % that stands for no date",
          "write %F for the day, one of %Y %m %d %H %M %j, or %% for the sign itself")
      }
      result += text
    }
    return result + rest
  }

  private func text(for letter: Character) -> String? {
    let clock = LocalClock(zone: zone)
    let date = CivilDate(daysSinceEpoch: clock.day(second))
    let time = clock.time(second, showsSeconds: false)
    switch letter {
    case "%": return "%"
    case "F": return clock.date(second)
    case "Y": return DatedName.digits(date.year, width: 4)
    case "m": return DatedName.digits(date.month, width: 2)
    case "d": return DatedName.digits(date.day, width: 2)
    case "j":
      let first = CivilDate.daysSinceEpoch(year: date.year, month: 1, day: 1)
      return DatedName.digits(date.daysSinceEpoch - first + 1, width: 3)
    case "H": return String(time.prefix(2))
    case "M": return String(time.suffix(2))
    default: return nil
    }
  }

  private static func digits(_ number: Int64, width: Int) -> String {
    var bytes: [UInt8] = []
    bytes.appendDigits(number, width: width)
    return String(decoding: bytes, as: UTF8.self)
  }
}
