import LogModel

/// Lengths of time on the command line: a number and a unit.
package enum DurationText {
  /// The longest length, in seconds: a hundred years, so that no sum with a time overflows.
  private static let longest = 36_525 * 86_400

  /// Seconds of `90s`, `5m`, `1h`, `7d`; nil when it is not a length of time above zero.
  package static func seconds(_ text: Substring) -> Int? {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }) else { return nil }
    guard let number = NumberText.digits(text.dropLast()) else { return nil }
    guard number > 0, number <= longest / unit else { return nil }
    return number * unit
  }

  /// Seconds of a length of time, which may be zero where that makes sense.
  static func length(_ text: String, orZero: Bool = false) throws(Misfit) -> Int64 {
    if let seconds = seconds(text[...]) { return Int64(seconds) }
    if orZero, text == "0" || isZero(text) { return 0 }
    throw Misfit("is not a duration", forms)
  }

  /// The windows that `--window` asks for: any length below a day, or whole days of `zone`.
  package static func windows(_ text: String, zone: TimeZoneRules) throws(Misfit) -> TumblingWindows
  {
    guard let seconds = seconds(text[...]) else {
      if isZero(text) { throw Misfit("is not longer than zero", forms) }
      throw Misfit("is not a duration", forms)
    }
    if seconds < 86_400 { return .seconds(Int64(seconds)) }
    guard seconds % 86_400 == 0 else {
      throw Misfit("is longer than a day and not whole days", "write whole days: 1d 2d 7d")
    }
    return .days(Int64(seconds / 86_400), zone)
  }

  private static let forms = "write a number and a unit: 90s 5m 1h 1d 7d"

  private static func isZero(_ text: String) -> Bool {
    guard let unit = text.last, "smhd".contains(unit) else { return false }
    return NumberText.digits(text.dropLast()) == 0
  }
}
