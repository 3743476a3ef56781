/// The records of a stretch of input with the books of its lines: what parsing hands to counting.
package struct EventBatch: Sendable {
  /// What became of the line that was still open at the end of the batch before this one.
  package enum OpenLine: Sendable {
    /// There was none, or it is open still.
    case undecided
    /// It ended well: its records count.
    case accepted
    /// It ended badly: nothing of it counts, also not what earlier batches brought of it.
    case rejected
  }

  package var events: [Event]
  /// The bytes that the slices of `events` point into.
  package var arena: [UInt8]
  /// The events from here on belong to a line that has not ended yet.
  ///
  /// They count only once it is accepted. Equal to `events.count` when every line has ended.
  package var openFrom: Int
  package var openLine: OpenLine
  /// The books of the lines that ended in this batch.
  package var lines: LineLedger
  /// Lines of this batch that are worth a word: all of them for `--rejects`, else the first few.
  package var rejections: [Rejection]

  package init() {
    events = []
    arena = []
    openFrom = 0
    openLine = .undecided
    lines = LineLedger()
    rejections = []
  }

  /// Empties the batch and keeps its memory.
  package mutating func removeAll() {
    events.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
    openFrom = 0
    openLine = .undecided
    lines = LineLedger()
    rejections.removeAll(keepingCapacity: true)
  }

  /// Copies bytes into the arena, for a slice of an event.
  package mutating func store(_ bytes: some Collection<UInt8>) -> ArenaSlice {
    let slice = ArenaSlice(offset: UInt32(arena.count), count: UInt32(bytes.count))
    arena.append(contentsOf: bytes)
    return slice
  }

  package func bytes(_ slice: ArenaSlice) -> ArraySlice<UInt8> { arena[slice.range] }
}
