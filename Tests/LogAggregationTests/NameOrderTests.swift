import LogAggregation
import LogModel
import Testing

struct NameOrderTests {
  private func names(_ tenants: [String?], wanted: (Int) -> Bool = { _ in true }) -> [Name] {
    let plan = CountingPlan(windows: .seconds(300), keys: [.tenant], now: EventTime(seconds: 0))
    var aggregate = PartialAggregate(plan: plan, seed: 5)
    let batch = EventBatch(tenants.map { SampleRecord(0, tenant: $0) })
    aggregate.add(batch, events: batch.events.indices, source: 0, firstLine: 1)
    let table = aggregate.tenantNames
    let order = NameOrder(of: table, where: (0..<table.count).map(wanted))
    return order.numbers.map(table.name)
  }

  @Test
  func `names stand in the order of their bytes`() {
    let sorted = ["", "A", "a", "a\u{0}", "aa", "globex-eu", "globex-eu-2", "\u{e9}", "\u{1f600}"]
    #expect(names(sorted.dropFirst().reversed()) == [.unknown] + sorted.dropFirst().map(Name.named))
  }

  @Test
  func `the unknown name stands where its sign stands, before a name that is that sign`() {
    #expect(
      names(["a", "-", nil, "!", "--"])
        == [.named("!"), .unknown, .named("-"), .named("--"), .named("a")])
  }

  @Test
  func `only the names that are wanted are ordered`() {
    #expect(names(["c", "b", "a"]) { $0 == 1 || $0 == 3 } == [.named("a"), .named("c")])
  }
}
