import LogModel

/// The life of the alerts of one series, in the time of its events: pending, firing, clearing.
///
/// A severity fires once it has held for as long as `for` says, and goes on until it has not held for
/// as long as `keep_firing` says; in between it need not wait again.
struct AlertLife {
  private struct State {
    /// The first window of the run in which it holds.
    var since: Int64
    /// The last window in which it held.
    var last: Int64
    var isFiring: Bool
  }

  private let waits: Int64
  private let keeps: Int64
  private var states: [Severity: State] = [:]

  init(_ rule: Rule) {
    waits = rule.forSeconds / rule.windowSeconds
    keeps = rule.keepFiringSeconds / rule.windowSeconds
  }

  /// The severity that fires in the window of a finding; nil while it is only pending.
  ///
  /// Findings come in ascending order.
  mutating func severity(after finding: Finding) -> Severity? {
    var fires: Severity?
    for severity in Severity.allCases where severity <= finding.severity {
      let first = finding.window - finding.span + 1
      var state = states[severity] ?? State(since: first, last: finding.window, isFiring: false)
      let quiet = max(first - state.last - 1, 0)
      if quiet > 0, !state.isFiring || quiet >= keeps {
        state = State(since: first, last: finding.window, isFiring: false)
      }
      state.last = max(state.last, finding.window)
      state.isFiring = state.isFiring || finding.window - state.since >= waits
      states[severity] = state
      if state.isFiring { fires = severity }
    }
    return fires
  }
}
