/// The names that rotation gives to a log.
///
/// `app.log` becomes `app.log.1`, `app.log-20260314`, `app.log.2026-03-14T08`, `app.log.old`, or with the
/// extension kept `app-20260314.log` and `app.1.log`; compressed it ends in `.gz` besides.
enum RotatedName {
  /// Whether `name` is one that rotation gives to a log called `log`; both without folders.
  static func isRotation(_ name: [UInt8], of log: [UInt8]) -> Bool {
    let isPacked = name.ends(with: packed)
    let bare = isPacked ? name.dropLast(packed.count) : name[...]
    if bare.starts(with: log) {
      let suffix = bare.dropFirst(log.count)
      if suffix.isEmpty { return isPacked }
      if isCounter(suffix) || suffix.elementsEqual(old) { return true }
    }
    guard let dot = log.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return false }
    let (stem, ending) = (log[..<dot], log[dot...])
    guard bare.count > log.count, bare.starts(with: stem), bare.ends(with: ending) else {
      return false
    }
    return isCounter(bare.dropFirst(stem.count).dropLast(ending.count))
  }

  /// Whether a name looks like one of a log that was put aside, whatever that is called.
  static func looksRotated(_ name: [UInt8]) -> Bool {
    if name.ends(with: packed) || name.ends(with: old) { return true }
    let mark = name.lastIndex { !isOfCounter($0) }
    return isCounter(name[(mark.map { $0 + 1 } ?? 0)...])
  }

  /// A separator and then digits, with more separators among them.
  private static func isCounter(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, separators.contains(first), text.count > 1 else { return false }
    return text.allSatisfy(isOfCounter) && text.contains(where: isDigit)
  }

  private static func isOfCounter(_ byte: UInt8) -> Bool {
    isDigit(byte) || separators.contains(byte) || inTimes.contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static let packed = Array(".gz".utf8)
  private static let old = Array(".old".utf8)
  private static let separators = Array(".-_".utf8)
  private static let inTimes = Array("T:".utf8)
}

extension Collection where Element == UInt8, Self: BidirectionalCollection {
  fileprivate func ends(with other: some BidirectionalCollection<UInt8>) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}
