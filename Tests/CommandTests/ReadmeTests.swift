import Foundation
import Testing

/// The README and the page of the samples show commands and what they print; both must be true.
struct ReadmeTests {
  /// With `LOGSTAT_RECORD` set, the blocks are written anew instead, for a person to look at.
  @Test(arguments: ["README.md", "samples/README.md"])
  func `every console block of a page prints what it shows`(page: String) throws {
    let url = Tool.packageRoot.appendingPathComponent(page)
    let text = try String(contentsOf: url, encoding: .utf8)
    let blocks = ReadmeTests.consoleBlocks(in: text)
    #expect(!blocks.isEmpty, "\(page) shows nothing")
    try withTool { tool in
      try tool.takeSamples()
      var recorded: [String] = []
      for block in blocks {
        var transcript = Transcript(block)
        transcript.steps.removeAll { ReadmeTests.lacksTool($0.command, of: page) }
        let replayed = try transcript.replayed(by: tool)
        recorded.append(Transcript.text(of: replayed))
        if ReadmeTests.isRecording { continue }
        for (shown, actual) in zip(transcript.steps, replayed) {
          #expect(shown.outcome == actual.outcome, "\(page): $ \(shown.command)")
        }
      }
      if ReadmeTests.isRecording {
        let renewed = ReadmeTests.replacing(consoleBlocksOf: text, with: recorded)
        try Data(renewed.utf8).write(to: url)
      }
    }
  }

  @Test func `console blocks are found and others are not`() {
    #expect(
      ReadmeTests.consoleBlocks(in: ReadmeTests.page) == ["$ echo a\na\n", "$ echo b\nb\n"])
  }

  @Test func `console blocks are written anew and all else stays`() {
    let renewed = ReadmeTests.replacing(consoleBlocksOf: ReadmeTests.page, with: ["1\n", "2\n"])
    #expect(
      renewed
        == "Text.\n```console\n1\n```\n```sh\nrm -rf nothing\n```\n```console\n2\n```\nEnd.\n")
  }

  private static let page = """
    Text.
    ```console
    $ echo a
    a
    ```
    ```sh
    rm -rf nothing
    ```
    ```console
    $ echo b
    b
    ```
    End.

    """

  private static let isRecording =
    ProcessInfo.processInfo.environment["LOGSTAT_RECORD"] != nil

  /// The insides of all fenced blocks that are marked `console`.
  static func consoleBlocks(in text: String) -> [String] {
    var blocks: [String] = []
    _ = walk(text) { block in
      blocks.append(block)
      return block
    }
    return blocks
  }

  /// The text with other insides in its blocks, in their order.
  static func replacing(consoleBlocksOf text: String, with blocks: [String]) -> String {
    var rest = blocks[...]
    return walk(text) { rest.popFirst() ?? $0 }
  }

  /// The text with the inside of every block as `change` gives it.
  private static func walk(_ text: String, change: (String) -> String) -> String {
    var result = ""
    var block: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = block, line.hasPrefix("```") {
        result += change(open)
        block = nil
      }
      if let open = block {
        block = open + line + "\n"
      } else {
        result += line + "\n"
        if line == "```console" { block = "" }
      }
    }
    // The split makes one line too many behind the last line feed.
    return String(result.dropLast())
  }

  /// Whether a command needs a program of others that is not on this machine; then says so.
  private static func lacksTool(_ command: String, of page: String) -> Bool {
    let words = command.split { " \n|".contains($0) }
    guard words.contains("jq"), !isRecording else { return false }
    let places = ["/usr/bin/jq", "/bin/jq"]
    if places.contains(where: FileManager.default.isExecutableFile) { return false }
    print("jq is not there: an example of \(page) was not checked")
    return true
  }
}
