import Testing
import mfa_logstat

struct ProgressTests {
  @Test(arguments: [
    (0, 4_000_000_000, 2.0, "0 B of 4.0 GB  0 %  0 B/s"),
    (1_000_000_000, 4_000_000_000, 2.0, "1.0 GB of 4.0 GB  25 %  500 MB/s  6 s left"),
    (4_000_000_001, 4_000_000_000, 8.0, "4.0 GB of 4.0 GB  100 %  500 MB/s  0 s left"),
    (1_500, 0, 3.0, "1.5 kB  500 B/s"),
  ])
  func `the line tells done, total, part, speed and time left`(
    done: Int, total: Int, seconds: Double, text: String
  ) {
    #expect(ProgressText.line(done: done, total: total, seconds: seconds) == text)
  }
}
