import Glibc

/// The system's own words for an error number, and numbers as people read them.
package enum SystemText {
  static func words(for errorNumber: Int32) -> String {
    guard let words = unsafe strerror(errorNumber) else { return "error \(errorNumber)" }
    return unsafe String(cString: words)
  }

  /// A whole number with a comma between thousands: `3,214`.
  package static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// Millionths of a percent as a percentage: `10%`, `0.5%`.
  package static func percentage(_ share: Int) -> String {
    var digits = String(share % 1_000_000 + 1_000_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(share / 1_000_000)\(digits.isEmpty ? "" : ".")\(digits)%"
  }

  /// A number of bytes in the unit that leaves one to three digits before the point: `1.2 GB`.
  package static func bytes(_ count: Double) -> String {
    var rest = count
    var unit = "B"
    for larger in ["kB", "MB", "GB", "TB", "PB"] where rest >= 999.5 {
      rest /= 1_000
      unit = larger
    }
    if unit == "B" || rest >= 99.95 { return "\(Int(rest.rounded())) \(unit)" }
    return "\(decimal(rest)) \(unit)"
  }

  /// A length of time for people: `6 s`, `2 min 5 s`, `1 h 4 min`.
  package static func duration(seconds: Double) -> String {
    let whole = Int(min(max(seconds, 0), 1e9).rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3_600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3_600) h \(whole / 60 % 60) min"
  }

  /// An exact length of time, short ones with more decimals: `0.042 s`, `3.4 s`.
  package static func seconds(_ seconds: Double) -> String {
    if seconds >= 1 { return "\(decimal(seconds)) s" }
    let thousandths = String(Int((seconds * 1_000).rounded()))
    return "0." + String(repeating: "0", count: max(3 - thousandths.count, 0)) + thousandths + " s"
  }

  /// One decimal, rounded half up: `3.4`.
  package static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
