import LogModel

extension LogParser {
  /// Parses an object that stands on a line by itself or behind other values of the line.
  ///
  /// - Returns: False when more must be read first.
  func parseObject(at place: Int, isFirst: Bool, isLast: Bool, into batch: inout EventBatch) -> Bool
  {
    let start = unsafe buffer.start + place
    prepareWalk(crossesLines: isFirst)
    guard let found = unsafe Walker.record(start, parent: -1, depth: 1, context) else {
      return objectFailed(at: place, isFirst: isFirst, isLast: isLast, into: &batch)
    }
    let end = unsafe found.end - buffer.start
    guard end - place <= options.maxLine else {
      if beginEnveloped(at: place, crossesLines: isFirst, into: &batch) { return true }
      failOversized(at: place, into: &batch)
      return true
    }
    if unsafe context.pointee.isRepaired { isLineRepaired = true }
    reader.facts = LineFacts(line: batch.lines.lines + carried)
    let feeds = unsafe context.pointee.lineFeeds
    unsafe context.pointee.isEmbedded = true
    if feeds > 0 {
      let next = (lastLineFeed(before: end, from: place) ?? place - 1) + 1
      keepTexts(upTo: next)
      lineStart = next
    }
    reader.tracksLines = feeds > 0
    reader.settledEvents = eventMark
    unsafe reader.settleLimit = feeds > 0 ? buffer.start + lineStart : nil
    unsafe emitRoot(found.scope, into: &batch)
    if unsafe context.pointee.isRepaired { isLineRepaired = true }
    carried += feeds
    // Elements of earlier lines stand, whatever follows on this one.
    if reader.settledEvents > eventMark { eventMark = reader.settledEvents }
    position = end
    frame = .values
    awaitsValue = false
    // Nearly every line ends here.
    if unsafe buffer.start[end] == 0x0A {
      position = end + 1
      acceptLine(into: &batch)
    }
    return true
  }

  func prepareWalk(crossesLines: Bool, scopes: Int32 = 0) {
    unsafe context.pointee.scopeCount = scopes
    unsafe context.pointee.crossesLines = crossesLines
    unsafe context.pointee.isEmbedded = false
    unsafe context.pointee.isRepaired = false
    unsafe context.pointee.lineFeeds = 0
    unsafe context.pointee.failure = nil
    unsafe context.pointee.reason = .grammar
    unsafe context.pointee.recordArrayCount = 0
    unsafe context.pointee.brokeInToken = false
  }

  /// The byte at which the last walk broke, from the buffer's start.
  var failureIndex: Int {
    guard let failure = unsafe context.pointee.failure else { return buffer.count }
    return unsafe failure - buffer.start
  }

  private func objectFailed(
    at place: Int, isFirst: Bool, isLast: Bool, into batch: inout EventBatch
  ) -> Bool {
    let failure = failureIndex
    if failure >= buffer.count, !isLast, buffer.count - place <= options.maxLine {
      return waitForMore(of: place)
    }
    retryCount = 0
    if failure - place > options.maxLine {
      if beginEnveloped(at: place, crossesLines: isFirst, into: &batch) { return true }
      failOversized(at: place, into: &batch)
      return true
    }
    let reason =
      failure >= buffer.count ? Rejection.Reason.unfinished : unsafe context.pointee.reason
    let failingLine =
      (lastLineFeed(before: min(failure, buffer.count), from: place) ?? place - 1) + 1
    let isCarried = failingLine > place
    let endsInside = unsafe failure >= buffer.count && !context.pointee.brokeInToken
    emitCompleteElements(
      until: isCarried && !endsInside ? failingLine : min(failure, buffer.count), into: &batch)
    if isCarried, isFirst {
      keepTexts(upTo: failingLine)
      carried += lineFeeds(from: place, to: failingLine)
      settleEvents(in: &batch)
      lineStart = failingLine
      if endsInside {
        // The input ends inside the value: all its lines are malformed, the last one too.
        let isPartial = lineStart < buffer.count
        rejectCarried(carried + (isPartial ? 1 : 0), into: &batch)
        carried = 0
        position = buffer.count
        frame = .lineStart
        return true
      }
      failLine(at: failure, reason, keepsEvents: true, into: &batch)
      return true
    }
    if !isFirst, carried > 0 {
      // The carried value is whole; only this line is torn.
      keepCarriedLines(in: &batch)
    }
    failLine(at: failure, reason, keepsEvents: true, into: &batch)
    return true
  }

  /// Gives the line up in which a value exceeds the limit; what is complete before it counts.
  ///
  /// The lines before it on which the value stands are malformed. None of them is read afresh: that
  /// would take as long again for each.
  func failOversized(at place: Int, into batch: inout EventBatch) {
    settleEvents(in: &batch)
    let tooMuch = place + options.maxLine
    var start = place
    if let feed = lastLineFeed(before: tooMuch, from: place) {
      keepTexts(upTo: feed + 1)
      carried += lineFeeds(from: place, to: tooMuch)
      start = feed + 1
      lineStart = start
    }
    rejectCarried(carried, into: &batch)
    carried = 0
    retryCount = 0
    position = tooMuch
    discard(.oversized, at: start)
  }

  /// Adds the elements of a torn object's array of records that are complete before a byte.
  private func emitCompleteElements(until limit: Int, into batch: inout EventBatch) {
    let arrays = unsafe Array(
      UnsafeBufferPointer(
        start: context.pointee.recordArrays, count: context.pointee.recordArrayCount))
    guard unsafe !arrays.isEmpty else { return }
    unsafe context.pointee.isEmbedded = true
    // The envelope's own notes are in scope 0, as far as they stand before the byte.
    unsafe reader.forgetNotes(of: reader.scope(0), from: buffer.start + limit)
    if unsafe reader.isControlMessage(reader.scope(0)) { return }
    reader.facts = LineFacts(line: batch.lines.lines + carried)
    reader.tracksLines = true
    unsafe context.pointee.scopeCount = 1
    for index in unsafe arrays.indices {
      let array = unsafe arrays[index]
      let found = unsafe reader.emitElements(
        array.start, until: buffer.start + limit, envelope: 0, isLogEvent: array.isLogEvents,
        into: &batch)
      batch.lines.ignoredElements += found.others
    }
    unsafe context.pointee.failure = nil
  }

  // MARK: Records of a line

  /// Adds the record or records of a value that stands on a line of its own.
  func emitRoot(_ scope: Int32, into batch: inout EventBatch) {
    if unsafe isDockerLine(reader.scope(scope)), joinDocker(scope, into: &batch) { return }
    reader.emit(scope, into: &batch)
  }

  private func isDockerLine(_ scope: UnsafeMutablePointer<Scope>) -> Bool {
    let fields = reader.fields
    guard unsafe scope.pointee.holds(fields.stream.nested),
      unsafe scope.pointee.seen & SeenKeys.docker != 0
    else { return false }
    return unsafe scope.pointee.otherKeys == 0
      && reader.isString(fields.stream.nested, in: scope)
      && scope.pointee.holds(fields.log.nested) && reader.isString(fields.log.nested, in: scope)
  }

  /// Joins the parts of a line that Docker cut; false when the record stands by itself.
  private func joinDocker(_ index: Int32, into batch: inout EventBatch) -> Bool {
    let scope = unsafe reader.scope(index)
    let fields = reader.fields
    if reader.parts.isEmpty, unsafe endsWithLineFeed(reader.raw(fields.log.nested, in: scope)) {
      // Nearly every line of Docker's: nothing to join, and nothing is decoded to know it.
      return false
    }
    let text = unsafe Array(reader.text(fields.log.nested, in: scope))
    let isWhole = text.last == 0x0A
    let stream = unsafe [UInt8(ascii: "d")] + Array(reader.text(fields.stream.nested, in: scope))
    let isOpen = reader.parts.isOpen(stream)
    if isWhole, !isOpen { return false }
    if !isWhole, !isOpen {
      // Some writers leave the line end out: a whole object is a record, not a part.
      let events = batch.events.count
      if reader.emitJSON(text, envelope: index, into: &batch), batch.events.count > events {
        return true
      }
    }
    var facts = reader.facts
    facts.time = unsafe reader.dockerTime(of: scope)
    unsafe text.withUnsafeBufferPointer {
      unsafe reader.parts.add($0, stream: stream, facts: facts)
    }
    if isWhole, let parts = reader.parts.take(stream) { emit(parts, into: &batch) }
    while let parts = reader.parts.takeSurplus() { emit(parts, into: &batch) }
    return true
  }

  /// Whether the text in a string ends with the escape of a line feed, as far as its last bytes tell.
  private func endsWithLineFeed(_ raw: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = raw.count
    return unsafe count > 2 && raw[count - 1] == UInt8(ascii: "n")
      && raw[count - 2] == UInt8(ascii: "\\") && raw[count - 3] != UInt8(ascii: "\\")
  }

  /// Adds the record of joined parts.
  func emit(_ parts: PartJoiner.Parts, into batch: inout EventBatch) {
    let facts = reader.facts
    defer { reader.facts = facts }
    reader.facts = parts.facts
    if parts.text.count <= options.maxLine, reader.emitJSON(parts.text, envelope: -1, into: &batch)
    {
      return
    }
    unsafe parts.text.withUnsafeBufferPointer {
      unsafe reader.finish(plainText: $0, envelope: -1, into: &batch)
    }
  }

  func emitOpenParts(into batch: inout EventBatch) {
    for parts in reader.parts.takeAll() {
      prepareWalk(crossesLines: false)
      emit(parts, into: &batch)
      if unsafe context.pointee.isRepaired { batch.lines.repaired += 1 }
    }
    settleEvents(in: &batch)
  }
}
