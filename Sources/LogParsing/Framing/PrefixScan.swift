import LogModel

/// Finds the JSON object that ends a line of text: from the first brace on from which the line parses.
enum PrefixScan {
  /// Walks the object behind any text.
  ///
  /// Each brace is tried in turn. A line in which the object is found, or in which none can be, needs
  /// few tries; for lines that are made to need many the tries end once they have read 32 times the
  /// line, so that the time stays linear in its length.
  ///
  /// `end` is the byte behind the line, which no JSON text can contain: a line feed or zero.
  static func record(
    _ start: Bytes, end: Bytes, _ context: Context
  ) -> Int32? {
    guard unsafe canEnd(start, end: end) else { return nil }
    var budget = unsafe (end - start) * 32
    let scopes = unsafe context.pointee.scopeCount
    var place = unsafe start
    while unsafe place < end {
      if unsafe place[0] == UInt8(ascii: "{") {
        unsafe context.pointee.failure = nil
        unsafe context.pointee.isRepaired = false
        unsafe context.pointee.scopeCount = scopes
        unsafe context.pointee.recordArrayCount = 0
        if let found = unsafe Walker.record(place, parent: -1, depth: 1, context) {
          if unsafe isEnd(found.end, end, allowsBracket: true) { return unsafe found.scope }
          budget -= unsafe found.end - place
        } else if let failure = unsafe context.pointee.failure {
          budget -= unsafe failure - place
        }
        guard budget > 0 else { break }
      }
      unsafe place += 1
    }
    unsafe context.pointee.scopeCount = scopes
    unsafe context.pointee.isRepaired = false
    return nil
  }

  /// Whether only blanks stand up to the line's end, and at most one closing bracket if it is allowed.
  static func isEnd(_ start: Bytes, _ end: Bytes, allowsBracket: Bool) -> Bool {
    var place = unsafe start
    var hasBracket = false
    while unsafe place < end {
      switch unsafe place[0] {
      case 0x20, 0x09, 0x0D: break
      case UInt8(ascii: "]") where allowsBracket && !hasBracket: hasBracket = true
      default: return false
      }
      unsafe place += 1
    }
    return true
  }

  /// Whether the line ends like an object does.
  private static func canEnd(_ start: Bytes, end: Bytes) -> Bool {
    var place = unsafe end
    var hasBracket = false
    while unsafe place > start {
      unsafe place -= 1
      switch unsafe place[0] {
      case 0x20, 0x09, 0x0D: continue
      case UInt8(ascii: "]") where !hasBracket: hasBracket = true
      case UInt8(ascii: "}"): return true
      default: return false
      }
    }
    return false
  }
}
