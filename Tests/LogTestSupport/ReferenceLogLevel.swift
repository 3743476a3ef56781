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
    ("level", (0...999, .either)), ("log.level", (0...999, .either)),
    ("severity", (0...999, .either)),
    ("severityNumber", (0...999, .from(13))), ("severityText", (0...999, .either)),
    ("PRIORITY", (0...999, .upTo(4))), ("syslog.severity", (0...999, .upTo(4))),
    ("L", (0...999, .either)), ("status", (0...999, .either)), ("levelname", (0...999, .either)),
  ]

  private enum Loud {
    case from(Double)
    case upTo(Double)
    /// Up from 40 on the scale of pino and bunyan, or up to 4 on that of syslog and GELF.
    case either
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
      // Levels are small whole numbers.
      let isNumber =
        (1...3).contains(text.count) && text.allSatisfy { (0x30...0x39).contains($0) }
      if isNumber, let number = Double(word), numbers.range.contains(number) {
        switch numbers.loud {
        case .from(let first): return number >= first
        case .upTo(let last): return number <= last
        case .either: return number >= 10 ? number >= 40 : number <= 4
        }
      }
    }
    guard value.string != nil else { return nil }
    if loud.contains(word.lowercased()) { return true }
    return quiet.contains(word.lowercased()) ? false : nil
  }
}
