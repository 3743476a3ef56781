import LogAlerting
import LogTestSupport
import Testing

struct DecimalThresholdTests {
  @Test(arguments: [
    (4, 50, false), (5, 50, true), (6, 50, true), (99, 1_000, false), (100, 1_000, true),
    (0, 0, false), (1, 0, false), (0, 10, false),
  ])
  func `a tenth is reached at one of ten exactly`(part: Int, whole: Int, isReached: Bool) {
    let tenth = DecimalThreshold(numerator: 10, denominator: 100)
    #expect(tenth.isReached(by: part, of: whole) == isReached)
  }

  @Test(arguments: [(4, false), (5, true), (6, true), (-1, false)])
  func `a whole number is reached by itself and by more`(count: Int, isReached: Bool) {
    #expect(DecimalThreshold(numerator: 5).isReached(by: count) == isReached)
  }

  @Test func `products over 64 bits are compared right`() {
    let half = DecimalThreshold(numerator: 500_000_000, denominator: 1_000_000_000)
    #expect(half.isReached(by: Int.max / 2 + 1, of: Int.max))
    #expect(!half.isReached(by: Int.max / 2, of: Int.max))
    #expect(half.isReached(by: Int.max, of: Int.max))
  }

  @Test(arguments: UInt64(0)..<16)
  func `every share in hundredths is reached by just so many of a hundred`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let hundredths = Int.random(in: 1...100, using: &random)
    let hundreds = Int.random(in: 1...1_000_000, using: &random)
    let threshold = DecimalThreshold(numerator: UInt(hundredths), denominator: 100)
    #expect(threshold.isReached(by: hundredths * hundreds, of: 100 * hundreds))
    #expect(!threshold.isReached(by: hundredths * hundreds - 1, of: 100 * hundreds))
  }
}
