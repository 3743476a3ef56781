import LogTestSupport

/// What a fuzzer makes up: one byte that chooses the way, one that seeds all chance, and the bytes.
struct FuzzInput {
  /// Each bit is a choice of the target's.
  let choice: UInt8
  var random: SplitMix64
  let bytes: [UInt8]

  init(_ input: [UInt8]) {
    choice = input.first ?? 0
    random = SplitMix64(seed: UInt64(input.dropFirst().first ?? 0))
    bytes = Array(input.dropFirst(2))
  }

  func chooses(_ bit: Int) -> Bool { choice >> UInt8(bit) & 1 == 1 }
}
