import LogModel

/// The order of names by the bytes that a reader sees, found once, so that rows sort by numbers.
package struct NameOrder: Sendable {
  /// The place of each name; without meaning for names that were not asked for.
  package private(set) var ranks: [UInt32]
  /// The names that were asked for, in order.
  package private(set) var numbers: [Int]

  /// Orders the names that are wanted, of which those beyond the end of `isUsed` are none.
  ///
  /// Number 0, the name that is not there, is shown as `-` and stands where that text stands, before
  /// somebody who is really called so.
  package init(of table: NameTable, where isUsed: [Bool]) {
    var keys: [(prefix: UInt64, number: Int)] = []
    for number in 0..<min(table.count, isUsed.count) where isUsed[number] {
      keys.append((NameOrder.prefix(of: NameOrder.text(of: number, in: table)), number))
    }
    keys.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      let texts = (
        NameOrder.text(of: left.number, in: table), NameOrder.text(of: right.number, in: table)
      )
      if texts.0.lexicographicallyPrecedes(texts.1) { return true }
      return texts.0 == texts.1 && NameOrder.tie(left.number, right.number, in: table)
    }
    numbers = keys.map(\.number)
    ranks = Array(repeating: 0, count: table.count)
    for (rank, number) in numbers.enumerated() { ranks[number] = UInt32(rank) }
  }

  private static func tie(_ left: Int, _ right: Int, in table: NameTable) -> Bool {
    if left == 0 || right == 0 { return left < right }
    return table.tag(of: left) < table.tag(of: right)
  }

  private static func text(of number: Int, in table: NameTable) -> ArraySlice<UInt8> {
    number == 0 ? [UInt8(ascii: "-")] : table.bytes(of: number)
  }

  /// The first eight bytes, filled up with zeros, so that most comparisons are of two numbers.
  private static func prefix(of text: ArraySlice<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for (index, byte) in text.prefix(8).enumerated() {
      prefix |= UInt64(byte) << UInt64(56 - 8 * index)
    }
    return prefix
  }
}
