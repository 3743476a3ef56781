import LogModel
import Testing

import LogReporting

/// What the page says, and in which order.
struct NightlyHTMLFormatTests {
  /// The page without its markup, a line for each piece of text.
  private func text(_ report: NightlyReport) throws -> String {
    let tags = try #require(PageTag.all(in: PageFixture.page(report)))
    return tags.filter { $0.name != "style" }.map(\.text)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  @Test func `the format is called html`() throws {
    let format = try #require(NightlyFormats.named("html"))
    #expect(format is NightlyHTMLFormat)
    #expect((10...70).contains(format.summary.count))
  }

  @Test func `the first screen names the worst, where, since when, who must act and how`() throws {
    #expect(
      try text(SampleNight.report()).hasPrefix(
        """
        CRITICAL: MFA errors, Saturday 2026-03-14
        Skip to what needs action
        MFA errors
        Saturday 2026-03-14
        24 h, Europe/Berlin, +01:00
        CRITICAL
        too_many_pn_per_tenant
        at
        2 tenants
        since 08:05; the operator must act, with the provider. \
        1 more incident.
        412 errors by 230 users in 12,400 records; 8 of 11 tenants had errors. 1 alert held back \
        by silences.
        Action
        Changes
        Tenants
        Codes
        Delivery
        Feed
        Ledger
        What needs action
        1
        too_many_pn_per_tenant
        critical
        unrecoverable
        The whole tenant has used up its push notifications, so nobody in it is sent one.
        Where
        2 tenants:
        harbor-bank
        ,
        - (not named)
        When
        since 08:05, until 09:20 +01:00
        (1 h 15 min)
        Who
        the operator must act, with the provider
        To do
        Operator: stop the source (a storm of logins, push bombing), ask the provider for a higher \
        limit, and let users type the code from the app meanwhile.
        How bad
        290 errors by 170 users; at worst 60 in 5 min, 08:10 – 08:15
        Rule
        builtin/too_many_pn_per_tenant
        : 1 or more errors in 5 min
        2
        invalid_otp
        warning
        """))
  }

  @Test func `what changed stands beside what it was before and what was expected`() throws {
    let text = try text(SampleNight.report())
    #expect(
      text.contains(
        """
        What changed
        Errors
        412
        ▲ risen, 3.5 times the expected
        Expected
        118
        median of the same weekday, 4 times; q under 0.0001
        Day before
        120
        Week before
        118
        Median
        120
        of all known
        Compared with 27 of 28 earlier days; the others are not known. Records are known from \
        2026-02-15 on.
        """))
    #expect(
      text.contains(
        """
        ×
        gone
        sms_undeliverable
        level unknown
        0
        40
        38
        39
        38
        under 0.0001
        acme
        40
        """))
  }

  @Test func `the rest of the tenants is told exactly`() throws {
    #expect(try text(SampleNight.report()).contains("3 other tenants\n7\n–\n–\n–\n300\n2.3%\n–\n–"))
  }

  @Test func `methods, the feed and the books are told`() throws {
    let text = try text(SampleNight.report())
    #expect(text.contains("push\n9,000\n300\n3.3%\n0.4%\n0.4%\nsms\n2,400\n90\n3.8%\n3.0%\n–"))
    #expect(
      text.contains(
        """
        1 gap without any record, where records were usual.
        1 tenant that usually logs did not.
        2 records without a time, so in no period.
        Times without any record
        Gap
        Length
        03:00 – 03:40
        40 min
        Tenants that used to log and did not
        Tenant
        Last seen
        Usual records
        quiet-co
        2026-03-13 22:00 +01:00
        241
        Ledger
        12,403 lines
        = 0 blank
        + 1 malformed
        + 0 oversized
        + 12,402 parsed
        12,402 records
        = 412 error
        + 11,988 normal
        + 2 other
        + 0 filtered
        + 0 duplicate
        Inputs
        """))
    #expect(
      text.hasSuffix(
        """
        How this was made
        mfa-logstat report --since yesterday --until today --state mfa.state
        mfa-logstat 0.1.0; state
        mfa.state
        """))
  }

  @Test func `a day without a record says so kindly`() throws {
    let text = try text(PageFixture.emptyDay)
    for sentence in [
      "OK\nNothing was logged in this time.\nNo error and no normal record falls into it.",
      "What needs action\nThere is nothing to act on: nothing was logged.",
      "What changed\nNothing could be compared: of 28 earlier days none is known.",
      "Tenants most affected\nNo tenant had an error.", "Codes\nNo code was logged.",
      "Delivery by method\nNo attempt was logged.",
      "Nothing is known of the feed: no record, and none before.", "; without a state",
    ] {
      #expect(text.contains(sentence), "\(sentence)")
    }
  }

  @Test func `a single error is told as one`() throws {
    let text = try text(PageFixture.singleEvent)
    #expect(text.contains("OK\nNo incident.\n1 error in 1 record; 1 of 1 tenant had errors."))
    #expect(text.contains("What needs action\nNothing. No rule found an incident."))
    #expect(text.contains("The most is 1 error, 08:00 – 09:00."))
  }

  @Test func `what kept it from judging stands at the head`() throws {
    var report = SampleNight.report(incidents: [])
    report.obstacles = [.dataDamaged, .noRules]
    let text = try text(report)
    #expect(text.contains("UNKNOWN\nNo incident was found, but not all was judged."))
    #expect(
      text.contains(
        """
        Not all was judged:
        an input is damaged, cut or not what it should be.
        Not all was judged:
        there is no rule to judge by.
        """))
  }

  @Test func `an incident that reaches the end of the period may go on`() throws {
    var incident = SampleNight.incident(tenant: .named("acme"))
    incident.seconds = SampleNight.second(22)..<SampleNight.second(24)
    let text = try text(SampleNight.report(incidents: [incident]))
    #expect(text.contains("since 22:00 +01:00, to the end of the report\n(2 h)"))
  }

  @Test func `an incident of several days is told with its dates`() throws {
    var incident = SampleNight.incident(tenant: .named("acme"))
    incident.seconds = SampleNight.second(-2)..<SampleNight.second(1)
    let text = try text(SampleNight.report(incidents: [incident]))
    #expect(text.contains("since 2026-03-13 22:00, until 01:00 +01:00\n(3 h)"))
  }

  @Test func `as many tenants are named as leave room for what to do`() throws {
    var incident = SampleNight.incident(tenant: .named("acme"))
    let one = incident.tenants[0]
    incident.tenants = (0..<37).map { number in
      var tenant = one
      tenant.name = .named("tenant-\(number)")
      return tenant
    }
    var text = try text(SampleNight.report(incidents: [incident]))
    #expect(text.contains("37 tenants:\ntenant-0\n,\ntenant-1"))
    #expect(text.contains("tenant-7\nand 29 more\nWhen"))
    for number in 0..<37 {
      incident.tenants[number].name = .named("\(number)" + String(repeating: "x", count: 500))
    }
    text = try self.text(SampleNight.report(incidents: [incident]))
    #expect(text.contains("xxx\nand 35 more\nWhen"))
  }

  @Test func `what an incident is of is told where it is no code`() throws {
    var incident = SampleNight.spike(tenant: .named("acme"))
    incident.key = SeriesKey([.init(key: .method, text: Array("sms".utf8))])
    let text = try text(SampleNight.report(incidents: [incident]))
    #expect(text.contains("1\nbuiltin/spike\nwarning\nOf\nmethod sms\nWhere\nacme\nWhen"))
  }

  @Test func `a tenant that fell silent needs somebody to look after its logs`() throws {
    var incident = SampleNight.spike(tenant: .named("acme"))
    incident.key = SeriesKey([])
    var report = SampleNight.report(incidents: [incident])
    report.rules[1] = JudgingRule(
      name: "builtin/flatline", kind: .flatline, windowSeconds: 3_600, runbook: nil, warning: "",
      critical: "")
    let text = try text(report)
    #expect(
      text.contains(
        """
        builtin/flatline
        at
        acme
        since 20:00; whoever delivers the logs must act.
        """))
    #expect(text.contains("How bad\nnothing logged for 30 min\nRule\nbuiltin/flatline"))
  }

  @Test func `the feed tells its lag, and what is in no period`() throws {
    var report = SampleNight.report()
    report.feed = FeedHealth(
      gaps: [], lagSeconds: 5_400, silentTenants: [], silentTenantCount: 0, untimed: 0, ahead: 3)
    #expect(
      try text(report).contains(
        """
        Health of the feed
        The last record came 1 h 30 min before the end.
        3 records more than a day ahead of now, left out.
        Ledger
        """))
    report.feed.lagSeconds = nil
    report.feed.ahead = 0
    #expect(
      try text(report).contains(
        "Health of the feed\nNo gap, no lag, no silent tenant; every record has a time."))
  }

  @Test func `the rest of many methods is their exact sum`() throws {
    var report = SampleNight.report()
    report.methods = (0..<33).map {
      MethodLine(method: .named("m\($0)"), attempts: 100, failures: $0)
    }
    #expect(
      try text(report).contains(
        "m29\n100\n29\n29.0%\n–\n–\n3 other methods\n300\n93\n31.0%\n–\n–"))
  }
}
