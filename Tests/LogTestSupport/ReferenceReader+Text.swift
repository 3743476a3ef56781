extension ReferenceReader {
  /// Reads a line that does not start with a value: a header and its text, or any text before an
  /// object.
  mutating func readText(_ index: Int, from start: Int) {
    let line = lines[index]
    let end = bytes[line].last == 0x0D ? line.upperBound - 1 : line.upperBound
    guard end - line.lowerBound <= options.maxLine else {
      judge(index..<index + 1, .oversized)
      return
    }
    guard start < end else {
      judge(index..<index + 1, .malformed)
      return
    }
    let header = ReferenceHeader.parse(Array(bytes[start..<end]))
    if let header, header.shape != .fluentBit {
      judge(index..<index + 1, .parsed)
      take(header, line: index)
      return
    }
    if let header {
      let behind = end - header.text.count
      if readPrefixed(index, from: behind, to: end, header: header) { return }
    }
    for brace in start..<end where bytes[brace] == UInt8(ascii: "{") {
      if readPrefixed(index, from: brace, to: end, header: nil) { return }
    }
    judge(index..<index + 1, .malformed)
  }

  /// Reads an object with text before it; behind it only a closing bracket may stand.
  private mutating func readPrefixed(
    _ index: Int, from start: Int, to end: Int, header: ReferenceHeader?
  ) -> Bool {
    let reading = ReferenceJSONParser.read(bytes, from: start, to: end)
    guard case .complete(let value) = reading.outcome, let object = value.object else {
      return false
    }
    let rest = bytes[reading.end..<end].filter { !ReferenceJSON.isBlank($0) }
    guard rest.isEmpty || rest == [UInt8(ascii: "]")] else { return false }
    judge(index..<index + 1, .parsed)
    noteRepairs(reading.repairs)
    var unwrapper = ReferenceUnwrapper()
    unwrapper.unwrap(object, in: [], level: 0)
    emit(unwrapper, header: header, line: index, lastLine: index)
    return true
  }
}
