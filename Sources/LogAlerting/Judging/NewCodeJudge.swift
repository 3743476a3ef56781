import LogModel

/// Finds the first windows with errors of a series that had none for long.
struct NewCodeJudge {
  let policy: NewCodePolicy
  let windowSeconds: Int64

  func findings(in table: MeasureTable, scope: JudgingScope) -> [Finding] {
    let learned = policy.learnSeconds / windowSeconds
    var findings: [Finding] = []
    for number in table.series.indices {
      var last: Int64?
      for measure in table[number] {
        defer { last = measure.window }
        let window = measure.window * windowSeconds..<(measure.window + 1) * windowSeconds
        guard let stretch = scope.stretches.first(where: { $0.overlaps(window) }),
          window.upperBound <= scope.closedBefore
        else { continue }
        let known = measure.window - stretch.lowerBound.flooredQuotient(by: windowSeconds)
        let quiet = min(last.map { measure.window - $0 - 1 } ?? known, known)
        guard quiet >= learned, measure.count >= policy.minCount,
          (measure.users ?? measure.count) >= policy.minUsers
        else { continue }
        findings.append(finding(measure, quiet: quiet))
      }
    }
    return findings
  }

  private func finding(_ measure: Measure, quiet: Int64) -> Finding {
    let gates = [
      Gate(.count, passed: true, value: Double(measure.count), needed: Double(policy.minCount)),
      Gate(
        .quiet, passed: true, value: Double(quiet * windowSeconds),
        needed: Double(policy.learnSeconds)),
    ]
    return Finding(
      series: measure.series, window: measure.window, severity: policy.severity,
      count: measure.count, users: measure.users, gates: { _ in gates })
  }
}
