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

    /// Where a code of a tenant is critical and where it bears a warning.
    private struct Entry {
      var code: UInt32
      var critical: Stretches?
      var warning: Stretches?
    }

    /// By the place of the tenant; of each its codes in ascending order.
    private var entries: [[Entry]] = []

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
      let (critical, warning) = (ranges[.critical] ?? [:], ranges[.warning] ?? [:])
      for key in Set(critical.keys).union(warning.keys) {
        let missing = Int(key.tenant) + 1 - entries.count
        if missing > 0 { entries.append(contentsOf: repeatElement([], count: missing)) }
        entries[Int(key.tenant)].append(
          Entry(
            code: key.code, critical: critical[key].map(Stretches.init),
            warning: warning[key].map(Stretches.init)))
      }
      for tenant in entries.indices { entries[tenant].sort { $0.code < $1.code } }
    }

    /// The worst alert on a row whose window is in UTC seconds, or nil when it stands for all time.
    func worst(tenant: UInt32, code: UInt32, window: Range<Int64>?) -> Severity? {
      guard Int(tenant) < entries.count else { return nil }
      let codes = entries[Int(tenant)]
      var low = 0
      var high = codes.count
      while low < high {
        let middle = (low + high) / 2
        if codes[middle].code < code { low = middle + 1 } else { high = middle }
      }
      guard low < codes.count, codes[low].code == code else { return nil }
      if let stretches = codes[low].critical, window.map(stretches.overlap) ?? true {
        return .critical
      }
      if let stretches = codes[low].warning, window.map(stretches.overlap) ?? true {
        return .warning
      }
      return nil
    }
  }
}
