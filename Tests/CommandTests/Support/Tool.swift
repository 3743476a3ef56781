import Foundation
import LogTestSupport

/// Runs the built `mfa-logstat` as a user does: as a process, from a shell, in a folder of its own.
struct Tool {
  /// What came out of a command.
  struct Outcome: Equatable {
    var output: String
    var errors: String
    var status: Int32
  }

  /// The root of the package.
  static let packageRoot: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Where commands run.
  let folder: URL
  /// Beside `PATH`; nothing is taken over from whoever runs the tests.
  var environment: [String: String] = [:]

  /// Makes a command line ready to start, with `mfa-logstat` on the search path.
  func process(_ command: String) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    let path = "\(BuiltProducts.folder.path):/usr/bin:/bin"
    process.environment = environment.merging(["PATH": path]) { own, _ in own }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Runs a line of shell to its end.
  func run(_ command: String) throws -> Outcome {
    let process = process(command)
    // Files and not pipes: a pipe that nobody empties would stop the process.
    let output = try temporaryFile()
    let errors = try temporaryFile()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    return Outcome(
      output: try Tool.text(of: output), errors: try Tool.text(of: errors),
      status: process.terminationStatus)
  }

  /// An open file without a name.
  private func temporaryFile() throws -> FileHandle {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data().write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try FileHandle(forUpdating: url)
  }

  private static func text(of file: FileHandle) throws -> String {
    try file.seek(toOffset: 0)
    return String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
  }
}

/// Gives a tool with a fresh folder to `body`, and takes the folder away afterwards.
func withTool<Result>(_ body: (Tool) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "mfa-logstat-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(Tool(folder: folder))
}

extension Tool {
  /// Puts the samples into the folder of the commands: a copy, so that what is written does not stay in
  /// the package.
  func takeSamples() throws {
    try FileManager.default.copyItem(
      at: Tool.packageRoot.appendingPathComponent("samples"),
      to: folder.appendingPathComponent("samples"))
  }

  /// Writes a file into the folder of the commands.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// What a file in the folder holds.
  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }

  /// The names in the folder, hidden ones too.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}
