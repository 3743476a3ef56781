import Foundation
import Glibc
import LogTestSupport

/// Runs the built `mfa-logstat` as a process of its own.
struct BuiltTool {
  /// What came out of a run.
  struct Outcome {
    var output: [UInt8] = []
    var errors = ""
    /// -1 when a signal ended it.
    var status: Int32 = 0
    /// The most memory that it had while it was fed, in bytes.
    var peakMemory = 0
  }

  /// Nil where only the tests were built.
  static let path: String? = {
    let path = BuiltProducts.folder.appendingPathComponent("mfa-logstat").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// Its files come and go with it.
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs the tool to its end, from no terminal, without any variable of the environment.
  ///
  /// - Parameters:
  ///   - arguments: What stands behind its name.
  ///   - pieces: What it finds on its standard input, a pipe.
  /// - Returns: What came out.
  /// - Throws: When it cannot be started.
  func run(_ arguments: [String], feeding pieces: [ArraySlice<UInt8>] = []) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltTool.path ?? "")
    process.arguments = arguments
    process.environment = [:]
    let input = Pipe()
    process.standardInput = input
    // Files and not pipes: a pipe that nobody empties would stop the process.
    let names = ["out", "err"].map { "\(folder.path)/\(UUID().uuidString).\($0)" }
    let files = try names.map { name in
      try Data().write(to: URL(fileURLWithPath: name))
      return try FileHandle(forUpdating: URL(fileURLWithPath: name))
    }
    process.standardOutput = files[0]
    process.standardError = files[1]
    try process.run()
    var outcome = Outcome()
    feed(pieces, to: input.fileHandleForWriting.fileDescriptor)
    if !pieces.isEmpty { outcome.peakMemory = peakMemory(of: process.processIdentifier) }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    outcome.output = [UInt8](try Data(contentsOf: URL(fileURLWithPath: names[0])))
    outcome.errors = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: names[1])), as: UTF8.self)
    outcome.status = process.terminationReason == .exit ? process.terminationStatus : -1
    return outcome
  }

  private func feed(_ pieces: [ArraySlice<UInt8>], to descriptor: Int32) {
    // A reader that has seen enough closes early, which must not end the tests.
    _ = signal(SIGPIPE, SIG_IGN)
    for piece in pieces {
      var rest = piece
      while !rest.isEmpty {
        let written = unsafe rest.withUnsafeBytes {
          unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
        }
        if written < 0 { return }
        rest = rest.dropFirst(written)
      }
    }
  }

  /// The high-water mark of a living process; what wait4(2) tells has that of its parent in it.
  private func peakMemory(of process: Int32) -> Int {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kibibytes = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
    return (kibibytes.flatMap { Int($0) } ?? .max / 1_024) * 1_024
  }
}
