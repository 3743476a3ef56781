import LogModel
import LogReporting

/// What a run tells of an input in which nothing speaks of files.
package struct Telling: Equatable {
  package var csv: [UInt8]
  /// Without the sources.
  package var json: [UInt8]

  package init(_ report: Report) {
    var report = report
    report.sources = []
    csv = Telling.bytes(CSVFormat(), report)
    json = Telling.bytes(JSONFormat(), report)
  }

  private static func bytes(_ format: some ReportFormat, _ report: Report) -> [UInt8] {
    let collected = Collected()
    var sink = TextSink { collected.bytes += $0 }
    format.write(report, options: RenderOptions(), to: &sink)
    try? sink.finish()
    return collected.bytes
  }

  private final class Collected {
    var bytes: [UInt8] = []
  }
}
