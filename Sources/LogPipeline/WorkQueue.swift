import LogInput
import LogModel

/// Deals the inputs out to the workers: in order, whole or, for a big plain file, in pieces.
final class WorkQueue: Sendable {
  /// What a worker takes next.
  enum Work: Sendable {
    case source(Int)
    case piece(PieceChain, Int)
  }

  private struct State {
    var nextSource = 0
    var chains: [PieceChain] = []
  }

  private let state = Guarded(State())
  /// The sources by number, in the order in which they are to be read.
  private let order: [Int]

  init(order: [Int]) { self.order = order }

  /// Nil when everything is taken.
  func next() -> Work? {
    state.withLock { state in
      while let chain = state.chains.first {
        if let piece = chain.takePiece() { return .piece(chain, piece) }
        state.chains.removeFirst()
      }
      guard state.nextSource < order.count else { return nil }
      defer { state.nextSource += 1 }
      return .source(order[state.nextSource])
    }
  }

  /// Offers a file in pieces to all workers.
  func offer(_ chain: PieceChain) { state.withLock { $0.chains.append(chain) } }
}
