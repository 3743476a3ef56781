import LogModel

/// Whether a record calls itself a warning or worse: the condition for searching its texts.
///
/// Not to be confused with the recovery level of a code.
enum LogLevel {
  /// From the record outward: the first level that is understood decides.
  static func isWarningOrAbove(_ record: Int32, _ reader: RecordReader) -> Bool {
    var index = record
    while index >= 0 {
      let scope = unsafe reader.scope(index)
      var bits =
        unsafe scope.pointee.word(reader.fields.logLevel.word) & reader.fields.logLevel.mask
      while bits != 0 {
        let slot = reader.fields.logLevel.word << 6 | bits.trailingZeroBitCount
        bits &= bits - 1
        if let answer = unsafe isWarning(slot, in: scope, reader) { return answer }
      }
      index = unsafe scope.pointee.parent
    }
    return (0...4).contains(reader.facts.syslogSeverity)
  }

  /// Nil when the level is not understood.
  private static func isWarning(
    _ slot: Int, in scope: UnsafeMutablePointer<Scope>, _ reader: RecordReader
  ) -> Bool? {
    // The longest word has 16 letters, at most six bytes each when they are written as escapes.
    guard unsafe scope.pointee.slots[slot].kind != .array,
      unsafe scope.pointee.slots[slot].count <= 16 * 6
    else { return nil }
    let text = unsafe reader.text(slot, in: scope)
    guard let number = unsafe smallNumber(text) else { return unsafe isWarning(word: text) }
    let fields = reader.fields
    if slot == fields.severityNumber.nested { return number >= 13 }
    if slot == fields.priority.nested || slot == fields.syslogSeverity.dotted
      || slot == fields.syslogSeverity.nested
    {
      return number <= 4
    }
    // pino and bunyan count from 10 to 60, syslog and GELF down from 7 to 0.
    return number >= 10 ? number >= 40 : number <= 4
  }

  private static func smallNumber(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...3).contains(text.count) else { return nil }
    var number = 0
    for index in 0..<text.count {
      let byte = unsafe text[index]
      guard byte &- UInt8(ascii: "0") < 10 else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  private static func isWarning(word: UnsafeBufferPointer<UInt8>) -> Bool? {
    guard word.count <= 16 else { return nil }
    var lower: UInt128 = 0
    for index in 0..<word.count {
      let byte = unsafe word[index]
      lower = lower << 8 | UInt128(byte | (byte &- 0x41 < 26 ? 0x20 : 0))
    }
    if calm.contains(lower) { return false }
    return failing.contains(lower) ? true : nil
  }

  private static let failing = packed([
    "warn", "warning", "error", "err", "fatal", "critical", "crit", "alert", "emerg", "emergency",
    "panic", "dpanic", "severe",
  ])
  private static let calm = packed([
    "info", "debug", "trace", "information", "informational", "notice", "default", "verbose",
    "silly", "http", "ok", "success", "config", "fine", "finer", "finest",
  ])

  private static func packed(_ words: [String]) -> [UInt128] {
    words.map { $0.utf8.reduce(0) { $0 << 8 | UInt128($1) } }
  }
}
