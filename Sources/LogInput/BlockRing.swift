import Dispatch
import LogModel

/// Hands blocks of bytes from the thread that reads an input to the one that parses it.
///
/// There are four blocks, which go round: full ones to the parser in order, used ones back. Whoever is
/// ahead waits. A block is owned by one side at a time, so its bytes need no lock.
final class BlockRing: Sendable {
  /// Some bytes, and how far their input was then.
  struct Block: Sendable {
    var bytes: [UInt8] = []
    /// How many of the bytes are filled.
    var count = 0
    /// Bytes taken from the file or pipe up to the end of the block.
    var consumedBytes = 0
  }

  private enum Answer {
    case block(Block)
    case none
    /// Somebody signals when it is worth asking again.
    case wait
  }

  private struct State {
    var full: [Block] = []
    var empty: [Block] = []
    /// How many blocks were made; none is made before it is needed.
    var made = 0
    var hasEnded = false
    var isStopped = false
    var isReaderWaiting = false
    var isParserWaiting = false
  }

  private let state = Guarded(State())
  private let readerMayGoOn = DispatchSemaphore(value: 0)
  private let parserMayGoOn = DispatchSemaphore(value: 0)

  // Together they stay in the cache of two cores. With blocks of 1 MiB one gzip file took 1.3 times
  // as long.
  private static let blockCount = 4
  private static let blockSize = 256 << 10

  // MARK: The side that reads

  /// A block to be filled, as soon as there is one; nil when nobody wants more.
  func emptyBlock() -> Block? {
    while true {
      let answer = state.withLock { state -> Answer in
        if state.isStopped { return .none }
        if let block = state.empty.popLast() { return .block(block) }
        guard state.made == BlockRing.blockCount else {
          state.made += 1
          return .block(Block())
        }
        state.isReaderWaiting = true
        return .wait
      }
      switch answer {
      case .block(var block):
        if block.bytes.isEmpty { block.bytes = [UInt8](repeating: 0, count: BlockRing.blockSize) }
        return block
      case .none: return nil
      case .wait: readerMayGoOn.wait()
      }
    }
  }

  /// Hands a filled block over.
  func give(_ block: consuming Block) {
    var given = Optional(block)
    wakeParser { state in
      // Moved, never copied: a second owner for a moment would make the other side copy the bytes.
      if let block = given.take() { state.full.append(block) }
    }
  }

  /// Tells that no more blocks come.
  func end() {
    wakeParser { $0.hasEnded = true }
  }

  private func wakeParser(after change: (inout State) -> Void) {
    let isWaiting = state.withLock { state in
      change(&state)
      defer { state.isParserWaiting = false }
      return state.isParserWaiting
    }
    if isWaiting { parserMayGoOn.signal() }
  }

  // MARK: The side that parses

  /// The next full block, as soon as there is one; nil when all have been handed over.
  func fullBlock() -> Block? {
    while true {
      let answer = state.withLock { state -> Answer in
        if !state.full.isEmpty { return .block(state.full.removeFirst()) }
        if state.hasEnded { return .none }
        state.isParserWaiting = true
        return .wait
      }
      switch answer {
      case .block(let block): return block
      case .none: return nil
      case .wait: parserMayGoOn.wait()
      }
    }
  }

  /// Gives a block back whose bytes are used.
  func takeBack(_ block: consuming Block) {
    var given = Optional(block)
    wakeReader { state in
      if let block = given.take() { state.empty.append(block) }
    }
  }

  /// Asks for no more blocks; those that are on the way still come.
  func stop() {
    wakeReader { $0.isStopped = true }
  }

  private func wakeReader(after change: (inout State) -> Void) {
    let isWaiting = state.withLock { state in
      change(&state)
      defer { state.isReaderWaiting = false }
      return state.isReaderWaiting
    }
    if isWaiting { readerMayGoOn.signal() }
  }
}
