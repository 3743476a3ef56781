import LogModel
import LogPipeline
import LogReporting

/// Everything that `check` needs, out of settings that were read and found fit.
struct CheckPlan {
  let run: RunPlan
  let outputs: [CheckOutputRequest]
  let rejects: String?
  let exitOn: ExitChoice
  /// Nil when only the verdict is asked for.
  let question: CheckQuestion?
  /// Nil when nothing is remembered.
  let memory: MemoryPlan?
  let voice: DiagnosticPrinter.Voice
  let tellsStatistics: Bool

  /// - Throws: Everything that is wrong with the settings, the flags together, or the rules.
  init(
    _ settings: Settings, verdict: VerdictOptions, question: QuestionOptions,
    levels: [String: RecoveryLevel], environment: Environment
  ) throws(Complaint) {
    let stat = try StatPlan(settings, levels: levels, environment: environment).checked()
    try CheckPlan.checkConflicts(question)
    exitOn = stat.exitOn
    var outputs: [CheckOutputRequest] = []
    for text in verdict.output {
      if let output = try CheckPlan.value(text, of: "--output", CheckOutputRequest.parse) {
        outputs.append(output)
      }
    }
    self.outputs = outputs.isEmpty ? [.standard] : outputs
    if question.explain {
      self.question = try CheckQuestion(question, outputs: self.outputs, times: stat.run)
    } else {
      self.question = nil
    }
    var run = stat.run
    run.keys = []
    run.filters = []
    run.rules = try RuleSource(settings, levels: levels, zone: run.zone).rules()
    self.run = run
    if question.explain, stat.state.isAskedFor {
      throw Complaint("--explain and --state do not go together; explain the log without memory")
    }
    // Where all runs of a machine remember, a question does not.
    memory =
      question.explain
      ? nil
      : try stat.state.memory(
        run: run, needsIncidents: self.outputs.contains { $0.format.name != "text" },
        rejects: stat.rejects)
    rejects = stat.rejects
    voice = stat.voice
    tellsStatistics = stat.tellsStatistics
  }

  private static func checkConflicts(_ question: QuestionOptions) throws(Complaint) {
    guard !question.explain else { return }
    for (flag, value) in [("--code", question.code), ("--at", question.at)]
    where value != nil {
      throw Complaint("\(flag) says what --explain is to tell about; give --explain, too")
    }
  }

  private static func value<Value>(
    _ text: String?, of flag: String, _ parse: (String) throws(Misfit) -> Value
  ) throws(Complaint) -> Value? {
    guard let text else { return nil }
    do throws(Misfit) {
      return try parse(text)
    } catch {
      throw Complaint("\(flag) \(Quoted(text)) \(error.fault); \(error.remedy)")
    }
  }
}

/// One `-o FORMAT[:FILE]` of `check`.
struct CheckOutputRequest {
  let format: any CheckFormat
  /// Nil is standard output.
  let path: String?

  static let standard = CheckOutputRequest(format: CheckFormats.all[0], path: nil)

  static func parse(_ text: String) throws(Misfit) -> CheckOutputRequest {
    let (name, path) = try OutputRequest.split(text)
    guard let format = CheckFormats.named(name) else {
      throw WordText.misfit(
        name, noun: "a known format", plural: "known formats", known: CheckFormats.names)
    }
    return CheckOutputRequest(format: format, path: path)
  }
}
