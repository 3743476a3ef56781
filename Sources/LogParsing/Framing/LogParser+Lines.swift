import LogModel

extension LogParser {
  /// Parses from the first byte of a line; false when more must be read first.
  func startLine(isLast: Bool, into batch: inout EventBatch) -> Bool {
    lineStart = position
    elements.beginsLine = false
    var place = max(position, blankCount)
    // Nothing here makes a line "prefixed": a byte order mark, blanks, RFC 7464's record separator.
    if place == position, unsafe buffer.start[place] == 0xEF,
      unsafe buffer.start[place + 1] == 0xBB,
      unsafe buffer.start[place + 2] == 0xBF
    {
      place += 3
    }
    var isSeparated = false
    scan: while true {
      switch unsafe buffer.start[place] {
      case UInt8(ascii: "{"): break scan
      case 0x20, 0x09, 0x0D: place += 1
      case 0x1E:
        isSeparated = true
        place += 1
      default: break scan
      }
    }
    if place == buffer.count, !isSeparated { blankCount = place }
    switch unsafe buffer.start[place] {
    case UInt8(ascii: "{"):
      return parseObject(at: place, isFirst: true, isLast: isLast, into: &batch)
    case UInt8(ascii: "["):
      beginElements(at: place, crossesLines: true)
      return true
    case 0x0A where !isSeparated:
      position = place + 1
      batch.lines.lines += 1
      batch.lines.blank += 1
      return true
    default:
      return parseText(isLast: isLast, into: &batch)
    }
  }

  /// Parses what follows a complete value on its line; false when more must be read first.
  func continueLine(isLast: Bool, into batch: inout EventBatch) -> Bool {
    while true {
      switch unsafe buffer.start[position] {
      case 0x0A where awaitsValue:
        tearLine(into: &batch)
        return true
      case 0x0A:
        position += 1
        acceptLine(into: &batch)
        return true
      case 0x20, 0x09, 0x0D:
        position += 1
      case 0x1E:
        // A record separator starts the next value.
        awaitsValue = true
        position += 1
      case UInt8(ascii: "{"):
        return parseObject(at: position, isFirst: false, isLast: isLast, into: &batch)
      case UInt8(ascii: "["):
        beginElements(at: position, crossesLines: false)
        return true
      case 0 where position >= buffer.count:
        guard isLast else { return false }
        if awaitsValue { tearLine(into: &batch) } else { acceptLine(into: &batch) }
        return true
      case _ where awaitsValue:
        tearLine(into: &batch)
        return true
      case _ where isBracketedText:
        readAsText(in: &batch)
        return true
      default:
        failLine(
          at: position, .trailingText, keepsEvents: false, into: &batch)
        return true
      }
    }
  }

  /// Closes a line that ends where another value should begin: what is complete before it counts.
  private func tearLine(into batch: inout EventBatch) {
    keepCarriedLines(in: &batch)
    failLine(at: position, .unfinished, keepsEvents: true, into: &batch)
  }

  /// Books the lines of a carried value that is whole, when only a later value of its last line is torn.
  func keepCarriedLines(in batch: inout EventBatch) {
    settleEvents(in: &batch)
    if let problem = lineProblem, carried > 0 {
      note(
        problem.reason, column: problem.column, lines: carried, holdsPresent: false, into: &batch)
      batch.lines.malformed += carried
    } else if carried > 0 {
      batch.lines.parsed += carried
      if isLineRepaired { batch.lines.repaired += 1 }
      isLineRepaired = false
    }
    batch.lines.lines += carried
    carried = 0
  }

  // MARK: The end of a line

  /// Closes a line, and the lines that it carried, as parsed.
  func acceptLine(into batch: inout EventBatch) {
    if let problem = lineProblem {
      // An array without any object is malformed with all its lines.
      note(
        problem.reason, column: problem.column, lines: carried + 1, holdsPresent: true, into: &batch
      )
      batch.lines.lines += carried + 1
      batch.lines.malformed += carried + 1
    } else {
      batch.lines.lines += carried + 1
      batch.lines.parsed += carried + 1
      if isLineRepaired { batch.lines.repaired += 1 }
    }
    settleEvents(in: &batch)
    carried = 0
    endLine()
  }

  /// Forgets what belonged to the line that has ended.
  func endLine() {
    lineProblem = nil
    isLineRepaired = false
    awaitsValue = false
    frame = .lineStart
  }

  /// Makes the events of the line stand.
  func settleEvents(in batch: inout EventBatch) {
    if lineWasHandedOn {
      batch.openLine = .accepted
      lineWasHandedOn = false
    }
    eventMark = batch.events.count
    if !reader.parts.isSettled { reader.parts.settle() }
  }

  /// Takes the events of the line back.
  func dropOpenEvents(in batch: inout EventBatch) {
    if lineWasHandedOn {
      batch.openLine = .rejected
      lineWasHandedOn = false
    }
    batch.events.removeLast(batch.events.count - eventMark)
    reader.parts.rollBack()
  }

  // MARK: Lines that do not count

  /// Gives a line up at a byte that it cannot contain.
  ///
  /// A line that began by itself is malformed. A later line of a carried value makes the lines before
  /// it malformed and is read afresh.
  ///
  /// `failure` is the byte, from the buffer's start; `keepsEvents` tells whether records of the line that
  /// were complete before it count.
  func failLine(
    at failure: Int, _ reason: Rejection.Reason, keepsEvents: Bool, into batch: inout EventBatch
  ) {
    if keepsEvents { settleEvents(in: &batch) } else { dropOpenEvents(in: &batch) }
    if carried > 0 {
      rejectCarried(carried, into: &batch)
      if failure - lineStart <= options.maxLine {
        carried = 0
        position = lineStart
        retryCount = 0
        endLine()
        return
      }
      carried = 0
    }
    discard(reason, at: failure)
  }

  /// Leaves the rest of the line out; it is booked at its end.
  func discard(_ reason: Rejection.Reason, at failure: Int) {
    lineProblem = (reason, failure - lineStart + 1)
    position = max(position, min(failure, buffer.count))
    frame = .discard
  }

  /// Skips to the end of a line that does not count; false when more must be read first.
  func discardLine(isLast: Bool, into batch: inout EventBatch) -> Bool {
    guard let end = lineFeed(from: position) else {
      position = buffer.count
      if !isLast { return false }
      closeDiscarded(into: &batch)
      return true
    }
    position = end + 1
    closeDiscarded(into: &batch)
    return true
  }

  private func closeDiscarded(into batch: inout EventBatch) {
    let problem = lineProblem ?? (.grammar, 1)
    note(problem.reason, column: problem.column, lines: 1, holdsPresent: true, into: &batch)
    batch.lines.lines += 1
    if problem.reason == .oversized {
      batch.lines.oversized += 1
    } else {
      batch.lines.malformed += 1
    }
    settleEvents(in: &batch)
    endLine()
  }
}
