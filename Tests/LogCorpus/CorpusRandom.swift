/// The random numbers of a corpus: fast, and the same for a seed on every machine.
///
/// Source: wyrand, from Wang Yi's public-domain wyhash: one multiplication a number.
struct CorpusRandom: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0xA076_1D64_78BD_642F
    let product = state.multipliedFullWidth(by: state ^ 0xE703_7ED1_A0BD_B428)
    return product.high ^ product.low
  }

  /// A number below `bound`, which is positive and below 2^32.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }

  /// A number of `0 ..< 1`.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// A number of the standard normal distribution, near enough: the sum of twelve uniform ones.
  mutating func normal() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += unit() }
    return sum
  }

  /// How many events fall into a stretch that has `mean` of them on average.
  mutating func poisson(_ mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    if mean > 30 { return max(0, Int((mean + mean.squareRoot() * normal()).rounded())) }
    // Knuth: multiply uniform numbers until the product falls below e^-mean.
    let limit = exponential(-mean)
    var product = unit()
    var count = 0
    while product > limit {
      product *= unit()
      count += 1
    }
    return count
  }
}

/// The same number as one of a fixed hash, for texts that must not change with the order of drawing.
///
/// Source: the finalizer of SplitMix64.
func scrambled(_ value: UInt64) -> UInt64 {
  var mixed = value &* 0x9E37_79B9_7F4A_7C15 &+ 0x9E37_79B9_7F4A_7C15
  mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
  mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
  return mixed ^ (mixed >> 31)
}
