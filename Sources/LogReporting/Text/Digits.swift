extension [UInt8] {
  /// Appends a number in decimal.
  package mutating func appendDecimal(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = count
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest != 0
    var (low, high) = (start, count - 1)
    while low < high {
      swapAt(low, high)
      low += 1
      high -= 1
    }
  }

  /// Appends a share, rounded half up to four decimals: `0.1250`.
  package mutating func appendShare(_ share: Double) {
    let tenThousandths = share.tenThousandths
    appendDecimal(tenThousandths / 10_000)
    append(UInt8(ascii: "."))
    appendFraction(tenThousandths % 10_000, digits: 4)
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
    appendFraction(fraction, digits: digits)
  }

  /// Appends the digits behind a point: so many, whatever the number.
  mutating func appendFraction(_ fraction: Int, digits: Int) {
    let start = count
    for _ in 0..<digits { append(UInt8(ascii: "0")) }
    var rest = fraction
    var index = count - 1
    while index >= start, rest > 0 {
      self[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      index -= 1
    }
  }
}

extension Double {
  /// A share from 0 to 1 in ten thousandths; anything that is no share counts as nothing.
  fileprivate var tenThousandths: Int {
    isFinite && self > 0 ? Int((Swift.min(self, 1_000_000) * 10_000).rounded()) : 0
  }
}
