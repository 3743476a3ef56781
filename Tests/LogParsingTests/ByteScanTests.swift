import CByteScan
import LogTestSupport
import Testing

struct ByteScanTests {
  /// The first byte that a JSON string cannot simply contain, found one by one.
  private func plainCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix { $0 >= 0x20 && $0 < 0x80 && $0 != 0x22 && $0 != 0x5C }.count
  }

  @Test(arguments: UInt64(0)..<64)
  func `both ways of skipping plain bytes stop where a plain loop stops`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<300 {
      bytes.append(
        Int.random(in: 0..<40, using: &random) == 0
          ? UInt8.random(in: 0...255, using: &random)
          : UInt8.random(in: 0x23...0x5B, using: &random))
    }
    let count = bytes.count
    bytes += [UInt8](repeating: 0, count: Int(LOGSTAT_SCAN_PADDING) + 1)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      for offset in 0..<count {
        let expected = plainCount(bytes[offset...])
        #expect(unsafe logstat_skip_plain(start + offset) - (start + offset) == expected)
        #expect(unsafe logstat_skip_plain_portable(start + offset) - (start + offset) == expected)
      }
    }
  }

  @Test(arguments: UInt8.min...UInt8.max)
  func `each byte stops the skipping or does not, at each place of a block`(byte: UInt8) {
    let isPlain = byte >= 0x20 && byte < 0x80 && byte != 0x22 && byte != 0x5C
    for place in 0..<40 {
      var bytes = [UInt8](repeating: 0x61, count: 48)
      bytes[place] = byte
      bytes += [UInt8](repeating: 0, count: Int(LOGSTAT_SCAN_PADDING) + 1)
      unsafe bytes.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        #expect(unsafe logstat_skip_plain(start) - start == (isPlain ? 48 : place))
        #expect(unsafe logstat_skip_plain_portable(start) - start == (isPlain ? 48 : place))
      }
    }
  }
}
