import LogAggregation
import LogModel

extension ReportBuilder {
  /// The rows of a report on their way from counts to text.
  struct Rows {
    private let aggregate: PartialAggregate
    private let selection: RowSelection
    private let axes: Axes
    private let rollup: Rollup
    /// By the place of the row in the standard order, as are the arrays after it.
    private let windows: [Range<Int64>?]
    private let flags: [Severity?]
    private let users: [UserCount?]

    init(of aggregate: PartialAggregate, judged: Judged?, by builder: ReportBuilder) {
      self.aggregate = aggregate
      selection = builder.selection
      let axes = builder.axes(of: aggregate)
      let rollup = Rollup(
        of: aggregate, windows: axes.windows, tenants: axes.tenants, codes: axes.codes,
        methods: axes.methods)
      let counted = aggregate.countingPlan.windows
      let bounds = axes.windowIndices.map { index in
        index.map { counted.start(of: $0)..<counted.end(of: $0) }
      }
      windows = rollup.rows.map { bounds[Int($0.window)] }
      users = rollup.rows.map { rollup.store.userCount(at: $0.cell) }
      if let judged, !judged.alerts.isEmpty {
        let all = Flags(judged, axes: axes)
        let hasWindows = builder.selection.by.contains(.window)
        flags = zip(rollup.rows, windows).map { row, window in
          // No rule speaks of records without a time.
          hasWindows && window == nil
            ? nil : all.worst(tenant: row.tenant, code: row.code, window: window)
        }
      } else {
        flags = Array(repeating: nil, count: rollup.rows.count)
      }
      self.axes = axes
      self.rollup = rollup
    }

    /// The rows to be told, in the order to be told, the row of the rest last.
    func reportRows(sources: [SourceSummary], names: inout NameList) -> [ReportRow] {
      let (shown, rest) = chosen()
      let histories = Histories(
        of: rollup, shown: shown, windowIndices: axes.windowIndices,
        plan: aggregate.countingPlan)
      var rows: [ReportRow] = []
      rows.reserveCapacity(shown.count + 1)
      for number in shown {
        rows.append(row(number, history: histories, sources: sources, names: &names))
      }
      if let row = rowOfRest(rest, sources: sources, names: &names) { rows.append(row) }
      return rows
    }

    /// The rows that are told, in order, and those that become one.
    private func chosen() -> (shown: [Int], rest: [Int]) {
      let all = Array(rollup.rows.indices)
      guard let top = selection.top, top < all.count else {
        return (selection.sort.map { sorted(all, by: $0) } ?? all, [])
      }
      let best = sorted(all, by: selection.sort ?? .count)
      let shown = Array(best.prefix(max(top, 0)))
      return (selection.sort == nil ? shown.sorted() : shown, Array(best.dropFirst(shown.count)))
    }

    /// Sorts numbers that are in the standard order.
    private func sorted(_ numbers: [Int], by order: RowOrder) -> [Int] {
      guard order != .time else { return numbers }
      let keys = numbers.map { (measure: measure(of: $0, for: order), number: $0) }
      return keys.sorted { left, right in
        left.measure != right.measure
          ? left.measure > right.measure : left.number < right.number
      }.map(\.number)
    }

    /// A number that is greater for rows that come first.
    private func measure(of number: Int, for order: RowOrder) -> UInt64 {
      switch order {
      case .time: 0
      case .count: UInt64(rollup.store.records(at: rollup.rows[number].cell))
      case .users: UInt64(users[number]?.count ?? 0)
      // The bits of doubles that are not negative are ordered as they are.
      case .share: share(of: number).bitPattern
      case .level:
        switch axes.codeClasses[Int(rollup.rows[number].code)].level {
        case .unrecoverable: 3
        case .unknown: 2
        case .recoverable: 1
        case nil: 0
        }
      case .flag: flags[number].map { UInt64($0.rawValue) + 1 } ?? 0
      }
    }

    private func share(of number: Int) -> Double {
      let row = rollup.rows[number]
      return ReportBuilder.share(rollup.store.records(at: row.cell), of: row.total)
    }

    private func row(
      _ number: Int, history: Histories, sources: [SourceSummary], names: inout NameList
    ) -> ReportRow {
      let row = rollup.rows[number]
      let store = rollup.store
      let codeClass = axes.codeClasses[Int(row.code)]
      let by = selection.by
      return ReportRow(
        windowStart: windows[number]?.lowerBound, windowEnd: windows[number]?.upperBound,
        tenant: by.contains(.tenant) ? names.tenant(axes.tenantNumbers[Int(row.tenant)]) : -1,
        code: codeClass.code.map { names.code($0) } ?? -1,
        category: codeClass.category.map { names.category($0) } ?? -1,
        method: by.contains(.method) ? names.method(axes.methodNumbers[Int(row.method)]) : -1,
        kind: codeClass.kind, level: codeClass.level, count: store.records(at: row.cell),
        users: users[number], share: share(of: number), firstSeen: store.first(at: row.cell),
        lastSeen: store.last(at: row.cell), flag: flags[number],
        example: location(of: store.example(at: row.cell), in: sources),
        history: history.history(of: row))
    }

    /// The rows that are not shown and the errors that found no room, in one; nil without any.
    private func rowOfRest(
      _ numbers: [Int], sources: [SourceSummary], names: inout NameList
    ) -> ReportRow? {
      var store = CellStore(keepsExamples: aggregate.countingPlan.keepsExamples)
      store.append()
      for number in numbers {
        store.merge(at: 0, with: rollup.store, at: rollup.rows[number].cell)
      }
      // What found no room has lost its keys, so no filter can accept it.
      if selection.filters.isEmpty, aggregate.foldedErrors.count > 0 {
        store.merge(at: 0, with: aggregate.foldedErrors, at: 0)
      }
      guard store.records(at: 0) > 0 else { return nil }
      let total = aggregate.records.error + aggregate.records.normal
      let rest = names.rest()
      let by = selection.by
      return ReportRow(
        tenant: by.contains(.tenant) ? rest : -1, code: by.contains(.code) ? rest : -1,
        category: by.contains(.category) ? rest : -1, method: by.contains(.method) ? rest : -1,
        isOther: true, count: store.records(at: 0), users: store.userCount(at: 0),
        share: ReportBuilder.share(store.records(at: 0), of: total),
        firstSeen: store.first(at: 0), lastSeen: store.last(at: 0),
        flag: numbers.compactMap { flags[$0] }.max(),
        example: location(of: store.example(at: 0), in: sources))
    }

    private func location(of place: RecordPlace?, in sources: [SourceSummary]) -> SourceLocation? {
      guard let place, sources.indices.contains(Int(place.source)) else { return nil }
      return SourceLocation(file: sources[Int(place.source)].name, line: place.line)
    }
  }

  static func share(_ count: Int, of total: Int) -> Double {
    total == 0 ? 0 : Double(count) / Double(total)
  }
}
