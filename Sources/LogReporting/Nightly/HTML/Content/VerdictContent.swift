import LogModel

/// The head of the page: what it is of, and what the period was like in one sentence.
struct VerdictContent {
  let documentTitle: String
  let periodTitle: String
  let periodDetail: String
  /// `ok`, `warning`, `critical`, `unknown`; the name of a style, too.
  let status: String
  /// `CRITICAL`.
  let statusWord: String
  let statusIcon: String
  /// The worst incident and where it is, as the beginning of the sentence; nil without any.
  let subject: String?
  let subjectPlace: String?
  let sentence: String
  /// The period in numbers.
  let numbers: String
  /// What kept it from judging, a sentence each.
  let obstacles: [String]
  let silenced: String?

  init(_ report: NightlyReport, _ words: PagePeriod) {
    periodTitle = words.title
    periodDetail = words.detail
    status = VerdictContent.style(report.status)
    statusWord = report.status.name
    statusIcon = StatusIcon.markup(report.status)
    documentTitle = "\(report.status.name): MFA errors, \(words.title)"
    let worst = report.incidents.first.map {
      IncidentWords(incident: $0, report: report, words: words)
    }
    subject = worst?.title
    subjectPlace = worst?.place
    let more = report.incidents.count - 1
    let rest = more > 0 ? " \(HumanNumber.counted(more, "more incident"))." : ""
    sentence =
      worst.map { "\($0.since); \($0.remedy).\(rest)" } ?? VerdictContent.calm(report)
    numbers = VerdictContent.numbers(report)
    obstacles = report.obstacles.map(ObstacleText.words(for:))
    silenced =
      report.silencedCount == 0
      ? nil
      : "\(HumanNumber.counted(report.silencedCount, "alert")) held back by silences."
  }

  static func style(_ status: CheckStatus) -> String {
    switch status {
    case .ok: "ok"
    case .warning: "warning"
    case .critical: "critical"
    case .unknown: "unknown"
    }
  }

  /// What is said when there is no incident.
  private static func calm(_ report: NightlyReport) -> String {
    if report.records == 0 {
      return report.obstacles.isEmpty
        ? "Nothing was logged in this time." : "Nothing that was logged in this time could be read."
    }
    guard report.obstacles.isEmpty else { return "No incident was found, but not all was judged." }
    switch report.errors.change {
    case .risen, .new: return "No incident, but more errors than usual."
    case .fallen, .gone: return "No incident, and fewer errors than usual."
    case .usual: return "No incident, and as many errors as usual."
    case .unknown: return "No incident."
    }
  }

  private static func numbers(_ report: NightlyReport) -> String {
    guard report.records > 0 else {
      return ["No error and no normal record falls into it.", NightlyWords.reach(of: report)]
        .compactMap(\.self).joined(separator: " ")
    }
    let errors = report.errors
    var text = HumanNumber.counted(errors.count, "error")
    if let users = errors.users { text += " by \(HumanNumber.countedUsers(users))" }
    text += " in \(HumanNumber.counted(report.records, "record"))"
    text +=
      "; \(HumanNumber.grouped(report.erringTenantCount)) of "
      + "\(HumanNumber.counted(report.tenantCount, "tenant")) had errors"
    return text + "."
  }
}
