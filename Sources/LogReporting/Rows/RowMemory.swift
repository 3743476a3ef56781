import LogModel

/// Remembers the cells of earlier rows, so that those which come again are copied.
struct RowMemory {
  /// The cells of the last row's window.
  var window = RememberedCells<Window>()
  /// The cells that tell what was counted, of as many codes as are likely to take turns.
  private var classes = Array(repeating: RememberedCells<Class>(), count: 256)

  /// Calls `body` with what is remembered for the code of a row, or for another.
  mutating func withClass(
    of row: borrowing ReportRow, _ body: (inout RememberedCells<Class>) -> Void
  ) {
    body(&classes[(row.code + 1) & 255])
  }

  struct Window: RowPart {
    private let start: Int64?
    private let end: Int64?

    init(_ row: borrowing ReportRow) {
      start = row.windowStart
      end = row.windowEnd
    }
  }

  struct Class: RowPart {
    private let code: Int
    private let kind: CodeKind?
    private let level: RecoveryLevel?
    private let category: Int
    private let method: Int
    private let isOther: Bool

    init(_ row: borrowing ReportRow) {
      code = row.code
      kind = row.kind
      level = row.level
      category = row.category
      method = row.method
      isOther = row.isOther
    }
  }
}

/// What some cells of a row show; equal parts have equal cells.
protocol RowPart: Equatable {
  init(_ row: borrowing ReportRow)
}

/// The bytes of the cells that show one part.
struct RememberedCells<Part: RowPart> {
  private var part: Part?
  private var bytes: [UInt8] = []

  /// Appends the cells of a row, which `render` makes only if they are not those remembered.
  mutating func append(
    _ row: borrowing ReportRow, to line: inout [UInt8], render: (inout [UInt8]) -> Void
  ) {
    let new = Part(row)
    if part != new {
      part = new
      bytes.removeAll(keepingCapacity: true)
      render(&bytes)
    }
    line.append(contentsOf: bytes)
  }
}
