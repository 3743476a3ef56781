import LogModel

/// Compares the trailer of one gzip member with what was decoded (RFC 1952, 2.3.1).
struct GzipTrailer {
  /// How many bytes of it were taken; after a damage those before the wrong number.
  private(set) var byteCount = 0
  /// The bytes so far of the number that is being read, the first one lowest.
  private var number: UInt32 = 0

  /// True when both numbers were there and right.
  var isComplete: Bool { byteCount == 8 }

  /// Takes one byte; not after the last one.
  ///
  /// - Parameters:
  ///   - byte: The next byte behind the compressed data.
  ///   - checksum: Of the decoded bytes.
  ///   - length: The number of the decoded bytes, modulo 2^32.
  /// - Throws: `badChecksum` or `badLength` at the last byte of a wrong number.
  mutating func take(_ byte: UInt8, checksum: UInt32, length: UInt32) throws(GzipDamage) {
    number |= UInt32(byte) << UInt32(byteCount % 4 * 8)
    byteCount += 1
    guard byteCount % 4 == 0 else { return }
    let isFirst = byteCount == 4
    guard number == (isFirst ? checksum : length) else {
      byteCount -= 4
      throw isFirst ? .badChecksum : .badLength
    }
    number = 0
  }
}
