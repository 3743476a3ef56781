/// Writes a gzip member by hand: stored blocks only, each header field as it is asked for.
struct GzipMember {
  var payload: [UInt8]
  var method: UInt8 = 8
  var reservedFlags: UInt8 = 0
  var isText = false
  var extra: [UInt8]?
  var name: [UInt8]?
  var comment: [UInt8]?
  /// Added to the right header checksum; nil leaves it out.
  var headerChecksumError: UInt16?
  var checksumError: UInt32 = 0
  var lengthError: UInt32 = 0
  /// The most bytes in one stored block.
  var blockSize = 65_535
  /// Empty stored blocks in front of the payload.
  var emptyBlocks = 0

  init(_ payload: [UInt8]) { self.payload = payload }

  init(_ payload: String) { self.init(Array(payload.utf8)) }

  var header: [UInt8] {
    var flags = reservedFlags
    if isText { flags |= 1 }
    if headerChecksumError != nil { flags |= 2 }
    if extra != nil { flags |= 4 }
    if name != nil { flags |= 8 }
    if comment != nil { flags |= 16 }
    var bytes: [UInt8] = [0x1F, 0x8B, method, flags, 1, 2, 3, 4, 0, 3]
    if let extra { bytes += littleEndian(UInt16(extra.count)) + extra }
    if let name { bytes += name + [0] }
    if let comment { bytes += comment + [0] }
    if let headerChecksumError {
      let checksum = UInt16(truncatingIfNeeded: naiveChecksum(of: bytes))
      bytes += littleEndian(checksum &+ headerChecksumError)
    }
    return bytes
  }

  var body: [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<emptyBlocks { bytes += [0, 0, 0, 0xFF, 0xFF] }
    var rest = payload[...]
    repeat {
      let block = rest.prefix(blockSize)
      rest = rest.dropFirst(blockSize)
      bytes += [rest.isEmpty ? 1 : 0]
      bytes += littleEndian(UInt16(block.count)) + littleEndian(~UInt16(block.count)) + block
    } while !rest.isEmpty
    return bytes
  }

  var trailer: [UInt8] {
    littleEndian(naiveChecksum(of: payload) &+ checksumError)
      + littleEndian(UInt32(payload.count) &+ lengthError)
  }

  var bytes: [UInt8] { header + body + trailer }
}

func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
  (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
}

/// CRC-32 bit by bit, as RFC 1952, 8 defines it.
func naiveChecksum(of bytes: [UInt8]) -> UInt32 {
  var remainder: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    remainder ^= UInt32(byte)
    for _ in 0..<8 {
      remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
    }
  }
  return ~remainder
}
