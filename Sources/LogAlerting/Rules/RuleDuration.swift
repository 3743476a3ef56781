/// Lengths of time in rules: a number and a unit.
package enum RuleDuration {
  /// A hundred years, so that no sum with a time overflows.
  private static let longest: Int64 = 36_525 * 86_400

  private static let units: [(letter: Character, seconds: Int64)] = [
    ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1),
  ]

  /// Seconds of `90s`, `15m`, `4h`, `7d`; nil when it is no length of time above zero.
  package static func seconds(_ text: String) -> Int64? {
    guard let unit = units.first(where: { text.last == $0.letter }),
      let number = DecimalThreshold(String(text.dropLast())), number.denominator == 1
    else { return nil }
    let seconds = Int64(number.numerator).multipliedReportingOverflow(by: unit.seconds)
    guard !seconds.overflow, (1...longest).contains(seconds.partialValue) else { return nil }
    return seconds.partialValue
  }

  /// The shortest text that reads back as so many seconds, in the largest unit that fits; positive.
  package static func text(_ seconds: Int64) -> String {
    let unit = units.first { seconds.isMultiple(of: $0.seconds) } ?? ("s", 1)
    return "\(seconds / unit.seconds)\(unit.letter)"
  }
}
