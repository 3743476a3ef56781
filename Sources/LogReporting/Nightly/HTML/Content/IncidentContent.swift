import LogModel

/// One incident in full.
struct IncidentContent {
  let number: Int
  let severity: String
  let severityIcon: String
  let code: String
  let level: LevelContent?
  let meaning: String?
  let series: String?
  /// `2 tenants: `; empty for one.
  let placeHead: String
  let places: [NameContent]
  let hasPlaces: Bool
  /// ` and 29 more`.
  let morePlaces: String
  let when: String
  let duration: String
  let remedy: String
  let advice: String
  let size: String
  let ruleName: String
  let reason: String
  /// `; also builtin/spike`.
  let alsoRules: String
  let runbook: RunbookContent?

  init(number: Int, _ words: IncidentWords) {
    let incident = words.incident
    self.number = number
    severity = incident.severity.name
    severityIcon = StatusIcon.markup(incident.severity)
    code = words.title
    level = words.level.map(LevelContent.init)
    meaning = words.entry?.meaning
    series = words.series
    let count = incident.tenants.count
    placeHead = count > 1 ? "\(HumanNumber.counted(count, "tenant")): " : ""
    places = NameContent.list(words.shownTenants)
    hasPlaces = count > 0
    let more = count - places.count
    morePlaces = more > 0 ? " and \(HumanNumber.grouped(more)) more" : ""
    when = words.when
    duration = words.duration
    remedy = words.entry.map(NightlyIncidentWords.who) ?? words.remedy
    advice = words.advice
    size = words.size
    ruleName = HTMLText.text(words.rule.name)
    reason = words.reason
    let others = incident.rules.dropFirst().prefix(8).map {
      HTMLText.text(words.report.rules[$0].name)
    }
    alsoRules = others.isEmpty ? "" : "; also \(others.joined(separator: ", "))"
    runbook = words.rule.runbook.map(RunbookContent.init)
  }
}
