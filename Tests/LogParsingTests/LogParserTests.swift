import LogFuzzing
import LogModel
import LogParsing
import LogTestSupport
import Testing

/// The work for a line grows no faster than its length, told by what is counted and not by a clock.
struct LogParserTests {
  @Test(arguments: [
    "{\"a\":\"", "[{\"a\":\"", "[1", "{\"logs\":[{\"a\":\"", "{}{\"a\":\"", "{\"a\":[",
  ])
  func `a value in pieces of one byte is not walked again for each`(opening: String) {
    let bytes = Array(opening.utf8) + [UInt8](repeating: UInt8(ascii: "1"), count: 100_000)
    let parser = LogParser(options: ParserOptions())
    let log = ParsedLog(bytes, parser: parser) { 1 }
    #expect(log.books.lines == 1)
    // 4,096 walks of a short value, and few of a long one.
    #expect(parser.vainBytes < 4_096 * 4_096 / 2 + 5 * bytes.count)
  }

  @Test(arguments: [
    "\"tenant\":\"NAME\"", "\"user_id\":\"NAME\"", "\"log_id\":\"NAME\"",
    "\"hostname\":\"NAME\",\"type\":\"x\",\"date\":\"\"",
    "\"p_source_label\":\"NAME\"", "\"method\":\"NAME\"",
    "\"details\":{\"request\":{\"path\":\"/api/NAME/configs/NAME/\"}}",
  ])
  func `a long name of an envelope is kept once for all its records`(member: String) {
    let name = String(repeating: "n\\u0061", count: 1_000)
    let member = member.split(separator: "NAME", omittingEmptySubsequences: false).joined(
      separator: name)
    let records = repeatElement("{\"errorCode\":\"invalid_otp\"}", count: 500)
    let line = "{" + member + ",\"logs\":[" + records.joined(separator: ",") + "]}\n"
    let parser = LogParser(options: ParserOptions(findsIDs: true))
    var batch = EventBatch()
    parser.restart(offset: 0)
    unsafe parser.room().copyBytes(from: line.utf8)
    parser.add(line.utf8.count)
    _ = parser.parse(isLast: true, into: &batch)
    #expect(batch.events.count == 500)
    // The code of each record, and at most two names of 2,000 bytes.
    #expect(batch.arena.count <= 500 * 11 + 2 * 2_000 + 100)
  }

  @Test func `records of two envelopes with equally long names keep theirs apart`() {
    let lines = ["a", "b"].map { letter in
      let name = String(repeating: letter, count: 100)
      return
        "{\"message\":\"{\\\"tenant\\\":\\\"\(name)\\\",\\\"logs\\\":[{},{\\\"user\\\":1}]}\"}\n"
    }
    let log = ParsedLog(
      Array(lines.joined().utf8), parser: LogParser(options: ParserOptions())
    ) { .max }
    #expect(log.records.map { $0.record.tenant?.first } == Array("aabb".utf8))
  }
}
