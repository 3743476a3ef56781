import Glibc
import LogModel

/// The words for what went wrong with an input; the one place where they are made.
package enum ProblemText {
  /// A short, stable text without the input's name: `truncated gzip at byte 1234`.
  package static func text(_ problem: SourceProblem) -> String {
    switch problem {
    case .unopenable(let errno): "cannot be opened: \(reason(errno))"
    case .isDirectory: "is a directory"
    case .unsupportedCompression(let format): "\(format.rawValue) data, which is not read here"
    case .readFailed(let errno, let offset): "reading failed at byte \(offset): \(reason(errno))"
    case .truncatedGzip(let offset): "truncated gzip at byte \(offset)"
    case .corruptGzip(let damage, let offset): "corrupt gzip at byte \(offset): \(text(damage))"
    case .trailingBytes(let offset): "bytes that are not gzip follow at byte \(offset)"
    }
  }

  /// What the user can do about it; nil when the text says it all.
  package static func hint(_ problem: SourceProblem) -> String? {
    switch problem {
    case .isDirectory: "use -r to read the files in it"
    case .unsupportedCompression(let format): hint(format)
    case .truncatedGzip, .corruptGzip, .trailingBytes, .readFailed:
      "what stands before was counted"
    case .unopenable: nil
    }
  }

  private static func hint(_ format: CompressionFormat) -> String {
    switch format {
    case .gzip: "pipe it through gzip -dc"
    case .zstd: "pipe it through zstd -dc"
    case .xz: "pipe it through xz -dc"
    case .bzip2: "pipe it through bzip2 -dc"
    case .zip: "pipe it through unzip -p"
    }
  }

  private static func text(_ damage: GzipDamage) -> String {
    switch damage {
    case .badMethod: "unknown compression method"
    case .reservedFlags: "reserved flags are set"
    case .badHeaderChecksum: "checksum of the header differs"
    case .badDeflateData: "invalid compressed data"
    case .badChecksum: "checksum of the data differs"
    case .badLength: "length of the data differs"
    }
  }

  /// Our own words for the common numbers: those of the system depend on the locale.
  private static func reason(_ errno: Int32) -> String {
    switch errno {
    case ENOENT: "no such file"
    case EBADF: "it is closed"
    case EACCES: "permission denied"
    case EPERM: "operation not permitted"
    case EISDIR: "is a directory"
    case ENOTDIR: "a part of the path is not a directory"
    case ELOOP: "too many symbolic links"
    case ENAMETOOLONG: "name too long"
    case EMFILE, ENFILE: "too many open files"
    case EIO: "input/output error"
    case ENXIO: "no such device"
    case EINVAL: "not readable"
    default: "system error \(errno)"
    }
  }
}
