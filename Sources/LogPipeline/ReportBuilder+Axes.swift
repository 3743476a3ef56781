import LogAggregation
import LogModel

extension ReportBuilder {
  /// What a place on the axis of codes shows, as far as the rows are told apart by it.
  struct CodeClass: Hashable {
    /// The number of the code's name.
    var code: Int?
    var kind: CodeKind?
    var level: RecoveryLevel?
    /// Empty for codes that are not in the catalogue.
    var category: String?
  }

  /// The four axes of the rows, and what each place on them shows.
  struct Axes {
    let windows: RollupAxis
    let tenants: RollupAxis
    let codes: RollupAxis
    let methods: RollupAxis
    /// The window at each place; nil for records without a time.
    let windowIndices: [Int64?]
    /// The number of the name at each place.
    let tenantNumbers: [Int]
    let codeClasses: [CodeClass]
    let methodNumbers: [Int]
  }

  func axes(of aggregate: PartialAggregate) -> Axes {
    let (windows, windowIndices) = windowAxis(of: aggregate)
    let (tenants, tenantNumbers) = nameAxis(
      of: aggregate.tenantNames, key: .tenant, isUsed: aggregate.tenantsWithErrors)
    let (codes, codeClasses) = codeAxis(of: aggregate)
    let (methods, methodNumbers) = nameAxis(
      of: aggregate.methodNames, key: .method,
      isUsed: Array(repeating: true, count: aggregate.methodNames.count))
    return Axes(
      windows: windows, tenants: tenants, codes: codes, methods: methods,
      windowIndices: windowIndices, tenantNumbers: tenantNumbers, codeClasses: codeClasses,
      methodNumbers: methodNumbers)
  }

  private func accepts(_ text: ArraySlice<UInt8>, for key: ReportKey) -> Bool {
    selection.filters.allSatisfy { $0.key != key || $0.accepts(text) }
  }

  private func windowAxis(of aggregate: PartialAggregate) -> (RollupAxis, [Int64?]) {
    let counted = aggregate.countingPlan.windows
    let windows = windows(of: aggregate.countingPlan)
    var indices = aggregate.windowIndices
    var isTold = Array(repeating: true, count: indices.count)
    if let told {
      if let seconds = told.seconds {
        isTold = indices.map { $0.map { seconds.contains(counted.start(of: $0)) } ?? false }
      }
      indices = zip(indices, isTold).map { index, isTold in
        isTold ? index.map { windows.index(of: counted.start(of: $0)) } : nil
      }
    }
    let distinct = Set(indices.compactMap { $0 }).sorted()
    var rankOfIndex: [Int64: UInt32] = [:]
    for (rank, index) in distinct.enumerated() { rankOfIndex[index] = UInt32(rank + 1) }
    let isKey = selection.by.contains(.window)
    let isFiltered = selection.filters.contains { $0.key == .window }
    let axis = RollupAxis(
      ranks: zip(indices, isTold).map { index, isTold in
        guard isTold else { return RollupAxis.none }
        return isKey ? index.flatMap { rankOfIndex[$0] } ?? 0 : 0
      },
      isChosen: zip(indices, isTold).map { index, isTold in
        guard isFiltered, isTold else { return isTold }
        let start = index.map { EventTime(seconds: windows.start(of: $0)).description } ?? ""
        return accepts(Array(start.utf8)[...], for: .window)
      })
    return (axis, isKey ? [nil] + distinct : [nil])
  }

  private func nameAxis(
    of table: NameTable, key: ReportKey, isUsed: [Bool]
  ) -> (RollupAxis, [Int]) {
    let isUsed = isUsed + Array(repeating: false, count: table.count - isUsed.count)
    let isFiltered = selection.filters.contains { $0.key == key }
    let isChosen = isUsed.indices.map { number in
      isUsed[number]
        && (!isFiltered || accepts(ReportBuilder.text(of: number, in: table), for: key))
    }
    guard selection.by.contains(key) else {
      // Cells that were not told apart by it all bear number 0.
      let all = isFiltered ? isChosen : Array(repeating: true, count: table.count)
      return (RollupAxis(ranks: Array(repeating: 0, count: table.count), isChosen: all), [0])
    }
    let order = NameOrder(of: table, where: isUsed)
    var ranks = order.ranks
    for number in isUsed.indices where !isUsed[number] { ranks[number] = RollupAxis.none }
    return (RollupAxis(ranks: ranks, isChosen: isChosen), order.numbers)
  }

  private func codeAxis(of aggregate: PartialAggregate) -> (RollupAxis, [CodeClass]) {
    let table = aggregate.codeNames
    let order = NameOrder(of: table, where: Array(repeating: true, count: table.count))
    var isChosen = Array(repeating: true, count: table.count)
    let classes = (0..<table.count).map { number in
      let full = codeClass(of: number, in: aggregate)
      isChosen[number] = accepts(full, code: ReportBuilder.text(of: number, in: table))
      return CodeClass(
        code: selection.by.contains(.code) ? number : nil,
        kind: selection.by.contains(.kind) ? full.kind : nil,
        level: selection.by.contains(.level) ? full.level : nil,
        category: selection.by.contains(.category) ? full.category : nil)
    }
    let sorted = Set(classes).sorted { left, right in
      let places = [left, right].map { $0.code.map { order.ranks[$0] } ?? 0 }
      if places[0] != places[1] { return places[0] < places[1] }
      return ReportBuilder.texts(of: left).lexicographicallyPrecedes(
        ReportBuilder.texts(of: right)
      ) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    var rankOfClass: [CodeClass: UInt32] = [:]
    for (rank, codeClass) in sorted.enumerated() { rankOfClass[codeClass] = UInt32(rank) }
    return (
      RollupAxis(ranks: classes.map { rankOfClass[$0] ?? 0 }, isChosen: isChosen), sorted
    )
  }

  /// Everything about a code, whatever the keys are.
  private func codeClass(of number: Int, in aggregate: PartialAggregate) -> CodeClass {
    let table = aggregate.codeNames
    let index = aggregate.catalogueIndex(ofCode: number)
    let entry = entries.indices.contains(index) ? entries[index] : nil
    let override =
      levelOverrides.isEmpty ? nil : levelOverrides[Array(table.bytes(of: number))]
    return CodeClass(
      code: number,
      kind: number == 0 ? .other : CodeKind(rawValue: table.tag(of: number)) ?? .other,
      level: override ?? entry?.level ?? .unknown, category: entry?.category ?? "")
  }

  private func accepts(_ codeClass: CodeClass, code text: ArraySlice<UInt8>) -> Bool {
    let texts = ReportBuilder.texts(of: codeClass)
    return accepts(text, for: .code) && accepts(Array(texts[0].utf8)[...], for: .kind)
      && accepts(Array(texts[1].utf8)[...], for: .level)
      && accepts(Array(texts[2].utf8)[...], for: .category)
  }

  /// Kind, level and category as rows show them, in this order.
  private static func texts(of codeClass: CodeClass) -> [String] {
    [codeClass.kind?.name ?? "", codeClass.level?.name ?? "", codeClass.category ?? ""]
  }

  private static func text(of number: Int, in table: NameTable) -> ArraySlice<UInt8> {
    number == 0 ? [UInt8(ascii: "-")] : table.bytes(of: number)
  }
}
