import LogAggregation
import LogModel

/// The errors of every tenant and code over the whole input.
struct ErrorCounts {
  private struct Key: Hashable {
    let tenant: Int
    let code: Int
  }

  private let aggregate: PartialAggregate
  private var counts: [Key: Int] = [:]

  init(of aggregate: PartialAggregate) {
    self.aggregate = aggregate
    aggregate.forEachErrorCell { tenant, code, count in
      counts[Key(tenant: tenant, code: code), default: 0] += count
    }
  }

  /// The most first; of equals by the names as they are shown.
  func sorted() -> [ErrorCount] {
    let all = counts.map { key, count in
      (
        count: count,
        key: SeriesKey([
          .init(key: .tenant, text: text(key.tenant, in: aggregate.tenantNames)),
          .init(key: .code, text: text(key.code, in: aggregate.codeNames)),
        ])
      )
    }
    return all.sorted { $0.count != $1.count ? $0.count > $1.count : $0.key < $1.key }.map {
      ErrorCount(
        tenant: $0.key.name(.tenant) ?? .unknown, code: $0.key.name(.code) ?? .unknown,
        count: $0.count)
    }
  }

  private func text(_ number: Int, in table: NameTable) -> [UInt8]? {
    number == 0 ? nil : Array(table.bytes(of: number))
  }
}
