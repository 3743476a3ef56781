import LogModel
import LogReporting
import Testing

/// How much the page tells where there is much to tell, and that it is always the same.
struct NightlyHTMLExtentTests {
  private func text(_ report: NightlyReport) throws -> String {
    let tags = try #require(PageTag.all(in: PageFixture.page(report)))
    return tags.filter { $0.name != "style" }.map(\.text)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  @Test func `inputs with a problem come first`() throws {
    #expect(
      try text(CrowdedNight.report()).contains(
        """
        Problem
        tenant-409
        12,403
        1
        1,000
        truncated gzip at byte 12; what stands before was counted
        tenant-400
        """))
    #expect(
      try text(CrowdedNight.report()).contains(
        "And 10 more inputs with 124,030 lines and 10,000 bytes."))
  }

  @Test func `many incidents are told in full, in a line, and as a number`() throws {
    let incident = SampleNight.incident(tenant: .named("acme"))
    let text = try text(SampleNight.report(incidents: Array(repeating: incident, count: 125)))
    #expect(text.contains("120\ncritical") && !text.contains("121\ncritical"))
    #expect(text.contains("105 more incidents\nFurther incidents, the worst first"))
    #expect(text.contains("And 5 more incidents; the JSON output tells them all."))
  }

  @Test func `equal reports give equal bytes, whatever the terminal is like`() {
    let page = PageFixture.page(CrowdedNight.report())
    #expect(page == PageFixture.page(CrowdedNight.report()))
    let options = RenderOptions(width: 40, usesColor: true, isASCII: true, rawCells: true, jobs: 4)
    #expect(page == PageFixture.page(CrowdedNight.report(), options))
  }

  @Test func `the most crowded page is below a megabyte and ends in a line feed`() {
    let page = PageFixture.page(CrowdedNight.report { "\($0)" + String(repeating: "<", count: 80) })
    #expect(page.utf8.count < 1_048_576)
    #expect(page.hasSuffix("</html>\n"))
  }
}
