import Glibc
import LogAlerting
import LogModel
import LogPipeline
import LogReporting

/// One trial of rules on past logs, from its settings to its outcome.
struct BacktestRun {
  private let plan: StatPlan
  private let inputs: InputList
  private let rules: RuleSet
  private let incidents: [KnownIncident]?
  private let printer: DiagnosticPrinter

  /// - Throws: Everything that is wrong with settings, rules or the list of incidents.
  init(_ setup: RulesSetup, inputs: [String], incidents: String?) throws(Complaint) {
    plan = try StatPlan(
      setup.settings, levels: setup.config.levels, environment: setup.environment
    ).checked()
    rules = try setup.rules()
    self.incidents = try incidents.map { path throws(Complaint) in try BacktestRun.list(path) }
    self.inputs = try InputList(
      arguments: inputs, listFile: setup.settings.value(.filesFrom)?.text)
    printer = DiagnosticPrinter(voice: plan.voice)
  }

  private static func list(_ path: String) throws(Complaint) -> [KnownIncident] {
    switch TextFile.read(path) {
    case .success(let text):
      let (incidents, faults) = IncidentList.read(text)
      guard faults.isEmpty else {
        throw Complaint(
          faults.map { IncidentListText.line(for: $0, file: path) }, status: .usage)
      }
      return incidents
    case .failure(let failure):
      throw Complaint(
        "--incidents \(Quoted(path)) \(failure.words)",
        status: failure.isOpening ? .inputUnopenable : .usage)
    }
  }

  func perform(_ output: WordOutput<RulesBacktestCommand.Format>) -> ExitStatus {
    var run = plan.run
    run.inputs = inputs.paths
    run.rules = rules
    let trial = TrialRun(plan: run).run(progress: nil, interrupt: Interrupts.flag)
    printer.tell(
      inputs.diagnostics + trial.diagnostics,
      totals: trial.diagnosticCounts.merging(
        [.input: inputs.diagnostics.count], uniquingKeysWith: +))
    let test = Backtest(
      AlertEpisode.all(of: trial.alerts, rules: rules), rules: rules, incidents: incidents)
    let span = trial.first.flatMap { first in trial.last.map { (first: first, last: $0) } }
    let text =
      switch output.format {
      case .text: BacktestText(test: test, rules: rules, span: span).text
      case .json: BacktestJSON.text(of: test, span: span)
      }
    if trial.wasInterrupted {
      printer.say("stopped before the end; what is told is partial")
    }
    return .worst(
      of: [output.tell(text, printer: printer)]
        + ExitStatus.statuses(
          of: trial.failures, wasInterrupted: trial.wasInterrupted,
          hasUnopened: !inputs.diagnostics.isEmpty))
  }
}
