import LogModel

/// Leaving a log where its writer has not come to an end, to go on from there another time.
extension LogParser {
  /// Where reading can go on another time.
  package enum Rest: Equatable, Sendable {
    /// At the start of a line, a place of the whole input; everything before it is in the batches, and
    /// nothing behind it.
    case clean(offset: Int)
    /// Something behind this start of a line is in the batches already, and cannot be taken back. To
    /// parse up to here, parse anew from the start and stop here.
    case torn(offset: Int)
  }

  /// Says where what has not ended begins.
  ///
  /// A line that a container has cut, and whose last part does not come within `maxLine` bytes, is closed.
  ///
  /// - Precondition: `parse` has come back with `needsMore`, and the input has no more now.
  package func leaveUnfinished(into batch: inout EventBatch) -> Rest {
    guard carried == 0 else { return .torn(offset: settledOffset) }
    let start: Int
    switch frame {
    case .lineStart: start = position
    case .text: start = lineStart
    case .values, .elements, .envelopeTail, .discard: return .torn(offset: settledOffset)
    }
    let place = buffer.offset + start
    if !reader.parts.isEmpty {
      guard place - settledOffset > options.maxLine else { return .torn(offset: settledOffset) }
      emitOpenParts(into: &batch)
    }
    batch.openFrom = eventMark
    return .clean(offset: place)
  }
}
