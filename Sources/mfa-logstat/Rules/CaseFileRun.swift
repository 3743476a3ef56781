import LogAlerting
import LogModel
import LogReporting

/// Runs the cases of files, one after the other, and tells how they went.
struct CaseFileRun {
  let setup: RulesSetup
  /// Whether rules that are not tried are told.
  let wantsCoverage: Bool
  /// Where JUnit's XML goes; nil when nobody wants it.
  let junit: String?
  private let printer = DiagnosticPrinter()

  init(setup: RulesSetup, wantsCoverage: Bool, junit: String?) {
    self.setup = setup
    self.wantsCoverage = wantsCoverage
    self.junit = junit
  }

  /// Tells the outcome on standard output; what keeps cases from being run, on standard error.
  func run(_ files: [String]) -> ExitStatus {
    var statuses: [ExitStatus] = []
    let output = OutputFile()
    var suites: [String] = []
    for file in files {
      switch report(of: file) {
      case .success(let report):
        output.write(Array(report.text.utf8))
        suites.append(JUnitText.suite(of: report, file: file))
        if report.hasFailed { statuses.append(.judgedBad) }
      case .failure(let complaint):
        printer.tell(complaint)
        statuses.append(complaint.status)
      }
    }
    if let status = printer.tell(failure: output.finish(), of: output.name) {
      statuses.append(status)
    }
    if let junit { statuses.append(write(JUnitText.text(of: suites), to: junit)) }
    return .worst(of: statuses)
  }

  private func write(_ text: String, to path: String) -> ExitStatus {
    do {
      let file = try OutputFile(path: path)
      file.write(Array(text.utf8))
      return printer.tell(failure: file.finish(), of: path) ?? .done
    } catch {
      printer.tell(cannotCreate: path, failure: error)
      return .outputUncreatable
    }
  }

  private func report(of path: String) -> Result<CaseReport, Complaint> {
    do throws(Complaint) {
      let file = try read(path)
      let set = try rules(of: file, beside: path)
      let faults = file.faults(against: set)
      guard faults.isEmpty else { throw complaint(faults, file: path) }
      let runner = CaseRunner(
        rules: set, folder: CaseFileRun.folder(of: path), levels: setup.config.levels)
      let outcomes = file.cases.map(runner.run)
      var coverage = CaseCoverage()
      for outcome in outcomes {
        coverage.add(rows: outcome.rows, alerts: outcome.alerts, rules: set)
      }
      let uncovered =
        wantsCoverage
        ? (withoutAlert: coverage.withoutAlert(set), withoutSilence: coverage.withoutSilence(set))
        : nil
      return .success(CaseReport(outcomes: outcomes, coverage: uncovered))
    } catch {
      return .failure(error)
    }
  }

  private func read(_ path: String) throws(Complaint) -> RuleCaseFile {
    switch TextFile.read(path) {
    case .success(let text):
      let file = RuleCaseFile.read(text, file: NativeText.shown(path))
      guard file.faults.isEmpty else { throw complaint(file.faults, file: path) }
      return file
    case .failure(let failure):
      throw Complaint(
        "\(SourceText.path(path)): \(failure.words)",
        status: failure.isOpening ? .inputUnopenable : .judgedBad)
    }
  }

  private func complaint(_ faults: [RuleFault], file: String) -> Complaint {
    Complaint(faults.map { RuleFaultText.line(for: $0, file: file) }, status: .judgedBad)
  }

  /// The rules that the cases are for; files are named as seen from the case file.
  private func rules(of file: RuleCaseFile, beside path: String) throws(Complaint) -> RuleSet {
    guard !file.rules.isEmpty else { return BuiltInRules.set }
    var layer = SettingLayer()
    for rules in file.rules {
      let isBuiltIn = rules.name == BuiltInRules.name
      let name =
        isBuiltIn ? rules.name : CaseFileRun.path(rules.name, in: CaseFileRun.folder(of: path))
      let place = rules.place
      layer.add(
        name, for: .rules,
        from: .config(file: place.file, line: place.line, column: place.column))
    }
    return try RuleSource(Settings([layer]), levels: setup.config.levels, zone: setup.zone).rules()
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  static func path(_ name: String, in folder: String) -> String {
    name.hasPrefix("/") ? name : folder + name
  }
}
