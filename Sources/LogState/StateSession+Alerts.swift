import GRDB
import LogModel

extension StateSession {
  /// What was told, and how far the time of the events had come.
  package func alertMemory() throws(StateError) -> AlertMemory {
    try attempt { try AlertReader(database: $0).memory() }
  }

  /// Remembers what was told in the place of what was remembered before.
  package func store(_ memory: AlertMemory) throws(StateError) {
    try attempt { database in
      let watermark = memory.watermark
      try set("latest_second", watermark.latest?.seconds, database)
      try set("latest_nanosecond", watermark.latest.map { Int64($0.nanoseconds) }, database)
      try set("closed_before", watermark.closedBefore, database)
      try set("horizon", memory.horizon, database)
      try announce()
      try RowStatement("DELETE FROM alerts", on: database).run()
      let insert = try RowStatement(
        "INSERT INTO alerts VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", on: database)
      for alert in memory.alerts {
        try announce()
        try insert.run(StateSession.values(of: alert))
      }
    }
  }

  /// Before which UTC second counts were forgotten; nil when all are there.
  package func forgottenBefore() throws(StateError) -> Int64? {
    try attempt { try AlertReader(database: $0).setting("forgotten_before") }
  }

  func set(_ name: String, _ value: Int64?, _ database: Database) throws(StateError) {
    try announce()
    try RowStatement("INSERT OR REPLACE INTO settings VALUES (?,?)", on: database)
      .run([.text(name), .init(value)])
  }

  private static func values(of alert: RememberedAlert) -> [RowStatement.Value] {
    let (peak, telling) = (alert.peak, alert.telling)
    return [
      .text(SubjectText.text(of: alert.subject.key)), .init(alert.subject.rule),
      .text(alert.rule), .text(alert.state.rawValue), .init(Int(alert.severity.rawValue)),
      .init(alert.seconds.lowerBound), .init(alert.seconds.upperBound), .init(alert.quietFrom),
      .init(alert.clearsAt), .init(alert.count), .init(alert.users?.count),
      .init(alert.users?.isEstimate == true ? 1 : 0), .init(peak.seconds.lowerBound),
      .init(peak.seconds.upperBound), .init(peak.count), .init(peak.expected),
      .init(alert.tenantCount), .init(alert.tenant), .init(telling.at),
      .init(telling.renotifySeconds), .init(Int(telling.severity.rawValue)),
      .init(telling.isProviderWide ? 1 : 0), .init(telling.revision),
    ]
  }
}

/// Reads what was told.
struct AlertReader {
  let database: Database

  func memory() throws(StateError) -> AlertMemory {
    var latest: EventTime?
    if let second = try setting("latest_second") {
      latest = EventTime(
        seconds: second, nanoseconds: UInt32(clamping: try setting("latest_nanosecond") ?? 0))
    }
    return AlertMemory(
      watermark: Watermark(latest: latest, closedBefore: try setting("closed_before") ?? .min),
      horizon: try setting("horizon") ?? .min, alerts: try alerts())
  }

  /// A number among the settings; nil when it was never set.
  func setting(_ name: String) throws(StateError) -> Int64? {
    var value: Int64?
    try RowStatement("SELECT value FROM settings WHERE name = ?", on: database)
      .forEachRow([.text(name)]) { value = $0.optionalInt(0) }
    return value
  }

  func alerts() throws(StateError) -> [RememberedAlert] {
    var alerts: [RememberedAlert] = []
    try RowStatement(
      """
      SELECT subject, subject_rule, rule, state, severity, start, end, quiet_from, clears_at, count,
        users, users_are_estimated, peak_start, peak_end, peak_count, peak_expected, tenant_count,
        tenant, told_at, renotify_seconds, told_severity, told_provider_wide, revision
      FROM alerts ORDER BY rowid
      """, on: database
    ).forEachRow { row throws(StateError) in alerts.append(try AlertReader.alert(row)) }
    return alerts
  }

  private static func alert(_ row: RowStatement) throws(StateError) -> RememberedAlert {
    guard let key = SubjectText.key(of: row.text(0)), let state = AlertState(rawValue: row.text(3)),
      let severity = Severity(rawValue: UInt8(clamping: row.number(4))),
      let told = Severity(rawValue: UInt8(clamping: row.number(20))),
      row.number(5) <= row.number(6),
      row.number(12) <= row.number(13)
    else { throw .damaged }
    let users = row.optionalInt(10).map {
      UserCount(count: Int($0), isEstimate: row.number(11) != 0)
    }
    return RememberedAlert(
      subject: AlertSubject(rule: row.optionalText(1), key: key), rule: row.text(2), state: state,
      severity: severity, seconds: row.number(5)..<row.number(6), quietFrom: row.number(7),
      clearsAt: row.number(8), count: row.int(9), users: users,
      peak: IncidentPeak(
        seconds: row.number(12)..<row.number(13), count: row.int(14),
        expected: row.isNull(15) ? nil : row.real(15)),
      tenantCount: row.int(16), tenant: row.optionalText(17),
      telling: AlertTelling(
        at: row.number(18), renotifySeconds: row.number(19), severity: told,
        isProviderWide: row.number(21) != 0, revision: row.int(22)))
  }
}
