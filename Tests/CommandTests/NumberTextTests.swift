import Testing
import mfa_logstat

struct NumberTextTests {
  @Test(arguments: [
    ("1", 1), ("100", 100), ("1K", 1_024), ("16M", 16_777_216), ("1G", 1_073_741_824),
    ("1024M", 1_073_741_824), ("1073741824", 1_073_741_824),
  ])
  func `a size is a number of bytes`(text: String, bytes: Int) throws {
    #expect(try NumberText.size(text) == bytes)
  }

  @Test(arguments: [
    "", "0", "M", "0M", "-1", "1k", "1 M", "1.5M", "1MB", "1025M", "1073741825", "2G",
    "99999999999999999999", "16Ⅿ",
  ])
  func `another size is refused`(text: String) {
    #expect(throws: Misfit.self) { try NumberText.size(text) }
  }

  @Test(arguments: [
    ("0%", 0), ("10%", 10_000_000), ("100%", 100_000_000), ("0.5%", 500_000),
    ("12.25%", 12_250_000), ("0.000001%", 1), ("007%", 7_000_000),
  ])
  func `a percentage is exact to its millionth`(text: String, share: Int) throws {
    #expect(try NumberText.percentage(text) == share)
  }

  @Test(arguments: ["", "%", "10", "0.1", "101%", "100.1%", "-1%", ".5%", "5.%", "1e1%", "1.2.3%"])
  func `another percentage is refused`(text: String) {
    #expect(throws: Misfit.self) { try NumberText.percentage(text) }
  }

  @Test(arguments: ["", "0", "-1", "+1", "1.0", "one", "٣", "9223372036854775808"])
  func `a count is a whole number of at least one`(text: String) throws {
    #expect(throws: Misfit.self) { try NumberText.count(text) }
    #expect(try NumberText.count("9223372036854775807") == .max)
  }
}
