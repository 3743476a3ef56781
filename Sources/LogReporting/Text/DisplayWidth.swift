/// How many columns of a terminal text takes.
///
/// East Asian wide characters and emoji take two, combining marks and conjoining Hangul none.
/// Sequences that a terminal draws as one picture (a base with U+FE0F, a skin tone, scalars joined
/// by U+200D, two regional indicators) take what the picture takes.
package enum DisplayWidth {
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    var counter = WidthCounter()
    for scalar in text.unicodeScalars { counter.add(scalar) }
    return counter.width
  }

  /// The text if it fits into `width` columns, else its two ends around an ellipsis.
  ///
  /// No visible character and no escape of `SafeText` is cut apart. The result can be a column narrower than `width`, where a
  /// wide character does not fit.
  package static func fitted(_ text: String, into width: Int, isASCII: Bool = false) -> String {
    guard of(text) > width else { return text }
    guard width > 1 else { return width == 1 ? (isASCII ? "~" : "…") : "" }
    let units = units(text)
    var start = 0
    var room = width / 2
    while start < units.count {
      let taken = of(units[start])
      guard taken <= room else { break }
      room -= taken
      start += 1
    }
    var end = units.count
    room = width - 1 - width / 2
    while end > start {
      let taken = of(units[end - 1])
      guard taken <= room else { break }
      room -= taken
      end -= 1
    }
    return units[..<start].joined() + (isASCII ? "~" : "…") + units[end...].joined()
  }

  /// Visible characters, `\\` and `\u{1b}` as one each.
  private static func units(_ text: String) -> [String] {
    var units: [String] = []
    var escape = ""
    for character in text {
      if escape.isEmpty, character != "\\" {
        units.append(String(character))
        continue
      }
      escape.append(character)
      if escape == "\\\\" || character == "}" || !"\\u{".hasPrefix(escape.prefix(3)) {
        units.append(escape)
        escape = ""
      }
    }
    return escape.isEmpty ? units : units + [escape]
  }
}

/// Adds up the columns of scalars that follow each other.
private struct WidthCounter {
  private(set) var width = 0
  /// The last scalar that took a column, until something widened it.
  private var base: Unicode.Scalar?
  private var isAfterJoiner = false
  /// True after the first of two regional indicators.
  private var isInFlag = false

  mutating func add(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    defer { isAfterJoiner = value == 0x200D }
    if (0x1F1E6...0x1F1FF).contains(value) {
      if isInFlag {
        isInFlag = false
      } else {
        isInFlag = !isAfterJoiner
        width += isAfterJoiner ? 0 : 2
      }
      base = scalar
      return
    }
    if value != 0xFE0F { isInFlag = false }
    if value == 0xFE0F, let base {
      if WidthTables.widenedByVariation.holds(base) { width += 1 }
      self.base = nil
      return
    }
    if value < 0x300 {
      take(scalar, columns: value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1)
    } else if WidthTables.zero.holds(scalar) {
      return
    } else if WidthTables.wide.holds(scalar) {
      let isSkinTone = (0x1F3FB...0x1F3FF).contains(value) && base.map(isPictograph) == true
      take(scalar, columns: isAfterJoiner || isSkinTone ? 0 : 2)
    } else {
      let isJoined = isAfterJoiner && WidthTables.widenedByVariation.holds(scalar)
      take(scalar, columns: isJoined ? 0 : 1)
      // Joined narrow pictures stand inside the one before: a selector must not widen it again.
      if isJoined { base = nil }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar, columns: Int) {
    width += columns
    base = scalar
  }

  private func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    WidthTables.wide.holds(scalar) || WidthTables.widenedByVariation.holds(scalar)
  }
}

extension [UInt32] {
  /// Whether one of the ranges, given as pairs of first and last, holds the scalar.
  fileprivate func holds(_ scalar: Unicode.Scalar) -> Bool {
    var low = 0
    var high = count / 2
    while low < high {
      let middle = (low + high) / 2
      if self[middle * 2 + 1] < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low * 2 < count && self[low * 2] <= scalar.value
  }
}
