/// What a corpus shall be: equal plans give equal bytes.
package struct CorpusPlan: Sendable {
  package var seed: UInt64 = 1
  /// Where it begins, in milliseconds since 1970; a Monday unless it is changed (2026-03-09).
  package var start = 1_773_014_400_000
  /// How many days it covers; positive.
  package var days = 1.0
  /// Records a second on average; nil when `bytes` tells how many there are.
  package var rate: Double?
  /// How long it is, in bytes, to the next end of a line; nil when `rate` tells.
  package var bytes: Int?
  /// How many tenants, by Zipf's law with exponent 1.1; positive.
  package var tenants = 150
  /// The share of errors among all records; nil for what is usual, which is about half a percent.
  package var errorShare: Double?
  package var shape: CorpusShape? = .auth0Stream
  package var incidents: [IncidentRequest] = []
  /// Whether the true counts are kept.
  package var countsTruth = false
  /// The share of records that are delivered twice, where the shape has ids.
  package var duplicateShare = 0.003

  package init(seed: UInt64) { self.seed = seed }

  var end: Int { start + Int(days * 86_400_000) }

  /// Events of one ceremony on average, those of other kinds included.
  static let recordsPerCeremony = 9.6

  /// Records a second on average.
  func recordsPerSecond(bytesPerRecord: Double) -> Double {
    if let rate { return rate }
    let records = Double(bytes ?? 1 << 20) / bytesPerRecord
    return records / (days * 86_400)
  }
}
