/// Small drawings for the rows of tables; all they show also stands in the row as numbers.
package enum RowCharts {
  private static let height = 20

  /// Counts over time as bars, scaled to their own peak.
  package static func sparkline(_ counts: [Int]) -> String {
    guard let peak = counts.max(), peak > 0 else { return "" }
    var path = ""
    var start = 0
    while start < counts.count {
      let bar = bar(counts[start], of: peak)
      var end = start + 1
      while end < counts.count, RowCharts.bar(counts[end], of: peak) == bar { end += 1 }
      if bar > 0 { path += "M\(start) \(height)v-\(bar)h\(end - start)v\(bar)z" }
      start = end
    }
    return """
      <svg class="spark" viewBox="0 0 \(counts.count) \(height)" preserveAspectRatio="none" \
      aria-hidden="true"><path d="\(path)"/></svg>
      """
  }

  /// A bar for a count or share, and a line where it was expected to end; both up to `most`.
  package static func bar(_ value: Double, expected: Double?, most: Double) -> String {
    guard most > 0 else { return "" }
    var shapes = ""
    if value > 0 {
      // What is there can be seen, however small.
      let width = max(value / most * 100, 1)
      shapes += ChartFrame.rectangle(x: 0, y: 3, width: width, height: 8, style: "bar")
    }
    if let expected, expected.isFinite {
      let place = min(max(expected / most, 0), 1) * 98.5
      shapes += ChartFrame.rectangle(x: place, y: 0, width: 1.5, height: 14, style: "tick")
    }
    return """
      <svg class="bars" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">\
      \(shapes)</svg>
      """
  }

  /// From 1 for anything at all to the full height.
  private static func bar(_ count: Int, of peak: Int) -> Int {
    count <= 0 ? 0 : max(1, Int((Double(count) / Double(peak) * Double(height)).rounded()))
  }
}
