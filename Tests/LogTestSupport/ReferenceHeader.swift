import LogModel

/// What collectors and hosts write before the text of a line.
struct ReferenceHeader {
  enum Shape: Equatable {
    /// Container runtimes; `isPart` when the text goes on in a later line of the stream.
    case container(stream: [UInt8], isPart: Bool)
    case syslog
    case fluentd
    case fluentBit
    case export
  }

  var shape: Shape
  var time: EventTime?
  /// What the priority says, where there is one.
  var isLoud: Bool?
  /// Behind the header.
  var text: [UInt8]

  /// The header that a line starts with; nil when it starts with none.
  static func parse(_ line: [UInt8]) -> ReferenceHeader? {
    syslog(line) ?? container(line) ?? fluentd(line) ?? export(line) ?? fluentBit(line)
  }

  /// `<time> stdout|stderr F|P <text>`.
  private static func container(_ line: [UInt8]) -> ReferenceHeader? {
    var scanner = ReferenceScanner(line)
    guard let time = ReferenceTime.iso(scanner.take(while: isNoBlank)), scanner.skip(" ") else {
      return nil
    }
    let stream = scanner.take(while: isNoBlank)
    guard ["stdout", "stderr"].contains(String(decoding: stream, as: UTF8.self)),
      scanner.skip(" ")
    else { return nil }
    let isPart = scanner.skip("P")
    guard isPart || scanner.skip("F"), scanner.isAtEnd || scanner.skip(" ") else { return nil }
    return ReferenceHeader(
      shape: .container(stream: stream, isPart: isPart), time: time, text: scanner.rest)
  }

  /// RFC 5424: `<priority>version time host app process message-id data text`.
  private static func syslog(_ line: [UInt8]) -> ReferenceHeader? {
    var scanner = ReferenceScanner(line)
    guard scanner.skip("<") else { return nil }
    let digits = scanner.allDigits()
    guard (1...3).contains(digits.count), let priority = Int(digits), priority <= 191,
      scanner.skip(">1 ")
    else { return nil }
    let word = scanner.take(while: isNoBlank)
    let time = ReferenceTime.iso(word)
    guard time != nil || word == [UInt8(ascii: "-")], scanner.skip(" ") else { return nil }
    for _ in 0..<4 {
      guard !scanner.take(while: isNoBlank).isEmpty, scanner.skip(" ") else { return nil }
    }
    guard scanner.skip("-") || structuredData(&scanner) else { return nil }
    guard scanner.isAtEnd || scanner.skip(" ") else { return nil }
    _ = scanner.skip("\u{FEFF}")
    return ReferenceHeader(
      shape: .syslog, time: time, isLoud: priority & 7 <= 4, text: scanner.rest)
  }

  /// `[id name="value"]` and more of them without a blank between.
  private static func structuredData(_ scanner: inout ReferenceScanner) -> Bool {
    var elements = 0
    while scanner.skip("[") {
      var isQuoted = false
      while !scanner.isAtEnd, isQuoted || !scanner.skip("]") {
        if isQuoted, scanner.skip("\\") {
          guard !scanner.isAtEnd else { return false }
        } else if scanner.text[scanner.position] == UInt8(ascii: "\"") {
          isQuoted.toggle()
        }
        scanner.position += 1
      }
      guard scanner.text[scanner.position - 1] == UInt8(ascii: "]"), !isQuoted else { return false }
      elements += 1
    }
    return elements > 0
  }

  /// `<time> TAB <tag> TAB <text>`.
  private static func fluentd(_ line: [UInt8]) -> ReferenceHeader? {
    var scanner = ReferenceScanner(line)
    guard let time = ReferenceTime.iso(scanner.take(while: isNoTab)), scanner.skip("\t"),
      !scanner.take(while: isNoTab).isEmpty, scanner.skip("\t")
    else { return nil }
    return ReferenceHeader(shape: .fluentd, time: time, text: scanner.rest)
  }

  /// `<time> <text>`, as CloudWatch exports to files.
  private static func export(_ line: [UInt8]) -> ReferenceHeader? {
    var scanner = ReferenceScanner(line)
    guard let time = ReferenceTime.iso(scanner.take(while: isNoBlank)), scanner.skip(" ") else {
      return nil
    }
    return ReferenceHeader(shape: .export, time: time, text: scanner.rest)
  }

  /// `<tag>: [<time>, <object>]`.
  private static func fluentBit(_ line: [UInt8]) -> ReferenceHeader? {
    var scanner = ReferenceScanner(line)
    let tag = scanner.take(while: isNoBlank)
    guard tag.count > 1, tag.last == UInt8(ascii: ":"), scanner.skip(" [") else { return nil }
    let number = scanner.take { ReferenceScanner.isDigit($0) || $0 == UInt8(ascii: ".") }
    guard ReferenceTime.isPlainDecimal(number), scanner.skip(", ") else { return nil }
    return ReferenceHeader(
      shape: .fluentBit, time: ReferenceTime.number(String(decoding: number, as: UTF8.self)),
      text: scanner.rest)
  }

  private static func isNoBlank(_ byte: UInt8) -> Bool { byte != UInt8(ascii: " ") }
  private static func isNoTab(_ byte: UInt8) -> Bool { byte != UInt8(ascii: "\t") }
}
