import LogModel

/// Makes the tables of a nightly report.
struct NightlyTables {
  let report: NightlyReport
  let voice: NightlyVoice

  /// Codes that are new, have risen, are gone or have fallen.
  var changes: NightlyTable {
    let hasWeek = report.period.stepDays != 7
    let titles = ["errors", "before"] + (hasWeek ? ["week before"] : [])
    return NightlyTable(
      nameTitle: "code", asideTitles: ["tenants"],
      titles: [NightlyTable.changeTitle] + titles + ["median", "expected", "q"],
      wordTitles: [NightlyTable.changeTitle], hasTrend: false,
      rows: report.changes.map { line in
        let errors = line.errors
        var cells = [
          NightlyNumber.change(errors.change), NightlyNumber.count(errors.count),
          NightlyNumber.count(errors.before),
        ]
        if hasWeek { cells.append(NightlyNumber.count(errors.weekBefore)) }
        cells += [
          NightlyNumber.expected(errors.median),
          NightlyNumber.expected(errors.forecast?.expected), NightlyNumber.q(errors.forecast?.q),
        ]
        return row(
          line.code, asides: [tenants(of: line)], cells: cells, severity: line.severity)
      })
  }

  /// The most affected tenants, and the exact rest.
  var tenants: NightlyTable {
    var rows = report.tenants.map { line in
      row(
        line.tenant, asides: [severity(line.severity), voice.counted(line.codes)],
        cells: [
          NightlyNumber.change(line.errors.change), NightlyNumber.count(line.errors.count),
          NightlyNumber.expected(line.errors.forecast?.expected),
          NightlyNumber.count(line.records), share(line.errors.count, of: line.records),
          NightlyNumber.users(line.errors.users),
        ], bins: line.bins, severity: line.severity)
    }
    if let rest = report.otherTenants {
      rows.append(
        row(
          .other, asides: [[], [HumanNumber.counted(rest.members, "tenant")]],
          cells: [
            "", NightlyNumber.count(rest.errors), "", NightlyNumber.count(rest.records),
            share(rest.errors, of: rest.records), NightlyNumber.users(rest.users),
          ], bins: rest.bins))
    }
    return NightlyTable(
      nameTitle: "tenant", asideTitles: ["verdict", "codes"],
      titles: [NightlyTable.changeTitle, "errors", "expected", "records", "share", "users"],
      wordTitles: [NightlyTable.changeTitle], hasTrend: true, rows: rows)
  }

  /// The codes with the most errors, and the exact rest.
  var codes: NightlyTable {
    var rows = report.codes.map { line in
      row(
        line.code, asides: [[line.level.name], severity(line.severity)],
        cells: [
          NightlyNumber.change(line.errors.change), NightlyNumber.count(line.errors.count),
          NightlyNumber.expected(line.errors.forecast?.expected),
          NightlyNumber.users(line.errors.users), NightlyNumber.count(line.tenantCount),
        ], bins: line.bins, severity: line.severity)
    }
    if let rest = report.otherCodes {
      rows.append(
        row(
          .other, asides: [[], [HumanNumber.counted(rest.members, "code")]],
          cells: [
            "", NightlyNumber.count(rest.errors), "", NightlyNumber.users(rest.users), "",
          ], bins: rest.bins))
    }
    return NightlyTable(
      nameTitle: "code", asideTitles: ["level", "verdict"],
      titles: [NightlyTable.changeTitle, "errors", "expected", "users", "tenants"],
      wordTitles: [NightlyTable.changeTitle], hasTrend: true, rows: rows)
  }

  /// How each method worked.
  var methods: NightlyTable {
    NightlyTable(
      nameTitle: "method", asideTitles: [],
      titles: ["attempts", "failures", "share", "before", "median"], wordTitles: [],
      hasTrend: false,
      rows: report.methods.map { line in
        row(
          line.method, asides: [],
          cells: [
            NightlyNumber.count(line.attempts), NightlyNumber.count(line.failures),
            NightlyNumber.share(line.share), NightlyNumber.share(line.shareBefore),
            NightlyNumber.share(line.medianShare),
          ])
      })
  }

  private func row(
    _ name: Name, asides: [[String]], cells: [String], bins: [Int] = [],
    severity: Severity? = nil
  ) -> NightlyTable.Row {
    NightlyTable.Row(
      name: voice.name(name), asides: asides, cells: cells.map(voice.prose), bins: bins,
      severity: severity)
  }

  private func severity(_ severity: Severity?) -> [String] { severity.map { [$0.name] } ?? [] }

  private func share(_ errors: Int, of records: Int) -> String {
    records == 0
      ? NightlyNumber.unknown : NightlyNumber.share(Double(errors) / Double(records))
  }

  /// The tenants that have the code; of one that is gone or has fallen those that had it before.
  private func tenants(of line: CodeLine) -> [String] {
    let before = PeriodText(period: report.period, zone: report.zone).before
    let counted = voice.counted(line.tenants)
    switch line.errors.change {
    case .gone, .fallen:
      return counted.isEmpty ? [] : counted.dropLast() + [counted[counted.count - 1] + " \(before)"]
    case .new, .risen, .usual, .unknown:
      let more = line.tenantCount - line.tenants.count
      return more > 0 ? counted + ["\(HumanNumber.grouped(more)) more"] : counted
    }
  }
}
