import CZlib

/// The CRC-32 of RFC 1952, 8.
struct Checksum {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    // zlib takes an empty range without an address as a wish for the initial value.
    guard bytes.count > 0 else { return }
    let start = unsafe bytes.assumingMemoryBound(to: Bytef.self).baseAddress
    value = UInt32(unsafe crc32(uLong(value), start, uInt(bytes.count)))
  }
}
