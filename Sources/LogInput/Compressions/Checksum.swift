import CChecksum

/// The CRC-32 of RFC 1952, 8.
struct Checksum {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    let start = unsafe bytes.assumingMemoryBound(to: UInt8.self).baseAddress
    value = unsafe logstat_checksum(value, start, bytes.count)
  }
}
