import LogModel

/// The ids that earlier runs have met, and those that this one meets first.
final class EventIDMemory: Sendable {
  /// Whether an earlier run has met an id.
  let knows: @Sendable (EventID) -> Bool
  /// What counts of this run; complete once all workers are done.
  let new = Guarded<[EventID]>([])

  init(knows: @escaping @Sendable (EventID) -> Bool) { self.knows = knows }
}
