/// Writes gzip members by hand, in stored blocks (RFC 1951, 3.2.4; RFC 1952, 2.3).
package enum StoredGzip {
  /// One member that holds the bytes, in blocks of at most `blockSize` bytes.
  package static func member(_ payload: some Collection<UInt8>, blockSize: Int = 65_535) -> [UInt8]
  {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var rest = Array(payload)[...]
    repeat {
      let block = rest.prefix(blockSize)
      rest = rest.dropFirst(blockSize)
      let length = UInt16(block.count)
      bytes.append(rest.isEmpty ? 1 : 0)
      bytes += [UInt8(length & 0xFF), UInt8(length >> 8)]
      bytes += [UInt8(~length & 0xFF), UInt8(~length >> 8)]
      bytes += block
    } while !rest.isEmpty
    return bytes + littleEndian(checksum(of: payload)) + littleEndian(UInt32(payload.count))
  }

  private static func littleEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// CRC-32 as RFC 1952, 8 defines it, one half byte at a time.
  private static func checksum(of bytes: some Collection<UInt8>) -> UInt32 {
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      remainder ^= UInt32(byte)
      remainder = halfBytes[Int(remainder & 15)] ^ remainder >> 4
      remainder = halfBytes[Int(remainder & 15)] ^ remainder >> 4
    }
    return ~remainder
  }

  private static let halfBytes: [UInt32] = (0..<16).map { number in
    (0..<4).reduce(UInt32(number)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }
}
