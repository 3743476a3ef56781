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

  @Test func `a time is read alike whatever the time before it was`() {
    // Sixteen zero bytes stand where a minute that was never seen might be taken for known.
    let nothing = String(repeating: "\\u0000", count: 16) + ":01.120Z"
    let times: [(text: String, seconds: Int64?, nanoseconds: UInt32)] = [
      (nothing, nil, 0),
      ("2026-03-14T08:00:01.120Z", 1_773_475_201, 120_000_000),
      ("2026-03-14T08:00:59.999Z", 1_773_475_259, 999_000_000),
      ("2026-03-14T08:00:60.500Z", 1_773_475_259, 500_000_000),
      ("2026-03-14T08:00:61.000Z", nil, 0),
      ("2026-03-14T08:00:0x.000Z", nil, 0),
      ("2026-03-14T08:00:02.1205", 1_773_475_202, 120_500_000),
      ("2026-03-14T08:00:02,250Z", 1_773_475_202, 250_000_000),
      ("2026-03-14T08:01:00.000Z", 1_773_475_260, 0),
      ("2026-03-14T08:01:00.00+01", nil, 0),
      ("2026-03-14t08:01:03.001z", 1_773_475_263, 1_000_000),
      ("1969-12-31T23:59:01.500Z", -59, 500_000_000),
      ("1969-12-31T23:59:02.500Z", -58, 500_000_000),
      (nothing, nil, 0),
    ]
    let lines = times.map { "{\"date\":\"\($0.text)\",\"errorCode\":\"invalid_otp\"}\n" }
    let log = ParsedLog(
      Array(lines.joined().utf8), parser: LogParser(options: ParserOptions())
    ) { .max }
    let expected = times.map { time in
      time.seconds.map { EventTime(seconds: $0, nanoseconds: time.nanoseconds) }
    }
    #expect(log.records.map(\.record.time) == expected)
  }

  @Test(arguments: [4, 43, 44, 45, 200])
  func `a word that begins like a time is no header, however many decimals`(digits: Int) {
    let time = "2026-03-14T08:00:01." + String(repeating: "1", count: digits)
    let log = ParsedLog(
      Array("\(time) push failed: pn_endpoint_disabled\n\(time)x push failed\n".utf8),
      parser: LogParser(options: ParserOptions())
    ) { .max }
    #expect(log.books.parsed == 1)
    #expect(log.books.malformed == 1)
  }
}
