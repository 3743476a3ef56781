import Foundation
import Testing

/// The golden texts: what the tool prints, whole, to the letter.
struct TranscriptTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Transcripts")

  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test func `there are transcripts`() {
    #expect(!TranscriptTests.names.isEmpty)
  }

  /// With `LOGSTAT_RECORD` set, the texts are written anew instead, for a person to look at.
  @Test(arguments: names)
  func `every command prints what its transcript says`(name: String) throws {
    let url = TranscriptTests.folder.appendingPathComponent(name)
    let text = try String(contentsOf: url, encoding: .utf8)
    let transcript = Transcript(text)
    try withTool { tool in
      if text.contains("samples/") { try tool.takeSamples() }
      let replayed = try transcript.replayed(by: tool)
      if ProcessInfo.processInfo.environment["LOGSTAT_RECORD"] != nil {
        try Data(Transcript.text(of: replayed).utf8).write(to: url)
        return
      }
      for (expected, actual) in zip(transcript.steps, replayed) {
        #expect(expected.outcome == actual.outcome, "$ \(expected.command)")
      }
    }
  }

  @Test func `a transcript reads back as it was written`() throws {
    let text = """
      # A remark.

      $ printf 'a\\n\\nb\\n'; echo no >&2; exit 3
      a

      b
      2> no
      => 3

      $ echo one
      >
      > echo two
      one
      two

      """
    let steps = Transcript(text).steps
    #expect(steps.count == 2)
    #expect(steps.first?.outcome == Tool.Outcome(output: "a\n\nb\n", errors: "no\n", status: 3))
    #expect(steps.last?.command == "echo one\n\necho two")
    #expect(Transcript.text(of: steps) == text)
    try withTool { tool in
      let replayed = try Transcript(text).replayed(by: tool)
      #expect(replayed == steps)
    }
  }
}
