import CZlib

/// Reads gzip by zlib's own code for headers and trailers, in one piece: what the tool does by itself.
enum ReferenceGzip {
  /// The decoded bytes of all members up to the end or the first damage.
  static func read(_ bytes: [UInt8]) -> (bytes: [UInt8], endsWell: Bool) {
    guard bytes.starts(with: [0x1F, 0x8B]) else { return (bytes, true) }
    var decoded: [UInt8] = []
    var rest = bytes[...]
    while true {
      let member = inflate(Array(rest), windowBits: MAX_WBITS + 16)
      decoded += member.bytes
      guard member.isComplete else { return (decoded, false) }
      rest = rest.dropFirst(member.taken).drop { $0 == 0 }
      if rest.isEmpty { return (decoded, true) }
      guard rest.starts(with: [0x1F, 0x8B]) else { return (decoded, false) }
    }
  }

  /// A member around deflate data, with a right trailer behind them where they end.
  static func wrapped(_ deflated: [UInt8]) -> [UInt8] {
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    let body = inflate(deflated, windowBits: -MAX_WBITS)
    guard body.isComplete else { return header + deflated }
    let checksum = UInt32(
      unsafe crc32(crc32(0, nil, 0), body.bytes, uInt(body.bytes.count)))
    return header + deflated[..<body.taken] + littleEndian(checksum)
      + littleEndian(UInt32(truncatingIfNeeded: body.bytes.count)) + deflated[body.taken...]
  }

  private static func littleEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func inflate(
    _ bytes: [UInt8], windowBits: Int32
  ) -> (bytes: [UInt8], taken: Int, isComplete: Bool) {
    var stream = unsafe z_stream()
    guard
      unsafe inflateInit2_(&stream, windowBits, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { return ([], 0, false) }
    defer { _ = unsafe inflateEnd(&stream) }
    var input = bytes
    var decoded: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 65_536)
    return unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = uInt(input.count)
      while true {
        let status = unsafe room.withUnsafeMutableBufferPointer { room in
          unsafe stream.next_out = room.baseAddress
          unsafe stream.avail_out = uInt(room.count)
          return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
        }
        let produced = unsafe room.count - Int(stream.avail_out)
        decoded += room[..<produced]
        let taken = unsafe input.count - Int(stream.avail_in)
        if status == Z_STREAM_END { return (decoded, taken, true) }
        guard status == Z_OK, produced == room.count || (unsafe stream.avail_in) > 0 else {
          return (decoded, taken, false)
        }
      }
    }
  }
}
