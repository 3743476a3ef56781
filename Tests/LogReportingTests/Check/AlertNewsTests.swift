import Foundation
import LogModel
import LogReporting
import Testing

/// How `check` tells what is new when it remembers what was told.
struct AlertNewsTests {
  /// 2026-03-14 08:00 to 08:45, three windows.
  private static let seconds: Range<Int64> = 1_773_475_200..<1_773_477_900

  private func incident(
    code: String, tenants: [String], severity: Severity
  ) -> Incident {
    let key = SeriesKey([.init(key: .code, text: Array(code.utf8))])
    let peak: Range<Int64> = 1_773_475_200..<1_773_476_100
    return Incident(
      severity: severity, rules: [0], key: key,
      tenants: tenants.map {
        IncidentTenant(
          name: .named($0), severity: severity, count: 12, users: nil, seconds: Self.seconds)
      }, seconds: Self.seconds, peak: IncidentPeak(seconds: peak, count: 20, expected: nil),
      count: 26, users: UserCount(count: 9, isEstimate: false),
      decisive: Alert(
        rule: 0, series: 0, key: key, severity: severity, seconds: peak, count: 20,
        gates: [Gate(.count, passed: true, value: 20, needed: 5)]), alertCount: 3)
  }

  private func transition(
    _ kind: AlertTransition.Kind, reasons: [AlertTransition.Reason] = [],
    state: AlertState = .firing, code: String = "too_many_sms", tenants: [String] = ["acme"],
    severity: Severity = .critical, told: Severity? = nil, isSeen: Bool = true
  ) -> AlertTransition {
    let incident = incident(code: code, tenants: tenants, severity: severity)
    return AlertTransition(
      kind, reasons: reasons, at: 1_773_478_000,
      alert: RememberedAlert(
        subject: AlertSubject(rule: nil, key: incident.key), rule: "sms", state: state,
        severity: severity, seconds: Self.seconds, quietFrom: 1_773_478_800,
        clearsAt: 1_773_478_800, count: 26, users: incident.users, peak: incident.peak,
        tenantCount: tenants.count, tenant: tenants.first,
        telling: AlertTelling(
          at: 1_773_478_000, renotifySeconds: 14_400, severity: severity,
          isProviderWide: tenants.count > 1)), toldSeverity: told,
      incident: isSeen ? incident : nil)
  }

  private func report(
    _ transitions: [AlertTransition]?, firing: [Incident] = [], obstacles: [Obstacle] = [],
    rule: String = "sms", runbook: String? = nil
  ) -> CheckReport {
    CheckReport(
      rules: [
        JudgingRule(
          name: rule, kind: .threshold, windowSeconds: 900, runbook: runbook,
          warning: "warning:count>=2/15m", critical: "critical:count>=5/15m")
      ], incidents: firing, alertCount: firing.count, silencedCount: 0, obstacles: obstacles,
      errors: [], ledger: Ledger(), sources: [], zone: .utc,
      now: EventTime(seconds: 1_773_480_000), first: EventTime(seconds: 1_773_475_200),
      last: EventTime(seconds: 1_773_479_000), transitions: transitions)
  }

  private func told(_ format: any CheckFormat, _ report: CheckReport) -> String {
    var bytes: [UInt8] = []
    var sink = TextSink { bytes += $0 }
    format.write(report, to: &sink)
    try? sink.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  private func subject(
    _ transitions: [AlertTransition], obstacles: [Obstacle] = []
  ) -> Substring? {
    told(CheckTextFormat(), report(transitions, obstacles: obstacles)).split(separator: "\n").first
  }

  @Test func `nothing new is not one byte, whatever fires`() {
    let firing = incident(code: "x", tenants: ["acme"], severity: .critical)
    #expect(told(CheckTextFormat(), report([], firing: [firing])) == "")
  }

  @Test func `what begins is told with all that is known`() {
    let firing = incident(code: "too_many_sms", tenants: ["acme"], severity: .critical)
    #expect(
      told(
        CheckTextFormat(),
        report([transition(.firing)], firing: [firing], runbook: "https://wiki/sms")) == """
          FIRING CRITICAL: too_many_sms at acme, 26 errors
          Log of 2026-03-14 08:00 - 09:03 UTC. Firing now: 1 critical incident.

          FIRING CRITICAL too_many_sms, recoverable
            what    This user was sent as many text messages as the limit for one user
                    allows.
            where   acme
            when    2026-03-14 08:00 - 08:45 UTC (45 min)
            how bad 26 errors, 9 users, 20 in the worst 15 min
            rule    sms: 5 or more errors in 15 min
            to do   User: wait up to an hour, or take another factor. Operator: when
                    many users are hit, look for SMS pumping and for slow delivery that
                    makes people ask again.
            runbook https://wiki/sms

          """)
  }

  @Test func `what is over is told with duration, peak and total, and not what to do`() {
    #expect(
      told(
        CheckTextFormat(),
        report([
          transition(.resolved, state: .resolved, tenants: ["acme", "beta"], told: .critical)
        ])) == """
          RESOLVED: too_many_sms at 2 tenants, 26 errors in 45 min
          Log of 2026-03-14 08:00 - 09:03 UTC. Nothing is firing now.

          RESOLVED too_many_sms, recoverable
            where   2 tenants: acme, beta
            when    2026-03-14 08:00 - 08:45 UTC (45 min)
            how bad 26 errors, 9 users, 20 in the worst 15 min

          """)
  }

  @Test func `what began and is over is told once, with what to do`() {
    let text = told(
      CheckTextFormat(),
      report([
        transition(.firing, state: .resolved),
        transition(.resolved, state: .resolved, told: .critical),
      ]))
    #expect(text.hasPrefix("RESOLVED: too_many_sms at acme, 26 errors in 45 min\n"))
    #expect(!text.contains("FIRING"))
    #expect(text.contains("\n  to do   "))
  }

  @Test func `what was taken back is told from memory`() {
    #expect(
      told(
        CheckTextFormat(),
        report([
          transition(
            .revised, reasons: [.withdrawn], tenants: ["acme", "beta"], told: .critical,
            isSeen: false)
        ])) == """
          REVISED: too_many_sms at 2 tenants did not fire
          Log of 2026-03-14 08:00 - 09:03 UTC. Nothing is firing now.

          REVISED too_many_sms
            change  was told as critical, and did not fire by what is known now
            where   2 tenants
            when    2026-03-14 08:00 - 08:45 UTC (45 min)
            how bad 26 errors, 9 users, 20 in the worst 15 min

          """)
  }

  @Test(
    arguments: [
      (
        AlertTransition.Kind.escalated, [AlertTransition.Reason.severity], Severity.warning,
        "ESCALATED CRITICAL: too_many_sms at acme, 26 errors", "was told as warning, is critical"
      ),
      (
        .escalated, [.providerWide], .critical,
        "ESCALATED CRITICAL: too_many_sms at acme, 26 errors",
        "was told of one tenant, is of 1"
      ),
      (.repeated, [], .critical, "REPEAT CRITICAL: too_many_sms at acme, 26 errors", nil),
      (
        .revised, [.reopened], .critical,
        "REVISED CRITICAL: too_many_sms at acme goes on, 26 errors",
        "was told to be over, and is not by what is known now"
      ),
      (
        .revised, [.severity], .warning, "REVISED CRITICAL: too_many_sms at acme, 26 errors",
        "was told as warning, is critical"
      ),
      (
        .revised, [.ruleGone], .warning, "REVISED: too_many_sms at acme has no rule any more",
        "was told as warning; there is no rule sms any more"
      ),
      (
        .revised, [.silenced], .critical, "REVISED: too_many_sms at acme is silenced",
        "was told as critical; all that is left of it is silenced"
      ),
    ] as [(AlertTransition.Kind, [AlertTransition.Reason], Severity, String, String?)])
  func `each kind has its words`(
    kind: AlertTransition.Kind, reasons: [AlertTransition.Reason], before: Severity,
    subject: String, change: String?
  ) {
    let text = told(
      CheckTextFormat(), report([transition(kind, reasons: reasons, told: before)]))
    #expect(text.hasPrefix(subject + "\n"))
    #expect(text.contains("\n  change ") == (change != nil))
    if let change { #expect(text.contains("\n  change  \(change)\n")) }
  }

  @Test func `the subject says how much more there is and what was not judged`() {
    let many = [
      transition(.firing), transition(.repeated), transition(.resolved, state: .resolved),
    ]
    #expect(subject(many) == "FIRING CRITICAL: too_many_sms at acme, 26 errors; 2 more")
    #expect(
      subject(many, obstacles: [.dataDamaged])
        == "FIRING CRITICAL: too_many_sms at acme, 26 errors; 2 more; not all judged")
  }

  @Test func `what could not be judged is told also when nothing is new`() {
    let firing = incident(code: "x", tenants: ["acme"], severity: .critical)
    #expect(
      told(CheckTextFormat(), report([], obstacles: [.inputUnopenable]))
        .hasPrefix("UNKNOWN: an input cannot be opened\n"))
    #expect(
      told(CheckTextFormat(), report([], firing: [firing], obstacles: [.inputUnopenable]))
        .hasPrefix("CRITICAL: not all judged: an input cannot be opened\n"))
  }

  @Test func `past twenty changes the rest is counted`() {
    let text = told(
      CheckTextFormat(), report(Array(repeating: transition(.repeated), count: 23)))
    #expect(text.hasSuffix("\nAnd 3 more changes; see all with -o json.\n"))
    #expect(text.matches(of: /\nREPEAT CRITICAL too_many_sms/).count == 20)
  }

  @Test(arguments: CheckFormatsTests.hostile)
  func `a mail is short lines of ASCII whatever a log holds`(name: String) throws {
    for kind in AlertTransition.Kind.allCases {
      for isSeen in [true, false] {
        let news = [
          transition(
            kind, reasons: kind == .revised ? [.ruleGone] : [], code: name, tenants: [name],
            isSeen: isSeen)
        ]
        let lines = told(CheckTextFormat(), report(news, rule: name)).split(separator: "\n")
        #expect(lines.allSatisfy { $0.utf8.count < 998 })
        #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } })
        let subject = try #require(lines.first)
        #expect(subject.utf8.count < 80 && subject.contains(": "))
      }
    }
  }

  @Test(arguments: CheckFormatsTests.hostile)
  func `JSON has what is new beside what fires, lossless`(name: String) throws {
    let firing = incident(code: name, tenants: [name], severity: .warning)
    let json = told(
      CheckJSONFormat(),
      report(
        [
          transition(.escalated, reasons: [.severity], code: name, tenants: [name], told: .warning),
          transition(.revised, reasons: [.withdrawn], isSeen: false),
        ], firing: [firing]))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["status"] as? String == "warning")
    #expect((object["incidents"] as? [Any])?.count == 1)
    let transitions = try #require(object["transitions"] as? [[String: Any]])
    #expect(transitions.map { $0["kind"] as? String } == ["escalated", "revised"])
    #expect(transitions[0]["reasons"] as? [String] == ["severity"])
    #expect(transitions[0]["told_severity"] as? String == "warning")
    #expect(transitions[0]["duration_seconds"] as? Int == 2_700)
    #expect((transitions[0]["tenant"] as? String)?.utf8.elementsEqual(name.utf8) == true)
    let series = try #require(transitions[0]["series"] as? [String: Any])
    #expect((series["code"] as? String)?.utf8.elementsEqual(name.utf8) == true)
    #expect((transitions[0]["incident"] as? [String: Any])?["severity"] as? String == "critical")
    #expect(transitions[1]["incident"] is NSNull)
  }

  @Test func `JSON without memory has no word of it, and with memory an empty list`() {
    #expect(!told(CheckJSONFormat(), report(nil)).contains("transitions"))
    #expect(told(CheckJSONFormat(), report([])).contains("\n\"transitions\":[],\n\"incidents\":["))
  }

  @Test func `monitoring is told what fires now, whatever is new`() {
    let firing = incident(code: "too_many_sms", tenants: ["acme"], severity: .warning)
    let news = [transition(.resolved, state: .resolved, told: .critical)]
    #expect(
      told(NagiosFormat(), report(news, firing: [firing]))
        .hasPrefix("WARNING - too_many_sms at acme, 26 errors | 'critical'=0;;0;0 'warning'=1;0;;0")
    )
    #expect(told(NagiosFormat(), report(news)).hasPrefix("OK - nothing is firing | "))
    let page = told(PrometheusFormat(), report(news, firing: [firing]))
    #expect(page.contains("# HELP mfa_logstat_incidents Incidents that are firing.\n"))
    #expect(page.contains("\nmfa_logstat_incidents{severity=\"warning\"} 1\n"))
    #expect(page.contains("\nmfa_logstat_status 1\n"))
  }
}
