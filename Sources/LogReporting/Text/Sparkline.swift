/// Draws counts over time as a row of small bars, scaled to their own peak.
package enum Sparkline {
  /// At most `width` bars; where there are more counts, neighbours are added together.
  ///
  /// A count above zero never looks like zero: the ramp starts with its lowest bar.
  package static func text(_ counts: [Int], width: Int, isASCII: Bool) -> String {
    let sums = merged(counts, into: width)
    let ramp = isASCII ? asciiRamp : ramp
    let peak = sums.max() ?? 0
    var text = ""
    for sum in sums {
      guard sum > 0, peak > 0 else {
        text += isASCII ? " " : "·"
        continue
      }
      // As a fraction of the peak, so that huge counts cannot overflow.
      let height = Int((Double(sum) / Double(peak) * Double(ramp.count)).rounded(.up))
      text.append(ramp[Swift.min(Swift.max(height, 1), ramp.count) - 1])
    }
    return text
  }

  /// Sums of equal stretches of `counts`, at most `width` of them; the last can be shorter.
  private static func merged(_ counts: [Int], into width: Int) -> [Int] {
    guard width > 0 else { return [] }
    let stretch = Swift.max(1, (counts.count + width - 1) / width)
    guard stretch > 1 else { return counts }
    return stride(from: 0, to: counts.count, by: stretch).map { start in
      counts[start..<Swift.min(start + stretch, counts.count)].reduce(0) { sum, count in
        let (total, isOverflow) = sum.addingReportingOverflow(count)
        return isOverflow ? .max : total
      }
    }
  }

  private static let ramp: [Character] = Array("▁▂▃▄▅▆▇█")
  private static let asciiRamp: [Character] = Array(".:-=+*#")
}
