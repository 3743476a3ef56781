/// Hashes bytes, eight at a time, by multiplying 64 by 64 bits and folding the product.
///
/// Two uses. With a random seed it finds places in lookup tables, so that nobody who writes log
/// lines can choose names that collide. With `ByteHash.fixed` it stands for users in sets and
/// sketches and for the tails of long names, which outlive the process: that form must never change.
///
/// Definition, all arithmetic modulo 2^64: `fold(a, b)` is the exclusive or of both halves of the
/// 128-bit product. `state = fold(seed ^ P0 ^ tag, P1 ^ length)`; for each eight bytes, little-endian,
/// `state = fold(state ^ word, P2 ^ seed)`; for the one to seven bytes that are left, filled up with
/// zeros, the same with `P3 ^ seed`; the result is `fold(state ^ P4, P2)`. P0 ... P4 are odd words of
/// the fraction of pi.
package struct ByteHash: Sendable {
  private static let p0: UInt64 = 0x243F_6A88_85A3_08D3
  private static let p1: UInt64 = 0x4528_21E6_38D0_1377
  private static let p2: UInt64 = 0xC0AC_29B7_C97C_50DD
  private static let p3: UInt64 = 0x3F84_D5B5_B547_0917
  private static let p4: UInt64 = 0x9216_D5D9_8979_FB1B

  private let seed: UInt64

  package init(seed: UInt64) { self.seed = seed }

  /// The documented hash of what is stored or merged.
  package static let fixed = ByteHash(seed: 0)

  @inline(__always)
  package func hash(_ bytes: UnsafeBufferPointer<UInt8>, tag: UInt8 = 0) -> UInt64 {
    let count = bytes.count
    var state = ByteHash.fold(
      seed ^ ByteHash.p0 ^ UInt64(tag), ByteHash.p1 ^ UInt64(truncatingIfNeeded: count))
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while count - index >= 8 {
      state = unsafe ByteHash.fold(state ^ ByteHash.word(raw, at: index), ByteHash.p2 ^ seed)
      index += 8
    }
    if index < count {
      state = unsafe ByteHash.fold(state ^ ByteHash.tail(raw, from: index), ByteHash.p3 ^ seed)
    }
    return ByteHash.fold(state ^ ByteHash.p4, ByteHash.p2)
  }

  package func hash(_ bytes: [UInt8], tag: UInt8 = 0) -> UInt64 {
    unsafe bytes.withUnsafeBufferPointer { unsafe hash($0, tag: tag) }
  }

  /// The hash of one word, for tables that are keyed by numbers.
  @inline(__always)
  func hash(_ key: UInt64) -> UInt64 {
    ByteHash.fold(
      ByteHash.fold(key ^ seed ^ ByteHash.p0, ByteHash.p2 ^ seed) ^ ByteHash.p4, ByteHash.p1)
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// Eight bytes from `index` on, little-endian.
  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: (bytes.baseAddress.unsafelyUnwrapped + index).loadUnaligned(as: UInt64.self))
  }

  /// The bytes from `index` on, at most seven, little-endian.
  @inline(__always)
  private static func tail(_ bytes: UnsafeRawBufferPointer, from index: Int) -> UInt64 {
    let rest = bytes.count - index
    if bytes.count >= 8 {
      // The last eight bytes, less those that belong to the word before.
      return unsafe word(bytes, at: bytes.count - 8) >> UInt64((8 - rest) * 8)
    }
    var word: UInt64 = 0
    for position in (index..<bytes.count).reversed() {
      word = unsafe word << 8 | UInt64(bytes[position])
    }
    return word
  }
}

extension ByteHash {
  /// The hash that stands for a user in sets and sketches; never zero, which means "no user".
  package static func user(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let hash = unsafe fixed.hash(bytes)
    return hash == 0 ? 1 : hash
  }

  package static func user(_ bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBufferPointer { unsafe user($0) }
  }
}
