extension CompressionFormat {
  /// The command that writes the plain bytes of a file to a pipe; the file's name goes behind it.
  package var decompressCommand: String {
    switch self {
    case .gzip: "gzip -dc"
    case .zstd: "zstd -dc"
    case .xz: "xz -dc"
    case .bzip2: "bzip2 -dc"
    case .zip: "unzip -p"
    }
  }
}
