import LogAggregation
import LogModel
import Testing

struct NameTableTests {
  /// The tenants of an aggregate that counted one error of each.
  private func tenants(_ names: [[UInt8]]) -> [String: Int] {
    let plan = CountingPlan(
      windows: .seconds(300), keys: [.tenant], now: EventTime(seconds: 0))
    var aggregate = PartialAggregate(plan: plan, seed: 5)
    let batch = EventBatch(
      names.map { name in
        var record = SampleRecord(0)
        record.tenant = name
        return record
      })
    aggregate.add(batch, events: batch.events.indices, source: 0, firstLine: 1)
    var counts: [String: Int] = [:]
    for row in Table(of: aggregate).rows {
      counts[String(decoding: row.key.tenant ?? [], as: UTF8.self)] = row.count
    }
    return counts
  }

  @Test
  func `a name of 1 KiB is kept as it is`() {
    let name = String(repeating: "x", count: 1_024)
    #expect(tenants([Array(name.utf8)]) == [name: 1])
  }

  @Test
  func `a longer name becomes 200 bytes, its length and its hash`() {
    let name = Array(String(repeating: "x", count: 1_025).utf8)
    let start = String(repeating: "x", count: 200)
    #expect(tenants([name, name]) == ["\(start)\u{2026}#1025:2883c0beebd1876b": 2])
  }

  @Test
  func `a long name is never cut inside a character`() {
    let name = String(repeating: "x", count: 199) + String(repeating: "\u{e9}", count: 500)
    let start = String(repeating: "x", count: 199)
    #expect(tenants([Array(name.utf8)]) == ["\(start)\u{2026}#1199:2617fa122582f139": 1])
  }

  @Test
  func `long names that differ in their last byte stay apart`() {
    let names = (UInt8(0)..<100).map { Array(repeating: UInt8(ascii: "y"), count: 65_536) + [$0] }
    #expect(tenants(names).count == 100)
  }

  @Test
  func `ten thousand names of any length are found again`() {
    let names = (0..<10_000).map { Array(String($0 * $0 * 7_919).utf8) }
    #expect(tenants(names + names).values.allSatisfy { $0 == 2 })
    #expect(tenants(names).count == 10_000)
  }
}
