import LogAggregation
import LogModel
import LogTestSupport
import Testing

/// More tenants and windows than one digit of the sort can tell apart.
struct WideMeasureTests {
  @Test(arguments: [1, 3])
  func `series come by name and their windows by time`(jobs: Int) {
    let tenants = 2_500
    let start: Int64 = 1_773_475_200
    // Each tenant has three errors far apart, every one in a window of its own.
    var records = (0..<3 * tenants).map { number in
      SampleRecord(
        start + Int64(number) * 300, tenant: "tenant-\(10_000 + number % tenants)",
        user: "u\(number % 2)")
    }
    var random = SplitMix64(seed: 5)
    records.shuffle(using: &random)
    let plan = CountingPlan(
      windows: .seconds(300), keys: [.window, .tenant, .code],
      now: EventTime(seconds: start + 10_000_000),
      requests: [
        MeasureRequest(
          windowSeconds: 300, needsUsers: true, needsPerUser: true, needsRecords: true)
      ])
    var aggregate = PartialAggregate(plan: plan, seed: 1)
    let batch = EventBatch(records)
    aggregate.add(batch, events: batch.events.indices, source: 0, firstLine: 1)
    let table = MeasureIndex(of: aggregate, jobs: jobs).tables[0]
    let names = table.series.map { $0.bytes(.tenant).map { String(decoding: $0, as: UTF8.self) } }
    #expect(names == (0..<tenants).map { "tenant-\(10_000 + $0)" })
    let first = start / 300
    let expected = (0..<tenants).flatMap { tenant in
      (0..<3).map { round in
        Measure(
          series: tenant, window: first + Int64(round * tenants + tenant), count: 1, users: 1,
          perUser: 1, records: 1)
      }
    }
    #expect(table.measures == expected)
  }
}
