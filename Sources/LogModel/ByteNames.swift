/// Finds the number of a name by its bytes, for small fixed sets of names; no `String`, no allocation.
///
/// A table of open addressing, a quarter full. Its hash is not seeded: the names come from our own
/// source, and foreign text only ever reads.
struct ByteNames: Sendable {
  private struct Slot: Sendable {
    /// Where the words of the name begin in `words`; -1 for an empty slot.
    var firstWord: Int32 = -1
    var length: Int32 = 0
    var value: Int = 0
  }

  private let slots: [Slot]
  /// The names, eight bytes to a word as `word(of:at:)` reads them.
  private let words: [UInt64]
  private let shortest: Int
  private let longest: Int

  /// - Parameter names: Each with its number; no name is empty, none occurs twice.
  init(_ names: [(name: String, value: Int)]) {
    var slotCount = 4
    while slotCount < names.count * 4 { slotCount *= 2 }
    var slots = [Slot](repeating: Slot(), count: slotCount)
    var words: [UInt64] = []
    for (name, value) in names {
      let slot = Slot(
        firstWord: Int32(words.count), length: Int32(name.utf8.count), value: value)
      let hash = unsafe ByteNames.withUTF8(of: name) { bytes in
        for index in 0..<ByteNames.wordCount(bytes.count) {
          words.append(unsafe ByteNames.word(of: bytes, at: index))
        }
        return unsafe ByteNames.hash(bytes)
      }
      var position = hash & (slotCount - 1)
      while slots[position].firstWord >= 0 { position = (position + 1) & (slotCount - 1) }
      slots[position] = slot
    }
    self.slots = slots
    self.words = words
    shortest = names.map(\.name.utf8.count).min() ?? 1
    longest = names.map(\.name.utf8.count).max() ?? 0
  }

  /// The number of the name with exactly these bytes.
  ///
  /// Called for every record, so nothing is checked that cannot be wrong: places come from a mask.
  func value(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count >= shortest, bytes.count <= longest else { return nil }
    return unsafe slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var position = unsafe ByteNames.hash(bytes) & mask
      while true {
        let slot = unsafe slots.baseAddress.unsafelyUnwrapped[position]
        if slot.firstWord < 0 { return nil }
        if Int(slot.length) == bytes.count, unsafe isEqual(slot, bytes) { return slot.value }
        position = (position + 1) & mask
      }
    }
  }

  func value(of name: String) -> Int? {
    unsafe ByteNames.withUTF8(of: name) { bytes in unsafe value(of: bytes) }
  }

  @inline(__always)
  private func isEqual(_ slot: Slot, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe words.withUnsafeBufferPointer { words in
      let known = unsafe words.baseAddress.unsafelyUnwrapped + Int(slot.firstWord)
      for index in 0..<ByteNames.wordCount(Int(slot.length))
      where unsafe known[index] != ByteNames.word(of: bytes, at: index) {
        return false
      }
      return true
    }
  }

  private static func withUTF8<Result>(
    of name: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var name = name
    return name.withUTF8 { bytes in unsafe body(bytes) }
  }

  @inline(__always)
  private static func wordCount(_ length: Int) -> Int { (length + 7) / 8 }

  /// Eight bytes from eight times `index` on.
  ///
  /// The last word is made of the last eight bytes and so overlaps the one before it. A name below
  /// eight bytes is one word, filled with zeros.
  @inline(__always)
  private static func word(of bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    guard bytes.count < 8 else {
      let offset = min(index * 8, bytes.count - 8)
      return unsafe UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + offset)
        .loadUnaligned(as: UInt64.self)
    }
    var word: UInt64 = 0
    for index in bytes.indices { word = unsafe word << 8 | UInt64(bytes[index]) }
    return word
  }

  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let first = unsafe word(of: bytes, at: 0)
    let last = unsafe word(of: bytes, at: bytes.count / 8)
    let mixed = (first ^ (last << 23 | last >> 41) ^ UInt64(bytes.count)) &* multiplier
    return Int(truncatingIfNeeded: mixed >> 40)
  }

  /// 2^64 divided by the golden ratio, odd: spreads its factors over the upper bits.
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
}
