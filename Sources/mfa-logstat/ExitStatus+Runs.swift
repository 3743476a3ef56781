import LogPipeline

extension ExitStatus {
  /// What a run that has a result comes to; `hasUnopened` tells of inputs that never reached it.
  static func statuses(
    of failures: Set<RunFailure>, wasInterrupted: Bool, hasUnopened: Bool
  ) -> [ExitStatus] {
    var statuses: [ExitStatus] = hasUnopened ? [.inputUnopenable] : []
    if wasInterrupted { statuses.append(Interrupts.status ?? .interrupted) }
    for failure in failures {
      switch failure {
      case .inputUnopenable: statuses.append(.inputUnopenable)
      case .dataDamaged: statuses.append(.dataDamaged)
      case .internalError: statuses.append(.internalError)
      }
    }
    return statuses
  }
}
