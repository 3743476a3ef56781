import Glibc
import LogAlerting
import LogModel
import LogPipeline

/// Everything that a run of the main job needs, out of settings that were read and found fit.
struct StatPlan {
  let run: RunPlan
  let outputs: [OutputRequest]
  /// Where the lines go that did not count.
  let rejects: String?
  let state: StatePlan
  let exitOn: ExitChoice
  let display: DisplaySettings
  let voice: DiagnosticPrinter.Voice
  let tellsStatistics: Bool

  /// What was wrong; then the plan is not to be run.
  let faults: [SettingFault]

  init(_ settings: Settings, levels: [String: RecoveryLevel], environment: Environment) {
    var reader = SettingReader(settings)
    let zone = reader.value(.tz, ZoneText.rules) ?? .utc
    let times = StatTimes(&reader, zone: zone)
    var plan = RunPlan(inputs: [], now: times.now)
    plan.isRecursive = reader.flag(.recursive)
    plan.zone = zone
    plan.windows =
      reader.value(.window) { text throws(Misfit) in try DurationText.windows(text, zone: zone) }
      ?? plan.windows
    plan.keys = reader.value(.by, WordText.keys) ?? ReportKey.standard
    plan.filters = FilterText.merged(reader.values(.rowFilter, FilterText.filter))
    if let levels = reader.value(.level, FilterText.levels) { plan.filters.append(levels) }
    plan.since = times.since
    plan.until = times.until
    plan.top = reader.value(.top, NumberText.count)
    plan.sort = reader.value(.sort) { text throws(Misfit) in
      try WordText.one(of: RowOrder.self, noun: "a sort order", plural: "sort orders", text)
    }
    plan.fieldOverrides = reader.values(.field, FilterText.field)
    plan.defaultTenant = reader.value(.tenant) { $0 }
    plan.searchesText = !reader.flag(.noTextSearch)
    plan.deduplicates = reader.flag(.dedup)
    plan.keepsExamples = reader.flag(.examples)
    if let jobs = reader.value(.jobs, NumberText.jobs) {
      plan.jobs = jobs
    } else {
      plan.jobs = StatPlan.processorCount
      plan.bytesPerThread = RunPlan.usualBytesPerThread
    }
    plan.maxLine = reader.value(.maxLine, NumberText.size) ?? plan.maxLine
    plan.maxGroups = reader.value(.maxGroups, NumberText.count) ?? plan.maxGroups
    if let most = reader.value(.maxMalformed, NumberText.percentage) {
      plan.maxMalformed = .share(most)
    }
    if reader.flag(.strict) { plan.maxMalformed = .nothing }
    plan.levelOverrides = levels
    run = plan
    outputs = reader.values(.output, OutputRequest.parse)
    rejects = reader.value(.rejects) { $0 }
    state = StatePlan(&reader)
    exitOn =
      reader.value(.exitOn) { text throws(Misfit) in
        try WordText.one(of: ExitChoice.self, noun: "a choice", plural: "choices", text)
      } ?? .warning
    display = DisplaySettings(&reader, environment: environment)
    voice = StatPlan.voice(&reader)
    tellsStatistics = reader.flag(.stats)
    faults = reader.faults
  }

  /// - Throws: Everything that is wrong with the settings, with the exit status 64.
  func checked() throws(Complaint) -> StatPlan {
    guard faults.isEmpty else { throw Complaint(faults, status: .usage) }
    return self
  }

  /// What is to be remembered; nil where nothing is, or where only the runs of `check` do.
  ///
  /// A state that all runs of the machine have is one of `check` and `report`: who counts a file at a desk
  /// does not want what stands in it.
  ///
  /// - Throws: When it does not go together with what else is asked for.
  func memory(rules: RuleSet) throws(Complaint) -> MemoryPlan? {
    guard state.isAskedFor else { return nil }
    if run.keepsExamples {
      throw Complaint(
        "--examples and --state do not go together; where a line stood is not remembered")
    }
    var run = run
    run.rules = rules
    return try state.memory(run: run, rejects: rejects)
  }

  /// `--quiet` beats `--verbose`, as who wants silence wants it for a reason.
  private static func voice(_ reader: inout SettingReader) -> DiagnosticPrinter.Voice {
    let isVerbose = reader.flag(.verbose)
    return reader.flag(.quiet) ? .quiet : isVerbose ? .verbose : .normal
  }

  private static var processorCount: Int {
    min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), 1_024)
  }
}

/// The three times of a command line, which are read together.
struct StatTimes {
  let now: EventTime
  let since: EventTime?
  let until: EventTime?

  init(_ reader: inout SettingReader, zone: TimeZoneRules) {
    let clock = StatTimes.clock
    let now = reader.value(.now, TimeText(now: clock, zone: zone).parse) ?? clock
    let text = TimeText(now: now, zone: zone)
    since = reader.value(.since, text.parse)
    until = reader.value(.until, text.parse)
    self.now = now
    guard let since, let until, since >= until else { return }
    reader.complain(of: .since, "is not before --until; nothing could be counted")
  }

  private static var clock: EventTime {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return EventTime(seconds: Int64(time.tv_sec), nanoseconds: UInt32(time.tv_nsec))
  }
}
