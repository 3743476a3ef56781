import Foundation
import Testing

/// The README shows commands and what they print; both must be true.
struct ReadmeTests {
  @Test func `every console block of the README prints what it shows`() throws {
    let url = Tool.packageRoot.appendingPathComponent("README.md")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      print("README.md is not there: its examples were not checked")
      return
    }
    let tool = Tool(folder: Tool.packageRoot)
    for block in ReadmeTests.consoleBlocks(in: text) {
      let transcript = Transcript(block)
      for (shown, actual) in zip(transcript.steps, try transcript.replayed(by: tool)) {
        #expect(shown.outcome.output == actual.outcome.output, "$ \(shown.command)")
        #expect(shown.outcome.errors == actual.outcome.errors, "$ \(shown.command)")
      }
    }
  }

  @Test func `console blocks are found and others are not`() {
    let text = """
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
      """
    #expect(ReadmeTests.consoleBlocks(in: text) == ["$ echo a\na\n", "$ echo b\nb\n"])
  }

  /// The insides of all fenced blocks that are marked `console`.
  static func consoleBlocks(in text: String) -> [String] {
    var blocks: [String] = []
    var block: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = block {
        if line.hasPrefix("```") {
          blocks.append(open)
          block = nil
        } else {
          block = open + line + "\n"
        }
      } else if line == "```console" {
        block = ""
      }
    }
    return blocks
  }
}
