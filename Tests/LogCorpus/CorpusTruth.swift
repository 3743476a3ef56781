/// The true counts of a corpus, kept while it is made, by none of the product's code.
package struct CorpusTruth: Sendable {
  /// Counts of one window, tenant and code.
  package struct Cell: Sendable {
    /// Duplicates included.
    package var count = 0
    /// Without duplicates, as with `--dedup`.
    package var distinct = 0
    package var users = 0
    /// Milliseconds since 1970.
    package var first = Int.max
    package var last = Int.min
  }

  /// One line of the table.
  package struct Row: Sendable {
    /// Milliseconds since 1970.
    package let window: Int
    package let tenant: String
    package let code: CorpusCode
    package let cell: Cell
    /// Error and normal records of the window and tenant, with and without duplicates.
    package let total: (all: Int, distinct: Int)
  }

  private struct Total {
    var all = 0
    var distinct = 0
  }

  private static let window = 300_000

  /// All records, of any kind.
  package private(set) var records = 0
  package private(set) var errors = 0
  package private(set) var normal = 0
  package private(set) var others = 0
  package private(set) var duplicates = 0
  private var indices: [UInt64: Int] = [:]
  private var keys: [UInt64] = []
  private var cells: [Cell] = []
  private var totals: [UInt64: Total] = [:]
  /// A cell and a user each, many times over.
  private var users: [UInt64] = []
  private let names: [[UInt8]]

  init(names: [[UInt8]]) { self.names = names }

  /// Counts a record that was written in a shape.
  mutating func add(_ event: CorpusEvent, shape: CorpusShape) {
    // A line of an application shows a failure by its code alone.
    let code = event.code.flatMap { shape.isAuth0 || $0.isCode ? $0 : nil }
    add(
      time: event.time - event.time % shape.timeUnit, tenant: event.tenant, user: event.user,
      code: code, isOther: shape.isAuth0 && !event.kind.isMFA, isDuplicate: event.isDuplicate)
  }

  mutating func add(
    time: Int, tenant: Int32, user: Int32, code: CorpusCode?, isOther: Bool, isDuplicate: Bool
  ) {
    records += 1
    if isDuplicate { duplicates += 1 }
    guard !isOther else {
      others += 1
      return
    }
    let place = UInt64(time / CorpusTruth.window) << 32 | UInt64(UInt32(tenant)) << 8
    totals[place, default: Total()].all += 1
    if !isDuplicate { totals[place]?.distinct += 1 }
    guard let code else {
      normal += 1
      return
    }
    errors += 1
    let key = place | UInt64(code.rawValue)
    let index =
      indices[key]
      ?? {
        indices[key] = cells.count
        keys.append(key)
        cells.append(Cell())
        return cells.count - 1
      }()
    cells[index].count += 1
    if !isDuplicate { cells[index].distinct += 1 }
    cells[index].first = min(cells[index].first, time)
    cells[index].last = max(cells[index].last, time)
    users.append(UInt64(index) << 32 | UInt64(UInt32(user)))
  }

  /// All cells, by window, then by the bytes of tenant and code.
  package func rows() -> [Row] {
    var cells = cells
    var earlier = UInt64.max
    for user in users.sorted() where user != earlier {
      cells[Int(user >> 32)].users += 1
      earlier = user
    }
    return cells.indices.map { index in
      let key = keys[index]
      let total = totals[key & ~0xFF] ?? Total()
      return Row(
        window: Int(key >> 32) * CorpusTruth.window,
        tenant: String(decoding: names[Int(key >> 8 & 0xFF_FFFF)], as: UTF8.self),
        code: CorpusCode(rawValue: UInt8(key & 0xFF)) ?? .invalidOTP, cell: cells[index],
        total: (total.all, total.distinct))
    }.sorted { ($0.window, $0.tenant, $0.code.text) < ($1.window, $1.tenant, $1.code.text) }
  }
}
