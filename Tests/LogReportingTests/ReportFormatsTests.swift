import Foundation
import LogReporting
import Testing

struct ReportFormatsTests {
  @Test func `the formats are told in the order of the help text`() {
    #expect(ReportFormats.names == ["table", "csv", "tsv", "json", "ndjson", "md"])
  }

  @Test func `a format is found by its exact name`() throws {
    let format = try #require(ReportFormats.named("tsv"))
    #expect(format is TSVFormat)
    #expect(ReportFormats.named("TSV") == nil)
    #expect(ReportFormats.named("") == nil)
  }

  @Test func `every summary is one short line`() {
    for format in ReportFormats.all {
      #expect((10...70).contains(format.summary.count), "\(format.name)")
      #expect(!format.summary.contains("\n"), "\(format.name)")
    }
  }

  /// A format that nobody registered is a file here whose type is not in the list.
  @Test func `every file in Formats is registered`() throws {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/LogReporting/Formats")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let types = Set(ReportFormats.all.map { "\(type(of: $0)).swift" })
    #expect(Set(files).subtracting(types) == [])
    #expect(types.count == ReportFormats.all.count)
  }
}
