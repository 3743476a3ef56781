import Foundation
import LogFuzzing
import Testing

/// Every input that a fuzzer has kept, without a fuzzer.
struct FuzzTargetTests {
  @Test(arguments: FuzzTargets.all.map { $0.name })
  func `every kept input is judged well`(name: String) throws {
    let target = try #require(FuzzTargets.named(name)).init()
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fuzz/Corpus/\(name)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    try #require(files.count > 10)
    for file in files {
      let input = try Data(contentsOf: folder.appendingPathComponent(file))
      let complaint = target.complaint(about: [UInt8](input))
      #expect(complaint == nil, "\(name)/\(file): \(complaint ?? "")")
    }
  }
}
