/// What tells a record from all others, hashed to 128 bits, for `--dedup`.
package struct EventID: Hashable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }
}
