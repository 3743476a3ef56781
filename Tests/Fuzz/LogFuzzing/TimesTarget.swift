import LogModel
import LogParsing
import LogTestSupport

/// Any bytes where a time may stand (text, number, `log_id`, header) tell the moment that the plain
/// reader reads, or none.
package struct TimesTarget: FuzzTarget {
  package static let name = "times"
  private let parser = LogParser(options: ParserOptions())

  package init() {}

  package func complaint(about input: [UInt8]) -> String? {
    let text = JSONBytes.quoted(input)
    let flat = input.map { $0 == 0x0A ? 0x20 : $0 }
    let lines = [
      Array("{\"date\":".utf8) + text + Array("}".utf8),
      Array("{\"ts\":".utf8) + flat + Array("}".utf8),
      Array("{\"date\":null,\"log_id\":".utf8) + text + Array("}".utf8),
      flat + Array(" stdout F {\"tenant\":\"a\"}".utf8),
      flat + Array(" {\"tenant\":\"a\"}".utf8),
      Array("<14>1 ".utf8) + flat + Array(" h a - - - {\"tenant\":\"a\"}".utf8),
      Array("tag: [".utf8) + flat + Array(", {\"tenant\":\"a\"}]".utf8),
    ]
    for line in lines {
      let found = ParsedLog(line, parser: parser) { .max }
      let expected = ReferenceReader.read(line)
      let (times, expectedTimes) = (found.result.times, expected.times)
      guard times != expectedTimes else { continue }
      return "times: found \(times), expected \(expectedTimes) in "
        + String(decoding: line, as: UTF8.self)
    }
    return nil
  }
}

extension ReferenceResult {
  /// The times of the records as text.
  fileprivate var times: [String] {
    records.map { $0.time.map { "\($0.seconds) s \($0.nanoseconds) ns" } ?? "-" }
  }
}
