/// The path of a request to the provider's MFA API: `/api/<method>/configs/<tenant>/...`.
@unsafe struct GuardianPath {
  /// `totp`, `sms`, `push`, ...
  let method: UnsafeBufferPointer<UInt8>
  /// As it stands in the path, percent-encoded; nil when no slash ends it.
  let tenant: UnsafeBufferPointer<UInt8>?

  /// - Returns: nil when the path is another one.
  init?(_ path: UnsafeBufferPointer<UInt8>) {
    guard let method = unsafe GuardianPath.part(behind: "/api/", in: path, from: 0) else {
      return nil
    }
    let configs: StaticString = "/configs/"
    guard unsafe GuardianPath.has(configs, in: path, at: method.upperBound) else { return nil }
    unsafe self.method = unsafe UnsafeBufferPointer(rebasing: path[method])
    let tenant = unsafe GuardianPath.part(behind: configs, in: path, from: method.upperBound)
    unsafe self.tenant = unsafe tenant.flatMap {
      $0.upperBound < path.count ? unsafe UnsafeBufferPointer(rebasing: path[$0]) : nil
    }
  }

  /// The bytes up to the next slash behind a prefix; nil when the prefix or the bytes are missing.
  private static func part(
    behind prefix: StaticString, in path: UnsafeBufferPointer<UInt8>, from place: Int
  ) -> Range<Int>? {
    guard unsafe has(prefix, in: path, at: place) else { return nil }
    let first = place + prefix.utf8CodeUnitCount
    var end = first
    while end < path.count, unsafe path[end] != UInt8(ascii: "/") { end += 1 }
    return end > first ? first..<end : nil
  }

  private static func has(
    _ word: StaticString, in path: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Bool {
    guard path.count - place >= word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount
    where unsafe path[place + index] != word.utf8Start[index] { return false }
    return true
  }

  /// Appends a part of a path with its `%XX` resolved; what they make need not be valid UTF-8, so it is
  /// repaired.
  static func appendDecoded(_ part: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    var bytes: [UInt8] = []
    var index = 0
    while index < part.count {
      if unsafe part[index] == UInt8(ascii: "%"), index + 2 < part.count,
        let high = unsafe StringScan.hexDigit(part[index + 1]),
        let low = unsafe StringScan.hexDigit(part[index + 2])
      {
        bytes.append(UInt8(high << 4 | low))
        index += 3
      } else {
        unsafe bytes.append(part[index])
        index += 1
      }
    }
    bytes.append(contentsOf: [0, 0, 0, 0])
    unsafe bytes.withUnsafeBufferPointer {
      unsafe StringDecoder.appendRepaired(
        UnsafeBufferPointer(rebasing: $0[0..<bytes.count - 4]), to: &text)
    }
  }
}
