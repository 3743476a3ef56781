import Glibc
import LogModel

/// A known header in front of the text of a line: what wrote it and when.
@unsafe struct LineHeader {
  /// Whether text behind it that is no JSON is a record all the same: an application's plain line.
  var allowsPlainText = true
  /// The stream of a CRI line; nil for all other headers.
  var stream: UnsafeBufferPointer<UInt8>?
  /// Whether the text goes on in the next CRI line of the same stream.
  var isPartial = false
  var time: EventTime?
  /// The severity of a syslog header, 0 to 7; -1 for all others.
  var syslogSeverity = -1
  /// How many bytes of the line it takes.
  var count = 0

  /// - Returns: nil when the line begins with none of the known headers.
  init?(_ line: UnsafeBufferPointer<UInt8>) {
    guard let first = unsafe line.first else { return nil }
    let isKnown =
      switch first {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unsafe readTimestamp(line)
      case UInt8(ascii: "<"): unsafe readSyslog(line)
      default: false
      }
    guard unsafe isKnown || readFluentBit(line) else { return nil }
  }

  /// Headers that begin with an RFC 3339 time: CRI, fluentd's file output, CloudWatch's export.
  private mutating func readTimestamp(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = line.baseAddress, line.count >= 20 else { return false }
    var end = 19
    while end < line.count, unsafe line[end] != 0x20, unsafe line[end] != 0x09 {
      end += 1
    }
    guard end < line.count, let time = unsafe TimestampParser.calendarTime(start, count: end) else {
      return false
    }
    unsafe self.time = time
    if unsafe line[end] == 0x09 {
      // fluentd: time TAB tag TAB json
      let tag = end + 1
      guard let tab = unsafe memchr(start + tag, 0x09, line.count - tag) else { return false }
      unsafe count = Bytes(tab.assumingMemoryBound(to: UInt8.self)) - start + 1
      return unsafe count > tag + 1
    }
    // A date and a time with a blank between them are two words of anybody's text.
    guard unsafe line[10] != 0x20 else { return false }
    unsafe count = end + 1
    // CRI: time stream tag text; anything else is CloudWatch's export: time text
    let word = end + 1
    guard line.count >= word + 8, unsafe memcmp(start + word, "std", 3) == 0,
      unsafe memcmp(start + word + 3, "out ", 4) == 0 || memcmp(start + word + 3, "err ", 4) == 0
    else { return true }
    let tag = unsafe line[word + 7]
    guard tag == UInt8(ascii: "F") || tag == UInt8(ascii: "P"),
      unsafe word + 8 == line.count || line[word + 8] == 0x20
    else { return true }
    unsafe stream = unsafe UnsafeBufferPointer(rebasing: line[word..<word + 6])
    unsafe isPartial = tag == UInt8(ascii: "P")
    unsafe count = min(word + 9, line.count)
    return true
  }

  /// RFC 5424: `<PRI>1 TIME HOST APP PROCID MSGID SD MSG`.
  private mutating func readSyslog(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 1
    var priority = 0
    while place < min(line.count, 4), unsafe line[place] &- UInt8(ascii: "0") < 10 {
      unsafe priority = priority * 10 + Int(line[place] - UInt8(ascii: "0"))
      place += 1
    }
    guard place > 1, priority <= 191, place + 3 <= line.count, let start = line.baseAddress,
      unsafe memcmp(start + place, ">1 ", 3) == 0
    else { return false }
    unsafe syslogSeverity = priority & 7
    place += 3
    // Time, host, application, process and message id, each without blanks.
    for field in 0..<5 {
      guard let blank = unsafe memchr(start + place, 0x20, line.count - place) else { return false }
      let end = unsafe Bytes(blank.assumingMemoryBound(to: UInt8.self)) - start
      guard end > place else { return false }
      if field == 0 {
        unsafe time = TimestampParser.calendarTime(start + place, count: end - place)
        guard unsafe time != nil || (end == place + 1 && line[place] == UInt8(ascii: "-")) else {
          return false
        }
      }
      place = end + 1
    }
    guard let end = unsafe structuredDataEnd(line, from: place) else { return false }
    unsafe count = end
    return true
  }

  /// The place of the message behind `-` or `[id key="value"]...`, one blank and a byte order mark.
  private func structuredDataEnd(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var place = start
    if place < line.count, unsafe line[place] == UInt8(ascii: "-") {
      place += 1
    } else {
      guard place < line.count, unsafe line[place] == UInt8(ascii: "[") else { return nil }
      while place < line.count, unsafe line[place] == UInt8(ascii: "[") {
        guard let end = unsafe elementEnd(line, from: place + 1) else { return nil }
        place = end
      }
    }
    guard place < line.count else { return place }
    guard unsafe line[place] == 0x20 else { return nil }
    place += 1
    if place + 2 < line.count, unsafe line[place] == 0xEF, unsafe line[place + 1] == 0xBB,
      unsafe line[place + 2] == 0xBF
    {
      place += 3
    }
    return place
  }

  /// The place behind the bracket that closes an element; brackets in quotes do not.
  private func elementEnd(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var place = start
    var isQuoted = false
    while place < line.count {
      switch unsafe line[place] {
      case UInt8(ascii: "\\") where isQuoted: place += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "]") where !isQuoted: return place + 1
      default: break
      }
      place += 1
    }
    return nil
  }

  /// The file output of fluent-bit, `tag: [time, {json}]`; text that is no JSON has no such header.
  private mutating func readFluentBit(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = line.baseAddress,
      let blank = unsafe memchr(start, 0x20, line.count)
    else { return false }
    let tagEnd = unsafe Bytes(blank.assumingMemoryBound(to: UInt8.self)) - start
    let number = tagEnd + 2
    guard tagEnd > 1, number < line.count, unsafe line[tagEnd - 1] == UInt8(ascii: ":"),
      unsafe line[tagEnd + 1] == UInt8(ascii: "[")
    else { return false }
    var end = number
    while end < line.count,
      unsafe line[end] &- UInt8(ascii: "0") < 10 || line[end] == UInt8(ascii: ".")
    {
      end += 1
    }
    guard end > number, end + 2 < line.count, unsafe line[end] == UInt8(ascii: ","),
      unsafe line[end + 1] == 0x20, unsafe line[end + 2] == UInt8(ascii: "{")
    else { return false }
    unsafe time = TimestampParser.time(start + number, count: end - number)
    unsafe allowsPlainText = false
    unsafe count = end + 2
    return true
  }
}
