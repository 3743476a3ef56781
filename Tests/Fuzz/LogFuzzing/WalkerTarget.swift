import LogParsing
import LogTestSupport

/// A document as the value of a key that nobody wants, and as a line by itself: counted, malformed and
/// repaired as by the plain parser that follows RFC 8259 to the letter.
package struct WalkerTarget: FuzzTarget {
  package static let name = "walker"
  private let parser = LogParser(options: ParserOptions())

  package init() {}

  package func complaint(about input: [UInt8]) -> String? {
    // Where a line ends is the business of framing.
    let document = input.map { $0 == 0x0A ? 0x20 : $0 }
    for log in [Array("{\"unused\":".utf8) + document + Array("}\n".utf8), document] {
      let found = ParsedLog(log, parser: parser) { .max }
      let expected = ReferenceReader.read(log)
      if let complaint = Disagreement.between(
        found.result.books, expected.books, what: "the books of a document")
      {
        return complaint
      }
    }
    return nil
  }
}
