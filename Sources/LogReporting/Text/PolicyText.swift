/// Says a rule of the short notation in words.
package enum PolicyText {
  /// The words of a whole policy, one rule after the other.
  ///
  /// `info;warning:users>=5/1h` becomes `["warning when 5 or more users in 1 h"]` with `info` first
  /// as `no alarm by itself`. What is not of the notation stays as it is.
  package static func rules(_ policy: String) -> [String] {
    policy.split(separator: ";").map { rule in
      if rule == "info" { return "one alone is no alarm" }
      guard let colon = rule.firstIndex(of: ":") else { return String(rule) }
      return "\(rule[..<colon]) when \(condition(rule))"
    }
  }

  /// The words of what a rule asks for, without its severity: `5 or more users in 1 h`.
  package static func condition(_ rule: some StringProtocol) -> String {
    let bare = rule.firstIndex(of: ":").map { rule[rule.index(after: $0)...] } ?? rule[...]
    let parts = bare.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let window = duration(parts[1]) else { return String(bare) }
    var words: [String] = []
    for term in parts[0].split(separator: "&") {
      guard let text = wording(of: term) else { return String(bare) }
      words.append(text)
    }
    return "\(words.joined(separator: " and ")) in \(window)"
  }

  private static func wording(of term: some StringProtocol) -> String? {
    guard let sign = term.firstIndex(of: ">") else { return nil }
    let number = term[sign...].dropFirst(2)
    guard term[sign...].hasPrefix(">="), let value = Double(String(number)) else { return nil }
    switch term[..<sign] {
    case "count": return "\(number) or more errors"
    case "users": return "\(number) or more users"
    case "per_user": return "\(number) or more errors of one user"
    case "share": return "a share of \(percent(value)) or more"
    default: return nil
    }
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((Swift.min(Swift.max(share, 0), 1_000) * 1_000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }

  private static func duration(_ text: some StringProtocol) -> String? {
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int64(text.dropLast()),
      (1...1_000_000).contains(count)
    else { return nil }
    return HumanNumber.duration(count * unit)
  }
}
