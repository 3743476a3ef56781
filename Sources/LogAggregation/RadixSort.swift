/// Sorts by two numbers without comparing them, in linear time.
///
/// Digit by digit from the lowest on, 11 bits each, leaving out digits that are zero in all keys. Each pass
/// reads and writes in order, where sorting numbers of cells by looking the cells up waits for memory:
/// 163,000 cells took 37 ms so.
enum RadixSort {
  struct Key: Sendable {
    /// What comes first in the order.
    let high: UInt64
    let low: UInt32
    /// Goes with the key; equal keys stay in their order.
    let number: UInt32
  }

  private static let digitBits: UInt64 = 11
  private static let digitMask: UInt64 = 1 << digitBits - 1

  static func sort(_ keys: inout [Key]) {
    sort(&keys, usedBits: keys.reduce(0) { $0 | UInt64($1.low) }) { UInt64($0.low) }
    sort(&keys, usedBits: keys.reduce(0) { $0 | $1.high }) { $0.high }
  }

  /// Sorts by one number, of which only some bits are not zero everywhere.
  @inline(__always)
  private static func sort(_ keys: inout [Key], usedBits: UInt64, by number: (Key) -> UInt64) {
    var shift: UInt64 = 0
    var spare = keys
    while shift < 64, usedBits >> shift != 0 {
      if usedBits >> shift & digitMask != 0 {
        var places = Array(repeating: 0, count: 1 << Int(digitBits))
        for key in keys { places[Int(number(key) >> shift & digitMask)] += 1 }
        var sum = 0
        for digit in places.indices { (places[digit], sum) = (sum, sum + places[digit]) }
        for key in keys {
          let digit = Int(number(key) >> shift & digitMask)
          spare[places[digit]] = key
          places[digit] += 1
        }
        swap(&keys, &spare)
      }
      shift += digitBits
    }
  }
}
