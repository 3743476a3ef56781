import LogModel

/// Tells compressed bytes from plain ones by the first few, never by a file's name.
enum Compression: Equatable {
  case format(CompressionFormat)
  case plain
  /// The bytes may still become one of the formats.
  case undecided

  /// Judges the first bytes of an input.
  ///
  /// - Parameters:
  ///   - bytes: As many of the first bytes as are known; six are always enough.
  ///   - isWhole: Whether the input has no more bytes than these.
  init(firstBytes bytes: some Collection<UInt8>, isWhole: Bool) {
    var couldBecomeOne = false
    for format in CompressionFormat.allCases {
      for signature in format.signatures
      where zip(signature, bytes).allSatisfy({ $0.contains($1) }) {
        if bytes.count >= signature.count {
          self = .format(format)
          return
        }
        couldBecomeOne = true
      }
    }
    self = couldBecomeOne && !isWhole ? .undecided : .plain
  }
}

extension CompressionFormat {
  /// What such data start with; each place holds the values that may stand there.
  fileprivate var signatures: [[ClosedRange<UInt8>]] {
    switch self {
    case .gzip:  // RFC 1952, 2.3.1
      [[0x1F...0x1F, 0x8B...0x8B]]
    case .zstd:  // RFC 8878, 3.1: a frame, or a frame to skip
      [
        [0x28...0x28, 0xB5...0xB5, 0x2F...0x2F, 0xFD...0xFD],
        [0x50...0x5F, 0x2A...0x2A, 0x4D...0x4D, 0x18...0x18],
      ]
    case .xz:  // The .xz File Format, 2.1.1.1
      [[0xFD...0xFD, 0x37...0x37, 0x7A...0x7A, 0x58...0x58, 0x5A...0x5A, 0x00...0x00]]
    case .bzip2:
      // "BZh" and a level alone could be text; a block (pi) or the end (its root) follows at once.
      [
        [0x42...0x42, 0x5A...0x5A, 0x68...0x68, 0x31...0x39, 0x31...0x31, 0x41...0x41],
        [0x42...0x42, 0x5A...0x5A, 0x68...0x68, 0x31...0x39, 0x17...0x17, 0x72...0x72],
      ]
    case .zip:  // APPNOTE, 4.3: a file, an empty archive, a spanned archive
      [
        [0x50...0x50, 0x4B...0x4B, 0x03...0x03, 0x04...0x04],
        [0x50...0x50, 0x4B...0x4B, 0x05...0x05, 0x06...0x06],
        [0x50...0x50, 0x4B...0x4B, 0x07...0x07, 0x08...0x08],
      ]
    }
  }
}
