import LogAlerting
import LogParsing
import LogReporting
import LogTestSupport

/// Any bytes where a name may stand come out as the plain reader decodes them; what is shown of them
/// hides nothing and can be read back; and no text of a rule stops the program.
package struct TextTarget: FuzzTarget {
  package static let name = "text"
  private let parser = LogParser(options: ParserOptions())

  package init() {}

  package func complaint(about input: [UInt8]) -> String? {
    let flat = input.map { $0 == 0x0A ? 0x20 : $0 }
    let numbers = input.map { String($0) }.joined(separator: ",")
    let lines: [[UInt8]] = [
      Array("{\"tenant\":\"".utf8) + flat + Array("\"}".utf8),
      Array("{\"tenant\":".utf8) + JSONBytes.quoted(input) + Array("}".utf8),
      Array("{\"__REALTIME_TIMESTAMP\":\"1773475200000000\",\"MESSAGE\":[\(numbers)]}".utf8),
      Array("{\"message\":".utf8)
        + JSONBytes.quoted(Array("{\"tenant\":".utf8) + JSONBytes.quoted(input) + Array("}".utf8))
        + Array("}".utf8),
      Array("{\"details\":{\"request\":{\"path\":\"/api/sms/configs/".utf8) + flat
        + Array("/x\"}},\"errorCode\":\"invalid_otp\"}".utf8),
    ]
    for line in lines {
      let found = ParsedLog(line, parser: parser) { .max }
      if let complaint = Disagreement.between(
        found.result.counted, ReferenceReader.read(line).counted, what: "a text")
      {
        return complaint
      }
    }
    let text = String(decoding: input, as: UTF8.self)
    return complaintAboutShown(text) ?? complaintAboutRule(text)
  }

  private func complaintAboutShown(_ text: String) -> String? {
    var cell: [UInt8] = []
    SafeText.appendCell(text, to: &cell)
    let shown = String(decoding: cell, as: UTF8.self)
    if let hidden = shown.unicodeScalars.first(where: \.hidesSomething) {
      return "a cell shows the scalar \(hidden.value)"
    }
    guard SpelledText.name(ofCell: shown).utf8.elementsEqual(text.utf8) else {
      return "a cell cannot be read back"
    }
    var json: [UInt8] = []
    JSONText.append(text, to: &json)
    let reading = ReferenceJSONParser.read(json, from: 0)
    guard reading.end == json.count, reading.repairs.isEmpty,
      case .complete(.string(let read)) = reading.outcome, read == Array(text.utf8)
    else { return "a JSON string cannot be read back" }
    return nil
  }

  private func complaintAboutRule(_ text: String) -> String? {
    guard let rules = try? PolicyParser.rules(in: text, catalogueIndex: 0) else { return nil }
    for rule in rules {
      guard (try? PolicyParser.rules(in: rule.text, catalogueIndex: 0)) == [rule] else {
        return "the rule \(rule.text) is not read back as it was"
      }
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether it leaves no ink of its own, by the tables of the standard library.
  fileprivate var hidesSomething: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: properties.isDefaultIgnorableCodePoint
    }
  }
}
