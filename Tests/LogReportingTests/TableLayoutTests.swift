import LogModel
import LogReporting
import Testing

struct TableLayoutTests {
  private func lines(_ report: Report, width: Int) -> [String] {
    SampleReport.text(
      TableFormat(entries: []), report, RenderOptions(width: width)
    ).split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    (300, "WINDOW UTC TENANT CODE KIND LEVEL COUNT USERS SHARE FLAG TREND FIRST SEEN LAST SEEN"),
    (130, "WINDOW UTC TENANT CODE KIND LEVEL COUNT USERS SHARE FLAG TREND LAST SEEN"),
    (120, "WINDOW UTC TENANT CODE KIND LEVEL COUNT USERS SHARE FLAG TREND"),
    (110, "WINDOW UTC TENANT CODE LEVEL COUNT USERS SHARE FLAG TREND"),
    (102, "WINDOW UTC TENANT CODE LEVEL COUNT USERS SHARE FLAG TREND"),
    (101, "UTC TENANT CODE LEVEL COUNT USERS SHARE FLAG TREND"),
    (94, "UTC TENANT CODE LEVEL COUNT USERS SHARE FLAG"),
    (82, "UTC TENANT CODE LEVEL COUNT USERS FLAG"),
    (60, "UTC TENANT CODE LEVEL COUNT FLAG"),
  ])
  func `columns give way one after the other, the least telling first`(width: Int, head: String) {
    let line = lines(SampleReport.incident(), width: width).first { $0.contains("TENANT") }
    #expect(line?.split(separator: " ").joined(separator: " ") == head)
  }

  @Test func `a kind that is not told by a code stays`() {
    var report = SampleReport.incident()
    report.keys = [.kind]
    #expect(lines(report, width: 40).contains { $0.hasPrefix("KIND") })
  }

  @Test func `one long name takes room from names only as far as others need it`() throws {
    var report = SampleReport.incident()
    report.names[0] = .named(String(repeating: "x", count: 500))
    let wide = try #require(lines(report, width: 300).first { $0.hasPrefix("08:20") })
    // 60 columns for the name, cut in its middle; all other cells are whole.
    let start =
      "08:20       \(String(repeating: "x", count: 30))…\(String(repeating: "x", count: 29))"
    #expect(wide.hasPrefix(start + "  too_many_sms_per_tenant  guardian  unrecoverable  "))
    #expect(wide.hasSuffix("08:20:07    08:24:11"))
  }

  @Test(arguments: 50...130)
  func `no row is wider than the terminal`(width: Int) {
    for line in lines(SampleReport.incident(examples: true), width: width)
    where line.hasPrefix("08:") || line.hasPrefix("UTC") || line.hasPrefix("WINDOW") {
      #expect(DisplayWidth.of(line) <= width)
    }
  }
}
