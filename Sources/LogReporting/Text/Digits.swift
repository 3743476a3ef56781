extension [UInt8] {
  /// Appends a number in decimal.
  package mutating func appendDecimal(_ number: Int) {
    append(addingCapacity: 20) { $0.appendDecimal(number) }
  }

  /// Appends a share, rounded half up to four decimals: `0.1250`.
  package mutating func appendShare(_ share: Double) {
    append(addingCapacity: 20) { $0.appendShare(share) }
  }

  /// Appends the same number as `appendShare`, without zeros at its end: `0.125`, `1`.
  package mutating func appendShortShare(_ share: Double) {
    let tenThousandths = share.tenThousandths
    appendDecimal(tenThousandths / 10_000)
    var (fraction, digits) = (tenThousandths % 10_000, 4)
    guard fraction != 0 else { return }
    while fraction % 10 == 0 {
      fraction /= 10
      digits -= 1
    }
    append(UInt8(ascii: "."))
    append(addingCapacity: 4) { $0.appendFraction(fraction, digits: digits) }
  }
}

/// The same into memory that is there already: at most 20 bytes a number.
extension OutputSpan<UInt8> {
  mutating func appendDecimal(_ number: Int) {
    let magnitude = number.magnitude
    if number < 0 { append(UInt8(ascii: "-")) }
    guard magnitude > 9 else {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude))
      return
    }
    var power: UInt = 10
    while magnitude / power > 9 { power *= 10 }
    var rest = magnitude
    while power > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power /= 10
    }
  }

  mutating func appendShare(_ share: Double) {
    let tenThousandths = share.tenThousandths
    appendDecimal(tenThousandths / 10_000)
    append(UInt8(ascii: "."))
    let fraction = UInt32(truncatingIfNeeded: tenThousandths % 10_000)
    appendPair(fraction / 100)
    appendPair(fraction % 100)
  }

  /// Appends the digits behind a point: so many, whatever the number.
  mutating func appendFraction(_ fraction: Int, digits: Int) {
    var power = 1
    for _ in 0..<digits { power *= 10 }
    var rest = fraction % power
    for _ in 0..<digits {
      power /= 10
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
      rest %= power
    }
  }

  /// Appends a number from 0 to 99 as two digits.
  @inline(__always)
  mutating func appendPair(_ number: UInt32) {
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}

extension Double {
  /// A share from 0 to 1 in ten thousandths; anything that is no share counts as nothing.
  fileprivate var tenThousandths: Int {
    isFinite && self > 0 ? Int((Swift.min(self, 1_000_000) * 10_000).rounded()) : 0
  }
}
