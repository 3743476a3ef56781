import LogModel
import LogPipeline
import LogReporting

/// What the options of the state say.
enum StatePlan {
  /// In seconds.
  static let usualLockWait = 10.0

  /// The path as SQLite takes it: UTF-8.
  static func path(_ argument: String) -> String {
    String(decoding: NativeText.bytes(of: argument), as: UTF8.self)
  }

  /// Nil when nothing is to be remembered.
  ///
  /// - Throws: When a length is none, or stands there without a state.
  static func memory(
    _ options: StateOptions, run: RunPlan, outputs: [CheckOutputRequest], rejects: String?
  ) throws(Complaint) -> MemoryPlan? {
    guard let path = options.state else {
      for (flag, value) in [
        ("--lock-wait", options.lockWait), ("--lateness", options.lateness),
        ("--retain", options.retain),
      ] where value != nil {
        throw Complaint("\(flag) says how to remember; give --state FILE, too")
      }
      return nil
    }
    var memory = MemoryPlan(path: StatePlan.path(path))
    if let seconds = try seconds(options.lockWait, of: "--lock-wait", orZero: true) {
      memory.lockWaitSeconds = Double(seconds)
    }
    if let seconds = try seconds(options.lateness, of: "--lateness", orZero: true) {
      memory.latenessSeconds = Int64(seconds)
    }
    if let seconds = try seconds(options.retain, of: "--retain", orZero: false) {
      memory.retainSeconds = Int64(seconds)
    }
    let lookback = MemoryPlan.lookbackSeconds(of: run.rules)
    guard memory.retainSeconds > lookback else {
      throw Complaint(
        "--retain is shorter than rules look back; keep counts for more than "
          + "\((lookback + 86_399) / 86_400) days")
    }
    memory.needsIncidents = outputs.contains { $0.format.name != "text" }
    for (flag, isGiven) in [
      ("--since", run.since != nil), ("--until", run.until != nil), ("--dedup", run.deduplicates),
      ("--rejects", rejects != nil),
    ] where isGiven {
      throw Complaint(
        "\(flag) and --state do not go together; what is remembered is everything, each line once")
    }
    return memory
  }

  private static func seconds(
    _ text: String?, of flag: String, orZero: Bool
  ) throws(Complaint) -> Int? {
    guard let text else { return nil }
    if orZero, ["0", "0s", "0m", "0h", "0d"].contains(text) { return 0 }
    guard let seconds = DurationText.seconds(text[...]) else {
      throw Complaint(
        "\(flag) \(Quoted(text)) is not a duration; write a number and a unit: 90s 5m 1h 1d 7d")
    }
    return seconds
  }
}
