/// Finds what somebody meant by a name that nobody knows: "did you mean".
package enum NearestName {
  /// The one of `candidates` that is nearest to `name`, if any is near enough.
  ///
  /// Near is one slip for every three letters, at most three slips; a slip is a letter too much, too
  /// few, wrong, or swapped with its neighbour. Capitals do not count, nor does `-` for `_`. Of
  /// several the first is given, so the answer follows the order of `candidates`. Names over 64
  /// bytes are near to nothing, so that a forged one costs nothing.
  package static func find(_ name: String, in candidates: [String]) -> String? {
    let wanted = folded(name)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var nearest: String?
    var limit = max(1, min(3, wanted.count / 3))
    for candidate in candidates {
      let letters = folded(candidate)
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let slips = distance(wanted, letters)
      guard slips <= limit else { continue }
      nearest = candidate
      // From here on only a nearer one will do.
      limit = slips - 1
      if limit < 0 { break }
    }
    return nearest
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "-"): UInt8(ascii: "_")
      default: byte
      }
    }
  }

  /// How many slips lead from one name to the other (optimal string alignment).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        var slips = last[column] + (left[row] == right[column] ? 0 : 1)
        slips = min(slips, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          slips = min(slips, beforeLast[column - 1] + 1)
        }
        current.append(slips)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
