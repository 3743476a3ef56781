/// One trouble as it is asked for: `KIND[@START][:TENANTS][xSIZE]`.
///
///     push-quota              once, somewhere
///     sms-outage@6h30m        six and a half hours after the start
///     bad-client:3            at three tenants
///     push-quota:harbor-bank-us
///     clock-drift@90m:2x3     at two tenants, three times the usual size
package struct IncidentRequest: Sendable {
  /// Which tenants are hit.
  package enum Targets: Equatable, Sendable {
    case count(Int)
    case named(String)
    case all
  }

  package var kind: IncidentKind
  /// In milliseconds after the start of the corpus; nil when it may be anywhere.
  package var offset: Int?
  /// Nil for as many as is usual.
  package var targets: Targets?
  package var size = 1.0

  package init(_ kind: IncidentKind) { self.kind = kind }

  /// Reads the notation; nil when it is not like that.
  package init?(_ text: String) {
    var rest = Substring(text)
    let name = rest.prefix { $0 != "@" && $0 != ":" }
    rest = rest.dropFirst(name.count)
    // A size may stand directly behind the kind; no kind has a digit in its name.
    let (bareName, nameSize) = IncidentRequest.splitSize(name)
    guard let kind = IncidentKind(rawValue: String(bareName)) else { return nil }
    self.kind = kind
    if let nameSize { size = nameSize }
    if rest.first == "@" {
      rest = rest.dropFirst()
      let (start, startSize) = IncidentRequest.splitSize(rest.prefix { $0 != ":" })
      rest = rest.drop { $0 != ":" }
      guard let offset = IncidentRequest.milliseconds(start) else { return nil }
      self.offset = offset
      if let startSize { size = startSize }
    }
    if rest.first == ":" {
      let (target, targetSize) = IncidentRequest.splitSize(rest.dropFirst())
      if let targetSize { size = targetSize }
      guard !target.isEmpty else { return nil }
      targets = target == "*" ? .all : Int(target).map { .count($0) } ?? .named(String(target))
    }
  }

  /// `3x1.5` as `3` and 1.5.
  private static func splitSize(_ text: Substring) -> (Substring, Double?) {
    guard let place = text.lastIndex(of: "x"), let size = Double(text[text.index(after: place)...]),
      size > 0
    else { return (text, nil) }
    return (text[..<place], size)
  }

  /// `6h30m` in milliseconds; the units are d, h, m and s.
  private static func milliseconds(_ text: Substring) -> Int? {
    var total = 0
    var number = ""
    for character in text {
      if character.isWholeNumber {
        number.append(character)
        continue
      }
      let units: [Character: Int] = ["d": 86_400, "h": 3_600, "m": 60, "s": 1]
      guard let unit = units[character], let count = Int(number) else { return nil }
      total += count * unit * 1_000
      number = ""
    }
    return number.isEmpty && !text.isEmpty ? total : nil
  }
}
