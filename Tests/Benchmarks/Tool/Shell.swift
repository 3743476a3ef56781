import Foundation

/// Starts programs for the benchmark: the helpers, and through `MeasuredProcess` those that are measured.
struct Shell {
  /// Where results and outputs go.
  let folder: String

  /// Whether a program ends well; what it says is dropped.
  static func succeeds(_ words: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// Runs a line of shell; throws when it fails.
  func run(_ line: String) throws {
    guard Shell.succeeds(["sh", "-c", line]) else { throw BenchError("this failed: \(line)") }
  }

  /// Runs a program to its end and measures it; its output goes to `output`.
  func measure(_ words: [String], output: String = "/dev/null") throws -> Measurement {
    let result = folder + "/measured"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = [MeasuredProcess.command, result, output] + words
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOfFile: result, encoding: .utf8)
    guard process.terminationStatus == 0, let measurement = Measurement(text) else {
      throw BenchError("cannot be started: \(words.joined(separator: " "))")
    }
    return measurement
  }
}

/// Why a benchmark cannot go on, in words.
struct BenchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
