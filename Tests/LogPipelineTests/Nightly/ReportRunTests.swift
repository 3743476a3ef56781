import Foundation
import LogTestSupport
import Testing

/// Whole runs of `report`, whose rows are those of `stat`, whether they come from a log or from memory.
@Suite(.enabled(if: BuiltTool.path != nil, "mfa-logstat is not built"))
struct ReportRunTests {
  /// Four weeks and a day at three tenants, a record every so many minutes; the last day is Sunday
  /// 2026-03-29, on which the clock went forward in Berlin.
  static func log(seed: UInt64, every minutes: Int64 = 11) -> [String] {
    var random = SplitMix64(seed: seed)
    let codes = ["invalid_otp", "invalid_otp", "too_many_sms", "pn_endpoint_disabled", "odd"]
    // 2026-03-29 00:00 in Berlin, and four weeks before.
    let start: Int64 = 1_774_738_800 - 28 * 86_400
    return stride(from: start, to: start + 29 * 86_400, by: Int64.Stride(minutes * 60)).map {
      second in
      let time = ReportRunTests.time(second + Int64.random(in: 0..<60, using: &random))
      let tenant = ["acme", "beta", "zeta"][Int.random(in: 0..<3, using: &random)]
      let user = Int.random(in: 0..<40, using: &random)
      let code = codes[Int.random(in: 0..<codes.count, using: &random)]
      let isError = Int.random(in: 0..<4, using: &random) == 0
      return isError
        ? #"{"time":"\#(time)","tenant":"\#(tenant)","user_id":"u\#(user)","error_code":"\#(code)"}"#
        : #"{"time":"\#(time)","tenant":"\#(tenant)","user_id":"u\#(user)","msg":"otp accepted"}"#
    }
  }

  private static func time(_ second: Int64) -> String {
    let formatter = ISO8601DateFormatter()
    return formatter.string(from: Date(timeIntervalSince1970: TimeInterval(second)))
  }

  private static let day = [
    "--tz", "Europe/Berlin", "--since", "2026-03-29", "--until", "2026-03-30", "--now",
    "2026-03-30T01:00:00Z",
  ]

  static func bytes(_ lines: [String]) -> [UInt8] {
    Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  @Test(arguments: UInt64(1)..<5)
  func `the rows of a report are those of stat`(seed: UInt64) throws {
    let tool = try BuiltTool()
    let file = try tool.folder.write(Self.bytes(Self.log(seed: seed)), to: "log")
    let report = try tool.run(["report", "-o", "csv"] + Self.day + [file])
    let stat = try tool.run(["stat", "-w", "1h", "-o", "csv"] + Self.day + [file])
    #expect(report.errors.isEmpty)
    #expect(report.output.count > 1_000)
    #expect(report.output == stat.output)
    let two = try tool.run(
      ["report", "-w", "2h", "-o", "csv", "--rules", "builtin"] + Self.day + [file])
    let other = try tool.run(
      ["stat", "-w", "2h", "-o", "csv", "--rules", "builtin"] + Self.day + [file])
    #expect(two.output == other.output)
  }

  @Test(arguments: UInt64(1)..<4)
  func `memory and threads do not show in a report`(seed: UInt64) throws {
    let tool = try BuiltTool()
    let lines = Self.log(seed: seed)
    let whole = try tool.folder.write(Self.bytes(lines), to: "log")
    let formats = ["text", "md", "csv", "html"]
    func report(_ name: String, _ arguments: [String], _ file: String) throws -> [[UInt8]] {
      let outputs = formats.map { "\(tool.folder.path)/\(name).\($0)" }
      let outcome = try tool.run(
        ["report"] + Self.day + arguments
          + zip(formats, outputs).flatMap { ["-o", "\($0):\($1)"] } + [file])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.isEmpty)
      return try outputs.map { path in
        // The command, the state and the files that this run read are its own.
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let cut =
          ["\nHOW IT WAS MADE", "\n## How it was made", "id=\"made\"", "id=\"books\""].compactMap {
            text.range(of: $0)?.lowerBound
          }.min() ?? text.endIndex
        return Array(text[..<cut].utf8)
      }
    }
    let plain = try report("plain", ["--jobs", "1"], whole)
    #expect(try report("again", ["--jobs", "1"], whole) == plain)
    #expect(try report("threads", ["--jobs", "3"], whole) == plain)
    // A check that runs every week, and a report at the end; and another report when nothing is new.
    let state = ["--state", "\(tool.folder.path)/state"]
    let file = "\(tool.folder.path)/growing.log"
    for part in 1...4 {
      try Data(Self.bytes(Array(lines.prefix(lines.count * part / 5)))).write(
        to: URL(fileURLWithPath: file))
      _ = try tool.run(
        ["check", "--now", "2026-03-30T01:00:00Z"] + state + [file])
    }
    try Data(Self.bytes(lines)).write(to: URL(fileURLWithPath: file))
    #expect(try report("state", state, file) == plain)
    #expect(try report("state again", state, file) == plain)
    let verified = try tool.run(["state", "verify", "\(tool.folder.path)/state"])
    #expect(verified.status == 0)
  }

  @Test func `what a report read is still told by the next check`() throws {
    let tool = try BuiltTool()
    let lines = [
      #"{"time":"2026-03-14T08:00:00Z","tenant":"acme","user_id":"a","error_code":"invalid_otp"}"#,
      #"{"time":"2026-03-14T08:50:00Z","tenant":"acme","user_id":"b","error_code":"too_many_sms_per_tenant"}"#,
    ]
    let file = "\(tool.folder.path)/log"
    let arguments = ["--now", "2026-03-14T09:00:00Z", "--state", "\(tool.folder.path)/state", file]
    try Data(Self.bytes(Array(lines.prefix(1)))).write(to: URL(fileURLWithPath: file))
    let quiet = try tool.run(["check"] + arguments)
    #expect(quiet.status == 0)
    #expect(quiet.output.isEmpty)
    try Data(Self.bytes(lines)).write(to: URL(fileURLWithPath: file))
    let report = try tool.run(
      ["report", "--since", "2026-03-14", "--until", "2026-03-15"] + arguments)
    #expect(report.status == 0)
    #expect(
      String(decoding: report.output, as: UTF8.self)
        .hasPrefix("CRITICAL: too_many_sms_per_tenant at acme since 08:50"))
    let told = try tool.run(["check"] + arguments)
    #expect(told.status == 2)
    #expect(
      String(decoding: told.output, as: UTF8.self)
        .hasPrefix("FIRING CRITICAL: too_many_sms_per_tenant at acme"))
    let again = try tool.run(["check"] + arguments)
    #expect(again.status == 2)
    #expect(again.output.isEmpty)
  }

  @Test(arguments: [true, false])
  func `a gap is told and a quiet hour is not`(hasPast: Bool) throws {
    let tool = try BuiltTool()
    // A login of six records every two minutes; none from 10:00 to 11:30 of the last day.
    let midnight: Int64 = 1_773_446_400  // 2026-03-14
    let start = hasPast ? midnight - 10 * 86_400 : midnight
    let silence = midnight + 36_000..<midnight + 41_400
    var lines: [String] = []
    for second in stride(from: start, to: midnight + 86_400, by: 120)
    where !silence.contains(second) && (second / 1_200) % 8 != 0 {
      let line =
        #"{"time":"\#(Self.time(second))","tenant":"acme","msg":"otp accepted"}"#
      lines += Array(repeating: line, count: 6)
    }
    let file = try tool.folder.write(Self.bytes(lines), to: "log")
    let outcome = try tool.run([
      "report", "--since", "2026-03-14", "--until", "2026-03-15", "--now", "2026-03-15", "-o",
      "json", file,
    ])
    let told = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
    let feed = try #require(told["feed"] as? [String: Any])
    let gaps = try #require(feed["gaps"] as? [[String: String]])
    #expect(gaps.count == 1)
    #expect(gaps.first?["start"] == "2026-03-14T10:00:00Z")
    #expect(feed["lag_seconds"] is NSNull)
  }

  @Test func `ten thousand tenants leave an exact rest`() throws {
    let tool = try BuiltTool()
    let lines = (0..<10_000).map { number in
      #"{"time":"2026-03-14T08:00:00Z","tenant":"t\#(number)","user_id":"u\#(number)","error_code":"invalid_otp"}"#
    }
    let file = try tool.folder.write(Self.bytes(lines), to: "log")
    let outcome = try tool.run([
      "report", "--since", "2026-03-14", "--until", "2026-03-15", "--now", "2026-03-15", "-o",
      "json:\(tool.folder.path)/json", "-o", "html:\(tool.folder.path)/html", file,
    ])
    #expect(outcome.status == 0)
    let data = try Data(contentsOf: URL(fileURLWithPath: tool.folder.path + "/json"))
    let told = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect((told["tenants"] as? [Any])?.count == 40)
    let rest = try #require(told["other_tenants"] as? [String: Any])
    #expect(rest["members"] as? Int == 9_960)
    #expect(rest["errors"] as? Int == 9_960)
    let page = try Data(contentsOf: URL(fileURLWithPath: tool.folder.path + "/html"))
    #expect(page.count < 1 << 20)
  }
}
