import LogReporting
import Testing

struct DigitsTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (10, "10"), (1_234_567, "1234567"), (-42, "-42"),
    (Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808"),
  ])
  func `a number is written with all its digits`(number: Int, text: String) {
    var bytes: [UInt8] = []
    bytes.appendDecimal(number)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [
    (0, "0.0000", "0"), (1, "1.0000", "1"), (0.5, "0.5000", "0.5"), (0.0123, "0.0123", "0.0123"),
    (1.0 / 3, "0.3333", "0.3333"), (0.03125, "0.0313", "0.0313"), (0.00004, "0.0000", "0"),
    (0.99996, "1.0000", "1"), (0.1, "0.1000", "0.1"), (-0.5, "0.0000", "0"),
    (.nan, "0.0000", "0"), (.infinity, "0.0000", "0"),
  ])
  func `a share has four decimals, or as few as it needs`(
    share: Double, fixed: String, short: String
  ) {
    var bytes: [UInt8] = []
    bytes.appendShare(share)
    #expect(String(decoding: bytes, as: UTF8.self) == fixed)
    bytes = []
    bytes.appendShortShare(share)
    #expect(String(decoding: bytes, as: UTF8.self) == short)
  }
}
