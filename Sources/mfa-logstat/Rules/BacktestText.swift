import LogAlerting
import LogModel
import LogReporting

/// The outcome of a trial on the past, for people: by day, by rule, and by what is known.
struct BacktestText {
  let test: Backtest
  let rules: RuleSet
  /// From the first record to the last; nil when there was none.
  let span: (first: EventTime, last: EventTime)?

  var text: String {
    var blocks = [summary]
    if !test.days.isEmpty { blocks += [columns(byRule), columns(byDay)] }
    if test.findings != nil { blocks += [columns(findings)] }
    if let alerts = test.falseAlerts, !alerts.isEmpty { blocks += [columns(falseAlerts(alerts))] }
    return blocks.joined(separator: "\n")
  }

  /// How many days there were at all, the first and the last counted whole.
  private var dayCount: Int64 {
    guard let span else { return 0 }
    return span.last.seconds.flooredQuotient(by: 86_400)
      - span.first.seconds.flooredQuotient(by: 86_400) + 1
  }

  private var summary: String {
    guard let span else { return "no record with a time, so nothing to try rules on\n" }
    var parts = [
      "\(HumanNumber.counted(test.alerts.count, "alert")) of \(HumanNumber.counted(rules.rules.count, "rule"))",
      "\(HumanNumber.counted(Int(dayCount), "day"))", "\(rate(test.alerts.count)) a day",
    ]
    if let findings = test.findings, let falseAlerts = test.falseAlerts {
      let found = findings.count { $0.alert != nil }
      parts.append(
        "\(SystemText.grouped(found)) of \(HumanNumber.counted(findings.count, "known incident")) found"
      )
      parts.append("\(HumanNumber.counted(falseAlerts.count, "false alert"))")
    }
    return "\(span.first) - \(span.last)\n\(parts.joined(separator: ", "))\n"
  }

  /// In the order of the set; rules that were silent are told, too.
  private var byRule: [[String]] {
    let hasKnown = test.falseAlerts != nil
    let head = ["RULE", "WARNING", "CRITICAL", "A DAY"] + (hasKnown ? ["FALSE"] : [])
    let rows = rules.rules.compactMap { rule -> [String]? in
      let days = test.days.filter { $0.rule == rule.name }
      guard !days.isEmpty else { return nil }
      let warnings = days.reduce(0) { $0 + $1.warnings }
      let criticals = days.reduce(0) { $0 + $1.criticals }
      let cells = [
        SafeText.escaped(rule.name), SystemText.grouped(warnings), SystemText.grouped(criticals),
        rate(warnings + criticals),
      ]
      return cells
        + (hasKnown ? [SystemText.grouped(days.reduce(0) { $0 + ($1.falseAlerts ?? 0) })] : [])
    }
    return [head] + rows
  }

  private var byDay: [[String]] {
    let hasKnown = test.falseAlerts != nil
    let head = ["DAY", "RULE", "WARNING", "CRITICAL"] + (hasKnown ? ["FALSE"] : [])
    return [head]
      + test.days.map { day in
        [
          BacktestText.date(day.day), SafeText.escaped(day.rule), SystemText.grouped(day.warnings),
          SystemText.grouped(day.criticals),
        ] + (hasKnown ? [SystemText.grouped(day.falseAlerts ?? 0)] : [])
      }
  }

  private var findings: [[String]] {
    [["INCIDENT", "TENANT", "CODE", "FOUND BY", "SEVERITY", "AFTER"]]
      + (test.findings ?? []).map { finding in
        [
          EventTime(seconds: finding.incident.start).description,
          SafeText.escaped(finding.incident.tenant.text),
          SafeText.escaped(finding.incident.code.text),
          finding.alert.map { SafeText.escaped($0.rule) } ?? "not found",
          finding.alert?.severity.name ?? "",
          finding.delaySeconds.map { HumanNumber.duration($0) } ?? "",
        ]
      }
  }

  private func falseAlerts(_ alerts: [AlertEpisode]) -> [[String]] {
    [["FALSE ALERT", "SEVERITY", "RULE", "TENANT", "CODE"]]
      + alerts.map { alert in
        [
          EventTime(seconds: alert.start).description, alert.severity.name,
          SafeText.escaped(alert.rule), alert.tenant.map { SafeText.escaped($0) } ?? "",
          alert.code.map { SafeText.escaped($0) } ?? "",
        ]
      }
  }

  private func columns(_ rows: [[String]]) -> String {
    let widths = (0..<(rows.first?.count ?? 0)).map { column in
      rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (cell, width) in zip(row, widths) {
        line += cell + String(repeating: " ", count: width - DisplayWidth.of(cell) + 2)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private func rate(_ count: Int) -> String {
    SystemText.decimal(Double(count) / Double(max(dayCount, 1)))
  }

  static func date(_ day: Int64) -> String {
    var text: [UInt8] = []
    CivilDate(daysSinceEpoch: day).append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
