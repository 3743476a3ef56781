import LogModel

/// The words about one incident, in ASCII; names are made safe and short.
struct IncidentText {
  let incident: Incident
  let rules: [JudgingRule]

  init(incident: Incident, rules: [JudgingRule]) {
    self.incident = incident
    self.rules = rules
  }

  /// No line of a mail may be longer than 998 bytes (RFC 5322, 2.1.1), whatever names a log holds.
  static let longestName = 60

  /// The code, or the rule where it is not of one code.
  var title: String {
    incident.code.map(IncidentText.name) ?? IncidentText.text(rule.name)
  }

  /// `harbor-bank`, `37 tenants`; nil when no rule told tenants apart.
  var place: String? {
    guard let worst = incident.tenants.first else { return nil }
    guard incident.tenants.count > 1 else { return IncidentText.name(worst.name) }
    return HumanNumber.counted(incident.tenants.count, "tenant")
  }

  /// The size in a few words: `26 errors`, `nothing logged for 2 h`.
  var size: String {
    switch rule.kind {
    case .flatline: return "nothing logged for \(IncidentText.duration(incident.seconds))"
    case .threshold, .newCode: return HumanNumber.counted(incident.count, "error")
    case .spike:
      guard let expected = incident.peak.expected else {
        return HumanNumber.counted(incident.count, "error")
      }
      return
        "\(HumanNumber.counted(incident.peak.count, "error")), \(IncidentText.number(expected)) expected"
    }
  }

  /// Every tenant as far as there is room for about so many names, worst first.
  func tenants(most: Int) -> [String] {
    let shown = incident.tenants.prefix(most)
    var parts = shown.map { IncidentText.name($0.name) }
    let more = incident.tenants.count - parts.count
    if more > 0, let last = parts.popLast() {
      parts.append("\(last) and \(HumanNumber.grouped(more)) more")
    }
    return parts
  }

  /// What decided, in words.
  var reason: String {
    let window = HumanNumber.duration(rule.windowSeconds)
    switch rule.kind {
    case .threshold:
      return PolicyText.condition(rule.notation(incident.severity))
    case .flatline:
      return "a tenant that logged steadily logs nothing in \(window)"
    case .newCode:
      let quiet = gate(.quiet).map { HumanNumber.duration(Int64($0.value)) } ?? "long"
      return "no error of this kind for \(quiet) before"
    case .spike:
      guard let forecast = incident.decisive.forecast else { return "a spike" }
      let seconds = incident.decisive.seconds
      var words =
        "\(HumanNumber.counted(incident.decisive.count, "error")) in "
        + "\(IncidentText.duration(seconds)), \(IncidentText.number(forecast.expected)) expected"
      if let bound = forecast.bound {
        words += ", up to \(HumanNumber.grouped(Int(clamping: bound) - 1)) by chance"
      }
      return words
    }
  }

  /// `290 errors, 170 users, 60 in the worst 5 min, 3.1 expected`.
  var howBad: String {
    if rule.kind == .flatline { return size }
    var parts = [HumanNumber.counted(incident.count, "error")]
    if let users = incident.users { parts.append(HumanNumber.countedUsers(users)) }
    let peak = incident.peak
    var worst =
      "\(HumanNumber.grouped(peak.count)) in the worst \(IncidentText.duration(peak.seconds))"
    if let expected = peak.expected { worst += ", \(IncidentText.number(expected)) expected" }
    if peak.count < incident.count || peak.expected != nil { parts.append(worst) }
    return parts.joined(separator: ", ")
  }

  var rule: JudgingRule { rules[incident.rules[0]] }

  /// What the catalogue knows about the code.
  var entry: CatalogueEntry? {
    guard let code = incident.key.bytes(.code) else { return nil }
    return CodeCatalogue.entries.first { $0.code.utf8.elementsEqual(code) }
  }

  private func gate(_ name: Gate.Name) -> Gate? {
    incident.decisive.gates.first { $0.name == name }
  }

  static func name(_ name: Name) -> String {
    var bytes: [UInt8] = []
    SafeText.appendCell(name, isASCII: true, to: &bytes)
    return fitted(String(decoding: bytes, as: UTF8.self))
  }

  static func text(_ text: String) -> String { fitted(SafeText.escaped(text, isASCII: true)) }

  private static func fitted(_ text: String) -> String {
    DisplayWidth.fitted(text, into: longestName, isASCII: true)
  }

  /// `25 min`, `1 h 30 min`, `2 days 3 h`.
  static func duration(_ seconds: Range<Int64>) -> String {
    let minutes = (seconds.upperBound - seconds.lowerBound) / 60
    let parts = [(minutes / 1_440, "day"), (minutes / 60 % 24, "h"), (minutes % 60, "min")]
    let words = parts.filter { $0.0 > 0 }.prefix(2).map { count, unit in
      unit == "day" ? HumanNumber.counted(Int(count), unit) : "\(count) \(unit)"
    }
    return words.isEmpty
      ? "\(seconds.upperBound - seconds.lowerBound) s" : words.joined(separator: " ")
  }

  /// Two significant digits below 10, whole numbers above: `0.25`, `3.1`, `412`.
  static func number(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return "0" }
    if value >= 9.95 { return HumanNumber.grouped(Int(min(value, 1e15).rounded())) }
    if value >= 0.995 { return decimal(value, places: 1) }
    return value < 0.005 ? "under 0.01" : decimal(value, places: 2)
  }

  private static func decimal(_ value: Double, places: Int) -> String {
    let scale = places == 1 ? 10 : 100
    let whole = Int((value * Double(scale)).rounded())
    var digits = String(scale + whole % scale).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(whole / scale)\(digits.isEmpty ? "" : ".")\(digits)"
  }
}
