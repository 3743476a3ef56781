import LogModel

/// The sentences of a nightly report that more than one format tells.
package struct NightlyWords {
  package let report: NightlyReport
  package let voice: NightlyVoice

  package init(
    report: NightlyReport, voice: NightlyVoice
  ) {
    self.report = report
    self.voice = voice
  }

  /// More incidents than this are only counted.
  package static let mostIncidents = 20

  package var period: PeriodText { PeriodText(period: report.period, zone: report.zone) }

  /// What stands in place of the tables when there is nothing in them.
  package var calm: String? {
    guard report.records == 0 else { return nil }
    return voice.prose(
      [
        "Nothing was logged in this period.", NightlyWords.reach(of: report),
        "If there should be something, see whether the logs reach this tool, and whether --since "
          + "and --until are meant so.",
      ].compactMap(\.self).joined(separator: " "))
  }

  /// `What is known is of 2026-03-14 08:00 - 09:00 UTC.`; nil without any time.
  package static func reach(of report: NightlyReport) -> String? {
    guard let first = report.table.first, let last = report.table.last else { return nil }
    let span = LocalClock(zone: report.zone).span(
      from: first.seconds, to: last.seconds, showsSeconds: false)
    return "What is known is of \(span)."
  }

  /// `2 incidents: 1 critical, 1 warning`; nil without one.
  package var incidentCounts: String? {
    guard !report.incidents.isEmpty else { return nil }
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = report.incidents.count { $0.severity == severity }
      return count == 0 ? nil : "\(HumanNumber.grouped(count)) \(severity.name)"
    }
    let total = HumanNumber.counted(report.incidents.count, "incident")
    return "\(total): \(counts.joined(separator: ", "))"
  }

  /// What stands below the incidents: those that are only counted, and what silences held back.
  package var incidentRest: [String] {
    var lines: [String] = []
    let more = report.incidents.count - NightlyWords.mostIncidents
    if more > 0 {
      lines.append("And \(HumanNumber.counted(more, "more incident")); see all with -o json.")
    }
    if report.silencedCount > 0 {
      lines.append("\(HumanNumber.counted(report.silencedCount, "alert")) silenced.")
    }
    return lines.map(voice.prose)
  }

  /// Nil when all could be judged.
  package var obstacles: String? {
    guard !report.obstacles.isEmpty else { return nil }
    return voice.prose(
      "Not all could be judged: \(ObstacleText.words(for: report.obstacles)).")
  }

  /// How many errors there were, beside those of earlier periods.
  package var errors: String {
    let errors = report.errors
    var parts = [
      "\(HumanNumber.counted(errors.count, "error")) in "
        + HumanNumber.counted(report.records, "record")
    ]
    if let users = errors.users { parts.append(HumanNumber.countedUsers(users)) }
    if report.erringTenantCount > 0 {
      let all = HumanNumber.counted(report.tenantCount, "tenant")
      parts.append("\(HumanNumber.grouped(report.erringTenantCount)) of \(all)")
    }
    return voice.prose(parts.joined(separator: ", ") + "." + comparedErrors)
  }

  private var comparedErrors: String {
    let errors = report.errors
    guard errors.change != .unknown else { return "" }
    var parts: [String] = []
    if let before = errors.before {
      parts.append("\(HumanNumber.grouped(before)) \(period.before)")
    }
    if let week = errors.weekBefore, report.period.stepDays != 7 {
      parts.append("\(HumanNumber.grouped(week)) seven days before")
    }
    if let median = errors.median { parts.append("median \(NightlyNumber.expected(median))") }
    if let forecast = errors.forecast {
      parts.append("expected \(NightlyNumber.expected(forecast.expected))")
      parts.append(NightlyNumber.qEquation(forecast.q))
    }
    let verdict: String
    switch errors.change {
    case .usual, .unknown: verdict = "All in all as usual"
    case .new: verdict = "Errors are new"
    case .risen: verdict = "Errors have risen"
    case .gone: verdict = "Errors are gone"
    case .fallen: verdict = "Errors have fallen"
    }
    return " \(verdict)" + (parts.isEmpty ? "." : ": \(parts.joined(separator: ", ")).")
  }

  /// What there was to compare with, and what was not.
  package var comparison: String {
    let past = report.past
    guard !past.known.isEmpty else {
      return voice.prose(
        "Nothing to compare with: the past is not known. Use --state FILE, or give older logs too.")
    }
    let wanted = HumanNumber.counted(past.wanted, period.unit)
    var text = "Compared with \(HumanNumber.grouped(past.known.count)) of \(wanted)."
    var missing: [String] = []
    if !past.hasBefore { missing.append(period.before) }
    if !past.hasWeekBefore, report.period.stepDays != 7 { missing.append("seven days before") }
    if !missing.isEmpty { text += " Nothing is known of \(missing.joined(separator: " or "))." }
    if past.known.count < past.wanted, let from = past.knownFrom {
      text += " What is known starts \(period.instant(from))."
    }
    return voice.prose(text)
  }

  /// Nil when codes have changed, or nothing could be compared.
  package var unchanged: String? {
    guard report.changes.isEmpty, !report.past.known.isEmpty else { return nil }
    return "No code is new, risen, gone or fallen."
  }
}
