import LogModel

/// The sample night with a name of an attacker's choice wherever a log, a rule or a user gives one.
enum HostileNight {
  static let names =
    CheckFormatsTests.hostile + [
      "", " ", "a  b   c", "东京大学医学部附属病院東京大学医学部附属病院東京大学", "\u{5E9}\u{5DC}\u{5D5}\u{5DD}",
      "`code`", "``", "<script>alert(1)</script>", "[x](http://evil)", "@everyone", "a\tb\r\nc",
      "e\u{301}", "{{x}}", "\u{2066}a\u{2069}", "| --- |", "\u{FEFF}", "\\", "*#_~",
    ]

  static func report(name: String) -> NightlyReport {
    var report = SampleNight.report(tenant: name)
    let code = Name.named(name)
    let key = SeriesKey([.init(key: .code, text: Array(name.utf8))])
    report.rules = report.rules.map { rule in
      JudgingRule(
        name: name, kind: rule.kind, windowSeconds: rule.windowSeconds, runbook: name,
        warning: rule.warning, critical: rule.critical)
    }
    report.incidents[0].key = key
    report.incidents[0].rules = [0, 1]
    report.incidents[1].key = SeriesKey([.init(key: .tenant, text: Array(name.utf8))])
    for index in report.codes.indices { report.codes[index].code = code }
    for index in report.changes.indices {
      report.changes[index].code = code
      report.changes[index].tenants = Array(repeating: NamedCount(name: code, count: 9), count: 3)
    }
    for index in report.tenants.indices {
      report.tenants[index].tenant = code
      report.tenants[index].codes = Array(repeating: NamedCount(name: code, count: 9), count: 3)
    }
    for index in report.methods.indices { report.methods[index].method = code }
    report.feed.silentTenants[0].tenant = code
    report.table.sources[0].name = name
    report.table.sources[0].problem = .truncatedGzip(byteOffset: 7)
    report.table.names = [code, code]
    report.origin.command = "mfa-logstat report \(name)"
    report.origin.state = name
    return report
  }

  /// A report about nothing but so many tenants with one incident.
  static func report(incident: Incident, tenants: Int) -> NightlyReport {
    var incident = incident
    let first = incident.tenants[0]
    incident.tenants = (1...tenants).map { number in
      var tenant = first
      tenant.name = .named(number < 10 ? "tenant-0\(number)" : "tenant-\(number)")
      return tenant
    }
    return SampleNight.report(incidents: [incident])
  }
}
