import LogModel

extension LogParser {
  /// Parses a line that begins with neither brace nor bracket; false when more must be read first.
  func parseText(isLast: Bool, into batch: inout EventBatch) -> Bool {
    let feed = lineFeed(from: max(lineStart, searchedCount))
    guard let end = feed ?? (isLast ? buffer.count : nil) else {
      searchedCount = buffer.count
      guard buffer.count - lineStart > options.maxLine else { return false }
      failOversized(at: lineStart, into: &batch)
      return true
    }
    guard end - lineStart <= options.maxLine else {
      failOversized(at: lineStart, into: &batch)
      return true
    }
    let line = unsafe UnsafeBufferPointer(
      start: buffer.start + lineStart, count: end - lineStart)
    let mark = unsafe byteOrderMark(line)
    if unsafe line[mark...].allSatisfy(isBlank) {
      // A line of nothing but blanks that the input ends in.
      position = feed == nil ? end : end + 1
      batch.lines.lines += 1
      batch.lines.blank += 1
      return true
    }
    reader.facts = LineFacts(line: batch.lines.lines)
    prepareWalk(crossesLines: false)
    let isRecord = unsafe emitText(line, into: &batch)
    if unsafe context.pointee.isRepaired { isLineRepaired = true }
    if isRecord {
      position = feed == nil ? end : end + 1
      acceptLine(into: &batch)
    } else {
      unsafe discard(isSingleValue(line) ? .notAnObject : .notJSON, at: lineStart)
    }
    return true
  }

  /// Adds the record of a line of text; false when the line is none.
  private func emitText(
    _ line: UnsafeBufferPointer<UInt8>, into batch: inout EventBatch
  ) -> Bool {
    guard let start = line.baseAddress else { return false }
    let end = unsafe start + line.count
    // Blanks and marks before the header do not hide it.
    var first = unsafe byteOrderMark(line)
    while first < line.count, unsafe isBlank(line[first]) || line[first] == 0x1E { first += 1 }
    let body = unsafe UnsafeBufferPointer(rebasing: line[first...])
    if let header = unsafe LineHeader(body) {
      reader.facts.time = unsafe header.time
      reader.facts.syslogSeverity = unsafe header.syslogSeverity
      if unsafe emitHeaded(body, header, end: end, into: &batch) { return true }
      reader.facts.time = nil
      reader.facts.syslogSeverity = -1
    }
    guard let found = unsafe PrefixScan.record(start + first, end: end, context) else {
      return false
    }
    unsafe context.pointee.isEmbedded = true
    reader.emit(found, into: &batch)
    return true
  }

  /// Adds the record behind a header; false when the header wants JSON there and finds none.
  private func emitHeaded(
    _ line: UnsafeBufferPointer<UInt8>, _ header: LineHeader, end: Bytes,
    into batch: inout EventBatch
  ) -> Bool {
    var text = unsafe UnsafeBufferPointer(rebasing: line[header.count...])
    if unsafe text.last == 0x0D {
      unsafe text = unsafe UnsafeBufferPointer(rebasing: text.dropLast())
    }
    if let stream = unsafe header.stream, unsafe header.isPartial || !reader.parts.isEmpty {
      let name = unsafe [UInt8(ascii: "c")] + Array(stream)
      if unsafe header.isPartial || reader.parts.isOpen(name) {
        unsafe joinCRI(text, stream: name, isPartial: header.isPartial, into: &batch)
        return true
      }
    }
    if unsafe emitValue(text, end: end, mayEndInBracket: !header.allowsPlainText, into: &batch) {
      return true
    }
    guard unsafe header.allowsPlainText else { return false }
    unsafe reader.finish(plainText: text, envelope: -1, into: &batch)
    return true
  }

  private func joinCRI(
    _ text: UnsafeBufferPointer<UInt8>, stream: [UInt8], isPartial: Bool,
    into batch: inout EventBatch
  ) {
    unsafe reader.parts.add(text, stream: stream, facts: reader.facts)
    if !isPartial, let parts = reader.parts.take(stream) { emit(parts, into: &batch) }
  }

  /// Adds the record of a text that is one JSON object, or the records of an array; false when it is
  /// neither.
  private func emitValue(
    _ text: UnsafeBufferPointer<UInt8>, end: Bytes, mayEndInBracket: Bool,
    into batch: inout EventBatch
  ) -> Bool {
    var first = 0
    while first < text.count, unsafe isBlank(text[first]) { first += 1 }
    guard first < text.count, let start = text.baseAddress else { return false }
    if unsafe text[first] == UInt8(ascii: "[") {
      return unsafe reader.emitJSON(Array(text), envelope: -1, into: &batch)
    }
    guard unsafe text[first] == UInt8(ascii: "{"),
      let found = unsafe Walker.record(start + first, parent: -1, depth: 1, context),
      unsafe PrefixScan.isEnd(found.end, end, allowsBracket: mayEndInBracket)
    else {
      prepareWalk(crossesLines: false)
      return false
    }
    unsafe context.pointee.isEmbedded = true
    unsafe reader.emit(found.scope, into: &batch)
    return true
  }

  /// The length of the byte order mark that the line begins with.
  private func byteOrderMark(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe line.count >= 3 && line[0] == 0xEF && line[1] == 0xBB && line[2] == 0xBF ? 3 : 0
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  /// Whether the line is one JSON value that cannot be a record: a string, a number, `true`, `null`.
  private func isSingleValue(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = line.baseAddress else { return false }
    prepareWalk(crossesLines: false)
    var first = 0
    while first < line.count, unsafe isBlank(line[first]) || line[first] == 0x1E { first += 1 }
    guard let end = unsafe Walker.value(start + first, depth: 0, context) else { return false }
    return unsafe PrefixScan.isEnd(end, start + line.count, allowsBracket: false)
  }
}
