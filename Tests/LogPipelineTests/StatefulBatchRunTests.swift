import Foundation
import LogTestSupport
import Testing

/// Whole runs of `stat --state`, whose rows are those of one run over everything that the state was fed with.
@Suite(.enabled(if: BuiltTool.path != nil, "mfa-logstat is not built"))
struct StatefulBatchRunTests {
  /// Records without a time, without a tenant, far ahead and of other kinds among good ones.
  private static let oddities = [
    #"{"tenant":"acme","user_id":"a","error_code":"invalid_otp"}"#,
    #"{"time":"2026-03-28T10:00:00.123456789Z","error_code":"invalid_otp"}"#,
    #"{"time":"2031-03-28T10:00:00.5Z","tenant":"acme","error_code":"invalid_otp"}"#,
    #"{"time":"2020-03-28T10:00:00.25Z","tenant":"b\u0007","error_code":"30007"}"#,
    #"{"date":"2026-03-28T10:00:00Z","type":"s","tenant_name":"acme"}"#, "", "no json",
  ]

  @Test(arguments: UInt64(1)..<4)
  func `the rows of stat with memory are those of one run over everything`(seed: UInt64) throws {
    let tool = try BuiltTool()
    var lines = ReportRunTests.log(seed: seed, every: 47)
    for (place, line) in Self.oddities.enumerated() { lines.insert(line, at: place * 100) }
    let whole = try tool.folder.write(ReportRunTests.bytes(lines), to: "whole")
    let growing = "\(tool.folder.path)/growing.log"
    let state = ["--state", "\(tool.folder.path)/state", "--retain", "4000d"]
    let now = ["--now", "2026-03-30T01:00:00Z", "--tz", "Asia/Kolkata"]
    for (part, command) in [["check", "-o", "json"], ["stat"], ["report"], ["stat"]].enumerated() {
      try Data(ReportRunTests.bytes(Array(lines.prefix(lines.count * (part + 1) / 5)))).write(
        to: URL(fileURLWithPath: growing))
      _ = try tool.run(command + now + state + [growing])
    }
    try Data(ReportRunTests.bytes(lines)).write(to: URL(fileURLWithPath: growing))
    let questions: [[String]] = [
      ["-o", "csv"], ["-w", "1h", "-o", "csv", "--sort", "users"],
      ["-w", "1d", "--by", "window,level,method", "-o", "csv"],
      ["--by", "tenant,category", "--where", "code=invalid_*", "-o", "ndjson"],
      ["-w", "7d", "--top", "5", "-o", "md"], ["-w", "6h", "--ascii", "--width", "100"],
    ]
    for question in questions {
      let plain = try tool.run(["stat"] + question + now + [whole])
      let told = try tool.run(["stat"] + question + now + state + [growing])
      #expect(told.status == plain.status)
      #expect(plain.output.count > 100)
      #expect(
        String(decoding: told.output, as: UTF8.self)
          == String(decoding: plain.output, as: UTF8.self), "\(question)")
    }
    let json = try [[whole], state + [growing]].map { arguments in
      let output = try tool.run(["stat", "-o", "json"] + now + arguments).output
      var told = try #require(
        JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
      // Only what this run has read.
      told["sources"] = nil
      return try JSONSerialization.data(withJSONObject: told, options: .sortedKeys)
    }
    #expect(json[0] == json[1])
  }

  @Test func `what memory cannot answer is refused`() throws {
    let tool = try BuiltTool()
    let file = try tool.folder.write(ReportRunTests.bytes([Self.oddities[1]]), to: "log")
    let state = ["--state", "\(tool.folder.path)/state"]
    #expect(try tool.run(["stat"] + state + [file]).status == 0)
    for (arguments, words) in [
      (["--since", "-3h"], "--since and --state do not go together"),
      (["--examples"], "--examples and --state do not go together"),
      (["--rejects", "\(tool.folder.path)/bad"], "--rejects and --state do not go together"),
    ] {
      let outcome = try tool.run(["stat"] + arguments + state + [file])
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
    let short = try tool.run(["stat", "-w", "90s"] + state + [file])
    #expect(short.status == 78)
    #expect(short.errors.contains("counts by 300 s, and windows of 30 s are asked for"))
  }

  /// Records with ids, of which every fourth comes twice, once soon and once much later.
  private static func repeated(seed: UInt64) -> [String] {
    var random = SplitMix64(seed: seed)
    var lines: [String] = []
    for number in 0..<600 {
      let time = "2026-03-14T\(String(10 + number / 60)):\(String(10 + number % 50)):00Z"
      lines.append(
        #"{"log_id":"id\#(number)","data":{"date":"\#(time)","type":"gd_auth_failed","tenant_name":"t\#(number % 3)","user_id":"u\#(number)","details":{"failure_details":{"errorCode":"invalid_otp"}}}}"#
      )
    }
    for _ in 0..<200 {
      let line = lines[Int.random(in: 0..<lines.count, using: &random)]
      lines.insert(line, at: Int.random(in: 0...lines.count, using: &random))
    }
    return lines
  }

  @Test(arguments: UInt64(1)..<5)
  func `a record that comes again in a later run counts once`(seed: UInt64) throws {
    let tool = try BuiltTool()
    let lines = Self.repeated(seed: seed)
    let all = ReportRunTests.bytes(lines)
    let whole = try tool.folder.write(all, to: "whole")
    let growing = "\(tool.folder.path)/growing.log"
    let options = ["--dedup", "--now", "2026-03-15"]
    let state = ["--state", "\(tool.folder.path)/state"]
    var random = SplitMix64(seed: seed)
    // Cut anywhere, so that a line without its end is read, taken back, and read again.
    for cut in (0..<5).map({ _ in Int.random(in: 0...all.count, using: &random) }).sorted() {
      try Data(all[..<cut]).write(to: URL(fileURLWithPath: growing))
      let outcome = try tool.run(["stat", "-o", "csv"] + options + state + [growing])
      #expect(outcome.errors.isEmpty)
    }
    try Data(all).write(to: URL(fileURLWithPath: growing))
    let told = try [[whole], state + [growing]].map { arguments in
      let output = try tool.run(["stat", "-o", "json"] + options + arguments).output
      var told = try #require(JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
      told["sources"] = nil
      return told
    }
    let ledger = try #require(told[1]["ledger"] as? [String: Any])
    #expect(ledger["records"] as? Int == 800)
    #expect(ledger["duplicate"] as? Int == 200)
    #expect(ledger["error"] as? Int == 600)
    let bytes = try told.map {
      try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys)
    }
    #expect(bytes[0] == bytes[1])
    #expect(try tool.run(["state", "verify", "\(tool.folder.path)/state"]).status == 0)
  }
}
