import LogAlerting
import LogModel
import LogTestSupport
import Testing

struct IncidentGroupingTests {
  /// Windows of five minutes; alerts of the second rule go on over a gap of one window.
  static let rules = [
    Rule(name: "a", kind: .threshold(RuleThresholds()), windowSeconds: 300),
    Rule(
      name: "b", kind: .threshold(RuleThresholds()), windowSeconds: 300, keepFiringSeconds: 600),
    Rule(name: "c", kind: .threshold(RuleThresholds()), by: [.tenant], windowSeconds: 300),
  ]

  private static func alert(
    _ window: Int64, rule: Int = 0, tenant: String = "acme", code: String = "x", span: Int64 = 1
  ) -> Alert {
    var parts = [SeriesKey.Part(key: .tenant, text: Array(tenant.utf8))]
    if rule != 2 { parts.append(.init(key: .code, text: Array(code.utf8))) }
    return Alert(
      rule: rule, series: 0, key: SeriesKey(parts), severity: .warning,
      seconds: window * 300..<(window + span) * 300, count: 1)
  }

  private func groups(_ alerts: [Alert]) -> [[Int]] {
    IncidentGrouping(Self.rules).groups(of: alerts)
  }

  @Test func `adjacent windows of a series are one incident, and a gap makes two`() {
    #expect(groups([Self.alert(1), Self.alert(2), Self.alert(4)]) == [[0, 1], [2]])
  }

  @Test func `a gap shorter than keep_firing makes no new incident`() {
    #expect(groups([Self.alert(1, rule: 1), Self.alert(3, rule: 1)]) == [[0, 1]])
    #expect(groups([Self.alert(1, rule: 1), Self.alert(4, rule: 1)]) == [[0], [1]])
  }

  @Test func `one code over many tenants at the same time is one incident`() {
    let alerts = [
      Self.alert(1), Self.alert(1, tenant: "beta"), Self.alert(2, tenant: "beta"),
      Self.alert(2, tenant: "caro"), Self.alert(3, tenant: "dora"),
    ]
    // Dora's begins when the others have ended.
    #expect(groups(alerts) == [[0, 1, 2, 3], [4]])
  }

  @Test func `other codes are other incidents, and so are rules without a code`() {
    let alerts = [
      Self.alert(1), Self.alert(1, code: "y"), Self.alert(1, rule: 2),
      Self.alert(1, rule: 2, tenant: "beta"), Self.alert(1, rule: 1),
    ]
    #expect(groups(alerts) == [[2, 3], [0, 4], [1]])
  }

  /// The plainest way: join what belongs together until nothing changes.
  private func plainGroups(_ alerts: [Alert]) -> Set<Set<Int>> {
    func belong(_ one: Alert, _ other: Alert) -> Bool {
      let codes = (one.key.bytes(.code), other.key.bytes(.code))
      guard codes.0 == codes.1, codes.0 != nil || one.rule == other.rule else { return false }
      if one.seconds.overlaps(other.seconds) { return true }
      guard one.key.bytes(.tenant) == other.key.bytes(.tenant) else { return false }
      let gap = max(
        one.seconds.lowerBound - other.seconds.upperBound,
        other.seconds.lowerBound - one.seconds.upperBound)
      return gap <= 0
        || one.rule == other.rule && gap < Self.rules[one.rule].keepFiringSeconds
    }
    var group = Array(alerts.indices)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for left in alerts.indices {
        for right in alerts.indices
        where group[left] < group[right] && belong(alerts[left], alerts[right]) {
          group[right] = group[left]
          hasChanged = true
        }
        for right in alerts.indices
        where group[left] > group[right] && belong(alerts[left], alerts[right]) {
          group[left] = group[right]
          hasChanged = true
        }
      }
    }
    return Set(Dictionary(grouping: alerts.indices) { group[$0] }.values.map(Set.init))
  }

  @Test(arguments: UInt64(0)..<32)
  func `groups agree with a plain reference, in any order of alerts`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alerts = (0..<30).map { _ in
      Self.alert(
        Int64.random(in: 0..<20, using: &random), rule: Int.random(in: 0..<3, using: &random),
        tenant: ["acme", "beta", "caro"].randomElement(using: &random) ?? "",
        code: ["x", "y"].randomElement(using: &random) ?? "",
        span: [1, 1, 1, 3].randomElement(using: &random) ?? 1)
    }
    #expect(Set(groups(alerts).map(Set.init)) == plainGroups(alerts))
    let shuffled = alerts.shuffled(using: &random)
    #expect(
      Set(groups(shuffled).map { Set($0.map { shuffled[$0] }) })
        == Set(groups(alerts).map { Set($0.map { alerts[$0] }) }))
  }
}
