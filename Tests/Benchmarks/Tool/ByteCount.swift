/// A number of bytes as people write it: `1048576`, `64K`, `64M`, `1G`.
struct ByteCount {
  let bytes: Int

  /// Nil when it is not written like that.
  init?(_ text: String) {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = text.last.flatMap { units[$0] }
    guard let count = Int(unit == nil ? text : String(text.dropLast())), count > 0 else {
      return nil
    }
    bytes = count * (unit ?? 1)
  }
}
