import Foundation
import LogModel
import LogReporting
import Testing

struct CheckFormatsTests {
  /// A report of one incident of every tenant that is named, all of one code.
  private func report(
    code: String = "too_many_sms", tenants: [String] = ["acme"], rule: String = "r",
    runbook: String? = nil, severity: Severity = .critical, obstacles: [Obstacle] = []
  ) -> CheckReport {
    let key = SeriesKey([.init(key: .code, text: Array(code.utf8))])
    let seconds: Range<Int64> = 1_773_475_200..<1_773_476_100
    let alert = Alert(
      rule: 0, series: 0, key: key, severity: severity, seconds: seconds, count: 9,
      gates: [Gate(.count, passed: true, value: 9, needed: 5)])
    let shares = tenants.map {
      IncidentTenant(
        name: .named($0), severity: severity, count: 9, users: nil, seconds: seconds)
    }
    let incident = Incident(
      severity: severity, rules: [0], key: key, tenants: shares, seconds: seconds,
      peak: IncidentPeak(seconds: seconds, count: 9, expected: nil), count: 9 * tenants.count,
      users: UserCount(count: 3, isEstimate: false), decisive: alert, alertCount: 1)
    return CheckReport(
      rules: [
        JudgingRule(
          name: rule, kind: .threshold, windowSeconds: 900, runbook: runbook,
          warning: "warning:count>=5/15m", critical: "critical:count>=5/15m")
      ], incidents: tenants.isEmpty ? [] : [incident], alertCount: 1, silencedCount: 0,
      obstacles: obstacles,
      errors: tenants.map { ErrorCount(tenant: .named($0), code: .named(code), count: 9) },
      ledger: Ledger(), sources: [], zone: .utc, now: EventTime(seconds: 1_773_480_000),
      first: EventTime(seconds: 1_773_475_200), last: EventTime(seconds: 1_773_479_000))
  }

  private func text(_ format: any CheckFormat, _ report: CheckReport) -> String {
    var bytes: [UInt8] = []
    var sink = TextSink { bytes += $0 }
    format.write(report, to: &sink)
    try? sink.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Names that break lines, terminals, labels, performance data and mails.
  static let hostile = [
    "a\nb", "a\u{1B}[31mb", "a|b'c\"d\\e", "\u{202E}evil", "=cmd()", "caf\u{E9}", "-", "(other)",
    "other", String(repeating: "x", count: 2_000), String(repeating: "\u{1F600}", count: 500),
    "a b = c ; d", "{}", "\u{0}", "x\u{2028}y", "# HELP x", "a, b",
  ]

  @Test func `text is nothing when all is well`() {
    #expect(text(CheckTextFormat(), report(tenants: [])) == "")
  }

  @Test(arguments: hostile)
  func `text and its subject are short lines of ASCII whatever a log holds`(name: String) throws {
    for report in [
      report(tenants: [name]), report(code: name), report(rule: name, runbook: name),
      report(tenants: Array(repeating: name, count: 30)),
    ] {
      let lines = text(CheckTextFormat(), report).split(separator: "\n")
      #expect(lines.allSatisfy { $0.utf8.count < 998 })
      #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } })
      let subject = try #require(lines.first)
      #expect(subject.utf8.count < 80 && subject.hasPrefix("CRITICAL: "))
    }
  }

  @Test(arguments: hostile)
  func `the line for monitoring is one line with one bar`(name: String) {
    for report in [report(tenants: [name]), report(code: name), report(rule: name)] {
      let line = text(NagiosFormat(), report)
      #expect(line.hasSuffix("\n") && line.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
      #expect(line.utf8.count { $0 == UInt8(ascii: "|") } == 1)
      #expect(line.prefix { $0 != "|" }.utf8.count <= 80)
      #expect(line.utf8.dropLast().allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    }
  }

  @Test(arguments: hostile)
  func `JSON is lossless and on one line an incident`(name: String) throws {
    let json = text(CheckJSONFormat(), report(code: name, tenants: [name]))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let incidents = try #require(object["incidents"] as? [[String: Any]])
    let series = try #require(incidents.first?["series"] as? [String: Any])
    #expect((series["code"] as? String)?.utf8.elementsEqual(name.utf8) == true)
    let tenants = try #require(incidents.first?["tenants"] as? [[String: Any]])
    #expect((tenants.first?["tenant"] as? String)?.utf8.elementsEqual(name.utf8) == true)
    #expect(object["status"] as? String == "critical")
  }

  @Test(arguments: hostile)
  func `labels for Prometheus hold nothing that ends them`(name: String) {
    let page = text(PrometheusFormat(), report(code: name, tenants: [name, "acme"], rule: name))
    for line in page.split(separator: "\n") where !line.hasPrefix("# ") {
      var inside = false
      var isEscaped = false
      for byte in line.utf8 {
        if isEscaped { isEscaped = false; continue }
        if byte == UInt8(ascii: "\\") { isEscaped = true }
        if byte == UInt8(ascii: "\"") { inside.toggle() }
        #expect(byte >= 0x20 && byte != 0x7F)
      }
      #expect(!inside)
      #expect(line.hasPrefix("mfa_logstat_"))
    }
  }

  @Test func `names that look alike stay apart in labels`() {
    let names = ["-", "(other)", "other", "'other"]
    let page = text(PrometheusFormat(), report(tenants: names))
    let lines = page.split(separator: "\n").filter { $0.hasPrefix("mfa_logstat_errors{") }
    #expect(Set(lines).count == 4)
  }

  @Test func `past a hundred series the rest is one, and nothing is lost`() throws {
    let page = text(PrometheusFormat(), report(tenants: (0..<250).map { "t\($0)" }))
    let lines = page.split(separator: "\n").filter { $0.hasPrefix("mfa_logstat_errors{") }
    #expect(lines.count == 101)
    #expect(lines.last == "mfa_logstat_errors{tenant=\"other\",code=\"other\"} 1350")
  }

  @Test func `what could not judge is no success`() {
    let unknown = text(PrometheusFormat(), report(tenants: [], obstacles: [.dataDamaged]))
    #expect(unknown.contains("\nmfa_logstat_status 3\n"))
    #expect(!unknown.contains("last_success"))
    let ok = text(PrometheusFormat(), report(tenants: []))
    #expect(ok.contains("\nmfa_logstat_last_success_timestamp_seconds 1773480000\n"))
  }

  @Test(arguments: [
    (Severity.critical, [], "CRITICAL - "), (.warning, [], "WARNING - "),
    (.critical, [Obstacle.dataDamaged], "CRITICAL - "),
    (.warning, [Obstacle.dataDamaged], "UNKNOWN - "),
  ])
  func `critical beats unknown beats warning`(
    severity: Severity, obstacles: [Obstacle], expected: String
  ) {
    #expect(
      text(NagiosFormat(), report(severity: severity, obstacles: obstacles)).hasPrefix(expected))
  }
}
