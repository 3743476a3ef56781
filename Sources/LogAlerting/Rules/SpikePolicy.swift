/// What a rule asks of a spike: how big, how many users, how far above the usual, how sure.
package struct SpikePolicy: Hashable, Sendable {
  /// The fewest events of a spike.
  package var minCount: UInt64 = 5
  /// The fewest users of a spike, where users are known.
  package var minUsers: UInt64 = 2
  /// A spike has at least so many times the expected count.
  package var minRatio: Double = 2
  /// How many false alarms are acceptable, for the whole fleet, in `falseAlarmPeriod`; positive.
  package var falseAlarms: Double = 1
  /// The period of the budget in seconds; positive.
  package var falseAlarmPeriod: Int64 = 7 * 86_400

  package init() {}
}
