import LogAlerting
import LogModel
import Testing

struct RuleCaseFileTests {
  /// 2026-01-05T00:00:00Z, where cases start unless they say otherwise.
  private static let monday: Int64 = 1_767_571_200

  private func place(_ line: Int, _ column: Int) -> RulePlace {
    RulePlace(file: "cases.yaml", line: line, column: column)
  }

  @Test func `a case says what is in the log and what must come of it`() {
    let file = RuleCaseFile.read(
      """
      version: 1
      rules: [builtin, own.yaml]
      cases:
        - name: many users
          start: 2026-02-01T10:00:00Z
          series: {tenant: [a, b], code: too_many_pn, method: push, window: 15m, errors: 1x2 0 7, normal: 9, users: 0}
          expect:
            - {rule: too_many_pn, severity: warning, tenant: a, code: too_many_pn, window: +15m}
            - {rule: spike, from: "10:15", until: 2026-02-01 11:00}
        - name: lines
          lines: |
            {"a":1}
            {"b":2}
          file: [x.log, y.log]
          expect: none
      """, file: "cases.yaml")
    #expect(file.faults == [])
    #expect(file.rules.map(\.name) == ["builtin", "own.yaml"])
    let start: Int64 = 1_769_940_000
    let expected: [ExpectedAlert] = file.cases.first?.expected ?? []
    #expect(expected.map(\.rule) == ["too_many_pn", "spike"])
    #expect(expected.map(\.span) == [start + 900..<start + 901, start + 900..<start + 3_600])
    #expect(expected.first?.severity == .warning)
    #expect(expected.last?.severity == nil)
    #expect(expected.first?.place == place(8, 16))
    let series = file.cases.first?.series.first
    #expect(series?.tenants == ["a", "b"])
    #expect(series?.start == start)
    #expect(series?.stepSeconds == 900)
    #expect(series?.errors == [1, 1, 0, 7])
    #expect(series?.normal == [9, 9, 9, 9])
    #expect(series?.users == 0)
    #expect(file.cases.last?.lines == "{\"a\":1}\n{\"b\":2}\n")
    #expect(file.cases.last?.files == ["x.log", "y.log"])
    #expect(file.cases.last?.expected == [])
  }

  @Test(arguments: [
    ("10x3 0 0 40", [10, 10, 10, 0, 0, 40]), ("7", [7]), ("0x2,1", [0, 0, 1]), ("1\n 2", [1, 2]),
  ])
  func `a series is a row of counts`(text: String, counts: [Int]) {
    #expect(SeriesNotation.counts(text) == counts)
  }

  @Test(arguments: [
    "", " ", "x", "x3", "3x", "3x0", "-1", "1.5", "1x2x3", "a", "1000001", "1x100001",
    "1000x1001", "99999999999999999999",
  ])
  func `what is none, or too long, is refused`(text: String) {
    #expect(SeriesNotation.counts(text) == nil)
  }

  @Test func `everything that is wrong with cases is told`() {
    let file = RuleCaseFile.read(
      """
      version: 1
      cases:
        - name: a
          expect: nothing
        - name: a
          series: {code: invalid_otp, errors: 1xx}
          expect: [{severity: bad}, {rule: r, window: soon}, {rule: r, from: +5m}]
        - series: {tenant: t, errors: 1}
        - {name: b, lines: [{"a": 1}], expect: none, wait: 5m}
      """, file: "cases.yaml")
    #expect(
      file.faults.map { "\($0.line):\($0.column)" } == [
        "3:5", "4:13", "5:11", "6:13", "6:41", "7:14", "7:25", "7:49", "7:56", "8:5", "8:5", "8:13",
        "9:23", "9:48",
      ])
  }

  @Test func `a rule that does not judge cannot be waited for`() {
    let file = RuleCaseFile.read(
      """
      version: 1
      cases:
        - {name: a, series: {tenant: t, normal: 1}, expect: [{rule: spikes}]}
      """, file: "cases.yaml")
    #expect(file.faults == [])
    let faults = file.faults(against: BuiltInRules.set)
    #expect(faults.map(\.line) == [3])
    #expect(faults.map(\.column) == [63])
    #expect(RuleCaseFileTests.monday == 1_767_571_200)
  }
}
