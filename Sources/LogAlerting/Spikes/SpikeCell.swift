/// One window of one series; sixteen bytes, because a fleet has millions of them.
package struct SpikeCell: Equatable, Sendable {
  /// The number of the window, within 2^53 of zero.
  package let window: Int64
  /// Above zero; more than 4,294,967,295 events count as that.
  package let count: UInt32
  /// How many users; without meaning where the series does not know them.
  package let users: UInt32
}
