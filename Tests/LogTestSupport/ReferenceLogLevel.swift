/// Tells whether a record is logged at warning or above.
enum ReferenceLogLevel {
  private static let loud: Set<String> = [
    "warn", "warning", "error", "err", "fatal", "critical", "crit", "alert", "emerg", "emergency",
    "panic", "dpanic", "severe",
  ]
  private static let quiet: Set<String> = [
    "trace", "debug", "info", "information", "informational", "notice", "default", "verbose",
    "silly", "http", "ok", "success", "config", "fine", "finer", "finest",
  ]

  /// The keys that may hold a level, in the order in which they are asked; for those that hold
  /// numbers also the range of the numbers, and where "loud" starts in it.
  private static let keys: [(key: String, numbers: (range: ClosedRange<Double>, loud: Loud)?)] = [
    ("level", (10...60, .from(40))), ("log.level", nil), ("severity", nil),
    ("severityNumber", (1...24, .from(13))), ("severityText", nil),
    ("PRIORITY", (0...7, .upTo(4))), ("syslog.severity", (0...7, .upTo(4))), ("L", nil),
    ("status", nil), ("levelname", nil),
  ]

  private enum Loud {
    case from(Double)
    case upTo(Double)
  }

  /// What the first level of an object says; nil when it has none.
  static func isLoud(_ object: ReferenceObject) -> Bool? {
    for (key, numbers) in keys {
      for value in object.values(at: key) {
        if let answer = isLoud(value, numbers: numbers) { return answer }
      }
    }
    return nil
  }

  private static func isLoud(
    _ value: ReferenceJSON, numbers: (range: ClosedRange<Double>, loud: Loud)?
  ) -> Bool? {
    guard let text = value.name else { return nil }
    let word = String(decoding: text, as: UTF8.self)
    if let numbers {
      let isNumber = value.string == nil || ReferenceTime.isPlainDecimal(text)
      if isNumber, let number = Double(word), numbers.range.contains(number) {
        switch numbers.loud {
        case .from(let first): return number >= first
        case .upTo(let last): return number <= last
        }
      }
    }
    guard value.string != nil else { return nil }
    if loud.contains(word.lowercased()) { return true }
    return quiet.contains(word.lowercased()) ? false : nil
  }
}
