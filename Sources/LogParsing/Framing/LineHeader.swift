import Glibc
import LogModel

/// A known header in front of the text of a line: what wrote it and when.
@unsafe struct LineHeader {
  /// The stream of a CRI line; nil for all other headers.
  var stream: UnsafeBufferPointer<UInt8>?
  /// Whether the text goes on in the next CRI line of the same stream.
  var isPartial = false
  var time: EventTime?
  /// 0 ... 7 from a syslog header; -1 for all others.
  var syslogSeverity = -1
  /// How many bytes of the line it takes.
  var count = 0

  /// - Returns: nil when the line begins with none of the known headers.
  init?(_ line: UnsafeBufferPointer<UInt8>) {
    guard let first = unsafe line.first else { return nil }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard unsafe readTimestamp(line) else { return nil }
    case UInt8(ascii: "<"):
      guard unsafe readSyslog(line) else { return nil }
    default:
      guard unsafe readFluentBit(line) else { return nil }
    }
  }

  /// Headers that begin with an RFC 3339 time: CRI, fluentd's file output, CloudWatch's export.
  private mutating func readTimestamp(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = line.baseAddress, line.count >= 20 else { return false }
    var end = 19
    while end < line.count, end < 48, unsafe line[end] != 0x20, unsafe line[end] != 0x09 { end += 1 }
    guard end < line.count, unsafe line[10] | 0x20 == UInt8(ascii: "t"),
      let time = unsafe TimestampParser.calendarTime(start, count: end)
    else { return false }
    unsafe self.time = time
    unsafe count = end + 1
    if unsafe line[end] == 0x09 {
      // fluentd: time TAB tag TAB json
      guard let tab = unsafe memchr(start + end + 1, 0x09, line.count - end - 1) else { return false }
      unsafe count = Bytes(tab.assumingMemoryBound(to: UInt8.self)) - start + 1
      return true
    }
    // CRI: time stream tag text; anything else is CloudWatch's export: time text
    let word = end + 1
    guard line.count >= word + 8, unsafe memcmp(start + word, "std", 3) == 0,
      unsafe memcmp(start + word + 3, "out ", 4) == 0 || memcmp(start + word + 3, "err ", 4) == 0
    else { return true }
    let tag = unsafe line[word + 7]
    guard tag == UInt8(ascii: "F") || tag == UInt8(ascii: "P") else { return true }
    // Further tags follow behind colons; nobody has defined one yet.
    var text = word + 8
    if text < line.count, unsafe line[text] == UInt8(ascii: ":") {
      while text < line.count, unsafe line[text] != 0x20 { text += 1 }
    }
    guard unsafe text == line.count || line[text] == 0x20 else { return true }
    unsafe stream = unsafe UnsafeBufferPointer(rebasing: line[word..<word + 6])
    unsafe isPartial = tag == UInt8(ascii: "P")
    unsafe count = min(text + 1, line.count)
    return true
  }

  /// RFC 5424: `<PRI>1 TIME HOST APP PROCID MSGID SD MSG`; of the older RFC 3164 the priority.
  private mutating func readSyslog(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 1
    var priority = 0
    while place < min(line.count, 5), unsafe line[place] &- UInt8(ascii: "0") < 10 {
      unsafe priority = priority * 10 + Int(line[place] - UInt8(ascii: "0"))
      place += 1
    }
    guard place > 1, place < line.count, unsafe line[place] == UInt8(ascii: ">"), priority <= 191
    else { return false }
    unsafe syslogSeverity = priority & 7
    place += 1
    unsafe count = place
    guard place + 1 < line.count, unsafe line[place] == UInt8(ascii: "1"),
      unsafe line[place + 1] == 0x20, let start = line.baseAddress
    else { return true }
    place += 2
    // Time, host, application, process and message id, each without blanks.
    for field in 0..<5 {
      guard let blank = unsafe memchr(start + place, 0x20, line.count - place) else { return true }
      let end = unsafe Bytes(blank.assumingMemoryBound(to: UInt8.self)) - start
      if field == 0 {
        unsafe time = TimestampParser.calendarTime(start + place, count: end - place)
      }
      place = end + 1
    }
    unsafe count = skipStructuredData(line, from: place)
    return true
  }

  /// The place of the message behind `-` or `[id key="value"]...` and one blank.
  private func skipStructuredData(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    if place < line.count, unsafe line[place] == UInt8(ascii: "-") {
      place += 1
    } else {
      while place < line.count, unsafe line[place] == UInt8(ascii: "[") {
        var isQuoted = false
        while place < line.count {
          let byte = unsafe line[place]
          place += 1
          if byte == UInt8(ascii: "\\"), isQuoted { place += 1 }
          if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
          if byte == UInt8(ascii: "]"), !isQuoted { break }
        }
      }
    }
    place = min(place, line.count)
    if place < line.count, unsafe line[place] == 0x20 { place += 1 }
    return place
  }

  /// fluent-bit's file output: `tag: [time, {json}]`.
  private mutating func readFluentBit(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = line.baseAddress else { return false }
    var place = 0
    while let colon = unsafe memchr(start + place, 0x3A, line.count - place) {
      place = unsafe Bytes(colon.assumingMemoryBound(to: UInt8.self)) - start + 1
      guard place + 2 < line.count, unsafe line[place] == 0x20,
        unsafe line[place + 1] == UInt8(ascii: "[")
      else { continue }
      var end = place + 2
      while end < line.count, unsafe line[end] != UInt8(ascii: ","),
        unsafe line[end] &- 0x2E < 12
      {
        end += 1
      }
      guard end < line.count, end > place + 2, unsafe line[end] == UInt8(ascii: ",") else { continue }
      unsafe time = TimestampParser.time(start + place + 2, count: end - place - 2)
      guard unsafe time != nil else { continue }
      end += 1
      while end < line.count, unsafe line[end] == 0x20 { end += 1 }
      guard end < line.count, unsafe line[end] == UInt8(ascii: "{") else { continue }
      unsafe count = end
      return true
    }
    return false
  }
}
