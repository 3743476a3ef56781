import LogAggregation
import LogModel
import LogTestSupport
import Testing

struct DistinctUsersTests {
  private func users(_ numbers: Range<Int>) -> DistinctUsers {
    var users = DistinctUsers()
    for number in numbers { users.insert(ByteHash.user(Array("auth0|\(number)".utf8))) }
    return users
  }

  @Test
  func `nobody is no count`() {
    #expect(DistinctUsers().count == nil)
  }

  @Test(arguments: [1, 2, 3, 500, 1_023, 1_024])
  func `up to 1,024 users the count is exact`(count: Int) {
    var users = users(0..<count)
    users.formUnion(self.users(0..<count))
    #expect(users.count == UserCount(count: count, isEstimate: false))
  }

  @Test
  func `the user after the 1,024th makes it an estimate`() throws {
    let count = try #require(users(0..<1_025).count)
    #expect(count.isEstimate)
    #expect((1_025...1_050).contains(count.count))
  }

  @Test(arguments: [2_000, 5_000, 20_000, 41_000, 100_000, 300_000])
  func `estimates are within three in a hundred`(count: Int) throws {
    let estimate = try #require(users(0..<count).count)
    #expect(estimate.isEstimate)
    #expect(abs(estimate.count - count) * 100 <= count * 3)
  }

  @Test
  func `estimates of many sets scatter by less than one in a hundred`() throws {
    var squares = 0.0
    for start in 0..<40 {
      let estimate = try #require(users(start * 20_000..<start * 20_000 + 20_000).count)
      let error = Double(estimate.count - 20_000) / 20_000
      squares += error * error
    }
    #expect((squares / 40).squareRoot() < 0.0105)
  }

  @Test(arguments: UInt64(0)..<16)
  func `a union depends only on who is in it`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let sizes = [0, 1, 2, 3, 600, 1_024, 1_025, 3_000]
    let parts = (0..<4).map { _ in
      let start = Int.random(in: 0..<1_000, using: &random)
      return users(start..<start + sizes[Int.random(in: 0..<sizes.count, using: &random)])
    }
    let forward = parts.reduce(into: DistinctUsers()) { $0.formUnion($1) }
    let backward = parts.reversed().reduce(into: DistinctUsers()) { $0.formUnion($1) }
    var left = parts[0]
    left.formUnion(parts[1])
    var right = parts[2]
    right.formUnion(parts[3])
    right.formUnion(left)
    #expect(forward == backward)
    #expect(forward == right)
  }

  @Test
  func `a union of exact sets is exact at 1,024 and the same as one set beyond`() {
    var exact = users(0..<600)
    exact.formUnion(users(400..<1_024))
    #expect(exact.count == UserCount(count: 1_024, isEstimate: false))
    var more = users(0..<1_000)
    more.formUnion(users(900..<5_000))
    #expect(more == users(0..<5_000))
  }
}
