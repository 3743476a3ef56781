/// Gives every distinct 64-bit key a dense number, in the order of first sight.
struct KeyTable: Sendable {
  /// A key, where it is looked for.
  ///
  /// Only the number here, and the key in another place of memory, is 3 % of a run slower.
  private struct Slot: Sendable {
    var key: UInt64
    /// A number plus one, or 0 where nothing stands.
    var number: UInt32

    static let free = Slot(key: 0, number: 0)
  }

  /// The key of every number.
  private(set) var keys: [UInt64] = []
  /// A power of two of them, at most two thirds in use.
  private var slots = Array(repeating: Slot.free, count: 16)
  private let hash: ByteHash

  init(hash: ByteHash) { self.hash = hash }

  var count: Int { keys.count }

  func find(_ key: UInt64) -> UInt32? {
    let number = slots[place(of: key)].number
    return number == 0 ? nil : number - 1
  }

  /// The number of `key`; nil when the key is new and the table may not grow.
  ///
  /// A new key gets the number `count` had before.
  mutating func number(of key: UInt64, canGrow: Bool) -> UInt32? {
    var place = place(of: key)
    let number = slots[place].number
    if number != 0 { return number - 1 }
    guard canGrow else { return nil }
    if isFull(with: keys.count + 1) {
      grow()
      place = self.place(of: key)
    }
    keys.append(key)
    slots[place] = Slot(key: key, number: UInt32(keys.count))
    return UInt32(keys.count - 1)
  }

  /// Makes room for so many keys, which need not all come.
  mutating func reserve(count: Int) {
    keys.reserveCapacity(count)
    while isFull(with: count) { grow() }
  }

  private func isFull(with count: Int) -> Bool { count * 3 > slots.count * 2 }

  /// Where `key` stands, or the free place where it would stand.
  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash.hash(key)) & mask
    while slots[place].number != 0, slots[place].key != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    slots = Array(repeating: .free, count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      slots[place(of: key)] = Slot(key: key, number: UInt32(number + 1))
    }
  }
}

extension UInt64 {
  /// A key of two numbers.
  init(high: UInt32, low: UInt32) { self = UInt64(high) << 32 | UInt64(low) }

  var high: UInt32 { UInt32(truncatingIfNeeded: self >> 32) }
  var low: UInt32 { UInt32(truncatingIfNeeded: self) }
}
