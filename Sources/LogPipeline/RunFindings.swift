import LogModel

/// What a run has to say beside its report, and what of it is a failure.
struct RunFindings {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var counts: [DiagnosticGroup: Int] = [:]
  private(set) var failures: Set<RunFailure> = []
  private let plan: RunPlan

  /// Begins with what was found while looking for the inputs.
  init(plan: RunPlan, discovery: [Diagnostic]) {
    self.plan = plan
    for diagnostic in discovery { add(diagnostic) }
  }

  private mutating func add(_ diagnostic: Diagnostic, count: Int = 1) {
    let group = DiagnosticGroup(of: diagnostic.kind)
    counts[group, default: 0] += count
    if case .problem(let problem) = diagnostic.kind {
      failures.insert(problem.preventedOpening ? .inputUnopenable : .dataDamaged)
    }
    // Every input that could not be read is told; of all else the first few.
    let shown = diagnostics.count { DiagnosticGroup(of: $0.kind) == group }
    if shown < SourceLog.shownPerGroup { diagnostics.append(diagnostic) }
  }

  /// What the sources have to say.
  mutating func add(entries: [SourceLog.Entry], names: [String]) {
    for (entry, name) in zip(entries, names) {
      if let problem = entry.problem { add(Diagnostic(.problem(problem), file: name)) }
      let malformed = entry.rejections[.malformed] ?? []
      for diagnostic in malformed { add(diagnostic) }
      let oversized = entry.rejections[.oversized] ?? []
      for diagnostic in oversized { add(diagnostic) }
      counts[.malformed, default: 0] += entry.lines.malformed - malformed.count
      counts[.oversized, default: 0] += entry.lines.oversized - oversized.count
      if entry.lines.cutBytes > 0 {
        add(Diagnostic(.cutBytes(entry.lines.cutBytes), file: name))
      }
      if entry.lines.ignoredElements > 0 {
        add(Diagnostic(.ignoredElements(entry.lines.ignoredElements), file: name))
      }
      if entry.lines.repaired > 0 {
        add(Diagnostic(.repaired(entry.lines.repaired), file: name))
      }
    }
  }

  /// What the whole has to say.
  ///
  /// `first` is the earliest time of all records.
  mutating func add(_ ledger: Ledger, first: EventTime?, isFolded: Bool) {
    let (lines, records) = (ledger.lines, ledger.records)
    let counted = records.error + records.normal
    if !ledger.balances {
      failures.insert(.internalError)
      add(Diagnostic(.unbalanced))
    }
    let isUnrecognised =
      records.records == 0
      ? lines.malformed + lines.oversized > 0
      : first == nil && records.coded == 0 && records.other == 0
        && records.untenanted == counted && records.filtered == records.filteredUntimed
    if isUnrecognised {
      failures.insert(.dataDamaged)
      add(Diagnostic(.nothingRecognised(records: records.records)))
    } else {
      // With --since or --until records without a time are filtered, which must not hide them.
      let timeless = records.untimed + records.filteredUntimed
      if timeless * 2 > counted + records.filtered {
        add(Diagnostic(.mostlyUntimed(timeless, of: counted + records.filtered)))
      }
    }
    if !isUnrecognised, counted > 0 {
      if records.untenanted * 2 > counted {
        add(Diagnostic(.mostlyUntenanted(records.untenanted, of: counted)))
      }
      if records.coded == 0 { add(Diagnostic(.noCode(records: counted))) }
    }
    if plan.maxMalformed.isBroken(by: lines.malformed, of: lines.lines) {
      failures.insert(.dataDamaged)
      add(
        Diagnostic(.tooManyMalformed(lines.malformed, of: lines.lines, limit: plan.maxMalformed)))
    }
    if lines.assumedUTC > 0 { add(Diagnostic(.assumedUTC(lines.assumedUTC))) }
    if records.ahead > 0 { add(Diagnostic(.aheadOfNow(records.ahead))) }
    if isFolded { add(Diagnostic(.folded(limit: plan.maxGroups))) }
  }
}
