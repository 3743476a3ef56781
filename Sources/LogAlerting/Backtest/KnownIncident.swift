import LogModel

/// Trouble that is known to have been, so that rules can be measured by it.
package struct KnownIncident: Hashable, Sendable {
  /// `[start, end)` in UTC seconds.
  package var start: Int64
  package var end: Int64
  package var tenant: NamePattern
  package var code: NamePattern
  /// Where it stands in its list; the head is line 1.
  package var line: Int

  /// Whether an alert speaks of it: at the same time, of this tenant and code as far as it names any.
  package func isMet(by alert: AlertEpisode) -> Bool {
    alert.start < end && alert.end > start
      && (alert.tenant.map { tenant.matches($0) } ?? true)
      && (alert.code.map { code.matches($0) } ?? true)
  }
}

/// A list of known incidents: CSV with the columns `start,end,tenant,code` in any order.
package enum IncidentList {
  /// What is wrong with a line.
  package struct Fault: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      case noHead
      case missingColumn(String)
      case wrongCellCount(Int, wanted: Int)
      case notATime(String, column: String)
      case endsBeforeItStarts
      case emptyName(column: String)
    }

    package var reason: Reason
    package var line: Int

    package init(reason: Reason, line: Int) {
      self.reason = reason
      self.line = line
    }
  }

  package static let columns = ["start", "end", "tenant", "code"]

  /// Reads the list; other columns than those that are needed are left alone.
  ///
  /// - Returns: The incidents in the order of the list, and everything that is wrong.
  package static func read(_ text: String) -> (incidents: [KnownIncident], faults: [Fault]) {
    let records = CSVRecords.read(text)
    guard let head = records.first else { return ([], [Fault(reason: .noHead, line: 1)]) }
    var places: [String: Int] = [:]
    for column in columns {
      guard let place = head.cells.firstIndex(of: column) else {
        return ([], [Fault(reason: .missingColumn(column), line: head.line)])
      }
      places[column] = place
    }
    var incidents: [KnownIncident] = []
    var faults: [Fault] = []
    for record in records.dropFirst() {
      guard record.cells.count == head.cells.count else {
        faults.append(
          Fault(
            reason: .wrongCellCount(record.cells.count, wanted: head.cells.count),
            line: record.line))
        continue
      }
      let cells = places.mapValues { record.cells[$0] }
      do throws(Fault) {
        incidents.append(try incident(cells, line: record.line))
      } catch {
        faults.append(error)
      }
    }
    return (incidents, faults)
  }

  private static func incident(
    _ cells: [String: String], line: Int
  ) throws(Fault) -> KnownIncident {
    let start = try time("start", cells, line: line)
    let end = try time("end", cells, line: line)
    guard start < end else { throw Fault(reason: .endsBeforeItStarts, line: line) }
    for column in ["tenant", "code"] where cells[column, default: ""].isEmpty {
      throw Fault(reason: .emptyName(column: column), line: line)
    }
    return KnownIncident(
      start: start, end: end, tenant: NamePattern(cells["tenant", default: ""]),
      code: NamePattern(cells["code", default: ""]), line: line)
  }

  private static func time(
    _ column: String, _ cells: [String: String], line: Int
  ) throws(Fault) -> Int64 {
    let text = cells[column, default: ""]
    guard let time = CalendarText.time(text, zone: .utc) else {
      throw Fault(reason: .notATime(text, column: column), line: line)
    }
    return time.seconds
  }
}
