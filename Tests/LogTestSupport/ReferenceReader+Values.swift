extension ReferenceReader {
  /// Reads the values of a line that starts with one, and the lines over which the first goes on.
  ///
  /// - Returns: The next line to read.
  mutating func readValues(_ index: Int, from start: Int) -> Int {
    let first = ReferenceJSONParser.read(bytes, from: start, braceAtLineStartBreaks: true)
    if let position = oversize(of: first, from: start) {
      let line = line(of: position)
      judge(index..<line, .malformed)
      judge(line..<line + 1, .oversized)
      emitElements(of: first, before: position, from: start)
      return line + 1
    }
    switch first.outcome {
    case .unfinished:
      judge(index..<lines.count, .malformed)
      emitElements(of: first, before: first.end, from: start)
      return lines.count
    case .broken where isBracketedText(first, index: index, from: start):
      readText(index, from: start)
      return index + 1
    case .broken:
      return fail(first, at: line(of: first.end), from: start, index: index)
    case .complete:
      let last = line(of: first.end - 1)
      guard let rest = readRest(of: last, from: first.end) else {
        if last == index, isBracketedText(first, index: index, from: start) {
          readText(index, from: start)
          return index + 1
        }
        return fail(first, at: last, from: start, index: index, countsOwnLine: false)
      }
      judge(index..<last + 1, .parsed)
      judge(last..<last + 1, rest.verdict)
      noteRepairs(first.repairs)
      emit(first, from: start)
      if !holdsObject(first) {
        judge(index..<(rest.verdict == .oversized ? last : last + 1), .malformed)
      }
      for (reading, position) in rest.readings {
        noteRepairs(reading.repairs)
        emit(reading, from: position)
      }
      return last + 1
    }
  }

  /// Text that begins with a bracket, such as `[2026-03-14 08:00:00] INFO {...}`: no array, because it
  /// breaks on its own line before any object.
  private func isBracketedText(
    _ reading: ReferenceJSONParser.Reading, index: Int, from start: Int
  ) -> Bool {
    bytes[start] == UInt8(ascii: "[") && line(of: reading.end) == index
      && reading.elements.allSatisfy { $0.value.object == nil }
  }

  /// A value broke in a line: by itself, or by ending what earlier lines carried.
  private mutating func fail(
    _ reading: ReferenceJSONParser.Reading, at line: Int, from start: Int, index: Int,
    countsOwnLine: Bool = true
  ) -> Int {
    guard line > index else {
      judge(index..<index + 1, .malformed)
      if countsOwnLine { emitElements(of: reading, before: reading.end, from: start) }
      return index + 1
    }
    judge(index..<line, .malformed)
    emitElements(of: reading, before: lines[line].lowerBound, from: start)
    return line
  }

  /// Reads the further values of a line; nil when something else follows a value.
  private func readRest(of line: Int, from start: Int) -> (
    verdict: Verdict, readings: [(ReferenceJSONParser.Reading, Int)]
  )? {
    var readings: [(ReferenceJSONParser.Reading, Int)] = []
    var verdict = Verdict.parsed
    var position = start
    let end = lines[line].upperBound
    while true {
      skipBlanks(&position, to: end)
      if position == end { return (verdict, readings) }
      let isSeparated = bytes[position] == 0x1E
      while position < end, bytes[position] == 0x1E {
        position += 1
        skipBlanks(&position, to: end)
      }
      guard position < end, isOpening(bytes[position]) else {
        return isSeparated ? (.malformed, readings) : nil
      }
      let reading = ReferenceJSONParser.read(bytes, from: position, to: end)
      let isOversized = oversize(of: reading, from: position) != nil
      readings.append((reading, position))
      guard case .complete = reading.outcome, !isOversized else {
        return (isOversized ? .oversized : .malformed, readings)
      }
      if !holdsObject(reading) { verdict = .malformed }
      position = reading.end
    }
  }

  private func skipBlanks(_ position: inout Int, to end: Int) {
    while position < end, ReferenceJSON.isBlank(bytes[position]) { position += 1 }
  }

  /// False for an array of which no element is an object, unless it is empty.
  private func holdsObject(_ reading: ReferenceJSONParser.Reading) -> Bool {
    guard case .complete(let value) = reading.outcome, let elements = value.array else {
      return true
    }
    return elements.isEmpty || elements.contains { $0.object != nil }
  }

  /// The first byte too many of a value, or of an element whose array is read piece by piece.
  private func oversize(of reading: ReferenceJSONParser.Reading, from start: Int) -> Int? {
    for element in reading.elements where element.range.count > options.maxLine {
      return element.range.lowerBound + options.maxLine
    }
    let isPiecewise =
      bytes[start] == UInt8(ascii: "[") || !reading.elements.isEmpty || reading.openElement != nil
    guard let open = reading.openElement ?? (isPiecewise ? nil : start),
      reading.end - open > options.maxLine
    else { return nil }
    return open + options.maxLine
  }

  // MARK: Records

  private mutating func emit(_ reading: ReferenceJSONParser.Reading, from start: Int) {
    let isWhole =
      if case .complete(let value) = reading.outcome, let object = value.object {
        !ReferenceUnwrapper.holdsLists(object)
      } else {
        false
      }
    if isWhole, case .complete(.object(let object)) = reading.outcome {
      if oversize(of: reading, from: start) == nil { take(object, line: line(of: start)) }
    } else {
      let limit = oversize(of: reading, from: start) ?? reading.end
      emitElements(of: reading, before: limit, from: start)
    }
  }

  /// Makes records of the elements that were complete before a position.
  private mutating func emitElements(
    of reading: ReferenceJSONParser.Reading, before limit: Int, from start: Int
  ) {
    let isArray = bytes[start] == UInt8(ascii: "[")
    // What follows a complete value may break its lines, but takes nothing from its envelope.
    let isComplete = if case .complete = reading.outcome { true } else { false }
    let members = reading.fields.filter { isComplete || $0.range.upperBound <= limit }
      .map { ReferenceObject.Member(key: $0.key ?? [], value: $0.value) }
    let envelope = ReferenceObject(members.filter { !ReferenceUnwrapper.isList($0) })
    if ReferenceUnwrapper.isControlMessage(envelope) { return }
    for element in reading.elements where element.range.upperBound <= limit {
      guard let object = element.value.object else { continue }
      let line = line(of: element.range.lowerBound)
      var unwrapper = ReferenceUnwrapper()
      unwrapper.unwrapElement(
        object, ofEvents: element.key == Array("logEvents".utf8),
        in: isArray ? [] : [envelope], level: 1)
      emit(unwrapper, header: nil, line: line, lastLine: line)
    }
  }
}
