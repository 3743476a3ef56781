import LogModel

/// The words about one incident, the most urgent first: who must act on what, since when.
struct NightlyIncidentWords {
  let incident: Incident
  let report: NightlyReport
  let voice: NightlyVoice

  struct Fact {
    let label: String
    let value: String
  }

  /// The code; without one, what happened or the rule.
  func title(most: Int) -> String {
    if incident.code == .unknown { return "errors without a code" }
    if let code = incident.code { return voice.name(code, most: most) }
    if words.rule.kind == .flatline { return "nothing logged" }
    return voice.foreign(words.rule.name, most: most)
  }

  /// Behind the title: how users can recover from the code; empty where there is none.
  var level: String? {
    guard let code = incident.code, code != .unknown else { return nil }
    let line = (report.changes + report.codes).first { $0.code == code }
    return (line?.level ?? words.entry?.level ?? .unknown).name
  }

  /// What is known of it, a fact a line; the names of tenants take about `columns` columns.
  func facts(columns: Int) -> [Fact] {
    var facts: [Fact] = []
    if let place = place(columns: columns) { facts.append(Fact(label: "where", value: place)) }
    let period = PeriodText(period: report.period, zone: report.zone)
    facts.append(Fact(label: "since", value: voice.prose(period.span(of: incident))))
    facts.append(Fact(label: "who", value: voice.prose(who)))
    facts.append(Fact(label: "to do", value: voice.prose(toDo)))
    if let meaning { facts.append(Fact(label: "what", value: voice.prose(meaning))) }
    facts.append(Fact(label: "how bad", value: voice.prose(words.howBad)))
    facts.append(Fact(label: "rule", value: rule))
    if let runbook = words.rule.runbook {
      facts.append(Fact(label: "runbook", value: address(runbook)))
    }
    return facts
  }

  /// `harbor-bank`, `harbor-bank and 36 more`; nil when no rule told tenants apart.
  func shortPlace(most: Int) -> String? {
    guard let worst = incident.tenants.first else { return nil }
    let more = incident.tenants.count - 1
    return voice.name(worst.name, most: most)
      + (more > 0 ? " and \(HumanNumber.grouped(more)) more" : "")
  }

  /// `2 tenants: harbor-bank, acme and 35 more`, as many as fit into so many columns.
  private func place(columns: Int) -> String? {
    let tenants = incident.tenants
    guard !tenants.isEmpty else { return nil }
    let head = tenants.count > 1 ? "\(HumanNumber.counted(tenants.count, "tenant")): " : ""
    var names: [String] = []
    var used = head.utf8.count
    for tenant in tenants {
      let name = voice.name(tenant.name) + (tenant.name == .unknown ? " (none named)" : "")
      used += DisplayWidth.of(name) + 2
      // Room for the tail that tells how many are left out.
      guard names.isEmpty || used + 14 <= columns else { break }
      names.append(name)
    }
    let more = tenants.count - names.count
    return head + names.joined(separator: ", ")
      + (more > 0 ? " and \(HumanNumber.grouped(more)) more" : "")
  }

  /// Who must act; where the advice has a word for others, too, these as well.
  private var who: String {
    if let entry = words.entry { return NightlyIncidentWords.who(entry) }
    if words.rule.kind == .flatline { return "whoever runs the tenant or sends its logs" }
    switch incident.code {
    case .unknown: return "somebody who knows the tenant: its logs name no code"
    case nil: return "somebody who knows the tenant: it is not of one code"
    default: return "somebody who knows this code: it is not in the catalogue"
    }
  }

  /// `the user can try again; also the operator`.
  static func who(_ entry: CatalogueEntry) -> String {
    // Each part of an advice starts with whom it is for; the first is the one of the remedy.
    let others = roles.filter { entry.advice.contains(" \($0.label):") }
    let also = others.isEmpty ? "" : "; also " + others.map(\.words).joined(separator: " and ")
    return RemedyText.text(entry.remedy) + also
  }

  private static let roles: [(label: String, words: String)] = [
    ("Operator", "the operator"), ("Admin", "an administrator"), ("Developer", "the developers"),
  ]

  /// What to do, as the catalogue's advice has it.
  private var toDo: String {
    if let entry = words.entry { return entry.advice }
    if words.rule.kind == .flatline {
      return "See whether users can still log in there, and whether its logs still arrive."
    }
    if incident.code == nil { return "Look below for the codes that the tenant has." }
    if incident.code == .unknown {
      return "Read some of these errors in the logs; stat --examples tells where they stand."
    }
    return "Find out what writes this code and who can mend it, then give it a rule of its own."
  }

  /// What the code means, as far as anybody knows.
  private var meaning: String? {
    if let entry = words.entry { return entry.meaning }
    guard case .named(let code) = incident.code else { return nil }
    switch CodeCatalogue.match(named: code) {
    case .entry(let entry, _): return entry.meaning
    case .known(let known): return known.meaning
    case .eventType(let type): return type.meaning
    case nil: return nil
    }
  }

  private var rule: String {
    let others = incident.rules.dropFirst().prefix(8).map { voice.foreign(report.rules[$0].name) }
    let also = others.isEmpty ? "" : "; also \(others.joined(separator: ", "))"
    return "\(voice.foreign(words.rule.name)): \(voice.prose(words.reason))\(also)"
  }

  /// An address that Markdown can make a link of stands between its angle brackets.
  private func address(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>`|\\".utf8.contains($0) }
    let isLink = isPlain && (text.hasPrefix("https://") || text.hasPrefix("http://"))
    switch voice.markup {
    case .markdown where isLink: return "<\(text)>"
    case .markdown, .plain: return voice.foreign(text, most: isPlain ? nil : 900)
    }
  }

  private var words: IncidentText { IncidentText(incident: incident, rules: report.rules) }
}
