import LogModel

/// Draws the errors over time on the band in which they were expected, with the incidents marked.
package struct ErrorTimeline {
  /// A stretch of time that belongs to the incident with that number on the page.
  package struct Mark {
    package let number: Int
    package let severity: Severity
    package let seconds: Range<Int64>
    /// Its parts, where it came and went.
    package let episodes: [Range<Int64>]

    package init(
      number: Int, severity: Severity, seconds: Range<Int64>, episodes: [Range<Int64>]
    ) {
      self.number = number
      self.severity = severity
      self.seconds = seconds
      self.episodes = episodes
    }
  }

  package let timeline: Timeline
  package let marks: [Mark]
  package let words: PagePeriod

  package init(
    timeline: Timeline, marks: [Mark], words: PagePeriod
  ) {
    self.timeline = timeline
    self.marks = marks
    self.words = words
  }

  /// More would hide the line.
  package static let mostMarks = 12

  private static let width = 960
  private static let (left, right) = (48.0, 12.0)
  /// Above it there is room for the highest count, and for the numbers of the marks.
  private var top: Double { marks.isEmpty ? 22 : 50 }
  private var bottom: Double { top + 188 }
  private var height: Int { Int(bottom) + 30 }

  /// Nil without any bin.
  package var markup: String? {
    guard let first = timeline.bins.first, let last = timeline.bins.last else { return nil }
    let axis = TimeAxis(
      seconds: first.lowerBound..<last.upperBound, zone: words.zone, left: ErrorTimeline.left,
      width: Double(ErrorTimeline.width) - ErrorTimeline.left - ErrorTimeline.right)
    let frame = ChartFrame(
      id: "timeline", width: ErrorTimeline.width, height: height,
      title: "Errors over time", description: description)
    let scale = scale
    var body = axis.markup(top: top, bottom: bottom)
    for tick in scale.ticks {
      let y = scale.y(Double(tick))
      body += ChartFrame.rectangle(
        x: axis.left, y: y, width: axis.width, height: 0.5, style: "grid")
      body += ChartFrame.text(
        HumanNumber.grouped(tick), x: axis.left - 6, y: y + 4, anchor: "end")
    }
    body += band(axis, scale) + markLines(axis) + line(axis, scale)
    return frame.markup(body + peakLabel(axis, scale))
  }

  /// What the lines and areas stand for.
  package var legend: [LegendItem] {
    var items = [LegendItem(shape: "<path class=\"errors\" d=\"M0 6H22\"/>", meaning: "errors")]
    if timeline.bands.contains(where: { $0 != nil }) {
      let area = ChartFrame.rectangle(x: 0, y: 0, width: 22, height: 12, style: "band")
      items.append(
        LegendItem(shape: "<path class=\"expected\" d=\"M0 6H22\"/>", meaning: "expected"))
      items.append(LegendItem(shape: area, meaning: "usual in 99 of 100"))
    }
    if let worst = marks.map(\.severity).max() {
      let span = ChartFrame.rectangle(
        x: 4, y: 0.5, width: 14, height: 11, style: "mark \(worst.name)")
      items.append(LegendItem(shape: span, meaning: "incident, with its number"))
    }
    return items
  }

  /// Whether the scale is not an even one, which has to be told.
  package var isSquareRoot: Bool { scale.isSquareRoot }

  private var scale: CountScale {
    let usual = timeline.bands.compactMap { $0?.high }.max() ?? 0
    let peak = timeline.errors.max() ?? 0
    return CountScale(
      top: top, bottom: bottom, most: Double(max(usual, peak, 1)),
      isSquareRoot: usual > 0 && peak / 6 >= usual)
  }

  private var description: String {
    guard let peak = timeline.errors.indices.max(by: { timeline.errors[$0] < timeline.errors[$1] }),
      timeline.errors[peak] > 0, timeline.bins.indices.contains(peak)
    else { return "No error in the whole period." }
    // The first of equal peaks.
    let first = timeline.errors.firstIndex(of: timeline.errors[peak]) ?? peak
    var text =
      "The most is \(HumanNumber.counted(timeline.errors[first], "error")), "
      + words.span(timeline.bins[first])
    if timeline.bands.indices.contains(first), let band = timeline.bands[first] {
      text +=
        ", where \(IncidentText.number(band.expected)) were expected and up to "
        + "\(HumanNumber.grouped(band.high)) would be usual"
    }
    let above = zip(timeline.errors, timeline.bands).count { count, band in
      band.map { count > $0.high } ?? false
    }
    text += ". Above the usual band: \(above) of \(timeline.bins.count) parts of the period."
    let told = marks.prefix(ErrorTimeline.mostMarks).map {
      "incident \($0.number) \(words.span($0.seconds))"
    }
    return told.isEmpty ? text : text + " Marked: " + told.joined(separator: "; ") + "."
  }

  private func line(_ axis: TimeAxis, _ scale: CountScale) -> String {
    var path = ""
    for (bin, count) in zip(timeline.bins, timeline.errors) {
      let y = ChartFrame.number(scale.y(Double(count)))
      path += path.isEmpty ? "M\(ChartFrame.number(axis.x(bin.lowerBound))) \(y)" : "V\(y)"
      path += "H\(ChartFrame.number(axis.x(bin.upperBound)))"
    }
    return "<path class=\"errors\" d=\"\(path)\"/>"
  }

  /// The highest count, above its place.
  private func peakLabel(_ axis: TimeAxis, _ scale: CountScale) -> String {
    guard let most = timeline.errors.max(), most > 0,
      let place = timeline.errors.firstIndex(of: most), timeline.bins.indices.contains(place)
    else { return "" }
    let bin = timeline.bins[place]
    let middle = (axis.x(bin.lowerBound) + axis.x(bin.upperBound)) / 2
    let (low, high) = (axis.left + 24, axis.left + axis.width - 24)
    return ChartFrame.text(
      HumanNumber.grouped(most), x: min(max(middle, low), high),
      y: scale.y(Double(most)) - 4, anchor: "middle", style: "peak")
  }

  /// The areas between the lowest and the highest usual count, and the expected count in them.
  private func band(_ axis: TimeAxis, _ scale: CountScale) -> String {
    var (areas, expected) = ("", "")
    var index = 0
    let bands = Array(zip(timeline.bins, timeline.bands))
    while index < bands.count {
      var highs: [String] = []
      var lows: [String] = []
      while index < bands.count, let band = bands[index].1 {
        let start = ChartFrame.number(axis.x(bands[index].0.lowerBound))
        let end = ChartFrame.number(axis.x(bands[index].0.upperBound))
        let high = ChartFrame.number(scale.y(Double(band.high)))
        let low = ChartFrame.number(scale.y(Double(band.low)))
        let middle = ChartFrame.number(scale.y(band.expected))
        expected += (highs.isEmpty ? "M\(start) \(middle)" : "V\(middle)") + "H\(end)"
        highs.append((highs.isEmpty ? "M\(start) \(high)" : "V\(high)") + "H\(end)")
        lows.append("V\(low)H\(start)")
        index += 1
      }
      if !highs.isEmpty { areas += highs.joined() + lows.reversed().joined() + "z" }
      index += 1
    }
    guard !areas.isEmpty else { return "" }
    return "<path class=\"band\" d=\"\(areas)\"/><path class=\"expected\" d=\"\(expected)\"/>"
  }

  private func markLines(_ axis: TimeAxis) -> String {
    var rowEnds: [Double] = []
    var labels = ""
    var spans = ""
    for mark in marks.prefix(ErrorTimeline.mostMarks).sorted(by: {
      ($0.seconds.lowerBound, $0.number) < ($1.seconds.lowerBound, $1.number)
    }) {
      let start = axis.x(mark.seconds.lowerBound)
      for seconds in mark.episodes {
        let (start, end) = (axis.x(seconds.lowerBound), axis.x(seconds.upperBound))
        spans += ChartFrame.rectangle(
          x: start, y: top - 15, width: max(end - start, 2),
          height: bottom - top + 15,
          style: "mark \(mark.severity.name)")
      }
      let row = rowEnds.firstIndex { $0 <= start } ?? rowEnds.count
      guard row < 2 else { continue }
      if row == rowEnds.count { rowEnds.append(0) }
      rowEnds[row] = start + (mark.number < 10 ? 16 : 25)
      labels += ChartFrame.text(
        String(mark.number), x: start, y: top - 20 - Double(row) * 13,
        style: "number \(mark.severity.name)")
    }
    return spans + labels
  }
}
