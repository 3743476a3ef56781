import LogModel

/// Places instants from left to right, and knows where a clock on the wall has its round times.
package struct TimeAxis {
  package struct Tick: Equatable {
    package let second: Int64
    package let label: String

    package init(
      second: Int64, label: String
    ) {
      self.second = second
      self.label = label
    }
  }

  /// What is shown, in UTC seconds; not empty.
  package let seconds: Range<Int64>
  package let zone: TimeZoneRules
  /// In the units of the chart.
  package let left: Double
  package let width: Double

  package init(
    seconds: Range<Int64>, zone: TimeZoneRules, left: Double, width: Double
  ) {
    self.seconds = seconds
    self.zone = zone
    self.left = left
    self.width = width
  }

  package func x(_ second: Int64) -> Double {
    let length = Double(seconds.upperBound - seconds.lowerBound)
    let part = (Double(second) - Double(seconds.lowerBound)) / length
    return left + width * min(max(part, 0), 1)
  }

  /// At most about ten.
  package var ticks: [Tick] {
    let length = seconds.upperBound - seconds.lowerBound
    let clock = LocalClock(zone: zone)
    let (first, last) = (zone.day(of: seconds.lowerBound), zone.day(of: seconds.upperBound - 1))
    if let step = TimeAxis.steps.first(where: { length / $0 <= 9 }) {
      let isOneDay = first == last
      return (first...last).flatMap { day in
        stride(from: Int64(0), to: 86_400, by: Int(step)).compactMap { local -> Tick? in
          let second =
            local == 0
            ? zone.start(ofDay: day) : CalendarText.utc(ofLocal: day * 86_400 + local, in: zone)
          guard seconds.contains(second) else { return nil }
          let time = clock.time(second, showsSeconds: false)
          return Tick(
            second: second,
            label: local == 0 && !isOneDay ? String(clock.date(second).suffix(5)) : time)
        }
      }
    }
    let step = max(1, (last - first + 9) / 9)
    return stride(from: first, through: last, by: Int(step)).compactMap { day in
      let second = zone.start(ofDay: day)
      guard seconds.contains(second) else { return nil }
      return Tick(second: second, label: String(clock.date(second).suffix(5)))
    }
  }

  /// Lines and labels under a chart that ends at `bottom`.
  package func markup(top: Double, bottom: Double) -> String {
    ticks.map { tick in
      let place = x(tick.second)
      let anchor = place < left + 12 ? "start" : place > left + width - 16 ? "end" : "middle"
      return ChartFrame.rectangle(
        x: place, y: top, width: 0.5, height: bottom - top + 4, style: "grid")
        + ChartFrame.text(tick.label, x: place, y: bottom + 16, anchor: anchor)
    }.joined()
  }

  /// Parts of a day that clocks like to show, in seconds.
  private static let steps: [Int64] = [
    60, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200,
  ]
}
