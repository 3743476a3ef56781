import Foundation
import LogModel
import LogTestSupport
import Testing

/// One entry of the list of gzip files beside the project.
struct GzipVector: Decodable, CustomTestStringConvertible, Sendable {
  let name: String
  let file: String
  let expect: String
  let minimum: Int
  let maximum: Int

  var testDescription: String { name }

  enum CodingKeys: String, CodingKey {
    case name, file, expect
    case minimum = "lines_min"
    case maximum = "lines_max"
  }

  /// All of them; none in a checkout that stands alone.
  static let all: [GzipVector] = {
    struct Manifest: Decodable { let cases: [GzipVector] }
    guard let json = try? Data(contentsOf: folder.appending(path: "manifest.json")) else {
      return []
    }
    return (try? JSONDecoder().decode(Manifest.self, from: json).cases) ?? []
  }()

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/vectors/gzip").standardizedFileURL

  var path: String { GzipVector.folder.appending(path: file).path }
}

@Suite(.enabled(if: !GzipVector.all.isEmpty, "../shared/vectors is not beside this project"))
struct GzipVectorTests {
  @Test(arguments: GzipVector.all)
  func `each file is judged as its manifest says, by file and by pipe`(
    vector: GzipVector
  ) throws {
    var random = SplitMix64(seed: 1)
    let directory = try TemporaryDirectory()
    let bytes = Array(try Data(contentsOf: URL(filePath: vector.path)))
    let whole = try read(path: vector.path)
    let pipe = try NamedPipe(in: directory, pieces: pieces(of: bytes, longest: 40, using: &random))
    #expect(try read(path: pipe.path).agrees(with: whole))
    switch (vector.expect, whole.problem) {
    case ("ok", nil), ("plain", nil), ("warn", .trailingBytes), ("damaged", .truncatedGzip),
      ("damaged", .corruptGzip):
      break
    default:
      Issue.record("\(vector.expect) and \(String(describing: whole.problem))")
    }
    let lines = countLines(whole)
    #expect(lines >= vector.minimum && lines <= vector.maximum, "\(lines) lines")
  }

  @Test(
    .enabled(if: hasGzip, "gzip(1) is not installed"),
    arguments: GzipVector.all.filter { $0.expect == "ok" })
  func `gzip reads the same out of each sound file`(vector: GzipVector) throws {
    let bytes = try read(path: vector.path).bytes
    #expect(bytes == (try run("gzip", ["-dc", vector.path]).output))
  }

  /// Lines that hold an object; what stands behind the last line feed counts after a good end only.
  private func countLines(_ reading: Reading) -> Int {
    var lines = reading.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if reading.problem != nil { lines.removeLast() }
    return lines.count { $0.first == UInt8(ascii: "{") && $0.last == UInt8(ascii: "}") }
  }
}
