import LogModel

/// Numbers as people read them; never for machine formats.
package enum HumanNumber {
  /// `12,345`.
  package static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `1 error`, `1,234 errors`.
  package static func counted(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// `398`, or `~1,020` for an estimate.
  package static func users(_ users: UserCount) -> String {
    (users.isEstimate ? "~" : "") + grouped(users.count)
  }

  /// `398 users`, or `~1,020 users` for an estimate.
  package static func countedUsers(_ users: UserCount) -> String {
    (users.isEstimate ? "~" : "") + counted(users.count, "user")
  }

  /// A share from 0 to 1 in percent with one decimal: `12.3%`, `100%`; `<0.1%` is not nothing.
  package static func percent(_ share: Double) -> String {
    guard share.isFinite, share > 0 else { return "0%" }
    let tenths = Int((Swift.min(share, 1_000) * 1_000).rounded())
    guard tenths > 0 else { return "<0.1%" }
    // What is rounded to all is shown as all only when it is all.
    if tenths == 1_000 { return share < 1 ? ">99.9%" : "100%" }
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// A length of time in its largest whole unit: `5 min`, `1 h`, `90 s`, `7 days`.
  package static func duration(_ seconds: Int64) -> String {
    switch seconds {
    case 86_400: "1 day"
    case _ where seconds % 86_400 == 0: "\(seconds / 86_400) days"
    case _ where seconds % 3_600 == 0: "\(seconds / 3_600) h"
    case _ where seconds % 60 == 0: "\(seconds / 60) min"
    default: "\(seconds) s"
    }
  }
}
