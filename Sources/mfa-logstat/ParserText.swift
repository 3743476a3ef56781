import LogModel
import LogReporting

/// The words of the parser in the form of all our messages.
enum ParserText {
  /// One line for a fault of the command line, with the nearest thing that would be right.
  static func line(for message: String) -> String {
    let fault = fault(in: NativeText.shown(message))
    return fault.hasSuffix("?") ? fault : "\(fault); see mfa-logstat --help"
  }

  private static func fault(in message: String) -> String {
    let parts = message.split(separator: "\n").map { SafeText.escaped(String($0.trimmed)) }
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false)
    guard message.hasPrefix("Unknown option '"), quoted.count > 2 else {
      let text = parts.joined(separator: " ")
      let end = text.hasSuffix(".") ? 1 : 0
      return text.prefix(1).lowercased() + text.dropFirst().dropLast(end)
    }
    // The parser's own suggestions are far-fetched: --quiet for --rules.
    let option = String(quoted[1])
    let known = Setting.allCases.map { "--\($0.name)" } + ["--config", "--help", "--version"]
    let nearest =
      option.hasPrefix("--") ? NearestName.find(option, in: known.filter { $0 != option }) : nil
    return "unknown option \(Quoted(option))" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
  }
}
