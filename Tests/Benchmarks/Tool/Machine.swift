import Foundation

/// What a table of times must say about where it was made.
enum Machine {
  /// The processor, the number of its threads, and how much others use it: more than 0.3 or so, and
  /// times are not to be believed.
  static var description: String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = text.split(separator: "\n").first { $0.hasPrefix("model name") }
      .flatMap { $0.split(separator: ":").last }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? "?"
    let count = ProcessInfo.processInfo.activeProcessorCount
    return "\(count) threads of \(model ?? "a processor"), "
      + "load at the start \(load.prefix { $0 != " " })"
  }

  /// The command that made it, without the folder of the program.
  static var command: String {
    let words = CommandLine.arguments.dropFirst()
    return "logstat-bench " + words.joined(separator: " ")
  }
}
