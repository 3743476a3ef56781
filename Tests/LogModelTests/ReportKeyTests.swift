import LogModel
import Testing

struct ReportKeyTests {
  @Test func `keys stand in the order of the columns`() {
    #expect(
      ReportKey.allCases.shuffled().sorted().flatMap(\.columns) == [
        "window_start", "window_end", "tenant", "code", "kind", "level", "category", "method",
      ])
  }

  @Test func `the standard keys are the ones of the plain CSV`() {
    #expect(ReportKey.standard.map(\.name) == ["window", "tenant", "code", "kind", "level"])
  }
}
