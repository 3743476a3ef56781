/// What a state remembers of a run.
package struct RunRecord: Hashable, Sendable {
  /// Counts up from 1.
  package var id: Int64
  package var now: EventTime
  /// The rules that it judged by, as a digest; the name of a `Teller` that judged nothing for later runs.
  package var rules: String
  /// The level at its end.
  package var status: CheckStatus
  /// How many files had something new.
  package var files: Int
  /// Decompressed bytes that were new.
  package var bytes: Int
  package var lines: Int
  package var records: Int
  package var errors: Int

  /// A command that tells no transition, so that the next check has to judge what it read.
  package enum Teller: String, Sendable {
    case stat, report
  }

  /// Nil for a run of `check`.
  package var teller: Teller? { Teller(rawValue: rules) }

  package init(
    id: Int64, now: EventTime, rules: String, status: CheckStatus, files: Int = 0, bytes: Int = 0,
    lines: Int = 0, records: Int = 0, errors: Int = 0
  ) {
    self.id = id
    self.now = now
    self.rules = rules
    self.status = status
    self.files = files
    self.bytes = bytes
    self.lines = lines
    self.records = records
    self.errors = errors
  }
}
