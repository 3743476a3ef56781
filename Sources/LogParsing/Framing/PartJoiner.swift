import LogModel

/// Lines that Docker and CRI cut into parts, until their last part comes.
struct PartJoiner {
  /// What has come of one line.
  struct Parts {
    var text: [UInt8]
    /// Of the first part.
    var facts: LineFacts
  }

  /// By the name of the stream, with a byte before it for the kind of wrapper.
  private var open: [[UInt8]: Parts] = [:]

  var isEmpty: Bool { open.isEmpty }

  func isOpen(_ stream: [UInt8]) -> Bool { open[stream] != nil }

  /// Adds a part that is not the last one.
  ///
  /// - Returns: How long the line has become.
  mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, stream: [UInt8], facts: LineFacts
  ) -> Int {
    unsafe open[stream, default: Parts(text: [], facts: facts)].text.append(contentsOf: text)
    return open[stream]?.text.count ?? 0
  }

  /// Takes the parts of a stream out.
  mutating func take(_ stream: [UInt8]) -> Parts? { open.removeValue(forKey: stream) }

  /// Takes everything that is open out, in the order in which it began.
  mutating func takeAll() -> [Parts] {
    defer { open.removeAll() }
    return open.sorted { left, right in
      left.value.facts.line != right.value.facts.line
        ? left.value.facts.line < right.value.facts.line
        : left.key.lexicographicallyPrecedes(right.key)
    }.map(\.value)
  }

  /// Makes the lines of open parts count from a new first line, when a batch has been handed on.
  mutating func shiftLines(by count: Int) {
    for stream in open.keys { open[stream]?.facts.line -= count }
  }
}
