import LogModel
import LogPipeline
import LogReporting

/// Everything that `report` needs, out of settings that were read and found fit.
struct ReportPlan {
  let run: RunPlan
  let period: ReportPeriod
  let outputs: [ReportOutputRequest]
  let rejects: String?
  /// Nil when nothing is remembered.
  let memory: MemoryPlan?
  /// The state as the user named it.
  let state: String?
  let display: DisplaySettings
  let voice: DiagnosticPrinter.Voice
  let tellsStatistics: Bool

  /// - Throws: Everything that is wrong with the settings, the flags together, or the rules.
  init(
    _ settings: Settings, outputs: [String], levels: [String: RecoveryLevel],
    environment: Environment
  ) throws(Complaint) {
    let stat = try StatPlan(settings, levels: levels, environment: environment).checked()
    var run = stat.run
    let bounds = ReportPlan.bounds(of: run)
    guard bounds.since < bounds.until else {
      throw Complaint(
        "--since \(EventTime(seconds: bounds.since.seconds)) is not before the end of the report, "
          + "\(EventTime(seconds: bounds.until.seconds)); give --until, too")
    }
    (run.since, run.until, run.keys, run.filters) = (nil, nil, ReportKey.standard, [])
    (run.top, run.sort, run.keepsExamples) = (nil, nil, false)
    run.rules = try RuleSource(settings, levels: levels, zone: run.zone).rules()
    if settings.value(.window)?.origin.isFlag != true {
      run.windows = ReportPlan.usualWindows(
        bounds.since.seconds..<bounds.until.seconds, zone: run.zone)
    }
    try ReportPlan.checkLength(bounds, of: run)
    try ReportPlan.checkBounds(bounds, of: run)
    period = ReportPeriod(
      seconds: bounds.since.seconds..<bounds.until.seconds, zone: run.zone)
    let name = DatedName(second: bounds.since.seconds, zone: run.zone)
    var requests: [ReportOutputRequest] = []
    for text in outputs {
      do throws(Misfit) {
        requests.append(try ReportOutputRequest.parse(text, name: name))
      } catch {
        throw Complaint("--output \(Quoted(text)) \(error.fault); \(error.remedy)")
      }
    }
    self.outputs = requests.isEmpty ? [.standard] : requests
    self.run = run
    rejects = stat.rejects
    memory = try stat.state.memory(run: run, rejects: stat.rejects)
    state = memory == nil ? nil : settings.value(.state)?.text
    display = stat.display
    voice = stat.voice
    tellsStatistics = stat.tellsStatistics
  }

  /// From when to when: yesterday, unless something else was asked for.
  private static func bounds(of run: RunPlan) -> (since: EventTime, until: EventTime) {
    let today = run.zone.day(of: run.now.seconds)
    let midnight = EventTime(seconds: run.zone.start(ofDay: today))
    switch (run.since, run.until) {
    case (let since?, let until?): return (since, until)
    case (let since?, nil): return (since, since < midnight ? midnight : run.now)
    case (nil, let until?):
      let day = run.zone.day(of: until.seconds - 1)
      return (EventTime(seconds: run.zone.start(ofDay: day)), until)
    case (nil, nil): return (EventTime(seconds: run.zone.start(ofDay: today - 1)), midnight)
    }
  }

  /// Hours as long as they can be told apart, else days.
  private static func usualWindows(
    _ seconds: Range<Int64>, zone: TimeZoneRules
  ) -> TumblingWindows {
    seconds.upperBound - seconds.lowerBound <= 4 * 86_400 + 7_200
      ? .seconds(3_600) : .days(1, zone)
  }

  /// Nobody reads more windows, and each takes memory.
  private static let mostWindows: Int64 = 100_000

  private static func checkLength(
    _ bounds: (since: EventTime, until: EventTime), of run: RunPlan
  ) throws(Complaint) {
    let count = (bounds.until.seconds - bounds.since.seconds) / run.windows.length
    guard count > mostWindows else { return }
    throw Complaint(
      "from --since to --until there are \(SystemText.grouped(Int(count))) windows of "
        + "\(HumanNumber.duration(run.windows.length)), and a report has at most "
        + "\(SystemText.grouped(Int(mostWindows))); give a shorter time, or a longer --window")
  }

  /// What is counted in windows can be told for whole windows only.
  private static func checkBounds(
    _ bounds: (since: EventTime, until: EventTime), of run: RunPlan
  ) throws(Complaint) {
    let length = ReportRun.baseSeconds(of: run)
    for (flag, time) in [("--since", bounds.since), ("--until", bounds.until)] {
      let rest = time.seconds.flooredRemainder(by: length)
      guard rest != 0 || time.nanoseconds != 0 else { continue }
      throw Complaint(
        "\(flag) \(time) is inside a window of \(HumanNumber.duration(length)); write "
          + "\(EventTime(seconds: time.seconds - rest))")
    }
  }
}

/// One `-o FORMAT[:FILE]` of `report`.
struct ReportOutputRequest {
  let format: any NightlyFormat
  /// Nil is standard output.
  let path: String?

  static let standard = ReportOutputRequest(format: NightlyFormats.all[0], path: nil)

  static func parse(_ text: String, name: DatedName) throws(Misfit) -> ReportOutputRequest {
    let (word, path) = try OutputRequest.split(text)
    guard let format = NightlyFormats.named(word) else {
      throw WordText.misfit(
        word, noun: "a known format", plural: "known formats", known: NightlyFormats.names)
    }
    guard let path else { return ReportOutputRequest(format: format, path: nil) }
    return ReportOutputRequest(format: format, path: try name.filled(path))
  }
}
