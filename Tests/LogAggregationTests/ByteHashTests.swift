import LogAggregation
import Testing

struct ByteHashTests {
  /// Computed from the definition in another language.
  @Test(arguments: [
    ("", UInt64(0xA618_89DA_7421_265C)),
    ("a", UInt64(0xC98B_AE46_3027_8B29)),
    ("auth0|5f", UInt64(0xB421_B129_E83C_54A5)),
    ("auth0|5f7c8e", UInt64(0x6ADA_6E73_E90A_3887)),
    ("0123456789abcdef", UInt64(0x81B4_BE12_5D36_83EC)),
    ("zo\u{eb}@example.org, who is somewhat longer", UInt64(0xB2B8_451F_3D2F_3DCA)),
  ])
  func `the fixed hash never changes`(text: String, hash: UInt64) {
    #expect(ByteHash.fixed.hash(Array(text.utf8)) == hash)
    #expect(ByteHash.user(Array(text.utf8)) == hash)
  }

  @Test
  func `seeds and tags give other hashes`() {
    let bytes = Array("acme".utf8)
    let hashes = Set([
      ByteHash.fixed.hash(bytes), ByteHash.fixed.hash(bytes, tag: 1),
      ByteHash(seed: 1).hash(bytes), ByteHash(seed: 2).hash(bytes),
    ])
    #expect(hashes.count == 4)
  }

  @Test
  func `every bit of the hash is set for about half of similar names`() {
    var ones = Array(repeating: 0, count: 64)
    for number in 0..<4_096 {
      let hash = ByteHash.fixed.hash(Array("auth0|\(number)".utf8))
      for bit in 0..<64 { ones[bit] += Int(hash >> UInt64(bit) & 1) }
    }
    // Five standard deviations (32 each) from 2,048.
    #expect(ones.allSatisfy { (1_888...2_208).contains($0) })
  }
}
