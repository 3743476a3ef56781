import Foundation
import LogTestSupport
import Testing

/// The gzip files beside the project, through the built tool.
@Suite(.enabled(if: BuiltTool.path != nil, "mfa-logstat is not built"))
struct GzipVectorRunTests {
  /// One entry of the list.
  struct Vector: Decodable, CustomTestStringConvertible, Sendable {
    let file: String
    /// `ok`, `plain` (no gzip at all), `warn` (something foreign behind it), `damaged`.
    let expect: String
    let minimum: Int
    let maximum: Int
    var testDescription: String { file }

    enum CodingKeys: String, CodingKey {
      case file, expect
      case minimum = "lines_min"
      case maximum = "lines_max"
    }

    static let all: [Vector] = {
      struct Manifest: Decodable { let cases: [Vector] }
      guard let json = SharedFiles.bytes("vectors/gzip/manifest.json") else { return [] }
      return (try? JSONDecoder().decode(Manifest.self, from: Data(json)).cases) ?? []
    }()
  }

  @Test(arguments: Vector.all)
  func `each file is judged as its manifest says`(vector: Vector) throws {
    guard let bytes = SharedFiles.bytes("vectors/gzip/\(vector.file)") else { return }
    let tool = try BuiltTool()
    let file = try tool.folder.write(bytes, to: vector.file)
    let outcome = try tool.run(["-o", "json", file])
    try judge(outcome, vector, name: file)
    for byte in outcome.errors.utf8 { #expect(byte == 0x0A || (0x20...0x7E).contains(byte)) }
  }

  @Test(.timeLimit(.minutes(15)))
  func `pipes are judged like the files`() throws {
    var random = SplitMix64(seed: 1)
    let tool = try BuiltTool()
    var files: [String] = []
    var pipes: [String] = []
    for vector in Vector.all {
      guard let bytes = SharedFiles.bytes("vectors/gzip/\(vector.file)") else { continue }
      files.append(try tool.folder.write(bytes, to: vector.file))
      let pieces = pieces(of: bytes, longest: max(40, bytes.count / 30), using: &random)
      pipes.append(try NamedPipe(in: tool.folder, pieces: pieces).path)
    }
    guard !files.isEmpty else { return }
    let byFile = try ToldJSON.report(try tool.run(["-o", "json"] + files).output)
    var byPipe = try ToldJSON.report(try tool.run(["-o", "json"] + pipes).output)
    #expect(byPipe.sources.map(\.name) == pipes)
    for (index, file) in files.enumerated() { byPipe.sources[index].name = file }
    for (pipe, file) in zip(byPipe.sources, byFile.sources) { #expect(pipe == file) }
    #expect(byPipe.ledger == byFile.ledger)
    #expect(byPipe.rows == byFile.rows)
  }

  private func judge(_ outcome: BuiltTool.Outcome, _ vector: Vector, name: String) throws {
    let report = try ToldJSON.report(outcome.output)
    let parsed = report.ledger.parsed
    #expect(parsed >= vector.minimum && parsed <= vector.maximum, "\(parsed) lines")
    switch vector.expect {
    case "ok":
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      #expect(report.sources[0].problem == nil)
    case "plain":
      // Packed bytes that are no gzip are lines of no JSON.
      #expect(outcome.status == (vector.minimum > 0 ? 0 : 65))
      #expect(report.sources[0].problem == nil)
    default:
      #expect(outcome.status == 65)
      let problem = try #require(report.sources[0].problem)
      #expect(problem.wholeMatch(of: /.* at byte \d+(: .*)?/) != nil)
      #expect(outcome.errors.hasPrefix("mfa-logstat: \(name): \(problem); "))
      #expect((vector.expect == "warn") == problem.hasPrefix("bytes that are not gzip follow"))
    }
  }
}
