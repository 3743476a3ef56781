import LogAggregation
import LogModel

extension ReportBuilder {
  /// The names of a report; each is made into a `String` once, and only when a row shows it.
  struct NameList {
    private(set) var names: [Name] = []

    private let aggregate: PartialAggregate
    /// Where a name stands in `names` by its number in the aggregate; -1 where it does not yet.
    private var tenants: [Int]
    private var codes: [Int]
    private var methods: [Int]
    private var categories: [String: Int] = [:]
    private var other: Int?

    init(of aggregate: PartialAggregate) {
      self.aggregate = aggregate
      tenants = Array(repeating: -1, count: aggregate.tenantNames.count)
      codes = Array(repeating: -1, count: aggregate.codeNames.count)
      methods = Array(repeating: -1, count: aggregate.methodNames.count)
    }

    mutating func tenant(_ number: Int) -> Int {
      if tenants[number] < 0 { tenants[number] = add(aggregate.tenantNames.name(of: number)) }
      return tenants[number]
    }

    mutating func code(_ number: Int) -> Int {
      if codes[number] < 0 { codes[number] = add(aggregate.codeNames.name(of: number)) }
      return codes[number]
    }

    mutating func method(_ number: Int) -> Int {
      if methods[number] < 0 { methods[number] = add(aggregate.methodNames.name(of: number)) }
      return methods[number]
    }

    /// A word of the catalogue, which is our own text.
    mutating func category(_ word: String) -> Int {
      if let index = categories[word] { return index }
      let index = add(.named(word))
      categories[word] = index
      return index
    }

    /// The name of a rule, where there is no code to tell.
    mutating func rule(_ word: String) -> Int { category(word) }

    /// The label of the row of the rest.
    mutating func rest() -> Int {
      if let other { return other }
      let index = add(.other)
      other = index
      return index
    }

    private mutating func add(_ name: Name) -> Int {
      names.append(name)
      return names.count - 1
    }
  }
}
