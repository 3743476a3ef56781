import LogModel

extension GzipDamage: Error {}

/// Takes in the header of one gzip member behind its two magic bytes (RFC 1952, 2.3).
///
/// Names and comments are checked and forgotten: they may be of any length, and nothing that
/// somebody wrote there is ever told. The whole state is a few numbers.
struct GzipHeader {
  private enum Field {
    case fixed(UInt8)
    case extraLength
    case extra(Int)
    case name
    case comment
    case checksum
    case none
  }

  /// The field that is being read, with how many bytes of it are known or missing.
  private var field = Field.fixed(2)
  private var flags: UInt8 = 0
  /// The low byte of a number of two, once it is known.
  private var lowByte: Int?
  private var checksum = Checksum()
  /// How many bytes were taken, the magic ones among them; after a damage those before it.
  private(set) var byteCount = 2

  init() {
    let magic: [UInt8] = [0x1F, 0x8B]
    unsafe magic.withUnsafeBytes { unsafe checksum.add($0) }
  }

  /// True when the compressed data come next.
  var isComplete: Bool {
    if case .none = field { true } else { false }
  }

  /// Takes as many of the bytes as belong to the header.
  ///
  /// - Returns: How many these were; all of them unless the header `isComplete` then.
  /// - Throws: What is wrong with the byte behind the first `byteCount`.
  mutating func take(_ bytes: UnsafeRawBufferPointer) throws(GzipDamage) -> Int {
    var index = 0
    while index < bytes.count && isUnderChecksum {
      try unsafe take(bytes[index])
      index += 1
      byteCount += 1
    }
    unsafe checksum.add(UnsafeRawBufferPointer(rebasing: bytes[..<index]))
    while index < bytes.count, case .checksum = field {
      try unsafe compareChecksum(with: bytes[index])
      index += 1
      byteCount += 1
    }
    return index
  }

  private var isUnderChecksum: Bool {
    switch field {
    case .checksum, .none: false
    default: true
    }
  }

  private mutating func take(_ byte: UInt8) throws(GzipDamage) {
    switch field {
    case .fixed(let index):
      if index == 2 && byte != GzipHeader.deflate { throw .badMethod }
      if index == 3 {
        guard byte & GzipHeader.reserved == 0 else { throw .reservedFlags }
        flags = byte
      }
      field = .fixed(index + 1)
      if index == 9 { field = field(after: 0) }
    case .extraLength:
      guard let length = number(endingWith: byte) else { return }
      field = length > 0 ? .extra(length) : field(after: GzipHeader.extra)
    case .extra(let missing):
      field = missing > 1 ? .extra(missing - 1) : field(after: GzipHeader.extra)
    case .name:
      if byte == 0 { field = field(after: GzipHeader.name) }
    case .comment:
      if byte == 0 { field = field(after: GzipHeader.comment) }
    case .checksum, .none:
      preconditionFailure("byte \(byteCount) of a gzip header stands behind it")
    }
  }

  private mutating func compareChecksum(with byte: UInt8) throws(GzipDamage) {
    guard let stored = number(endingWith: byte) else { return }
    guard stored == Int(checksum.value & 0xFFFF) else {
      byteCount -= 1
      throw .badHeaderChecksum
    }
    field = .none
  }

  /// The little-endian number of two bytes, once both are there.
  private mutating func number(endingWith byte: UInt8) -> Int? {
    guard let low = lowByte else {
      lowByte = Int(byte)
      return nil
    }
    lowByte = nil
    return low | Int(byte) << 8
  }

  /// The next field that the flags announce.
  ///
  /// - Parameter flag: That of the field that ends here; 0 for the fixed part.
  /// - Returns: Its state before its first byte.
  private func field(after flag: UInt8) -> Field {
    // The order of the fields in a header is not that of their bits.
    if flag < GzipHeader.extra && flags & GzipHeader.extra != 0 { return .extraLength }
    if flag < GzipHeader.name && flags & GzipHeader.name != 0 { return .name }
    if flag < GzipHeader.comment && flags & GzipHeader.comment != 0 { return .comment }
    return flags & GzipHeader.headerChecksum != 0 ? .checksum : .none
  }

  private static let deflate: UInt8 = 8
  private static let headerChecksum: UInt8 = 1 << 1
  private static let extra: UInt8 = 1 << 2
  private static let name: UInt8 = 1 << 3
  private static let comment: UInt8 = 1 << 4
  private static let reserved: UInt8 = 0b1110_0000
}
