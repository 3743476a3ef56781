/// Gives every distinct 64-bit key a dense number, in the order of first sight.
struct KeyTable: Sendable {
  /// The key of every number.
  private(set) var keys: [UInt64] = []
  /// A number plus one, or 0 where nothing stands; a power of two of them, at most half in use.
  private var slots: [UInt32] = Array(repeating: 0, count: 16)
  private let hash: ByteHash

  init(hash: ByteHash) { self.hash = hash }

  var count: Int { keys.count }

  func find(_ key: UInt64) -> UInt32? {
    let number = slots[slot(of: key)]
    return number == 0 ? nil : number - 1
  }

  /// The number of `key`; nil when the key is new and the table may not grow.
  ///
  /// A new key gets the number `count` had before.
  mutating func number(of key: UInt64, canGrow: Bool) -> UInt32? {
    var place = slot(of: key)
    let number = slots[place]
    if number != 0 { return number - 1 }
    guard canGrow else { return nil }
    if (keys.count + 1) * 2 > slots.count {
      grow()
      place = slot(of: key)
    }
    keys.append(key)
    slots[place] = UInt32(keys.count)
    return UInt32(keys.count - 1)
  }

  /// Makes room for so many keys, which need not all come.
  mutating func reserve(count: Int) {
    keys.reserveCapacity(count)
    while count * 2 > slots.count { grow() }
  }

  /// Where `key` stands, or the free place where it would stand.
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash.hash(key)) & mask
    while slots[place] != 0, keys[Int(slots[place] - 1)] != key {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      slots[slot(of: key)] = UInt32(number + 1)
    }
  }
}

extension UInt64 {
  /// A key of two numbers.
  init(high: UInt32, low: UInt32) { self = UInt64(high) << 32 | UInt64(low) }

  var high: UInt32 { UInt32(truncatingIfNeeded: self >> 32) }
  var low: UInt32 { UInt32(truncatingIfNeeded: self) }
}
