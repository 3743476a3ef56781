import LogAlerting
import LogModel
import LogTestSupport
import Testing

struct LifeGroupingTests {
  /// Windows of five minutes; the second rule goes on for ten minutes, the third for no time at all.
  private static let rules: [Rule] = [
    .counting("a"), .counting("b", keep: 600),
    Rule(
      name: "c", kind: Rule.counting().kind, by: [.tenant], windowSeconds: 300,
      keepFiringSeconds: 0),
    .counting("d", windowSeconds: 900),
  ]
  /// How long each rule must not fire before what it found is over.
  private static let quietSeconds: [Int64] = [300, 600, 300, 900]

  private static func alerts(_ random: inout SplitMix64) -> [Alert] {
    (0..<24).map { _ in
      let rule = Int.random(in: 0..<4, using: &random)
      let tenant = ["acme", "beta", "caro"].randomElement(using: &random) ?? ""
      let code = ["x", "y"].randomElement(using: &random) ?? ""
      var parts = [SeriesKey.Part(key: .tenant, text: Array(tenant.utf8))]
      if rule != 2 { parts.append(.init(key: .code, text: Array(code.utf8))) }
      let length: Int64 = rule == 3 ? 900 : 300
      let start = Int64.random(in: 0..<60, using: &random) * length
      return Alert(
        rule: rule, series: 0, key: SeriesKey(parts), severity: .warning,
        seconds: start..<start + length, count: 1)
    }
  }

  /// The plainest way: join what overlaps until nothing changes.
  private static func plainGroups(_ alerts: [Alert]) -> Set<Set<Alert>> {
    func belong(_ one: Alert, _ other: Alert) -> Bool {
      let codes = (one.key.bytes(.code), other.key.bytes(.code))
      guard codes.0 == codes.1, codes.0 != nil || one.rule == other.rule else { return false }
      return one.seconds.lowerBound < other.seconds.upperBound + quietSeconds[other.rule]
        && other.seconds.lowerBound < one.seconds.upperBound + quietSeconds[one.rule]
    }
    var groups = alerts.map { Set([$0]) }
    var next = 0
    while next < groups.count {
      let joined = groups.indices.first { place in
        place > next
          && groups[next].contains { one in groups[place].contains { belong(one, $0) } }
      }
      if let joined {
        groups[next].formUnion(groups.remove(at: joined))
        next = 0
      } else {
        next += 1
      }
    }
    return Set(groups)
  }

  @Test(arguments: UInt64(0)..<24)
  func `groups agree with a plain reference, and every incident is in one`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alerts = Array(Set(Self.alerts(&random))).shuffled(using: &random)
    let end = Int.random(in: 0...alerts.count, using: &random)
    let (told, silenced) = (Array(alerts[..<end]), Array(alerts[end...]))
    let plain = Self.plainGroups(alerts)
    let groups = LifeGrouping(Self.rules).groups(of: told, silenced: silenced)
    #expect(
      Set(groups.map { Set($0.alerts.map { told[$0] }) }.filter { !$0.isEmpty })
        == Set(plain.map { $0.intersection(told) }.filter { !$0.isEmpty }))
    #expect(groups.map(\.life.clearsAt).sorted() == plain.map(Self.end).sorted())
    #expect(
      groups.map(\.life.silencedCount).sorted()
        == plain.map { $0.intersection(silenced).count }.sorted())
    for incident in IncidentGrouping(Self.rules).groups(of: alerts) {
      let parts = Set(incident.map { alerts[$0] })
      #expect(plain.contains { parts.isSubset(of: $0) })
    }
  }

  private static func end(of group: Set<Alert>) -> Int64 {
    group.map { $0.seconds.upperBound + quietSeconds[$0.rule] }.max() ?? 0
  }
}
