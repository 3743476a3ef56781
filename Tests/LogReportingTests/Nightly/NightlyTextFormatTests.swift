import LogModel
import Testing

@testable import LogReporting

struct NightlyTextFormatTests {
  /// The whole output, as it reaches a mail.
  static func text(
    _ report: NightlyReport, isASCII: Bool = false, usesColor: Bool = false
  ) -> String {
    var bytes: [UInt8] = []
    var sink = TextSink { bytes += $0 }
    let options = RenderOptions(usesColor: usesColor, isASCII: isASCII)
    NightlyTextFormat().write(report, options: options, to: &sink)
    try? sink.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  private func text(
    _ report: NightlyReport, isASCII: Bool = false, usesColor: Bool = false
  ) -> String {
    Self.text(report, isASCII: isASCII, usesColor: usesColor)
  }

  @Test func `it is the default`() {
    #expect(NightlyFormats.names.first == "text")
  }

  @Test(arguments: HostileNight.names, [false, true])
  func `lines fit into a mail whatever a log holds`(name: String, isASCII: Bool) {
    for line in text(HostileNight.report(name: name), isASCII: isASCII).split(separator: "\n") {
      // An address and a command are not broken.
      let isLong = line.split(separator: " ").contains { DisplayWidth.of(String($0)) > 60 }
      #expect(DisplayWidth.of(String(line)) <= 72 || isLong, "\(line)")
      #expect(line.last != " ")
    }
  }

  @Test(arguments: HostileNight.names)
  func `nothing hidden and, if asked, nothing but ASCII reaches the reader`(name: String) {
    let report = HostileNight.report(name: name)
    let plain = text(report)
    #expect(!plain.unicodeScalars.contains { $0 != "\n" && $0.isHidden })
    let ascii = text(report, isASCII: true)
    #expect(ascii.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    #expect(text(report) == plain)
  }

  @Test(arguments: CodeCatalogue.entries, [1, 37])
  func `the first 600 characters say who must act on what`(entry: CatalogueEntry, tenants: Int) {
    var incident = SampleNight.incident(tenant: .named("x"))
    incident.key = SeriesKey([.init(key: .code, text: Array(entry.code.utf8))])
    let top = Self.top(text(HostileNight.report(incident: incident, tenants: tenants)))
    #expect(top.contains(" \(entry.code), \(entry.level.name) "))
    #expect(top.contains("tenant-01"))
    #expect(top.contains(tenants == 1 ? "where tenant-01 since" : "37 tenants: tenant-01, "))
    #expect(top.contains("since 08:05 - 09:20"))
    let who =
      switch entry.remedy {
      case .userRetry: "the user can try again"
      case .userAction: "the user must act"
      case .adminAction: "an administrator of the tenant must act"
      case .operatorAction: "the operator must act, with the provider"
      case .clientBug: "the developers of the client must act"
      }
    #expect(top.contains(who))
    #expect(top.contains("to do " + entry.advice.prefix(50)))
  }

  @Test(arguments: [1, 37])
  func `a silent tenant and an unknown code have somebody to act, too`(tenants: Int) {
    var report = HostileNight.report(
      incident: SampleNight.incident(tenant: .named("x")), tenants: tenants)
    report.incidents[0].key = SeriesKey([.init(key: .code, text: Array("E-4711".utf8))])
    let code = Self.top(text(report))
    #expect(code.contains("CRITICAL: E-4711 at tenant-01"))
    #expect(code.contains("who somebody who knows this code: it is not in the catalogue"))
    #expect(code.contains("to do Find out what writes this code"))
    report.incidents[0].key = SeriesKey([.init(key: .tenant, text: Array("tenant-01".utf8))])
    report.rules[0] = JudgingRule(
      name: "silence", kind: .flatline, windowSeconds: 3_600, runbook: nil, warning: "",
      critical: "")
    let silence = Self.top(text(report))
    #expect(silence.contains("CRITICAL: nothing logged at tenant-01"))
    #expect(silence.contains("since 08:05 - 09:20 (1 h 15 min)"))
    #expect(silence.contains("who whoever runs the tenant or sends its logs"))
    #expect(silence.contains("to do See whether users can still log in there"))
  }

  @Test func `an empty day is told kindly and without tables`() {
    let text = text(SampleNight.emptyReport())
    #expect(text.hasPrefix("OK: nothing was logged\n"))
    #expect(text.contains("\nNothing was logged in this period. "))
    for title in ["TENANTS", "CODES", "DELIVERY"] { #expect(!text.contains(title)) }
    #expect(text.contains("Nothing to compare with: the past is not known."))
  }

  @Test func `obstacles are told first when nothing else is wrong`() {
    var report = SampleNight.report(incidents: [])
    report.obstacles = [.dataDamaged, .noRules]
    let lines = text(report).split(separator: "\n")
    #expect(lines[0].hasPrefix("UNKNOWN: an input is damaged, cut or not what it should be"))
    #expect(lines[2].hasPrefix("Not all could be judged: an input is damaged"))
    report = SampleNight.report()
    report.obstacles = [.dataDamaged]
    let first = text(report).prefix { $0 != "\n" }
    #expect(first == "CRITICAL: too_many_pn_per_tenant at 2 tenants since 08:05; partly judged")
  }

  @Test func `past twenty incidents are counted`() {
    let one = SampleNight.spike(tenant: .named("acme"))
    let text = text(SampleNight.report(incidents: Array(repeating: one, count: 23)))
    #expect(text.contains("\nAnd 3 more incidents; see all with -o json.\n"))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("WARNING ") } == 20)
  }

  @Test func `colour adds nothing but colour`() {
    let coloured = text(SampleNight.report(), usesColor: true)
    #expect(coloured.contains("\u{1B}[1mWHAT CHANGED\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text(SampleNight.report()))
  }

  /// The first 600 characters with every stretch of blanks as one.
  private static func top(_ text: String) -> String {
    text.prefix(600).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
