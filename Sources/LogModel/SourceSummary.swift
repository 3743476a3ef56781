/// A place in a log: a file's name as the user gave it, and a line of its decompressed text.
package struct SourceLocation: Hashable, Sendable {
  /// `-` for standard input.
  package var file: String
  /// The first line is 1.
  package var line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

/// What became of one input.
package struct SourceSummary: Hashable, Sendable {
  /// As the user gave it; `-` for standard input.
  package var name: String
  package var lines: LineLedger
  /// Decompressed bytes read.
  package var bytes: Int
  package var problem: SourceProblem?

  package init(name: String, lines: LineLedger, bytes: Int, problem: SourceProblem?) {
    self.name = name
    self.lines = lines
    self.bytes = bytes
    self.problem = problem
  }
}

/// Why an input could not be read, or not to its end.
///
/// Facts only; words are made where they are told.
package enum SourceProblem: Hashable, Sendable {
  /// It could not be opened; `errno` of the attempt.
  case unopenable(errno: Int32)
  /// A directory, and `-r` was not given.
  case isDirectory
  /// Known by its first bytes and not read here.
  case unsupportedCompression(CompressionFormat)
  /// Reading failed half-way; bytes read before it.
  case readFailed(errno: Int32, byteOffset: Int)
  /// The gzip data end before the member does; the offset counts compressed bytes.
  case truncatedGzip(byteOffset: Int)
  /// The gzip data are damaged; the offset counts compressed bytes.
  case corruptGzip(GzipDamage, byteOffset: Int)
  /// Bytes that are not gzip follow the last member; what stands before them was counted.
  case trailingBytes(byteOffset: Int)

  /// True when the input never gave a byte, which is exit status 66 and not 65.
  package var preventedOpening: Bool {
    switch self {
    case .unopenable, .isDirectory, .unsupportedCompression: true
    case .readFailed, .truncatedGzip, .corruptGzip, .trailingBytes: false
    }
  }
}

/// What is wrong with a gzip member.
package enum GzipDamage: String, Hashable, Sendable {
  case badMethod
  case reservedFlags
  case badHeaderChecksum
  case badDeflateData
  case badChecksum
  case badLength
}

/// Compressions that are known by their first bytes.
package enum CompressionFormat: String, CaseIterable, Hashable, Sendable {
  case gzip
  case zstd
  case xz
  case bzip2
  case zip
}
