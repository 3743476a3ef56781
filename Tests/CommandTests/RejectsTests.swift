import Foundation
import LogTestSupport
import Testing

struct RejectsTests {
  /// One entry of the file, its text with the spelling taken back.
  private struct Entry: Equatable {
    var line: Int
    var text: [UInt8]
  }

  /// `FILE:LINE: reason<TAB>text`, for a file of this name.
  private func entries(in text: String, of name: String) throws -> [Entry] {
    try text.split(separator: "\n").map { entry in
      let parts = entry.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      try #require(parts.count == 2 && parts[0].hasPrefix(name + ":"))
      let rest = parts[0].dropFirst(name.utf8.count + 1)
      let line = try #require(Int(rest.prefix { $0 != ":" }))
      #expect(rest.contains(": "))
      return Entry(line: line, text: Array(unspelled(parts[1]).utf8))
    }
  }

  /// `\\` is a backslash and `\u{1b}` the scalar of that number.
  private func unspelled(_ text: Substring) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        result.append(scalar)
        continue
      }
      if rest.popFirst() == "u" {
        let digits = rest.dropFirst().prefix { $0 != "}" }
        rest = rest.dropFirst(digits.count + 2)
        if let spelled = UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init) {
          result.append(spelled)
        }
      } else {
        result.append("\\")
      }
    }
    return String(result)
  }

  private func count(_ name: String, in report: String) -> Int? {
    report.split(separator: "\"\(name)\":").dropFirst().first.flatMap {
      Int($0.prefix { $0.isNumber })
    }
  }

  @Test func `every line that did not count is there, in order, with place, reason and text`()
    throws
  {
    try withTool { tool in
      try tool.write(
        #"""
        {"tenant":"a","errorCode":"invalid_otp"}
        plain text \ and a tab:	.
        {"tenant":"a",
         "open":[1,
        {"tenant":"b"}
        [1,
        2]
        {"a":1} x
        42
        {"long":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}
        [{"tenant":"c"},
        {"tenant":
        """#, to: "a.log")
      let outcome = try tool.run(
        "mfa-logstat -q -o csv:out.csv --max-line 60 --max-malformed 100% --rejects - a.log")
      #expect(
        outcome.output == #"""
          a.log:2: no JSON object or array in the line	plain text \\ and a tab:\u{9}.
          a.log:3: part of a JSON value over several lines that is never finished	{"tenant":"a",
          a.log:4: part of a JSON value over several lines that is never finished	 "open":[1,
          a.log:6: an array without an object in it	[1,
          a.log:7: an array without an object in it	2]
          a.log:8: text behind the JSON value at byte 9	{"a":1} x
          a.log:9: a JSON value, but neither an object nor an array	42
          a.log:10: longer than --max-line; raise it to count such lines	{"long":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}
          a.log:11: part of a JSON value over several lines that is never finished	[{"tenant":"c"},
          a.log:12: part of a JSON value over several lines that is never finished	{"tenant":

          """#)
      #expect(outcome.status == 0)
    }
  }

  /// Writes the random log of a seed as `log`.
  private func writeLog(seed: UInt64, for tool: Tool) throws -> [UInt8] {
    let bytes = RandomLogs.bytes(seed: seed, lines: 200)
    try Data(bytes).write(to: tool.folder.appendingPathComponent("log"))
    return bytes
  }

  @Test(arguments: UInt64(0)..<12)
  func `there are as many entries as malformed and oversized lines, each with its text`(
    seed: UInt64
  ) throws {
    try withTool { tool in
      let bytes = try writeLog(seed: seed, for: tool)
      let report = try tool.run("mfa-logstat -q -o json --max-line 400 --rejects rejects log")
        .output
      let malformed = try #require(count("malformed", in: report))
      let oversized = try #require(count("oversized", in: report))
      let entries = try entries(in: tool.read("rejects"), of: "log")
      #expect(entries.count == malformed + oversized)
      #expect(malformed > 0)
      #expect(entries.map(\.line) == Set(entries.map(\.line)).sorted())
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      for entry in entries {
        let line = lines[entry.line - 1]
        // A character that the limit cuts is left out.
        let texts = (0...(line.count < 1_024 ? 0 : 3)).map {
          Array(String(decoding: line.prefix(1_024 - $0), as: UTF8.self).utf8)
        }
        #expect(texts.contains(entry.text), "line \(entry.line)")
      }
    }
  }

  @Test(arguments: UInt64(12)..<20)
  func `a pipe in random pieces is rejected like a file`(seed: UInt64) throws {
    try withTool { tool in
      let bytes = try writeLog(seed: seed, for: tool)
      _ = try tool.run("mfa-logstat -q -o json --rejects by-file log")
      let live = try LiveTool(tool, "mfa-logstat -q -o json --rejects by-pipe -")
      var random = SplitMix64(seed: seed)
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...2_000, using: &random))
        try live.input.fileHandleForWriting.write(contentsOf: Data(piece))
        rest = rest.dropFirst(piece.count)
        live.waitUntilInputIsTaken()
      }
      try live.input.fileHandleForWriting.close()
      _ = try live.end(by: nil)
      let byFile = try tool.read("by-file").split(separator: "\n").map { $0.dropFirst("log".count) }
      let byPipe = try tool.read("by-pipe").split(separator: "\n").map { $0.dropFirst("-".count) }
      #expect(!byFile.isEmpty)
      #expect(byPipe == byFile)
    }
  }

  @Test func `of a long line the first KiB is kept, and no half character`() throws {
    try withTool { tool in
      // 1,023 bytes and a character of two; far more than any buffer holds; and an array, whose
      // beginning is long gone when it breaks.
      try tool.write(String(repeating: "x", count: 1_023) + "é and more\n", to: "a")
      try tool.write("[" + String(repeating: "{},", count: 1_000_000) + "x\n", to: "b")
      let report = try tool.run("mfa-logstat -q -o csv:o --rejects - a b").output.split(
        separator: "\n")
      let texts = report.map { $0.split(separator: "\t", maxSplits: 1).last ?? "" }
      #expect(texts.count == 2)
      #expect(texts.first == String(repeating: "x", count: 1_023)[...])
      #expect(texts.last == ("[" + String(repeating: "{},", count: 341))[...])
    }
  }

  @Test func `a full disk is 74, and the report is told`() throws {
    try withTool { tool in
      let outcome = try tool.run(
        "echo bad | mfa-logstat -q -o csv --max-malformed 100% --rejects /dev/full")
      #expect(outcome.output == OutputTests.header)
      #expect(
        outcome.errors.hasSuffix("mfa-logstat: /dev/full: cannot be written: no space left\n"))
      #expect(outcome.status == 74)
    }
  }

  @Test func `a file that cannot be made is 73, and the report is told`() throws {
    try withTool { tool in
      let outcome = try tool.run("mfa-logstat -o csv --rejects no/such /dev/null")
      #expect(outcome.output == OutputTests.header)
      #expect(
        outcome.errors == "mfa-logstat: no/such: cannot be created: No such file or directory\n")
      #expect(outcome.status == 73)
    }
  }

  @Test func `with nothing to reject the file is empty`() throws {
    try withTool { tool in
      _ = try tool.run("mfa-logstat -o csv --rejects rejects /dev/null")
      #expect(try tool.read("rejects") == "")
    }
  }
}
