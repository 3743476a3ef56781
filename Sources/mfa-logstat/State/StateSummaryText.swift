import LogModel
import LogReporting
import LogState

/// What a state knows, as `state show` tells it.
struct StateSummaryText {
  let summary: StateSummary

  var text: String {
    (opening + files + firing + runs).map { $0 + "\n" }.joined()
  }

  private var opening: [String] {
    let records = summary.ledger.records
    var lines = [
      "counted   \(HumanNumber.counted(summary.ledger.lines.lines, "line")), "
        + "\(HumanNumber.counted(records.records, "record")), \(HumanNumber.counted(records.error, "error"))"
    ]
    if let first = summary.firstWindow, let last = summary.lastWindow {
      lines.append(
        "windows   of \(summary.windowSeconds) s from \(EventTime(seconds: first)) to "
          + "\(EventTime(seconds: last + summary.windowSeconds))")
    }
    if let latest = summary.memory.watermark.latest {
      lines.append(
        "time      \(latest), windows closed before "
          + "\(EventTime(seconds: summary.memory.watermark.closedBefore))")
    }
    return lines
  }

  private var files: [String] {
    let present = summary.positions.filter { $0.state == .present && $0.copyOf == nil }
    let gone = summary.positions.count { $0.state == .gone }
    let skipped = summary.positions.count { $0.state == .skipped }
    var lines = ["", "files     \(present.count) read, \(skipped) passed over, \(gone) gone"]
    for position in present.sorted(by: { $0.path.lexicographicallyPrecedes($1.path) }) {
      let name = SafeText.escaped(String(decoding: position.path, as: UTF8.self))
      let lag = position.size - position.offset
      lines.append(
        "  \(name): \(HumanNumber.counted(position.lines, "line")), "
          + "\(HumanNumber.counted(position.offset, "byte"))"
          + (lag > 0 ? ", \(SystemText.grouped(lag)) behind the last whole line" : ""))
    }
    return lines
  }

  private var firing: [String] {
    let open = summary.memory.open
    return ["", "firing    \(open.count)"]
      + open.map { alert in
        let what =
          switch alert.subject.key.name(.code) {
          case .named(let code): code
          case .unknown, .other: "errors without a code"
          case nil: alert.rule
          }
        return "  \(alert.severity.name) \(SafeText.escaped(what)) since "
          + "\(EventTime(seconds: alert.seconds.lowerBound)), \(HumanNumber.counted(alert.count, "error"))"
      }
  }

  private var runs: [String] {
    ["", "runs      the last \(summary.runs.count)"]
      + summary.runs.map { run in
        "  \(run.id): \(EventTime(seconds: run.now.seconds)) "
          + "\(run.teller?.rawValue ?? run.status.name), "
          + "\(HumanNumber.counted(run.lines, "line")), \(HumanNumber.counted(run.errors, "error"))"
      }
  }
}
