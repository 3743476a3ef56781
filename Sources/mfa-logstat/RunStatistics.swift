import Glibc

/// What a run cost: for `--stats`.
struct RunStatistics {
  private let start = ContinuousClock.now

  /// `1.2 GB in 3.4 s, 353 MB/s, peak memory 45 MB`.
  ///
  /// The bytes are those that were read, decompressed.
  func line(bytes: Int) -> String {
    let elapsed = start.duration(to: .now).components
    let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    let speed = SystemText.bytes(Double(bytes) / max(seconds, 1e-6))
    return "\(SystemText.bytes(Double(bytes))) in \(SystemText.seconds(seconds)), \(speed)/s, "
      + "peak memory \(SystemText.bytes(RunStatistics.peakMemory))"
  }

  /// In bytes; Linux tells it in kibibytes (getrusage(2)).
  private static var peakMemory: Double {
    var usage = rusage()
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
    return Double(usage.ru_maxrss) * 1_024
  }
}
