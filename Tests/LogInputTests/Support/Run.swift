import Foundation

/// What a program said, and how it ended.
struct RunResult {
  let output: [UInt8]
  let status: Int32
}

/// Runs a program of the system with nothing on its standard input.
func run(_ program: String, _ arguments: [String]) throws -> RunResult {
  let process = Process()
  let output = Pipe()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  try process.run()
  let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return RunResult(output: Array(bytes), status: process.terminationStatus)
}

/// Whether `gzip(1)` is installed, which judges the tests' own files and ours.
let hasGzip = (try? run("gzip", ["--version"]))?.status == 0
