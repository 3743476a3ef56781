import LogModel

/// The names of a report, each made ready for a format once and then copied into its rows.
struct NameCells {
  private var bytes: [UInt8] = []
  /// Where the text of each name ends in `bytes`; it starts where the one before ends.
  private var ends: [Int] = []

  init(_ names: [Name], render: (Name, inout [UInt8]) -> Void) {
    ends.reserveCapacity(names.count)
    for name in names {
      render(name, &bytes)
      ends.append(bytes.count)
    }
  }

  /// Appends the text of a name; nothing for -1, which stands for a key that a row does not have.
  func append(_ index: Int, to line: inout [UInt8]) {
    guard index >= 0 else { return }
    line.append(contentsOf: bytes[range(index)])
  }

  func text(_ index: Int) -> String {
    index < 0 ? "" : String(decoding: bytes[range(index)], as: UTF8.self)
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }
}
