import LogAggregation
import LogModel

extension ReportBuilder {
  /// The rows of a report before it is chosen which are told.
  struct Rows {
    private let aggregate: PartialAggregate
    private let selection: RowSelection
    private let axes: Axes
    private let windows: TumblingWindows
    private let rollup: Rollup
    /// By the place of a row's window on its axis.
    private let bounds: [Range<Int64>?]
    /// By the place of the row in the standard order; empty when no row has one.
    private let flags: [Severity?]

    init(of aggregate: PartialAggregate, judged: Judged?, by builder: ReportBuilder) {
      self.aggregate = aggregate
      selection = builder.selection
      let axes = builder.axes(of: aggregate)
      let rollup = Rollup(
        of: aggregate, windows: axes.windows, tenants: axes.tenants, codes: axes.codes,
        methods: axes.methods)
      let windows = builder.windows(of: aggregate.countingPlan)
      let bounds = axes.windowIndices.map { index in
        index.map { windows.start(of: $0)..<windows.end(of: $0) }
      }
      self.windows = windows
      if let judged, !judged.alerts.isEmpty {
        let all = Flags(judged, axes: axes)
        let hasWindows = builder.selection.by.contains(.window)
        flags = (0..<rollup.count).map { number in
          let row = rollup[number]
          let window = bounds[Int(row.window)]
          // No rule speaks of records without a time.
          return hasWindows && window == nil
            ? nil : all.worst(tenant: row.tenant, code: row.code, window: window)
        }
      } else {
        flags = []
      }
      self.axes = axes
      self.rollup = rollup
      self.bounds = bounds
    }

    /// The rows to be told, in the order to be told, the row of the rest last.
    func told(sources: [SourceSummary], names: inout NameList) -> ToldRows {
      let (shown, rest) = chosen()
      let histories = Histories(
        of: rollup, shown: shown, windowIndices: axes.windowIndices,
        windows: windows, now: aggregate.countingPlan.now)
      let labels = RowLabels(of: shown, in: rollup, by: selection, axes: axes, names: &names)
      return ToldRows(
        rollup: rollup, shown: shown, bounds: bounds, flags: flags, labels: labels,
        histories: histories, sources: sources,
        rest: rowOfRest(rest, sources: sources, names: &names))
    }

    /// The rows that are told, in order, and those that become one.
    private func chosen() -> (shown: [UInt32], rest: [UInt32]) {
      let all = (0..<rollup.count).map { UInt32($0) }
      guard let top = selection.top, top < all.count else {
        return (selection.sort.map { sorted(all, by: $0) } ?? all, [])
      }
      let best = sorted(all, by: selection.sort ?? .count)
      let shown = Array(best.prefix(max(top, 0)))
      return (selection.sort == nil ? shown.sorted() : shown, Array(best.dropFirst(shown.count)))
    }

    /// Sorts numbers that are in the standard order.
    private func sorted(_ numbers: [UInt32], by order: RowOrder) -> [UInt32] {
      guard order != .time else { return numbers }
      let keys = numbers.map { (measure: measure(of: Int($0), for: order), number: $0) }
      return keys.sorted { left, right in
        left.measure != right.measure
          ? left.measure > right.measure : left.number < right.number
      }.map(\.number)
    }

    /// A number that is greater for rows that come first.
    private func measure(of number: Int, for order: RowOrder) -> UInt64 {
      switch order {
      case .time: 0
      case .count: UInt64(rollup.store.records(at: rollup.cell(ofRow: number)))
      case .users: UInt64(rollup.store.userCount(at: rollup.cell(ofRow: number))?.count ?? 0)
      // The bits of doubles that are not negative are ordered as they are.
      case .share: share(of: number).bitPattern
      case .level:
        switch axes.codeClasses[Int(rollup[number].code)].level {
        case .unrecoverable: 3
        case .unknown: 2
        case .recoverable: 1
        case nil: 0
        }
      case .flag: flag(of: number).map { UInt64($0.rawValue) + 1 } ?? 0
      }
    }

    private func flag(of number: Int) -> Severity? { flags.isEmpty ? nil : flags[number] }

    private func share(of number: Int) -> Double {
      let row = rollup[number]
      return ReportBuilder.share(rollup.store.records(at: row.cell), of: row.total)
    }

    /// The rows that are not shown and the errors that found no room, in one; nil without any.
    private func rowOfRest(
      _ numbers: [UInt32], sources: [SourceSummary], names: inout NameList
    ) -> ReportRow? {
      var store = CellStore(keepsExamples: aggregate.countingPlan.keepsExamples)
      store.append()
      for number in numbers {
        store.merge(at: 0, with: rollup.store, at: rollup.cell(ofRow: Int(number)))
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
        flag: numbers.compactMap { flag(of: Int($0)) }.max(),
        example: ReportBuilder.location(of: store.example(at: 0), in: sources))
    }
  }

  static func location(of place: RecordPlace?, in sources: [SourceSummary]) -> SourceLocation? {
    guard let place, sources.indices.contains(Int(place.source)) else { return nil }
    return SourceLocation(file: sources[Int(place.source)].name, line: place.line)
  }

  static func share(_ count: Int, of total: Int) -> Double {
    total == 0 ? 0 : Double(count) / Double(total)
  }
}
