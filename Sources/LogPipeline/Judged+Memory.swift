import LogAlerting
import LogModel

extension Judged {
  /// What is new since the run that left `memory`, and what to leave to the next one.
  ///
  /// The windows must have been judged with the `closedBefore` of the memory's watermark, and all that
  /// is known, or all that the review asks for, must have been counted: what is not found is taken for
  /// withdrawn.
  ///
  /// - Parameters:
  ///   - memory: What that run has left, with the watermark moved to where it is now.
  ///   - horizon: Windows that end at this UTC second or before were not judged from all their counts;
  ///     `Int64.min` when nothing was left out.
  /// - Returns: What is new since that run, and what to leave to the next one.
  package func step(from memory: AlertMemory, horizon: Int64 = .min) -> AlertStep {
    precondition(
      scope.closedBefore == memory.watermark.closedBefore, "judged by another clock than is told")
    return AlertLifecycle(set.rules).step(
      from: memory, lives: IncidentBuilder(judged: self).lives(), horizon: horizon, review: review)
  }
}
