import LogModel
import LogReporting
import Testing

struct HumanNumberTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567"),
    (-1_000, "-1,000"),
  ])
  func `thousands are set apart`(number: Int, text: String) {
    #expect(HumanNumber.grouped(number) == text)
  }

  @Test func `one of a thing is singular`() {
    #expect(HumanNumber.counted(1, "error") == "1 error")
    #expect(HumanNumber.counted(0, "error") == "0 errors")
  }

  @Test func `an estimate is marked`() {
    #expect(HumanNumber.users(UserCount(count: 1_024, isEstimate: false)) == "1,024")
    #expect(HumanNumber.users(UserCount(count: 1_030, isEstimate: true)) == "~1,030")
    #expect(HumanNumber.countedUsers(UserCount(count: 1, isEstimate: false)) == "1 user")
  }

  @Test(arguments: [
    (0, "0%"), (0.0001, "<0.1%"), (0.0005, "0.1%"), (0.1234, "12.3%"), (0.9994, "99.9%"),
    (0.99999, ">99.9%"), (1, "100%"), (.nan, "0%"),
  ])
  func `little is not nothing and almost all is not all`(share: Double, text: String) {
    #expect(HumanNumber.percent(share) == text)
  }

  @Test(arguments: [
    (90, "90 s"), (300, "5 min"), (3_600, "1 h"), (5_400, "90 min"), (86_400, "1 day"),
    (604_800, "7 days"),
  ])
  func `a length of time has the largest unit that is whole`(seconds: Int64, text: String) {
    #expect(HumanNumber.duration(seconds) == text)
  }
}
