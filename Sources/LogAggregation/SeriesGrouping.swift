import LogModel

/// The cells of the rules, told apart by some keys and sorted, so that one walk finds every window of
/// every series.
struct SeriesGrouping: Sendable {
  /// A cell, with what a walk looks at first.
  struct Entry: Sendable {
    let window: Int64
    let count: Int
    /// In `BaseCells.cells`.
    let place: UInt32
    let users: FewUsers
  }

  /// In the order of the columns.
  let by: [ReportKey]
  /// By series, then window.
  private(set) var entries: [Entry] = []
  /// The place of the tenant over that of the rest of the key, in the order of the keys; ascending.
  private(set) var series: [UInt64] = []
  /// Where the places of each series begin in `entries`, and the last of them end.
  private var starts: [Int] = [0]
  /// Whether no two codes are one series.
  let keepsCodesApart: Bool

  private let tenants: NameOrder?
  private let methods: NameOrder?
  /// For every code, the place of what series show of it in `classes`.
  private let classOfCode: [UInt32]
  private let classes: [SeriesKey]
  private let names: (tenants: NameTable, methods: NameTable)
  private var methodCount: UInt32 { UInt32(names.methods.count) }

  /// - Parameters:
  ///   - by: In the order of the columns.
  ///   - cells: The cells of all rules.
  ///   - isWanted: For every code, whether its cells have a part.
  ///   - aggregate: Where the cells are from.
  init(
    by: [ReportKey], cells: BaseCells, where isWanted: [Bool], of aggregate: PartialAggregate
  ) {
    self.by = by
    names = (aggregate.tenants, aggregate.methods)
    var isUsed = Array(repeating: false, count: aggregate.tenants.count)
    for cell in cells.cells where isWanted[Int(cell.code)] { isUsed[Int(cell.tenant)] = true }
    tenants = by.contains(.tenant) ? NameOrder(of: aggregate.tenants, where: isUsed) : nil
    methods =
      by.contains(.method)
      ? NameOrder(
        of: aggregate.methods, where: Array(repeating: true, count: aggregate.methods.count)) : nil
    (classOfCode, classes) = SeriesGrouping.classes(by: by, of: aggregate)
    keepsCodesApart = classes.count == classOfCode.count
    sort(cells.cells, where: isWanted)
  }

  /// Sorts the cells, in linear time, and finds where each series begins.
  private mutating func sort(_ cells: [BaseCells.Cell], where isWanted: [Bool]) {
    var keys: [RadixSort.Key] = []
    keys.reserveCapacity(cells.count)
    for (place, cell) in cells.enumerated() where isWanted[Int(cell.code)] {
      keys.append(
        RadixSort.Key(
          high: key(tenant: cell.tenant, code: cell.code, method: cell.method),
          low: cell.windowRank, number: UInt32(place)))
    }
    RadixSort.sort(&keys)
    entries.reserveCapacity(keys.count)
    for (index, key) in keys.enumerated() {
      let cell = cells[Int(key.number)]
      entries.append(
        Entry(
          window: cell.window, count: cell.count, place: key.number, users: cell.users))
      guard key.high != series.last else { continue }
      if !series.isEmpty { starts.append(index) }
      series.append(key.high)
    }
    starts.append(entries.count)
  }

  /// Where the cells of a series stand in `entries`.
  func range(ofSeries number: Int) -> Range<Int> { starts[number]..<starts[number + 1] }

  /// The series of numbers of names, as `series` holds it.
  func key(tenant: UInt32, code: UInt32, method: UInt32) -> UInt64 {
    let place = tenants.map { $0.ranks[Int(tenant)] } ?? 0
    let detail =
      methods.map { classOfCode[Int(code)] * methodCount + $0.ranks[Int(method)] }
      ?? classOfCode[Int(code)]
    return UInt64(high: place, low: detail)
  }

  /// The number of the tenant of a series; nil when tenants are not told apart.
  func tenant(of series: UInt64) -> Int? { tenants.map { $0.numbers[Int(series.high)] } }

  /// What a series is called.
  func name(of series: UInt64) -> SeriesKey {
    var parts: [SeriesKey.Part] = []
    if let number = tenant(of: series) {
      parts.append(
        .init(key: .tenant, text: number == 0 ? nil : Array(names.tenants.bytes(of: number))))
    }
    guard let methods else { return SeriesKey(parts + classes[Int(series.low)].parts) }
    parts += classes[Int(series.low / methodCount)].parts
    let method = methods.numbers[Int(series.low % methodCount)]
    parts.append(
      .init(key: .method, text: method == 0 ? nil : Array(names.methods.bytes(of: method))))
    return SeriesKey(parts)
  }

  /// What series show of the codes, in order, and which of these every code is.
  private static func classes(
    by: [ReportKey], of aggregate: PartialAggregate
  ) -> ([UInt32], [SeriesKey]) {
    let keys = by.filter(\.followsFromCode)
    let all = (0..<aggregate.codes.count).map { number in
      let facts = aggregate.facts(ofCode: number)
      return SeriesKey(keys.map { .init(key: $0, text: facts.text($0)) })
    }
    let classes = Set(all).sorted()
    var places: [SeriesKey: UInt32] = [:]
    for (place, key) in classes.enumerated() { places[key] = UInt32(place) }
    return (all.map { places[$0] ?? 0 }, classes)
  }
}

extension PartialAggregate {
  /// What rules know about a number in `codeNames`.
  package func facts(ofCode number: Int) -> CodeFacts {
    plan.directory.facts(
      code: number == 0 ? nil : Array(codes.bytes(of: number)),
      kind: CodeKind(rawValue: codes.tag(of: number)) ?? .other,
      catalogueIndex: catalogueIndex(ofCode: number))
  }
}
