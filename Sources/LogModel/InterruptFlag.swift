import Synchronization

/// Asks a run to stop soon and to tell what it has; raised by a signal.
package final class InterruptFlag: Sendable {
  private let raised = Atomic<Bool>(false)

  package init() {}

  package var isRaised: Bool { raised.load(ordering: .relaxed) }

  package func raise() { raised.store(true, ordering: .relaxed) }
}
