import Dispatch
import LogInput
import LogModel

/// A big plain file that several workers read in pieces of equal size.
///
/// A worker starts its piece at the first line that begins in it, assuming that this line is inside no
/// value. Only the worker of the piece before knows: it goes on to the first line start at or behind its
/// end that is inside no value, and *hands over* that place. If it is the one that was assumed, the piece
/// counts as it was read; if not, it is read again from there.
///
///     piece 0            piece 1            piece 2
///     |{..}\n{..}\n{.  |.}\n[{..},\n{..},  |\n{..}]\n{..}\n|
///                         ^ assumed = handed over              ^ handed over by piece 1 for piece 2
///                                           ^ assumed by piece 2: read again
final class PieceChain: Sendable {
  /// What the worker of a piece tells the worker of the next one.
  struct Handover: Sendable {
    /// Where the next line that is inside no value begins.
    var offset: Int
    /// How many lines end before it.
    var lines: Int
    /// Whether the file has ended, or reading it: there is nothing more.
    var isEnd = false
  }

  private struct State {
    var handovers: [Int: Handover] = [0: Handover(offset: 0, lines: 0)]
    var waiting: [Int: DispatchSemaphore] = [:]
    var nextPiece = 0
    var isAborted = false
  }

  let source: Int
  let file: PieceFile
  /// In bytes; the last piece goes on to the end of the file.
  let pieceSize: Int
  let pieceCount: Int
  private let state = Guarded(State())

  init(source: Int, file: PieceFile, pieceSize: Int) {
    self.source = source
    self.file = file
    self.pieceSize = pieceSize
    pieceCount = max(1, (file.size + pieceSize - 1) / pieceSize)
  }

  /// The next piece that nobody has; nil when all are taken.
  func takePiece() -> Int? {
    state.withLock { state in
      guard state.nextPiece < pieceCount, !state.isAborted else { return nil }
      defer { state.nextPiece += 1 }
      return state.nextPiece
    }
  }

  /// Waits for what the piece before hands over; nil when reading was given up.
  func handover(to piece: Int) -> Handover? {
    let semaphore = DispatchSemaphore(value: 0)
    let known = state.withLock { state -> Handover?? in
      if let handover = state.handovers.removeValue(forKey: piece) { return handover }
      if state.isAborted { return .some(nil) }
      state.waiting[piece] = semaphore
      return nil
    }
    if let known { return known }
    semaphore.wait()
    return state.withLock { $0.handovers.removeValue(forKey: piece) }
  }

  /// Tells the worker of a piece where it begins.
  func handOver(_ handover: Handover, to piece: Int) {
    state.withLock { state in
      state.handovers[piece] = handover
      return state.waiting.removeValue(forKey: piece)
    }?.signal()
  }

  /// Gives up: nobody waits any longer.
  func abort() {
    let waiting = state.withLock { state in
      state.isAborted = true
      defer { state.waiting.removeAll() }
      return Array(state.waiting.values)
    }
    for semaphore in waiting { semaphore.signal() }
  }
}
