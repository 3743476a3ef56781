import LogModel

/// The words about an incident that are made for the page; names keep all their letters.
struct IncidentWords {
  let incident: Incident
  let report: NightlyReport
  let words: PagePeriod

  /// How many tenants are named, and in how many columns at most unless it is one.
  static let (mostTenants, mostColumns) = (8, 160)

  var title: String { incident.code.map { HTMLText.name($0) } ?? HTMLText.text(rule.name) }

  /// What else all of it has in common: `method sms`; nil for what is only of one code.
  var series: String? {
    let parts = incident.key.parts.filter { $0.key != .code && $0.key != .tenant }
    let words = parts.compactMap { part in
      incident.key.name(part.key).map { "\(part.key.name) \(HTMLText.name($0))" }
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  var rule: JudgingRule { report.rules[incident.rules[0]] }

  /// `harbor-bank`, `37 tenants`; nil when no rule told tenants apart.
  var place: String? {
    guard let worst = incident.tenants.first else { return nil }
    guard incident.tenants.count > 1 else { return HTMLText.name(worst.name) }
    return HumanNumber.counted(incident.tenants.count, "tenant")
  }

  /// The tenants that are named, the worst first: long names must not hide what to do.
  var shownTenants: [Name] {
    var columns = 0
    let names = incident.tenants.prefix(IncidentWords.mostTenants).map(\.name)
    let fitting = names.prefix { name in
      columns += DisplayWidth.of(HTMLText.name(name))
      return columns <= IncidentWords.mostColumns
    }
    return Array(fitting)
  }

  /// `since 08:05, until 09:20 +01:00`; one that reaches the end of the period may go on.
  var when: String {
    let (start, end) = (incident.seconds.lowerBound, incident.seconds.upperBound)
    if goesOn {
      return "since \(words.moment(start)) \(words.offset(start)), to the end of the report"
    }
    let first = words.offset(start) == words.offset(end) ? "" : " \(words.offset(start))"
    return
      "since \(words.moment(start))\(first), until \(words.end(of: incident.seconds)) "
      + words.offset(end)
  }

  /// The least that says since when: `since 08:05`.
  var since: String { "since \(words.moment(incident.seconds.lowerBound))" }

  var goesOn: Bool { incident.seconds.upperBound >= report.period.seconds.upperBound }

  /// `1 h 15 min`, of one that came and went `11 h, 7 times`.
  var duration: String {
    let times = incident.episodes.count
    return IncidentText.duration(incident.seconds)
      + (times > 1 ? ", \(HumanNumber.grouped(times)) times" : "")
  }

  /// `290 errors by 170 users; at worst 60 in 5 min, 08:10 – 08:15`.
  var size: String {
    if rule.kind == .flatline {
      return "nothing logged for \(duration)"
    }
    var text = HumanNumber.counted(incident.count, "error")
    if let users = incident.users { text += " by \(HumanNumber.countedUsers(users))" }
    let peak = incident.peak
    guard peak.count < incident.count || peak.expected != nil else { return text }
    text +=
      "; at worst \(HumanNumber.grouped(peak.count)) in \(IncidentText.duration(peak.seconds)), "
      + words.span(peak.seconds)
    if let expected = peak.expected { text += " (\(IncidentText.number(expected)) expected)" }
    return text
  }

  /// What decided: `1 or more errors in 5 min`.
  var reason: String { HTMLText.text(told.reason, columns: 200) }

  var entry: CatalogueEntry? { line?.entry ?? told.entry }

  /// Nil for an incident that is not of one code.
  var level: RecoveryLevel? {
    guard incident.code != nil else { return nil }
    return line?.level ?? entry?.level ?? .unknown
  }

  /// `the operator must act, with the provider`.
  var remedy: String {
    if let entry { return RemedyText.text(entry.remedy) }
    return rule.kind == .flatline
      ? "whoever delivers the logs must act" : "not known: the code is not in the catalogue"
  }

  var advice: String {
    if let entry { return entry.advice }
    return rule.kind == .flatline
      ? "See whether the tenant is in use and its logs still arrive."
      : "Read the records of the code in the log."
  }

  private var told: IncidentText {
    IncidentText(incident: incident, rules: report.rules)
  }

  /// What the report says about the code, where it tells it.
  private var line: CodeLine? {
    guard let code = incident.code else { return nil }
    return (report.codes + report.changes).first { HTMLText.isSame($0.code, code) }
  }
}
