import LogAggregation
import LogModel

extension ReportBuilder {
  /// The rows that are told, as counts, from which each is made out when somebody looks at it.
  struct ToldRows: ReportRowSource {
    let rollup: Rollup
    /// Places in the standard order, in the order to be told.
    let shown: [UInt32]
    /// By the place of a row's window on its axis.
    let bounds: [Range<Int64>?]
    /// By the place of the row in the standard order; empty when no row has one.
    let flags: [Severity?]
    let labels: RowLabels
    let histories: Histories
    let sources: [SourceSummary]
    let rest: ReportRow?

    var count: Int { shown.count + (rest == nil ? 0 : 1) }

    func row(at index: Int) -> ReportRow {
      if index == shown.count, let rest { return rest }
      let number = Int(shown[index])
      let row = rollup[number]
      let label = labels.codes[Int(row.code)]
      let window = bounds[Int(row.window)]
      let count = rollup.store.records(at: row.cell)
      return ReportRow(
        windowStart: window?.lowerBound, windowEnd: window?.upperBound,
        tenant: labels.tenants[Int(row.tenant)], code: label.code, category: label.category,
        method: labels.methods[Int(row.method)], kind: label.kind, level: label.level,
        count: count, users: rollup.store.userCount(at: row.cell),
        share: ReportBuilder.share(count, of: row.total),
        firstSeen: rollup.store.first(at: row.cell), lastSeen: rollup.store.last(at: row.cell),
        flag: flags.isEmpty ? nil : flags[number],
        example: ReportBuilder.location(of: rollup.store.example(at: row.cell), in: sources),
        history: histories.history(of: row))
    }
  }

  /// What rows are called, by their places on the axes; of names those that some row shows.
  struct RowLabels {
    struct Code {
      var code = -1
      var category = -1
      var kind: CodeKind?
      var level: RecoveryLevel?
    }

    /// Indices in the names of the report; -1 where the axis is not among the keys.
    let tenants: [Int]
    let codes: [Code]
    let methods: [Int]

    init(
      of shown: [UInt32], in rollup: Rollup, by selection: RowSelection, axes: Axes,
      names: inout NameList
    ) {
      var tenants = Array(repeating: -1, count: axes.tenantNumbers.count)
      var methods = Array(repeating: -1, count: axes.methodNumbers.count)
      var codes: [Code?] = Array(repeating: nil, count: axes.codeClasses.count)
      let hasTenants = selection.by.contains(.tenant)
      let hasMethods = selection.by.contains(.method)
      for number in shown {
        let row = rollup[Int(number)]
        let (tenant, code, method) = (Int(row.tenant), Int(row.code), Int(row.method))
        if hasTenants, tenants[tenant] < 0 {
          tenants[tenant] = names.tenant(axes.tenantNumbers[tenant])
        }
        if hasMethods, methods[method] < 0 {
          methods[method] = names.method(axes.methodNumbers[method])
        }
        if codes[code] == nil {
          let shown = axes.codeClasses[code]
          codes[code] = Code(
            code: shown.code.map { names.code($0) } ?? -1,
            category: shown.category.map { names.category($0) } ?? -1, kind: shown.kind,
            level: shown.level)
        }
      }
      self.tenants = tenants
      self.codes = codes.map { $0 ?? Code() }
      self.methods = methods
    }
  }
}
