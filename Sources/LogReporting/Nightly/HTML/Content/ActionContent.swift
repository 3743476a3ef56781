import LogModel

/// What needs action: the incidents, the worst first.
struct ActionContent {
  let incidents: [IncidentContent]
  /// Those that are told in one line each.
  let further: [FurtherIncident]
  let hasFurther: Bool
  let furtherTitle: String
  /// What is not even told in a line.
  let untold: String?
  /// What is said instead when there is none.
  let calm: String?

  /// How many are told in full, and how many in a line.
  static let (mostInFull, mostInLines) = (20, 100)

  init(_ report: NightlyReport, _ words: PagePeriod) {
    let all = report.incidents.enumerated().map { index, incident in
      (index + 1, IncidentWords(incident: incident, report: report, words: words))
    }
    incidents = all.prefix(ActionContent.mostInFull).map { IncidentContent(number: $0, $1) }
    let rest = all.dropFirst(ActionContent.mostInFull)
    further = rest.prefix(ActionContent.mostInLines).map { FurtherIncident(number: $0, $1) }
    hasFurther = !further.isEmpty
    furtherTitle = HumanNumber.counted(rest.count, "more incident")
    let more = rest.count - further.count
    untold =
      more == 0
      ? nil : "And \(HumanNumber.counted(more, "more incident")); the JSON output tells them all."
    calm = ActionContent.calm(report)
  }

  private static func calm(_ report: NightlyReport) -> String? {
    guard report.incidents.isEmpty else { return nil }
    if report.records == 0 { return "There is nothing to act on: nothing was logged." }
    return report.obstacles.isEmpty
      ? "Nothing. No rule found an incident." : "No incident was found in what could be judged."
  }
}
