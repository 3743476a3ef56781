import LogAlerting
import LogTestSupport
import Testing

struct FalseDiscoveryTests {
  /// The example of the paper of 1995: of 15 tests, four pass at 0.05.
  @Test func `the example of Benjamini and Hochberg comes out`() {
    let ps = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262,
      0.5719, 0.6528, 0.759, 1,
    ]
    let qs = FalseDiscovery.qValues(ps, family: 15)
    #expect(qs.count { $0 <= 0.05 } == 4)
    #expect(abs(qs[3] - 0.035_625) < 1e-15)
    // 0.0278 at rank 6 would be 0.0695; what passes with a larger p-value makes it pass, too.
    #expect(abs(qs[5] - 0.063_857_142_857_142_86) < 1e-15)
    #expect(qs[14] == 1)
  }

  @Test func `tests that are left out count as ones`() {
    let few = FalseDiscovery.qValues([0.001, 0.00001], family: 100)
    let all = FalseDiscovery.qValues(
      [0.001, 0.00001] + [Double](repeating: 1, count: 98), family: 100)
    #expect(few == Array(all[..<2]))
    #expect(FalseDiscovery.qValues([], family: 0) == [])
  }

  @Test(arguments: UInt64(0)..<16)
  func `the order of the tests does not matter`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let ps = (0..<40).map { _ in Double(UInt64.random(in: 0...20, using: &random)) / 200 }
    let order = ps.indices.shuffled(using: &random)
    let qs = FalseDiscovery.qValues(ps, family: 50)
    #expect(FalseDiscovery.qValues(order.map { ps[$0] }, family: 50) == order.map { qs[$0] })
  }
}
