import Foundation
import Glibc

/// A running `mfa-logstat` whose standard input is a pipe that stays open.
struct LiveTool {
  let process: Process
  let input = Pipe()
  private let output = Pipe()
  private let errors = Pipe()

  /// Starts a command of `tool` and gives it these bytes.
  init(_ tool: Tool, _ command: String, input bytes: Data = Data()) throws {
    process = tool.process("exec \(command)")
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try output.fileHandleForWriting.close()
    try errors.fileHandleForWriting.close()
    try input.fileHandleForWriting.write(contentsOf: bytes)
  }

  /// Waits until standard error holds a text; `--verbose` tells `verbose: true` once the tool listens
  /// to signals.
  func wait(forError text: String) {
    var told = ""
    while !told.contains(text) {
      let data = errors.fileHandleForReading.availableData
      if data.isEmpty { break }
      told += String(decoding: data, as: UTF8.self)
    }
  }

  /// Waits until the tool has taken everything out of the pipe.
  func waitUntilInputIsTaken() {
    var count: Int32 = 1
    // Either end tells what is in the pipe, and the other one is closed here by now.
    let pipe = input.fileHandleForWriting.fileDescriptor
    while process.isRunning, unsafe ioctl(pipe, UInt(FIONREAD), &count) == 0, count > 0 {
      sched_yield()
    }
  }

  /// Waits until the tool has read so many bytes of files.
  func wait(forBytesRead count: Int) {
    // proc(5): the first line is `rchar: ` and what all calls of read(2) gave.
    let path = "/proc/\(process.processIdentifier)/io"
    while process.isRunning, let text = try? String(contentsOfFile: path, encoding: .utf8),
      let number = text.split(separator: "\n").first?.split(separator: " ").last.flatMap({ Int($0) }
      ),
      number < count
    { sched_yield() }
  }

  /// Sends a signal; returns the whole standard output, the exit status and how long that took.
  func end(by signal: Int32?) throws -> (output: String, status: Int32, time: Duration) {
    let start = ContinuousClock.now
    if let signal { kill(process.processIdentifier, signal) }
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let time = start.duration(to: .now)
    return (String(decoding: data, as: UTF8.self), process.terminationStatus, time)
  }
}
