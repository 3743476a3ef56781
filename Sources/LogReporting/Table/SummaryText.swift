import LogModel

/// The first lines of a human format: when, how much, how many.
struct SummaryText {
  let context: HumanContext

  /// `2026-03-14 08:00:03 - 08:59:58 UTC`; nil when no record has a time.
  var span: String? {
    guard let first = context.report.first, let last = context.report.last else { return nil }
    let zone = context.report.zone
    let text = context.clock.span(from: first.seconds, to: last.seconds, showsSeconds: true)
    return zone.name == "UTC" ? text : "\(text) (\(zone.name))"
  }

  /// `1,234 errors in 45,678 records`, `3 tenants`, `~1,020 users`, `windows of 5 min`.
  var figures: [String] {
    let report = context.report
    let records = report.ledger.records
    var parts = [
      "\(HumanNumber.counted(records.error, "error")) in "
        + HumanNumber.counted(records.records, "record")
    ]
    if records.error > 0 {
      parts.append(HumanNumber.counted(report.tenantCount, "tenant"))
      if let users = report.userCount { parts.append(HumanNumber.countedUsers(users)) }
    }
    if report.keys.contains(.window) {
      parts.append("windows of \(HumanNumber.duration(report.windows.length))")
    }
    return parts
  }

  /// What stands in place of the rows when there are none; nil when there are some.
  var calm: String? {
    guard context.report.rows.isEmpty else { return nil }
    let records = context.report.ledger.records
    if records.records == 0 { return "No MFA errors: there are no records." }
    if records.error == 0 {
      return "No MFA errors in \(HumanNumber.counted(records.records, "record"))."
    }
    return "No rows to show: "
      + "none of the \(HumanNumber.counted(records.error, "error")) is among those asked for."
  }

  /// What keeps the figures from being the whole truth, worst first.
  var warnings: [String] {
    let report = context.report
    var lines: [String] = []
    if report.isPartial {
      lines.append("partial: interrupted before the end of the input; this is what was counted")
    } else if !report.isComplete {
      lines.append(
        "incomplete: more groups than --max-groups; the rest is counted in (other), "
          + "the totals are exact")
    }
    let broken = report.sources.filter { $0.problem != nil }
    for source in broken.prefix(3) {
      guard let problem = source.problem else { continue }
      lines.append(
        "not read to its end: \(context.inputName(source.name)): \(ProblemText.text(problem))")
    }
    if broken.count > 3 {
      lines.append("not read to their ends: \(HumanNumber.counted(broken.count - 3, "more input"))")
    }
    return lines
  }
}
