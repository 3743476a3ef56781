import LogModel

/// Finds the windows in which a tenant that logged steadily does not log at all.
struct FlatlineJudge {
  let policy: FlatlinePolicy
  let windowSeconds: Int64

  /// Silence goes on until the tenant logs again, or nothing at all is logged any more.
  ///
  /// The window of the last record of all is left out: the log ends in it, and the tenant may only not
  /// have come yet.
  func findings(in table: MeasureTable, scope: JudgingScope) -> [Finding] {
    var findings: [Finding] = []
    for number in table.series.indices {
      for stretch in scope.stretches {
        let last = min(stretch.upperBound - scope.baseSeconds, scope.closedBefore)
        let windows =
          stretch.lowerBound.flooredQuotient(
            by: windowSeconds)..<max(
            last.flooredQuotient(by: windowSeconds),
            stretch.lowerBound.flooredQuotient(by: windowSeconds))
        findings += silences(of: number, in: table[number], windows: windows)
      }
    }
    return findings
  }

  private func silences(
    of series: Int, in measures: ArraySlice<Measure>, windows: Range<Int64>
  ) -> [Finding] {
    let learned = policy.learnSeconds / windowSeconds
    var findings: [Finding] = []
    /// Windows in a row with enough records, up to the one before `next`.
    var steady: Int64 = 0
    var next = windows.lowerBound
    for measure in measures where measure.window >= windows.lowerBound {
      if steady >= learned {
        findings += (next..<max(min(measure.window, windows.upperBound), next)).map {
          finding(series, window: $0, since: next, steady: steady)
        }
      }
      if measure.window > next { steady = 0 }
      steady = measure.count >= policy.minCount ? steady + 1 : 0
      next = measure.window + 1
      guard next < windows.upperBound else { return findings }
    }
    guard steady >= learned else { return findings }
    return findings
      + (next..<max(windows.upperBound, next)).map {
        finding(series, window: $0, since: next, steady: steady)
      }
  }

  private func finding(_ series: Int, window: Int64, since: Int64, steady: Int64) -> Finding {
    let quiet = Double((window - since + 1) * windowSeconds)
    let needed = Double(windowSeconds)
    return Finding(
      series: series, window: window, severity: policy.severity, count: 0, users: nil,
      gates: { _ in [Gate(.quiet, passed: true, value: quiet, needed: needed)] })
  }
}
