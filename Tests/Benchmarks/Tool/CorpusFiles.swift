import Foundation
import LogCorpus

/// The corpora of a benchmark, made once and kept in its folder.
struct CorpusFiles {
  let shell: Shell
  /// How long the large ones are, in bytes.
  let bytes: Int
  /// A corpus like the dense one that is used in its place; nil for our own.
  let given: String?

  func dense() throws -> String {
    if let given { return given }
    var maker = DenseCorpus(seed: 42, bytes: bytes, countsTruth: false)
    return try file("dense-\(bytes).jsonl") { try $0.write(&maker) }
  }

  /// The dense corpus in one gzip file.
  func denseGzip() throws -> String {
    let source = try dense()
    return try made("\(tag(source)).gz") { "gzip -6 -c '\(source)' > '\($0)'" }
  }

  /// The dense corpus in eight gzip files, cut at line ends.
  func denseGzipParts() throws -> [String] {
    let source = try dense()
    let folder = try made("\(tag(source)).parts") { folder in
      "mkdir '\(folder)' && split -n l/8 -d '\(source)' '\(folder)/part-' && gzip -6 '\(folder)'/part-*"
    }
    return (0..<8).map { "\(folder)/part-0\($0).gz" }
  }

  /// The first lines of the dense corpus, `count` bytes or a little less.
  func denseHead(_ count: Int) throws -> String {
    let source = try dense()
    return try made("\(tag(source)).head-\(count)") {
      "head -c \(count) '\(source)' | sed '$d' > '\($0)'"
    }
  }

  /// An ordinary day with two errors in a hundred records.
  func realistic() throws -> String {
    try corpus("realistic-\(bytes).jsonl", shape: .auth0Stream, bytes: bytes, errors: 0.02)
  }

  /// The same sort of day in another shape.
  func shape(_ shape: CorpusShape) throws -> String {
    let size = max(bytes / 4, 1)
    return try corpus("shape-\(shape.rawValue)-\(size)", shape: shape, bytes: size, errors: nil)
  }

  func flood(tenants: Int) throws -> String {
    var maker = TenantFlood(tenants: tenants)
    return try file("flood-\(tenants).jsonl") { try $0.write(&maker) }
  }

  private func corpus(
    _ name: String, shape: CorpusShape, bytes: Int, errors: Double?
  ) throws -> String {
    var plan = CorpusPlan(seed: 42)
    plan.shape = shape
    plan.bytes = bytes
    plan.errorShare = errors
    var maker = CorpusGenerator(plan: plan)
    return try file(name) { try $0.write(&maker) }
  }

  private func tag(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }

  /// A file of the folder, made by `body` unless it is there; half-made ones have another name.
  private func file(_ name: String, _ body: (inout OutputFile) throws -> Void) throws -> String {
    let path = shell.folder + "/" + name
    guard !FileManager.default.fileExists(atPath: path) else { return path }
    var output = try OutputFile(path + ".new")
    try body(&output)
    try FileManager.default.moveItem(atPath: path + ".new", toPath: path)
    return path
  }

  private func made(_ name: String, _ line: (String) -> String) throws -> String {
    let path = shell.folder + "/" + name
    guard !FileManager.default.fileExists(atPath: path) else { return path }
    try shell.run(line(path + ".new"))
    try FileManager.default.moveItem(atPath: path + ".new", toPath: path)
    return path
  }
}
