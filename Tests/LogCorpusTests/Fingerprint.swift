/// A hash of bytes that is the same everywhere, so that a test can hold it.
///
/// Source: Fowler, Noll and Vo, FNV-1a with 64 bits.
func fingerprint(_ bytes: [UInt8]) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  return String(hash, radix: 16)
}
