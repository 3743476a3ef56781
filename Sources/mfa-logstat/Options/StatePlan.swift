import LogModel
import LogPipeline
import LogReporting

/// What the settings say of the state.
struct StatePlan {
  /// For commands that only look, in seconds.
  static let usualLockWait = 10.0

  /// The path of a state as SQLite takes it.
  static func path(_ argument: String) -> String {
    String(decoding: NativeText.bytes(of: argument), as: UTF8.self)
  }

  /// As SQLite takes it: UTF-8; nil when nothing is to be remembered.
  private let path: String?
  /// Whether the path is for this run, and not for all runs of the machine.
  let isAskedFor: Bool
  /// What a message calls it: by where the path was written.
  private let label: String
  private let lockWait: Int64?
  private let lateness: Int64?
  private let retain: Int64?

  init(_ reader: inout SettingReader) {
    path = reader.value(.state, StatePlan.path)
    let value = reader.settings.value(.state)
    isAskedFor = value?.origin.isFlag ?? false
    label = isAskedFor ? "--state" : "the state (\(value?.source(of: .state) ?? ""))"
    lockWait = reader.value(.lockWait) { text throws(Misfit) in
      try DurationText.length(text, orZero: true)
    }
    lateness = reader.value(.lateness) { text throws(Misfit) in
      try DurationText.length(text, orZero: true)
    }
    retain = reader.value(.retain) { text throws(Misfit) in try DurationText.length(text) }
    guard path == nil else { return }
    for setting in [Setting.lockWait, .lateness, .retain]
    where reader.settings.value(setting)?.origin.isFlag ?? false {
      reader.complain(of: setting, "says how to remember; give --state FILE, too")
    }
  }

  /// Nil when nothing is to be remembered.
  ///
  /// - Throws: When it does not go together with what else is asked for.
  func memory(
    run: RunPlan, needsIncidents: Bool = false, rejects: String?
  ) throws(Complaint) -> MemoryPlan? {
    guard let path else { return nil }
    var memory = MemoryPlan(path: path)
    if let lockWait { memory.lockWaitSeconds = Double(lockWait) }
    if let lateness { memory.latenessSeconds = lateness }
    if let retain { memory.retainSeconds = retain }
    let lookback = MemoryPlan.lookbackSeconds(of: run.rules)
    guard memory.retainSeconds > lookback else {
      throw Complaint(
        "--retain is shorter than rules look back; keep counts for more than "
          + "\((lookback + 86_399) / 86_400) days")
    }
    memory.needsIncidents = needsIncidents
    for (flag, isGiven) in [
      ("--since", run.since != nil), ("--until", run.until != nil),
      ("--rejects", rejects != nil),
    ] where isGiven {
      throw Complaint(
        "\(flag) and \(label) do not go together; what is remembered is everything, each line once")
    }
    return memory
  }
}
