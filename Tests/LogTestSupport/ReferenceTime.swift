import LogModel

/// Reads the times that logs write: ISO 8601 text and numbers since 1970 of any unit.
enum ReferenceTime {
  /// The time that a value of a record tells; nil when it is none.
  static func time(of value: ReferenceJSON) -> EventTime? {
    switch value {
    case .number(let text): number(String(decoding: text, as: UTF8.self))
    case .string(let text):
      iso(text) ?? (isPlainDecimal(text) ? number(String(decoding: text, as: UTF8.self)) : nil)
    case .null, .bool, .array, .object: nil
    }
  }

  /// `2026-03-14T08:00:01.120Z` with its variants: a blank for `T`, a comma, any offset or none.
  static func iso(_ text: [UInt8]) -> EventTime? {
    var scanner = ReferenceScanner(text)
    guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2),
      scanner.skip("-"), let day = scanner.digits(2),
      scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
      let hour = scanner.digits(2), hour <= 23, scanner.skip(":"),
      let minute = scanner.digits(2), minute <= 59, scanner.skip(":"),
      let second = scanner.digits(2), second <= 60,
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    var nanoseconds: UInt32 = 0
    if scanner.skip(".") || scanner.skip(",") {
      let fraction = scanner.allDigits()
      guard !fraction.isEmpty else { return nil }
      nanoseconds = UInt32((fraction + "000000000").prefix(9)) ?? 0
    }
    guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    let seconds =
      date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + min(second, 59) - offset
    // An offset may lead out of the years that can be written, from 0000 to 9999.
    guard (-62_167_219_200...253_402_300_799).contains(seconds) else { return nil }
    return EventTime(seconds: seconds, nanoseconds: nanoseconds)
  }

  /// A number since 1970: below 1e11 seconds, 1e14 milliseconds, 1e17 microseconds, else
  /// nanoseconds; nil unless it is 1e8 seconds or later and before 1e11.
  static func number(_ text: String) -> EventTime? {
    guard text.first != "-" else { return nil }
    let parts = text.split(whereSeparator: { $0 == "e" || $0 == "E" })
    // An exponent beyond this is no time, whatever the digits before it.
    guard let mantissa = parts.first, parts.count <= 2,
      let exponent = parts.count == 2 ? Int(parts[1]) : 0, exponent.magnitude < 1_000_000
    else { return nil }
    let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let written = halves.joined()
    let digits = written.drop { $0 == "0" }
    guard !digits.isEmpty else { return nil }
    // The number is 0.DIGITS times ten to the power of `magnitude`.
    let magnitude = halves[0].count + exponent - (written.count - digits.count)
    let secondDigits: Int
    switch magnitude {
    case 9...11: secondDigits = magnitude
    case 12...14: secondDigits = magnitude - 3
    case 15...17: secondDigits = magnitude - 6
    case 18...20: secondDigits = magnitude - 9
    default: return nil
    }
    let padded = digits + String(repeating: "0", count: 20)
    guard let seconds = Int64(padded.prefix(secondDigits)),
      let nanoseconds = UInt32(padded.dropFirst(secondDigits).prefix(9))
    else { return nil }
    return EventTime(seconds: seconds, nanoseconds: nanoseconds)
  }

  /// The moment inside a `log_id`: 56 digits, of which the 4th to the 20th are `YYYYMMDDhhmmssSSS`.
  static func logID(_ text: [UInt8]) -> EventTime? {
    guard text.count == 56, text.allSatisfy(ReferenceScanner.isDigit) else { return nil }
    var scanner = ReferenceScanner(Array(text[3..<20]))
    guard let year = scanner.digits(4), let month = scanner.digits(2), let day = scanner.digits(2),
      let hour = scanner.digits(2), hour <= 23, let minute = scanner.digits(2), minute <= 59,
      let second = scanner.digits(2), second <= 60, let milliseconds = scanner.digits(3),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return EventTime(
      seconds: date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + min(second, 59),
      nanoseconds: UInt32(milliseconds) * 1_000_000)
  }

  /// Digits with at most one point between them.
  static func isPlainDecimal(_ text: [UInt8]) -> Bool {
    let halves = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return halves.count <= 2
      && halves.allSatisfy { !$0.isEmpty && $0.allSatisfy(ReferenceScanner.isDigit) }
  }
}

/// Steps through the bytes of a time or of a line's header.
struct ReferenceScanner {
  let text: [UInt8]
  var position = 0

  init(_ text: [UInt8]) { self.text = text }

  var isAtEnd: Bool { position == text.count }
  var rest: [UInt8] { Array(text[position...]) }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  mutating func skip(_ word: String) -> Bool {
    guard text[position...].starts(with: Array(word.utf8)) else { return false }
    position += word.utf8.count
    return true
  }

  /// Exactly so many digits.
  mutating func digits(_ count: Int) -> Int64? {
    guard position + count <= text.count else { return nil }
    let word = text[position..<position + count]
    guard word.allSatisfy(ReferenceScanner.isDigit) else { return nil }
    position += count
    return Int64(String(decoding: word, as: UTF8.self))
  }

  mutating func allDigits() -> String {
    String(decoding: take(while: ReferenceScanner.isDigit), as: UTF8.self)
  }

  /// What stands before the next byte for which `holds` is false.
  mutating func take(while holds: (UInt8) -> Bool) -> [UInt8] {
    let word = text[position...].prefix(while: holds)
    position += word.count
    return Array(word)
  }

  /// `Z`, `+hh:mm`, `+hhmm` (also behind a blank), or nothing, in seconds; nil when it is none.
  mutating func offset() -> Int64? {
    if isAtEnd || skip("Z") || skip("z") { return 0 }
    _ = skip(" ")
    let isNegative = skip("-")
    guard isNegative || skip("+"), let hours = digits(2), hours <= 23 else { return nil }
    _ = skip(":")
    guard let minutes = digits(2), minutes <= 59 else { return nil }
    return (isNegative ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }
}
