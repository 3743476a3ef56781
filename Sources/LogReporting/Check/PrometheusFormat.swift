import LogModel

/// Gauges for the textfile collector of Prometheus' node exporter.
///
/// No timestamps, which the collector refuses; at most a hundred series of a family and the rest as one,
/// because each tenant and code is a series of its own in the database.
package struct PrometheusFormat: CheckFormat {
  package static let name = "prom"
  package static let summary = "gauges for Prometheus' textfile collector"

  /// The most series of a family beside that of the rest.
  package static let mostSeries = 100

  package init() {}

  package func write(_ report: CheckReport, to sink: inout TextSink) {
    let (lines, records) = (report.ledger.lines, report.ledger.records)
    var page = PrometheusPage()
    page.add(
      "status", "Verdict of the last check: 0 ok, 1 warning, 2 critical, 3 unknown.",
      [([], Double(report.status.rawValue))])
    // What did not judge is no success; the missing series says so.
    if report.status != .unknown {
      page.add(
        "last_success_timestamp_seconds", "When a check last judged.",
        [([], Double(report.now.seconds))])
    }
    if let last = report.last {
      page.add(
        "last_record_timestamp_seconds", "Time of the latest record.",
        [([], Double(last.seconds))])
    }
    page.add(
      "incidents",
      report.transitions == nil ? "Incidents in the input." : "Incidents that are firing.",
      Severity.allCases.map { severity in
        ([("severity", severity.name)], Double(report.incidents.count { $0.severity == severity }))
      })
    page.add(
      "incident_errors", "Errors of each incident, one series a tenant.", capped(incidents(report)))
    page.add(
      "errors", "Errors in the input by tenant and code.",
      capped(
        report.errors.map { error in
          ([("tenant", label(error.tenant)), ("code", label(error.code))], Double(error.count))
        }))
    page.add(
      "lines", "Lines of the input by what became of them.",
      [
        ("parsed", lines.parsed), ("blank", lines.blank), ("malformed", lines.malformed),
        ("oversized", lines.oversized),
      ].map { ([("disposition", $0.0)], Double($0.1)) })
    page.add(
      "records", "Records of the input by what became of them.",
      [
        ("error", records.error), ("normal", records.normal), ("other", records.other),
        ("filtered", records.filtered), ("duplicate", records.duplicate),
      ].map { ([("disposition", $0.0)], Double($0.1)) })
    sink.append(page.text)
  }

  private func incidents(_ report: CheckReport) -> [PrometheusPage.Sample] {
    var sums: [[String]: Double] = [:]
    var order: [[String]] = []
    for incident in report.incidents {
      let code = incident.code.map(label) ?? ""
      let rule = SafeText.escaped(report.rules[incident.rules[0]].name)
      let tenants = incident.tenants.map { ($0.name, $0.count) }
      for (tenant, count) in tenants.isEmpty ? [(Name.unknown, incident.count)] : tenants {
        let key = [rule, label(tenant), code, incident.severity.name]
        if sums[key] == nil { order.append(key) }
        sums[key, default: 0] += Double(count)
      }
    }
    return order.map { key in
      (Array(zip(["rule", "tenant", "code", "severity"], key)), sums[key] ?? 0)
    }
  }

  /// The first hundred, and the others in one series that is called so throughout.
  private func capped(_ samples: [PrometheusPage.Sample]) -> [PrometheusPage.Sample] {
    guard samples.count > PrometheusFormat.mostSeries, let first = samples.first else {
      return samples
    }
    let rest = samples[PrometheusFormat.mostSeries...].reduce(0) { $0 + $1.value }
    return samples.prefix(PrometheusFormat.mostSeries)
      + [(first.labels.map { ($0.name, "other") }, rest)]
  }

  /// A name as a label; a tenant that is really called `other` is told apart from the rest.
  private func label(_ name: Name) -> String {
    var bytes: [UInt8] = []
    SafeText.appendCell(name, to: &bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    return text == "other" ? "'other" : text
  }
}

/// A page in Prometheus' text format.
struct PrometheusPage {
  typealias Sample = (labels: [(name: String, value: String)], value: Double)

  private(set) var text = ""

  /// Adds a family of gauges; one without samples is left out.
  mutating func add(_ name: String, _ help: String, _ samples: [Sample]) {
    guard !samples.isEmpty else { return }
    let metric = "mfa_logstat_\(name)"
    text += "# HELP \(metric) \(help)\n# TYPE \(metric) gauge\n"
    for (labels, value) in samples {
      let inside = labels.map { "\($0.name)=\"\(PrometheusPage.escaped($0.value))\"" }
      let shown = inside.isEmpty ? "" : "{\(inside.joined(separator: ","))}"
      text += "\(metric)\(shown) \(PrometheusPage.number(value))\n"
    }
  }

  /// In a label only these three are special; what is hidden was spelled before.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 9e15 ? String(Int(value)) : "\(value)"
  }
}
