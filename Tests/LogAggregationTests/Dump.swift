import LogAggregation
import LogModel

/// Everything that can be seen of an aggregate, as lines of text that do not depend on its insides.
struct Dump: Equatable {
  var ledger: RecordLedger
  var first: EventTime?
  var last: EventTime?
  var clock: EventTime?
  var tenantCount: Int
  var rows: [String]
  /// Records by window and method.
  var attempts: [String]
  /// By request.
  var measures: [[String]]

  init(_ aggregate: PartialAggregate) {
    ledger = aggregate.records
    first = aggregate.first
    last = aggregate.last
    clock = aggregate.clock
    tenantCount = aggregate.tenantsWithErrors.dropFirst().count { $0 }
    let table = Table(of: aggregate)
    rows = table.rows.map(\.text).sorted()
    var attempts: [String] = []
    aggregate.forEachAttempt { start, isAhead, method, count in
      attempts.append(
        ReferenceCount.Attempt(
          start: start, isAhead: isAhead, method: Table.bytes(method, in: aggregate.methodNames)
        ).text(count))
    }
    self.attempts = attempts.sorted()
    measures = MeasureIndex(of: aggregate).tables.map { table in
      table.measures.map { measure in
        let key = table.series[measure.series]
        return ReferenceMeasures.describe(
          key.parts.map(\.key), key.parts.map(\.text), window: measure.window,
          count: measure.count, users: measure.users, perUser: measure.perUser,
          records: measure.records)
      }.sorted()
    }
  }

  init(_ reference: ReferenceCount) {
    ledger = reference.ledger
    first = reference.times.min()
    last = reference.times.max()
    let fiveMinutesAhead = EventTime(seconds: reference.plan.now.seconds + 300)
    clock = reference.times.filter { $0 <= fiveMinutesAhead }.max()
    tenantCount = reference.tenants.count
    let requests = (SampleRequest.all + [.ofMethods]).filter { sample in
      reference.plan.requests.contains(sample.request)
    }
    attempts = reference.attempts.map { $0.key.text($0.value) }.sorted()
    measures = ReferenceMeasures.lines(of: reference.judged, requests: requests)
    rows = reference.cells.map { key, cell in
      var total = key
      (total.code, total.kind, total.method) = (nil, nil, nil)
      let earliest = cell.places.min { left, right in
        switch (left.time, right.time) {
        case (let first?, let second?): (first, left.line) < (second, right.line)
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): left.line < right.line
        }
      }
      return Table.Row(
        key: key, count: cell.count, total: reference.totals[total] ?? 0,
        users: cell.users.isEmpty ? nil : cell.users.count, first: cell.times.min(),
        last: cell.times.max(), line: reference.plan.keepsExamples ? earliest?.line : nil
      ).text
    }.sorted()
  }
}

/// The cells of an aggregate under their full names.
struct Table {
  struct Row {
    var key: ReferenceCount.Key
    var count: Int
    var total: Int
    var users: Int?
    var first: EventTime?
    var last: EventTime?
    var line: Int?

    var text: String { String(describing: self) }
  }

  var rows: [Row] = []

  init(of aggregate: PartialAggregate) {
    let plan = aggregate.countingPlan
    let indices = aggregate.windowIndices
    let distinct = Set(indices.compactMap { $0 }).sorted()
    let windows = RollupAxis(
      ranks: indices.map { index in
        index.flatMap { distinct.firstIndex(of: $0) }.map { UInt32($0 + 1) } ?? 0
      }, isChosen: indices.map { _ in true })
    let rollup = Rollup(
      of: aggregate, windows: windows, tenants: Table.axis(of: aggregate.tenantNames),
      codes: Table.axis(of: aggregate.codeNames), methods: Table.axis(of: aggregate.methodNames))
    for row in (0..<rollup.count).map({ rollup[$0] }) {
      var key = ReferenceCount.Key()
      key.window = row.window == 0 ? nil : distinct[Int(row.window) - 1]
      key.tenant = Table.bytes(Int(row.tenant), in: aggregate.tenantNames)
      if plan.keeps(.code) {
        key.code = Table.bytes(Int(row.code), in: aggregate.codeNames)
        key.kind = CodeKind(rawValue: aggregate.codeNames.tag(of: Int(row.code)))
      }
      key.method = Table.bytes(Int(row.method), in: aggregate.methodNames)
      rows.append(
        Row(
          key: key, count: rollup.store.records(at: row.cell), total: row.total,
          users: rollup.store.userCount(at: row.cell)?.count,
          first: rollup.store.first(at: row.cell), last: rollup.store.last(at: row.cell),
          line: rollup.store.example(at: row.cell)?.line))
    }
  }

  static func bytes(_ number: Int, in table: NameTable) -> [UInt8]? {
    number == 0 ? nil : Array(table.bytes(of: number))
  }

  /// Every name stands for itself.
  static func axis(of table: NameTable) -> RollupAxis {
    RollupAxis(
      ranks: (0..<table.count).map { UInt32($0) },
      isChosen: Array(repeating: true, count: table.count))
  }
}
