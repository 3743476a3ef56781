import Glibc
import LogModel

/// Gives every distinct name a dense number, comparing bytes and nothing else.
///
/// Number 0 is the name that is not there. Names over 1 KiB are kept as their abbreviation, see
/// `LongName`. A name can bear a tag, so that the same bytes count as two names.
package struct NameTable: Sendable {
  /// The most bytes that are kept as they are.
  package static let longestName = 1_024

  private var bytes: [UInt8] = []
  /// Where each name ends in `bytes`; it starts where the one before it ends.
  private var ends: [Int] = [0]
  private var tags: [UInt8] = [0]
  /// The upper half of a name's hash over its number, or 0 where nothing stands.
  ///
  /// A power of two of them, at most half in use. That half chooses the place, so that growing needs
  /// no name.
  private var slots: [UInt64] = Array(repeating: 0, count: 16)
  private let hash: ByteHash

  init(hash: ByteHash) { self.hash = hash }

  /// How many names there are, with number 0.
  package var count: Int { ends.count }

  package func bytes(of number: Int) -> ArraySlice<UInt8> { bytes[range(of: number)] }

  package func tag(of number: Int) -> UInt8 { tags[number] }

  /// The name as reports show it; `.unknown` for number 0.
  package func name(of number: Int) -> Name {
    number == 0 ? .unknown : .named(String(decoding: bytes(of: number), as: UTF8.self))
  }

  /// The number of a name; nil when the name is new and the table may not grow.
  mutating func number(ofBytes name: ArraySlice<UInt8>, tag: UInt8 = 0, canGrow: Bool) -> UInt32? {
    unsafe name.withUnsafeBufferPointer { unsafe number(of: $0, tag: tag, canGrow: canGrow) }
  }

  /// The same for a name that lies anywhere.
  ///
  /// Called for every record, so it reads words through pointers: 50 instructions for a known name
  /// of fifteen bytes, where spans took 290.
  mutating func number(
    of name: UnsafeBufferPointer<UInt8>, tag: UInt8 = 0, canGrow: Bool
  ) -> UInt32? {
    guard let start = name.baseAddress, name.count > 0 else { return 0 }
    if name.count > NameTable.longestName {
      let short = unsafe LongName.abbreviated(name)
      return number(ofBytes: short[...], tag: tag, canGrow: canGrow)
    }
    let fingerprint = unsafe hash.hash(name, tag: tag).high
    let mask = slots.count - 1
    var place = Int(fingerprint) & mask
    while true {
      let slot = unsafe slots.withUnsafeBufferPointer { unsafe $0[place] }
      if slot == 0 { break }
      if slot.high == fingerprint,
        unsafe isEqual(start, count: name.count, tag: tag, to: Int(slot.low))
      {
        return slot.low
      }
      place = (place + 1) & mask
    }
    guard canGrow else { return nil }
    if count * 2 > slots.count {
      grow()
      place = freePlace(from: Int(fingerprint) & (slots.count - 1))
    }
    unsafe bytes.append(contentsOf: name)
    slots[place] = UInt64(high: fingerprint, low: UInt32(count))
    ends.append(bytes.count)
    tags.append(tag)
    return UInt32(count - 1)
  }

  private func range(of number: Int) -> Range<Int> {
    number == 0 ? 0..<0 : ends[number - 1]..<ends[number]
  }

  private func isEqual(
    _ name: UnsafePointer<UInt8>, count: Int, tag: UInt8, to number: Int
  ) -> Bool {
    let range = range(of: number)
    guard range.count == count, tags[number] == tag else { return false }
    return unsafe bytes.withUnsafeBufferPointer { all in
      let known = unsafe all.baseAddress.unsafelyUnwrapped + range.lowerBound
      return unsafe memcmp(known, name, count) == 0
    }
  }

  private func freePlace(from home: Int) -> Int {
    var place = home
    while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for slot in old where slot != 0 {
      slots[freePlace(from: Int(slot.high) & (slots.count - 1))] = slot
    }
  }
}
