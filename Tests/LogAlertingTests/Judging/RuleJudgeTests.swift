import LogAlerting
import LogModel
import LogTestSupport
import Testing

struct RuleJudgeTests {
  /// A table of one series, window by window; -1 leaves a window out.
  private func table(
    _ counts: [Int], users: [Int]? = nil, records: Int? = nil, windowSeconds: Int64 = 300
  ) -> MeasureTable {
    var table = MeasureTable(windowSeconds: windowSeconds)
    table.append(SeriesKey([.init(key: .tenant, text: Array("acme".utf8))]))
    for (window, count) in counts.enumerated() where count > 0 {
      table.append(
        Measure(
          series: 0, window: Int64(window), count: count, users: users?[window], records: records))
    }
    return table
  }

  private func rule(
    _ warning: [RuleCondition], _ critical: [RuleCondition] = [], wait: Int64 = 0,
    keep: Int64 = 300
  ) -> Rule {
    Rule(
      name: "r", kind: .threshold(RuleThresholds(warning: warning, critical: critical)),
      windowSeconds: 300, forSeconds: wait, keepFiringSeconds: keep)
  }

  private func count(_ least: UInt) -> RuleCondition {
    RuleCondition(metric: .count, atLeast: DecimalThreshold(numerator: least))
  }

  /// The letter of the severity in every window: `w`, `c`, or a point.
  private func letters(
    _ rule: Rule, _ table: MeasureTable, closedBefore: Int64 = .max, silences: [Silence] = []
  ) -> String {
    let end = (table.measures.map(\.window).max() ?? 0) + 1
    let scope = JudgingScope(stretches: [0..<end * 300], closedBefore: closedBefore)
    let set = RuleSet(rules: [rule], silences: silences)
    let alerts = RuleJudge(set).alerts(for: [table], scope: scope).alerts
    return (0..<end).map { window in
      let severities = alerts.filter { $0.seconds.lowerBound == window * 300 }.map(\.severity)
      return severities.max().map { $0 == .critical ? "c" : "w" } ?? "."
    }.joined()
  }

  @Test func `a threshold fires where it is reached, with the worst severity`() {
    #expect(letters(rule([count(5)], [count(9)]), table([4, 5, 8, 9, 1])) == ".wwc.")
  }

  @Test(arguments: [
    (0, "wwwww.ww"), (300, ".wwww..w"), (600, "..www..."), (1_200, "....w..."), (1_500, "........"),
  ])
  func `a rule with "for" fires once it has held so long`(seconds: Int64, expected: String) {
    #expect(letters(rule([count(1)], wait: seconds), table([1, 1, 1, 1, 1, 0, 1, 1])) == expected)
  }

  @Test func `a gap shorter than keep_firing need not wait again`() {
    let counts = [1, 1, 0, 1, 0, 0, 1, 1]
    #expect(letters(rule([count(1)], wait: 300, keep: 300), table(counts)) == ".w.....w")
    #expect(letters(rule([count(1)], wait: 300, keep: 600), table(counts)) == ".w.w...w")
    #expect(letters(rule([count(1)], wait: 300, keep: 900), table(counts)) == ".w.w..ww")
  }

  @Test func `what holds as critical counts for the wait of the warning`() {
    #expect(
      letters(rule([count(1)], [count(5)], wait: 300), table([5, 1, 5, 5])) == ".wwc")
  }

  @Test func `a share waits until its window closes, counts do not`() {
    let share = RuleCondition(
      metric: .share, atLeast: DecimalThreshold(numerator: 5, denominator: 10))
    let counts = table([5, 5], records: 10)
    #expect(letters(rule([share]), counts) == "ww")
    #expect(letters(rule([share]), counts, closedBefore: 300) == "w.")
    #expect(letters(rule([count(5)]), counts, closedBefore: 300) == "ww")
    #expect(letters(rule([count(5)], [share, count(5)]), counts, closedBefore: 599) == "cw")
  }

  @Test func `a silence holds back what falls into it, by tenant and minute`() {
    func silence(_ tenant: String, _ range: Range<Int64>) -> Silence {
      Silence(
        match: RuleMatch([.tenant: PatternList(included: [NamePattern(tenant)])]),
        span: .once(from: range.lowerBound, until: range.upperBound))
    }
    let counts = table([1, 1, 1])
    #expect(letters(rule([count(1)]), counts, silences: [silence("ac*", 300..<301)]) == "w.w")
    #expect(letters(rule([count(1)]), counts, silences: [silence("ac*", 240..<660)]) == "...")
    #expect(letters(rule([count(1)]), counts, silences: [silence("beta", 0..<900)]) == "www")
  }

  @Test func `a tenant that fell silent is told until it logs again, but not where the log ends`() {
    let rule = Rule(
      name: "r", kind: .flatline(FlatlinePolicy(severity: .warning, learnSeconds: 600)),
      by: [.tenant], windowSeconds: 300)
    func windows(_ counts: [Int], until end: Int64) -> [Int64] {
      let scope = JudgingScope(stretches: [0..<end], baseSeconds: 300)
      return RuleJudge(RuleSet(rules: [rule])).alerts(for: [table(counts)], scope: scope).alerts
        .map { $0.seconds.lowerBound / 300 }
    }
    #expect(windows([3, 3, 0, 0, 3, 0, 3, 3, 0], until: 2_700) == [2, 3])
    #expect(windows([3, 3, 0, 0], until: 1_500) == [2, 3])
    #expect(windows([3, 3], until: 900) == [])
    #expect(windows([0, 3, 0, 0], until: 1_500) == [])
  }

  @Test func `a code is new after a time without it, once the log is as long`() {
    let rule = Rule(
      name: "r",
      kind: .newCode(NewCodePolicy(severity: .warning, learnSeconds: 900, minCount: 2)),
      windowSeconds: 300)
    func windows(_ counts: [Int]) -> [Int64] {
      let scope = JudgingScope(stretches: [0..<Int64(counts.count) * 300])
      return RuleJudge(RuleSet(rules: [rule])).alerts(for: [table(counts)], scope: scope).alerts
        .map { $0.seconds.lowerBound / 300 }
    }
    #expect(windows([0, 0, 2, 0, 0, 0, 2, 2, 0, 0, 0, 1]) == [6])
    #expect(windows([0, 0, 0, 2, 0, 0, 2]) == [3])
  }

  @Test func `a spike is told with its forecast and its gates`() throws {
    let rule = Rule(
      name: "r", kind: .spike(SpikePolicy(severity: .critical)), windowSeconds: 300)
    let counts = Array(repeating: 1, count: 100) + [60, 1]
    let scope = JudgingScope(stretches: [0..<Int64(counts.count) * 300])
    let alerts = RuleJudge(RuleSet(rules: [rule])).alerts(
      for: [table(counts, users: counts)], scope: scope
    ).alerts
    let alert = try #require(alerts.first)
    #expect(alerts.count == 1)
    #expect(alert.seconds == 30_000..<30_300)
    #expect(alert.count == 60 && alert.users == 60 && alert.severity == .critical)
    #expect(alert.gates.map(\.name) == [.count, .users, .large, .significant])
    #expect(alert.gates.map(\.passed) == [true, true, true, true])
    #expect(alert.forecast?.expected == 1)
  }

  @Test func `no forged time of long ago becomes the beginning of a history`() {
    let rule = Rule(
      name: "r", kind: .spike(SpikePolicy(severity: .critical)), windowSeconds: 300)
    var table = MeasureTable(windowSeconds: 300)
    table.append(SeriesKey())
    table.append(Measure(series: 0, window: 0, count: 1))
    for window in 0..<30 as Range<Int64> {
      table.append(Measure(series: 0, window: 1_000_000 + window, count: 20))
    }
    let scope = JudgingScope(stretches: [0..<300, 300_000_000..<300_009_000])
    #expect(RuleJudge(RuleSet(rules: [rule])).alerts(for: [table], scope: scope).alerts.isEmpty)
  }

  @Test func `no window below the least count is asked for when it cannot fire`() {
    let users = RuleCondition(metric: .users, atLeast: DecimalThreshold(numerator: 7))
    let share = RuleCondition(
      metric: .share, atLeast: DecimalThreshold(numerator: 1, denominator: 2))
    let set = RuleSet(rules: [
      rule([count(5), users], [count(50)]), rule([share]),
      rule([
        RuleCondition(metric: .count, atLeast: DecimalThreshold(numerator: 25, denominator: 10))
      ]),
    ])
    #expect(RuleJudge(set).requests().map(\.minCount) == [7, 1, 3])
    #expect(RuleJudge(set).requests().map(\.needsUsers) == [true, false, false])
    #expect(RuleJudge(set).requests().map(\.needsRecords) == [false, true, false])
  }
}
