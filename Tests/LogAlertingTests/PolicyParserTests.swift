import LogAlerting
import LogModel
import Testing

struct PolicyParserTests {
  @Test func `info alone makes no rule`() throws {
    #expect(try PolicyParser.rules(in: "info", catalogueIndex: 0) == [])
  }

  @Test func `a rule has severity, conditions, window and its own text`() throws {
    let rules = try PolicyParser.rules(
      in: "info;warning:share>=0.10&count>=50/15m;critical:per_user>=1/90s", catalogueIndex: 7)
    #expect(
      rules == [
        ThresholdRule(
          catalogueIndex: 7, severity: .warning,
          conditions: [
            .init(metric: .share, atLeast: DecimalThreshold(numerator: 10, denominator: 100)),
            .init(metric: .count, atLeast: DecimalThreshold(numerator: 50)),
          ], windowSeconds: 900, text: "warning:share>=0.10&count>=50/15m"),
        ThresholdRule(
          catalogueIndex: 7, severity: .critical,
          conditions: [.init(metric: .perUser, atLeast: DecimalThreshold(numerator: 1))],
          windowSeconds: 90, text: "critical:per_user>=1/90s"),
      ])
  }

  @Test(arguments: [
    ("warning:count>=1", 900), ("warning:count>=1/1s", 1), ("warning:count>=1/5m", 300),
    ("warning:count>=1/1h", 3_600), ("warning:count>=1/23h", 82_800),
    ("warning:count>=1/86399s", 86_399),
  ])
  func `a window is seconds, minutes or hours; without one it is 15 minutes`(
    policy: String, seconds: Int64
  ) throws {
    #expect(
      try PolicyParser.rules(in: policy, catalogueIndex: 0).map(\.windowSeconds) == [seconds])
  }

  @Test func `a rule without a window is told with it`() throws {
    #expect(
      try PolicyParser.rules(in: "critical:users>=3", catalogueIndex: 0).map(\.text)
        == ["critical:users>=3/15m"])
  }

  @Test func `the whole of a share can be asked for`() throws {
    let rules = try PolicyParser.rules(in: "warning:share>=1.0", catalogueIndex: 0)
    #expect(rules[0].conditions[0].atLeast == DecimalThreshold(numerator: 10, denominator: 10))
  }

  @Test(arguments: [
    ("", PolicyError(.emptyRule, byteOffset: 0)),
    ("info;", PolicyError(.emptyRule, byteOffset: 5)),
    (";info", PolicyError(.emptyRule, byteOffset: 0)),
    ("info:count>=1", PolicyError(.conditionsAfterInfo, byteOffset: 4)),
    ("warn:count>=1", PolicyError(.unknownSeverity("warn"), byteOffset: 0)),
    ("Warning:count>=1", PolicyError(.unknownSeverity("Warning"), byteOffset: 0)),
    (" info", PolicyError(.unknownSeverity(" info"), byteOffset: 0)),
    (":count>=1", PolicyError(.unknownSeverity(""), byteOffset: 0)),
    ("info;critical", PolicyError(.missingConditions, byteOffset: 13)),
    ("critical/5m", PolicyError(.missingConditions, byteOffset: 8)),
    ("critical:", PolicyError(.unknownMetric(""), byteOffset: 9)),
    ("critical:counts>=1", PolicyError(.unknownMetric("counts"), byteOffset: 9)),
    ("critical:count>=1&", PolicyError(.unknownMetric(""), byteOffset: 18)),
    ("critical:count>1", PolicyError(.missingComparison, byteOffset: 14)),
    ("critical:count", PolicyError(.missingComparison, byteOffset: 14)),
    ("critical:count=1", PolicyError(.missingComparison, byteOffset: 14)),
    ("critical:count>=", PolicyError(.notANumber(""), byteOffset: 16)),
    ("critical:count>=-1", PolicyError(.notANumber("-1"), byteOffset: 16)),
    ("critical:count>=1e3", PolicyError(.notANumber("1e3"), byteOffset: 16)),
    ("critical:count>=1.", PolicyError(.notANumber("1."), byteOffset: 16)),
    ("critical:share>=.5", PolicyError(.notANumber(".5"), byteOffset: 16)),
    ("critical:count>=1234567890", PolicyError(.notANumber("1234567890"), byteOffset: 16)),
    ("critical:share>=0.0123456789", PolicyError(.notANumber("0.0123456789"), byteOffset: 16)),
    ("critical:count>=0", PolicyError(.notAWholeNumber("0"), byteOffset: 16)),
    ("critical:users>=1.5", PolicyError(.notAWholeNumber("1.5"), byteOffset: 16)),
    ("critical:share>=0", PolicyError(.notAShare("0"), byteOffset: 16)),
    ("critical:share>=1.01", PolicyError(.notAShare("1.01"), byteOffset: 16)),
    ("critical:share>=10%", PolicyError(.notANumber("10%"), byteOffset: 16)),
    (
      "critical:count>=1&count>=2", PolicyError(.repeatedMetric("count"), byteOffset: 18)
    ),
    ("critical:count>=1/", PolicyError(.notAWindow(""), byteOffset: 18)),
    ("critical:count>=1/5", PolicyError(.notAWindow("5"), byteOffset: 18)),
    ("critical:count>=1/5x", PolicyError(.notAWindow("5x"), byteOffset: 18)),
    ("critical:count>=1/0m", PolicyError(.notAWindow("0m"), byteOffset: 18)),
    ("critical:count>=1/1.5h", PolicyError(.notAWindow("1.5h"), byteOffset: 18)),
    ("critical:count>=1/24h", PolicyError(.notAWindow("24h"), byteOffset: 18)),
    ("critical:count>=1/1d", PolicyError(.notAWindow("1d"), byteOffset: 18)),
    ("critical:count>=1/5m/5m", PolicyError(.trailingText, byteOffset: 20)),
    ("critical:count>=1>2", PolicyError(.trailingText, byteOffset: 17)),
    ("info&", PolicyError(.conditionsAfterInfo, byteOffset: 4)),
  ])
  func `what is wrong is told with its place`(policy: String, error: PolicyError) {
    #expect(throws: error) { try PolicyParser.rules(in: policy, catalogueIndex: 0) }
  }

  @Test func `the policies of the whole catalogue can be read`() throws {
    var count = 0
    for (index, entry) in CodeCatalogue.entries.enumerated() {
      let rules = try PolicyParser.rules(in: entry.defaultPolicy, catalogueIndex: index)
      #expect(!rules.isEmpty, "\(entry.code)")
      // Every policy of the catalogue is written with its windows, so it is the sum of its rules.
      let parts = entry.defaultPolicy.split(separator: ";").filter { $0 != "info" }
      #expect(rules.map(\.text) == parts.map(String.init), "\(entry.code)")
      count += rules.count
    }
    #expect(count == 55)
  }
}
