import Testing
import mfa_logstat

struct SystemTextTests {
  @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567")])
  func `thousands are grouped`(number: Int, text: String) {
    #expect(SystemText.grouped(number) == text)
  }

  @Test(arguments: [
    (0.0, "0 B"), (999.0, "999 B"), (999.6, "1.0 kB"), (1_234.0, "1.2 kB"), (99_949.0, "99.9 kB"),
    (99_950.0, "100 kB"), (999_499.0, "999 kB"), (999_500.0, "1.0 MB"), (2.5e15, "2.5 PB"),
  ])
  func `bytes have the unit that leaves one to three digits`(bytes: Double, text: String) {
    #expect(SystemText.bytes(bytes) == text)
  }

  @Test(arguments: [
    (0.0, "0 s"), (59.4, "59 s"), (60.0, "1 min 0 s"), (3_599.0, "59 min 59 s"),
    (3_840.0, "1 h 4 min"),
    (.infinity, "277777 h 46 min"),
  ])
  func `lengths of time are told in two units`(seconds: Double, text: String) {
    #expect(SystemText.duration(seconds: seconds) == text)
  }

  @Test(arguments: [(0.0, "0.000 s"), (0.0424, "0.042 s"), (3.44, "3.4 s")])
  func `short times have more decimals`(seconds: Double, text: String) {
    #expect(SystemText.seconds(seconds) == text)
  }
}
