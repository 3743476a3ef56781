import LogAggregation
import LogModel
import LogTestSupport
import Testing

struct PartialAggregateTests {
  static let now: Int64 = 1_773_475_200  // 2026-03-14T08:00:00Z

  /// Plans that keep different keys, windows and bounds, with rules whose windows the cells can or
  /// cannot serve.
  static let plans: [CountingPlan] = {
    let rules = SampleRequest.all.map(\.request)
    let withMethods = rules + [SampleRequest.ofMethods.request]
    let directory = CodeDirectory(entries: SampleRequest.entries)
    let time = EventTime(seconds: now)
    var plans = [
      CountingPlan(
        windows: .seconds(300), keys: [.window, .tenant, .code], now: time, keepsExamples: true,
        requests: rules, directory: directory),
      CountingPlan(
        windows: .seconds(420), keys: [.window, .tenant, .code, .method], now: time,
        requests: withMethods, directory: directory),
      CountingPlan(
        windows: .days(1, .utc), keys: [.window, .level], now: time, keepsExamples: true,
        requests: withMethods, directory: directory),
      CountingPlan(
        windows: .seconds(60), keys: [.tenant], now: time, requests: rules, directory: directory),
      CountingPlan(windows: .seconds(60), keys: [], now: time),
      CountingPlan(windows: .seconds(3_600), keys: [.window, .method], now: time),
    ]
    // What a state and a report count by.
    plans.append(
      CountingPlan(
        windows: .seconds(300), keys: [.window, .tenant, .code, .method], now: time,
        requests: rules, directory: directory))
    plans[plans.count - 1].countsAttempts = true
    var bounded = plans[0]
    bounded.since = EventTime(seconds: now - 3_600, nanoseconds: 1_000_000)
    plans.append(bounded)
    bounded.until = EventTime(seconds: now - 60)
    plans.append(bounded)
    return plans
  }()

  private func aggregate(
    _ records: [SampleRecord], plan: CountingPlan, seed: UInt64 = 1
  ) -> PartialAggregate {
    var aggregate = PartialAggregate(plan: plan, seed: seed)
    let batch = EventBatch(records)
    aggregate.add(batch, events: batch.events.indices, source: 0, firstLine: 1)
    return aggregate
  }

  private func merged(
    _ left: PartialAggregate, _ right: PartialAggregate
  ) -> PartialAggregate {
    var merged = left
    merged.merge(right)
    return merged
  }

  @Test(arguments: UInt64(0)..<16)
  func `counts agree with a plain reference`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let records = SampleRecord.random(count: 300, now: Self.now, using: &random)
    for plan in Self.plans {
      #expect(
        Dump(aggregate(records, plan: plan)) == Dump(ReferenceCount(records, plan: plan)))
    }
  }

  @Test(arguments: UInt64(0)..<16)
  func `cutting the records anywhere leaves the counts unchanged`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let records = SampleRecord.random(count: 200, now: Self.now, using: &random)
    let cuts = (0..<2).map { _ in Int.random(in: 0...records.count, using: &random) }.sorted()
    for plan in Self.plans {
      let whole = Dump(aggregate(records, plan: plan))
      let first = aggregate(Array(records[..<cuts[0]]), plan: plan, seed: 2)
      let second = aggregate(Array(records[cuts[0]..<cuts[1]]), plan: plan, seed: 3)
      let third = aggregate(Array(records[cuts[1]...]), plan: plan, seed: 4)
      #expect(Dump(merged(merged(first, second), third)) == whole)
      #expect(Dump(merged(first, merged(second, third))) == whole)
      #expect(Dump(merged(third, merged(second, first))) == whole)
      let nothing = PartialAggregate(plan: plan)
      #expect(Dump(merged(nothing, merged(first, merged(third, second)))) == whole)
      #expect(Dump(merged(merged(second, merged(nothing, third)), merged(first, nothing))) == whole)
    }
  }

  @Test(arguments: UInt64(0)..<8)
  func `the ledger balances`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let records = SampleRecord.random(count: 100, now: Self.now, using: &random)
    for plan in Self.plans {
      let ledger = aggregate(records, plan: plan).records
      #expect(ledger.balances)
      #expect(ledger.records == 100)
    }
  }

  @Test
  func `a record counts as the first of duplicate, filtered, other, error and normal`() {
    var plan = Self.plans[0]
    plan.since = EventTime(seconds: Self.now)
    let records = [
      SampleRecord(Self.now - 1, .duplicate), SampleRecord(Self.now - 1, .other),
      SampleRecord(nil, .error), SampleRecord(Self.now, .other), SampleRecord(Self.now, .error),
      SampleRecord(Self.now, .normal, tenant: nil),
    ]
    let ledger = aggregate(records, plan: plan).records
    #expect(ledger.duplicate == 1)
    #expect(ledger.filtered == 2)
    #expect(ledger.other == 1)
    #expect(ledger.error == 1)
    #expect(ledger.normal == 1)
    #expect(ledger.untimed == 0)
    #expect(ledger.untenanted == 1)
    #expect(ledger.coded == 2)
  }

  @Test
  func `first and last speak of every record, also of those that are not counted`() {
    var plan = Self.plans[0]
    plan.until = EventTime(seconds: Self.now)
    let aggregate = aggregate(
      [
        SampleRecord(Self.now - 5, .normal), SampleRecord(Self.now - 9, .duplicate),
        SampleRecord(Self.now + 7, nanoseconds: 250_000_000, .other), SampleRecord(nil),
      ], plan: plan)
    #expect(aggregate.first == EventTime(seconds: Self.now - 9))
    #expect(aggregate.last == EventTime(seconds: Self.now + 7, nanoseconds: 250_000_000))
  }

  @Test
  func `a record is ahead from the first instant after a day`() {
    let day = Self.now + 86_400
    let records = [
      SampleRecord(day), SampleRecord(day, nanoseconds: 1), SampleRecord(day + 1, .normal),
    ]
    let aggregate = aggregate(records, plan: Self.plans[0])
    #expect(aggregate.records.ahead == 2)
    let measures = MeasureIndex(of: aggregate).tables.map { $0.measures.map(\.count) }
    #expect(measures == [[1], [], [1], [1], [], [], [1], []])
    #expect(Table(of: aggregate).rows.map(\.count) == [2])
  }

  @Test(arguments: UInt64(0)..<8)
  func `past the limit totals stay exact and nothing more is kept apart`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let records = SampleRecord.random(count: 300, now: Self.now, using: &random)
    var plan = Self.plans[1]
    plan.maxGroups = 10
    plan.maxSums = seed % 2 == 0 ? 12 : 1 << 20
    let cut = Int.random(in: 0...300, using: &random)
    let merged = merged(
      aggregate(Array(records[..<cut]), plan: plan), aggregate(Array(records[cut...]), plan: plan))
    let reference = ReferenceCount(records, plan: plan)
    for folded in [aggregate(records, plan: plan), merged] {
      let rows = Table(of: folded).rows
      let rest = folded.foldedErrors
      #expect(folded.isFolded)
      #expect(rows.count <= 10)
      #expect(rest.count == 1)
      #expect(rows.reduce(rest.records(at: 0)) { $0 + $1.count } == reference.ledger.error)
      #expect(folded.records == reference.ledger)
      let times = rows.flatMap { [$0.first, $0.last] } + [rest.first(at: 0), rest.last(at: 0)]
      #expect(times.compactMap { $0 }.min() == reference.cells.values.flatMap(\.times).min())
      #expect(times.compactMap { $0 }.max() == reference.cells.values.flatMap(\.times).max())
      let users = reference.cells.values.reduce(into: Set()) { $0.formUnion($1.users) }
      #expect(folded.allUsers == UserCount(count: users.count, isEstimate: false))
    }
  }

  @Test
  func `as many groups as allowed are kept without folding`() {
    var plan = Self.plans[0]
    plan.maxGroups = 3
    let three = ["a", "b", "c"].map { SampleRecord(Self.now, tenant: $0) }
    let normal = ["d", "e"].map { SampleRecord(Self.now, .normal, tenant: $0) }
    #expect(!aggregate(three + normal, plan: plan).isFolded)
    #expect(aggregate(three + [SampleRecord(Self.now, tenant: "d")], plan: plan).isFolded)
  }

  @Test(arguments: [(1_024, 0), (100_000, 3_000)])
  func `users of a cell are exact to 1,024 and then within three in a hundred`(
    count: Int, tolerance: Int
  ) throws {
    let records = (0..<count).map { SampleRecord(Self.now, user: "auth0|\($0)") }
    let plan = Self.plans[0]
    let half = count / 2
    let whole = aggregate(records + records.prefix(half), plan: plan)
    let parts = merged(
      aggregate(Array(records[half...]), plan: plan), aggregate(Array(records[..<half]), plan: plan)
    )
    let users = try #require(Table(of: whole).rows.first?.users)
    #expect(abs(users - count) <= tolerance)
    #expect(Table(of: parts).rows.first?.users == users)
    #expect(parts.allUsers?.isEstimate == (tolerance > 0))
  }

  @Test
  func `users and windows past the limit of sums are told as folded`() {
    var plan = Self.plans[2]
    plan.requests = [MeasureRequest(windowSeconds: 3_600, needsPerUser: true)]
    plan.maxSums = 4
    plan.maxGroups = 4
    let records = (0..<5).map { SampleRecord(Self.now, user: "auth0|\($0)") }
    #expect(!aggregate(Array(records[..<4]), plan: plan).isFolded)
    #expect(aggregate(records, plan: plan).isFolded)
    let late = SampleRecord(Self.now + 3_600)
    #expect(!aggregate([records[0], late], plan: plan).isFolded)
    #expect(
      aggregate([records[0]] + (1..<5).map { SampleRecord(Self.now + $0 * 3_600) }, plan: plan)
        .isFolded)
  }

  @Test
  func `places of records are their source and line in it`() {
    let plan = Self.plans[0]
    let batch = EventBatch([
      SampleRecord(Self.now + 1, line: 1), SampleRecord(Self.now, line: 2),
      SampleRecord(Self.now, line: 7),
    ])
    var aggregate = PartialAggregate(plan: plan)
    aggregate.add(batch, events: 2..<3, source: 3, firstLine: 100)
    aggregate.add(batch, events: 0..<2, source: 4, firstLine: 1)
    let first = Table(of: aggregate).rows.first
    #expect(first?.count == 3)
    #expect(first?.line == 106)
  }
}
