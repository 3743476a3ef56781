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

  /// Bytes that are plain or quotes behind backslashes, read one by one, and how many bytes they took.
  private func quotedText(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], count: Int) {
    var text: [UInt8] = []
    var rest = bytes
    while let first = rest.first {
      if first == 0x5C, rest.dropFirst().first == 0x22 {
        text.append(0x22)
        rest = rest.dropFirst(2)
      } else if plainCount(rest.prefix(1)) == 1 {
        text.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    return (text, bytes.count - rest.count)
  }

  @Test(arguments: UInt64(0)..<256)
  func `quotes behind backslashes are passed over and copied as a plain loop does`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes: [UInt8] = []
    // Few other bytes, so that some of the texts are long.
    let others = [0, 20, 200][Int(seed % 3)]
    while bytes.count < 300 {
      switch Int.random(in: 0..<1_000, using: &random) {
      case 0..<250: bytes += [0x5C, 0x22]
      case 250..<250 + others:
        bytes.append([0x5C, 0x22, 0x0A, 0xC3].randomElement(using: &random) ?? 0)
      default: bytes.append(0x61)
      }
    }
    let count = bytes.count
    bytes += [UInt8](repeating: 0, count: Int(LOGSTAT_SCAN_PADDING) + 1)
    var copy = [UInt8](repeating: 0, count: count + 2 * Int(LOGSTAT_SCAN_PADDING))
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      for offset in 0..<count {
        let expected = quotedText(bytes[offset..<count])
        let place = unsafe start + offset
        #expect(unsafe logstat_skip_quoted(place) - place == expected.count)
        #expect(unsafe logstat_skip_quoted_portable(place) - place == expected.count)
        let room = Int.random(in: 0...count - offset, using: &random)
        let copied = unsafe copy.withUnsafeMutableBufferPointer { copy in
          unsafe copy.baseAddress.map { unsafe logstat_copy_quoted(place, place + room, $0) }
        }
        let (read, written) = (Int(copied?.read ?? 0), Int(copied?.written ?? 0))
        #expect(read <= room)
        #expect(copy.prefix(written) == quotedText(bytes[offset..<offset + read]).text[...])
        #expect(quotedText(bytes[offset..<offset + read]).count == read)
        #if arch(x86_64)
          // It stops only where a block is not whole, or holds something else.
          #expect(read + 17 > min(room, expected.count))
        #endif
      }
    }
  }
}
