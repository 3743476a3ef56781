import Dispatch
import LogInput
import LogModel

/// Deals the inputs out to the workers: in order, whole or, for a big plain file, in pieces.
///
/// A worker for whom there is nothing waits until the others have nothing either: what they read may
/// turn out to be work for two.
final class WorkQueue: Sendable {
  /// What a worker takes next.
  enum Work: Sendable {
    case source(Int)
    case piece(PieceChain, Int)
    /// To read ahead what another worker parses.
    case readAhead(SharedStream)
  }

  private struct State {
    var nextSource = 0
    var chains: [PieceChain] = []
    var streams: [SharedStream] = []
    var workers = 0
    /// One for each worker that has nothing to do.
    var idle: [DispatchSemaphore] = []
    /// Whether nothing is left and nobody works who could find more.
    var isDone = false
  }

  private let state = Guarded(State())
  /// The sources by number, in the order in which they are to be read.
  private let order: [Int]

  init(order: [Int]) { self.order = order }

  /// Counts a worker in; until it leaves, others may wait for what it finds.
  func join() { state.withLock { $0.workers += 1 } }

  /// Counts a worker out that takes nothing any more.
  func leave() {
    signal(
      state.withLock { state in
        state.workers -= 1
        return WorkQueue.idleAtTheEnd(of: &state)
      })
  }

  /// Waits for something to do; nil when everything is done.
  func next() -> Work? {
    while true {
      let semaphore = DispatchSemaphore(value: 0)
      let (work, isDone, woken) = state.withLock { state in
        let work = take(from: &state)
        guard work == nil, !state.isDone else { return (work, true, [DispatchSemaphore]()) }
        state.idle.append(semaphore)
        return (work, false, WorkQueue.idleAtTheEnd(of: &state))
      }
      if isDone { return work }
      signal(woken)
      semaphore.wait()
    }
  }

  /// Offers a file in pieces to all workers.
  func offer(_ chain: PieceChain) {
    signal(
      state.withLock { state in
        state.chains.append(chain)
        defer { state.idle.removeAll() }
        return state.idle
      })
  }

  /// Offers to read a stream ahead; true when a worker that has nothing else to do begins at once.
  func offer(_ stream: SharedStream) -> Bool {
    let idle = state.withLock { state in
      // The one that is woken takes it, or whoever comes first.
      let idle = state.idle.popLast()
      if idle != nil { state.streams.append(stream) }
      return idle
    }
    idle?.signal()
    return idle != nil
  }

  private func take(from state: inout State) -> Work? {
    if let stream = state.streams.popLast() { return .readAhead(stream) }
    while let chain = state.chains.first {
      if let piece = chain.takePiece() { return .piece(chain, piece) }
      state.chains.removeFirst()
    }
    guard state.nextSource < order.count else { return nil }
    defer { state.nextSource += 1 }
    return .source(order[state.nextSource])
  }

  /// Ends everything if nobody works any more, and gives those to be told.
  private static func idleAtTheEnd(of state: inout State) -> [DispatchSemaphore] {
    guard state.workers == state.idle.count else { return [] }
    state.isDone = true
    defer { state.idle.removeAll() }
    return state.idle
  }

  private func signal(_ semaphores: [DispatchSemaphore]) {
    for semaphore in semaphores { semaphore.signal() }
  }
}
