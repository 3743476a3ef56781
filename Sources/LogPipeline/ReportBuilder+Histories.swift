import LogAggregation
import LogModel

extension ReportBuilder {
  /// The counts of rows that differ only in their window, in time's order, for sparklines.
  struct Histories {
    private static let mostPoints: Int64 = 48
    /// Nobody looks at more sparklines, and each costs memory.
    private static let mostRows = 5_000

    private struct Key: Hashable {
      let tenant: UInt32
      let code: UInt32
      let method: UInt32

      init(_ row: Rollup.Row) { (tenant, code, method) = (row.tenant, row.code, row.method) }
    }

    private var points: [Key: [Int]] = [:]

    /// The histories that the shown rows need; all rows count in them.
    ///
    /// Every point is the sum of as many windows, the last perhaps of fewer; together they are the
    /// windows from the first to the last of the report. Windows far ahead of now take no part: one
    /// forged time would press all others into one point.
    init(
      of rollup: Rollup, shown: [UInt32], windowIndices: [Int64?], windows: TumblingWindows,
      now: EventTime
    ) {
      guard windowIndices.count > 2, shown.count <= Histories.mostRows else { return }
      let limit = now.seconds + 86_400
      let isPresent = windowIndices.map { index in
        index.map { windows.start(of: $0) <= limit } ?? false
      }
      let present = (0..<rollup.count).lazy.map { rollup[$0] }
        .filter { isPresent[Int($0.window)] }
      // Windows are ranked by time, so the rows' first and last are those of the report.
      guard let first = present.first.flatMap({ windowIndices[Int($0.window)] }),
        let last = present.last.flatMap({ windowIndices[Int($0.window)] }), first < last
      else { return }
      let run = (last - first) / Histories.mostPoints + 1
      let count = Int((last - first) / run) + 1
      for number in shown {
        points[Key(rollup[Int(number)])] = Array(repeating: 0, count: count)
      }
      for row in present {
        guard let index = windowIndices[Int(row.window)] else { continue }
        points[Key(row)]?[Int((index - first) / run)] += rollup.store.records(at: row.cell)
      }
    }

    /// Empty when the rows have none.
    func history(of row: Rollup.Row) -> [Int] {
      points.isEmpty ? [] : points[Key(row)] ?? []
    }
  }
}
