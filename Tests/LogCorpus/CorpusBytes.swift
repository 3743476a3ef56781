/// Text of a corpus as bytes: what makes lines writes here, so that no line costs a `String`.
package struct CorpusBytes: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package var count: Int { bytes.count }

  /// Empties it and keeps its memory.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func text(_ text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func text(_ text: [UInt8]) { bytes.append(contentsOf: text) }

  mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  /// A number that is not negative, with zeros in front up to `width` digits.
  mutating func number(_ value: Int, width: Int = 1) {
    var divisor = 1
    var digits = 1
    while digits < width || value / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    while divisor > 0 {
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + value / divisor % 10))
      divisor /= 10
    }
  }

  /// The lowest `digits` hexadecimal digits of a number, at most 16.
  mutating func hex(_ value: UInt64, digits: Int) {
    var shift = digits * 4
    while shift > 0 {
      shift -= 4
      let digit = UInt8(truncatingIfNeeded: (value >> UInt64(shift)) & 15)
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  /// Text as it stands inside a JSON string.
  mutating func escaped(_ text: [UInt8]) {
    for byte in text {
      switch byte {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(byte)
      case 0x0A:
        bytes.append(0x5C)
        bytes.append(0x6E)
      default: bytes.append(byte)
      }
    }
  }
}
