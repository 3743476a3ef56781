import Foundation
import LogInput
import LogModel
import LogTestSupport
import Testing

/// Reading bit by bit what somebody writes and somebody else rotates.
struct RotationTests {
  /// Random histories; all of them with `LOGSTAT_SIMULATION=full`.
  static let seeds: Range<UInt64> =
    ProcessInfo.processInfo.environment["LOGSTAT_SIMULATION"] == "full" ? 0..<10_000 : 0..<60

  @Test(arguments: [false, true])
  func `every whole line is read once through any history of rotations`(
    namesAll: Bool
  ) throws {
    for seed in RotationTests.seeds {
      let (world, reader) = try history(seed: seed, namesAll: namesAll)
      let read = reader.lines.map { String(decoding: $0, as: UTF8.self) }
      let difference = read.sorted().difference(from: world.written.sorted())
      #expect(difference.isEmpty, "seed \(seed), naming all: \(namesAll)")
      #expect(reader.gaps.isEmpty, "seed \(seed), naming all: \(namesAll)")
    }
  }

  private func history(
    seed: UInt64, namesAll: Bool
  ) throws -> (world: RotationWorld, reader: RotationReader) {
    // Short heads and tails, so that both are met; files with one preamble share the whole head.
    let marks = ContentMarks(head: 64, tail: 16)
    let folder = try TemporaryDirectory()
    var world = try RotationWorld(
      seed: seed, in: folder.path, headSize: marks.head,
      preamble: String(repeating: "=", count: 90)
    ) { number, filling in
      String(repeating: "x", count: filling) + String(format: " line %06d", number)
    }
    var reader = RotationReader(marks: marks)
    try world.live { try reader.run(over: namesAll ? $0.allFiles : [$0.log]) }
    return (world, reader)
  }
}
