import LogModel

/// The ids of all records that were counted, for `--dedup`: 16 bytes each.
struct EventIDs {
  private var seen: Set<EventID> = []
  /// Of the records of a line that has not ended.
  private var open: [EventID] = []
  /// Those that are to be remembered, in the order of first sight; empty without a memory.
  private(set) var new: [EventID] = []
  /// How many of `new` are sure to count.
  private var sure = 0
  private let memory: EventIDMemory?

  init(memory: EventIDMemory? = nil) { self.memory = memory }

  /// Marks the events of a batch whose ids were met before.
  mutating func mark(_ batch: inout EventBatch) {
    switch batch.openLine {
    case .undecided: break
    case .accepted: open.removeAll()
    case .rejected: dropOpen()
    }
    for index in batch.events.indices {
      let slice = batch.events[index].id
      guard !slice.isNone else { continue }
      let (high, low) = IDHash.hash(batch.arena.span.extracting(slice.range))
      let id = EventID(high: high, low: low)
      guard seen.insert(id).inserted, memory.map({ !$0.knows(id) }) ?? true else {
        batch.events[index].recordClass = .duplicate
        continue
      }
      if memory != nil { new.append(id) }
      if index >= batch.openFrom { open.append(id) }
    }
  }

  /// Nothing of the line that has not ended counts, so its ids were never met.
  mutating func dropOpen() {
    guard !open.isEmpty else { return }
    for id in open { seen.remove(id) }
    let dropped = Set(open)
    new.removeAll { dropped.contains($0) }
    open.removeAll()
  }

  /// All that was met so far counts.
  mutating func keep() { sure = new.count }

  /// Nothing counts that was met since `keep`; only with a memory.
  mutating func takeBack() {
    open.removeAll()
    for id in new[sure...] { seen.remove(id) }
    new.removeSubrange(sure...)
  }
}

/// A fixed hash of 128 bits over the bytes of an id.
///
/// Two independent 64-bit multiply-and-fold hashes; with a billion ids two of them meet with a
/// probability below 1e-20.
enum IDHash {
  static func hash(_ bytes: Span<UInt8>) -> (UInt64, UInt64) {
    var high: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var low: UInt64 = 0xC2B2_AE3D_27D4_EB4F &+ UInt64(bytes.count)
    var index = 0
    while index < bytes.count {
      var word: UInt64 = 0
      for place in 0..<min(8, bytes.count - index) {
        word |= UInt64(bytes[index + place]) << UInt64(place * 8)
      }
      high = fold(high ^ word, 0xA076_1D64_78BD_642F)
      low = fold(low ^ word, 0xE703_7ED1_A0B4_28DB) ^ low.byteSwapped
      index += 8
    }
    return (fold(high, 0x8EBC_6AF0_9C88_C6E3), fold(low, 0x5899_65CC_7537_4CC3))
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
