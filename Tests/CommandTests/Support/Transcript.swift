import Foundation

/// Commands and all that they print, as a text to read and to check.
///
/// A line `$ command` is run by a shell, with lines `> ...` (or `>`) that go on with it. Below it stands what
/// it prints: standard output as it is, standard error behind `2> `, and `=> 64` for an exit status
/// other than 0. Lines that begin with `# ` are for the reader.
struct Transcript {
  /// One command and what it should print.
  struct Step: Equatable {
    var command: String
    var outcome: Tool.Outcome
    /// The lines for the reader before it.
    var remarks: [String]
  }

  var steps: [Step] = []

  init(_ text: String) {
    var remarks: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("# ") || line == "#" {
        remarks.append(line)
      } else if line.hasPrefix("$ ") {
        let none = Tool.Outcome(output: "", errors: "", status: 0)
        steps.append(Step(command: String(line.dropFirst(2)), outcome: none, remarks: remarks))
        remarks = []
      } else if !steps.isEmpty {
        steps[steps.count - 1].add(line)
      }
    }
    for index in steps.indices { steps[index].outcome.output.trimBlankLines() }
  }

  /// Runs every command in one folder and gives the steps as they went.
  func replayed(by tool: Tool) throws -> [Step] {
    try steps.map { step in
      var outcome = try tool.run(step.command)
      outcome.output.trimBlankLines()
      return Step(command: step.command, outcome: outcome, remarks: step.remarks)
    }
  }

  /// The text that reads back as these steps.
  static func text(of steps: [Step]) -> String {
    steps.map { step in
      var lines = step.remarks
      if !lines.isEmpty { lines.append("") }
      lines += step.command.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .map {
          ($0.offset == 0 ? "$" : ">") + ($0.element.isEmpty ? "" : " ") + $0.element
        }
      var text = lines.joined(separator: "\n") + "\n" + step.outcome.output
      for line in step.outcome.errors.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast()
      {
        text += "2> \(line)\n"
      }
      if step.outcome.status != 0 { text += "=> \(step.outcome.status)\n" }
      return text
    }.joined(separator: "\n")
  }
}

extension Transcript.Step {
  /// Takes a line that stands below the command.
  fileprivate mutating func add(_ line: String) {
    if line == ">" || line.hasPrefix("> "), outcome.output.isEmpty {
      command += "\n" + line.dropFirst(2)
    } else if line.hasPrefix("2> ") {
      outcome.errors += line.dropFirst(3) + "\n"
    } else if line.hasPrefix("=> "), let status = Int32(line.dropFirst(3)) {
      outcome.status = status
    } else {
      outcome.output += line + "\n"
    }
  }
}

extension String {
  /// Blank lines at the end only part one step from the next.
  fileprivate mutating func trimBlankLines() {
    while hasSuffix("\n\n") { removeLast() }
    if self == "\n" { self = "" }
  }
}
