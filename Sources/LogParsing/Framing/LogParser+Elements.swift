import LogModel

extension LogParser {
  /// Enters an array whose bracket stands at `place`.
  func beginElements(at place: Int, crossesLines: Bool) {
    elements = ElementsFrame(crossesLines: crossesLines, beginsLine: crossesLines)
    position = place + 1
    frame = .elements
    awaitsValue = false
  }

  /// Parses elements of an array, one by one; false when more must be read first.
  func continueElements(isLast: Bool, into batch: inout EventBatch) -> Bool {
    while true {
      let byte = unsafe buffer.start[position]
      switch byte {
      case 0x20, 0x09, 0x0D:
        position += 1
      case 0x0A:
        guard elements.crossesLines else {
          tearElements(at: position, .unfinished, into: &batch)
          return true
        }
        crossLine(into: &batch)
      case 0 where position >= buffer.count:
        guard isLast else { return false }
        return endInsideElements(into: &batch)
      case UInt8(ascii: "]") where elements.expects != .element:
        position += 1
        endElements()
        return true
      case UInt8(ascii: ",") where elements.expects == .separator:
        position += 1
        elements.expects = .element
      default:
        if elements.expects == .separator {
          tearElements(at: position, .grammar, into: &batch)
          return true
        }
        if batch.events.count >= LogParser.batchLimit { return true }
        guard parseElement(isLast: isLast, into: &batch) else { return false }
        if frame != .elements { return true }
      }
    }
  }

  private func crossLine(into batch: inout EventBatch) {
    settleEvents(in: &batch)
    keepTexts(upTo: position + 1)
    carried += 1
    position += 1
    lineStart = position
  }

  private func endElements() {
    if elements.isEnveloped {
      frame = .envelopeTail
      return
    }
    if elements.objects == 0, elements.others > 0 {
      lineProblem = (.arrayWithoutObject, max(position - lineStart, 1))
    }
    frame = .values
  }

  /// Parses one element; false when more must be read first.
  private func parseElement(isLast: Bool, into batch: inout EventBatch) -> Bool {
    let place = position
    let start = unsafe buffer.start + place
    let isObject = unsafe start[0] == UInt8(ascii: "{")
    let outer: Int32 = elements.isEnveloped ? 1 : 0
    prepareWalk(crossesLines: elements.crossesLines, scopes: outer)
    var scope: Int32 = -1
    var end: Bytes?
    if isObject {
      if let found = unsafe Walker.record(
        start, parent: outer - 1, depth: elements.isEnveloped ? 3 : 2, context)
      {
        unsafe end = unsafe found.end
        scope = unsafe found.scope
      }
    } else {
      unsafe end = unsafe Walker.value(start, depth: elements.isEnveloped ? 2 : 1, context)
      // A number at the end of what was read may go on.
      if let stop = unsafe end, unsafe stop == buffer.end, !isLast {
        return waitForMore(of: place)
      }
    }
    guard let end = unsafe end else {
      return elementFailed(at: place, isLast: isLast, into: &batch)
    }
    let stop = unsafe end - buffer.start
    guard stop - place <= options.maxLine else {
      failOversized(at: place, into: &batch)
      return true
    }
    retryCount = 0
    if unsafe context.pointee.isRepaired { isLineRepaired = true }
    let feeds = unsafe context.pointee.lineFeeds
    if isObject {
      elements.objects += 1
      reader.facts = LineFacts(line: batch.lines.lines + carried)
      // What was complete before an element that ends on a later line stands.
      if feeds > 0 { settleEvents(in: &batch) }
      unsafe context.pointee.isEmbedded = true
      reader.tracksLines = false
      emitElement(scope, into: &batch)
      if unsafe context.pointee.isRepaired { isLineRepaired = true }
    } else {
      elements.others += 1
      batch.lines.ignoredElements += 1
    }
    if feeds > 0 {
      let next = (lastLineFeed(before: stop, from: place) ?? place - 1) + 1
      keepTexts(upTo: next)
      carried += feeds
      lineStart = next
    }
    position = stop
    elements.expects = .separator
    return true
  }

  private func emitElement(_ scope: Int32, into batch: inout EventBatch) {
    if elements.isControl { return }
    if elements.isLogEvent {
      reader.emitLogEvent(scope, into: &batch)
    } else {
      reader.emit(scope, into: &batch)
    }
  }

  private func elementFailed(at place: Int, isLast: Bool, into batch: inout EventBatch) -> Bool {
    let failure = failureIndex
    if failure >= buffer.count, !isLast, buffer.count - place <= options.maxLine {
      return waitForMore(of: place)
    }
    retryCount = 0
    if failure - place > options.maxLine {
      failOversized(at: place, into: &batch)
      return true
    }
    if failure >= buffer.count, unsafe !context.pointee.brokeInToken {
      return endInsideElements(into: &batch)
    }
    let failingLine =
      (lastLineFeed(before: min(failure, buffer.count), from: place) ?? place - 1) + 1
    if failingLine > place {
      keepTexts(upTo: failingLine)
      carried += lineFeeds(from: place, to: failingLine)
      lineStart = failingLine
      settleEvents(in: &batch)
    }
    unsafe tearElements(at: failure, context.pointee.reason, into: &batch)
    return true
  }

  /// Ends an array that broke at a byte of the present line.
  private func tearElements(
    at failure: Int, _ reason: Rejection.Reason, into batch: inout EventBatch
  ) {
    if !elements.crossesLines, carried > 0 {
      // The array is a later value of the line; the value that was carried before it is whole.
      keepCarriedLines(in: &batch)
    }
    if isBracketedText {
      readAsText(in: &batch)
      return
    }
    // On the first line the elements before the break count; a later line is read afresh.
    failLine(at: failure, reason, keepsEvents: carried == 0, into: &batch)
  }

  /// Whether the line is text that begins with a bracket, `[2026-03-14 08:00:00] INFO {...}`: no array,
  /// because it breaks before any object.
  var isBracketedText: Bool {
    carried == 0 && elements.beginsLine && elements.objects == 0 && lineStart >= 0
  }

  /// Reads the line afresh, as text.
  func readAsText(in batch: inout EventBatch) {
    dropOpenEvents(in: &batch)
    batch.lines.ignoredElements -= elements.others
    isLineRepaired = false
    lineProblem = nil
    frame = .text
  }

  /// The input ends inside the array: its lines are malformed, its complete elements count.
  private func endInsideElements(into batch: inout EventBatch) -> Bool {
    settleEvents(in: &batch)
    let feeds = lineFeeds(from: position, to: buffer.count)
    if carried + feeds == 0 {
      lineProblem = (.unfinished, buffer.count - lineStart + 1)
      position = buffer.count
      frame = .discard
      return true
    }
    if let last = lastLineFeed(before: buffer.count, from: position) {
      keepTexts(upTo: last + 1)
      carried += feeds
      lineStart = last + 1
    }
    let isPartial = lineStart < buffer.count
    rejectCarried(carried + (isPartial ? 1 : 0), into: &batch)
    carried = 0
    position = buffer.count
    frame = .lineStart
    return true
  }

  // MARK: Envelopes that are too large to be kept

  /// Enters the array of records of an object over the limit, so that its elements stream.
  ///
  /// The text before the array, closed with a brace, is an object of its own: the envelope.
  ///
  /// - Returns: False when the object has no such array.
  func beginEnveloped(
    at place: Int, crossesLines: Bool, into batch: inout EventBatch
  ) -> Bool {
    guard unsafe context.pointee.recordArrayCount > 0 else { return false }
    let records = unsafe context.pointee.recordArrays[0]
    let keyIndex = unsafe records.key - buffer.start
    let recordsIndex = unsafe records.start - buffer.start
    guard recordsIndex - place <= options.maxLine else { return false }
    var text = unsafe Array(
      UnsafeBufferPointer(start: buffer.start + place, count: keyIndex - place))
    while let last = text.last, last <= 0x20 || last == UInt8(ascii: ",") { text.removeLast() }
    text.append(UInt8(ascii: "}"))
    envelopeText.replace(with: text)
    elements = ElementsFrame(isEnveloped: true, crossesLines: crossesLines)
    elements.isLogEvent = unsafe records.isLogEvents
    if let last = lastLineFeed(before: recordsIndex, from: place) {
      keepTexts(upTo: last + 1)
      carried += lineFeeds(from: place, to: recordsIndex)
      lineStart = last + 1
    }
    prepareWalk(crossesLines: false)
    unsafe context.pointee.isEmbedded = true
    guard
      let found = unsafe Walker.record(Bytes(envelopeText.start), parent: -1, depth: 1, context)
    else { return false }
    elements.isControl = unsafe reader.isControlMessage(reader.scope(found.scope))
    position = recordsIndex
    frame = .elements
    return true
  }

  /// Parses what follows the array of records in its envelope; false when more must be read first.
  func continueEnvelope(isLast: Bool, into batch: inout EventBatch) -> Bool {
    let place = position
    let start = unsafe buffer.start + place
    prepareWalk(crossesLines: true, scopes: 1)
    var end: Bytes?
    var isClosed = false
    var next = unsafe Walker.blanks(start, context)
    if unsafe next[0] == UInt8(ascii: "}") {
      unsafe end = unsafe next + 1
      isClosed = true
    } else if unsafe next[0] == UInt8(ascii: ",") {
      unsafe next = unsafe Walker.blanks(next + 1, context)
      unsafe end = unsafe member(at: next)
    } else {
      _ = unsafe Walker.fail(next, context)
    }
    guard let end = unsafe end, unsafe end < buffer.end || isLast || isClosed else {
      if unsafe end != nil { return waitForMore(of: place) }
      return elementFailed(at: place, isLast: isLast, into: &batch)
    }
    let stop = unsafe end - buffer.start
    guard stop - place <= options.maxLine else {
      failOversized(at: place, into: &batch)
      return true
    }
    let feeds = unsafe context.pointee.lineFeeds
    if feeds > 0 {
      settleEvents(in: &batch)
      let next = (lastLineFeed(before: stop, from: place) ?? place - 1) + 1
      keepTexts(upTo: next)
      carried += feeds
      lineStart = next
    }
    position = stop
    if isClosed { frame = .values }
    return true
  }

  private func member(at place: Bytes) -> Bytes? {
    guard unsafe place[0] == UInt8(ascii: "\"") else { return unsafe Walker.fail(place, context) }
    guard let key = unsafe Walker.value(place, depth: 1, context) else { return nil }
    let colon = unsafe Walker.blanks(key, context)
    guard unsafe colon[0] == UInt8(ascii: ":") else { return unsafe Walker.fail(colon, context) }
    return unsafe Walker.value(Walker.blanks(colon + 1, context), depth: 1, context)
  }
}
