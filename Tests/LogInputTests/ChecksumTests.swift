import CChecksum
import LogTestSupport
import Testing

struct ChecksumTests {
  private func checksum(_ start: UInt32 = 0, _ bytes: ArraySlice<UInt8>) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe logstat_checksum(start, buffer.baseAddress, buffer.count)
    }
  }

  @Test func `the check value of the catalogues comes out`() {
    #expect(checksum(0, Array("123456789".utf8)[...]) == 0xCBF4_3926)
    #expect(checksum(0, []) == 0)
    #expect(checksum(7, []) == 7)
  }

  @Test(arguments: UInt64(0)..<4)
  func `any number of bytes at any place has the checksum of a plain loop`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<700).map { _ in UInt8.random(in: 0...255, using: &random) }
    for length in Array(0...300) + [511, 512, 513, 639] {
      let start = Int.random(in: 0...60, using: &random)
      let part = bytes[start..<start + length]
      let expected = naiveChecksum(of: Array(part))
      #expect(checksum(0, part) == expected, "\(length) bytes")
      let cut = Int.random(in: start...start + length, using: &random)
      #expect(checksum(checksum(0, part[..<cut]), part[cut...]) == expected, "\(length) bytes, cut")
    }
  }
}
