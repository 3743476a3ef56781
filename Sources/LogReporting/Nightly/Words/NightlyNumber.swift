import LogModel

/// The numbers of a nightly report as people read them; `?` for what is not known.
package enum NightlyNumber {
  package static let unknown = "?"

  package static func count(_ count: Int?) -> String { count.map(HumanNumber.grouped) ?? unknown }

  /// Expected counts and medians: whole numbers from ten on, two digits below.
  package static func expected(_ value: Double?) -> String {
    guard let value, value.isFinite else { return unknown }
    return IncidentText.number(value)
  }

  package static func users(_ users: UserCount?) -> String {
    users.map(HumanNumber.users) ?? unknown
  }

  package static func share(_ share: Double?) -> String {
    guard let share, share.isFinite else { return unknown }
    return HumanNumber.percent(share)
  }

  package static func change(_ change: ComparedCount.Change) -> String {
    change == .unknown ? unknown : change.rawValue
  }

  /// A q-value with at most four decimals: `0.03`, `<0.0001`.
  package static func q(_ value: Double?) -> String {
    guard let value, value.isFinite else { return unknown }
    guard value >= 0.0001 else { return "<0.0001" }
    guard value < 1 else { return "1" }
    let parts = Int((value * 10_000).rounded())
    var digits = String(10_000 + parts % 10_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(parts / 10_000)" + (digits.isEmpty ? "" : ".\(digits)")
  }

  /// The same in a sentence: `q=0.03`, `q<0.0001`.
  package static func qEquation(_ value: Double?) -> String {
    let text = q(value)
    return text.hasPrefix("<") ? "q\(text)" : "q=\(text)"
  }
}
