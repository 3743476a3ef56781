import LogAggregation
import LogModel

/// Turns what was counted and judged into the report that formats tell.
package struct ReportBuilder: Sendable {
  let selection: RowSelection
  let zone: TimeZoneRules
  /// By the bytes of a code, of whatever kind.
  let levelOverrides: [[UInt8]: RecoveryLevel]
  let entries: [CatalogueEntry]
  /// Which windows the rows stand in, when these are not those that were counted by.
  let told: ToldWindows?

  /// Windows that those of an aggregate are parts of, and the stretch of time that is told.
  struct ToldWindows: Sendable {
    let windows: TumblingWindows
    /// In UTC seconds, on bounds of counted windows; nil for all records, also those without a time.
    let seconds: Range<Int64>?
  }

  /// A builder for one selection of rows.
  ///
  /// - Parameters:
  ///   - selection: What the rows are told apart by, which are told, and in which order.
  ///   - zone: For people who read the report; the windows bear their own.
  ///   - levelOverrides: Levels that beat the catalogue's, by code.
  ///   - entries: What the aggregate's catalogue indices point into.
  package init(
    selection: RowSelection, zone: TimeZoneRules, levelOverrides: [String: RecoveryLevel] = [:],
    entries: [CatalogueEntry] = CodeCatalogue.entries
  ) {
    self.init(
      selection: selection, zone: zone, levelOverrides: levelOverrides, entries: entries, told: nil)
  }

  /// A builder whose rows stand in other windows than were counted by, for one stretch of time.
  init(
    selection: RowSelection, zone: TimeZoneRules, levelOverrides: [String: RecoveryLevel],
    entries: [CatalogueEntry] = CodeCatalogue.entries, told: ToldWindows?
  ) {
    self.told = told
    self.selection = selection
    self.zone = zone
    self.entries = entries
    var overrides: [[UInt8]: RecoveryLevel] = [:]
    for (code, level) in levelOverrides { overrides[Array(code.utf8)] = level }
    self.levelOverrides = overrides
  }

  /// The report of everything that `aggregate` holds.
  ///
  /// - Parameters:
  ///   - aggregate: All counts, merged.
  ///   - sources: In the order that the aggregate's places of records count in.
  ///   - lines: The books of all lines.
  ///   - judged: What the rules say of this aggregate; nil when none were asked.
  ///   - isPartial: True when the run was cut short.
  /// - Returns: The report, with no words made yet.
  /// - Precondition: The aggregate was counted by all of `RowSelection.countedKeys`.
  package func report(
    from aggregate: PartialAggregate, sources: [SourceSummary], ledger lines: LineLedger,
    judged: Judged?, isPartial: Bool
  ) -> Report {
    let plan = aggregate.countingPlan
    let missing = selection.countedKeys.filter { !plan.keeps($0) }
    precondition(missing.isEmpty, "not counted by \(missing.map(\.name).sorted())")
    var ledger = Ledger()
    ledger.lines = lines
    ledger.records = aggregate.records
    var names = NameList(of: aggregate)
    let (chosen, found) = ThreadTeam.both(jobs: judged?.jobs ?? 1) {
      Rows(of: aggregate, judged: judged, by: self)
    } _: {
      // Of a stretch of time only its rows are told.
      told?.seconds == nil ? judged.map { self.actions(for: $0, in: aggregate) } : nil
    }
    let rows = chosen.told(sources: sources, names: &names)
    let actions = judged.flatMap { found?.told(of: $0, names: &names) } ?? []
    return Report(
      keys: selection.by.sorted(), windows: windows(of: plan), zone: zone, first: aggregate.first,
      last: aggregate.last, isComplete: !aggregate.isFolded && !isPartial, isPartial: isPartial,
      ledger: ledger, sources: sources, rows: rows, hasExamples: plan.keepsExamples,
      isInStandardOrder: selection.sort == nil || selection.sort == .time, actions: actions,
      tenantCount: aggregate.tenantsWithErrors.dropFirst().count { $0 },
      userCount: aggregate.allUsers, names: names.names)
  }

  /// The windows that rows stand in.
  func windows(of plan: CountingPlan) -> TumblingWindows { told?.windows ?? plan.windows }
}
