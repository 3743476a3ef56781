import LogModel

/// Draws who had errors when: a row for each tenant, a column for each part of the period.
package struct HeatMap {
  package struct Row {
    package let label: String
    /// Errors by the bins of the timeline.
    package let bins: [Int]

    package init(
      label: String, bins: [Int]
    ) {
      self.label = label
      self.bins = bins
    }
  }

  package let rows: [Row]
  /// In UTC seconds, ascending, without gaps.
  package let bins: [Range<Int64>]
  package let words: PagePeriod

  package init(
    rows: [Row], bins: [Range<Int64>], words: PagePeriod
  ) {
    self.rows = rows
    self.bins = bins
    self.words = words
  }

  private static let width = 960
  private static let rowHeight = 18
  /// In columns of a fixed-width font.
  private static let longestLabel = 24

  /// Nil without any row or bin.
  package var markup: String? {
    guard let first = bins.first, let last = bins.last, !rows.isEmpty else { return nil }
    let cell = max(1, (HeatMap.width - 4 - left) / bins.count)
    let bottom = rows.count * HeatMap.rowHeight + 4
    let (left, levels) = (left, levels)
    let axis = TimeAxis(
      seconds: first.lowerBound..<last.upperBound, zone: words.zone, left: Double(left),
      width: Double(cell * bins.count))
    let frame = ChartFrame(
      id: "heat", width: HeatMap.width, height: bottom + 22, title: "Errors by tenant and time",
      description: description)
    var body = ""
    for (index, row) in rows.enumerated() {
      body += ChartFrame.text(
        DisplayWidth.fitted(row.label, into: HeatMap.longestLabel), x: Double(left) - 8,
        y: Double(index * HeatMap.rowHeight) + 14, anchor: "end", style: "name")
    }
    for (level, path) in paths(levels, left: left, cell: cell).enumerated() where !path.isEmpty {
      body += "<path class=\"heat\(level)\" d=\"\(path)\"/>"
    }
    body += axis.markup(top: Double(bottom), bottom: Double(bottom))
    return frame.markup(body)
  }

  /// The cells of each level as one path; neighbours of a row are one rectangle.
  private func paths(_ levels: HeatLevels, left: Int, cell: Int) -> [String] {
    var paths = Array(repeating: "", count: HeatLevels.most + 1)
    for (index, row) in rows.enumerated() {
      let y = index * HeatMap.rowHeight + 1
      var start = 0
      while start < bins.count {
        let level = levels.level(count(row, start))
        var end = start + 1
        while end < bins.count, levels.level(count(row, end)) == level { end += 1 }
        let width = (end - start) * cell
        paths[level] +=
          "M\(left + start * cell) \(y)h\(width)v\(HeatMap.rowHeight - 2)h-\(width)z"
        start = end
      }
    }
    return paths
  }

  private func count(_ row: Row, _ bin: Int) -> Int {
    row.bins.indices.contains(bin) ? row.bins[bin] : 0
  }

  /// What the colours stand for.
  package var legend: [LegendItem] {
    let levels = levels
    return (0...levels.bounds.count).map { level in
      LegendItem(
        shape: ChartFrame.rectangle(x: 0, y: 0, width: 22, height: 12, style: "heat\(level)"),
        meaning: level == 0 ? "none" : levels.label(level))
    }
  }

  private var levels: HeatLevels { HeatLevels(highest: rows.flatMap(\.bins).max() ?? 0) }

  /// Where the cells begin: behind the longest label.
  private var left: Int {
    let columns = rows.map { min(DisplayWidth.of($0.label), HeatMap.longestLabel) }.max() ?? 0
    return 12 + columns * 8
  }

  private var description: String {
    var best: (row: Row, bin: Int, count: Int)?
    for row in rows {
      for bin in bins.indices where count(row, bin) > best?.count ?? 0 {
        best = (row, bin, count(row, bin))
      }
    }
    let head =
      "One row for each of \(HumanNumber.counted(rows.count, "tenant")), from left to right "
      + "\(words.span(bins[0].lowerBound..<bins[bins.count - 1].upperBound)). "
    guard let best else { return head + "No error in any of them." }
    return head + "The most is \(HumanNumber.counted(best.count, "error")) of \(best.row.label), "
      + "\(words.span(bins[best.bin])). The same counts stand in the table of tenants."
  }
}
