import LogAggregation
import LogModel

extension ReportBuilder {
  /// Finds the worst alert that speaks of a row.
  struct Flags {
    /// Half-open stretches of UTC seconds, ascending, which do not touch each other.
    private struct Stretches {
      var ranges: [Range<Int64>] = []

      /// Puts together what overlaps or touches.
      init(_ all: [Range<Int64>]) {
        for range in all.sorted(by: { $0.lowerBound < $1.lowerBound }) {
          if let last = ranges.last, range.lowerBound <= last.upperBound {
            let end = max(last.upperBound, range.upperBound)
            ranges[ranges.count - 1] = last.lowerBound..<end
          } else {
            ranges.append(range)
          }
        }
      }

      func overlap(_ window: Range<Int64>) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
          let middle = (low + high) / 2
          if ranges[middle].upperBound <= window.lowerBound {
            low = middle + 1
          } else {
            high = middle
          }
        }
        return low < ranges.count && ranges[low].lowerBound < window.upperBound
      }
    }

    /// A place on the axis of tenants and one on that of codes.
    private struct Key: Hashable {
      let tenant: UInt32
      let code: UInt32
    }

    private var critical: [Key: Stretches] = [:]
    private var warning: [Key: Stretches] = [:]

    /// Alerts on tenants and codes that the filters leave out have no say.
    init(_ judged: Judged, axes: Axes) {
      var ranges: [Severity: [Key: [Range<Int64>]]] = [:]
      for alert in judged.alerts {
        var last: Key?
        judged.index.forEachName(in: MeasureSpan(alert)) { tenant, code in
          guard axes.tenants.isChosen[tenant], axes.codes.isChosen[code] else { return }
          let key = Key(tenant: axes.tenants.ranks[tenant], code: axes.codes.ranks[code])
          // Most alerts are of one tenant and code, whose cells follow one another.
          guard key != last else { return }
          last = key
          ranges[alert.severity, default: [:]][key, default: []].append(alert.seconds)
        }
      }
      critical = (ranges[.critical] ?? [:]).mapValues(Stretches.init)
      warning = (ranges[.warning] ?? [:]).mapValues(Stretches.init)
    }

    /// The worst alert on a row whose window is in UTC seconds, or nil when it stands for all time.
    func worst(tenant: UInt32, code: UInt32, window: Range<Int64>?) -> Severity? {
      let key = Key(tenant: tenant, code: code)
      if let stretches = critical[key], window.map(stretches.overlap) ?? true { return .critical }
      if let stretches = warning[key], window.map(stretches.overlap) ?? true { return .warning }
      return nil
    }
  }
}
