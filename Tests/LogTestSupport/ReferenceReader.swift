import LogModel

/// Reads a whole input by the written rules, slowly and plainly.
///
/// It shares no code with the tool, so that what both say alike is probably right.
package struct ReferenceReader {
  enum Verdict {
    case blank
    case malformed
    case oversized
    case parsed
  }

  let bytes: [UInt8]
  let options: ReferenceOptions
  /// The bytes of every line without its line feed.
  let lines: [Range<Int>]
  private var verdicts: [Verdict]
  private var repairedLines: Set<Int> = []
  private var parts = ReferenceParts()
  private var records: [ReferenceRecord] = []

  package static func read(
    _ bytes: [UInt8], options: ReferenceOptions = ReferenceOptions()
  ) -> ReferenceResult {
    var reader = ReferenceReader(bytes, options)
    var index = 0
    while index < reader.lines.count { index = reader.readLine(index) }
    return reader.finish()
  }

  private init(_ bytes: [UInt8], _ options: ReferenceOptions) {
    self.bytes = bytes
    self.options = options
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(start..<index)
      start = index + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    self.lines = lines
    verdicts = Array(repeating: .malformed, count: lines.count)
  }

  private mutating func finish() -> ReferenceResult {
    for open in parts.removeAll() { emit(open) }
    var result = ReferenceResult()
    result.lines = lines.count
    for (index, verdict) in verdicts.enumerated() {
      switch verdict {
      case .blank: result.blank += 1
      case .malformed: result.malformed += 1
      case .oversized: result.oversized += 1
      case .parsed:
        result.parsed += 1
        if repairedLines.contains(index) { result.repaired += 1 }
      }
    }
    result.records = records
    return result
  }

  // MARK: Lines

  /// Reads the value that starts in a line.
  ///
  /// - Returns: The next line to read.
  private mutating func readLine(_ index: Int) -> Int {
    let line = lines[index]
    var start = line.lowerBound
    if bytes[line].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    if bytes[start..<line.upperBound].allSatisfy(ReferenceJSON.isBlank) {
      verdicts[index] = .blank
      return index + 1
    }
    while start < line.upperBound, ReferenceJSON.isBlank(bytes[start]) || bytes[start] == 0x1E {
      start += 1
    }
    if start < line.upperBound, isOpening(bytes[start]) { return readValues(index, from: start) }
    readText(index, from: start)
    return index + 1
  }

  func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  /// The line that holds a byte; a line feed belongs to the line that it ends.
  func line(of position: Int) -> Int {
    var (low, high) = (0, lines.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if position <= lines[middle].upperBound { high = middle } else { low = middle + 1 }
    }
    return low
  }

  mutating func judge(_ range: Range<Int>, _ verdict: Verdict) {
    for index in range { verdicts[index] = verdict }
  }

  mutating func noteRepairs(_ positions: [Int]) {
    for position in positions { repairedLines.insert(line(of: position)) }
  }

  // MARK: Records

  /// Takes an object that stands by itself on a line, or over several.
  mutating func take(_ object: ReferenceObject, line: Int) {
    if let open = parts.add(object, line: line) { emit(open) }
  }

  mutating func take(_ header: ReferenceHeader, line: Int) {
    guard case .container(let stream, let isPart) = header.shape else {
      emit(ReferenceParts.Open(text: header.text, header: header, line: line, lastLine: line))
      return
    }
    if let open = parts.add(header, stream: stream, isPart: isPart, line: line) { emit(open) }
  }

  private mutating func emit(_ open: ReferenceParts.Open) {
    var unwrapper = ReferenceUnwrapper()
    if let object = open.object {
      unwrapper.unwrap(object, in: [], level: 0)
    } else {
      unwrapper.unwrapText(open.text, in: [], level: 0)
    }
    emit(unwrapper, header: open.header, line: open.line, lastLine: open.lastLine)
  }

  /// Makes records of what was found in a value.
  mutating func emit(
    _ unwrapper: ReferenceUnwrapper, header: ReferenceHeader?, line: Int, lastLine: Int
  ) {
    if unwrapper.repaired { repairedLines.insert(lastLine) }
    for found in unwrapper.found {
      let fields = ReferenceFields(found: found, header: header, options: options)
      records.append(fields.record(line: line + 1))
    }
  }
}
