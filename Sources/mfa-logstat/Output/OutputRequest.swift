import Glibc
import LogModel
import LogReporting

/// One `-o FORMAT[:FILE]`.
struct OutputRequest {
  let format: any ReportFormat
  /// Nil is standard output.
  let path: String?

  /// What `--output` wants: a known format, and a file after a colon unless standard output is meant.
  static func parse(_ text: String) throws(Misfit) -> OutputRequest {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = ReportFormats.named(String(parts[0])) else {
      throw WordText.misfit(
        String(parts[0]), noun: "a known format", plural: "known formats",
        known: ReportFormats.names)
    }
    guard parts.count == 2 else { return OutputRequest(format: format, path: nil) }
    guard !parts[1].isEmpty else {
      throw Misfit("names no file", "write FORMAT:FILE, or FORMAT alone for standard output")
    }
    return OutputRequest(format: format, path: parts[1] == "-" ? nil : String(parts[1]))
  }
}

/// A file that exists, told by device and inode, or a path of one that does not.
enum FileIdentity: Hashable {
  case file(device: UInt, inode: UInt)
  case path(String)
  case standardOutput

  /// Nil for devices and pipes, which may be written to and read from as often as one likes.
  init?(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      self = .path(FileIdentity.absolute(path))
      return
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    self = .file(device: status.st_dev, inode: status.st_ino)
  }

  /// The same path for `out`, `./out` and a way through a linked directory.
  private static func absolute(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let directory = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "."
    guard let real = unsafe realpath(directory, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe "\(String(cString: real))/\(parts[parts.count - 1])"
  }
}
