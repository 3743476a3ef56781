import LogAlerting
import LogReporting

/// The words for what is wrong with a list of known incidents.
enum IncidentListText {
  static func line(for fault: IncidentList.Fault, file: String) -> String {
    "\(SourceText.path(file)):\(fault.line): \(words(for: fault.reason))"
  }

  private static func words(for reason: IncidentList.Fault.Reason) -> String {
    switch reason {
    case .noHead: "nothing in it; begin with the line start,end,tenant,code"
    case .missingColumn(let column):
      "there is no column \(Quoted(column)); begin with the line start,end,tenant,code"
    case .wrongCellCount(let count, let wanted):
      "\(count) \(count == 1 ? "cell" : "cells"), where the first line has \(wanted)"
    case .notATime(let text, let column):
      "\(column) is \(Quoted(text)), not a time; write 2026-08-01T10:00:00Z"
    case .endsBeforeItStarts: "end is not after start"
    case .emptyName(let column): "\(column) is empty; write * for any"
    }
  }
}
