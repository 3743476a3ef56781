import GRDB
import LogModel

extension StateSession {
  /// What the last judgement left; nil when there was none, or when counts have changed since without one.
  package func judgedPast() throws(StateError) -> JudgedPast? {
    try attempt { database in
      var rules: String?
      try RowStatement("SELECT value FROM settings WHERE name = 'judged_rules'", on: database)
        .forEachRow { rules = $0.optionalText(0) }
      guard let rules, let now = try AlertReader(database: database).setting("judged_at")
      else { return nil }
      var past = JudgedPast(rules: rules, now: now, stretches: [])
      try RowStatement("SELECT start, end FROM stretches ORDER BY start", on: database)
        .forEachRow { row throws(StateError) in
          guard row.number(0) < row.number(1) else { throw .damaged }
          past.stretches.append(row.number(0)..<row.number(1))
        }
      try RowStatement(
        "SELECT subject, subject_rule, start, end, clears_at FROM silenced ORDER BY rowid",
        on: database
      ).forEachRow { row throws(StateError) in
        guard let key = SubjectText.key(of: row.text(0)), row.number(2) < row.number(3)
        else { throw .damaged }
        past.silenced.append(
          SilencedLife(
            subject: AlertSubject(rule: row.optionalText(1), key: key),
            seconds: row.number(2)..<row.number(3), clearsAt: row.number(4)))
      }
      return past
    }
  }

  /// The spikes that were found in windows that begin in some UTC seconds, by time.
  package func spikes(in seconds: Range<Int64>) throws(StateError) -> [FiredSpike] {
    try attempt { database in
      var spikes: [FiredSpike] = []
      try RowStatement(
        """
        SELECT start, rule, kind, series FROM spikes WHERE start >= ? AND start < ?
        ORDER BY start, rule, kind, series
        """, on: database
      ).forEachRow([.init(seconds.lowerBound), .init(seconds.upperBound)]) {
        row throws(StateError) in
        guard let key = SubjectText.key(of: row.text(3)) else { throw .damaged }
        spikes.append(
          FiredSpike(rule: row.int(1), series: key, kind: row.int(2), start: row.number(0)))
      }
      return spikes
    }
  }

  /// The windows with records that were too far ahead to have a part when they came, and that end in some
  /// UTC seconds; ascending.
  package func windowsAhead(
    endingIn seconds: ClosedRange<Int64>
  ) throws(StateError) -> [Range<Int64>] {
    try attempt { database in
      var windows: [Range<Int64>] = []
      try RowStatement(
        """
        SELECT DISTINCT start FROM totals WHERE start >= ? AND start <= ? AND kind = 1
        ORDER BY start
        """, on: database
      ).forEachRow([
        .init(seconds.lowerBound - windowSeconds), .init(seconds.upperBound - windowSeconds),
      ]) { row in
        windows.append(row.number(0)..<row.number(0) + windowSeconds)
      }
      return windows
    }
  }

  /// Remembers what a judgement leaves, with the spikes it found.
  ///
  /// - Parameters:
  ///   - past: What it leaves.
  ///   - spikes: Those in the windows that it judged.
  ///   - second: Windows that begin at this UTC second or later were judged.
  /// - Throws: When it cannot be written.
  package func store(
    _ past: JudgedPast, spikes: [FiredSpike], judgedFrom second: Int64
  ) throws(StateError) {
    try attempt { database in
      try announce()
      try RowStatement("INSERT OR REPLACE INTO settings VALUES ('judged_rules', ?)", on: database)
        .run([.text(past.rules)])
      try set("judged_at", past.now, database)
      try announce()
      try RowStatement("DELETE FROM stretches", on: database).run()
      let stretch = try RowStatement("INSERT INTO stretches VALUES (?,?)", on: database)
      for range in past.stretches {
        try announce()
        try stretch.run([.init(range.lowerBound), .init(range.upperBound)])
      }
      try announce()
      try RowStatement("DELETE FROM silenced", on: database).run()
      let silenced = try RowStatement("INSERT INTO silenced VALUES (?,?,?,?,?)", on: database)
      for life in past.silenced {
        try announce()
        try silenced.run([
          .text(SubjectText.text(of: life.subject.key)), .init(life.subject.rule),
          .init(life.seconds.lowerBound), .init(life.seconds.upperBound), .init(life.clearsAt),
        ])
      }
      try announce()
      try RowStatement("DELETE FROM spikes WHERE start >= ?", on: database).run([.init(second)])
      let spike = try RowStatement("INSERT INTO spikes VALUES (?,?,?,?)", on: database)
      for one in spikes {
        try announce()
        try spike.run([
          .init(one.start), .init(one.rule), .init(one.kind),
          .text(SubjectText.text(of: one.series)),
        ])
      }
    }
  }

  /// Forgets what the last judgement left, so that the next run judges everything.
  package func forgetJudgedPast() throws(StateError) {
    try attempt { database in try forgetJudgedPast(database) }
  }

  func forgetJudgedPast(_ database: Database) throws(StateError) {
    try set("judged_at", nil, database)
  }
}
