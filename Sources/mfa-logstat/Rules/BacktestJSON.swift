import LogAlerting
import LogModel
import LogReporting

/// The outcome of a trial on the past, for programs.
enum BacktestJSON {
  static func text(of test: Backtest, span: (first: EventTime, last: EventTime)?) -> String {
    let days = test.days.map { day in
      object([
        ("day", quoted(BacktestText.date(day.day))), ("rule", quoted(day.rule)),
        ("warning", "\(day.warnings)"), ("critical", "\(day.criticals)"),
        ("false", day.falseAlerts.map(String.init) ?? "null"),
      ])
    }
    let incidents = test.findings.map { findings in
      findings.map { finding in
        object([
          ("start", time(finding.incident.start)), ("end", time(finding.incident.end)),
          ("tenant", quoted(finding.incident.tenant.text)),
          ("code", quoted(finding.incident.code.text)),
          ("found", finding.alert == nil ? "false" : "true"),
          ("seconds", finding.delaySeconds.map(String.init) ?? "null"),
          ("alert", finding.alert.map(object) ?? "null"),
        ])
      }
    }
    return "{" + "\"schema\":1,\n  "
      + [
        "\"first\":\(span.map { quoted($0.first.description) } ?? "null")",
        "\"last\":\(span.map { quoted($0.last.description) } ?? "null")",
        "\"days\":\(list(days))",
        "\"alerts\":\(list(test.alerts.map(object)))",
        "\"incidents\":\(incidents.map(list) ?? "null")",
        "\"false_alerts\":\(test.falseAlerts.map { list($0.map(object)) } ?? "null")",
      ].joined(separator: ",\n  ") + "}\n"
  }

  private static func object(_ alert: AlertEpisode) -> String {
    object([
      ("rule", quoted(alert.rule)), ("severity", quoted(alert.severity.name)),
      ("tenant", alert.tenant.map(quoted) ?? "null"), ("code", alert.code.map(quoted) ?? "null"),
      ("start", time(alert.start)), ("end", time(alert.end)), ("known_at", time(alert.knownAt)),
    ])
  }

  private static func list(_ items: [String]) -> String {
    items.isEmpty ? "[]" : "[\n    \(items.joined(separator: ",\n    "))]"
  }

  private static func object(_ members: [(String, String)]) -> String {
    "{\(members.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ","))}"
  }

  private static func time(_ seconds: Int64) -> String {
    quoted(EventTime(seconds: seconds).description)
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
