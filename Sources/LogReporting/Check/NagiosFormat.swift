import LogModel

/// One line for Nagios, Icinga and all that start its plugins, with performance data.
package struct NagiosFormat: CheckFormat {
  package static let name = "nagios"
  package static let summary = "one line with performance data, for monitoring plugins"

  package init() {}

  package func write(_ report: CheckReport, to sink: inout TextSink) {
    // A bar would begin the performance data.
    let text = SubjectLine(report: report, separator: " - ").text.replacing("|", with: "/")
    sink.append("\(text) | \(performance(report))\n")
  }

  /// `'label'=value;warning;critical;least`: more than 0 incidents are too many.
  private func performance(_ report: CheckReport) -> String {
    func incidents(_ severity: Severity) -> Int {
      report.incidents.count { $0.severity == severity }
    }
    let (lines, records) = (report.ledger.lines, report.ledger.records)
    return [
      "'critical'=\(incidents(.critical));;0;0", "'warning'=\(incidents(.warning));0;;0",
      "'errors'=\(records.error);;;0", "'records'=\(records.records);;;0",
      "'lines'=\(lines.lines);;;0", "'malformed'=\(lines.malformed + lines.oversized);;;0",
    ].joined(separator: " ")
  }
}
