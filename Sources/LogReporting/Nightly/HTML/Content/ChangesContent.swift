import LogModel

/// What changed, and what there was to compare with.
struct ChangesContent {
  let chart: String?
  let chartLegend: [LegendItem]
  let hasBand: Bool
  let isSquareRoot: Bool
  let facts: [Fact]
  let hasFacts: Bool
  let past: [String]
  let lines: [CodeRow]
  let hasLines: Bool
  let untoldChanges: String?
  let noChanges: String?
  let before: String
  let hasOwnWeekBefore: Bool

  /// A number of the period with its name.
  struct Fact {
    let name: String
    let value: String
    let note: String
  }

  static let mostLines = 60

  init(_ report: NightlyReport, _ words: PagePeriod) {
    let marks = report.incidents.prefix(ActionContent.mostInFull).enumerated().map {
      ErrorTimeline.Mark(
        number: $0 + 1, severity: $1.severity, seconds: $1.seconds, episodes: $1.episodes)
    }
    let timeline = ErrorTimeline(timeline: report.timeline, marks: marks, words: words)
    chart = report.records == 0 ? nil : timeline.markup
    hasBand = report.timeline.bands.contains { $0 != nil }
    isSquareRoot = timeline.isSquareRoot
    chartLegend = timeline.legend
    facts = report.records == 0 ? [] : ChangesContent.facts(report.errors, words)
    hasFacts = !facts.isEmpty
    past = ChangesContent.past(report, words)
    lines = report.changes.prefix(ChangesContent.mostLines).map {
      CodeRow($0, most: 0, report: report, words: words)
    }
    hasLines = !lines.isEmpty
    let more = report.changes.count - lines.count
    untoldChanges =
      more == 0
      ? nil : "And \(HumanNumber.counted(more, "more code")); the JSON output tells them all."
    if hasLines {
      noChanges = nil
    } else if report.past.known.isEmpty {
      noChanges = "Whether a code is new, has risen, is gone or has fallen cannot be told."
    } else {
      noChanges = "No code is new, has risen, is gone or has fallen."
    }
    before = words.beforeHead
    hasOwnWeekBefore = words.hasOwnWeekBefore
  }

  private static func facts(_ errors: ComparedCount, _ words: PagePeriod) -> [Fact] {
    var facts = [
      Fact(
        name: "Errors", value: HumanNumber.grouped(errors.count),
        note: "\(ComparisonText.shape(errors.change)) \(ComparisonText.word(errors.change))"
          + (ComparisonText.factor(errors).map { ", \($0) the expected" } ?? ""))
    ]
    if let forecast = errors.forecast {
      facts.append(
        Fact(
          name: "Expected", value: IncidentText.number(forecast.expected),
          note: "\(ComparisonText.baseline(forecast, noun: words.noun)); "
            + "q \(ComparisonText.q(forecast))"))
    }
    if let before = errors.before {
      facts.append(Fact(name: words.beforeHead, value: HumanNumber.grouped(before), note: ""))
    }
    if let week = errors.weekBefore, words.hasOwnWeekBefore {
      facts.append(Fact(name: "Week before", value: HumanNumber.grouped(week), note: ""))
    }
    if let median = errors.median {
      facts.append(
        Fact(name: "Median", value: IncidentText.number(median), note: "of all known"))
    }
    return facts
  }

  private static func past(_ report: NightlyReport, _ words: PagePeriod) -> [String] {
    let past = report.past
    let wanted = HumanNumber.counted(past.wanted, "earlier \(words.noun)")
    guard !past.known.isEmpty else {
      return ["Nothing could be compared: of \(wanted) none is known."]
    }
    var sentences = [
      past.known.count == past.wanted
        ? "Compared with \(wanted)."
        : "Compared with \(HumanNumber.grouped(past.known.count)) of \(wanted); "
          + "the others are not known."
    ]
    if !past.hasBefore {
      sentences.append("The \(words.before) is not known and could not be compared.")
    }
    if !past.hasWeekBefore, words.hasOwnWeekBefore {
      sentences.append("The week before is not known and could not be compared.")
    }
    if let from = past.knownFrom {
      sentences.append("Records are known from \(words.date(from)) on.")
    }
    return sentences
  }
}
